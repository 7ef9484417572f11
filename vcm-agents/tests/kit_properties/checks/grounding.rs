//! Nothing is said that the brief does not carry, judged without the writer's own book-keeping: figures, quotes, links, claims
//! and names of the text are looked up in the brief; then the book-keeping is checked against the text.

use std::collections::BTreeSet;

use vcm_core::{copy::Copy, platform::entities::extract_urls};

use super::{
    Block, Remark,
    typography::{around, words},
};
use crate::{
    given::{Given, fold},
    kits::Kit,
};

/// Number words from two on; their place is their value.
const NUMBERS: &[(&str, &[&str])] = &[
    ("en", &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]),
    ("es", &["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"]),
    ("de", &["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]),
    ("fr", &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]),
    ("pt", &["dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze"]),
];

/// Words that claim more than an opinion-free frame may, unless the brief says them.
const CLAIMS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "best",
            "fastest",
            "biggest",
            "largest",
            "greatest",
            "cheapest",
            "easiest",
            "leading",
            "unique",
            "revolutionary",
            "guaranteed",
            "proven",
            "award-winning",
            "world-class",
            "everyone",
            "everybody",
            "nobody",
            "always",
            "never",
            "millions",
            "thousands",
            "hundreds",
            "most people",
            "most of us",
            "free",
            "perfect",
            "exclusive",
            "last chance",
            "hurry",
            "must-have",
            "game changer",
            "incredible",
            "studies",
            "experts",
            "finally",
            "for years",
            "the only",
        ],
    ),
    (
        "es",
        &[
            "mejor",
            "mejores",
            "único",
            "única",
            "líder",
            "garantizado",
            "todo el mundo",
            "nadie",
            "siempre",
            "nunca",
            "millones",
            "miles",
            "gratis",
            "perfecto",
            "expertos",
            "por fin",
            "la mayoría",
        ],
    ),
    (
        "de",
        &[
            "beste",
            "besten",
            "größte",
            "schnellste",
            "einzigartig",
            "führend",
            "garantiert",
            "jeder",
            "niemand",
            "immer",
            "nie",
            "niemals",
            "millionen",
            "tausende",
            "kostenlos",
            "perfekt",
            "experten",
            "endlich",
            "die meisten",
        ],
    ),
    (
        "fr",
        &[
            "meilleur",
            "meilleure",
            "unique",
            "leader",
            "garanti",
            "tout le monde",
            "personne ne",
            "toujours",
            "jamais",
            "millions",
            "milliers",
            "gratuit",
            "parfait",
            "experts",
            "enfin",
            "la plupart",
        ],
    ),
    (
        "pt",
        &[
            "melhor",
            "melhores",
            "único",
            "única",
            "líder",
            "garantido",
            "todo mundo",
            "toda a gente",
            "ninguém",
            "sempre",
            "nunca",
            "milhões",
            "milhares",
            "grátis",
            "perfeito",
            "especialistas",
            "finalmente",
            "a maioria",
        ],
    ),
];

/// Dates of an offer are written out.
const MONTHS: &[&str] = &["December", "Dec"];

