//! The best `n` slots of one account that keep its gap: dynamic programming over time, with a price per post that makes the
//! number come out right. Next: [`super::labels`].

/// What [`best_slots`] found.
pub(super) struct BestSlots {
    /// Largest sum over `count` slots that keep the gap, or a bound on it when shares are split.
    pub(super) value: f64,
    /// Price of a post at which sets of more and of fewer slots are worth the same.
    pub(super) post_price: f64,
    /// Slots and the share of each that is used.
    pub(super) usage: Vec<(usize, f64)>,
}

/// A set of slots, its size and sum.
struct Line {
    slots: Vec<usize>,
    sum: f64,
}

/// The best `count` slots with a gap: the price of a post is where the best sets of more and of fewer slots are worth the same.
pub(super) fn best_slots(weights: &[f64], next: &[usize], count: usize, guess: f64) -> BestSlots {
    let mut usage = Vec::new();
    if count == 0 {
        return BestSlots { value: 0.0, post_price: guess, usage };
    }
    let finite = weights.iter().filter(|weight| weight.is_finite());
    let span = finite.fold(1.0f64, |span, weight| span.max(weight.abs()));
    let cheapest = -4.0 * span * (weights.len() as f64 + 1.0);
    let mut fewer = Line { slots: Vec::new(), sum: 0.0 };
    let mut more: Option<Line> = None;
    let mut price = guess;
    for _ in 0..40 {
        let line = best_at(weights, next, price);
        let value = line.sum - price * (line.slots.len() as f64 - count as f64);
        if line.slots.len() == count {
            line.slots.iter().for_each(|slot| usage.push((*slot, 1.0)));
            return BestSlots { value, post_price: price, usage };
        }
        // Where the line through the current price lies on no new set, the price is the best one.
        let done = more.as_ref().is_some_and(|more| {
            let known = more.sum - price * (more.slots.len() as f64 - count as f64);
            value <= known + 1e-12 * span
        });
        if done {
            break;
        }
        if line.slots.len() > count {
            more = Some(line);
        } else {
            fewer = line;
        }
        price = match &more {
            Some(more) => (more.sum - fewer.sum) / (more.slots.len() as f64 - fewer.slots.len() as f64),
            // Nothing with enough slots yet: a price at which every slot is worth taking.
            None if price > cheapest => cheapest,
            None => break,
        };
    }
    let Some(more) = more else {
        // Not even free posts fill the count: the caller asked for more than fits, and any number is a bound.
        return BestSlots { value: fewer.sum, post_price: guess, usage };
    };
    let share = (count as f64 - fewer.slots.len() as f64) / (more.slots.len() as f64 - fewer.slots.len() as f64);
    more.slots.iter().for_each(|slot| usage.push((*slot, share)));
    fewer.slots.iter().for_each(|slot| usage.push((*slot, 1.0 - share)));
    // The dual at this price, computed afresh: valid even if the search above stopped early.
    let line = best_at(weights, next, price);
    BestSlots { value: line.sum - price * (line.slots.len() as f64 - count as f64), post_price: price, usage }
}

/// The set with the largest sum when each slot costs `price`: dynamic programming from the end.
fn best_at(weights: &[f64], next: &[usize], price: f64) -> Line {
    let mut tail = vec![0.0f64; weights.len() + 1];
    for (slot, weight) in weights.iter().enumerate().rev() {
        let after = next.get(slot).and_then(|next| tail.get(*next)).copied().unwrap_or(0.0);
        let skip = tail.get(slot + 1).copied().unwrap_or(0.0);
        if let Some(value) = tail.get_mut(slot) {
            *value = skip.max(weight - price + after);
        }
    }
    let (mut slots, mut sum, mut slot) = (Vec::new(), 0.0, 0);
    while let Some(weight) = weights.get(slot) {
        if tail.get(slot) > tail.get(slot + 1) {
            slots.push(slot);
            sum += weight;
            slot = next.get(slot).copied().unwrap_or(slot + 1).max(slot + 1);
        } else {
            slot += 1;
        }
    }
    Line { slots, sum }
}
