//! The choice of slots: no rule broken, the bound a bound, close to the best that trying everything finds.

use proptest::prelude::*;

use super::*;
use crate::schedule::assign::{Group, Problem, Row, SlotTime};

fn problems() -> impl Strategy<Value = Problem> {
    let row = (proptest::collection::vec(prop_oneof![9 => -1.0..1.0f64, 1 => Just(f64::NEG_INFINITY)], 60), 0usize..9);
    let group = (1i64..400, 1u32..4, 1u32..9, proptest::collection::vec(row, 1..3));
    let slots = proptest::collection::btree_set(0i64..28 * 24, 5..60);
    (slots, proptest::collection::vec(group, 1..4), 0i64..120, proptest::option::of(1u32..4)).prop_map(
        |(hours, accounts, campaign_gap_minutes, platform_cap)| {
            let times: Vec<SlotTime> =
                hours.iter().map(|hour| SlotTime { minute: hour * 60, day: (hour / 24) as usize }).collect();
            let (mut rows, mut groups) = (Vec::new(), Vec::new());
            for (index, (gap, daily_cap, weekly_cap, members)) in accounts.into_iter().enumerate() {
                groups.push(Group {
                    gap_minutes: gap.max(campaign_gap_minutes),
                    day_caps: vec![daily_cap; 28],
                    week_caps: vec![weekly_cap; 4],
                });
                rows.extend(members.into_iter().map(|(mut weights, count)| {
                    weights.truncate(times.len());
                    Row { weights, count, group: index, platform: index % 2 }
                }));
            }
            let platform_caps = platform_cap.map(|cap| vec![vec![cap; 28]; 2]).unwrap_or_default();
            Problem { times, rows, groups, platform_caps, campaign_gap_minutes }
        },
    )
}

/// Every rule that a choice breaks, found pair by pair.
fn violations(problem: &Problem, chosen: &[Vec<usize>]) -> Vec<String> {
    let mut found = Vec::new();
    let posts: Vec<(usize, SlotTime)> = chosen
        .iter()
        .enumerate()
        .flat_map(|(row, slots)| slots.iter().map(move |slot| (row, problem.times[*slot])))
        .collect();
    for (index, (row, time)) in posts.iter().enumerate() {
        let (rules, group) = (&problem.rows[*row], &problem.groups[problem.rows[*row].group]);
        for (other, peer) in posts.iter().skip(index + 1) {
            let gap = if problem.rows[*other].group == rules.group {
                group.gap_minutes
            } else {
                problem.campaign_gap_minutes
            };
            if (time.minute - peer.minute).abs() < gap {
                found.push(format!("gap between rows {row} and {other}"));
            }
        }
        let count = |same: &dyn Fn(&Row, SlotTime) -> bool| {
            posts.iter().filter(|(other, peer)| same(&problem.rows[*other], *peer)).count() as u32
        };
        let cap = |caps: &[u32], period: usize| caps.get(period).copied().unwrap_or(u32::MAX);
        let platform = problem.platform_caps.get(rules.platform).map_or(u32::MAX, |caps| cap(caps, time.day));
        if count(&|peer, at| peer.group == rules.group && at.day == time.day) > cap(&group.day_caps, time.day)
            || count(&|peer, at| peer.group == rules.group && at.week() == time.week())
                > cap(&group.week_caps, time.week())
            || count(&|peer, at| peer.platform == rules.platform && at.day == time.day) > platform
        {
            found.push(format!("cap of row {row}"));
        }
    }
    for (index, (row, slots)) in problem.rows.iter().zip(chosen).enumerate() {
        if slots.len() > row.count || slots.iter().any(|slot| !row.weights[*slot].is_finite()) {
            found.push(format!("count or forbidden slot of row {index}"));
        }
    }
    found
}

/// The best sum by trying everything, for as many slots per row as were placed.
fn exhaustive(problem: &Problem, counts: &[usize]) -> f64 {
    fn search(
        problem: &Problem,
        counts: &[usize],
        chosen: &mut Vec<Vec<usize>>,
        row: usize,
        from: usize,
        sum: f64,
        best: &mut f64,
    ) {
        if row == counts.len() {
            *best = best.max(sum);
            return;
        }
        if chosen[row].len() == counts[row] {
            return search(problem, counts, chosen, row + 1, 0, sum, best);
        }
        for slot in from..problem.times.len() {
            chosen[row].push(slot);
            if violations(problem, chosen).is_empty() {
                search(problem, counts, chosen, row, slot + 1, sum + problem.rows[row].weights[slot], best);
            }
            chosen[row].pop();
        }
    }
    let mut best = f64::NEG_INFINITY;
    search(problem, counts, &mut vec![Vec::new(); counts.len()], 0, 0, 0.0, &mut best);
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_rule_is_broken_and_the_bound_holds(problem in problems()) {
        let solution = problem.solve();
        prop_assert_eq!(violations(&problem, &solution.chosen), Vec::<String>::new());
        prop_assert!(solution.objective <= solution.bound + 1e-9);
        prop_assert_eq!(&problem.solve(), &solution);
    }

    #[test]
    fn small_problems_lie_between_greedy_and_the_bound(problem in problems()) {
        let mut small = problem;
        small.times.truncate(10);
        let most = (4 / small.rows.len()).max(1);
        for row in &mut small.rows {
            row.weights.truncate(10);
            row.count = row.count.min(most);
        }
        let solution = small.solve();
        let counts: Vec<usize> = solution.chosen.iter().map(Vec::len).collect();
        let best = exhaustive(&small, &counts);
        prop_assert!(best <= solution.bound + 1e-9, "bound {} is below the optimum {best}", solution.bound);
        prop_assert!(solution.objective >= best - 0.05 * best.abs().max(1.0), "{} of {best}", solution.objective);
        if small.rows.len() == 1 && small.platform_caps.is_empty() {
            prop_assert!(solution.bound - best <= 0.02 * best.abs().max(1.0), "loose bound {} for {best}", solution.bound);
        }
    }

    #[test]
    fn order_of_posts_does_not_change_the_objective(seed in 0u64..1000) {
        let past = history("main", 40, 0.3);
        let mut posts: Vec<PostRequest> =
            (0..9).map(|n| post(&format!("m-{n}"), ["main", "other"][n % 2], None, "a")).collect();
        let first = recommend(&request(posts.clone(), &past)).unwrap();
        Seed(seed).stream("order").shuffle(&mut posts);
        let second = recommend(&request(posts, &past)).unwrap();
        prop_assert!((first.objective - second.objective).abs() < 1e-9);
    }
}
