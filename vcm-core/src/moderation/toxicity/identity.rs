//! Words that name a group of people. They must not raise the score by themselves: only their company may.
//!
//! The model reads every one of these words as the same sign, so that a text scores the same whichever group it names, and the trainer
//! gives the sign, alone and beside itself or an everyday word, no weight towards toxic. Tests hold both. Next: [`super::table`].

use std::sync::OnceLock;

use crate::text::views::hash_word;

/// Hash of the sign that stands for every name of a group.
pub const GROUP: u64 = 0x3c6e_f372_fe94_f82b;

/// Names of groups, by nationality and origin, faith, gender, orientation, age, and disability, in lower case.
pub const IDENTITY_TERMS: &[&str] = &[
    "african",
    "americans",
    "arab",
    "arabs",
    "asian",
    "asians",
    "atheist",
    "atheists",
    "autistic",
    "bisexual",
    "black",
    "blacks",
    "blind",
    "brown",
    "buddhist",
    "canadian",
    "catholic",
    "catholics",
    "chinese",
    "christian",
    "christians",
    "christianity",
    "cisgender",
    "deaf",
    "disabled",
    "disability",
    "elderly",
    "ethnic",
    "european",
    "europeans",
    "female",
    "females",
    "feminine",
    "feminist",
    "feminists",
    "gay",
    "gays",
    "gender",
    "girl",
    "girls",
    "hebrew",
    "heterosexual",
    "heterosexuals",
    "hijab",
    "hindu",
    "hindus",
    "hispanic",
    "hispanics",
    "homosexual",
    "homosexuality",
    "homosexuals",
    "immigrant",
    "immigrants",
    "immigration",
    "indian",
    "indians",
    "indigenous",
    "iranian",
    "iraqi",
    "islam",
    "islamic",
    "israeli",
    "israelis",
    "israel",
    "jew",
    "jewish",
    "jews",
    "judaism",
    "korean",
    "latina",
    "latinas",
    "latino",
    "latinos",
    "latinx",
    "lesbian",
    "lesbians",
    "lgbt",
    "lgbtq",
    "lgbtqia",
    "male",
    "males",
    "men",
    "man",
    "mexican",
    "mexicans",
    "mexico",
    "migrant",
    "migrants",
    "millennial",
    "minorities",
    "minority",
    "mosque",
    "muslim",
    "muslims",
    "native",
    "nigerian",
    "nonbinary",
    "older",
    "pakistani",
    "palestinian",
    "palestinians",
    "paralyzed",
    "polish",
    "protestant",
    "queer",
    "race",
    "refugee",
    "refugees",
    "russian",
    "russians",
    "sexuality",
    "sikh",
    "sikhs",
    "somali",
    "spanish",
    "straight",
    "syrian",
    "synagogue",
    "teenage",
    "teenager",
    "trans",
    "transgender",
    "transgendered",
    "transsexual",
    "turkish",
    "ukrainian",
    "vietnamese",
    "wheelchair",
    "white",
    "whites",
    "woman",
    "women",
    "womens",
    "younger",
];

/// True for a word, in lower case, that names a group of people.
pub fn is_identity_term(word: &str) -> bool {
    IDENTITY_TERMS.contains(&word)
}

/// True for the hash of such a word.
pub(super) fn is_group(hash: u64) -> bool {
    static GROUPS: OnceLock<Groups> = OnceLock::new();
    GROUPS.get_or_init(Groups::new).contains(hash)
}

/// The hashes, behind a filter that turns most words away at once.
struct Groups {
    filter: [u64; 64],
    hashes: Vec<u64>,
}

impl Groups {
    fn new() -> Self {
        let mut hashes: Vec<u64> = IDENTITY_TERMS.iter().map(|term| hash_word(term.as_bytes())).collect();
        hashes.sort_unstable();
        let mut filter = [0; 64];
        for hash in &hashes {
            if let Some(word) = filter.get_mut((hash >> 58) as usize) {
                *word |= 1 << ((hash >> 52) & 63);
            }
        }
        Self { filter, hashes }
    }

    fn contains(&self, hash: u64) -> bool {
        self.filter.get((hash >> 58) as usize).is_some_and(|word| word & (1 << ((hash >> 52) & 63)) != 0)
            && self.hashes.binary_search(&hash).is_ok()
    }
}
