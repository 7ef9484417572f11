//! Switchbacks: whole periods alternate between variants, in random order within blocks. Next: [`super::paired_slots`].

use super::{Cell, Layout, MOST_CELLS};
use crate::{
    error::{Error, Result, Violation},
    hash::Seed,
};

/// A switchback to lay out.
#[derive(Debug, Clone, PartialEq)]
pub struct SwitchbackOptions {
    /// Variants, 2 to 26.
    pub variants: Vec<String>,
    /// Number of periods: a multiple of the variants, at least two blocks.
    pub periods: usize,
    /// Length of a period in hours.
    pub period_hours: f64,
    /// Hours at the start of a period that are not counted when the variant has changed. Shorter than a period.
    pub washout_hours: f64,
    /// Seed of the randomisation.
    pub seed: u64,
}

/// Lays periods out in blocks of as many as there are variants; each block has every variant once, in random order. The orders are
/// dealt so that every variant leads equally many blocks (to within one), because the first of a block is also the one that follows
/// the block before.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn switchback(options: &SwitchbackOptions) -> Result<Layout> {
    let k = options.variants.len();
    let mut wrong = Vec::new();
    if !(2..=26).contains(&k) {
        wrong.push(Violation::new("variants", k, "2 to 26 variants"));
    } else if options.periods < 2 * k || !options.periods.is_multiple_of(k) {
        wrong.push(Violation::new(
            "periods",
            options.periods,
            format!("a multiple of the {k} variants, {} or more", 2 * k),
        ));
    }
    if options.periods > MOST_CELLS {
        wrong.push(Violation::new("periods", options.periods, format!("at most {MOST_CELLS}")));
    }
    if !(options.period_hours > 0.0 && options.period_hours.is_finite()) {
        wrong.push(Violation::new("period_hours", options.period_hours, "above 0"));
    }
    if !(options.washout_hours >= 0.0 && options.washout_hours < options.period_hours) {
        wrong.push(Violation::new("washout_hours", options.washout_hours, "0 or more, and less than period_hours"));
    }
    if !wrong.is_empty() {
        return Err(Error::invalid_input("plan_experiment", wrong));
    }
    let mut random = Seed(options.seed).stream("switchback");
    let blocks = options.periods / k;
    let mut leaders: Vec<usize> = Vec::new();
    while leaders.len() < blocks {
        let mut round: Vec<usize> = (0..k).collect();
        random.shuffle(&mut round);
        leaders.extend(round);
    }
    leaders.truncate(blocks);
    random.shuffle(&mut leaders);
    let mut cells: Vec<Cell> = Vec::new();
    for (block, leader) in leaders.into_iter().enumerate() {
        let mut order: Vec<usize> = (0..k).filter(|variant| *variant != leader).collect();
        random.shuffle(&mut order);
        order.insert(0, leader);
        for variant in order {
            let variant = options.variants.get(variant).cloned().unwrap_or_default();
            let switched = cells.last().is_some_and(|before| before.variant != variant);
            cells.push(Cell {
                period: cells.len() as u32 + 1,
                slot: String::new(),
                washout_hours: Some(if switched { options.washout_hours } else { 0.0 }),
                variant,
                block: block as u32 + 1,
            });
        }
    }
    let lost: f64 = cells.iter().filter_map(|cell| cell.washout_hours).sum();
    Ok(Layout {
        kind: "switchback".into(),
        seed: options.seed,
        variants: options.variants.clone(),
        counted_share: Some(1.0 - lost / (options.period_hours * cells.len() as f64)),
        // Periods less the mean, blocks and variants.
        error_degrees: cells.len() as i64 - 1 - (blocks as i64 - 1) - (k as i64 - 1),
        cells,
        ..Layout::default()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn options(k: usize, blocks: usize, seed: u64) -> SwitchbackOptions {
        let variants = (0..k).map(|index| format!("v{index}")).collect();
        SwitchbackOptions { variants, periods: k * blocks, period_hours: 24.0, washout_hours: 6.0, seed }
    }

    proptest! {
        #[test]
        fn blocks_are_complete_and_leaders_balanced(k in 2usize..7, blocks in 2usize..20, seed in any::<u64>()) {
            let layout = switchback(&options(k, blocks, seed)).unwrap();
            let mut leads = std::collections::BTreeMap::new();
            for block in layout.cells.chunks(k) {
                let seen: std::collections::BTreeSet<&str> = block.iter().map(|cell| cell.variant.as_str()).collect();
                prop_assert_eq!(seen.len(), k);
                *leads.entry(block[0].variant.clone()).or_insert(0usize) += 1;
            }
            let most = leads.values().max().copied().unwrap();
            let least = if leads.len() < k { 0 } else { leads.values().min().copied().unwrap() };
            prop_assert!(most - least <= 1, "{:?}", leads);
            for pair in layout.cells.windows(2) {
                let washout = if pair[0].variant == pair[1].variant { 0.0 } else { 6.0 };
                prop_assert_eq!(pair[1].washout_hours, Some(washout));
            }
        }
    }

    #[test]
    fn bad_options_are_all_named() {
        let bad = SwitchbackOptions { periods: 3, period_hours: 0.0, washout_hours: f64::NAN, ..options(2, 2, 1) };
        assert_eq!(switchback(&bad).unwrap_err().violations().len(), 3);
    }
}
