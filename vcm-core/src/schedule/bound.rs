//! A proven upper bound on any schedule, and prices that guide the search towards it.
//!
//! Weak duality: take the daily caps, weekly caps and the distance between accounts out of the constraints and charge a price
//! `p >= 0` for each unit they use. Whatever the prices, the best schedule of the priced problem, plus the value of what the
//! constraints allow at those prices, is at least the best schedule of the real one, because a feasible schedule pays no more
//! than it is given back. The priced problem falls apart into accounts; each is solved exactly (best `n` slots with a gap) by
//! dynamic programming over time and a price per post found by Dantzig's line search. Prices improve by Polyak's subgradient steps.
//! For one account all constraints are intervals of time, a totally unimodular system, so the best prices leave no gap at all;
//! with several accounts a small one can remain. Reading: Fisher 1981, The Lagrangian relaxation method. Next: [`super::labels`].

use super::assign::Problem;

/// Slot evaluations that one solve may spend on prices: keeps 200 posts × 1,000 slots far under 100 ms.
const WORK: usize = 12_000_000;
/// Price updates between two looks at the guided schedule.
const STEPS: usize = 12;

pub(super) struct Relaxation<'a> {
    problem: &'a Problem,
    targets: Vec<usize>,
    /// Per row: first slot far enough after each slot.
    next: Vec<Vec<usize>>,
    /// Per slot: where the window of the campaign gap that starts here ends.
    window_end: Vec<usize>,
    prices: Prices,
    /// Last price of a post in each row.
    post_price: Vec<f64>,
    best: f64,
    best_prices: Prices,
    step: f64,
    stale: u32,
    /// Share of each slot that the relaxed solution uses at the last prices, per row.
    usage: Vec<Vec<f64>>,
}

#[derive(Clone)]
struct Prices {
    day: Vec<Vec<f64>>,
    week: Vec<Vec<f64>>,
    window: Vec<f64>,
}

impl<'a> Relaxation<'a> {
    pub(super) fn new(problem: &'a Problem, targets: &[usize]) -> Self {
        let slots = problem.times.len();
        let days = problem.times.last().map_or(0, |last| last.day + 1);
        let rows = problem.rows.len();
        let shared = problem.campaign_gap_minutes > 0 && rows > 1;
        let past = |gap: i64| (0..slots).map(|slot| problem.near(slot, gap).end).collect::<Vec<_>>();
        let prices = Prices {
            day: vec![vec![0.0; days]; rows],
            week: vec![vec![0.0; days / 7 + 1]; rows],
            window: if shared { vec![0.0; slots] } else { Vec::new() },
        };
        let mut relaxation = Self {
            problem,
            targets: targets.to_vec(),
            next: problem.rows.iter().map(|row| past(row.gap_minutes)).collect(),
            window_end: if shared { past(problem.campaign_gap_minutes) } else { Vec::new() },
            best_prices: prices.clone(),
            prices,
            post_price: vec![0.0; rows],
            best: f64::INFINITY,
            step: 1.0,
            stale: 0,
            usage: vec![vec![0.0; slots]; rows],
        };
        relaxation.best = relaxation.evaluate();
        relaxation
    }

    /// How often [`Self::improve`] may be called within the work allowed.
    pub(super) fn rounds(&self) -> usize {
        let step = self.problem.times.len() * self.problem.rows.len() * 8;
        (WORK / (step * STEPS).max(1)).clamp(2, 24)
    }

    /// The smallest bound so far.
    pub(super) fn bound(&self) -> f64 {
        self.best
    }

