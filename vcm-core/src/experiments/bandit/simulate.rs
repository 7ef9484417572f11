//! Plays a campaign many times with each policy, and says which suits it: `vcm experiment simulate`. Next: [`super::super::analyze()`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    super::{BetaPrior, ProportionFormula, minimum_detectable_lift},
    Policy, floored, form, informed_prior,
    policy::{Setting, best, shares},
};
use crate::{
    error::{Error, Result},
    hash::{Seed, SeededRandom},
    stats::{binomial_draw, multinomial_draw},
};

/// A campaign to play.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SimulationRequest {
    /// Impressions of the whole campaign.
    #[serde(alias = "horizon")]
    pub impressions: u64,
    /// Times that results come in and shares are set anew; or give `batch`. Default 40.
    #[serde(default)]
    pub batches: Option<u64>,
    /// Impressions of a batch.
    #[serde(default, alias = "batch_size")]
    pub batch: Option<u64>,
    /// Arms. Default 4, or as many as `rates` has.
    #[serde(default)]
    pub arms: Option<usize>,
    /// Rate of a middling arm. Default 0.015.
    #[serde(default, alias = "baseline")]
    pub base_rate: Option<f64>,
    /// Standard deviation of log rates between arms. Default 0.238, from published headline tests.
    #[serde(default, alias = "between_arm_sd", alias = "between_variants_sd")]
    pub between_arms_sd: Option<f64>,
    /// Instead of arms drawn from `base_rate`: the true rate of each arm.
    #[serde(default)]
    pub rates: Vec<f64>,
    /// Instead: the rates of many past tests, played in turn.
    #[serde(default)]
    pub tests: Vec<Vec<f64>>,
    /// The prior that the policies hold. Default: as wide as that of published headline tests, around the base rate.
    #[serde(default)]
    pub prior: Option<BetaPrior>,
    /// The policies to play. Default: all.
    #[serde(default = "all_policies")]
    pub policies: Vec<Policy>,
    /// Share that `epsilon_greedy` explores with. Default 0.1.
    #[serde(default = "default_epsilon")]
    pub epsilon: f64,
    /// Share of the campaign that `explore_then_commit` explores. Default 0.15.
    #[serde(default = "default_explore_share")]
    pub explore_share: f64,
    /// Least share of every arm in every batch (`0.01` is GrowthBook's). Default 0.
    #[serde(default)]
    pub floor: f64,
    /// Campaigns played with each policy. Default 1,000.
    #[serde(default = "default_runs")]
    pub runs: u32,
    /// Seed. Default 0.
    #[serde(default)]
    pub seed: u64,
}

/// How the policies did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SimulationAnswer {
    /// The policy to use.
    pub recommended: Policy,
    /// Policies that cannot be told from the one with the least regret (paired difference below two Monte-Carlo errors).
    pub equally_good: Vec<Policy>,
    /// Every policy, the least regret first.
    pub policies: Vec<PolicyOutcome>,
    /// Campaigns played.
    pub runs: u32,
    /// Seed: the same request and seed give the same answer.
    pub seed: u64,
    /// In words.
    pub why: Vec<String>,
}

/// How one policy did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PolicyOutcome {
    /// The policy.
    pub policy: Policy,
    /// Clicks lost, as a share of what the best arm alone would have brought.
    pub regret: f64,
    /// Monte-Carlo standard error of the regret.
    pub regret_error: f64,
    /// Share of impressions that the best arm got.
    pub best_arm_share: f64,
    /// How often the arm with the highest estimate at the end is the best one.
    pub best_arm_found: f64,
    /// Clicks that a campaign brings on average.
    pub clicks: f64,
}

impl SimulationRequest {
    /// Reads a request from JSON. Every wrong field is told at once.
    ///
    /// # Errors
    /// [`crate::ErrorKind::InvalidInput`].
    pub fn parse(json: &str) -> Result<Self> {
        form::parse(json)
    }

    pub(super) fn batch_size(&self) -> u64 {
        let by_count = || self.impressions.div_ceil(self.batches.unwrap_or(40).max(1));
        self.batch.unwrap_or_else(by_count).clamp(1, self.impressions.max(1))
    }

    pub(super) fn spread(&self) -> f64 {
        self.between_arms_sd.unwrap_or_else(super::super::input::default_between_sd)
    }

