//! The words of a view, found and hashed in one pass: everything that looks words up shares the work. Next: [`crate::moderation`].

/// A word of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte in the view.
    pub byte_start: u32,
    /// One past its last byte.
    pub byte_end: u32,
    /// First code point in the view.
    pub start: u32,
    /// One past its last code point.
    pub end: u32,
    /// [`hash_word`] of its text.
    pub hash: u64,
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// Hash of a word: FNV-1a with a final mix, so that low and high bits serve as an index.
pub fn hash_word(word: &[u8]) -> u64 {
    finish(word.iter().fold(OFFSET, |hash, byte| step(hash, *byte)))
}

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

fn finish(hash: u64) -> u64 {
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// True for characters that words are made of: letters, digits and the marks that belong to them.
pub fn is_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    character.is_alphanumeric() || unicode_normalization::char::is_combining_mark(character)
}

/// The words of `text`; with `stars`, `*` belongs to words.
pub(super) fn words(text: &str, stars: bool) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    let bytes = text.as_bytes();
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || (stars && byte == b'*');
    let (mut place, mut character) = (0usize, 0u32);
    while let Some(byte) = bytes.get(place) {
        if byte.is_ascii() && !inside(*byte) {
            place += 1;
            character += 1;
            continue;
        }
        let (byte_start, start) = (place, character);
        let mut hash = OFFSET;
        while let Some(byte) = bytes.get(place) {
            if byte.is_ascii() {
                if !inside(*byte) {
                    break;
                }
                hash = step(hash, *byte);
                place += 1;
            } else {
                let Some(next) = text.get(place..).and_then(|rest| rest.chars().next()) else { break };
                if !is_word(next) {
                    break;
                }
                let end = place + next.len_utf8();
                hash = bytes.get(place..end).unwrap_or_default().iter().fold(hash, |hash, byte| step(hash, *byte));
                place = end;
            }
            character += 1;
        }
        if place > byte_start {
            found.push(Word {
                byte_start: byte_start as u32,
                byte_end: place as u32,
                start,
                end: character,
                hash: finish(hash),
            });
        } else {
            // A character that belongs to no word.
            place += text.get(place..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            character += 1;
        }
    }
    found
}
