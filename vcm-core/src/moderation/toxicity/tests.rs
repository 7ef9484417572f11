use proptest::prelude::*;

use super::*;
use crate::{
    moderation::{lexicon::Lexicon, toxicity::identity::IDENTITY_TERMS},
    text::views::View,
};

fn probability(text: &str) -> f64 {
    let views = Views::of(text);
    let words = views.folded().map(View::words).unwrap_or_default();
    ToxicityModel::shipped().seen_through(text, &views, &words, &Lexicon::shipped().find_with(&views, &words))
}

#[test]
fn the_shipped_model_is_one() {
    let model = ToxicityModel::from_bytes(SHIPPED).expect("a table of this version");
    let Thresholds { fpr_5, fpr_1, fpr_0_5, fpr_0_1 } = model.thresholds();
    let rising = [0.0, fpr_5, fpr_1, fpr_0_5, fpr_0_1, 1.0];
    assert!(rising.is_sorted_by(|a, b| a < b), "{rising:?}");
    assert!((model.thresholds().at(FalsePositiveRate::default()) - fpr_0_5).abs() < f32::EPSILON);
    assert!(SHIPPED.len() < 4 << 20, "{} bytes", SHIPPED.len());
}

#[test]
fn the_stored_form_reads_back_and_damage_is_noticed() {
    let mut buckets = vec![0.0; 1 << table::BUCKET_BITS];
    buckets[7] = 1.27;
    buckets[8] = -0.5;
    let words: Vec<(u64, WordWeight)> = (1..100u64)
        .map(|word| (word.wrapping_mul(0x9e37_79b9_7f4a_7c15), WordWeight { grams: 0.1 * word as f32, word: -1.0 }))
        .collect();
    let thresholds = Thresholds { fpr_5: 0.3, fpr_1: 0.5, fpr_0_5: 0.7, fpr_0_1: 0.9 };
    let constants = Constants { dense: [0.5; DENSE], bias: -1.0, thresholds };
    let model = ToxicityModel::new(Table::of(&buckets, &words), constants);
    let bytes = model.to_bytes();
    assert_eq!(ToxicityModel::from_bytes(&bytes).as_ref(), Some(&model));
    for (hash, weight) in words {
        let read = model.table.word(hash).expect("every word is found");
        assert!((read.grams - weight.grams).abs() < 1e-3 && (read.word - weight.word).abs() < 1e-3);
    }
    for place in [0, 9, 40, 5_000, bytes.len() - 1] {
        let mut damaged = bytes.clone();
        damaged[place] ^= 1;
        assert_eq!(ToxicityModel::from_bytes(&damaged), None, "byte {place}");
    }
    assert_eq!(ToxicityModel::from_bytes(&bytes[..bytes.len() - 1]), None);
    assert_eq!(ToxicityModel::from_bytes(b"vcmtoxic"), None);
}

/// What the model reads, as text.
#[derive(Default)]
struct Seen(Vec<&'static str>, Vec<Vec<u8>>, usize);

impl Reader for Seen {
    fn word(&mut self, _: u64, text: &[u8]) {
        self.0.push("word");
        self.1.push(text.to_vec());
    }

    fn sign(&mut self, hash: u64) {
        self.0.push(match hash {
            identity::GROUP => "group",
            features::LINK => "link",
            features::MENTION => "mention",
            _ => "sign",
        });
    }

    fn pair(&mut self, _: u64) {
        self.2 += 1;
    }
}

#[rstest::rstest]
#[case::words("Two words", &["word", "word"])]
#[case::link("see https://example.com/a-b?c=d now", &["word", "link", "word"])]
#[case::bare_link("www.example.com/a b", &["link", "word"])]
#[case::mention("@ada_l hi", &["mention", "word", "word"])]
#[case::email_is_no_mention("a@b", &["word", "word"])]
#[case::signs("no!!! why?! 🎉", &["word", "sign", "word", "sign", "sign", "sign"])]
#[case::punctuation("a, b — c… “d”", &["word", "word", "word", "word"])]
#[case::group("Muslim dances", &["group", "word"])]
#[case::nothing("", &[])]
fn a_text_is_read_as(#[case] text: &str, #[case] expected: &[&str]) {
    let views = Views::of(text);
    let view = views.folded().unwrap();
    let mut seen = Seen::default();
    features::read(view, &view.words(), &mut seen);
    assert_eq!(seen.0, expected);
    assert_eq!(seen.2, expected.len(), "a pair for everything read");
}

#[test]
fn a_word_has_as_many_grams_as_counted() {
    for word in ["a", "an", "the", "word", "incomprehensibilities", "donaudampfschifffahrtsgesellschaft"] {
        let mut count = 0;
        each_gram(word.as_bytes(), |_| count += 1);
        assert_eq!(count, gram_count(word.len()), "{word}");
    }
}

const SENTENCES: &[&str] = &[
    "I am a {} person.",
    "My neighbour is {}.",
    "We welcome {} customers in our shop.",
    "{} people live here, and we like it.",
    "Our new {} colleague starts on Monday.",
    "The {} community meets every Friday at seven.",
    "Five books by {} authors to read this summer",
    "She is a proud {} engineer!",
];
/// Adjectives that name no group of people.
const PLAIN: &[&str] = &[
    "friendly", "tall", "careful", "local", "busy", "famous", "quiet", "hungry", "curious", "patient", "early",
    "modern", "creative", "cheerful", "retired",
];

/// Chances of each word in every sentence, and their mean.
fn mean(words: &[&str]) -> f64 {
    let chances =
        words.iter().flat_map(|word| SENTENCES.iter().map(|sentence| probability(&sentence.replace("{}", word))));
    chances.sum::<f64>() / (words.len() * SENTENCES.len()) as f64
}

#[test]
fn naming_a_group_does_not_raise_the_score() {
    let (named, plain) = (mean(IDENTITY_TERMS), mean(PLAIN));
    assert!(named - plain < 0.02, "named {named:.4}, plain {plain:.4}");
    let flag = f64::from(ToxicityModel::shipped().thresholds().fpr_5);
    for term in IDENTITY_TERMS {
        for sentence in SENTENCES {
            let text = sentence.replace("{}", term);
            assert!(probability(&text) < flag, "{text}: {}", probability(&text));
        }
    }
}

#[test]
fn the_lexicon_lists_no_name_of_a_group() {
    for term in IDENTITY_TERMS {
        assert_eq!(Lexicon::shipped().find(&Views::of(term)), [], "{term}");
    }
}

#[test]
fn a_text_scores_the_same_whichever_group_it_names() {
    for sentence in ["I hate {} with all my heart", "{} should be ashamed", "Lovely {} food!"] {
        // The share of capitals changes a little with the length of the word, nothing else does.
        let first = probability(&sentence.replace("{}", "muslims"));
        for other in ["jews", "christians", "women", "immigrants", "gays"] {
            assert!((probability(&sentence.replace("{}", other)) - first).abs() < 1e-3, "{other}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_has_a_probability(text in "\\PC{0,200}|(?:@|https://|[a-z]{1,40}|!|\\?| |é|漢|🎉){0,60}") {
        prop_assert!((0.0..=1.0).contains(&probability(&text)));
    }
}

#[test]
fn empty_and_huge_texts_have_a_probability() {
    for text in [String::new(), "é".repeat(50_000), "word ".repeat(100_000), "!".repeat(100_000)] {
        assert!((0.0..=1.0).contains(&probability(&text)));
    }
}
