//! What a person must see: a campaign in a screenful.

use std::fmt::Write;

use vcm_agents::machine::Released;
use vcm_core::{
    campaign::{Board, State},
    copy::CopyFormat,
    id::CampaignId,
    kit::KitStatus,
    moderation::ModerationDecision,
    ports::CampaignSummary,
    visuals::AssetContent,
};

use super::style::{Paint, command};

/// A campaign for its reviewer: what was made, what moderation says, what could not be done, what to do next.
pub(super) fn review(board: &Board, released: Option<&Released>, paint: Paint) -> String {
    let campaign = &board.campaign;
    let mut out = String::new();
    let _ = writeln!(out, "\n{}  {}", paint.bold(&campaign.brief.name), paint.dim(campaign.id));
    let _ = writeln!(out, "  {}", state_line(board));
    let _ = writeln!(out, "  {}", made(board));
    moderation(&mut out, board, paint);
    experiments(&mut out, board, paint);
    schedule(&mut out, board, paint);
    for rejection in &campaign.status.rejections {
        let _ = writeln!(out, "  {} round {}: {}", paint.yellow("rejected"), rejection.round + 1, rejection.reason);
    }
    if campaign.spent_micros > 0 {
        let _ = writeln!(out, "  cost         {}", dollars(campaign.spent_micros));
    }
    next_step(&mut out, board, released, paint);
    out
}

/// After a release.
pub(super) fn released(id: CampaignId, released: Option<&Released>, paint: Paint) -> String {
    if let Some(released) = released {
        return release_line(released, paint);
    }
    let next = command(format_args!("export {id} --to DIR"));
    format!("{} Approved. Write the kit with: {next}\n", paint.green("✓"))
}

/// A table of campaigns.
pub(super) fn list(campaigns: &[CampaignSummary], paint: Paint) -> String {
    if campaigns.is_empty() {
        return format!("No campaigns yet. Start one with: {}\n", command("run BRIEF"));
    }
    let mut out = String::new();
    for campaign in campaigns {
        let created = campaign.created_at.strftime("%Y-%m-%d %H:%M");
        let cost =
            if campaign.spent_micros > 0 { format!("  {}", dollars(campaign.spent_micros)) } else { String::new() };
        let _ = writeln!(
            out,
            "{}  {}  {:<11} {}{cost}",
            campaign.id,
            paint.dim(created),
            campaign.state.as_str(),
            paint.bold(&campaign.name)
        );
    }
    out
}

/// An amount for people.
pub(super) fn dollars(micros: u64) -> String {
    format!("${}.{:04}", micros / 1_000_000, micros % 1_000_000 / 100)
}

fn state_line(board: &Board) -> String {
    let status = &board.campaign.status;
    match (status.state, &status.review) {
        (State::Reviewing, Some(review)) if status.approval.is_some() => {
            format!("approved     content {}", review.content_hash.short())
        }
        (State::Reviewing, Some(review)) => format!("reviewing    content {}", review.content_hash.short()),
        (State::Failed, _) => {
            let failure = status.failure.as_ref();
            format!(
                "failed       in {}: {}",
                failure.map_or(State::Created, |failure| failure.state),
                failure.map_or("", |failure| failure.message.as_str())
            )
        }
        (state, _) => state.to_string(),
    }
}

fn made(board: &Board) -> String {
    let threads = board.copies.iter().filter(|copy| copy.format == CopyFormat::Thread).count();
    let count = |is: fn(&AssetContent) -> bool| board.assets.iter().filter(|asset| is(&asset.content)).count();
    let storyboards = count(|content| matches!(content, AssetContent::Storyboard(_)));
    let carousels = count(|content| matches!(content, AssetContent::Carousel(_)));
    let slots = board.schedule.as_ref().map_or(0, |schedule| schedule.entries.len());
    let mut parts = vec![plural(board.angles.len(), "angle"), plural(board.copies.len(), "text")];
    for (count, name) in [
        (threads, "thread"),
        (board.assets.len() - storyboards - carousels, "card"),
        (carousels, "carousel"),
        (storyboards, "storyboard"),
        (board.topics.len(), "trend topic"),
        (slots, "slot"),
    ] {
        if count > 0 {
            parts.push(plural(count, name));
        }
    }
    format!("made         {}", parts.join(" · "))
}