    /// Rate of a middling arm: given, or the mean of the rates given.
    pub(super) fn middle(&self) -> f64 {
        let all: Vec<f64> = self.rates.iter().chain(self.tests.iter().flatten()).copied().collect();
        let mean = (!all.is_empty()).then(|| all.iter().sum::<f64>() / all.len() as f64);
        self.base_rate.or(mean).unwrap_or(0.015)
    }

    pub(super) fn most_arms(&self) -> usize {
        let listed = self.tests.iter().map(Vec::len).chain([self.rates.len()]).max().unwrap_or(0);
        if listed > 0 { listed } else { self.arms.unwrap_or(4) }
    }
}

/// Plays the campaign.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn simulate(request: &SimulationRequest) -> Result<SimulationAnswer> {
    let wrong = form::violations(request);
    if !wrong.is_empty() {
        return Err(Error::invalid_input("simulate_experiment", wrong));
    }
    let mut played: Vec<(Policy, Vec<Played>)> = request.policies.iter().map(|policy| (*policy, Vec::new())).collect();
    let seed = Seed(request.seed);
    for run in 0..request.runs {
        // Every policy meets the same arms, so that their differences are not those of the draw.
        let rates = rates_of(request, run, &mut seed.stream(&format!("arms {run}")));
        for (policy, outcomes) in &mut played {
            let mut random = seed.stream(&format!("run {run} {}", policy.as_str()));
            outcomes.push(play(*policy, &rates, request, &mut random));
        }
    }
    Ok(answer(request, &played))
}

/// One campaign.
#[derive(Debug, Clone, Copy)]
struct Played {
    regret: f64,
    best_share: f64,
    found: bool,
    clicks: f64,
}

fn rates_of(request: &SimulationRequest, run: u32, random: &mut SeededRandom) -> Vec<f64> {
    if !request.rates.is_empty() {
        return request.rates.clone();
    }
    if let Some(test) = request.tests.get(run as usize % request.tests.len().max(1)) {
        return test.clone();
    }
    let (middle, spread) = (request.middle(), request.spread());
    (0..request.most_arms()).map(|_| (middle * (spread * random.normal()).exp()).min(1.0)).collect()
}

fn play(policy: Policy, rates: &[f64], request: &SimulationRequest, random: &mut SeededRandom) -> Played {
    let batch = request.batch_size();
    let batches = request.impressions.div_ceil(batch);
    let top = best(rates.iter().copied());
    let top_rate = rates.iter().copied().fold(0.0, f64::max);
    let explore = request.explore_share * request.impressions as f64;
    let mut setting = Setting {
        prior: request.prior.unwrap_or_else(|| informed_prior(request.middle())),
        between_sd: request.spread(),
        epsilon: request.epsilon,
        batch: batch as f64,
        batches_left: 0.0,
        exploring: true,
    };
    let mut counts = vec![(0.0, 0.0); rates.len()];
    let (mut left, mut lost, mut on_top, mut clicks) = (request.impressions, 0.0, 0.0, 0.0);
    for step in 0..batches {
        let size = batch.min(left);
        left -= size;
        setting.batches_left = (batches - step - 1) as f64;
        setting.exploring = (step * batch) as f64 + 0.5 < explore;
        let dealt = multinomial_draw(size, &floored(&shares(policy, &counts, &setting), request.floor), random);
        for (arm, ((count, rate), shown)) in counts.iter_mut().zip(rates).zip(dealt).enumerate() {
            let got = binomial_draw(shown, *rate, random) as f64;
            count.0 += shown as f64;
            count.1 += got;
            clicks += got;
            lost += shown as f64 * (top_rate - rate);
            on_top += if arm == top { shown as f64 } else { 0.0 };
        }
    }
    let total = request.impressions as f64;
    let chosen = best(counts.iter().map(|(n, s)| setting.prior.after(*s, *n).mean()));
    Played {
        regret: if top_rate > 0.0 { lost / (total * top_rate) } else { 0.0 },
        best_share: on_top / total,
        found: rates.get(chosen).is_some_and(|rate| *rate >= top_rate),
        clicks,
    }
}

