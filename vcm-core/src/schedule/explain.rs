//! Says in words why a slot was chosen and why a post found none. Hours are associations in earlier posts; nothing here
//! speaks of causes. Next: [`super::answer`].

use super::{
    assign::{Problem, Row},
    calendar::Slot,
    estimate::{Cell, Profile},
};

/// A log difference as a percentage with sign: `+14 %`, `−2 %`.
pub(super) fn percent(log_difference: f64) -> String {
    let value = (log_difference.exp_m1() * 100.0).round();
    if value == 0.0 {
        "0 %".to_owned()
    } else if value < 0.0 {
        format!("−{} %", -value)
    } else {
        format!("+{value} %")
    }
}

/// Why this hour.
pub(super) fn hour(slot: &Slot, cell: Cell, profile: &Profile, zones: usize) -> String {
    let when = match (profile.tells_weekends(), slot.weekday >= 6) {
        (false, _) => format!("{:02}:00", slot.hour),
        (true, true) => format!("{:02}:00 at weekends", slot.hour),
        (true, false) => format!("{:02}:00 on weekdays", slot.hour),
    };
    if profile.posts == 0 {
        let audience = if zones > 1 { format!(" over {zones} audience time zones") } else { String::new() };
        return format!("{when}: no own history: waking-hours prior{audience}, an assumption and not a measurement");
    }
    let interval = format!("90 % interval {} to {}", percent(cell.low()), percent(cell.high()));
    match cell.posts {
        0 => format!(
            "{when}: no own post in this hour yet; the hours around it suggest {} ({interval})",
            percent(cell.score)
        ),
        1 => format!(
            "{when}: {} over your usual, from 1 own post and the hours around it ({interval})",
            percent(cell.score)
        ),
        posts => format!("{when}: {} over your usual, from {posts} own posts ({interval})", percent(cell.score)),
    }
}

/// Which rule keeps a row from holding all its posts: what would help, in words.
pub(super) fn shortage(problem: &Problem, row: usize, placed: usize) -> String {
    let Some(rules) = problem.rows.get(row) else { return "no such account".to_owned() };
    let wanted = rules.count;
    if problem.times.is_empty() {
        return "no time is left between start and end after quiet hours, blackout days and the lead time from now"
            .to_owned();
    }
    let alone = problem.capacity(row);
    if alone >= wanted {
        return format!(
            "other accounts' posts hold the remaining slots: the distance between accounts (campaign_gap_minutes = {}) leaves room \
             for {placed} of {wanted} posts here",
            problem.campaign_gap_minutes
        );
    }
    let with = |change: &dyn Fn(&mut Row)| {
        let mut relaxed = Problem { rows: vec![rules.clone()], ..problem.clone() };
        relaxed.rows.iter_mut().for_each(change);
        relaxed.capacity(0)
    };
    let levers = [
        (format!("account_gap_minutes = {}", rules.gap_minutes), with(&|row| row.gap_minutes = 1)),
        (format!("daily_cap = {}", rules.daily_cap), with(&|row| row.daily_cap = u32::MAX)),
        (format!("posts_per_week = {}", rules.weekly_cap), with(&|row| row.weekly_cap = u32::MAX)),
    ];
    let helpful: Vec<String> = levers
        .iter()
        .filter(|(_, capacity)| *capacity > alone)
        .map(|(rule, capacity)| format!("without {rule} there would be room for {capacity}"))
        .collect();
    if helpful.is_empty() {
        let free = with(&|row| (row.gap_minutes, row.daily_cap, row.weekly_cap) = (1, u32::MAX, u32::MAX));
        let rules: Vec<String> = levers.into_iter().map(|(rule, _)| rule).collect();
        if free > alone {
            return format!("{} clash together: they leave room for {alone} of {wanted} posts", rules.join(", "));
        }
        return format!(
            "only {alone} times are left between start and end after quiet hours, blackout days and the lead time from now, for {wanted} posts"
        );
    }
    format!("the rules leave room for {alone} of {wanted} posts of this account: {}", helpful.join("; "))
}