fn moderation(out: &mut String, board: &Board, paint: Paint) {
    if board.verdicts.is_empty() {
        return;
    }
    let count = |decision| board.verdicts.values().filter(|verdict| verdict.decision == decision).count();
    let mut parts = vec![format!("{} allowed", count(ModerationDecision::Allow))];
    for (decision, name) in [
        (ModerationDecision::Flag, "to look at"),
        (ModerationDecision::Quarantine, "in quarantine"),
        (ModerationDecision::Block, "blocked"),
    ] {
        if count(decision) > 0 {
            parts.push(format!("{} {name}", count(decision)));
        }
    }
    let _ = writeln!(out, "  moderation   {}", parts.join(" · "));
    let mut listed = 0;
    let mut verdicts: Vec<_> =
        board.verdicts.values().filter(|verdict| verdict.decision > ModerationDecision::Allow).collect();
    verdicts.sort_by_key(|verdict| std::cmp::Reverse(verdict.decision));
    for verdict in verdicts {
        for finding in verdict.findings.iter().filter(|finding| finding.decision > ModerationDecision::Allow) {
            if listed == 10 {
                let _ = writeln!(out, "    {}", paint.dim("… more in report.html"));
                return;
            }
            listed += 1;
            let mark =
                if finding.decision >= ModerationDecision::Quarantine { paint.red("✗") } else { paint.yellow("!") };
            let _ = writeln!(out, "    {mark} {}: {} {}", verdict.subject, finding.message, paint.dim(&finding.rule));
        }
    }
}

fn experiments(out: &mut String, board: &Board, paint: Paint) {
    for experiment in &board.experiments {
        let power = &experiment.power;
        let percent = |share: f64| format!("{:.0} %", share * 100.0);
        let line = if experiment.decidable {
            format!(
                "{}: can find a lift of {} or more in {}",
                experiment.platform.label(),
                percent(power.minimum_detectable_lift),
                experiment.metric
            )
        } else {
            format!(
                "{}: {} {} of {} impressions an arm; no test is planned",
                experiment.platform.label(),
                paint.yellow("not decidable:"),
                power.expected_per_arm.round(),
                power.needed_per_arm.round()
            )
        };
        let _ = writeln!(out, "  experiment   {line}");
    }
}

fn schedule(out: &mut String, board: &Board, paint: Paint) {
    let Some(schedule) = &board.schedule else { return };
    if let (Some(first), Some(last)) = (schedule.entries.first(), schedule.entries.last()) {
        let gap = (schedule.optimality_gap * 100.0).max(0.0);
        let _ = writeln!(
            out,
            "  schedule     {} to {}, within {gap:.1} % of the best possible",
            first.local.replace('T', " "),
            last.local.replace('T', " ")
        );
    }
    let mut reasons = std::collections::BTreeMap::<&str, usize>::new();
    let mut reserves = 0;
    for unplaced in &schedule.unplaced {
        // A reserve is a choice for the reviewer, not a problem.
        if unplaced.reason.starts_with("kept as a reserve") {
            reserves += 1;
        } else {
            *reasons.entry(&unplaced.reason).or_default() += 1;
        }
    }
    if reserves > 0 {
        let _ = writeln!(out, "    {}", paint.dim(format_args!("{} kept as a reserve", plural(reserves, "text"))));
    }
    for (reason, count) in reasons {
        let _ = writeln!(out, "    {} {} not placed: {reason}", paint.yellow("!"), plural(count, "text"));
    }
}

fn next_step(out: &mut String, board: &Board, released: Option<&Released>, paint: Paint) {
    let id = board.campaign.id;
    out.push('\n');
    if let Some(released) = released {
        out.push_str(&release_line(released, paint));
    }
    let status = &board.campaign.status;
    match status.state {
        State::Reviewing if status.approval.is_none() => {
            let blocked = status.review.as_ref().is_some_and(|review| !review.blocked.is_empty());
            let _ = if blocked {
                let reject = command(format_args!("reject {id} --why \"…\""));
                writeln!(out, "Mend what is blocked: {reject}, then {}", command(format_args!("resume {id}")))
            } else {
                writeln!(out, "Release it with: {}", command(format_args!("approve {id}")))
            };
        }
        State::Failed => {
            let _ = writeln!(out, "Try again with: {}", command(format_args!("retry {id}")));
        }
        State::Reviewing if released.is_none() => {
            let _ = writeln!(out, "Write the kit with: {}", command(format_args!("export {id} --to DIR")));
        }
        State::Reviewing | State::Exported => {}
        _ => {
            let _ = writeln!(out, "Go on with: {}", command(format_args!("resume {id}")));
        }
    }
}

fn release_line(released: &Released, paint: Paint) -> String {
    let what = match released.status {
        KitStatus::Approved => "Kit",
        KitStatus::Draft => "Draft kit",
    };
    format!(
        "{} {what} with {} in {}\n",
        paint.green("✓"),
        plural(released.files, "file"),
        paint.bold(released.target.display())
    )
}

fn plural(count: usize, name: &str) -> String {
    if count == 1 { format!("1 {name}") } else { format!("{count} {name}s") }
}
