//! Clusters a stream of short texts, without a number of clusters given.
//!
//! A window of the stream is compared text by text ([`super::affinity`]) and joined by average link. A longer stream is read in
//! windows that overlap by half, and a cluster goes on in the next window under its id when it keeps most of the texts that both
//! windows hold ([`super::continuity`]). So time grows with the number of texts, and a topic that was silent for a window is closed.

use std::collections::BTreeMap;

use super::{affinity, average_link, average_link::Similarities, collapse, continuity};

/// How texts are clustered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusterOptions {
    /// Mean similarity from which two clusters of texts join, 0 to 1; larger gives more and smaller clusters. The default was
    /// tuned on the first halves of two annotated streams.
    pub join_similarity: f64,
    /// Most texts that are compared with one another, near-duplicates aside; at least 2. A longer stream is read in windows of
    /// half as many that overlap by half. Memory grows with its square: 64 MB for the default of 4,096.
    pub window_texts: usize,
    /// Character-3-gram Jaccard similarity from which two texts are one, 0 to 1.
    pub duplicate_threshold: f64,
}

impl Default for ClusterOptions {
    fn default() -> Self {
        Self { join_similarity: 0.1, window_texts: 4096, duplicate_threshold: 0.8 }
    }
}

/// Texts with their clusters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clustering {
    /// Cluster of each text, numbered from 0 in order of first appearance.
    pub(super) clusters: Vec<u32>,
    /// For each text the earliest one it repeats, or its own index.
    pub(super) representatives: Vec<usize>,
}

/// Clusters texts that stand in time order. A text without a content word is a cluster of its own.
pub(super) fn cluster(texts: &[&str], options: &ClusterOptions) -> Clustering {
    clustering(texts, options, &|originals| {
        let texts: Vec<&str> = originals.iter().filter_map(|index| texts.get(*index).copied()).collect();
        affinity::of_texts(&texts)
    })
}

/// [`cluster`] by unit vectors of the texts, one a text; a vector of zeros is alone.
pub(super) fn cluster_vectors(texts: &[&str], vectors: &[Vec<f32>], options: &ClusterOptions) -> Clustering {
    clustering(texts, options, &|originals| {
        let vectors: Vec<&[f32]> =
            originals.iter().map(|index| vectors.get(*index).map(Vec::as_slice).unwrap_or_default()).collect();
        affinity::of_vectors(&vectors)
    })
}

fn clustering(texts: &[&str], options: &ClusterOptions, compare: &dyn Fn(&[usize]) -> Similarities) -> Clustering {
    let representatives = collapse::representatives(texts, options.duplicate_threshold);
    let originals: Vec<usize> =
        representatives.iter().enumerate().filter(|(index, first)| index == *first).map(|(index, _)| index).collect();
    let threshold = options.join_similarity as f32;
    let labels = in_windows(originals.len(), options.window_texts.max(2), |window| {
        let originals = originals.get(window).unwrap_or_default();
        average_link::clusters(compare(originals), threshold)
    });
    let mut label_of = vec![0; texts.len()];
    for (index, label) in originals.iter().zip(labels) {
        if let Some(slot) = label_of.get_mut(*index) {
            *slot = label;
        }
    }
    let of_representative = representatives.iter().map(|first| label_of.get(*first).copied().unwrap_or_default());
    Clustering { clusters: number_by_appearance(of_representative), representatives }
}

/// Labels of `count` items: of one window when they fit, else of overlapping ones of half the size. What a window has labelled keeps
/// its label.
fn in_windows(
    count: usize,
    largest: usize,
    mut labels_of: impl FnMut(std::ops::Range<usize>) -> Vec<usize>,
) -> Vec<u32> {
    let (window, step) =
        if count <= largest { (count, count.max(1)) } else { (largest.div_ceil(2), largest.div_ceil(4)) };
    let mut labels: Vec<u32> = Vec::with_capacity(count);
    let mut next = 0;
    let mut start = 0;
    while labels.len() < count {
        let end = (start + window).min(count);
        let mut current: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, label) in labels_of(start..end).into_iter().enumerate() {
            current.entry(label).or_default().push(start + place);
        }
        let current: Vec<Vec<usize>> = current.into_values().collect();
        let mut previous: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (label, place) in labels.iter().skip(start).zip(start..) {
            previous.entry(*label).or_default().push(place);
        }
        let (ids, previous): (Vec<u32>, Vec<Vec<usize>>) = previous.into_iter().unzip();
        let seen = labels.len();
        labels.resize(end, 0);
        for (members, before) in current.iter().zip(continuity::continued(&previous, &current)) {
            let id = before.and_then(|before| ids.get(before).copied()).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            for member in members.iter().filter(|member| **member >= seen) {
                if let Some(slot) = labels.get_mut(*member) {
                    *slot = id;
                }
            }
        }
        start += step;
    }
    labels
}

/// Renumbers labels from 0 in order of first appearance.
fn number_by_appearance(labels: impl Iterator<Item = u32>) -> Vec<u32> {
    let labels: Vec<u32> = labels.collect();
    let mut numbers = vec![u32::MAX; labels.iter().max().map_or(0, |largest| *largest as usize + 1)];
    let mut next = 0;
    let number = |label: u32| {
        let slot = numbers.get_mut(label as usize)?;
        if *slot == u32::MAX {
            *slot = next;
            next += 1;
        }
        Some(*slot)
    };
    labels.into_iter().filter_map(number).collect()
}
