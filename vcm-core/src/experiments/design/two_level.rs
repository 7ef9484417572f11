//! Two-level designs: every combination of factors, or a stated fraction of them with what it cannot tell apart.
//!
//! A fraction sets some factors equal to products of others (generators). The words that equal the identity (defining
//! relation) say which effects share a column (aliases); the shortest word is the resolution. Next: [`super::minimum_aberration`].

use super::{Alias, Design, MOST_FACTORS, MOST_RUNS, letter, letters};
use crate::error::{Error, Result, Violation};

/// All `2^factors` combinations, for 1 to 10 factors (1,024 runs); the last factor varies fastest.
pub fn full_factorial(factors: usize) -> Result<Design> {
    fractional_factorial(factors, &[])
}

/// A `2^(factors - generators)` fraction. A generator names a factor and its product, `d=abc` or `d=-abc`; generated factors
/// must be the last ones and products may use only those before.
pub fn fractional_factorial(factors: usize, generators: &[&str]) -> Result<Design> {
    let mut wrong = Vec::new();
    if factors == 0 || factors > MOST_FACTORS {
        wrong.push(Violation::new("factors", factors, format!("1 to {MOST_FACTORS}")));
    }
    if generators.len() >= factors.max(1) {
        wrong.push(Violation::new("generators", generators.len(), "fewer than the factors"));
    }
    let basic = factors.saturating_sub(generators.len());
    if factors <= MOST_FACTORS && 1usize << basic > MOST_RUNS {
        wrong.push(Violation::new(
            "factors",
            factors,
            format!("a design of at most {MOST_RUNS} runs: give generators"),
        ));
    }
    let mut products: Vec<(usize, u32, bool)> = Vec::new();
    for (index, text) in generators.iter().enumerate() {
        match parse(text, basic) {
            Some((factor, product, negative)) if factor == basic + index => products.push((factor, product, negative)),
            _ => wrong.push(Violation::new(
                format!("generators[{index}]"),
                text,
                format!(
                    "{}= and a product of two or more of {}",
                    letter(basic + index),
                    letters((1 << basic.min(20)) - 1)
                ),
            )),
        }
    }
    for (index, (_, product, _)) in products.iter().enumerate() {
        if products.iter().take(index).any(|(_, other, _)| other == product) {
            let text = generators.get(index).copied().unwrap_or_default();
            wrong.push(Violation::new(format!("generators[{index}]"), text, "a product that no other generator has"));
        }
    }
    if !wrong.is_empty() {
        return Err(Error::invalid_input("plan_experiment", wrong));
    }
    let mut runs = Vec::new();
    for number in 0..1u32 << basic {
        // The first factor is the highest bit, so that the last varies fastest.
        let mut signs: Vec<i8> =
            (0..basic).map(|factor| if number >> (basic - 1 - factor) & 1 == 1 { 1 } else { -1 }).collect();
        for (_, product, negative) in &products {
            let sign: i8 = signs
                .iter()
                .take(basic)
                .enumerate()
                .filter(|(factor, _)| product >> factor & 1 == 1)
                .map(|(_, sign)| *sign)
                .product();
            signs.push(if *negative { -sign } else { sign });
        }
        runs.push(signs);
    }
    let words = defining_words(&products);
    Ok(Design {
        factors,
        runs,
        generators: generators.iter().map(|text| text.trim().to_ascii_lowercase()).collect(),
        defining_relation: words
            .iter()
            .map(|(word, negative)| format!("{}{}", if *negative { "-" } else { "" }, letters(*word)))
            .collect(),
        resolution: words.iter().map(|(word, _)| word.count_ones() as usize).min(),
        aliases: aliases(factors, &words),
        ..Design::default()
    })
}

/// Reads columns written side by side, such as `a b c abc`: the basic factors first, then a product for each further factor.
/// Gives the number of factors and the generators (`d=abc`); none when a column is neither.
pub fn generators_of_columns(text: &str) -> Option<(usize, Vec<String>)> {
    let columns: Vec<String> = text.split_whitespace().map(str::to_ascii_lowercase).collect();
    let basic = columns.iter().take_while(|column| column.len() == 1).count();
    let in_order = |(index, column): (usize, &String)| *column == letter(index).to_string();
    if basic == 0 || columns.len() > MOST_FACTORS || !columns.iter().take(basic).enumerate().all(in_order) {
        return None;
    }
    let product =
        |(index, column): (usize, &String)| format!("{}={}", letter(index), column.strip_prefix('+').unwrap_or(column));
    Some((columns.len(), columns.iter().enumerate().skip(basic).map(product).collect()))
}

/// All products of the generators' words.
fn defining_words(products: &[(usize, u32, bool)]) -> Vec<(u32, bool)> {
    let mut words: Vec<(u32, bool)> = Vec::new();
    for subset in 1..1u32 << products.len() {
        let (mut word, mut sign) = (0, false);
        for (index, (factor, product, negative)) in products.iter().enumerate() {
            if subset >> index & 1 == 1 {
                word ^= product | 1 << factor;
                sign ^= negative;
            }
        }
        words.push((word, sign));
    }
    words.sort_by_key(|(word, _)| (word.count_ones(), *word));
    words
}

