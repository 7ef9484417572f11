//! What policies and the simulator promise.

use proptest::prelude::*;

use super::{
    super::BetaPrior,
    policy::{Setting, shares},
    *,
};

fn setting() -> Setting {
    Setting {
        prior: BetaPrior::default(),
        between_sd: 0.238,
        epsilon: 0.1,
        batch: 200.0,
        batches_left: 10.0,
        exploring: false,
    }
}

proptest! {
    #[test]
    fn shares_sum_to_one_and_keep_the_floor(counts in prop::collection::vec((0u32..100_000, 0.0f64..0.2), 1..12), floor in 0.0f64..0.08) {
        let counts: Vec<(f64, f64)> = counts.into_iter().map(|(n, rate)| (f64::from(n), (f64::from(n) * rate).floor())).collect();
        for policy in Policy::ALL {
            let given = floored(&shares(policy, &counts, &setting()), floor);
            prop_assert!((given.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{policy:?} {given:?}");
            prop_assert!(given.iter().all(|share| *share >= floor - 1e-12), "{policy:?} {given:?}");
        }
    }
}

#[test]
fn thompson_gives_the_chance_to_be_best() {
    let counts = [(5_000.0, 70.0), (5_000.0, 90.0), (3_000.0, 50.0)];
    let given = shares(Policy::Thompson, &counts, &setting());
    let posteriors = counts.map(|(n, s)| BetaPrior::default().after(s, n));
    for (share, exact) in given.iter().zip(super::super::standings(&posteriors)) {
        assert!((share - exact.chance_to_win).abs() < 2e-3, "{share} {exact:?}");
    }
    let second = shares(Policy::TopTwoThompson, &counts, &setting());
    assert!(second[0] > given[0] && second[1].max(second[2]) < 0.6, "{second:?}");
    assert_eq!(floored(&[1.0, 0.0, 0.0], 0.01), [0.98, 0.01, 0.01]);
}

fn ask(json: &str) -> SimulationAnswer {
    simulate(&SimulationRequest::parse(json).unwrap()).unwrap()
}

#[test]
fn a_campaign_of_batches_is_better_off_with_a_bandit() {
    let json = r#"{"impressions":8000,"batch":200,"arms":5,"base_rate":0.015,"runs":300,"seed":7}"#;
    let answer = ask(json);
    assert_eq!(answer, ask(json));
    let regret = |policy: Policy| answer.policies.iter().find(|one| one.policy == policy).unwrap().regret;
    assert!(regret(answer.recommended) < 0.7 * regret(Policy::EvenSplit), "{answer:?}");
    assert!(
        regret(Policy::Thompson) < regret(Policy::TopTwoThompson)
            && regret(Policy::TopTwoThompson) < regret(Policy::EvenSplit)
    );
    assert!(answer.policies.is_sorted_by(|a, b| a.regret <= b.regret) && answer.why.len() >= 3);
    // An even split's regret is known: one less the mean over the best, averaged over the draws.
    let even = answer.policies.iter().find(|one| one.policy == Policy::EvenSplit).unwrap();
    assert!((even.best_arm_share - 0.2).abs() < 0.01, "{even:?}");
}

#[test]
fn equal_arms_lose_nothing_and_the_even_split_is_kept() {
    let answer = ask(r#"{"impressions":1000,"rates":[0.05,0.05],"runs":50}"#);
    assert!(answer.policies.iter().all(|one| one.regret == 0.0));
    assert_eq!(answer.recommended, Policy::EvenSplit);
    let sure = ask(r#"{"impressions":5000,"batches":50,"tests":[[0.0,0.5],[0.4,0.0]],"runs":20,"policies":["ts"]}"#);
    assert!(sure.policies[0].regret < 0.05 && sure.policies[0].best_arm_found > 0.99, "{sure:?}");
}

#[test]
fn bad_requests_name_every_field() {
    let fields = |json: &str| -> Vec<String> {
        SimulationRequest::parse(json).unwrap_err().violations().iter().map(|one| one.field.clone()).collect()
    };
    assert_eq!(
        fields(r#"{"impressions":0,"arms":1,"base_rate":1,"epsilon":2,"runs":1,"policies":["ts","thompson"],"x":1}"#),
        ["x", "impressions", "arms", "base_rate", "policies[1]", "epsilon", "runs"]
    );
    assert_eq!(fields(r#"{"impressions":100,"policies":["ucb1"]}"#), ["policies[0]"]);
    assert_eq!(fields(r#"{"impressions":100000000,"batch":1}"#), ["runs"]);
    assert_eq!(fields("{}"), ["impressions"]);
    assert_eq!(fields(r#"{"impressions":100,"rates":[0.1,0.2],"tests":[[0.1]]}"#), ["tests", "tests[0]"]);
}
