//! The index as bytes, and back: compact, versioned, checksummed. Hosts do the file.
//!
//! Layout: magic, version, body, SHA-256 of all before. Numbers in the body are LEB128; post numbers are differences, so that a posting
//! takes little more than a byte. What can be rebuilt (uses of a tag, of an account) is not stored. A read index answers as the written
//! one, to the bit; a test holds it so. Next: [`super::rank`].

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{
    index::{Account, HashtagIndex, Post, Tag, weight},
    segment::Lexicon,
};
use crate::error::{Error, ErrorKind, Result};

const MAGIC: &[u8; 8] = b"vcmtags\0";
/// Raised whenever the layout or the meaning of a field changes.
const VERSION: u8 = 1;
const CHECKSUM_BYTES: usize = 32;

impl HashtagIndex {
    /// The index as bytes, for [`Self::from_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer(Vec::with_capacity(self.held as usize * 2 + 1024));
        out.0.extend_from_slice(MAGIC);
        out.0.push(VERSION);
        self.write_words(&mut out);
        self.write_accounts(&mut out);
        self.write_tags(&mut out);
        self.write_posts(&mut out);
        out.number(self.renewed_at);
        let checksum = Sha256::digest(&out.0);
        out.0.extend_from_slice(&checksum);
        out.0
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] when the bytes are something else, cut short or damaged; [`ErrorKind::Unsupported`] when a later
    /// release wrote them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let magic = bytes.get(..MAGIC.len()).filter(|magic| magic == MAGIC);
        let Some(version) = magic.and_then(|_| bytes.get(MAGIC.len())) else {
            return Err(damaged("not a hashtag index"));
        };
        if *version > VERSION {
            return Err(Error::new(
                ErrorKind::Unsupported,
                "read_hashtag_index",
                "the hashtag index was written by a later release: make it again, or use that release",
            )
            .with("version", version)
            .with("newest_known", VERSION));
        }
        let split = bytes.len().checked_sub(CHECKSUM_BYTES).and_then(|at| bytes.split_at_checked(at));
        let (written, checksum) = split.ok_or_else(|| damaged("the hashtag index is cut short"))?;
        if Sha256::digest(written).as_slice() != checksum {
            return Err(damaged("the hashtag index is cut short or damaged: its checksum does not match"));
        }
        let mut input = Reader { rest: written.get(MAGIC.len() + 1..).unwrap_or_default() };
        let mut index = Self::default();
        index.read_words(&mut input)?;
        index.read_accounts(&mut input)?;
        index.read_tags(&mut input)?;
        index.read_posts(&mut input)?;
        index.renewed_at = input.number()?;
        if input.rest.is_empty() { Ok(index) } else { Err(damaged("the hashtag index has bytes after its end")) }
    }

    fn write_words(&self, out: &mut Writer) {
        out.names(&self.words);
        for posting in &self.postings {
            out.number(posting.len() as u64);
            let mut before = 0;
            for (post, weight) in posting {
                // The low bit says whether a count follows: nearly every word is there once.
                let count = (weight - 1.0).exp().round() as u64;
                out.number((u64::from(post - before) << 1) | u64::from(count > 1));
                if count > 1 {
                    out.number(count);
                }
                before = *post;
            }
        }
        out.number(self.lexicon.counts.len() as u64);
        for (word, count) in &self.lexicon.counts {
            out.text(word);
            out.number(u64::from(*count));
        }
        out.number(self.lexicon.total);
    }

    fn read_words(&mut self, input: &mut Reader<'_>) -> Result<()> {
        self.words = input.names()?;
        self.postings = Vec::with_capacity(self.words.len());
        for _ in 0..self.words.len() {
            let length = input.length()?;
            let mut posting = Vec::with_capacity(length);
            let mut post = 0u64;
            for _ in 0..length {
                let packed = input.number()?;
                post = post.saturating_add(packed >> 1);
                let count = if packed & 1 == 1 { input.small()? } else { 1 };
                posting.push((u32::try_from(post).map_err(|_| overlong())?, weight(count)));
            }
            self.held += length as u64;
            self.postings.push(posting);
        }
        let entries = input.length()?;
        let counts: Result<BTreeMap<String, u32>> = (0..entries).map(|_| Ok((input.text()?, input.small()?))).collect();
        self.lexicon = Lexicon { counts: counts?, total: input.number()? };
        Ok(())
    }

    fn write_accounts(&self, out: &mut Writer) {
        out.names(&self.account_numbers);
        for account in &self.accounts {
            out.number(u64::from(account.posts));
            out.names(&account.form_numbers);
            for (count, sum) in &account.forms {
                out.number(u64::from(*count));
                out.float(*sum);
            }
            let (count, sum, squares) = account.log_engagement;
            out.number(u64::from(count));
            out.float(sum);
            out.float(squares);
        }
    }

    fn read_accounts(&mut self, input: &mut Reader<'_>) -> Result<()> {
        self.account_numbers = input.names()?;
        for _ in 0..self.account_numbers.len() {
            let posts = input.small()?;
            let form_numbers = input.names()?;
            let forms: Result<Vec<(u32, f64)>> =
                (0..form_numbers.len()).map(|_| Ok((input.small()?, input.float()?))).collect();
            let log_engagement = (input.small()?, input.float()?, input.float()?);
            self.accounts.push(Account { posts, form_numbers, forms: forms?, log_engagement, ..Account::default() });
        }
        Ok(())
    }

    fn write_tags(&self, out: &mut Writer) {
        out.names(&self.tag_numbers);
        for tag in &self.tags {
            out.number(tag.spellings.len() as u64);
            for (spelling, count) in &tag.spellings {
                out.text(spelling);
                out.number(u64::from(*count));
            }
            out.number(u64::from(tag.words));
            out.number(tag.parts.len() as u64);
            for part in &tag.parts {
                out.text(part);
            }
        }
    }

    fn read_tags(&mut self, input: &mut Reader<'_>) -> Result<()> {
        self.tag_numbers = input.names()?;
        let mut names: Vec<(u32, String)> =
            self.tag_numbers.iter().map(|(name, number)| (*number, name.clone())).collect();
        names.sort_unstable();
        for (_, folded) in names {
            let spellings = input.length()?;
            let spellings: Result<BTreeMap<String, u32>> =
                (0..spellings).map(|_| Ok((input.text()?, input.small()?))).collect();
            let words = input.small()?;
            let parts = input.length()?;
            let parts: Result<Vec<String>> = (0..parts).map(|_| input.text()).collect();
            self.tags.push(Tag { folded, spellings: spellings?, posts: Vec::new(), words, parts: parts? });
        }
        Ok(())
    }

    fn write_posts(&self, out: &mut Writer) {
        out.number(self.posts.len() as u64);
        let mut second = 0i64;
        for (post, number) in self.posts.iter().zip(0..) {
            let tags = self.tags_of(number);
            out.number(tags.len() as u64);
            for tag in tags {
                out.number(u64::from(*tag));
            }
            out.number(u64::from(post.ordinal));
            out.0.extend_from_slice(&post.length.to_bits().to_le_bytes());
            out.number(post.account.map_or(0, |account| u64::from(account) + 1));
            out.number(u64::from(post.form));
            // Presence in the low bit; times come nearly in order, so their differences are small.
            out.number(post.second.map_or(0, |now| (zigzag(now - second) << 1) | 1));
            second = post.second.unwrap_or(second);
            out.0.push(u8::from(post.log_engagement.is_some()));
            if let Some(value) = post.log_engagement {
                out.0.extend_from_slice(&value.to_bits().to_le_bytes());
            }
        }
        // An own post without tags may be the latest.
        out.number(self.latest.map_or(0, |latest| zigzag(latest) + 1));
    }

    fn read_posts(&mut self, input: &mut Reader<'_>) -> Result<()> {
        let posts = input.length()?;
        let mut second = 0i64;
        self.posts.reserve(posts);
        for number in 0..posts as u32 {
            let tags_from = self.post_tags.len() as u32;
            let mut tags = Vec::new();
            for _ in 0..input.length()? {
                tags.push(input.below(self.tags.len())?);
            }
            let ordinal = input.small()?;
            let length = input.short_float()?;
            let account = match input.number()? {
                0 => None,
                account => Some(u32::try_from(account - 1).map_err(|_| overlong())?),
            };
            let form = input.small()?;
            let time = input.number()?;
            let at = (time & 1 == 1).then(|| second.saturating_add(unzigzag(time >> 1)));
            second = at.unwrap_or(second);
            let log_engagement = if input.byte()? == 1 { Some(input.short_float()?) } else { None };
            self.posts.push(Post { tags_from, ordinal, length, account, second: at, log_engagement, form });
            let mut uses = account.and_then(|number| self.accounts.get_mut(number as usize));
            for tag in &tags {
                if let Some(seen) = self.tags.get_mut(*tag as usize) {
                    seen.posts.push(number);
                }
                if let Some(account) = uses.as_deref_mut() {
                    account.uses.entry(*tag).or_default().push(number);
                }
            }
            self.post_tags.extend(tags);
        }
        for tag in &self.tags {
            *self.uses_histogram.entry(tag.posts.len() as u32).or_default() += 1;
        }
        self.latest = match input.number()? {
            0 => None,
            time => Some(unzigzag(time - 1)),
        };
        Ok(())
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn float(&mut self, value: f64) {
        self.0.extend_from_slice(&value.to_bits().to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Names in their order, with their numbers.
    fn names(&mut self, names: &BTreeMap<String, u32>) {
        self.number(names.len() as u64);
        for (name, number) in names {
            self.text(name);
            self.number(u64::from(*number));
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or_else(overlong)?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.rest.split_first().ok_or_else(overlong)?;
        self.rest = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(overlong())
    }

    fn small(&mut self) -> Result<u32> {
        u32::try_from(self.number()?).map_err(|_| overlong())
    }

    fn below(&mut self, bound: usize) -> Result<u32> {
        self.small().and_then(|value| if (value as usize) < bound { Ok(value) } else { Err(overlong()) })
    }

    /// A number of things to come, each of which takes a byte at least: so no length asks for more memory than the input is long.
    fn length(&mut self) -> Result<usize> {
        let length = self.number()? as usize;
        if length <= self.rest.len() { Ok(length) } else { Err(overlong()) }
    }

    fn float(&mut self) -> Result<f64> {
        let bytes = self.take(8)?.try_into().map_err(|_| overlong())?;
        Ok(f64::from_bits(u64::from_le_bytes(bytes)))
    }

    fn short_float(&mut self) -> Result<f32> {
        let bytes = self.take(4)?.try_into().map_err(|_| overlong())?;
        Ok(f32::from_bits(u32::from_le_bytes(bytes)))
    }

    fn text(&mut self) -> Result<String> {
        let length = self.length()?;
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| overlong())
    }

    fn names(&mut self) -> Result<BTreeMap<String, u32>> {
        let length = self.length()?;
        (0..length).map(|_| Ok((self.text()?, self.below(length)?))).collect()
    }
}

/// Signed as unsigned, small differences as small numbers.
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// The checksum holds but the content does not: made by something else.
fn overlong() -> Error {
    damaged("the hashtag index is not consistent: make it again")
}

fn damaged(message: &'static str) -> Error {
    Error::new(ErrorKind::InvalidInput, "read_hashtag_index", message)
}
