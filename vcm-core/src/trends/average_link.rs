//! Average-link agglomeration: joins what is alike on average, until nothing is.
//!
//! The nearest-neighbour chain (Murtagh 1983) finds the same joins as the greedy method in time and memory of the square of the
//! number of items, so it is called on a window of a stream and not on the whole. Next: [`super::cluster`].

/// Similarities of every item to every item: symmetric, row after row.
pub(super) struct Similarities {
    items: usize,
    values: Vec<f32>,
}

impl Similarities {
    /// `upper(row, similarities)` writes the similarities of item `row` to itself and the items after it, the rest is mirrored.
    pub(super) fn of(items: usize, mut upper: impl FnMut(usize, &mut [f32])) -> Self {
        let mut values = vec![0.0; items * items];
        for (row, similarities) in values.chunks_exact_mut(items.max(1)).enumerate() {
            upper(row, similarities.get_mut(row..).unwrap_or_default());
        }
        let mut all = Self { items, values };
        for row in 0..items {
            for column in 0..row {
                let value = all.get(column, row);
                all.set(row, column, value);
            }
        }
        all
    }

    fn get(&self, row: usize, column: usize) -> f32 {
        self.values.get(row * self.items + column).copied().unwrap_or_default()
    }

    fn set(&mut self, row: usize, column: usize, value: f32) {
        if let Some(slot) = self.values.get_mut(row * self.items + column) {
            *slot = value;
        }
    }

    fn row(&self, row: usize) -> &[f32] {
        self.values.get(row * self.items..(row + 1) * self.items).unwrap_or_default()
    }
}

/// The cluster of each item, named by its first item. Two clusters join while the mean similarity between their items is at least
/// `threshold`; of equal pairs the earlier joins first.
pub(super) fn clusters(similarities: Similarities, threshold: f32) -> Vec<usize> {
    let mut linkage = Linkage {
        parents: (0..similarities.items).collect(),
        sizes: vec![1.0; similarities.items],
        waiting: (0..similarities.items).collect(),
        similarities,
    };
    let mut chain: Vec<usize> = Vec::new();
    while let Some(top) = chain.last().or(linkage.waiting.first()).copied() {
        if chain.is_empty() {
            chain.push(top);
        }
        let before = chain.len().checked_sub(2).and_then(|place| chain.get(place)).copied();
        match linkage.nearest(top, before) {
            Some((nearest, similarity)) if similarity >= threshold => {
                if Some(nearest) == before {
                    chain.truncate(chain.len() - 2);
                    linkage.join(top.min(nearest), top.max(nearest));
                } else if chain.contains(&nearest) {
                    // Only rounding can close a longer loop; a fresh chain has none.
                    chain.clear();
                } else {
                    chain.push(nearest);
                }
            }
            // What has no neighbour now will have none later: a joined cluster is never nearer than its nearer part.
            _ => {
                linkage.waiting.retain(|item| *item != top);
                chain.clear();
            }
        }
    }
    (0..linkage.parents.len()).map(|item| linkage.root(item)).collect()
}

struct Linkage {
    similarities: Similarities,
    parents: Vec<usize>,
    sizes: Vec<f32>,
    /// Clusters that may still join, ascending.
    waiting: Vec<usize>,
}

impl Linkage {
    /// The most similar waiting cluster; of equal ones `preferred`, then the first.
    fn nearest(&self, item: usize, preferred: Option<usize>) -> Option<(usize, f32)> {
        let row = self.similarities.row(item);
        let mut best: Option<(usize, f32)> = preferred.and_then(|other| row.get(other).map(|value| (other, *value)));
        for &other in &self.waiting {
            if let Some(&value) = row.get(other)
                && other != item
                && best.is_none_or(|(_, largest)| value > largest)
            {
                best = Some((other, value));
            }
        }
        best
    }

    /// Joins the later cluster into the earlier.
    fn join(&mut self, earlier: usize, later: usize) {
        let (Some(&one), Some(&two)) = (self.sizes.get(earlier), self.sizes.get(later)) else { return };
        let total = one + two;
        for place in 0..self.waiting.len() {
            let Some(&other) = self.waiting.get(place) else { break };
            let mean =
                (one * self.similarities.get(earlier, other) + two * self.similarities.get(later, other)) / total;
            self.similarities.set(earlier, other, mean);
            self.similarities.set(other, earlier, mean);
        }
        if let Some(size) = self.sizes.get_mut(earlier) {
            *size = total;
        }
        if let Some(parent) = self.parents.get_mut(later) {
            *parent = earlier;
        }
        if let Ok(place) = self.waiting.binary_search(&later) {
            self.waiting.remove(place);
        }
    }

    fn root(&self, mut item: usize) -> usize {
        while let Some(&parent) = self.parents.get(item).filter(|parent| **parent != item) {
            item = parent;
        }
        item
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The greedy method: join the most similar pair, again and again.
    fn greedy(points: &[f32], threshold: f32) -> Vec<usize> {
        let mut clusters: Vec<Vec<usize>> = (0..points.len()).map(|item| vec![item]).collect();
        loop {
            let mut best: Option<(usize, usize, f32)> = None;
            for one in 0..clusters.len() {
                for two in one + 1..clusters.len() {
                    let pairs =
                        clusters[one].iter().flat_map(|a| clusters[two].iter().map(move |b| alike(points, *a, *b)));
                    let mean = pairs.sum::<f32>() / (clusters[one].len() * clusters[two].len()) as f32;
                    if best.is_none_or(|(.., largest)| mean > largest) {
                        best = Some((one, two, mean));
                    }
                }
            }
            match best.filter(|(.., mean)| *mean >= threshold) {
                Some((one, two, _)) => {
                    let moved = clusters.remove(two);
                    clusters[one].extend(moved);
                }
                None => break,
            }
        }
        let first =
            |item| clusters.iter().find(|cluster| cluster.contains(&item)).and_then(|cluster| cluster.iter().min());
        (0..points.len()).filter_map(|item| first(item).copied()).collect()
    }

    fn alike(points: &[f32], one: usize, two: usize) -> f32 {
        1.0 / (1.0 + (points[one] - points[two]).abs())
    }

    fn chained(points: &[f32], threshold: f32) -> Vec<usize> {
        let upper = |row: usize, similarities: &mut [f32]| {
            for (other, slot) in similarities.iter_mut().enumerate() {
                *slot = alike(points, row, row + other);
            }
        };
        clusters(Similarities::of(points.len(), upper), threshold)
    }

    #[test]
    fn items_join_from_the_threshold_up() {
        let points = [0.0, 0.1, 5.0, 5.1, 50.0];
        assert_eq!(chained(&points, 0.5), [0, 0, 2, 2, 4]);
        assert_eq!(chained(&points, 0.15), [0, 0, 0, 0, 4]);
        assert_eq!(chained(&points, 1.1), [0, 1, 2, 3, 4]);
        assert_eq!(chained(&points, 0.0), [0; 5]);
        assert_eq!(chained(&[], 0.5), [0usize; 0]);
        assert_eq!(chained(&[1.0; 9], 0.5), [0; 9]);
    }

    proptest::proptest! {
        #[test]
        fn the_chain_finds_what_the_greedy_method_finds(points in proptest::collection::vec(0.0..100.0f32, 0..24), threshold in 0.01..0.9f32) {
            proptest::prop_assert_eq!(chained(&points, threshold), greedy(&points, threshold));
        }
    }
}
