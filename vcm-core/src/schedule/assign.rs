//! Chooses slots for every account at once, as well as can be proven.
//!
//! Posts of one account are interchangeable here (an hour's strength is the account's, not the post's), so a schedule is a set
//! of slots per account. Greedy construction, steered by the prices of the relaxation in [`super::bound`], then moves and
//! ejection swaps. Everything is a function of the arguments; work is bounded by counts, never by a clock. Next: [`super::bound`].

use super::bound::Relaxation;

/// Relative gap at which the search stops: a thousandth is far below what the estimates of hours can tell apart.
const CLOSE_ENOUGH: f64 = 1e-3;

/// One assignment problem.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Problem {
    /// Minute and day of each slot, in time order, minutes distinct.
    pub(super) times: Vec<SlotTime>,
    pub(super) rows: Vec<Row>,
    /// Smallest distance in minutes between posts of different rows; 0 allows the same moment.
    pub(super) campaign_gap_minutes: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SlotTime {
    pub(super) minute: i64,
    pub(super) day: usize,
}

impl SlotTime {
    pub(super) fn week(self) -> usize {
        self.day / 7
    }
}

/// One account.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Weight of each slot.
    pub(super) weights: Vec<f64>,
    /// Posts to place.
    pub(super) count: usize,
    /// Smallest distance in minutes between two posts, at least 1.
    pub(super) gap_minutes: i64,
    /// Most posts on one day.
    pub(super) daily_cap: u32,
    /// Most posts in one week of the campaign.
    pub(super) weekly_cap: u32,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Solution {
    /// Slot indices of each row, in time order.
    pub(super) chosen: Vec<Vec<usize>>,
    /// Sum of weights.
    pub(super) objective: f64,
    /// No choice of as many slots for each row has a larger sum.
    pub(super) bound: f64,
}

impl Problem {
    /// Solves the problem. A row that cannot be served in full gets as many slots as were found.
    pub(super) fn solve(&self) -> Solution {
        let targets: Vec<usize> = (0..self.rows.len()).map(|row| self.capacity(row).min(self.row_count(row))).collect();
        let mut best = Board::new(self);
        best.fill(&targets, self.by_weight().into_iter());
        let mut packed = Board::new(self);
        packed.fill(&targets, self.by_time().into_iter());
        packed.polish(&targets);
        best.polish(&targets);
        if packed.value() > best.value() {
            best = packed;
        }
        let mut relaxation = Relaxation::new(self, &targets);
        let mut stale = 0;
        for _ in 0..relaxation.rounds() {
            let reachable = best.placed() == targets.iter().sum::<usize>();
            let floor = if reachable { best.objective() } else { f64::NEG_INFINITY };
            let proven = |relaxation: &Relaxation<'_>| {
                reachable && relaxation.bound() - floor <= CLOSE_ENOUGH * floor.abs().max(1e-6)
            };
            if proven(&relaxation) || stale >= 3 {
                break;
            }
            let before = relaxation.bound();
            relaxation.improve(floor);
            stale = if before - relaxation.bound() > CLOSE_ENOUGH * before.abs() { 0 } else { stale + 1 };
            if proven(&relaxation) {
                break;
            }
            let mut guided = Board::new(self);
            guided.fill(&targets, relaxation.suggestion().into_iter());
            guided.polish(&targets);
            if guided.value() > best.value() {
                best = guided;
                stale = 0;
            }
        }
        best.spread();
        let placed: Vec<usize> = best.chosen.iter().map(Vec::len).collect();
        let objective = best.objective();
        // Fewer may be placed than each account could hold alone: the bound is for as many as were placed.
        let bound = if placed == targets { relaxation.bound() } else { self.bound_for(&placed, objective) };
        Solution { chosen: best.chosen, objective, bound: bound.max(objective) }
    }

    /// A bound on every choice of `counts` slots per row, tightened towards `floor`.
    pub(super) fn bound_for(&self, counts: &[usize], floor: f64) -> f64 {
        let mut relaxation = Relaxation::new(self, counts);
        (0..relaxation.rounds()).for_each(|_| relaxation.improve(floor));
        relaxation.bound()
    }

    /// Most posts that row could place if it were alone. Earliest-fit is optimal for it: gap and caps are constraints on
    /// intervals of time.
    pub(super) fn capacity(&self, row: usize) -> usize {
        let Some(rules) = self.rows.get(row) else { return 0 };
        let (mut total, mut last) = (0, i64::MIN / 2);
        let (mut day, mut in_day, mut week, mut in_week) = (usize::MAX, 0u32, usize::MAX, 0u32);
        for time in &self.times {
            if time.day != day {
                (day, in_day) = (time.day, 0);
            }
            if time.week() != week {
                (week, in_week) = (time.week(), 0);
            }
            if time.minute - last >= rules.gap_minutes && in_day < rules.daily_cap && in_week < rules.weekly_cap {
                (total, last, in_day, in_week) = (total + 1, time.minute, in_day + 1, in_week + 1);
            }
        }
        total
    }

    /// Weight of a slot for a row.
    pub(super) fn weight(&self, row: usize, slot: usize) -> f64 {
        self.rows.get(row).and_then(|row| row.weights.get(slot)).copied().unwrap_or(0.0)
    }

    fn row_count(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.count)
    }

    fn pairs(&self) -> Vec<(usize, usize)> {
        (0..self.rows.len()).flat_map(|row| (0..self.times.len()).map(move |slot| (row, slot))).collect()
    }

    fn by_weight(&self) -> Vec<(usize, usize)> {
        let mut pairs = self.pairs();
        pairs.sort_by(|a, b| {
            self.weight(b.0, b.1).total_cmp(&self.weight(a.0, a.1)).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0))
        });
        pairs
    }

    /// Earliest first, rows that are hardest to place first.
    fn by_time(&self) -> Vec<(usize, usize)> {
        let slack = |row: usize| self.capacity(row).saturating_sub(self.row_count(row));
        let slacks: Vec<usize> = (0..self.rows.len()).map(slack).collect();
        let mut pairs = self.pairs();
        pairs.sort_by_key(|(row, slot)| (*slot, slacks.get(*row).copied().unwrap_or(0), *row));
        pairs
    }

    /// Slots `first..past` that lie closer than `gap` minutes to slot `slot`, itself included.
    pub(super) fn near(&self, slot: usize, gap: i64) -> std::ops::Range<usize> {
        let Some(time) = self.times.get(slot) else { return 0..0 };
        let first = self.times.partition_point(|other| other.minute <= time.minute - gap.max(1));
        let past = self.times.partition_point(|other| other.minute < time.minute + gap.max(1));
        first..past
    }
}

