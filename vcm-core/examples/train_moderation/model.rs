//! The linear model: logistic regression with Naive Bayes ratios as prior, word vectors of unlabelled posts, and a second stage that
//! blends and calibrates them on posts that the first stage did not see.

use std::collections::BTreeMap;

use vcm_core::{
    moderation::{
        lexicon::Lexicon,
        toxicity::{
            Constants, DENSE, Reading, Table, Thresholds, ToxicityModel, WordWeight,
            features::{self, Reader, each_gram, hash_pair},
            identity, pair_bucket,
            table::{BUCKET_BITS, bucket_of},
            unit,
        },
    },
    text::views::Views,
};

use crate::{
    data::{Data, Part},
    regression::{Lesson, Row, Settings, bayes_ratios, fit},
    vectors::{DIMENSIONS, Vectors},
};

const BUCKETS: usize = 1 << BUCKET_BITS;
const EPOCHS: usize = 12;
const FOLDS: usize = 4;
/// N-grams and pairs that fewer posts hold are left out.
const LEAST_POSTS: usize = 3;
const SETTINGS: Settings = Settings { strength: 0.6, vector_strength: 0.05, rarity: 1.0, ratio: 0.5 };

/// A set to learn from.
struct Set {
    file: &'static str,
    /// How much one of its posts counts in the first stage.
    weight: f32,
    /// How much in the second stage, which also calibrates.
    blend: f32,
}

const SETS: &[Set] = &[
    Set { file: "tweeteval-offensive-train.jsonl.gz", weight: 1.0, blend: 1.0 },
    Set { file: "jigsaw-nonfuzzed.jsonl.gz", weight: 1.0, blend: 1.0 },
    Set { file: "davidson.jsonl.gz", weight: 0.1, blend: 0.0 },
    Set { file: "hatemoji-build-train.jsonl.gz", weight: 0.1, blend: 0.0 },
    Set { file: "tweeteval-hate-train.jsonl.gz", weight: 0.1, blend: 0.0 },
];
const CLEAN: usize = SETS.len();
const CLEAN_WEIGHT: f32 = 0.3;

/// A post as the model reads it.
#[derive(Default)]
struct Post {
    set: usize,
    fold: usize,
    toxic: bool,
    grams: Vec<u32>,
    pairs: Vec<u32>,
    /// Hashes of words and signs.
    words: Vec<u64>,
    word_count: u32,
    dense: [f32; DENSE],
}

impl Reader for Post {
    fn word(&mut self, hash: u64, text: &[u8]) {
        each_gram(text, |gram| self.grams.push(gram));
        self.words.push(hash);
        self.word_count += 2;
    }

    fn sign(&mut self, hash: u64) {
        self.words.push(hash);
        self.word_count += 2;
    }

    fn pair(&mut self, hash: u64) {
        self.pairs.push(pair_bucket(hash));
    }
}

impl Post {
    fn of(text: &str, lexicon: &Lexicon) -> Self {
        let views = Views::of(text);
        let Some(view) = views.folded() else { return Self::default() };
        let (words, hits) = (view.words(), lexicon.find(&views));
        let hidden = !views.hidden().is_empty();
        let dense = features::dense(&Reading { text, view, words: &words, hits: &hits, hidden });
        let mut post = Self { dense, ..Self::default() };
        features::read(view, &words, &mut post);
        post
    }
}

/// What has a weight: words and signs, each with its place, and hashes of n-grams and pairs.
struct Vocabulary {
    words: BTreeMap<u64, u32>,
    /// Sorted: those that several posts hold. Rarer ones teach nothing and would crowd the buckets.
    grams: Vec<u32>,
}

