//! Gives the chosen slots of one account to its posts: members of a block get slots of like strength on different days, and
//! which variant gets which of them is drawn with the seed, so that a slot never favours one variant. Next: [`super::explain`].

use std::collections::BTreeMap;

use super::request::PostRequest;
use crate::hash::SeededRandom;

/// A chosen slot of the account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) slot: usize,
    pub(super) day: usize,
    pub(super) score: f64,
}

/// Who gets what.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Labels {
    /// Index of the post, its place, and the places of the other members of its block.
    pub(super) placed: Vec<(usize, Place, Vec<Place>)>,
    /// Posts left over, with the reason when it is not simply a lack of slots.
    pub(super) left: Vec<(usize, Option<String>)>,
}

/// Deals `places` (in time order) to `posts` (index and request, in order of importance). Blocks first, whole or not at all;
/// then single posts, in order of time.
pub(super) fn deal(posts: &[(usize, &PostRequest)], places: &[Place], random: &mut SeededRandom) -> Labels {
    let mut labels = Labels::default();
    let mut free = places.to_vec();
    let mut blocks: Vec<(&str, Vec<(usize, &PostRequest)>)> = Vec::new();
    let mut index: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut singles = Vec::new();
    for (position, post) in posts {
        if let (Some(experiment), Some(block)) = (&post.experiment, &post.block) {
            let key = (experiment.as_str(), block.as_str());
            let at = *index.entry(key).or_insert_with(|| {
                blocks.push((block.as_str(), Vec::new()));
                blocks.len() - 1
            });
            if let Some((_, members)) = blocks.get_mut(at) {
                members.push((*position, *post));
            }
        } else {
            singles.push(*position);
        }
    }
    let days = free.iter().map(|place| place.day).collect::<std::collections::BTreeSet<_>>().len();
    for (block, members) in blocks {
        if let Some(mut chosen) = matched(&free, members.len()) {
            free.retain(|place| !chosen.iter().any(|taken| taken.slot == place.slot));
            random.shuffle(&mut chosen);
            for (number, (position, _)) in members.iter().enumerate() {
                let mut others = chosen.clone();
                if number < others.len() {
                    let place = others.remove(number);
                    labels.placed.push((*position, place, others));
                }
            }
            continue;
        }
        let reason = if free.len() < members.len() {
            format!(
                "block {block} needs {} slots and {} are left: it goes out whole or not at all",
                members.len(),
                free.len()
            )
        } else {
            format!(
                "block {block} needs {} different days and the free slots of this account are on {days} days in all: \
                 allow more days or a smaller gap",
                members.len()
            )
        };
        labels.left.extend(members.iter().map(|(position, _)| (*position, Some(reason.clone()))));
    }
    let mut places = free.into_iter();
    for position in singles {
        match places.next() {
            Some(place) => labels.placed.push((position, place, Vec::new())),
            None => labels.left.push((position, None)),
        }
    }
    labels
}

/// `count` places on different days whose scores lie closest together; earlier ones among equals.
fn matched(free: &[Place], count: usize) -> Option<Vec<Place>> {
    let mut order = free.to_vec();
    order.sort_by(|a, b| a.score.total_cmp(&b.score).then(a.slot.cmp(&b.slot)));
    let mut best: Option<(f64, usize, Vec<Place>)> = None;
    for (start, first) in order.iter().enumerate() {
        let mut chosen: Vec<Place> = vec![*first];
        for place in order.iter().skip(start + 1) {
            if chosen.len() == count {
                break;
            }
            if chosen.iter().all(|other| other.day != place.day) {
                chosen.push(*place);
            }
        }
        if chosen.len() < count {
            continue;
        }
        let spread = chosen.last().map_or(0.0, |last| last.score) - first.score;
        let earliest = chosen.iter().map(|place| place.slot).min().unwrap_or(0);
        let better = best.as_ref().is_none_or(|(least, slot, _)| (spread, earliest) < (*least, *slot));
        if better {
            best = Some((spread, earliest, chosen));
        }
    }
    best.map(|(_, _, chosen)| chosen)
}