pub(crate) fn check(kit: &Kit, copy: &Copy, given: &Given, blocks: &[Block<'_>]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let items = items(copy);
    for block in blocks {
        figures(kit, given, block, &items, &mut remarks);
        quotes(given, block, &mut remarks);
        links(kit, block, &mut remarks);
        claims(kit, given, block, &mut remarks);
        if kit.language == "en" {
            names(given, block, &mut remarks);
        }
    }
    sources(kit, copy, given, &mut remarks);
    uncovered(copy, blocks, &mut remarks);
    remarks
}

/// Numbers of things that the copy itself may count: its facts, its list entries.
fn items(copy: &Copy) -> BTreeSet<usize> {
    let sourced: Vec<&Vec<String>> =
        copy.sentences.iter().map(|sentence| &sentence.sources).filter(|sources| !sources.is_empty()).collect();
    let mut items: BTreeSet<usize> = (1..=sourced.len()).collect();
    items.insert(copy.parts.len());
    items
}

fn figures(kit: &Kit, given: &Given, block: &Block<'_>, items: &BTreeSet<usize>, remarks: &mut Vec<Remark>) {
    let numerals = NUMBERS.iter().find(|(code, _)| *code == kit.language).map_or(&[][..], |(_, words)| *words);
    let urls: Vec<(usize, usize)> = extract_urls(block.text).iter().map(|url| (url.start_byte, url.end_byte)).collect();
    for (at, word) in words(block.text) {
        if block.is_given(at, at + word.len()) || urls.iter().any(|(start, end)| (*start..*end).contains(&at)) {
            continue;
        }
        if let Some(value) = numerals.iter().position(|numeral| *numeral == word.to_lowercase()).map(|place| place + 2)
            && !items.contains(&value)
            && !given.has(word)
        {
            remarks.push(("ungrounded figure", around(block.text, at)));
        }
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            continue;
        }
        let before = block.text[..at].chars().next_back();
        let after = block.text[at + word.len()..].chars().next();
        let line_start =
            before.is_none_or(|c| c == '\n' || c == ' ' && block.text[..at].trim_end().ends_with(['\n', '👉']));
        let marker = line_start && matches!(after, Some('.' | ')' | '/' | ':' | '\u{fe0f}'))
            || before == Some('/') && after.is_none_or(char::is_whitespace)
            || matches!(after, Some('/'));
        let counts = digits.parse().is_ok_and(|value| items.contains(&value));
        let dated = kit.brief.offer.iter().filter_map(|offer| offer.until).any(|until| {
            digits == until.day().to_string()
                || digits == until.month().to_string()
                || digits == until.year().to_string()
        });
        let known = given.texts().any(|text| {
            text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{202f}' | '\u{a0}')))
                .any(|number| number.chars().filter(char::is_ascii_digit).collect::<String>() == digits)
                || text.split(|c: char| !c.is_ascii_digit()).any(|number| number == digits)
        });
        if !(marker || counts || dated || known) {
            remarks.push(("ungrounded figure", around(block.text, at)));
        }
    }
}

fn quotes(given: &Given, block: &Block<'_>, remarks: &mut Vec<Remark>) {
    for (open, close) in [('“', '”'), ('„', '“'), ('«', '»')] {
        for (start, _) in block.text.match_indices(open) {
            let inner = &block.text[start + open.len_utf8()..];
            let Some(end) = inner.find(close) else { continue };
            let quoted = inner[..end].trim().trim_end_matches(['.', ',', '!', '?', '…', '\u{202f}', '\u{a0}']);
            let german = open == '“' && block.text[..start].contains('„');
            if !german && !quoted.is_empty() && !given.has(quoted) {
                remarks.push(("quote that is not in the brief", quoted.to_owned()));
            }
        }
    }
}

fn links(kit: &Kit, block: &Block<'_>, remarks: &mut Vec<Remark>) {
    for word in block.text.split_whitespace().filter(|word| word.contains("://")) {
        let known = kit.brief.links.iter().any(|link| word.contains(&link.url))
            || kit.brief.proof_points.iter().any(|proof| word.contains(&proof.source))
            || kit.brief.milestones.iter().any(|milestone| word.contains(&milestone.source));
        if !known {
            remarks.push(("link that is not in the brief", word.to_owned()));
        }
    }
}

fn claims(kit: &Kit, given: &Given, block: &Block<'_>, remarks: &mut Vec<Remark>) {
    let own = fold(&block.own_words());
    let claims = CLAIMS.iter().find(|(code, _)| *code == kit.language).map_or(&[][..], |(_, words)| *words);
    for claim in claims.iter().filter(|claim| !given.has(claim)) {
        let places = crate::given::occurrences(&own, claim);
        // "For everyone who wonders" names readers and claims nothing.
        if let Some((at, _)) = places.iter().find(|(_, end)| !own[*end..].starts_with(" who")) {
            remarks.push(("claim of the writer's own", format!("{claim}: {}", around(&own, *at))));
        }
    }
}

/// Capitalised words inside a sentence that the brief does not have, and sentences that run into each other.
fn names(given: &Given, block: &Block<'_>, remarks: &mut Vec<Remark>) {
    for (at, word) in words(block.text) {
        let before = block.text[..at].trim_end_matches(['“', '(', '*', '‘']);
        let last = before.trim_end().trim_end_matches(['”', ')']).chars().next_back();
        let inside = before.ends_with(' ') && last.is_some_and(|c| c.is_alphanumeric() || c == ',');
        let first_person = word == "I" || word.starts_with("I'") || word.starts_with("I’");
        let capital = word.starts_with(char::is_uppercase) && !first_person && !MONTHS.contains(&word);
        if !inside || !capital || block.is_given(at, at + word.len()) {
            continue;
        }
        let after_given = block.mask[before.trim_end().len() - 1];
        if after_given && !word.chars().skip(1).any(char::is_uppercase) {
            remarks.push(("no stop between sentences", around(block.text, at)));
        } else if !given.has(word) {
            remarks.push(("name that is not in the brief", around(block.text, at)));
        }
    }
}

