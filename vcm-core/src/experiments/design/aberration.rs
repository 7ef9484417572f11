//! The best generators of a `2^(k-p)` fraction: resolution first, then as few short words as can be (minimum aberration, Fries
//! and Hunter 1980). Found by search instead of copied from a table, so that a test can prove them. Next: [`super::plackett_burman`].

use super::{MOST_FACTORS, MOST_RUNS, letter, letters};
use crate::error::{Error, Result, Violation};

/// Most generator sets that the search looks at; beyond it generators must be given.
const MOST_SETS: f64 = 1e6;

/// Generators (`d=abc` …) of a `2^(factors - fraction)` design with minimum aberration; among equals the first in the order of
/// their products.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] when no such fraction exists, or when the search would be too long.
pub fn minimum_aberration(factors: usize, fraction: usize) -> Result<Vec<String>> {
    let basic = factors.saturating_sub(fraction);
    let mut wrong = Vec::new();
    if factors == 0 || factors > MOST_FACTORS {
        wrong.push(Violation::new("factors", factors, format!("1 to {MOST_FACTORS}")));
    } else if 1 << basic.min(20) > MOST_RUNS {
        wrong.push(Violation::new("fraction", fraction, format!("a design of at most {MOST_RUNS} runs")));
    } else if fraction > 0 && (1usize << basic) < factors + 1 {
        let most = (1..factors).rev().find(|p| 1usize << (factors - p) > factors).unwrap_or(0);
        wrong.push(Violation::new(
            "fraction",
            fraction,
            format!("0 to {most}: main effects need columns of their own"),
        ));
    } else {
        let columns = (1u32 << basic) as usize - basic - 1;
        if sets(columns, fraction) > MOST_SETS {
            wrong.push(Violation::new("generators", "nothing", "generators: too many sets to search for the best"));
        }
    }
    if !wrong.is_empty() {
        return Err(Error::invalid_input("plan_experiment", wrong));
    }
    let products: Vec<u32> = (1..1u32 << basic).filter(|product| product.count_ones() >= 2).collect();
    let mut search = Search { basic, fraction, products, best: None };
    search.extend(0, &mut Vec::new(), &[0], Pattern::default());
    let chosen = search.best.map(|(_, chosen)| chosen).unwrap_or_default();
    let named =
        chosen.iter().enumerate().map(|(index, product)| format!("{}={}", letter(basic + index), letters(*product)));
    Ok(named.collect())
}

/// How many words there are of each length, shortest first: the order of patterns is that of aberration.
type Pattern = [u32; MOST_FACTORS + 2];

struct Search {
    basic: usize,
    fraction: usize,
    products: Vec<u32>,
    best: Option<(Pattern, Vec<u32>)>,
}

impl Search {
    /// Adds every generator from `next` on to those chosen. `words` are all products of the words so far, the identity included.
    /// A pattern only grows, so a branch that is worse already is left.
    fn extend(&mut self, next: usize, chosen: &mut Vec<u32>, words: &[u32], pattern: Pattern) {
        if chosen.len() == self.fraction {
            if self.best.as_ref().is_none_or(|(best, _)| pattern < *best) {
                self.best = Some((pattern, chosen.clone()));
            }
            return;
        }
        for index in next..self.products.len() {
            let Some(product) = self.products.get(index).copied() else { return };
            let generator = product | 1 << (self.basic + chosen.len());
            let mut grown = pattern;
            let added = words.iter().map(|word| word ^ generator);
            for word in added.clone() {
                if let Some(count) = grown.get_mut(word.count_ones() as usize) {
                    *count += 1;
                }
            }
            if self.best.as_ref().is_some_and(|(best, _)| grown >= *best) {
                continue;
            }
            let all: Vec<u32> = words.iter().copied().chain(added).collect();
            chosen.push(product);
            self.extend(index + 1, chosen, &all, grown);
            chosen.pop();
        }
    }
}

fn sets(of: usize, choose: usize) -> f64 {
    (0..choose).map(|step| of.saturating_sub(step) as f64 / (step + 1) as f64).product()
}

#[cfg(test)]
mod tests {
    use super::{super::fractional_factorial, *};

    /// Resolution and number of shortest words as published (Box, Hunter and Hunter 2005, table 6.22; Wu and Hamada 2009, appendix 5A).
    #[test]
    fn fractions_are_as_good_as_the_published_ones() {
        for (factors, fraction, resolution, shortest) in [
            (3, 1, 3, 1),
            (4, 1, 4, 1),
            (5, 1, 5, 1),
            (5, 2, 3, 2),
            (6, 2, 4, 3),
            (6, 3, 3, 4),
            (7, 2, 4, 1),
            (7, 3, 4, 7),
            (7, 4, 3, 7),
            (8, 2, 5, 2),
            (8, 3, 4, 3),
            (8, 4, 4, 14),
            (9, 4, 4, 6),
            (9, 5, 3, 4),
            (10, 5, 4, 10),
            (10, 6, 3, 8),
            (15, 11, 3, 35),
        ] {
            let generators = minimum_aberration(factors, fraction).unwrap();
            let generators: Vec<&str> = generators.iter().map(String::as_str).collect();
            let design = fractional_factorial(factors, &generators).unwrap();
            let found = design.defining_relation.iter().filter(|word| word.len() == resolution).count();
            assert_eq!(
                (design.resolution, found),
                (Some(resolution), shortest),
                "2^({factors}-{fraction}) {generators:?}"
            );
        }
        assert_eq!(minimum_aberration(4, 1).unwrap(), ["d=abc"]);
        assert!(minimum_aberration(3, 0).unwrap().is_empty());
    }

    #[test]
    fn impossible_fractions_are_refused() {
        for (factors, fraction) in [(4, 2), (3, 3), (0, 0), (16, 2), (12, 0)] {
            assert!(minimum_aberration(factors, fraction).is_err(), "{factors} {fraction}");
        }
    }
}