fn aliases(factors: usize, words: &[(u32, bool)]) -> Vec<Alias> {
    if words.is_empty() {
        return Vec::new();
    }
    let mut effects: Vec<u32> = (1..1u32 << factors).filter(|effect| effect.count_ones() <= 2).collect();
    effects.sort_by_key(|effect| (effect.count_ones(), *effect));
    effects
        .into_iter()
        .map(|effect| {
            let mut with: Vec<(u32, bool)> = words
                .iter()
                .map(|(word, negative)| (word ^ effect, *negative))
                .filter(|(other, _)| (1..=3).contains(&other.count_ones()))
                .collect();
            with.sort_by_key(|(other, _)| (other.count_ones(), *other));
            let signed = |(other, negative)| format!("{}{}", if negative { "-" } else { "" }, letters(other));
            Alias { effect: letters(effect), with: with.into_iter().map(signed).collect() }
        })
        .filter(|alias| !alias.with.is_empty())
        .collect()
}

/// `d=abc` as (factor 3, bits of abc, not negative).
fn parse(text: &str, basic: usize) -> Option<(usize, u32, bool)> {
    let text = text.to_ascii_lowercase();
    let (name, product) = text.split_once('=')?;
    let number = |c: char| c.is_ascii_lowercase().then(|| (c as u8 - b'a') as usize);
    let mut names = name.trim().chars();
    let factor = number(names.next()?).filter(|_| names.next().is_none())?;
    let product = product.trim();
    let (negative, product) = product.strip_prefix('-').map_or((false, product), |rest| (true, rest));
    let mut bits = 0u32;
    for c in product.chars() {
        let bit = number(c).filter(|bit| *bit < basic)?;
        if bits >> bit & 1 == 1 {
            return None;
        }
        bits |= 1 << bit;
    }
    (bits.count_ones() >= 2).then_some((factor, bits, negative))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_fraction_of_four_factors_is_the_published_one() {
        let design = fractional_factorial(4, &["d=abc"]).unwrap();
        let golden: [[i8; 4]; 8] = [
            [-1, -1, -1, -1],
            [-1, -1, 1, 1],
            [-1, 1, -1, 1],
            [-1, 1, 1, -1],
            [1, -1, -1, 1],
            [1, -1, 1, -1],
            [1, 1, -1, -1],
            [1, 1, 1, 1],
        ];
        assert_eq!(design.runs, golden.map(Vec::from));
        assert_eq!((design.defining_relation, design.resolution), (vec!["abcd".to_owned()], Some(4)));
        let of = |effect: &str| design.aliases.iter().find(|alias| alias.effect == effect).unwrap().with.clone();
        assert_eq!((of("a"), of("ab")), (vec!["bcd".to_owned()], vec!["cd".to_owned()]));
    }

    #[test]
    fn quarter_fraction_of_five_factors_aliases_main_effects() {
        let design = fractional_factorial(5, &["d=ab", "e=ac"]).unwrap();
        assert_eq!(design.runs.len(), 8);
        assert_eq!(design.defining_relation, ["abd", "ace", "bcde"]);
        assert_eq!(design.resolution, Some(3));
        assert_eq!(design.aliases[0].with, ["bd", "ce"]);
    }

    #[test]
    fn columns_are_balanced_and_orthogonal() {
        for design in [full_factorial(3).unwrap(), fractional_factorial(6, &["e=abc", "f=-bcd"]).unwrap()] {
            for first in 0..design.factors {
                assert_eq!(design.runs.iter().map(|run| i32::from(run[first])).sum::<i32>(), 0);
                for second in 0..first {
                    assert_eq!(design.runs.iter().map(|run| i32::from(run[first] * run[second])).sum::<i32>(), 0);
                }
            }
        }
        assert!(full_factorial(2).unwrap().aliases.is_empty());
    }

    #[test]
    fn columns_side_by_side_are_read() {
        let (factors, generators) = generators_of_columns("a b c abc").unwrap();
        assert_eq!((factors, generators), (4, vec!["d=abc".to_owned()]));
        assert_eq!(generators_of_columns("A B -AB").unwrap().1, ["c=-ab"]);
        assert!(generators_of_columns("a c ac").is_none() && generators_of_columns("").is_none());
    }

    #[test]
    fn a_negative_word_gives_negative_aliases() {
        let design = fractional_factorial(3, &["C=-AB"]).unwrap();
        assert_eq!(
            (design.defining_relation, design.aliases[0].with.clone()),
            (vec!["-abc".into()], vec!["-bc".into()])
        );
    }

    #[test]
    fn bad_generators_are_all_named() {
        let error = fractional_factorial(5, &["d=az", "b=ac"]).unwrap_err();
        assert_eq!(error.violations().len(), 2);
        assert!(full_factorial(0).is_err() && full_factorial(11).is_err() && full_factorial(1_000).is_err());
    }
}