    /// A few price updates towards `floor`, the value of the best known schedule.
    pub(super) fn improve(&mut self, floor: f64) {
        for _ in 0..STEPS {
            let floor = if floor.is_finite() { floor } else { self.best - self.best.abs().max(1.0) * 0.05 };
            let (norm, slope) = self.slope();
            if norm <= 1e-18 {
                return;
            }
            let length = self.step * (self.best - floor).max(1e-12) / norm;
            self.walk(&slope, length);
            let value = self.evaluate();
            if value < self.best - 1e-12 * self.best.abs() {
                self.best = value;
                self.best_prices.clone_from(&self.prices);
                self.stale = 0;
            } else {
                self.stale += 1;
                if self.stale >= 6 {
                    self.step *= 0.6;
                    self.stale = 0;
                    self.prices.clone_from(&self.best_prices);
                    self.evaluate();
                }
            }
        }
    }

    /// Row and slot pairs in the order in which the priced problem likes them: what it uses first, then by priced weight.
    pub(super) fn suggestion(&self) -> Vec<(usize, usize)> {
        let mut scored: Vec<(f64, usize, usize)> = Vec::new();
        for (row, usage) in self.usage.iter().enumerate() {
            let prices = self.slot_prices(row);
            let post = self.post_price.get(row).copied().unwrap_or(0.0);
            for (slot, (used, price)) in usage.iter().zip(prices).enumerate() {
                scored.push((used * 1e3 + self.problem.weight(row, slot) - price - post, row, slot));
            }
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)).then(a.1.cmp(&b.1)));
        scored.into_iter().map(|(_, row, slot)| (row, slot)).collect()
    }

    /// Price of each slot for a row: its day, its week and every window it lies in.
    fn slot_prices(&self, row: usize) -> Vec<f64> {
        let empty = Vec::new();
        let (days, weeks) = (self.prices.day.get(row).unwrap_or(&empty), self.prices.week.get(row).unwrap_or(&empty));
        let mut opened = vec![0.0; self.problem.times.len() + 1];
        for ((slot, price), end) in self.prices.window.iter().enumerate().zip(&self.window_end) {
            if *price > 0.0 {
                if let Some(open) = opened.get_mut(slot) {
                    *open += price;
                }
                if let Some(close) = opened.get_mut(*end) {
                    *close -= price;
                }
            }
        }
        let mut window = 0.0;
        let times = self.problem.times.iter().zip(opened);
        times
            .map(|(time, change)| {
                window += change;
                days.get(time.day).copied().unwrap_or(0.0) + weeks.get(time.week()).copied().unwrap_or(0.0) + window
            })
            .collect()
    }

    /// The dual value at the current prices; leaves the relaxed solution in `usage`.
    fn evaluate(&mut self) -> f64 {
        let mut value: f64 = self.prices.window.iter().sum();
        for (row, rules) in self.problem.rows.iter().enumerate() {
            let sum = |table: &[Vec<f64>]| table.get(row).map_or(0.0, |prices| prices.iter().sum::<f64>());
            value += f64::from(rules.daily_cap) * sum(&self.prices.day)
                + f64::from(rules.weekly_cap) * sum(&self.prices.week);
            let priced: Vec<f64> =
                rules.weights.iter().zip(self.slot_prices(row)).map(|(weight, price)| weight - price).collect();
            let (Some(next), Some(target)) = (self.next.get(row), self.targets.get(row)) else { continue };
            let best = best_slots(&priced, next, *target, self.post_price.get(row).copied().unwrap_or(0.0));
            value += best.value;
            if let Some(price) = self.post_price.get_mut(row) {
                *price = best.post_price;
            }
            if let Some(usage) = self.usage.get_mut(row) {
                *usage = best.usage;
            }
        }
        value
    }

    /// How much each priced constraint is used beyond what it allows, and the squared length of that vector where a price can move.
    fn slope(&self) -> (f64, Prices) {
        let mut slope = Prices {
            day: self.prices.day.iter().map(|days| vec![0.0; days.len()]).collect(),
            week: self.prices.week.iter().map(|weeks| vec![0.0; weeks.len()]).collect(),
            window: vec![0.0; self.prices.window.len()],
        };
        let mut used = vec![0.0; self.problem.times.len() + 1];
        for (row, usage) in self.usage.iter().enumerate() {
            for ((slot, share), time) in usage.iter().enumerate().zip(&self.problem.times) {
                if *share > 0.0 {
                    let tables = [(&mut slope.day, time.day), (&mut slope.week, time.week())];
                    for (table, index) in tables {
                        if let Some(value) = table.get_mut(row).and_then(|row| row.get_mut(index)) {
                            *value += share;
                        }
                    }
                    if let Some(value) = used.get_mut(slot + 1) {
                        *value += share;
                    }
                }
            }
        }
        for index in 1..used.len() {
            let before = used.get(index - 1).copied().unwrap_or(0.0);
            if let Some(value) = used.get_mut(index) {
                *value += before;
            }
        }
        for ((slot, value), end) in slope.window.iter_mut().enumerate().zip(&self.window_end) {
            let upto = |index: usize| used.get(index).copied().unwrap_or(0.0);
            *value = upto(*end) - upto(slot) - 1.0;
        }
        for (row, rules) in self.problem.rows.iter().enumerate() {
            for (table, cap) in [(&mut slope.day, rules.daily_cap), (&mut slope.week, rules.weekly_cap)] {
                table.get_mut(row).into_iter().flatten().for_each(|value| *value -= f64::from(cap));
            }
        }
        let mut norm = 0.0;
        self.prices.each(&mut slope, |price, slope| {
            if *slope < 0.0 && price <= 0.0 {
                *slope = 0.0;
            }
            norm += *slope * *slope;
        });
        (norm, slope)
    }

    fn walk(&mut self, slope: &Prices, length: f64) {
        let mut prices = self.prices.clone();
        slope.each(&mut prices, |slope, price| *price = (*price + length * slope).max(0.0));
        self.prices = prices;
    }
}