/// A partial schedule with counters that answer in constant time whether a post fits.
#[derive(Clone)]
struct Board<'a> {
    problem: &'a Problem,
    chosen: Vec<Vec<usize>>,
    /// Per row and slot: own posts closer than the row's gap.
    own: Vec<Vec<u32>>,
    /// Per slot: posts of any row closer than the campaign's gap.
    shared: Vec<u32>,
    by_day: Vec<Vec<u32>>,
    by_week: Vec<Vec<u32>>,
}

impl<'a> Board<'a> {
    fn new(problem: &'a Problem) -> Self {
        let rows = problem.rows.len();
        let days = problem.times.last().map_or(0, |last| last.day + 1);
        Self {
            problem,
            chosen: vec![Vec::new(); rows],
            own: vec![vec![0; problem.times.len()]; rows],
            shared: vec![0; problem.times.len()],
            by_day: vec![vec![0; days]; rows],
            by_week: vec![vec![0; days / 7 + 1]; rows],
        }
    }

    fn placed(&self) -> usize {
        self.chosen.iter().map(Vec::len).sum()
    }

    fn objective(&self) -> f64 {
        let rows = self.chosen.iter().enumerate();
        rows.map(|(row, slots)| slots.iter().map(|slot| self.problem.weight(row, *slot)).sum::<f64>()).sum()
    }

    /// More posts first, then more weight.
    fn value(&self) -> (usize, f64) {
        (self.placed(), self.objective())
    }

    fn fits(&self, row: usize, slot: usize) -> bool {
        let (Some(rules), Some(time)) = (self.problem.rows.get(row), self.problem.times.get(slot)) else {
            return false;
        };
        let count =
            |table: &[Vec<u32>], index: usize| table.get(row).and_then(|row| row.get(index)).copied().unwrap_or(0);
        count(&self.own, slot) == 0
            && (self.problem.campaign_gap_minutes == 0 || self.shared.get(slot).copied().unwrap_or(0) == 0)
            && count(&self.by_day, time.day) < rules.daily_cap
            && count(&self.by_week, time.week()) < rules.weekly_cap
    }