impl Vocabulary {
    fn row(&self, post: &Post) -> Row {
        let mut row = Row::default();
        let norm = unit(post.grams.len() as u32);
        let mut grams = post.grams.clone();
        grams.sort_unstable();
        for same in grams.chunk_by(|a, b| a == b) {
            if self.grams.binary_search(&same[0]).is_ok() {
                row.push(bucket_of(same[0]) as u32, same.len() as f32 * norm);
            }
        }
        let norm = unit(post.word_count);
        for pair in post.pairs.iter().filter(|pair| self.grams.binary_search(pair).is_ok()) {
            row.push(bucket_of(*pair) as u32, norm);
        }
        for word in &post.words {
            if let Some(place) = self.words.get(word) {
                row.push(BUCKETS as u32 + place, norm);
            }
        }
        row.push((BUCKETS + self.words.len() + post.set) as u32, 1.0);
        row
    }

    fn vector(vectors: &Vectors, post: &Post) -> Row {
        let mut sum = vec![0.0f32; DIMENSIONS];
        for word in &post.words {
            if let Some(vector) = vectors.get(*word) {
                sum.iter_mut().zip(vector).for_each(|(slot, value)| *slot += value);
            }
        }
        let norm = unit(post.word_count);
        let mut row = Row::default();
        for (place, value) in sum.iter().enumerate() {
            row.push(place as u32, value * norm);
        }
        row.push((DIMENSIONS + post.set) as u32, 1.0);
        row
    }
}

/// What the first stage learned: weights of n-grams and words, and of vector dimensions.
struct Stage {
    grams: Vec<f32>,
    vector: Vec<f32>,
}

struct Material {
    posts: Vec<Post>,
    rows: Vec<Row>,
    vector_rows: Vec<Row>,
    vocabulary: Vocabulary,
    vectors: Vectors,
    /// Texts of known words, to take them apart.
    texts: BTreeMap<u64, String>,
    common: Vec<u64>,
}

pub(crate) fn train(data: &Data, lexicon: &Lexicon) -> ToxicityModel {
    let material = Material::read(data, lexicon);
    let everything: Vec<usize> = (0..material.posts.len()).collect();
    // Scores of posts by a stage that did not see them.
    let mut scores = vec![(0.0f32, 0.0f32); material.posts.len()];
    for fold in 0..FOLDS {
        let others: Vec<usize> =
            everything.iter().copied().filter(|index| material.posts[*index].fold != fold).collect();
        let stage = material.stage(&others, SETTINGS);
        for index in everything.iter().filter(|index| material.posts[**index].fold == fold) {
            scores[*index] = material.scores(&stage, *index);
        }
    }
    for (set, Set { file, .. }) in SETS.iter().enumerate() {
        let of = |score: &dyn Fn(usize) -> f32| {
            let scored: Vec<(f32, bool)> = everything
                .iter()
                .filter(|index| material.posts[**index].set == set)
                .map(|index| (score(*index), material.posts[*index].toxic))
                .collect();
            auroc(&scored)
        };
        println!("{}: n-grams {:.4}, vectors {:.4}", file, of(&|index| scores[index].0), of(&|index| scores[index].1));
    }
    let blend = material.blend(&scores);
    let stage = material.stage(&everything, SETTINGS);
    material.finish(&stage, &blend, &scores)
}

/// One fold under several settings, to choose [`SETTINGS`] by.
pub(crate) fn tune(data: &Data, lexicon: &Lexicon) {
    let material = Material::read(data, lexicon);
    let others: Vec<usize> = (0..material.posts.len()).filter(|index| material.posts[*index].fold != 0).collect();
    for (strength, vector_strength, rarity, ratio) in
        [(0.3, 0.02, 1.0, 1.0), (0.6, 0.05, 1.0, 0.5), (1.0, 0.05, 1.0, 0.0)]
    {
        let settings = Settings { strength, vector_strength, rarity, ratio };
        let stage = material.stage(&others, settings);
        print!("{settings:?}:");
        for set in 0..SETS.len() {
            let of = |score: &dyn Fn((f32, f32)) -> f32| {
                let scored: Vec<(f32, bool)> = (0..material.posts.len())
                    .filter(|index| material.posts[*index].set == set && material.posts[*index].fold == 0)
                    .map(|index| (score(material.scores(&stage, index)), material.posts[index].toxic))
                    .collect();
                auroc(&scored)
            };
            print!(
                " [{:.4} {:.4} {:.4}]",
                of(&|score| score.0),
                of(&|score| score.1),
                of(&|score| score.0 + 0.8 * score.1)
            );
        }
        println!();
    }
}

