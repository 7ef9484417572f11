//! Clusters of tweets and news titles beside the annotators' events. The options were tuned on the first half of each stream.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use vcm_agents::providers::embeddings;
use vcm_core::trends::{self, ClusterOptions};

use super::{Row, Setting};

/// ARI, NMI and pair F1 on each half of each stream and on the whole; of the MiniLM embedder, too, when `VCM_MODEL_DIR` names its
/// folder (the build must have the feature `minilm`), with its own threshold and with a calibrated one.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let mut rows = Vec::new();
    let model = std::env::var_os("VCM_MODEL_DIR").map(PathBuf::from);
    let dense = model.map(|folder| embeddings::open("minilm", Some(&folder))).transpose().map_err(io::Error::other)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().build()?;
    for (stream, baseline) in [("tweets-t", 0.553), ("news-t", 0.417)] {
        let labelled = read(&setting.data.join(format!("trends/{stream}-dev.jsonl")))?;
        let (first, second) = labelled.split_at(labelled.len() / 2);
        for (part, labelled) in
            [("first half, tuned on", first), ("second half, unseen", second), ("whole", &labelled[..])]
        {
            let texts: Vec<&str> = labelled.iter().map(|(text, _)| text.as_str()).collect();
            let gold: Vec<u32> = labelled.iter().map(|(_, gold)| *gold).collect();
            let options = ClusterOptions::default();
            let mut add = |how: &str, clusters: &[u32], speed: &str| {
                let agreement = agreement(&gold, clusters);
                let found = clusters.iter().max().map_or(0, |largest| largest + 1);
                for (metric, ours) in [
                    ("ARI", agreement.adjusted_rand),
                    ("NMI", agreement.normalised_mutual_information),
                    ("pair F1", agreement.pair_f1),
                ] {
                    rows.push(Row {
                        engine: "trends",
                        set: format!("{stream} ({part}){how}"),
                        metric: metric.to_owned(),
                        ours,
                        baseline: (metric == "ARI").then_some(baseline),
                        note: format!("baseline: TF-IDF single-pass on the whole; {found} clusters found{speed}"),
                    });
                }
            };
            add("", &trends::assign(&texts, &options), "");
            if let Some(dense) = &dense {
                let started = std::time::Instant::now();
                let vectors = runtime.block_on(dense.embed(&texts)).map_err(io::Error::other)?;
                let speed = format!("; {:.0} texts a second", texts.len() as f64 / started.elapsed().as_secs_f64());
                for (how, id) in [(", MiniLM", dense.id()), (", MiniLM, calibrated", "")] {
                    let join_similarity = trends::join_similarity(id, &vectors).value;
                    let options = ClusterOptions { join_similarity, ..options };
                    add(how, &trends::assign_vectors(&texts, &vectors, &options), &speed);
                }
            }
        }
    }
    Ok(rows)
}

#[derive(serde::Deserialize)]
struct Labelled {
    text: String,
    cluster: u32,
}

fn read(path: &Path) -> io::Result<Vec<(String, u32)>> {
    let parse = |line: &str| {
        let labelled: Labelled = serde_json::from_str(line)?;
        Ok((labelled.text, labelled.cluster))
    };
    fs::read_to_string(path)?.lines().map(parse).collect()
}

/// How well two clusterings agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Adjusted Rand index (Hubert and Arabie 1985).
    pub adjusted_rand: f64,
    /// Mutual information over the mean of the entropies.
    pub normalised_mutual_information: f64,
    /// F1 over pairs of items in one cluster.
    pub pair_f1: f64,
}

/// Compares two labellings of the same items.
pub fn agreement(gold: &[u32], found: &[u32]) -> Agreement {
    let mut table: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    let (mut rows, mut columns): (BTreeMap<u32, f64>, BTreeMap<u32, f64>) = Default::default();
    for (a, b) in gold.iter().zip(found) {
        *table.entry((*a, *b)).or_default() += 1.0;
        *rows.entry(*a).or_default() += 1.0;
        *columns.entry(*b).or_default() += 1.0;
    }
    let count = gold.len() as f64;
    let pairs = |counts: &mut dyn Iterator<Item = &f64>| counts.map(|size| size * (size - 1.0) / 2.0).sum::<f64>();
    let (both, gold_pairs, found_pairs) =
        (pairs(&mut table.values()), pairs(&mut rows.values()), pairs(&mut columns.values()));
    let expected = gold_pairs * found_pairs / (count * (count - 1.0) / 2.0);
    let entropy =
        |sizes: &BTreeMap<u32, f64>| -sizes.values().map(|size| size / count * (size / count).ln()).sum::<f64>();
    let information: f64 = table
        .iter()
        .map(|((a, b), size)| {
            size / count * (size * count / (rows.get(a).unwrap_or(&1.0) * columns.get(b).unwrap_or(&1.0))).ln()
        })
        .sum();
    Agreement {
        adjusted_rand: (both - expected) / (f64::midpoint(gold_pairs, found_pairs) - expected),
        normalised_mutual_information: 2.0 * information / (entropy(&rows) + entropy(&columns)),
        pair_f1: 2.0 * both / (gold_pairs + found_pairs),
    }
}
