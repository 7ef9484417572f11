//! Experiments: golden numbers beside statsmodels and pyDOE3, false alarms under peeking, coverage, sample-ratio alarms, choice of a
//! headline on half of its data, and bandits on real headline tests.
//!
//! Headline tests are split by week: odd positions in the list of weeks were looked at while the engine was built, even ones were not.

use std::{fs::File, io, io::BufRead, path::Path};

use flate2::read::GzDecoder;
use serde::{Deserialize, Serialize};
use vcm_core::{
    experiments::{
        AnalysisInput, ArmResult, BlockResult, Decision, Looks, Policy, ProportionFormula, SimulationRequest, analyze,
        anova_needed, fractional_factorial, generators_of_columns, prior_of_history, proportions_needed, sample_ratio,
        simulate, t_test_needed,
    },
    hash::{Seed, SeededRandom},
    stats::{binomial_draw, multinomial_draw},
};

use super::{Row, Setting};

const ENGINE: &str = "experiments";
const LOOKS: u64 = 40;

/// Every figure of this engine.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let tests = headline_tests(&setting.data.join("experiments/headline-tests.jsonl.gz"))?;
    let mut weeks: Vec<u64> = tests.iter().map(|test| test.week).collect();
    weeks.dedup();
    weeks.sort_unstable();
    weeks.dedup();
    let unseen: Vec<&Test> =
        tests.iter().filter(|test| weeks.binary_search(&test.week).is_ok_and(|at| at % 2 == 0)).collect();
    let mut rows = golden(setting)?;
    rows.extend(peeking(&unseen)?);
    rows.push(peeking_blocks()?);
    rows.extend(coverage()?);
    rows.extend(ratio_alarms(&tests));
    rows.extend(choices(&unseen)?);
    rows.extend(bandits(&unseen)?);
    Ok(rows)
}

fn row(set: &str, metric: &str, ours: f64, baseline: Option<f64>, note: impl Into<String>) -> Row {
    Row { engine: ENGINE, set: set.into(), metric: metric.into(), ours, baseline, note: note.into() }
}

