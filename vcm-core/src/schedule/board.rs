//! A partial schedule that knows in constant time whether a post fits, and the moves that improve it. Next: [`super::bound`].

use super::assign::{Problem, cap};

/// A partial schedule with counters that answer in constant time whether a post fits.
#[derive(Clone)]
pub(super) struct Board<'a> {
    problem: &'a Problem,
    pub(super) chosen: Vec<Vec<usize>>,
    /// Rows with a post in each slot.
    at: Vec<Vec<usize>>,
    /// Per account and slot: its posts closer than its gap.
    own: Vec<Vec<u32>>,
    /// Per slot: posts of any row closer than the campaign's gap.
    shared: Vec<u32>,
    by_day: Vec<Vec<u32>>,
    by_week: Vec<Vec<u32>>,
    by_platform: Vec<Vec<u32>>,
    /// Slots of each row by falling weight.
    orders: &'a [Vec<usize>],
}

impl<'a> Board<'a> {
    pub(super) fn new(problem: &'a Problem, orders: &'a [Vec<usize>]) -> Self {
        let (slots, accounts) = (problem.times.len(), problem.groups.len());
        let days = problem.times.last().map_or(0, |last| last.day + 1);
        Self {
            problem,
            chosen: vec![Vec::new(); problem.rows.len()],
            at: vec![Vec::new(); slots],
            own: vec![vec![0; slots]; accounts],
            shared: vec![0; slots],
            by_day: vec![vec![0; days]; accounts],
            by_week: vec![vec![0; days / 7 + 1]; accounts],
            by_platform: vec![vec![0; days]; problem.platform_caps.len()],
            orders,
        }
    }

    pub(super) fn placed(&self) -> usize {
        self.chosen.iter().map(Vec::len).sum()
    }

    pub(super) fn objective(&self) -> f64 {
        let rows = self.chosen.iter().enumerate();
        rows.map(|(row, slots)| slots.iter().map(|slot| self.problem.weight(row, *slot)).sum::<f64>()).sum()
    }

    /// More posts first, then more weight.
    pub(super) fn value(&self) -> (usize, f64) {
        (self.placed(), self.objective())
    }

    fn fits(&self, row: usize, slot: usize) -> bool {
        let (Some(rules), Some(time)) = (self.problem.rows.get(row), self.problem.times.get(slot)) else {
            return false;
        };
        let Some(group) = self.problem.groups.get(rules.group) else { return false };
        let count = |table: &[Vec<u32>], list: usize, index: usize| {
            table.get(list).and_then(|list| list.get(index)).copied().unwrap_or(0)
        };
        let platform = self.problem.platform_caps.get(rules.platform).map_or(u32::MAX, |caps| cap(caps, time.day));
        count(&self.own, rules.group, slot) == 0
            && (self.problem.campaign_gap_minutes == 0 || self.shared.get(slot).copied().unwrap_or(0) == 0)
            && count(&self.by_day, rules.group, time.day) < cap(&group.day_caps, time.day)
            && count(&self.by_week, rules.group, time.week()) < cap(&group.week_caps, time.week())
            && (platform == u32::MAX || count(&self.by_platform, rules.platform, time.day) < platform)
            && rules.weights.get(slot).is_some_and(|weight| weight.is_finite())
    }

    fn place(&mut self, row: usize, slot: usize) {
        self.count(row, slot, |value| *value += 1);
        if let Some(chosen) = self.chosen.get_mut(row) {
            let index = chosen.partition_point(|other| *other < slot);
            chosen.insert(index, slot);
        }
        if let Some(at) = self.at.get_mut(slot) {
            at.push(row);
        }
    }

    fn remove(&mut self, row: usize, slot: usize) {
        self.count(row, slot, |value| *value = value.saturating_sub(1));
        if let Some(chosen) = self.chosen.get_mut(row) {
            chosen.retain(|other| *other != slot);
        }
        if let Some(at) = self.at.get_mut(slot) {
            at.retain(|other| *other != row);
        }
    }

