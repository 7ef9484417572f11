//! Full factorials of factors with any number of levels. Next: [`super::full_factorial`] for the two-level case.

use super::{Design, MOST_FACTORS, MOST_RUNS};
use crate::error::{Error, Result, Violation};

/// Every combination of factors with these numbers of levels (2 to 26 each, at most 1,024 combinations); a run holds level numbers
/// from 0, and the last factor varies fastest.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong number.
pub fn full_levels(levels: &[usize]) -> Result<Design> {
    let mut wrong = Vec::new();
    if levels.is_empty() || levels.len() > MOST_FACTORS {
        wrong.push(Violation::new("levels", levels.len(), format!("1 to {MOST_FACTORS} factors")));
    }
    for (index, count) in levels.iter().enumerate() {
        if !(2..=26).contains(count) {
            wrong.push(Violation::new(format!("levels[{index}]"), count, "2 to 26 levels"));
        }
    }
    let combinations: f64 = levels.iter().map(|count| *count as f64).product();
    if combinations > MOST_RUNS as f64 {
        wrong.push(Violation::new("levels", combinations, format!("at most {MOST_RUNS} combinations")));
    }
    if !wrong.is_empty() {
        return Err(Error::invalid_input("plan_experiment", wrong));
    }
    let mut runs: Vec<Vec<i8>> = vec![Vec::new()];
    for count in levels {
        runs = runs
            .into_iter()
            .flat_map(|run| (0..*count as i8).map(move |level| run.iter().copied().chain([level]).collect()))
            .collect();
    }
    Ok(Design { factors: levels.len(), runs, ..Design::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_comes_once() {
        let design = full_levels(&[2, 3]).unwrap();
        assert_eq!(design.runs, [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]].map(Vec::from));
        assert_eq!(full_levels(&[1, 30]).unwrap_err().violations().len(), 2);
        assert!(full_levels(&[26, 26, 26]).is_err() && full_levels(&[]).is_err());
    }
}
