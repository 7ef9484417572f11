//! Says in words why a slot was chosen and why a post found none. Hours are associations in earlier posts; nothing here
//! speaks of causes. Next: [`super::conflict`].

use super::{
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