    fn count(&mut self, row: usize, slot: usize, change: impl Fn(&mut u32)) {
        let (Some(rules), Some(time)) = (self.problem.rows.get(row), self.problem.times.get(slot)) else { return };
        let Some(group) = self.problem.groups.get(rules.group) else { return };
        let near = self.problem.near(slot, group.gap_minutes);
        if let Some(own) = self.own.get_mut(rules.group).and_then(|own| own.get_mut(near)) {
            own.iter_mut().for_each(&change);
        }
        if self.problem.campaign_gap_minutes > 0 {
            let near = self.problem.near(slot, self.problem.campaign_gap_minutes);
            if let Some(shared) = self.shared.get_mut(near) {
                shared.iter_mut().for_each(&change);
            }
        }
        let periods = [
            (&mut self.by_day, rules.group, time.day),
            (&mut self.by_week, rules.group, time.week()),
            (&mut self.by_platform, rules.platform, time.day),
        ];
        for (table, list, index) in periods {
            if let Some(value) = table.get_mut(list).and_then(|list| list.get_mut(index)) {
                change(value);
            }
        }
    }

    /// Places posts in the given order wherever they fit, until every row has its target.
    pub(super) fn fill(&mut self, targets: &[usize], order: impl Iterator<Item = (usize, usize)>) {
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

    /// Moves and ejection swaps until none helps, at most six rounds.
    pub(super) fn polish(&mut self, targets: &[usize]) {
        let orders = self.orders;
        for _ in 0..6 {
            let mut moved = self.complete(targets, orders);
            for row in 0..self.chosen.len() {
                for slot in self.chosen.get(row).cloned().unwrap_or_default() {
                    moved |= self.better_place(row, slot, orders);
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
        const EJECTIONS: usize = 8;
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
        let group = self.problem.groups.get(rules.group)?;
        let crowd = |table: Option<&u32>| table.copied().unwrap_or(0);
        if crowd(self.own.get(rules.group)?.get(slot)) > 1 || crowd(self.shared.get(slot)) > 1 {
            return None;
        }
        let own_near = self.problem.near(slot, group.gap_minutes);
        let any_near = self.problem.near(slot, self.problem.campaign_gap_minutes);
        let spaced = self.problem.campaign_gap_minutes > 0;
        let mut found: Option<(usize, usize)> = None;
        for taken in own_near.start.min(any_near.start)..own_near.end.max(any_near.end) {
            for other in self.at.get(taken)? {
                let same = self.problem.rows.get(*other)?.group == rules.group;
                if (same && own_near.contains(&taken)) || (spaced && any_near.contains(&taken)) {
                    if found.is_some() {
                        return None;
                    }
                    found = Some((*other, taken));
                }
            }
        }
        if found.is_some() {
            return found;
        }
        let used =
            |table: &[Vec<u32>], list: usize, index: usize| crowd(table.get(list).and_then(|list| list.get(index)));
        let platform = self.problem.platform_caps.get(rules.platform).map_or(u32::MAX, |caps| cap(caps, time.day));
        let platform_full = used(&self.by_platform, rules.platform, time.day) >= platform;
        let day_full = used(&self.by_day, rules.group, time.day) >= cap(&group.day_caps, time.day);
        let days =
            if platform_full || day_full { time.day..time.day + 1 } else { time.week() * 7..time.week() * 7 + 7 };
        let first = self.problem.times.partition_point(|other| other.day < days.start);
        let past = self.problem.times.partition_point(|other| other.day < days.end);
        let mut weakest: Option<(f64, usize, usize)> = None;
        for taken in first..past {
            for other in self.at.get(taken)? {
                let peer = self.problem.rows.get(*other)?;
                let meant = if platform_full { peer.platform == rules.platform } else { peer.group == rules.group };
                let weight = self.problem.weight(*other, taken);
                if meant && weakest.is_none_or(|(least, ..)| weight < least) {
                    weakest = Some((weight, *other, taken));
                }
            }
        }
        weakest.map(|(_, other, taken)| (other, taken))
    }

    /// Evens out distances between an account's posts among slots of exactly equal weight: the sum does not change.
    pub(super) fn spread(&mut self) {
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

/// Slots of each row by falling weight.
pub(super) fn orders(problem: &Problem) -> Vec<Vec<usize>> {
    problem.rows.iter().map(|row| descending(&row.weights)).collect()
}

/// Indices by falling weight, earlier first among equals.
fn descending(weights: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..weights.len()).filter(|slot| weights.get(*slot).is_some_and(|w| w.is_finite())).collect();
    let weight = |index: &usize| weights.get(*index).copied().unwrap_or(0.0);
    order.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    order
}