/// One headline test.
#[derive(Debug, Deserialize)]
struct Test {
    week: u64,
    arms: Vec<Arm>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct Arm {
    impressions: u64,
    clicks: u64,
}

impl Arm {
    fn rate(self) -> f64 {
        self.clicks as f64 / self.impressions.max(1) as f64
    }
}

fn headline_tests(path: &Path) -> io::Result<Vec<Test>> {
    let reader = io::BufReader::new(GzDecoder::new(File::open(path)?));
    reader.lines().map(|line| serde_json::from_str(&line?).map_err(io::Error::other)).collect()
}

fn refused(error: vcm_core::Error) -> io::Error {
    io::Error::other(error)
}

/// What the peer is asked; it answers figures in the same order.
#[derive(Debug, Serialize)]
struct Questions {
    proportions: Vec<[f64; 4]>,
    t_tests: Vec<[f64; 3]>,
    anovas: Vec<[f64; 4]>,
    fractions: Vec<&'static str>,
}

#[derive(Debug, Deserialize)]
struct Answers {
    proportions: Vec<f64>,
    t_tests: Vec<f64>,
    anovas: Vec<f64>,
    fractions: Vec<Vec<Vec<i64>>>,
}

/// Largest relative difference of sizes from statsmodels, and designs that pyDOE3 makes the same.
fn golden(setting: &Setting) -> io::Result<Vec<Row>> {
    let mut random = Seed(1).stream("golden");
    let mut between = |low: f64, high: f64| low * (high / low).powf(random.unit());
    let proportions: Vec<[f64; 4]> = (0..40)
        .map(|_| {
            let baseline = between(0.002, 0.4);
            [baseline, baseline * between(1.05, 2.0), between(0.001, 0.1), between(0.6, 0.97)]
        })
        .collect();
    let t_tests = (0..20).map(|_| [between(0.03, 2.0), between(0.001, 0.1), between(0.6, 0.97)]).collect::<Vec<_>>();
    let anovas = (0..20)
        .map(|_| [between(2.0, 9.0).round(), between(0.05, 0.8), between(0.001, 0.1), between(0.6, 0.97)])
        .collect::<Vec<_>>();
    let fractions =
        vec!["a b c abc", "a b c d abcd", "a b c ab ac", "a b c d abc bcd", "a b c -ab", "a b c d e abcd abce"];
    let questions = Questions { proportions, t_tests, anovas, fractions };
    let Some(answers) = setting.peers.python::<Answers>("experiments.py", &questions)? else { return Ok(Vec::new()) };
    let worst =
        |ours: Vec<f64>, theirs: &[f64]| ours.iter().zip(theirs).map(|(a, b)| (a / b - 1.0).abs()).fold(0.0, f64::max);
    let arcsine = |[first, second, alpha, power]: &[f64; 4]| {
        proportions_needed(*first, *second, *alpha, *power, ProportionFormula::Arcsine)
    };
    let sizes = [
        ("two proportions", worst(questions.proportions.iter().map(arcsine).collect(), &answers.proportions)),
        (
            "t-test",
            worst(
                questions.t_tests.iter().map(|[d, alpha, power]| t_test_needed(*d, *alpha, *power)).collect(),
                &answers.t_tests,
            ),
        ),
        (
            "analysis of variance",
            worst(
                questions
                    .anovas
                    .iter()
                    .map(|[k, f, alpha, power]| anova_needed(*k as u32, *f, *alpha, *power))
                    .collect(),
                &answers.anovas,
            ),
        ),
    ];
    let mut rows: Vec<Row> = sizes
        .into_iter()
        .map(|(what, worst)| {
            let note = format!("{worst:.1e}; baseline: the bar; statsmodels on random questions, needed size");
            row("statsmodels", &format!("{what}: largest relative difference"), worst, Some(1e-6), note)
        })
        .collect();
    let same = questions.fractions.iter().zip(&answers.fractions).filter(|(text, theirs)| {
        let made = generators_of_columns(text).and_then(|(factors, list)| {
            let list: Vec<&str> = list.iter().map(String::as_str).collect();
            fractional_factorial(factors, &list).ok()
        });
        let sorted = |mut rows: Vec<Vec<i64>>| {
            rows.sort();
            rows
        };
        made.is_some_and(|design| {
            let ours = design.runs.iter().map(|run| run.iter().map(|cell| i64::from(*cell)).collect()).collect();
            sorted(ours) == sorted((*theirs).clone())
        })
    });
    let share = same.count() as f64 / questions.fractions.len() as f64;
    rows.push(row("pyDOE3", "fractions with the same runs", share, None, "runs in any order"));
    Ok(rows)
}

/// Forty looks at two arms without a difference, at the rates and sizes of real tests.
fn peeking(tests: &[&Test]) -> io::Result<Vec<Row>> {
    let mut random = Seed(2).stream("peeking");
    let (mut ours, mut fixed, mut sure, mut runs) = (0.0, 0.0, 0.0, 0.0);
    for test in tests.iter().cycle().take(2_000) {
        let Some(arm) = test.arms.first() else { continue };
        let [mut a, mut b] = [
            ArmResult { variant: "a".into(), ..ArmResult::default() },
            ArmResult { variant: "b".into(), ..ArmResult::default() },
        ];
        let (mut by_sequence, mut by_z, mut by_chance) = (false, false, false);
        for _ in 0..LOOKS {
            let more = arm.impressions.div_ceil(LOOKS).max(50);
            for side in [&mut a, &mut b] {
                side.impressions += more;
                side.successes += binomial_draw(more, arm.rate(), &mut random);
            }
            let reading = analyze(&input(vec![a.clone(), b.clone()])).map_err(refused)?;
            by_sequence |= reading.decision == Decision::Winner;
            by_z |= reading.comparisons.iter().any(|one| one.p < 0.05);
            by_chance |= reading.arms.iter().any(|one| one.chance_to_win > 0.95);
        }
        let count = |hit: bool| f64::from(u8::from(hit));
        ours += count(by_sequence);
        fixed += count(by_z);
        sure += count(by_chance);
        runs += 1.0;
    }
    let note = format!("bar .05; {runs} A/A tests, 40 looks");
    Ok(vec![
        row(
            "A/A, rates of unseen weeks",
            "false winners",
            ours / runs,
            Some(fixed / runs),
            format!("{note}; baseline: z-test at every look"),
        ),
        row(
            "A/A, rates of unseen weeks",
            "false winners",
            ours / runs,
            Some(sure / runs),
            format!("{note}; baseline: stop when chance to win > .95"),
        ),
    ])
}

/// The same over matched blocks of posts that share luck: a look after every block.
fn peeking_blocks() -> io::Result<Row> {
    let mut random = Seed(3).stream("blocks");
    let (runs, mut ours, mut fixed) = (600, 0, 0);
    for _ in 0..runs {
        let mut blocks: Vec<BlockResult> = Vec::new();
        let (mut by_sequence, mut by_t) = (false, false);
        for number in 0..LOOKS {
            let arm = |variant: &str, random: &mut SeededRandom| {
                let impressions = 500 + random.below(3_000) as u64;
                let rate = 0.015 * (0.3 * random.normal()).exp();
                ArmResult {
                    variant: variant.into(),
                    impressions,
                    successes: binomial_draw(impressions, rate, random),
                    ..ArmResult::default()
                }
            };
            let results = vec![arm("a", &mut random), arm("b", &mut random)];
            blocks.push(BlockResult { block: number.to_string(), results });
            let reading = analyze(&AnalysisInput { blocks: blocks.clone(), ..input(Vec::new()) }).map_err(refused)?;
            by_sequence |= reading.decision == Decision::Winner;
            by_t |= reading.comparisons.iter().filter_map(|one| one.blocks).any(|test| test.p < 0.05);
        }
        ours += u32::from(by_sequence);
        fixed += u32::from(by_t);
    }
    let share = |count: u32| f64::from(count) / f64::from(runs);
    let note = format!("bar .05; {runs} runs, baseline: paired t-test at every look");
    Ok(row("A/A, matched blocks, 40 looks", "false winners", share(ours), Some(share(fixed)), note))
}

/// How often intervals hold the truth.
fn coverage() -> io::Result<Vec<Row>> {
    let mut random = Seed(4).stream("coverage");
    let mut rows = Vec::new();
    for (rate, lift, n) in [(0.015, 0.2, 3_000), (0.05, 0.1, 4_000), (0.003, 0.3, 5_000), (0.3, -0.1, 500)] {
        let runs = 4_000;
        let (mut by_difference, mut by_lift) = (0, 0);
        for _ in 0..runs {
            let arm = |variant: &str, rate: f64, random: &mut SeededRandom| ArmResult {
                variant: variant.into(),
                impressions: n,
                successes: binomial_draw(n, rate, random),
                ..ArmResult::default()
            };
            let arms = vec![arm("a", rate, &mut random), arm("b", rate * (1.0 + lift), &mut random)];
            let reading = analyze(&input(arms)).map_err(refused)?;
            let inside = |interval: [f64; 2], truth: f64| {
                interval.first().zip(interval.last()).is_some_and(|(low, high)| *low <= truth && truth <= *high)
            };
            by_difference += u32::from(reading.comparisons.iter().any(|one| inside(one.interval, rate * lift)));
            by_lift += u32::from(
                reading.comparisons.iter().filter_map(|one| one.posterior).any(|one| inside(one.interval, lift)),
            );
        }
        let set = format!("rate {rate}, lift {lift}, {n} an arm");
        let share = |count: u32| f64::from(count) / f64::from(runs);
        rows.push(row(
            &set,
            "coverage of the interval of the difference",
            share(by_difference),
            Some(0.95),
            "bar .93 to .97; baseline: nominal",
        ));
        rows.push(row(
            &set,
            "coverage of the interval of the lift",
            share(by_lift),
            Some(0.95),
            "flat prior, delta method; baseline: nominal",
        ));
    }
    Ok(rows)
}

/// Alarms in the weeks in which the archive's own correction found the assignment broken, and in others.
fn ratio_alarms(tests: &[Test]) -> Vec<Row> {
    let (mut broken, mut sound) = ((0.0, 0.0), (0.0, 0.0));
    for test in tests {
        let seen: Vec<u64> = test.arms.iter().map(|arm| arm.impressions).collect();
        let Some(ratio) = sample_ratio(&seen, &vec![1.0; seen.len()]) else { continue };
        let side = if (201_325..=201_402).contains(&test.week) { &mut broken } else { &mut sound };
        *side = (side.0 + f64::from(u8::from(ratio.alarm)), side.1 + 1.0);
    }
    // Like the archive's fault: one arm gets a fifth less than planned.
    let mut random = Seed(5).stream("ratio");
    let mut found = (0.0, 0.0);
    for test in tests {
        let total = test.arms.iter().map(|arm| arm.impressions).sum();
        let weights: Vec<f64> = (0..test.arms.len()).map(|arm| if arm == 0 { 0.8 } else { 1.0 }).collect();
        let seen = multinomial_draw(total, &weights, &mut random);
        let alarm = sample_ratio(&seen, &vec![1.0; seen.len()]).is_some_and(|ratio| ratio.alarm);
        found = (found.0 + f64::from(u8::from(alarm)), found.1 + 1.0);
    }
    [
        ("weeks known as broken", broken, 0.67, "baseline: the whole archive, bar .66"),
        ("other weeks", sound, 0.0045, "lower is better; baseline: the whole archive, bar .006"),
        ("one arm a fifth short, drawn", found, 0.66, "baseline: the bar"),
    ]
    .into_iter()
    .filter(|(_, counts, _, _)| counts.1 > 0.0)
    .map(|(set, counts, baseline, note)| {
        row(set, "sample-ratio alarms", counts.0 / counts.1, Some(baseline), format!("{note}; {} tests", counts.1))
    })
    .collect()
}

/// Chooses an arm on half of each arm's impressions and scores it on the other half.
fn choices(tests: &[&Test]) -> io::Result<Vec<Row>> {
    let mut random = Seed(6).stream("choice");
    let (mut chosen, mut first, mut runs) = (0.0, 0.0, 0.0);
    let (mut expected, mut seen, mut promises) = (0.0, 0.0, 0.0);
    for test in tests {
        let halves: Vec<(Arm, Arm)> = test.arms.iter().map(|arm| halve(*arm, &mut random)).collect();
        let arms: Vec<ArmResult> = halves
            .iter()
            .enumerate()
            .map(|(index, (one, _))| ArmResult {
                variant: index.to_string(),
                impressions: one.impressions,
                successes: one.clicks,
                ..ArmResult::default()
            })
            .collect();
        let mean = halves.iter().map(|(_, other)| other.rate()).sum::<f64>() / halves.len().max(1) as f64;
        if arms.len() < 2 || mean <= 0.0 {
            continue;
        }
        let reading = analyze(&input(arms)).map_err(refused)?;
        let best = reading
            .arms
            .iter()
            .enumerate()
            .max_by(|a, b| a.1.shrunk_rate.total_cmp(&b.1.shrunk_rate))
            .map_or(0, |(index, _)| index);
        let score = |index: usize| halves.get(index).map_or(0.0, |(_, other)| other.rate() / mean - 1.0);
        chosen += score(best);
        first += score(0);
        // What the read-out promises of the arm over the first, shrunk and as observed, beside what came of it, in logarithms.
        let came = |index: usize| {
            halves
                .get(index)
                .map_or(0.0, |(_, other)| ((other.clicks as f64 + 0.5) / (other.impressions as f64 + 1.0)).ln())
        };
        if let Some(comparison) = best.checked_sub(1).and_then(|at| reading.comparisons.get(at))
            && let (Some(shrunk), Some(lift)) = (comparison.shrunk_lift, comparison.lift)
        {
            let truth = came(best) - came(0);
            expected += shrunk.ln_1p() - truth;
            seen += lift.ln_1p() - truth;
            promises += 1.0;
        }
        runs += 1.0;
    }
    let note = format!("{runs} tests of unseen weeks");
    Ok(vec![
        row(
            "half against half",
            "lift of the arm chosen over the mean arm",
            chosen / runs,
            Some(first / runs),
            format!("baseline: the first arm; {note}"),
        ),
        row(
            "half against half",
            "promised log lift less what came",
            expected / promises,
            Some(seen / promises),
            format!("0 is honest; baseline: the lift as observed; {note}"),
        ),
    ])
}

fn halve(arm: Arm, random: &mut SeededRandom) -> (Arm, Arm) {
    let impressions = arm.impressions / 2;
    // Clicks of the first half: drawn without replacement, one click at a time.
    let (mut left, mut room, mut clicks) = (arm.impressions, impressions, 0);
    for _ in 0..arm.clicks {
        if random.unit() * (left as f64) < room as f64 {
            clicks += 1;
            room -= 1;
        }
        left -= 1;
    }
    (Arm { impressions, clicks }, Arm { impressions: arm.impressions - impressions, clicks: arm.clicks - clicks })
}

/// Four hundred real tests as if their rates were true: 8,000 impressions in batches of 200.
fn bandits(tests: &[&Test]) -> io::Result<Vec<Row>> {
    let rates: Vec<Vec<f64>> = tests
        .iter()
        .map(|test| test.arms.iter().map(|arm| arm.rate()).collect::<Vec<f64>>())
        .filter(|rates| rates.len() >= 2 && rates.iter().any(|rate| *rate > 0.0))
        .take(400)
        .collect();
    let past: Vec<(f64, f64)> = tests
        .iter()
        .skip(400)
        .flat_map(|test| &test.arms)
        .map(|arm| (arm.impressions as f64, arm.clicks as f64))
        .collect();
    let count = rates.len();
    let form = serde_json::json!({"impressions": 8_000, "batch": 200, "tests": rates, "runs": 4 * count, "seed": 1, "prior": prior_of_history(&past)});
    let answer = simulate(&SimulationRequest::parse(&form.to_string()).map_err(refused)?).map_err(refused)?;
    let even = answer.policies.iter().find(|one| one.policy == Policy::EvenSplit).map(|one| one.regret);
    let rows = answer.policies.iter().map(|one| {
        let note = format!("± {:.4}; bar .125 for the best; baseline: an even split; {count} tests", one.regret_error);
        row("headline tests of unseen weeks", &format!("regret of {}", one.policy.as_str()), one.regret, even, note)
    });
    Ok(rows.collect())
}

fn input(arms: Vec<ArmResult>) -> AnalysisInput {
    AnalysisInput { arms, looks: Looks::Any, ..AnalysisInput::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_add_up() {
        let mut random = Seed(1).stream("test");
        let arm = Arm { impressions: 1_001, clicks: 37 };
        let (one, other) = halve(arm, &mut random);
        assert_eq!((one.impressions + other.impressions, one.clicks + other.clicks), (1_001, 37));
        assert!(one.clicks <= one.impressions);
    }
}
