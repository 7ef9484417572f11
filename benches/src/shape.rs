//! The peers' workload: seven states, five agents, forty zero-latency calls, sixty artefacts of about 420 bytes.
//!
//! The calls of `created` and `exported`, where vcm's state machine does no work, are made in the states beside them, so that
//! all forty are steps with receipts. The numbers of artefacts per call are those of the peers' `shape.py`.

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::json;
use vcm_agents::{
    Machine,
    agents::{Agent, Crew, Step},
    tools::{Tool, ToolCall, ToolOutput},
};
use vcm_core::{
    Result,
    angles::{Angle, Archetype, FunnelStage},
    campaign::{Board, Change, Effect, State, Usage},
    copy::{Copy, CopyFormat},
    experiments::{Experiment, PowerStatement},
    moderation::{ModerationDecision, Verdict},
    platform::Platform,
    ports::Store,
    visuals::{Asset, AssetContent, Card, CardTemplate, Palette},
};

/// Artefacts of every call, by state.
const CALLS: &[(State, &str, &[u32])] = &[
    (State::Researching, "trend_scout", &[0, 0, 1, 1, 1, 1, 1, 1, 0]),
    (State::Drafting, "copywriter", &[3, 3, 3, 2, 3, 2, 3, 2, 3, 2, 2, 2]),
    (State::Assembling, "designer", &[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    (State::Scheduling, "growth_hacker", &[2, 2, 2, 2, 2]),
    (State::Reviewing, "editor_in_chief", &[1, 1, 1, 1]),
];

/// A machine whose forty steps answer at once.
///
/// # Errors
/// When the machine cannot be built.
pub fn machine(store: Arc<dyn Store>, effect: Effect) -> Result<Machine> {
    let crew = CALLS.iter().fold(Crew::new(), |crew, (state, name, calls)| {
        crew.with(*state, Arc::new(ShapeAgent { name, calls: calls.len() }))
    });
    Machine::builder().store(store).crew(crew).tool(Arc::new(Call { effect })).build()
}

#[derive(Debug)]
struct ShapeAgent {
    name: &'static str,
    calls: usize,
}

impl Agent for ShapeAgent {
    fn name(&self) -> &'static str {
        self.name
    }

    fn plan(&self, _: &Board) -> Result<Vec<Step>> {
        let step = |call| Step { tool: "Shape.call", label: format!("call {call}"), input: json!({ "call": call }) };
        Ok((0..self.calls).map(step).collect())
    }
}

#[derive(Debug)]
struct Call {
    effect: Effect,
}

#[async_trait]
impl Tool for Call {
    fn name(&self) -> &'static str {
        "Shape.call"
    }

    fn effect(&self) -> Effect {
        self.effect
    }

    fn cost_limit_micros(&self) -> u64 {
        0
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let state = call.board.campaign.status.state;
        let number = call.input.get("call").and_then(serde_json::Value::as_u64).unwrap_or_default();
        let calls = CALLS.iter().find(|(other, ..)| *other == state).map_or(&[][..], |(_, _, calls)| *calls);
        let count = calls.get(usize::try_from(number).unwrap_or_default()).copied().unwrap_or_default();
        let changes = (0..count).map(|index| artefact(state, &format!("{state}-{number}-{index}"))).collect();
        Ok(ToolOutput { changes, answered_by: "shape".to_owned(), usage: Usage::default() })
    }
}

fn body() -> String {
    "Lorem ipsum launch copy with #hashtag and a call to action. ".repeat(7)
}

fn artefact(state: State, key: &str) -> Change {
    let key = key.to_owned();
    match state {
        State::Researching => Change::PutAngles(vec![Angle {
            key,
            archetype: Archetype::Proof,
            title: "Angle".to_owned(),
            premise: body(),
            sources: Vec::new(),
            topic: None,
            funnel: FunnelStage::Awareness,
        }]),
        State::Drafting => Change::PutCopies(vec![Copy {
            key,
            angle: "angle-1".to_owned(),
            platform: Platform::Linkedin,
            variant: "a".to_owned(),
            format: CopyFormat::Post,
            title: None,
            parts: vec![body()],
            hashtags: Vec::new(),
            alt_text: None,
            factors: std::collections::BTreeMap::new(),
            sentences: Vec::new(),
            patterns: Vec::new(),
            framework: None,
            selection: None,
        }]),
        State::Assembling => Change::PutAssets(vec![Asset {
            copy: key.clone(),
            key,
            platform: Platform::Linkedin,
            alt_text: String::new(),
            content: AssetContent::Card(Card {
                template: CardTemplate::Statement,
                width_px: 1200,
                height_px: 627,
                kicker: None,
                headline: body(),
                lines: Vec::new(),
                figure: None,
                footer: None,
                palette: Palette {
                    primary: "#000000".to_owned(),
                    accent: "#ff0000".to_owned(),
                    paper: "#ffffff".to_owned(),
                },
                watermark: None,
                seed: 0,
                ..Card::default()
            }),
        }]),
        State::Scheduling => Change::PutExperiments(vec![Experiment {
            key,
            platform: Platform::Linkedin,
            hypothesis: body(),
            metric: "clicks".to_owned(),
            factors: Vec::new(),
            arms: Vec::new(),
            blocks: Vec::new(),
            power: PowerStatement {
                method: "unpooled".to_owned(),
                alpha: 0.05,
                power: 0.8,
                baseline_rate: 0.02,
                relative_lift: 0.2,
                needed_per_arm: 0.0,
                expected_per_arm: 0.0,
                minimum_detectable_lift: 0.0,
            },
            decidable: false,
            notes: Vec::new(),
        }]),
        _ => Change::PutVerdicts(vec![Verdict {
            subject: key,
            decision: ModerationDecision::Allow,
            toxicity: 0.0,
            tier: body(),
            findings: Vec::new(),
        }]),
    }
}
