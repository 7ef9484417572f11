//! Matched slots: blocks of as many like slots as there are variants, variants dealt within each. Next: [`super::choose_layout`].

use super::{Cell, Layout, MOST_CELLS};
use crate::{
    error::{Error, Result, Violation},
    hash::Seed,
};

/// Deals `variants` over `blocks` blocks of like slots (the same hour on different days, say). Within a block the order is random;
/// over all blocks every variant takes every position equally often, to within one: the orders come from shuffled Latin squares.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn paired_slots(variants: &[String], blocks: usize, seed: u64) -> Result<Layout> {
    let k = variants.len();
    let mut wrong = Vec::new();
    if !(2..=26).contains(&k) {
        wrong.push(Violation::new("variants", k, "2 to 26 variants"));
    }
    if blocks < 2 || blocks.saturating_mul(k) > MOST_CELLS {
        wrong.push(Violation::new("blocks", blocks, format!("2 or more, and at most {MOST_CELLS} slots")));
    }
    if !wrong.is_empty() {
        return Err(Error::invalid_input("plan_experiment", wrong));
    }
    let mut random = Seed(seed).stream("paired-slots");
    let mut orders: Vec<Vec<usize>> = Vec::new();
    while orders.len() < blocks {
        let mut symbols: Vec<usize> = (0..k).collect();
        let mut rows = symbols.clone();
        random.shuffle(&mut symbols);
        random.shuffle(&mut rows);
        orders.extend(
            rows.iter()
                .map(|row| (0..k).filter_map(|column| symbols.get((row + column) % k).copied()).collect::<Vec<_>>()),
        );
    }
    let mut cells = Vec::new();
    for (block, order) in orders.into_iter().take(blocks).enumerate() {
        for (position, variant) in order.into_iter().enumerate() {
            cells.push(Cell {
                period: cells.len() as u32 + 1,
                slot: format!("slot {} of block {}", position + 1, block + 1),
                variant: variants.get(variant).cloned().unwrap_or_default(),
                block: block as u32 + 1,
                washout_hours: None,
            });
        }
    }
    let error_degrees = (blocks as i64 - 1) * (k as i64 - 1);
    Ok(Layout {
        kind: "paired_slots".into(),
        seed,
        variants: variants.to_vec(),
        cells,
        error_degrees,
        ..Layout::default()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn blocks_are_complete_and_positions_balanced(k in 2usize..7, blocks in 2usize..30, seed in any::<u64>()) {
            let variants: Vec<String> = (0..k).map(|index| format!("v{index}")).collect();
            let layout = paired_slots(&variants, blocks, seed).unwrap();
            for variant in &variants {
                let mut at = vec![0usize; k];
                for block in layout.cells.chunks(k) {
                    let position = block.iter().position(|cell| cell.variant == *variant);
                    prop_assert!(position.is_some());
                    at[position.unwrap()] += 1;
                }
                prop_assert!(at.iter().max().unwrap() - at.iter().min().unwrap() <= 1, "{:?}", at);
            }
        }
    }

    #[test]
    fn bad_numbers_are_all_named() {
        assert_eq!(paired_slots(&[], 1, 0).unwrap_err().violations().len(), 2);
    }
}