    fn place(&mut self, row: usize, slot: usize) {
        self.count(row, slot, |value| *value += 1);
        if let Some(chosen) = self.chosen.get_mut(row) {
            let index = chosen.partition_point(|other| *other < slot);
            chosen.insert(index, slot);
        }
    }

    fn remove(&mut self, row: usize, slot: usize) {
        self.count(row, slot, |value| *value = value.saturating_sub(1));
        if let Some(chosen) = self.chosen.get_mut(row) {
            chosen.retain(|other| *other != slot);
        }
    }

    fn count(&mut self, row: usize, slot: usize, change: impl Fn(&mut u32)) {
        let (Some(rules), Some(time)) = (self.problem.rows.get(row), self.problem.times.get(slot)) else { return };
        let near = self.problem.near(slot, rules.gap_minutes);
        if let Some(own) = self.own.get_mut(row).and_then(|own| own.get_mut(near)) {
            own.iter_mut().for_each(&change);
        }
        if self.problem.campaign_gap_minutes > 0 {
            let near = self.problem.near(slot, self.problem.campaign_gap_minutes);
            if let Some(shared) = self.shared.get_mut(near) {
                shared.iter_mut().for_each(&change);
            }
        }
        if let Some(day) = self.by_day.get_mut(row).and_then(|days| days.get_mut(time.day)) {
            change(day);
        }
        if let Some(week) = self.by_week.get_mut(row).and_then(|weeks| weeks.get_mut(time.week())) {
            change(week);
        }
    }

    /// Places posts in the given order wherever they fit, until every row has its target.
    fn fill(&mut self, targets: &[usize], order: impl Iterator<Item = (usize, usize)>) {
        let mut missing = targets.iter().sum::<usize>().saturating_sub(self.placed());
        for (row, slot) in order {
            if missing == 0 {
                break;
            }
            let short = self.chosen.get(row).map_or(0, Vec::len) < targets.get(row).copied().unwrap_or(0);
            if short && self.fits(row, slot) {
                self.place(row, slot);
                missing -= 1;
            }
        }
    }

    /// Moves and ejection swaps until none helps, at most eight rounds.
    fn polish(&mut self, targets: &[usize]) {
        let orders: Vec<Vec<usize>> = self.problem.rows.iter().map(|row| descending(&row.weights)).collect();
        for _ in 0..8 {
            let mut moved = self.complete(targets, &orders);
            for row in 0..self.chosen.len() {
                for slot in self.chosen.get(row).cloned().unwrap_or_default() {
                    moved |= self.better_place(row, slot, &orders);
                }
            }
            if !moved {
                break;
            }
        }
    }

    /// Finds room for posts that are still missing, by moving one other post where that opens a slot.
    fn complete(&mut self, targets: &[usize], orders: &[Vec<usize>]) -> bool {
        let mut helped = false;
        for (row, target) in targets.iter().enumerate() {
            while self.chosen.get(row).map_or(0, Vec::len) < *target && self.squeeze_in(row, orders) {
                helped = true;
            }
        }
        helped
    }

    fn squeeze_in(&mut self, row: usize, orders: &[Vec<usize>]) -> bool {
        let Some(order) = orders.get(row) else { return false };
        if let Some(free) = order.iter().copied().find(|slot| self.fits(row, *slot)) {
            self.place(row, free);
            return true;
        }
        for slot in order.iter().copied().take(400) {
            let Some((other, taken)) = self.only_obstacle(row, slot) else { continue };
            self.remove(other, taken);
            if self.fits(row, slot) {
                self.place(row, slot);
                let home =
                    orders.get(other).and_then(|order| order.iter().copied().find(|slot| self.fits(other, *slot)));
                if let Some(home) = home {
                    self.place(other, home);
                    return true;
                }
                self.remove(row, slot);
            }
            self.place(other, taken);
        }
        false
    }

