//! A proven upper bound on any schedule, and prices that guide the search towards it.
//!
//! Weak duality: take the daily caps, weekly caps and the distance between accounts out of the constraints and charge a price
//! `p >= 0` for each unit they use. Whatever the prices, the best schedule of the priced problem, plus the value of what the
//! constraints allow at those prices, is at least the best schedule of the real one, because a feasible schedule pays no more
//! than it is given back. Where the posts of an account value slots differently, each such row also has a price that may be
//! negative, for being placed as often as it has posts. The priced problem falls apart into accounts; each is solved exactly (best
//! `n` slots with a gap, each taken by the row that likes it best) by dynamic programming over time and a price per post found by
//! Dantzig's line search. Prices improve by Polyak's subgradient steps. For one account with posts alike all constraints are
//! intervals of time, a totally unimodular system, so the best prices leave no gap at all; otherwise a small
//! one can remain. Reading: Fisher 1981, The Lagrangian relaxation method. Next: [`super::best_slots`], [`super::labels`].

use super::{
    assign::{Problem, cap},
    best_slots::best_slots,
    matching::Matching,
};

/// Slot evaluations that one solve may spend on prices: keeps 200 posts × 1,000 slots under 100 ms.
const WORK: usize = 24_000_000;
/// Price updates between two looks at the guided schedule.
const STEPS: usize = 12;

pub(super) struct Relaxation<'a> {
    problem: &'a Problem,
    targets: Vec<usize>,
    layout: Layout,
    /// Per account: its rows.
    members: Vec<Vec<usize>>,
    /// Per account: first slot far enough after each slot.
    next: Vec<Vec<usize>>,
    /// Per slot: where the window of the campaign gap that starts here ends; empty without such a gap.
    window_end: Vec<usize>,
    prices: Vec<f64>,
    /// Last price of a post of each account.
    post_price: Vec<f64>,
    best: f64,
    best_prices: Vec<f64>,
    step: f64,
    stale: u32,
    /// What the relaxed solution uses at the last prices: row, slot, share.
    usage: Vec<(usize, usize, f64)>,
}

/// Where the price of each constraint is in the list of all prices.
#[derive(Debug, Clone, Copy)]
struct Layout {
    days: usize,
    weeks: usize,
    /// First price of weeks, of platforms' days, of windows, of rows; days of accounts come first.
    week: usize,
    platform: usize,
    window: usize,
    row: usize,
    len: usize,
}

impl Layout {
    fn new(problem: &Problem, windows: usize) -> Self {
        let days = problem.times.last().map_or(0, |last| last.day + 1);
        let weeks = days / 7 + 1;
        let week = problem.groups.len() * days;
        let platform = week + problem.groups.len() * weeks;
        let window = platform + problem.platform_caps.len() * days;
        let row = window + windows;
        Self { days, weeks, week, platform, window, row, len: row + problem.rows.len() }
    }
}

impl<'a> Relaxation<'a> {
    pub(super) fn new(problem: &'a Problem, targets: &[usize]) -> Self {
        let slots = problem.times.len();
        let shared = problem.campaign_gap_minutes > 0 && problem.groups.len() > 1;
        let past = |gap: i64| (0..slots).map(|slot| problem.near(slot, gap).end).collect::<Vec<_>>();
        let layout = Layout::new(problem, if shared { slots } else { 0 });
        let of_group = |group: usize| {
            let rows = problem.rows.iter().enumerate().filter(move |(_, row)| row.group == group);
            rows.map(|(row, _)| row).collect::<Vec<_>>()
        };
        let mut relaxation = Self {
            problem,
            targets: targets.to_vec(),
            layout,
            members: (0..problem.groups.len()).map(of_group).collect(),
            next: problem.groups.iter().map(|group| past(group.gap_minutes)).collect(),
            window_end: if shared { past(problem.campaign_gap_minutes) } else { Vec::new() },
            prices: vec![0.0; layout.len],
            best_prices: vec![0.0; layout.len],
            post_price: vec![0.0; problem.groups.len()],
            best: f64::INFINITY,
            step: 1.0,
            stale: 0,
            usage: Vec::new(),
        };
        relaxation.best = relaxation.evaluate();
        relaxation
    }

