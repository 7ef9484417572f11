//! Personal data: typed F1 on generated texts, Presidio's own format vectors, spans in clean copy, texts a second.
//!
//! A span counts when its type is right and it overlaps a labelled one by half of the shorter, one to one. A format vector passes when
//! the number of spans of its type, and their places, are the expected ones; expected scores are not held against ours, which also
//! weigh the words around a number. Sets are split by a hash of the id: one half was seen in tuning, the other was not.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
    time::Instant,
};

use flate2::read::GzDecoder;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vcm_core::{
    hash::ContentHash,
    moderation::pii::{PiiOptions, PiiSpan, PiiType, detect},
};

use super::{Row, Setting};

const TYPES: &[(&str, f64)] = &[
    ("EMAIL_ADDRESS", 1.0),
    ("IBAN_CODE", 1.0),
    ("US_SSN", 1.0),
    ("IP_ADDRESS", 0.96),
    ("CREDIT_CARD", 0.87),
    ("PHONE_NUMBER", 0.42),
];
/// Texts that the peer reads.
const PEER_TEXTS: usize = 400;
/// Entities of the vectors that no form describes: names, places, lists of words.
const NO_FORM: &[&str] = &["pattern", "spacy", "stanza", "transformers"];

#[derive(Debug, Deserialize)]
struct Labelled {
    id: String,
    text: String,
    spans: Vec<Label>,
}

#[derive(Debug, Clone, Deserialize)]
struct Label {
    #[serde(rename = "type")]
    kind: String,
    start: u32,
    end: u32,
}

#[derive(Debug, Deserialize)]
struct Vector {
    id: String,
    entity: String,
    /// Names of the values, separated by commas.
    params: String,
    values: Vec<Value>,
}

/// Measures all of it.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let mut rows = Vec::new();
    let mut labelled: Vec<Labelled> = lines(&setting.data.join("pii/generated_small.jsonl"))?;
    labelled.extend(lines::<Labelled>(&setting.data.join("pii/generated_large.jsonl.gz"))?);
    let peer = peer(setting, &labelled)?;
    for held_back in [false, true] {
        let part: Vec<&Labelled> = labelled.iter().filter(|line| is_held_back(&line.id) == held_back).collect();
        for (kind, published) in TYPES {
            let ours = f1(kind, part.iter().map(|line| (line.spans.as_slice(), found(&line.text))));
            let (baseline, note) = match &peer {
                Some(peer) => {
                    let seen = labelled.iter().take(PEER_TEXTS).zip(peer);
                    let both = seen.filter(|(line, _)| is_held_back(&line.id) == held_back);
                    (
                        f1(kind, both.map(|(line, spans)| (line.spans.as_slice(), spans.clone()))),
                        "baseline: Presidio on the first texts",
                    )
                }
                None => (Some(*published), "baseline: Presidio on its published generated set"),
            };
            rows.extend(
                ours.map(|ours| row(&set("generated texts", held_back), &format!("F1 {kind}"), ours, baseline, note)),
            );
        }
    }
    let vectors: Vec<Vector> = lines(&setting.data.join("pii/format-vectors.jsonl"))?;
    for held_back in [false, true] {
        let judged: Vec<bool> =
            vectors.iter().filter(|vector| is_held_back(&vector.id) == held_back).filter_map(passes).collect();
        let share = judged.iter().filter(|passed| **passed).count() as f64 / judged.len() as f64;
        let note = format!("{} vectors of structured types, national ones included", judged.len());
        rows.push(row(&set("Presidio's format vectors", held_back), "share passed", share, None, &note));
    }
    rows.extend(clean_copy(&setting.data)?);
    Ok(rows)
}

/// Spans in copy that holds no personal data, and how fast it is read.
fn clean_copy(data: &Path) -> io::Result<Vec<Row>> {
    #[derive(Deserialize)]
    struct Test {
        arms: Vec<Arm>,
    }
    #[derive(Deserialize)]
    struct Arm {
        headline: String,
    }
    let tests: Vec<Test> = lines(&data.join("experiments/headline-tests.jsonl.gz"))?;
    let mut headlines: Vec<String> = tests.into_iter().flat_map(|test| test.arms).map(|arm| arm.headline).collect();
    headlines.sort();
    headlines.dedup();
    let mut posts = Vec::new();
    for record in csv::Reader::from_reader(open(&data.join("posts/facebook-pages-2016.csv.gz"))?).deserialize() {
        let record: BTreeMap<String, String> = record?;
        posts.extend(record.get("status_message").filter(|text| !text.is_empty()).cloned());
    }
    let mut rows = Vec::new();
    for (set, texts) in [("Upworthy headlines", headlines), ("Facebook page posts", posts)] {
        detect("+1 212 555 0142, card 4111 1111 1111 1111", &options());
        let start = Instant::now();
        let spans: Vec<PiiSpan> = texts.iter().flat_map(|text| detect(text, &options())).collect();
        let seconds = start.elapsed().as_secs_f64();
        let personal = |span: &&PiiSpan| !matches!(span.kind, PiiType::Url | PiiType::DateTime | PiiType::EmailAddress);
        let per_thousand = |least: f64| {
            let count = spans.iter().filter(personal).filter(|span| span.score >= least).count();
            count as f64 * 1000.0 / texts.len() as f64
        };
        let note = format!("{} texts; links, dates and e-mail addresses left out", texts.len());
        rows.push(row(set, "findings per 1,000 texts", per_thousand(0.5), None, &note));
        rows.push(row(set, "listed spans per 1,000 texts", per_thousand(0.0), None, &note));
        let note = "one core, all candidates listed; Presidio's patterns read 33 texts a second";
        rows.push(row(set, "texts a second", texts.len() as f64 / seconds, None, note));
    }
    Ok(rows)
}

