//! Adjusts p-values for several comparisons. Next: [`super::analyze()`].

use super::Correction;

/// Adjusted p-values in the order given: compare each with the level as it stands. Bonferroni and Holm (1979) bound the chance of any
/// false winner; Holm never finds less.
pub fn adjust_p(p: &[f64], correction: Correction) -> Vec<f64> {
    let count = p.len() as f64;
    match correction {
        Correction::None => p.to_vec(),
        Correction::Bonferroni => p.iter().map(|one| (one * count).min(1.0)).collect(),
        Correction::Holm => stepped(p, |order, adjusted| {
            let mut largest: f64 = 0.0;
            for (rank, (index, one)) in order.iter().enumerate() {
                largest = largest.max((one * (count - rank as f64)).min(1.0));
                if let Some(slot) = adjusted.get_mut(*index) {
                    *slot = largest;
                }
            }
        }),
    }
}

/// Benjamini and Hochberg's (1995) adjustment: below `q`, the expected share of false finds among all finds is at most `q`. For many
/// metrics that are looked through, not for the one that decides.
pub fn false_discovery_p(p: &[f64]) -> Vec<f64> {
    let count = p.len() as f64;
    stepped(p, |order, adjusted| {
        let mut smallest: f64 = 1.0;
        for (rank, (index, one)) in order.iter().enumerate().rev() {
            smallest = smallest.min(one * count / (rank as f64 + 1.0));
            if let Some(slot) = adjusted.get_mut(*index) {
                *slot = smallest;
            }
        }
    })
}

/// Runs `step` over the p-values in rising order, with their places.
fn stepped(p: &[f64], step: impl Fn(&[(usize, f64)], &mut [f64])) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = p.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut adjusted = vec![1.0; p.len()];
    step(&order, &mut adjusted);
    adjusted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn adjusting_never_lowers_and_keeps_the_order(p in prop::collection::vec(0.0f64..=1.0, 0..12)) {
            let bonferroni = adjust_p(&p, Correction::Bonferroni);
            let holm = adjust_p(&p, Correction::Holm);
            let discovery = false_discovery_p(&p);
            for index in 0..p.len() {
                prop_assert!(p[index] <= discovery[index] + 1e-15 && discovery[index] <= holm[index] + 1e-15);
                prop_assert!(holm[index] <= bonferroni[index] + 1e-15 && bonferroni[index] <= 1.0);
                for other in 0..p.len() {
                    prop_assert!(p[index] > p[other] || holm[index] <= holm[other]);
                }
            }
        }
    }
}
