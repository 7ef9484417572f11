//! "Did you mean": the known name nearest to a mistyped one.

/// The name nearest to `typed`, if one is near enough to be a slip: at most a third of its letters off, separators and case
/// aside.
pub(super) fn nearest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed = plain(typed);
    if typed.len() > 64 {
        return None;
    }
    known
        .iter()
        .map(|name| (distance(&typed, &plain(name)), *name))
        .filter(|(distance, name)| *distance <= (name.chars().count() / 3).max(1))
        .min()
        .map(|(_, name)| name)
}

fn plain(name: &str) -> Vec<char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours (Damerau 1964).
fn distance(left: &[char], right: &[char]) -> usize {
    let width = right.len() + 1;
    let mut rows: Vec<Vec<usize>> = vec![(0..width).collect()];
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let cell = |row: Option<&Vec<usize>>, column: usize| {
                row.and_then(|row| row.get(column)).copied().unwrap_or(usize::MAX / 2)
            };
            let above = rows.get(i);
            let mut best = (cell(above, j + 1) + 1)
                .min(row.last().copied().unwrap_or(usize::MAX / 2) + 1)
                .min(cell(above, j) + usize::from(a != b));
            let swapped = i > 0 && j > 0 && left.get(i - 1) == Some(b) && right.get(j - 1) == Some(a);
            if swapped {
                best = best.min(cell(rows.get(i - 1), j - 1) + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_strangers_are_not() {
        let known = ["time_zone", "quiet_hours", "start", "end"];
        for (typed, expected) in [
            ("timezone", Some("time_zone")),
            ("TimeZone", Some("time_zone")),
            ("tiem_zone", Some("time_zone")),
            ("quiet-hour", Some("quiet_hours")),
            ("strat", Some("start")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, &known), expected, "{typed}");
        }
    }
}
