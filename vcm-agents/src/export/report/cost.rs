//! What the kit cost, from the receipts. Next: [`super::experiments`].

use serde::Serialize;
use vcm_core::kit::Kit;

use super::format;

/// The cost in words and lines.
#[derive(Debug, Serialize)]
pub(super) struct CostView {
    total: String,
    words: String,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    tool: String,
    answered_by: String,
    steps: String,
    used: String,
    cost: String,
}

/// None for a kit that does not know what it cost.
pub(super) fn cost(kit: &Kit) -> Option<CostView> {
    let cost = kit.cost.as_ref()?;
    let limit = cost.limit_micros.map_or_else(
        || "The brief sets no limit.".to_owned(),
        |limit| format!("The limit is {}.", format::money(limit)),
    );
    let words = if cost.calls.is_empty() && cost.spent_micros == 0 {
        format!("Everything was made offline: no provider was called, and nothing was paid. {limit}")
    } else {
        let steps = cost.calls.iter().map(|line| line.steps as usize).sum();
        format!(
            "{} reached outside and cost {}. {limit}",
            format::count(steps, "step", "steps"),
            format::money(cost.spent_micros)
        )
    };
    let lines = cost.calls.iter().map(|line| {
        let usage = &line.usage;
        let mut used = Vec::new();
        if usage.input_tokens + usage.output_tokens > 0 {
            let tokens = |many: u64| format::number(many as f64);
            used.push(format!("{} tokens in, {} out", tokens(usage.input_tokens), tokens(usage.output_tokens)));
        }
        if usage.images > 0 {
            used.push(format::count(usage.images as usize, "image", "images"));
        }
        Line {
            tool: line.tool.clone(),
            answered_by: line.answered_by.clone(),
            steps: format::number(f64::from(line.steps)),
            used: used.join("; "),
            cost: format::money(usage.cost_micros),
        }
    });
    Some(CostView { total: format::money(cost.spent_micros), words, lines: lines.collect() })
}
