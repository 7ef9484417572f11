//! Plackett–Burman designs: up to `runs - 1` factors in 4, 8, 12, 16, 20 or 24 runs, main effects only (Plackett and Burman 1946).
//! Next: [`super::full_levels`].

use super::Design;
use crate::error::{Error, Result};

/// First rows of the cyclic designs of 12, 20 and 24 runs, as published; `+` is the high level.
const CYCLES: [&str; 3] = ["++-+++---+-", "++--++++-+-+----++-", "+++++-+-++--++--+-+----"];
const MOST: usize = 23;

/// The smallest Plackett–Burman design for this many factors, 2 to 23. Main effects only: every two-factor interaction is spread
/// over the main effects of other factors, so use it to find the few factors that matter, and test those again.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] for a number of factors that it is not made for.
pub fn plackett_burman(factors: usize) -> Result<Design> {
    if !(2..=MOST).contains(&factors) {
        return Err(Error::invalid_field("plan_experiment", "factors", factors, format!("2 to {MOST}")));
    }
    let size = (factors / 4 + 1) * 4;
    let table =
        CYCLES.iter().find(|cycle| cycle.len() + 1 == size).map_or_else(|| doubled(size), |cycle| cyclic(cycle));
    let runs = table.into_iter().map(|row| row.into_iter().take(factors).collect()).collect();
    Ok(Design { factors, runs, resolution: Some(3), ..Design::default() })
}

/// Every rotation of the row, and one run with all factors low.
fn cyclic(cycle: &str) -> Vec<Vec<i8>> {
    let first: Vec<i8> = cycle.bytes().map(|sign| if sign == b'+' { 1 } else { -1 }).collect();
    let rotated = (0..first.len()).map(|by| {
        let mut row = first.clone();
        row.rotate_right(by);
        row
    });
    rotated.chain(std::iter::once(vec![-1; first.len()])).collect()
}

/// Sylvester's doubling for sizes that are powers of two: entry `(i, j)` is the parity of the bits that `i` and `j` share. The first
/// column, all ones, is left out.
fn doubled(size: usize) -> Vec<Vec<i8>> {
    let sign = |row: usize, column: usize| if (row & column).count_ones().is_multiple_of(2) { 1 } else { -1 };
    (0..size).map(|row| (1..size).map(|column| sign(row, column)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_balanced_and_orthogonal_at_every_size() {
        for factors in 2..=MOST {
            let design = plackett_burman(factors).unwrap();
            assert!(design.runs.len() > factors && design.runs.len() <= factors + 4, "{factors}");
            for first in 0..factors {
                assert_eq!(design.runs.iter().map(|run| i32::from(run[first])).sum::<i32>(), 0, "{factors}");
                for second in 0..first {
                    let product: i32 = design.runs.iter().map(|run| i32::from(run[first] * run[second])).sum();
                    assert_eq!(product, 0, "{factors} factors, columns {first} and {second}");
                }
            }
        }
        assert!(plackett_burman(1).is_err() && plackett_burman(24).is_err());
    }
}