    /// Moves one post to the best slot that gains, alone or with one other post giving way.
    fn better_place(&mut self, row: usize, slot: usize, orders: &[Vec<usize>]) -> bool {
        const EPSILON: f64 = 1e-12;
        const EJECTIONS: usize = 24;
        let Some(order) = orders.get(row) else { return false };
        // An earlier swap of this round may have moved it already.
        if !self.chosen.get(row).is_some_and(|chosen| chosen.contains(&slot)) {
            return false;
        }
        let weight = self.problem.weight(row, slot);
        self.remove(row, slot);
        let mut tried = 0;
        for target in order.iter().copied() {
            let gain = self.problem.weight(row, target) - weight;
            if gain <= EPSILON {
                break;
            }
            if self.fits(row, target) {
                self.place(row, target);
                return true;
            }
            if tried >= EJECTIONS {
                continue;
            }
            let Some((other, taken)) = self.only_obstacle(row, target) else { continue };
            tried += 1;
            self.remove(other, taken);
            if self.fits(row, target) {
                self.place(row, target);
                let least = self.problem.weight(other, taken) - gain + EPSILON;
                let home = orders.get(other).and_then(|order| {
                    let good = order.iter().copied().take_while(|slot| self.problem.weight(other, *slot) > least);
                    good.into_iter().find(|slot| self.fits(other, *slot))
                });
                if let Some(home) = home {
                    self.place(other, home);
                    return true;
                }
                self.remove(row, target);
            }
            self.place(other, taken);
        }
        self.place(row, slot);
        false
    }

    /// The post that must go for `slot` to open, when it is a single one (of a full day or week, the weakest).
    fn only_obstacle(&self, row: usize, slot: usize) -> Option<(usize, usize)> {
        let (rules, time) = (self.problem.rows.get(row)?, self.problem.times.get(slot)?);
        let mut found: Option<(usize, usize)> = None;
        for (other, chosen) in self.chosen.iter().enumerate() {
            let gap = if other == row { rules.gap_minutes } else { self.problem.campaign_gap_minutes };
            if gap == 0 {
                continue;
            }
            let near = self.problem.near(slot, gap);
            let from = chosen.partition_point(|taken| *taken < near.start);
            for taken in chosen.iter().skip(from).take_while(|taken| **taken < near.end) {
                if found.is_some() {
                    return None;
                }
                found = Some((other, *taken));
            }
        }
        if found.is_some() {
            return found;
        }
        let own = self.chosen.get(row)?;
        let day_full = self.by_day.get(row)?.get(time.day).copied()? >= rules.daily_cap;
        let peers = own.iter().copied().filter(|taken| {
            self.problem
                .times
                .get(*taken)
                .is_some_and(|other| if day_full { other.day == time.day } else { other.week() == time.week() })
        });
        peers
            .min_by(|a, b| self.problem.weight(row, *a).total_cmp(&self.problem.weight(row, *b)))
            .map(|taken| (row, taken))
    }

    /// Evens out distances between an account's posts among slots of exactly equal weight: the sum does not change.
    fn spread(&mut self) {
        for _ in 0..12 {
            let mut moved = false;
            for row in 0..self.chosen.len() {
                for index in 0..self.chosen.get(row).map_or(0, Vec::len) {
                    moved |= self.spread_one(row, index);
                }
            }
            if !moved {
                break;
            }
        }
    }

    fn spread_one(&mut self, row: usize, index: usize) -> bool {
        let own = self.chosen.get(row).map_or(&[][..], Vec::as_slice);
        let Some(slot) = own.get(index).copied() else { return false };
        let before = index.checked_sub(1).and_then(|previous| own.get(previous)).copied();
        let after = own.get(index + 1).copied();
        if before.is_none() && after.is_none() {
            return false;
        }
        let minute = |slot: usize| self.problem.times.get(slot).map_or(0, |time| time.minute);
        let distance = |candidate: usize| {
            let left = before.map_or(i64::MAX, |before| minute(candidate) - minute(before));
            left.min(after.map_or(i64::MAX, |after| minute(after) - minute(candidate)))
        };
        let weight = self.problem.weight(row, slot);
        let range = before.map_or(0, |before| before + 1)..after.unwrap_or(self.problem.times.len());
        let mut best = (distance(slot), slot);
        let mut candidates: Vec<usize> = range
            .filter(|candidate| {
                self.problem.weight(row, *candidate).to_bits() == weight.to_bits() && distance(*candidate) > best.0
            })
            .collect();
        candidates.sort_by_key(|candidate| std::cmp::Reverse(distance(*candidate)));
        self.remove(row, slot);
        if let Some(candidate) = candidates.into_iter().find(|candidate| self.fits(row, *candidate)) {
            best.1 = candidate;
        }
        self.place(row, best.1);
        best.1 != slot
    }
}

/// Indices by falling weight, earlier first among equals.
fn descending(weights: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let weight = |index: &usize| weights.get(*index).copied().unwrap_or(0.0);
    order.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    order
}
