//! Stable ids: which cluster of an earlier run a cluster of this run goes on from.
//!
//! Runs share texts (the same stream a day later, or two windows of one stream). The pair of clusters that shares most texts is
//! matched first, and each cluster once: so a topic keeps its id while it grows, the larger part keeps it after a split, and the
//! larger topic gives its id to a union. Next: [`super::topics()`].

use std::collections::BTreeMap;

/// For each cluster of this run the place in `previous` of the cluster it goes on from, if there is one. Members are whatever
/// names a text in both runs; a member of several clusters counts for the first.
///
/// A pair needs more than half of the shared texts of one of the two: a cluster that lent two texts to a stranger goes on nowhere.
/// Ties go to the earlier cluster of this run, then to the earlier previous one.
pub fn continued<K: Ord>(previous: &[Vec<K>], current: &[Vec<K>]) -> Vec<Option<usize>> {
    let home_before = homes(previous);
    let home_now = homes(current);
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let (mut known_before, mut known_now) = (vec![0usize; previous.len()], vec![0usize; current.len()]);
    for (member, now) in home_now {
        let Some(before) = home_before.get(member) else { continue };
        *shared.entry((now, *before)).or_default() += 1;
        for (counts, place) in [(&mut known_now, now), (&mut known_before, *before)] {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        }
    }
    let mut pairs: Vec<(usize, usize, usize)> =
        shared.into_iter().map(|((now, before), texts)| (texts, now, before)).collect();
    pairs.sort_by_key(|(texts, now, before)| (usize::MAX - texts, *now, *before));
    let mut taken = vec![false; previous.len()];
    let mut matched = vec![None; current.len()];
    for (texts, now, before) in pairs {
        let (Some(slot), Some(is_taken)) = (matched.get_mut(now), taken.get_mut(before)) else { continue };
        let is_main = |known: Option<&usize>| known.is_some_and(|known| 2 * texts > *known);
        if slot.is_none() && !*is_taken && (is_main(known_now.get(now)) || is_main(known_before.get(before))) {
            *slot = Some(before);
            *is_taken = true;
        }
    }
    matched
}

fn homes<K: Ord>(clusters: &[Vec<K>]) -> BTreeMap<&K, usize> {
    let mut homes = BTreeMap::new();
    for (place, members) in clusters.iter().enumerate() {
        for member in members {
            homes.entry(member).or_insert(place);
        }
    }
    homes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_part_keeps_the_id() {
        type Clusters<'c> = &'c [&'c [u32]];
        let cases: &[(&str, Clusters<'_>, Clusters<'_>, &[Option<usize>])] = &[
            ("grown, in another place", &[&[1, 2], &[5, 6, 7]], &[&[5, 6, 7, 8], &[1, 2, 3]], &[Some(1), Some(0)]),
            ("split", &[&[1, 2, 3, 4, 5]], &[&[1, 2], &[3, 4, 5, 6]], &[None, Some(0)]),
            ("joined", &[&[1, 2], &[3, 4, 5]], &[&[1, 2, 3, 4, 5]], &[Some(1)]),
            ("strangers", &[&[1, 2]], &[&[3, 4]], &[None]),
            ("one text lent", &[&[1, 2, 3, 4], &[9]], &[&[1, 2, 3], &[4, 9, 10]], &[Some(0), Some(1)]),
            ("nothing", &[], &[&[1]], &[None]),
        ];
        for (name, previous, current, expected) in cases {
            let owned = |clusters: &[&[u32]]| clusters.iter().map(|members| members.to_vec()).collect::<Vec<_>>();
            assert_eq!(continued(&owned(previous), &owned(current)), *expected, "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn appended_members_keep_every_id(sizes in proptest::collection::vec(1usize..6, 0..8), more in proptest::collection::vec(0usize..6, 8)) {
            let mut next = 0..;
            let previous: Vec<Vec<usize>> = sizes.iter().map(|size| next.by_ref().take(*size).collect()).collect();
            let grown = previous.iter().zip(&more).map(|(members, added)| {
                members.iter().copied().chain(next.by_ref().take(*added)).collect()
            });
            let current: Vec<Vec<usize>> = grown.collect();
            let expected: Vec<_> = (0..previous.len()).map(Some).collect();
            proptest::prop_assert_eq!(continued(&previous, &current), expected);
        }
    }
}