/// Presidio's spans of the first texts, when it is at hand.
fn peer(setting: &Setting, labelled: &[Labelled]) -> io::Result<Option<Vec<Vec<PiiSpan>>>> {
    #[derive(Serialize)]
    struct Question<'a> {
        texts: Vec<&'a str>,
        types: Vec<&'a str>,
    }
    #[derive(Deserialize)]
    struct Answer {
        spans: Vec<Vec<PiiSpan>>,
        texts_a_second: f64,
    }
    let question = Question {
        texts: labelled.iter().take(PEER_TEXTS).map(|line| line.text.as_str()).collect(),
        types: TYPES.iter().map(|(kind, _)| *kind).collect(),
    };
    let answer: Option<Answer> = setting.peers.python("presidio.py", &question)?;
    Ok(answer.map(|answer| {
        eprintln!("Presidio: {:.0} texts a second", answer.texts_a_second);
        answer.spans
    }))
}

fn options() -> PiiOptions {
    PiiOptions { urls: true, dates: true, candidates: true, ..PiiOptions::default() }
}

fn found(text: &str) -> Vec<PiiSpan> {
    detect(text, &options())
}

fn is_held_back(id: &str) -> bool {
    let hash = ContentHash::of_bytes(id.as_bytes()).to_string();
    hash.chars().nth(1).and_then(|digit| digit.to_digit(16)).is_some_and(|digit| digit % 2 == 1)
}

fn set(name: &str, held_back: bool) -> String {
    format!("{name} ({})", if held_back { "held back" } else { "seen in tuning" })
}

fn overlaps(a: (u32, u32), b: (u32, u32)) -> bool {
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    let shorter = a.1.saturating_sub(a.0).min(b.1.saturating_sub(b.0));
    shared > 0 && shared * 2 >= shorter
}

/// F1 of one type; none when neither side has one.
fn f1<'a>(kind: &str, texts: impl Iterator<Item = (&'a [Label], Vec<PiiSpan>)>) -> Option<f64> {
    let (mut right, mut total) = (0u32, 0u32);
    for (labels, found) in texts {
        let labels: Vec<&Label> = labels.iter().filter(|label| label.kind == kind).collect();
        let mut found: Vec<&PiiSpan> = found.iter().filter(|span| span.kind.as_str() == kind).collect();
        total += (labels.len() + found.len()) as u32;
        for label in labels {
            let hit = found.iter().position(|span| overlaps((span.start, span.end), (label.start, label.end)));
            if let Some(hit) = hit {
                found.remove(hit);
                right += 2;
            }
        }
    }
    (total > 0).then(|| f64::from(right) / f64::from(total))
}

/// Whether a vector passes; none when it is not about finding a structured type in a text.
fn passes(vector: &Vector) -> Option<bool> {
    let text = vector.values.first()?.as_str()?;
    if NO_FORM.contains(&vector.entity.as_str()) || (vector.entity == "in_gstin" && text.len() == 10) {
        return None;
    }
    let field = |name: &str| {
        vector.params.split(',').zip(&vector.values).find(|(param, _)| param.trim() == name).map(|(_, value)| value)
    };
    let expected = match field("expected_len").or_else(|| field("expected_length")) {
        Some(count) => count.as_u64()?,
        None => {
            vector.values.iter().skip(1).find_map(|value| value.as_bool().map(u64::from).or_else(|| value.as_u64()))?
        }
    };
    let place = |value: &Value| Some((value.get(0)?.as_u64()? as u32, value.get(1)?.as_u64()? as u32));
    let places: Vec<(u32, u32)> = ["expected_positions", "expected_res"]
        .iter()
        .find_map(|name| field(name)?.as_array())
        .map(|places| places.iter().filter_map(place).collect())
        .unwrap_or_default();
    let kind = type_of(&vector.entity);
    let found: Vec<PiiSpan> = found(text).into_iter().filter(|span| span.kind.as_str() == kind).collect();
    let placed = places.len() != found.len()
        || found.iter().zip(&places).all(|(span, place)| overlaps((span.start, span.end), *place));
    Some(found.len() as u64 == expected && placed)
}

/// The type of a vector is the name of the file it stands in, but for a few.
fn type_of(entity: &str) -> String {
    match entity {
        "aba_routing" => "ABA_ROUTING_NUMBER".to_owned(),
        "certificate_number" => "MEDICAL_LICENSE".to_owned(),
        "date" => "DATE_TIME".to_owned(),
        "ip" => "IP_ADDRESS".to_owned(),
        "tr_phone_number" => "PHONE_NUMBER".to_owned(),
        other => other.to_ascii_uppercase(),
    }
}

fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let file = File::open(path)?;
    let zipped = path.extension().is_some_and(|extension| extension == "gz");
    Ok(if zipped { Box::new(GzDecoder::new(file)) } else { Box::new(file) })
}

fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> io::Result<Vec<T>> {
    BufReader::new(open(path)?).lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

fn row(set: &str, metric: &str, ours: f64, baseline: Option<f64>, note: &str) -> Row {
    Row { engine: "pii", set: set.to_owned(), metric: metric.to_owned(), ours, baseline, note: note.to_owned() }
}
