//! Whose post it is, told by a voice that was measured from thirty others of the page.
//!
//! Pages of two kinds: the weights of the parts are fitted on every other page (`fit-voice`), and measured here on the rest. For each
//! page thirty random posts are its examples; twenty others of its own and twenty of other measured pages are scored.

use std::{collections::BTreeMap, fs::File, io, path::Path, time::Instant};

use flate2::read::GzDecoder;
use vcm_core::{
    hash::Seed,
    voice::{Language, TargetVoice, VoiceProfile},
};

use super::{Row, Setting, auroc};

/// Example posts of each page.
const EXAMPLES: usize = 30;
/// Posts of the page, and of others, that are scored.
const ASKED: usize = 20;

/// Posts of one page.
pub type Page = (String, Vec<String>);

/// AUROC of the similarity for authorship beside character 3-grams, and posts scored a second.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let pages: Vec<Page> = read(&setting.data)?.into_iter().skip(1).step_by(2).collect();
    let trials = trials(&pages);
    let set = format!("Facebook pages, {} not fitted on, 30 example posts each", pages.len());
    let mut rows = Vec::new();
    for (metric, examples) in [("AUROC, same page or another", EXAMPLES), ("AUROC with 5 examples", 5)] {
        let ours: Vec<(f64, bool)> = trials.iter().flat_map(|trial| trial.by_voice(examples)).collect();
        let grams: Vec<(f64, bool)> = trials.iter().flat_map(|trial| trial.by_trigrams(examples)).collect();
        rows.push(Row {
            engine: "voice",
            set: set.clone(),
            metric: metric.to_owned(),
            ours: auroc(&ours),
            baseline: Some(auroc(&grams)),
            note: "baseline: cosine of character 3-grams to the examples together, which knows a page by its topics"
                .to_owned(),
        });
        if examples == EXAMPLES {
            let said = ours.iter().filter(|(score, own)| (*score > 0.5) == *own).count() as f64 / ours.len() as f64;
            rows.push(Row {
                engine: "voice",
                set: set.clone(),
                metric: "right at 0.5".to_owned(),
                ours: said,
                baseline: Some(0.5),
                note: "baseline: a coin".to_owned(),
            });
        }
    }
    rows.push(speed(&trials));
    Ok(rows)
}

/// One page: its examples, and posts with whether they are its own.
#[derive(Debug)]
pub struct Trial {
    /// Example posts.
    pub examples: Vec<String>,
    /// Posts of the page and of others.
    pub asked: Vec<(String, bool)>,
}

impl Trial {
    /// The voice of the first `examples`.
    pub fn voice(&self, examples: usize) -> Option<TargetVoice> {
        let texts: Vec<&String> = self.examples.iter().take(examples).collect();
        VoiceProfile::measure(&texts, Language::English).map(TargetVoice::new)
    }

    fn by_voice(&self, examples: usize) -> Vec<(f64, bool)> {
        let Some(voice) = self.voice(examples) else { return Vec::new() };
        self.asked.iter().map(|(text, own)| (voice.score(text), *own)).collect()
    }

    fn by_trigrams(&self, examples: usize) -> Vec<(f64, bool)> {
        let mut together = BTreeMap::new();
        for text in self.examples.iter().take(examples) {
            trigrams(text, &mut together);
        }
        let score = |text: &str| {
            let mut own = BTreeMap::new();
            trigrams(text, &mut own);
            cosine(&own, &together)
        };
        self.asked.iter().map(|(text, own)| (score(text), *own)).collect()
    }
}

fn trigrams(text: &str, counts: &mut BTreeMap<[char; 3], f64>) {
    let characters: Vec<char> = text.to_lowercase().chars().collect();
    for window in characters.windows(3) {
        if let [a, b, c] = window {
            *counts.entry([*a, *b, *c]).or_default() += 1.0;
        }
    }
}

fn cosine(a: &BTreeMap<[char; 3], f64>, b: &BTreeMap<[char; 3], f64>) -> f64 {
    let product: f64 = a.iter().filter_map(|(gram, count)| Some(count * b.get(gram)?)).sum();
    let length = |counts: &BTreeMap<[char; 3], f64>| counts.values().map(|count| count * count).sum::<f64>().sqrt();
    product / (length(a) * length(b)).max(f64::MIN_POSITIVE)
}

/// Trials over pages with enough posts, the same in every run.
pub fn trials(pages: &[Page]) -> Vec<Trial> {
    let shuffled: Vec<Vec<String>> = pages
        .iter()
        .map(|(name, posts)| {
            let mut random = Seed(7).stream(name);
            let mut posts = posts.clone();
            for last in (1..posts.len()).rev() {
                posts.swap(last, random.below(last + 1));
            }
            posts
        })
        .collect();
    let trial = |index: usize| {
        let own = shuffled.get(index)?;
        let examples: Vec<String> = own.iter().take(EXAMPLES).cloned().collect();
        let mut asked: Vec<(String, bool)> =
            own.iter().skip(EXAMPLES).take(ASKED).map(|text| (text.clone(), true)).collect();
        // Each other post is of another page, round and round.
        let others = shuffled.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, posts)| posts);
        let foreign = others.cycle().enumerate().take(ASKED);
        asked.extend(
            foreign.filter_map(|(turn, posts)| Some((posts.get(EXAMPLES + (turn + index) % ASKED)?.clone(), false))),
        );
        Some(Trial { examples, asked })
    };
    (0..shuffled.len()).filter_map(trial).collect()
}

/// Pages with at least 100 posts of 20 characters and more, by name.
pub fn read(data: &Path) -> io::Result<Vec<Page>> {
    let file = File::open(data.join("posts/facebook-pages-2016.csv.gz"))?;
    let mut reader = csv::Reader::from_reader(GzDecoder::new(file));
    let headers = reader.headers()?.clone();
    let column =
        |name: &str| headers.iter().position(|header| header == name).ok_or_else(|| io::Error::other(name.to_owned()));
    let (page, message) = (column("page")?, column("status_message")?);
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        let text = record.get(message).unwrap_or_default();
        if text.chars().count() >= 20 {
            pages.entry(record.get(page).unwrap_or_default().to_owned()).or_default().push(text.to_owned());
        }
    }
    Ok(pages.into_iter().filter(|(_, posts)| posts.len() >= 100).collect())
}

/// Posts scored a second on this thread, parts and words included, the best of three passes.
fn speed(trials: &[Trial]) -> Row {
    let voice = trials.first().and_then(|trial| trial.voice(EXAMPLES));
    let texts: Vec<&str> = trials
        .iter()
        .flat_map(|trial| &trial.asked)
        .map(|(text, _)| text.as_str())
        .filter(|text| text.len() <= 300)
        .collect();
    let texts: Vec<&str> = texts.iter().copied().cycle().take(40_000).collect();
    let pass = || {
        let start = Instant::now();
        let sum: f64 = texts.iter().filter_map(|text| Some(voice.as_ref()?.similarity(text).score)).sum();
        std::hint::black_box(sum);
        texts.len() as f64 / start.elapsed().as_secs_f64()
    };
    Row {
        engine: "voice",
        set: "posts of up to 300 bytes".to_owned(),
        metric: "posts a second, one core, every part in words".to_owned(),
        ours: (0..3).map(|_| pass()).fold(0.0, f64::max),
        baseline: Some(20_000.0),
        note: "baseline: the bar".to_owned(),
    }
}
