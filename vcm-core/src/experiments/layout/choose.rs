//! Which layout suits a campaign, in words. Next: [`super::latin_square`].

use serde::Serialize;

/// What is known about the campaign when a layout is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Situation {
    /// Variants to compare.
    pub variants: usize,
    /// Slot classes that can be used, such as "weekday evening"; 0 when not known.
    pub slots: usize,
    /// Weeks that the test may take; 0 when not known.
    pub weeks: usize,
    /// What varies is the whole account for a while (a pinned post, a profile, a cadence, a price), not a single post.
    pub whole_account: bool,
}

/// A layout that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LayoutKind {
    /// Matched slots.
    PairedSlots,
    /// Slot classes by weeks.
    LatinSquare,
    /// Whole periods.
    Switchback,
}

impl LayoutKind {
    /// When to use it, and when not.
    pub fn when(self) -> &'static str {
        match self {
            Self::PairedSlots => {
                "Paired slots are for single posts: like slots are matched, each variant takes one of them, and the read-out compares \
                 within the block. Use them unless the slots of a week differ so much that none are alike."
            }
            Self::LatinSquare => {
                "A Latin square is for single posts when slot classes differ and weeks drift: every variant is in every slot class and in \
                 every week equally often, so neither can favour one. It needs as many slot classes and weeks as variants, or a multiple."
            }
            Self::Switchback => {
                "A switchback is for what cannot run side by side: a pinned post, a profile, a cadence, a price. Whole periods alternate in \
                 random order within blocks, and the start of a period after a change is not counted."
            }
        }
    }
}

/// What every layout for posts must be read with.
pub(in crate::experiments) const SAME_FOLLOWERS: &str = "The same followers see every variant, so people are not randomised: slots are. What one variant does to a \
     follower can carry over to the next (novelty, fatigue, a purchase made once); the difference found is between posts in slots, not between people.";

/// The layout that suits, with the reason.
pub fn choose_layout(situation: &Situation) -> (LayoutKind, String) {
    let Situation { variants, slots, weeks, whole_account } = *situation;
    let k = variants.max(1);
    if whole_account {
        return (
            LayoutKind::Switchback,
            "What varies holds for the whole account, so variants must take turns: a switchback.".into(),
        );
    }
    if slots >= k && weeks >= k && slots % k == 0 && weeks % k == 0 && k >= 2 {
        let why = format!(
            "{slots} slot classes and {weeks} weeks are multiples of the {k} variants: a Latin square balances both."
        );
        return (LayoutKind::LatinSquare, why);
    }
    let why = if slots == 0 || weeks == 0 {
        "Without both slot classes and weeks there is nothing to balance but like slots: paired slots.".to_owned()
    } else {
        format!(
            "{slots} slot classes and {weeks} weeks are not both multiples of the {k} variants, so no Latin square fits: paired slots."
        )
    };
    (LayoutKind::PairedSlots, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_follows_the_situation() {
        let at = |variants, slots, weeks, whole_account| {
            choose_layout(&Situation { variants, slots, weeks, whole_account }).0
        };
        assert_eq!(at(2, 4, 6, false), LayoutKind::LatinSquare);
        assert_eq!(at(3, 4, 6, false), LayoutKind::PairedSlots);
        assert_eq!(at(2, 0, 0, false), LayoutKind::PairedSlots);
        assert_eq!(at(2, 4, 6, true), LayoutKind::Switchback);
    }
}