fn sources(kit: &Kit, copy: &Copy, given: &Given, remarks: &mut Vec<Remark>) {
    let brief = serde_json::to_value(&kit.brief).unwrap();
    for sentence in &copy.sentences {
        let mut cited = Vec::new();
        for source in &sentence.sources {
            match resolve(&brief, source) {
                Some(text) => cited.push(fold(&text)),
                None => remarks.push(("source that is not in the brief", source.clone())),
            }
        }
        let shares = words(&fold(&sentence.text)).iter().any(|(_, word)| {
            let stem: String = word.chars().take(5).collect();
            (word.chars().count() >= 3 || !word.is_ascii() || word.starts_with(|c: char| c.is_ascii_digit()))
                && cited.iter().any(|text| text.contains(&stem))
        });
        if !sentence.sources.is_empty() && !shares {
            remarks.push(("cites what it does not say", format!("{} ← {:?}", sentence.text, sentence.sources)));
        }
        // A fact of the brief, told whole, must name the entry it stands in (facts may stand in several).
        for quotation in given.quotations(&sentence.text, 24) {
            let path = quotation.path;
            let stated = !(path.starts_with("links")
                || path.starts_with("audiences")
                || path.contains("topic")
                || path.starts_with("product.name")
                || path.starts_with("product.category")
                || path.starts_with("hashtags")
                || path.contains("question")
                || path.contains("belief")
                || path.starts_with("proof_points"));
            let whole = quotation.end - quotation.start;
            if stated && whole >= 24 && sentence.sources.is_empty() {
                remarks.push(("fact without its source", format!("{path}: {}", sentence.text)));
                break;
            }
        }
        if sentence.sources.is_empty() && kit.language == "en" && states(&Block::new(given, &sentence.text).own_words())
        {
            remarks.push(("statement of the writer's own", sentence.text.clone()));
        }
    }
}

/// Whether an English sentence states something: it ends in a stop, has a subject and a finite verb, and no imperative opens it.
fn states(sentence: &str) -> bool {
    let mut first = words(sentence).into_iter().map(|(_, word)| word.to_lowercase());
    let subject = [
        "the", "a", "an", "it", "this", "that", "these", "those", "there", "we", "i", "our", "my", "they", "your",
        "most", "some", "every", "all", "nobody", "everyone", "people", "both",
    ];
    let opens = first.next().is_some_and(|word| subject.contains(&word.as_str()));
    let verbs = [
        "is", "are", "was", "were", "has", "have", "had", "does", "did", "can", "will", "took", "takes", "makes",
        "made", "knows", "needs", "works", "began", "started", "comes", "says", "means",
    ];
    let verb = first.any(|word| verbs.contains(&word.as_str()));
    // "The link is in the bio" and "This is Rust" point and present.
    let points = sentence.contains("link") || sentence.starts_with("This is ");
    let declares = sentence.ends_with(['.', '!']) && !points;
    opens && verb && declares
}

/// The texts at a proof point's id or at a path such as `steps[0]` or `product.summary`, joined.
fn resolve(brief: &serde_json::Value, source: &str) -> Option<String> {
    if let Some(proof) = brief["proof_points"].as_array()?.iter().find(|proof| proof["id"] == source) {
        return Some(proof.to_string());
    }
    let mut node = brief;
    for step in source.replace('[', ".[").split('.') {
        node = match step.strip_prefix('[').and_then(|step| step.strip_suffix(']')) {
            Some(index) => node.get(index.parse::<usize>().ok()?)?,
            None => node.get(step)?,
        };
    }
    (!node.is_null()).then(|| node.to_string().replace("\\\"", "\""))
}

/// Words of the text that no sentence accounts for.
fn uncovered(copy: &Copy, blocks: &[Block<'_>], remarks: &mut Vec<Remark>) {
    for block in blocks {
        let mut rest = block.text.to_owned();
        let mut told: Vec<&str> = copy.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
        told.sort_by_key(|text| std::cmp::Reverse(text.len()));
        for sentence in told {
            rest = rest.replacen(sentence, "\n", 1);
        }
        for line in rest.lines() {
            let words: Vec<&str> =
                line.split_whitespace().filter(|word| !word.contains("://") && !word.starts_with(['#', '@'])).collect();
            let left = words.join(" ");
            // "Step 2:", "One more:" and the like label the sentence after them.
            let label = left.ends_with([':', '–', '—', '→']) && words.len() <= 6;
            if left.chars().filter(|c| c.is_alphabetic()).count() > 2 && !label {
                remarks.push(("words outside all sentences", left));
            }
        }
    }
}
