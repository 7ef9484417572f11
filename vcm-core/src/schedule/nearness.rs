//! The plain estimate of an hour: its mean, shrunk to what the hours around it say.
//!
//! Of the simple methods it held up best with few posts on pages of others (empirical Bayes towards the account's own kernel mean);
//! the Gaussian process of [`super::gaussian`] is better with many. The score mixes both by [`trust`].

use super::gaussian::Evidence;

/// Reach of the neighbours, in hours (standard deviation of a circular Gaussian).
const REACH_HOURS: f64 = 2.0;
/// Posts that the neighbours' mean is worth.
const NEIGHBOURS_POSTS: f64 = 20.0;

/// Posts at which the Gaussian process, by its number of posts alone, counts for half.
const EVEN_POSTS: f64 = 200.0;

/// Posts that give it half of its say: it knows no waking hours, which are all there is to a handful of posts.
const FIRST_POSTS: f64 = 20.0;

/// How much of the score this estimate is, for an account with so many posts: little at first, most around 60, little again with
/// thousands.
pub(super) fn trust(posts: usize) -> f64 {
    let posts = posts as f64;
    EVEN_POSTS / (EVEN_POSTS + posts) * posts / (posts + FIRST_POSTS)
}

/// The effect of each of the 24 hours of one kind of posts over their mean, by the hour; 0 for all without posts.
pub(super) fn shrunk_to_neighbours(hours: &[Evidence]) -> Vec<f64> {
    let count = hours.len();
    let all = |value: &dyn Fn(&Evidence) -> f64| hours.iter().map(value).sum::<f64>();
    let weight = all(&|hour| hour.weight).max(f64::MIN_POSITIVE);
    let mean = all(&|hour| hour.weight * hour.mean) / weight;
    let estimate = |(index, hour): (usize, &Evidence)| {
        let (mut sum, mut near) = (0.0, f64::MIN_POSITIVE);
        for (other, evidence) in hours.iter().enumerate() {
            let apart = index.abs_diff(other);
            let apart = apart.min(count - apart) as f64 / REACH_HOURS;
            let share = libm::exp(-0.5 * apart * apart) * evidence.weight;
            (sum, near) = (sum + share * evidence.mean, near + share);
        }
        (hour.weight * hour.mean + NEIGHBOURS_POSTS * sum / near) / (hour.weight + NEIGHBOURS_POSTS) - mean
    };
    hours.iter().enumerate().map(estimate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_with_few_posts_follows_its_neighbours_and_one_with_many_does_not() {
        let mut hours = vec![Evidence { weight: 5.0, ..Evidence::default() }; 24];
        for hour in [8, 10] {
            hours[hour] = Evidence { mean: 1.0, weight: 200.0, ..Evidence::default() };
        }
        let found = shrunk_to_neighbours(&hours);
        assert!(found[9] > found[20] + 0.3, "{found:?}");
        assert!(found[8] > found[9] && found[10] > found[9], "{found:?}");
    }

    #[test]
    fn nothing_seen_says_nothing() {
        assert!(shrunk_to_neighbours(&[Evidence::default(); 24]).iter().all(|effect| effect.abs() < 1e-12));
        assert!(trust(0) < 1e-12 && trust(60) > 0.5 && trust(100_000) < 0.01);
    }
}
