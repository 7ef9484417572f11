//! Latin squares: every variant once in every slot class and once in every week, so that neither can favour one.
//! Next: [`super::switchback`].

use super::{Cell, Layout, MOST_CELLS};
use crate::{
    error::{Error, Result, Violation},
    hash::{Seed, SeededRandom},
};

/// Lays `variants` out over `slots` (slot classes, such as "weekday evening") and `weeks`. Both must be multiples of the number of
/// variants: then each square has every variant once in every row and column. Rows, columns and variants of each square are
/// shuffled with the seed. `carry_over` uses Williams squares, in which every variant also follows every other equally often from
/// week to week; an odd number of variants then needs two squares, so twice as many weeks.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn latin_square(
    variants: &[String],
    slots: &[String],
    weeks: usize,
    carry_over: bool,
    seed: u64,
) -> Result<Layout> {
    let k = variants.len();
    let rows = if carry_over && k % 2 == 1 { 2 * k } else { k };
    let mut wrong = Vec::new();
    if (2..=26).contains(&k) {
        if slots.is_empty() || !slots.len().is_multiple_of(k) {
            wrong.push(Violation::new("slots", slots.len(), format!("a multiple of the {k} variants")));
        }
        if weeks == 0 || !weeks.is_multiple_of(rows) {
            let why = if rows > k { " (twice the odd number of variants, for carry_over)" } else { "" };
            wrong.push(Violation::new("weeks", weeks, format!("a multiple of {rows}{why}")));
        }
    } else {
        wrong.push(Violation::new("variants", k, "2 to 26 variants"));
    }
    if weeks.saturating_mul(slots.len()) > MOST_CELLS {
        wrong.push(Violation::new("weeks", weeks, format!("at most {MOST_CELLS} cells")));
    }
    if !wrong.is_empty() {
        return Err(Error::invalid_input("plan_experiment", wrong));
    }
    let mut random = Seed(seed).stream("latin-square");
    let mut cells = Vec::new();
    let mut squares = Vec::new();
    for band in 0..weeks / rows {
        for side in 0..slots.len() / k {
            let drawn = if carry_over { williams_square(k, &mut random) } else { shuffled_square(k, &mut random) };
            let name = |variant: &usize| variants.get(*variant).cloned().unwrap_or_default();
            let square: Vec<Vec<String>> = drawn.iter().map(|row| row.iter().map(name).collect()).collect();
            for (row, line) in square.iter().enumerate() {
                for (variant, slot) in line.iter().zip(slots.iter().skip(side * k)) {
                    let period = (band * rows + row + 1) as u32;
                    cells.push(Cell {
                        period,
                        slot: slot.clone(),
                        variant: variant.clone(),
                        block: period,
                        washout_hours: None,
                    });
                }
            }
            squares.push(square);
        }
    }
    cells.sort_by_key(|cell| cell.period);
    // Cells less the mean, weeks, slots and variants.
    let error_degrees = cells.len() as i64 - 1 - (weeks as i64 - 1) - (slots.len() as i64 - 1) - (k as i64 - 1);
    Ok(Layout {
        kind: "latin_square".into(),
        seed,
        variants: variants.to_vec(),
        cells,
        squares,
        error_degrees,
        ..Layout::default()
    })
}

/// The cyclic square with rows, columns and symbols shuffled.
fn shuffled_square(k: usize, random: &mut SeededRandom) -> Vec<Vec<usize>> {
    let [rows, columns, symbols] = [0; 3].map(|_| permutation(k, random));
    rows.iter()
        .map(|row| columns.iter().filter_map(|column| symbols.get((row + column) % k).copied()).collect())
        .collect()
}

/// A square balanced for first-order carry-over (Williams 1949): going down any column, every symbol follows every other equally
/// often. `k` rows for even `k`, `2 k` for odd. Columns are subjects (slot classes), rows are periods (weeks).
pub fn williams_square(k: usize, random: &mut SeededRandom) -> Vec<Vec<usize>> {
    let symbols = permutation(k, random);
    let columns = permutation(k, random);
    // 0, 1, k-1, 2, k-2 …: differences between neighbours are all different.
    let path: Vec<usize> =
        (0..k).map(|step| if step % 2 == 1 { step.div_ceil(2) } else { (k - step / 2) % k }).collect();
    let square = |path: &[usize]| -> Vec<Vec<usize>> {
        path.iter()
            .map(|step| columns.iter().filter_map(|column| symbols.get((step + column) % k).copied()).collect())
            .collect()
    };
    let mut rows = square(&path);
    if k % 2 == 1 {
        // The second square runs the path backwards, so that what one misses the other has.
        let back: Vec<usize> = path.iter().rev().copied().collect();
        rows.extend(square(&back));
    }
    rows
}

fn permutation(k: usize, random: &mut SeededRandom) -> Vec<usize> {
    let mut order: Vec<usize> = (0..k).collect();
    random.shuffle(&mut order);
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(prefix: &str, count: usize) -> Vec<String> {
        (0..count).map(|index| format!("{prefix}{index}")).collect()
    }

    proptest! {
        #[test]
        fn every_variant_is_once_in_every_row_and_column(k in 2usize..9, side in 1usize..3, band in 1usize..3, carry in any::<bool>(), seed in any::<u64>()) {
            let rows = if carry && k % 2 == 1 { 2 * k } else { k };
            let layout = latin_square(&names("v", k), &names("s", k * side), rows * band, carry, seed).unwrap();
            prop_assert_eq!(layout.cells.len(), k * side * rows * band);
            for variant in &layout.variants {
                for week in 1..=(rows * band) as u32 {
                    prop_assert_eq!(layout.cells.iter().filter(|cell| cell.period == week && cell.variant == *variant).count(), side);
                }
                for slot in names("s", k * side) {
                    prop_assert_eq!(layout.cells.iter().filter(|cell| cell.slot == slot && cell.variant == *variant).count(), rows * band / k);
                }
            }
            prop_assert_eq!(&latin_square(&names("v", k), &names("s", k * side), rows * band, carry, seed).unwrap(), &layout);
        }

        #[test]
        fn williams_squares_balance_what_follows_what(k in 2usize..12, seed in any::<u64>()) {
            let square = williams_square(k, &mut Seed(seed).stream("test"));
            let mut follows = vec![0; k * k];
            for half in square.chunks(k) {
                for pair in half.windows(2) {
                    for column in 0..k {
                        follows[pair[0][column] * k + pair[1][column]] += 1;
                    }
                }
            }
            let expected = if k % 2 == 1 { 2 } else { 1 };
            for first in 0..k {
                for second in 0..k {
                    prop_assert_eq!(follows[first * k + second], if first == second { 0 } else { expected });
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let error = latin_square(&names("v", 3), &names("s", 4), 5, true, 1).unwrap_err();
        assert_eq!(error.violations().len(), 2);
        assert!(latin_square(&names("v", 1), &names("s", 1), 1, false, 1).is_err());
        assert!(latin_square(&names("v", 2), &names("s", 2), 1_000_000, false, 1).is_err());
    }
}
