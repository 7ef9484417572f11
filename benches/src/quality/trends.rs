//! Clusters of tweets and news titles beside the annotators' events. The options were tuned on the first half of each stream.

use std::{collections::BTreeMap, fs, io, path::Path};

use vcm_core::trends;

use super::{Row, Setting};

/// ARI, NMI and pair F1 on each half of each stream and on the whole.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let data_dir = &setting.data;
    let mut rows = Vec::new();
    for (stream, baseline) in [("tweets-t", 0.553), ("news-t", 0.417)] {
        let labelled = read(&data_dir.join(format!("trends/{stream}-dev.jsonl")))?;
        let (first, second) = labelled.split_at(labelled.len() / 2);
        for (part, texts) in
            [("first half, tuned on", first), ("second half, unseen", second), ("whole", &labelled[..])]
        {
            let clusters = trends::assign(
                &texts.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(),
                &trends::ClusterOptions::default(),
            );
            let gold: Vec<u32> = texts.iter().map(|(_, gold)| *gold).collect();
            let agreement = agreement(&gold, &clusters);
            let found = clusters.iter().max().map_or(0, |largest| largest + 1);
            let note = format!("baseline: TF-IDF single-pass on the whole; {found} clusters found");
            for (metric, ours) in [
                ("ARI", agreement.adjusted_rand),
                ("NMI", agreement.normalised_mutual_information),
                ("pair F1", agreement.pair_f1),
            ] {
                rows.push(Row {
                    engine: "trends",
                    set: format!("{stream} ({part})"),
                    metric: metric.to_owned(),
                    ours,
                    baseline: (metric == "ARI").then_some(baseline),
                    note: note.clone(),
                });
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
