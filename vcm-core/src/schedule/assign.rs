//! Chooses slots for every account at once, as well as can be proven.
//!
//! Posts of one row are interchangeable: they belong to one account and value slots alike. A schedule is a set of slots per row under
//! the rules of its account (gap, daily and weekly cap), of its platform (daily cap) and of the campaign (distance between
//! any two posts). Greedy construction, steered by the prices of the relaxation in [`super::bound`], then moves and ejection
//! swaps in [`super::board`]. Everything is a function of the arguments; work is bounded by counts, never by a clock.
//! Next: [`super::board`], [`super::bound`].

use super::{
    board::{Board, orders},
    bound::Relaxation,
    matching::matching,
};

/// Relative gap at which the search stops: a thousandth is far below what the estimates of hours can tell apart.
const CLOSE_ENOUGH: f64 = 1e-3;

/// One assignment problem. [`super::recommend`] makes one from a request; a caller with values of its own makes its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Minute and day of each slot, in time order, minutes distinct.
    pub times: Vec<SlotTime>,
    /// The posts.
    pub rows: Vec<Row>,
    /// The accounts.
    pub groups: Vec<Group>,
    /// Most posts of each platform on each day; a day beyond the list has no limit.
    pub platform_caps: Vec<Vec<u32>>,
    /// Smallest distance in minutes between any two posts; 0 allows the same moment for different accounts.
    pub campaign_gap_minutes: i64,
}

/// When a slot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotTime {
    /// Minutes since any fixed moment.
    pub minute: i64,
    /// Days since the campaign's first; seven make a week.
    pub day: usize,
}

impl SlotTime {
    /// The week of the campaign.
    pub fn week(self) -> usize {
        self.day / 7
    }
}

/// Interchangeable posts of one account.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Weight of each slot; negative infinity forbids it.
    pub weights: Vec<f64>,
    /// Posts to place.
    pub count: usize,
    /// Index of the account.
    pub group: usize,
    /// Index of the platform.
    pub platform: usize,
}

/// One account.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Smallest distance in minutes between two posts, at least 1.
    pub gap_minutes: i64,
    /// Most posts on each day; a day beyond the list has no limit.
    pub day_caps: Vec<u32>,
    /// Most posts in each week of the campaign; a week beyond the list has no limit.
    pub week_caps: Vec<u32>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// Slot indices of each row, in time order.
    pub chosen: Vec<Vec<usize>>,
    /// Sum of weights.
    pub objective: f64,
    /// No choice of as many slots for each row has a larger sum.
    pub bound: f64,
}

/// The limit of a period; none when the list does not reach it.
pub(super) fn cap(caps: &[u32], period: usize) -> u32 {
    caps.get(period).copied().unwrap_or(u32::MAX)
}