fn answer(request: &SimulationRequest, played: &[(Policy, Vec<Played>)]) -> SimulationAnswer {
    let runs = f64::from(request.runs);
    let mean = |values: &[Played], of: fn(&Played) -> f64| values.iter().map(of).sum::<f64>() / runs;
    let error = |values: Vec<f64>| {
        let mean = values.iter().sum::<f64>() / runs;
        (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (runs - 1.0).max(1.0) / runs).sqrt()
    };
    let mut policies: Vec<PolicyOutcome> = played
        .iter()
        .map(|(policy, values)| PolicyOutcome {
            policy: *policy,
            regret: mean(values, |one| one.regret),
            regret_error: error(values.iter().map(|one| one.regret).collect()),
            best_arm_share: mean(values, |one| one.best_share),
            best_arm_found: mean(values, |one| f64::from(u8::from(one.found))),
            clicks: mean(values, |one| one.clicks),
        })
        .collect();
    policies.sort_by(|a, b| a.regret.total_cmp(&b.regret));
    let least = policies.first().map_or(Policy::EvenSplit, |one| one.policy);
    let of = |policy: Policy| {
        played.iter().find(|(one, _)| *one == policy).map(|(_, values)| values.as_slice()).unwrap_or_default()
    };
    let equally_good: Vec<Policy> = policies
        .iter()
        .map(|one| one.policy)
        .filter(|policy| {
            let gaps: Vec<f64> =
                of(*policy).iter().zip(of(least)).map(|(one, best)| one.regret - best.regret).collect();
            let gap = gaps.iter().sum::<f64>() / runs;
            gap <= 2.0 * error(gaps)
        })
        .collect();
    // An even split that loses nothing is worth more: it can also be read out.
    let recommended = if equally_good.contains(&Policy::EvenSplit) { Policy::EvenSplit } else { least };
    let why = words(request, &policies, &equally_good, recommended);
    SimulationAnswer { recommended, equally_good, policies, runs: request.runs, seed: request.seed, why }
}

fn words(
    request: &SimulationRequest,
    policies: &[PolicyOutcome],
    equally_good: &[Policy],
    recommended: Policy,
) -> Vec<String> {
    let percent = |policy: Policy| {
        policies
            .iter()
            .find(|one| one.policy == policy)
            .map(|one| format!("{:.1} % ± {:.1}", one.regret * 100.0, one.regret_error * 100.0))
    };
    let arms = request.most_arms();
    let batches = request.impressions.div_ceil(request.batch_size());
    let mut why = vec![format!(
        "{} impressions in {batches} batches over {arms} arms: {} loses {} of the clicks that the best arm alone would bring.",
        request.impressions,
        recommended.as_str(),
        percent(recommended).unwrap_or_default()
    )];
    if let Some(even) = percent(Policy::EvenSplit).filter(|_| recommended != Policy::EvenSplit) {
        why.push(format!("An even split loses {even}."));
    }
    let others: Vec<&str> =
        equally_good.iter().filter(|policy| **policy != recommended).map(|policy| policy.as_str()).collect();
    if !others.is_empty() {
        why.push(format!("Not told apart from it by this simulation: {}.", others.join(", ")));
    }
    let per_arm = request.impressions as f64 / arms.max(1) as f64;
    let level = 0.05 / arms.saturating_sub(1).max(1) as f64;
    let smallest = minimum_detectable_lift(request.middle(), per_arm, level, 0.8, ProportionFormula::Unpooled);
    let readable = smallest.map_or_else(
        || "could find no lift at all".to_owned(),
        |lift| format!("could find a lift of {:.0} % or more", lift * 100.0),
    );
    why.push(format!(
        "To learn which variant is better and by how much, split evenly: {per_arm:.0} impressions in each arm {readable} (level 0.05, power 0.8). A \
         bandit earns more while it runs, and its data read out badly: rates of arms it dropped early are too low on average."
    ));
    if batches < 5 {
        why.push("With so few batches a bandit hardly learns before the campaign is over.".into());
    }
    why
}

pub(super) fn all_policies() -> Vec<Policy> {
    Policy::ALL.to_vec()
}

fn default_epsilon() -> f64 {
    super::super::input::default_epsilon()
}

fn default_explore_share() -> f64 {
    0.15
}

fn default_runs() -> u32 {
    1_000
}