impl Prices {
    /// Visits every entry with its counterpart in `other`.
    fn each(&self, other: &mut Prices, mut visit: impl FnMut(f64, &mut f64)) {
        let tables = [(&self.day, &mut other.day), (&self.week, &mut other.week)];
        for (ours, theirs) in tables {
            ours.iter().flatten().zip(theirs.iter_mut().flatten()).for_each(|(a, b)| visit(*a, b));
        }
        self.window.iter().zip(other.window.iter_mut()).for_each(|(a, b)| visit(*a, b));
    }
}

struct BestSlots {
    /// Largest sum over `count` slots that keep the gap, or a bound on it when shares are split.
    value: f64,
    post_price: f64,
    usage: Vec<f64>,
}

/// A set of slots, its size and sum.
struct Line {
    slots: Vec<usize>,
    sum: f64,
}

/// The best `count` slots with a gap: the price of a post is where the best sets of more and of fewer slots are worth the same.
fn best_slots(weights: &[f64], next: &[usize], count: usize, guess: f64) -> BestSlots {
    let mut usage = vec![0.0; weights.len()];
    if count == 0 {
        return BestSlots { value: 0.0, post_price: guess, usage };
    }
    let span = weights.iter().fold(1.0f64, |span, weight| span.max(weight.abs()));
    let cheapest = -4.0 * span * (weights.len() as f64 + 1.0);
    let mut fewer = Line { slots: Vec::new(), sum: 0.0 };
    let mut more: Option<Line> = None;
    let mut price = guess;
    for _ in 0..40 {
        let line = best_at(weights, next, price);
        let value = line.sum - price * (line.slots.len() as f64 - count as f64);
        if line.slots.len() == count {
            line.slots.iter().for_each(|slot| mark(&mut usage, *slot, 1.0));
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
    more.slots.iter().for_each(|slot| mark(&mut usage, *slot, share));
    fewer.slots.iter().for_each(|slot| mark(&mut usage, *slot, 1.0 - share));
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

fn mark(usage: &mut [f64], slot: usize, share: f64) {
    if let Some(value) = usage.get_mut(slot) {
        *value += share;
    }
}
