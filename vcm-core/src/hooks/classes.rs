//! Words that readers of headlines react to, by class: who speaks to whom, what is held back, how strongly it is said.
//!
//! Classes are closed and short on purpose: a model of some thousand headlines can learn one weight a class, not one a word.
//! Next: [`super::features`].

use std::sync::OnceLock;

/// A class and its words, in lower case, with straight apostrophes.
pub(super) struct WordClass {
    /// What the class is called in an explanation.
    pub(super) name: &'static str,
    words: &'static str,
}

/// How many classes there are.
pub(super) const CLASSES: usize = 22;

/// All classes. Their order is part of the table's version.
pub(super) static ALL: [WordClass; CLASSES] = [
    WordClass { name: "speaks to the reader (you)", words: "you your you're you'll you've yours yourself you'd" },
    WordClass { name: "speaks as I", words: "i my me i'm i've i'd mine myself i'll" },
    WordClass { name: "speaks as we", words: "we our us we're we've let's ourselves we'll" },
    WordClass { name: "a man as the subject", words: "he his him he's himself he'd he'll" },
    WordClass { name: "a woman as the subject", words: "she her she's hers herself she'd she'll" },
    WordClass { name: "speaks of them", words: "they their them they're they've themselves they'd they'll" },
    WordClass { name: "leaves open what it is (it)", words: "it its it's itself" },
    WordClass { name: "points at something (this, here)", words: "this these here's here" },
    WordClass { name: "points at something (that)", words: "that those that's there there's" },
    WordClass {
        name: "a negation",
        words: "no not never don't doesn't isn't can't won't didn't wasn't nothing none nobody aren't couldn't wouldn't \
                shouldn't without haven't hasn't ain't weren't neither nor",
    },
    WordClass {
        name: "a question word",
        words: "what who why how when where which whose what's who's how's why's whom where's",
    },
    WordClass {
        name: "a person (guy, mom, kids)",
        words: "guy guys man men dude boy boys kid kids girl girls woman women mom moms dad dads teen teens teenager child \
                children baby babies people person lady ladies son daughter father mother wife husband parents family \
                brother sister friend friends couple grandma grandpa student students teacher",
    },
    WordClass {
        name: "cause or order (because, then, until)",
        words: "because so if but until then when after before while since though although unless till",
    },
    WordClass {
        name: "a modal (will, could, should)",
        words: "will would could should can might may must gonna wanna need needs",
    },
    WordClass {
        name: "a strong word (most, every, never)",
        words: "most best worst ever every all only always totally completely absolutely really very entire never first last \
                biggest everything everyone anyone anything literally actually",
    },
    WordClass { name: "an article", words: "a an the" },
    WordClass {
        name: "an invitation to look (watch, see, look)",
        words: "watch see look video listen hear read photo photos picture pictures find check watching looks looking seen saw",
    },
    WordClass {
        name: "politics and policy",
        words: "republican republicans democrat democrats obama congress president senator government political politics \
                politician politicians tax taxes economy policy law laws gop romney bush fox climate minimum wage court \
                vote election corporations corporate bank banks",
    },
    WordClass { name: "a form of to be", words: "is are was were be been being am" },
    WordClass {
        name: "feeling (love, heart, cry)",
        words: "love loved loves heart hearts cry crying tears laugh beautiful amazing awesome hilarious heartbreaking sad \
                happy scared fear afraid hate angry horrible terrible disgusting shocking shocked incredible powerful brave \
                perfect wonderful hope smile smiling touching goosebumps chills epic brilliant stunning adorable",
    },
    WordClass {
        name: "a gap left open (something, thing, reason, secret)",
        words: "something things thing reason reasons secret secrets truth happens happened happen turns realize realized \
                guess wait find out discovered discover wrong surprise surprising surprised shouldn't exactly until weird \
                strange mystery answer",
    },
    WordClass {
        name: "harm or danger",
        words: "kill killed killing die died dies death dead war gun guns violence rape raped abuse attack attacked hurt \
                danger dangerous cancer disease suicide prison jail hit shot fight victim victims poor hunger hungry homeless",
    },
];

/// Words that are too common to speak for a topic, of [`ALL`] and others.
const FUNCTION_WORDS: &str = "a an the of in to for on with at by from about into over against as and or but if is are was were be \
    been i you he she it we they me him her us them my your his its our their this that these those what who how why when where \
    which do does did has have had will would can could should not no so up out just all more than then there here";

/// One class a bit, and bit 31 for function words; 0 when the word is in none. `hash` is [`word_hash`] of the word.
pub(super) fn of(hash: u32) -> u32 {
    let table = table();
    table.binary_search_by_key(&hash, |entry| entry.0).ok().and_then(|at| table.get(at)).map_or(0, |entry| entry.1)
}

/// The bit of function words in what [`of`] answers.
pub(super) const FUNCTION: u32 = 1 << 31;

fn table() -> &'static [(u32, u32)] {
    static TABLE: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let classed = ALL.iter().enumerate().map(|(at, class)| (1u32 << at, class.words));
        let mut all: Vec<(u32, u32)> = classed
            .chain([(FUNCTION, FUNCTION_WORDS)])
            .flat_map(|(bit, words)| words.split_ascii_whitespace().map(move |word| (word_hash(word.as_bytes()), bit)))
            .collect();
        all.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(all.len());
        for (hash, bit) in all {
            match merged.last_mut() {
                Some(last) if last.0 == hash => last.1 |= bit,
                _ => merged.push((hash, bit)),
            }
        }
        merged
    })
}

/// FNV-1a of a word's bytes.
pub(super) fn word_hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