impl Problem {
    /// Solves the problem. A row that cannot be served in full gets as many slots as were found. Slots that a row's weights do not
    /// reach, or whose weight is not finite, are forbidden to it.
    pub fn solve(&self) -> Solution {
        let targets = self.targets();
        let wanted: usize = targets.iter().sum();
        let orders = orders(self);
        let mut relaxation = Relaxation::new(self, &targets);
        let mut best = Board::new(self, &orders);
        if let Some(matching) = matching(self, &targets) {
            relaxation.start_from(&matching);
            best.fill(&targets, by_weight(self, &matching.pairs).into_iter());
            best.polish(&targets);
        }
        let floor = best.objective();
        if best.placed() < wanted || relaxation.bound() - floor > CLOSE_ENOUGH * floor.abs().max(1e-6) {
            let mut greedy = Board::new(self, &orders);
            greedy.fill(&targets, self.heaviest(&orders).into_iter());
            greedy.polish(&targets);
            if greedy.value() > best.value() {
                best = greedy;
            }
        }
        if best.placed() < wanted {
            let mut packed = Board::new(self, &orders);
            packed.fill(&targets, self.by_time().into_iter());
            packed.polish(&targets);
            if packed.value() > best.value() {
                best = packed;
            }
        }
        let mut stale = 0;
        for _ in 0..relaxation.rounds() {
            let reachable = best.placed() == wanted;
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
            let mut guided = Board::new(self, &orders);
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

    /// Posts of each row that its account could place if it were alone, earlier rows first.
    fn targets(&self) -> Vec<usize> {
        let mut free: Vec<usize> = (0..self.groups.len()).map(|group| self.capacity(group)).collect();
        let rows = self.rows.iter().map(|row| {
            let free = free.get_mut(row.group);
            let target = row.count.min(free.as_ref().map_or(0, |free| **free));
            if let Some(free) = free {
                *free -= target;
            }
            target
        });
        rows.collect()
    }

    /// Most posts that an account could place if it were alone. Earliest-fit is optimal for it: gap and caps are constraints on
    /// intervals of time.
    pub(super) fn capacity(&self, group: usize) -> usize {
        let Some(rules) = self.groups.get(group) else { return 0 };
        let rows: Vec<&Row> = self.rows.iter().filter(|row| row.group == group).collect();
        let (mut total, mut last) = (0, i64::MIN / 2);
        let (mut day, mut in_day, mut week, mut in_week) = (usize::MAX, 0u32, usize::MAX, 0u32);
        for (slot, time) in self.times.iter().enumerate() {
            if time.day != day {
                (day, in_day) = (time.day, 0);
            }
            if time.week() != week {
                (week, in_week) = (time.week(), 0);
            }
            let open = time.minute - last >= rules.gap_minutes
                && in_day < cap(&rules.day_caps, day)
                && in_week < cap(&rules.week_caps, week)
                && rows.iter().any(|row| row.weights.get(slot).is_some_and(|weight| weight.is_finite()));
            if open {
                (total, last, in_day, in_week) = (total + 1, time.minute, in_day + 1, in_week + 1);
            }
        }
        total
    }

    /// Weight of a slot for a row.
    pub(super) fn weight(&self, row: usize, slot: usize) -> f64 {
        self.rows.get(row).and_then(|row| row.weights.get(slot)).copied().unwrap_or(f64::NEG_INFINITY)
    }

    /// Row and slot pairs that are allowed.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let rows = self.rows.iter().enumerate();
        let open = |row: usize, weights: &[f64]| {
            let slots = weights.iter().enumerate().filter(|(_, weight)| weight.is_finite());
            slots.map(|(slot, _)| (row, slot)).collect::<Vec<_>>()
        };
        rows.flat_map(|(row, rules)| open(row, &rules.weights)).collect()
    }

    /// The heaviest slots of every row, heaviest first; posts that find none of them free are placed by the moves.
    fn heaviest(&self, orders: &[Vec<usize>]) -> Vec<(usize, usize)> {
        const SLOTS_PER_POST: usize = 24;
        let pairs = orders.iter().zip(&self.rows).enumerate().flat_map(|(row, (order, rules))| {
            let most = SLOTS_PER_POST.saturating_mul(rules.count).saturating_add(SLOTS_PER_POST);
            order.iter().take(most).map(move |slot| (row, *slot))
        });
        by_weight(self, &pairs.collect::<Vec<_>>())
    }

    /// Earliest first, rows that are hardest to place first.
    fn by_time(&self) -> Vec<(usize, usize)> {
        let wanted =
            |group: usize| self.rows.iter().filter(|row| row.group == group).map(|row| row.count).sum::<usize>();
        let slack: Vec<usize> =
            (0..self.groups.len()).map(|group| self.capacity(group).saturating_sub(wanted(group))).collect();
        let slack_of = |row: &Row| slack.get(row.group).copied().unwrap_or(0);
        let slacks: Vec<usize> = self.rows.iter().map(slack_of).collect();
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

/// Row and slot pairs, heaviest first, then earliest.
fn by_weight(problem: &Problem, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut weighed: Vec<(f64, usize, usize)> =
        pairs.iter().map(|(row, slot)| (problem.weight(*row, *slot), *slot, *row)).collect();
    weighed.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    weighed.into_iter().map(|(_, slot, row)| (row, slot)).collect()
}
