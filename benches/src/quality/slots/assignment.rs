//! Posts to slots: value beside CP-SAT's and beside the proven bound, and the time it takes.
//!
//! The instances: random campaigns, platforms and slot strengths; a post's value in a slot depends on both; one post a slot, a gap of
//! three slots within a campaign, at most six posts a platform and day.

use std::io;

use serde::{Deserialize, Serialize};
use vcm_core::{
    hash::Seed,
    schedule::assign::{Group, Problem, Row as Posts, SlotTime, Solution},
};

use crate::{
    quality::{Row, Setting},
    usage::cpu_ms,
};

const CAMPAIGNS: usize = 20;
const PLATFORMS: usize = 5;
const DAYS: usize = 14;
const GAP_SLOTS: usize = 3;
const DAILY_CAP: u32 = 6;
/// Solves per timing.
const REPEATS: usize = 10;
/// What CP-SAT may take.
const PEER_SECONDS: f64 = 60.0;

/// What `slots_cpsat.py` reads.
#[derive(Serialize)]
struct Case {
    values: Vec<Vec<u32>>,
    campaign: Vec<usize>,
    platform: Vec<usize>,
    gap_slots: usize,
    day_slots: usize,
    daily_cap: u32,
    seconds: f64,
}

/// What it answers.
#[derive(Deserialize)]
struct Answer {
    value: f64,
    bound: f64,
    seconds: f64,
    status: String,
}

/// Figures of both sizes.
pub(super) fn rows(setting: &Setting) -> io::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (posts, slots) in [(60, 336), (200, 1_000)] {
        let case = case(posts, slots, 1);
        let problem = problem(&case);
        // Time of the processor, not of the clock: other programs may run beside.
        let began = cpu_ms();
        let solutions: Vec<Solution> = (0..REPEATS).map(|_| problem.solve()).collect();
        let spent_ms = (cpu_ms() - began) / REPEATS as f64;
        let Some(solution) = solutions.into_iter().next() else { continue };
        let placed: usize = solution.chosen.iter().map(Vec::len).sum();
        let set = format!("{posts} posts × {slots} slots, gap {GAP_SLOTS}");
        let row = |metric: &str, ours: f64, baseline: f64, note: String| Row {
            engine: "slots",
            set: set.clone(),
            metric: metric.into(),
            ours,
            baseline: Some(baseline),
            note,
        };
        rows.push(row(
            "assignment value",
            solution.objective,
            solution.bound,
            format!("baseline: our proven bound; {placed} placed"),
        ));
        rows.push(row("assignment time, ms", spent_ms, 100.0, "baseline: the bar; processor time, mean of ten".into()));
        if let Some(peer) = setting.peers.python::<Answer>("slots_cpsat.py", &case)? {
            let told = format!("CP-SAT, {} after {:.0} s on two workers", peer.status, peer.seconds);
            rows.push(row("assignment value", solution.objective, peer.value, format!("baseline: {told}")));
            rows.push(row(
                "assignment bound",
                solution.bound,
                peer.bound,
                format!("baseline: bound of {told}; lower is tighter"),
            ));
        }
    }
    Ok(rows)
}

fn case(posts: usize, slots: usize, seed: u64) -> Case {
    let mut random = Seed(seed).stream("bench/slots/assignment");
    let mut draw = |below: usize| random.below(below);
    let campaign = (0..posts).map(|_| draw(CAMPAIGNS)).collect();
    let platform = (0..posts).map(|_| draw(PLATFORMS)).collect();
    let strength: Vec<f64> = (0..slots).map(|_| draw(1_000_000) as f64 / 1e6).collect();
    let value = |post: usize, slot: usize, strength: f64| {
        (1_000.0 * strength * (1.0 + 0.3 * ((post * 7 + slot) % 5) as f64)) as u32
    };
    let of_post = |post: usize| strength.iter().enumerate().map(|(slot, base)| value(post, slot, *base)).collect();
    Case {
        values: (0..posts).map(of_post).collect(),
        campaign,
        platform,
        gap_slots: GAP_SLOTS,
        day_slots: slots / DAYS + 1,
        daily_cap: DAILY_CAP,
        seconds: PEER_SECONDS,
    }
}

/// The same in the engine's terms: a slot is an hour, a campaign an account.
fn problem(case: &Case) -> Problem {
    let slots = case.values.first().map_or(0, Vec::len);
    let posts = case.values.iter().zip(case.campaign.iter().zip(&case.platform));
    let group = Group { gap_minutes: (case.gap_slots as i64 + 1) * 60, day_caps: Vec::new(), week_caps: Vec::new() };
    Problem {
        times: (0..slots).map(|slot| SlotTime { minute: slot as i64 * 60, day: slot / case.day_slots }).collect(),
        rows: posts
            .map(|(values, (campaign, platform))| Posts {
                weights: values.iter().map(|value| f64::from(*value)).collect(),
                count: 1,
                group: *campaign,
                platform: *platform,
            })
            .collect(),
        groups: vec![group; CAMPAIGNS],
        platform_caps: vec![vec![case.daily_cap; DAYS]; PLATFORMS],
        campaign_gap_minutes: 1,
    }
}