    /// Takes the prices of a matching where they prove more than none. They are those of slots, so windows must be single slots, or the
    /// account alone.
    pub(super) fn start_from(&mut self, matching: &Matching) {
        let single = self.window_end.iter().enumerate().all(|(slot, end)| *end == slot + 1);
        if !single {
            return;
        }
        let windows = self.window_end.len();
        for (price, slot) in self.prices.iter_mut().skip(self.layout.window).zip(&matching.slot_prices).take(windows) {
            *price = slot.max(0.0);
        }
        for (price, value) in self.prices.iter_mut().skip(self.layout.row).zip(&matching.row_values) {
            *price = *value;
        }
        let value = self.evaluate();
        if value < self.best {
            self.best = value;
            self.best_prices.clone_from(&self.prices);
        } else {
            self.prices.clone_from(&self.best_prices);
            self.evaluate();
        }
    }

    /// How often [`Self::improve`] may be called within the work allowed.
    pub(super) fn rounds(&self) -> usize {
        let step = self.problem.times.len() * (self.problem.rows.len() + self.problem.groups.len() * 8);
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
            let slope = self.slope();
            let norm: f64 = slope.iter().map(|value| value * value).sum();
            if norm <= 1e-18 {
                return;
            }
            let length = self.step * (self.best - floor).max(1e-12) / norm;
            for (index, (price, slope)) in self.prices.iter_mut().zip(&slope).enumerate() {
                *price += length * slope;
                if index < self.layout.row {
                    *price = price.max(0.0);
                }
            }
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

    /// Row and slot pairs that the priced problem uses, the surest first, then the heaviest.
    pub(super) fn suggestion(&self) -> Vec<(usize, usize)> {
        let mut used = self.usage.clone();
        let weight = |one: &(usize, usize, f64)| self.problem.weight(one.0, one.1);
        used.sort_by(|a, b| {
            b.2.total_cmp(&a.2).then(weight(b).total_cmp(&weight(a))).then((a.1, a.0).cmp(&(b.1, b.0)))
        });
        used.into_iter().map(|(row, slot, _)| (row, slot)).collect()
    }

    fn price(&self, index: usize) -> f64 {
        self.prices.get(index).copied().unwrap_or(0.0)
    }

    /// Price of each slot for everyone: the windows it lies in.
    fn window_prices(&self) -> Vec<f64> {
        let mut opened = vec![0.0; self.problem.times.len() + 1];
        for (slot, end) in self.window_end.iter().enumerate() {
            let price = self.price(self.layout.window + slot);
            if let Some(open) = opened.get_mut(slot) {
                *open += price;
            }
            if let Some(close) = opened.get_mut(*end) {
                *close -= price;
            }
        }
        let mut window = 0.0;
        opened.pop();
        for value in &mut opened {
            window += *value;
            *value = window;
        }
        opened
    }

    /// The dual value at the current prices; leaves the relaxed solution in `usage`.
    fn evaluate(&mut self) -> f64 {
        let windows = self.window_prices();
        let mut value: f64 = self.prices.iter().skip(self.layout.window).take(self.window_end.len()).sum();
        value += self.priced_caps();
        self.usage.clear();
        for group in 0..self.members.len() {
            let (mut priced, takers) = self.priced(group, &windows);
            for ((slot, price), window) in priced.iter_mut().enumerate().zip(&windows) {
                let Some(time) = self.problem.times.get(slot) else { continue };
                *price -= window
                    + self.price(group * self.layout.days + time.day)
                    + self.price(self.layout.week + group * self.layout.weeks + time.week());
            }
            let rows = self.members.get(group).map_or(&[][..], Vec::as_slice);
            let mut count = 0;
            for row in rows {
                let target = self.targets.get(*row).copied().unwrap_or(0);
                value += self.price(self.layout.row + row) * target as f64;
                count += target;
            }
            let Some(next) = self.next.get(group) else { continue };
            let best = best_slots(&priced, next, count, self.post_price.get(group).copied().unwrap_or(0.0));
            value += best.value;
            if let Some(price) = self.post_price.get_mut(group) {
                *price = best.post_price;
            }
            let taken = best.usage.into_iter();
            self.usage.extend(taken.filter_map(|(slot, share)| takers.get(slot).map(|row| (*row, slot, share))));
        }
        value
    }

    /// For each slot the weight, after prices of its own, of the row of an account that likes it best, and that row.
    fn priced(&self, group: usize, windows: &[f64]) -> (Vec<f64>, Vec<usize>) {
        let mut priced = vec![f64::NEG_INFINITY; windows.len()];
        let mut takers = vec![0; windows.len()];
        for row in self.members.get(group).into_iter().flatten() {
            let Some(rules) = self.problem.rows.get(*row) else { continue };
            if self.targets.get(*row).copied().unwrap_or(0) == 0 {
                continue;
            }
            let own = self.price(self.layout.row + row);
            let from = self.layout.platform + rules.platform * self.layout.days;
            // Without platform caps there are no such prices, and others lie in their place.
            let capped = rules.platform < self.problem.platform_caps.len();
            let platform = self.prices.get(from..from + if capped { self.layout.days } else { 0 }).unwrap_or_default();
            let slots = rules.weights.iter().zip(&self.problem.times).zip(priced.iter_mut().zip(&mut takers));
            for ((weight, time), (best, taker)) in slots {
                let value = weight - own - platform.get(time.day).copied().unwrap_or(0.0);
                if value > *best {
                    (*best, *taker) = (value, *row);
                }
            }
        }
        (priced, takers)
    }

    /// What the caps allow, at their prices.
    fn priced_caps(&self) -> f64 {
        let Layout { days, weeks, week, platform, .. } = self.layout;
        let sum = |from: usize, periods: usize, caps: &[u32]| -> f64 {
            let prices = (0..periods).map(|period| (period, self.price(from + period)));
            prices.filter(|(_, price)| *price > 0.0).map(|(period, price)| f64::from(cap(caps, period)) * price).sum()
        };
        let groups = self.problem.groups.iter().enumerate().map(|(group, rules)| {
            sum(group * days, days, &rules.day_caps) + sum(week + group * weeks, weeks, &rules.week_caps)
        });
        let platforms = self.problem.platform_caps.iter().enumerate();
        groups.sum::<f64>() + platforms.map(|(index, caps)| sum(platform + index * days, days, caps)).sum::<f64>()
    }

    /// How much each priced constraint is used beyond what it allows, 0 where the price cannot move.
    fn slope(&self) -> Vec<f64> {
        let Layout { days, weeks, week, platform, window, row: first_row, len } = self.layout;
        let mut slope = vec![0.0; len];
        let mut used = vec![0.0; self.problem.times.len() + 1];
        for (row, slot, share) in &self.usage {
            let (Some(rules), Some(time)) = (self.problem.rows.get(*row), self.problem.times.get(*slot)) else {
                continue;
            };
            let touched = [
                Some(rules.group * days + time.day),
                Some(week + rules.group * weeks + time.week()),
                (rules.platform < self.problem.platform_caps.len())
                    .then(|| platform + rules.platform * days + time.day),
                Some(first_row + row),
            ];
            for index in touched.into_iter().flatten() {
                if let Some(value) = slope.get_mut(index) {
                    *value += share;
                }
            }
            if let Some(value) = used.get_mut(slot + 1) {
                *value += share;
            }
        }
        let mut sum = 0.0;
        for value in &mut used {
            sum += *value;
            *value = sum;
        }
        let upto = |index: usize| used.get(index).copied().unwrap_or(0.0);
        for (slot, end) in self.window_end.iter().enumerate() {
            if let Some(value) = slope.get_mut(window + slot) {
                *value = upto(*end) - upto(slot) - 1.0;
            }
        }
        let mut subtract = |index: usize, allowed: f64| {
            if let Some(value) = slope.get_mut(index) {
                *value -= allowed;
            }
        };
        for (group, rules) in self.problem.groups.iter().enumerate() {
            (0..days).for_each(|day| subtract(group * days + day, f64::from(cap(&rules.day_caps, day))));
            (0..weeks).for_each(|at| subtract(week + group * weeks + at, f64::from(cap(&rules.week_caps, at))));
        }
        for (index, caps) in self.problem.platform_caps.iter().enumerate() {
            (0..days).for_each(|day| subtract(platform + index * days + day, f64::from(cap(caps, day))));
        }
        for (row, target) in self.targets.iter().enumerate() {
            subtract(first_row + row, *target as f64);
        }
        // The count of an account with one row is kept by the line search.
        for rows in self.members.iter().filter(|rows| rows.len() == 1) {
            for row in rows {
                if let Some(value) = slope.get_mut(first_row + row) {
                    *value = 0.0;
                }
            }
        }
        for (value, price) in slope.iter_mut().zip(&self.prices).take(first_row) {
            if *value < 0.0 && *price <= 0.0 {
                *value = 0.0;
            }
        }
        slope
    }
}
