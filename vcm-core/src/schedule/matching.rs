//! The best matching of posts to slots when nothing but "one post a slot" counts, with prices that prove it: where the search and
//! its bound start. Shortest augmenting paths (Jonker & Volgenant 1987). Next: [`super::board`].

use super::assign::Problem;

/// Posts times slots up to which a matching is sought.
const MOST_PAIRS: usize = 1 << 20;

/// A matching and its prices.
pub(super) struct Matching {
    /// Row and slot of each post.
    pub(super) pairs: Vec<(usize, usize)>,
    /// What one post of each row is worth.
    pub(super) row_values: Vec<f64>,
    /// What each slot costs, 0 or more: a post's weight is never more than its row's value and its slot's price.
    pub(super) slot_prices: Vec<f64>,
}

#[derive(Clone, Copy)]
struct Column {
    price: f64,
    post: Option<usize>,
    least: f64,
    from: Option<usize>,
    done: bool,
}

/// Matches as many posts of each row as its target says. None when the posts of different accounts may share a slot, when there are
/// more posts than slots, or when the problem is too large.
pub(super) fn matching(problem: &Problem, targets: &[usize]) -> Option<Matching> {
    if problem.campaign_gap_minutes == 0 && problem.groups.len() > 1 {
        return None;
    }
    let posts: Vec<usize> =
        targets.iter().enumerate().flat_map(|(row, target)| std::iter::repeat_n(row, *target)).collect();
    if posts.len() > problem.times.len() || posts.len().saturating_mul(problem.times.len()) > MOST_PAIRS {
        return None;
    }
    let weights = problem.rows.iter().flat_map(|row| &row.weights).filter(|weight| weight.is_finite());
    // Dearer than any exchange of allowed slots, so that a forbidden one is a last resort.
    let forbidden = weights.fold(1.0f64, |span, weight| span.max(weight.abs())) * (2 * posts.len() + 2) as f64;
    let blank = Column { price: 0.0, post: None, least: f64::INFINITY, from: None, done: false };
    let mut columns = vec![blank; problem.times.len()];
    let mut potentials = vec![0.0; posts.len()];
    for root in 0..posts.len() {
        for column in &mut columns {
            (column.least, column.from, column.done) = (f64::INFINITY, None, false);
        }
        let (mut post, mut via) = (root, None);
        let end = loop {
            let row = problem.rows.get(*posts.get(post)?)?;
            let potential = potentials.get(post).copied()?;
            let (mut delta, mut nearest) = (f64::INFINITY, None);
            for (slot, (column, weight)) in columns.iter_mut().zip(&row.weights).enumerate() {
                if column.done {
                    continue;
                }
                let cost = if weight.is_finite() { -weight } else { forbidden };
                let reduced = cost - potential - column.price;
                if reduced < column.least {
                    (column.least, column.from) = (reduced, via);
                }
                if column.least < delta {
                    (delta, nearest) = (column.least, Some(slot));
                }
            }
            let nearest = nearest?;
            *potentials.get_mut(root)? += delta;
            for column in &mut columns {
                if column.done {
                    column.price -= delta;
                    if let Some(potential) = column.post.and_then(|post| potentials.get_mut(post)) {
                        *potential += delta;
                    }
                } else {
                    column.least -= delta;
                }
            }
            let column = columns.get_mut(nearest)?;
            column.done = true;
            via = Some(nearest);
            match column.post {
                Some(taken) => post = taken,
                None => break nearest,
            }
        };
        let mut slot = end;
        loop {
            let from = columns.get(slot)?.from;
            let moved = match from {
                Some(before) => columns.get(before)?.post,
                None => Some(root),
            };
            columns.get_mut(slot)?.post = moved;
            match from {
                Some(before) => slot = before,
                None => break,
            }
        }
    }
    let mut row_values = vec![0.0; targets.len()];
    for (row, potential) in posts.iter().zip(&potentials) {
        if let (Some(value), Some(target)) = (row_values.get_mut(*row), targets.get(*row)) {
            *value -= potential / *target as f64;
        }
    }
    let matched = columns.iter().enumerate().filter_map(|(slot, column)| Some((*posts.get(column.post?)?, slot)));
    Some(Matching {
        pairs: matched.collect(),
        row_values,
        slot_prices: columns.iter().map(|column| -column.price).collect(),
    })
}