/// How well a model knows a set that it never saw.
pub(crate) fn study(data: &Data, lexicon: &Lexicon) {
    let material = Material::read(data, lexicon);
    for (left_out, Set { file, .. }) in SETS.iter().enumerate().skip(1) {
        let seen: Vec<usize> =
            (0..material.posts.len()).filter(|index| material.posts[*index].set != left_out).collect();
        let stage = material.stage(&seen, SETTINGS);
        let of = |score: &dyn Fn((f32, f32)) -> f32| {
            let scored: Vec<(f32, bool)> = (0..material.posts.len())
                .filter(|index| material.posts[*index].set == left_out)
                .map(|index| (score(material.scores(&stage, index)), material.posts[index].toxic))
                .collect();
            auroc(&scored)
        };
        println!(
            "without {}: n-grams {:.4}, vectors {:.4}, both {:.4}",
            file,
            of(&|score| score.0),
            of(&|score| score.1),
            of(&|score| score.0 + 0.5 * score.1)
        );
    }
}

fn auroc(scored: &[(f32, bool)]) -> f64 {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let positives = sorted.iter().filter(|post| post.1).count() as f64;
    let ranks: f64 = sorted.iter().enumerate().filter(|(_, post)| post.1).map(|(rank, _)| rank as f64 + 1.0).sum();
    (ranks - positives * (positives + 1.0) / 2.0) / (positives * (sorted.len() as f64 - positives))
}

impl Material {
    fn read(data: &Data, lexicon: &Lexicon) -> Self {
        let mut posts = Vec::new();
        let mut texts: BTreeMap<u64, (String, u32)> = BTreeMap::new();
        let mut unlabelled: Vec<Vec<u64>> = Vec::new();
        let mut note = |text: &str, unlabelled: &mut Vec<Vec<u64>>| {
            let views = Views::of(text);
            let mut post = Post::default();
            if let Some(view) = views.folded() {
                let words = view.words();
                for word in &words {
                    let entry = texts.entry(word.hash).or_insert_with(|| (view.word_text(word).to_owned(), 0));
                    entry.1 += 1;
                }
                features::read(view, &words, &mut post);
            }
            unlabelled.push(post.words);
        };
        for (set, Set { file, .. }) in SETS.iter().enumerate() {
            for (index, post) in data.labelled(&format!("toxicity/{file}")).into_iter().enumerate() {
                // One set has a validation file of its own that nothing here reads.
                if set == 0 || Part::of(index) != Part::Unseen {
                    note(&post.text, &mut unlabelled);
                    posts.push(Post { set, fold: fold(index), toxic: post.toxic, ..Post::of(&post.text, lexicon) });
                }
            }
        }
        for (index, (part, text)) in data.headlines().into_iter().enumerate() {
            if part == Part::Train {
                note(&text, &mut unlabelled);
                if index % 2 == 0 {
                    posts.push(Post { set: CLEAN, fold: fold(index), ..Post::of(&text, lexicon) });
                }
            }
        }
        for (index, text) in data.pages().into_iter().enumerate() {
            if index % 2 == 0 {
                note(&text, &mut unlabelled);
            }
            if index % 40 == 0 {
                posts.push(Post { set: CLEAN, fold: fold(index / 40), ..Post::of(&text, lexicon) });
            }
        }
        for text in data.tagged() {
            note(&text, &mut unlabelled);
        }
        let vectors = Vectors::learn(&unlabelled, 6);
        let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
        for post in &posts {
            for word in &post.words {
                *seen.entry(*word).or_default() += 1;
            }
        }
        let known = seen.iter().filter(|(_, count)| **count >= 2).map(|(word, _)| *word).chain(vectors.words());
        let known: std::collections::BTreeSet<u64> = known.collect();
        let mut grams: Vec<u32> = Vec::new();
        for post in &posts {
            let mut held: Vec<u32> = post.grams.iter().chain(&post.pairs).copied().collect();
            held.sort_unstable();
            held.dedup();
            grams.append(&mut held);
        }
        grams.sort_unstable();
        let grams =
            grams.chunk_by(|a, b| a == b).filter(|same| same.len() >= LEAST_POSTS).map(|same| same[0]).collect();
        let vocabulary = Vocabulary { words: known.into_iter().zip(0..).collect(), grams };
        let rows = posts.iter().map(|post| vocabulary.row(post)).collect();
        let vector_rows = posts.iter().map(|post| Vocabulary::vector(&vectors, post)).collect();
        let mut common: Vec<(u32, u64)> = texts.iter().map(|(hash, (_, count))| (*count, *hash)).collect();
        common.sort_unstable_by(|a, b| b.cmp(a));
        let common = common.into_iter().take(1000).map(|(_, hash)| hash).collect();
        println!(
            "{} posts, {} unlabelled, {} known words, {} n-grams",
            posts.len(),
            unlabelled.len(),
            vocabulary.words.len(),
            vocabulary.grams.len()
        );
        let texts = texts.into_iter().map(|(hash, (text, _))| (hash, text)).collect();
        Self { posts, rows, vector_rows, vocabulary, vectors, texts, common }
    }

    fn stage(&self, chosen: &[usize], settings: Settings) -> Stage {
        let count = BUCKETS + self.vocabulary.words.len() + SETS.len() + 1;
        let mut prior = bayes_ratios(&self.lessons(chosen, &self.rows, 1.0), count, settings);
        prior[BUCKETS + self.vocabulary.words.len()..].fill(3.0);
        let grams = fit(&self.lessons(chosen, &self.rows, settings.strength), &prior, EPOCHS);
        let mut prior = vec![10.0; DIMENSIONS + SETS.len() + 1];
        prior[DIMENSIONS..].fill(3.0);
        let vector = fit(&self.lessons(chosen, &self.vector_rows, settings.vector_strength), &prior, EPOCHS);
        Stage { grams, vector }
    }

    fn lessons<'a>(&self, chosen: &[usize], rows: &'a [Row], strength: f32) -> Vec<Lesson<'a>> {
        let weight = |set: usize| SETS.get(set).map_or(CLEAN_WEIGHT, |set| set.weight) * strength;
        let lesson = |index: &usize| {
            let post = &self.posts[*index];
            Lesson { row: &rows[*index], toxic: post.toxic, weight: weight(post.set) }
        };
        chosen.iter().map(lesson).collect()
    }

    /// Scores without the bias of the post's set.
    fn scores(&self, stage: &Stage, index: usize) -> (f32, f32) {
        let bias = self.posts[index].set;
        let first = self.rows[index].dot(&stage.grams) - stage.grams[BUCKETS + self.vocabulary.words.len() + bias];
        (first, self.vector_rows[index].dot(&stage.vector) - stage.vector[DIMENSIONS + bias])
    }

    /// Weights of both scores, of the dense features, and a bias, by logistic regression on scores of unseen posts.
    fn blend(&self, scores: &[(f32, f32)]) -> Vec<f32> {
        let rows: Vec<(Row, usize)> = (0..self.posts.len())
            .filter(|index| SETS.get(self.posts[*index].set).is_some_and(|set| set.blend > 0.0))
            .map(|index| {
                let mut row = Row::default();
                row.push(0, scores[index].0);
                row.push(1, scores[index].1);
                self.posts[index].dense.iter().zip(2u32..).for_each(|(value, place)| row.push(place, *value));
                row.push(2 + DENSE as u32, 1.0);
                (row, index)
            })
            .collect();
        let lessons: Vec<Lesson<'_>> = rows
            .iter()
            .map(|(row, index)| Lesson {
                row,
                toxic: self.posts[*index].toxic,
                weight: SETS[self.posts[*index].set].blend,
            })
            .collect();
        let weights = fit(&lessons, &[1.0; 3 + DENSE], 200);
        println!("blend {weights:.3?}");
        for (set, Set { file, .. }) in SETS.iter().enumerate() {
            let scored: Vec<(f32, bool)> = rows
                .iter()
                .filter(|(_, index)| self.posts[*index].set == set)
                .map(|(row, index)| (row.dot(&weights), self.posts[*index].toxic))
                .collect();
            if !scored.is_empty() {
                println!("{}: blended {:.4}", file, auroc(&scored));
            }
        }
        weights
    }

    fn finish(&self, stage: &Stage, blend: &[f32], scores: &[(f32, f32)]) -> ToxicityModel {
        let mut buckets: Vec<f32> = stage.grams[..BUCKETS].iter().map(|weight| weight * blend[0]).collect();
        let mut dense = [0.0; DENSE];
        dense.copy_from_slice(&blend[2..2 + DENSE]);
        // Too few posts hide characters to learn from: hiding must not help.
        dense[DENSE - 1] = dense[DENSE - 1].max(0.0);
        // Groups of people count by their company alone.
        let group = identity::GROUP;
        let neighbours = self.common.iter().copied().chain([group, features::START, features::LINK, features::MENTION]);
        for word in neighbours {
            for pair in [hash_pair(group, word), hash_pair(word, group)] {
                let weight = &mut buckets[bucket_of(pair_bucket(pair))];
                *weight = weight.min(0.0);
            }
        }
        // Rare large weights would eat the resolution of the signed bytes.
        let mut sizes: Vec<f32> = buckets.iter().map(|weight| weight.abs()).collect();
        sizes.sort_by(f32::total_cmp);
        let cap = sizes[(sizes.len() as f64 * 0.9999) as usize];
        for weight in &mut buckets {
            *weight = weight.clamp(-cap, cap);
        }
        let words: Vec<(u64, WordWeight)> = self
            .vocabulary
            .words
            .iter()
            .map(|(hash, place)| {
                let mut weight = WordWeight { grams: 0.0, word: stage.grams[BUCKETS + *place as usize] * blend[0] };
                if let Some(vector) = self.vectors.get(*hash) {
                    weight.word += blend[1] * vector.iter().zip(&stage.vector).map(|(a, b)| a * b).sum::<f32>();
                }
                if *hash == group {
                    weight.word = weight.word.min(0.0);
                } else if let Some(text) = self.texts.get(hash) {
                    let bytes = text.as_bytes();
                    let bytes = bytes.get(..features::LONGEST_WORD_BYTES).unwrap_or(bytes);
                    each_gram(bytes, |gram| weight.grams += buckets[bucket_of(gram)]);
                }
                (*hash, weight)
            })
            .collect();
        let bias = blend[2 + DENSE];
        let chance = |index: usize| {
            let post = &self.posts[index];
            let score = blend[0] * scores[index].0 + blend[1] * scores[index].1 + bias;
            let dense: f32 = post.dense.iter().zip(dense).map(|(value, weight)| value * weight).sum();
            1.0 / (1.0 + (-(score + dense)).exp())
        };
        let mut clean: Vec<f32> = (0..self.posts.len())
            .filter(|index| !self.posts[*index].toxic)
            .filter(|index| SETS.get(self.posts[*index].set).is_some_and(|set| set.blend > 0.0))
            .map(chance)
            .collect();
        clean.sort_by(f32::total_cmp);
        let at = |rate: f64| clean[(clean.len() as f64 * (1.0 - rate)) as usize];
        let thresholds = Thresholds { fpr_5: at(0.05), fpr_1: at(0.01), fpr_0_5: at(0.005), fpr_0_1: at(0.001) };
        println!("thresholds {thresholds:?} on {} clean posts", clean.len());
        ToxicityModel::new(Table::of(&buckets, &words), Constants { dense, bias, thresholds })
    }
}

fn fold(index: usize) -> usize {
    (index / 3) % FOLDS
}
