//! Shows a run: a live display on a terminal, plain lines elsewhere, JSON events for programs, or nothing.
//!
//! Human forms go to standard error, so that standard output stays for the result; `json` is the result.

use std::{
    io::{IsTerminal, Write},
    time::Duration,
};

use futures_util::StreamExt;
use indicatif::{ProgressBar, ProgressStyle};
use vcm_agents::run::Run;
use vcm_core::{
    Error, ErrorKind, Result,
    campaign::{Event, EventKind, State},
};

use super::{ProgressForm, style::Paint};

/// Shows the run until it ends.
pub(super) async fn show(run: Run, form: ProgressForm) -> Result<()> {
    let live = form == ProgressForm::Auto && std::io::stderr().is_terminal();
    match form {
        ProgressForm::Json => each(run, print_json).await,
        ProgressForm::None => each(run, |_| Ok(())).await,
        ProgressForm::Auto if live => show_live(run).await,
        ProgressForm::Auto | ProgressForm::Plain => {
            let mut lines = Lines::default();
            each(run, |event| {
                if let Some(line) = lines.line(event) {
                    eprintln!("{line}");
                }
                Ok(())
            })
            .await
        }
    }
}

async fn each(mut run: Run, mut show: impl FnMut(&Event) -> Result<()>) -> Result<()> {
    while let Some(event) = run.next().await {
        show(&event?)?;
    }
    Ok(())
}

fn print_json(event: &Event) -> Result<()> {
    let mut line = serde_json::to_string(event)
        .map_err(|error| Error::new(ErrorKind::Unexpected, "print", "event is not JSON").caused_by(error))?;
    line.push('\n');
    std::io::stdout()
        .lock()
        .write_all(line.as_bytes())
        .map_err(|error| Error::new(ErrorKind::Io, "write", "cannot write the events").caused_by(error))
}

async fn show_live(mut run: Run) -> Result<()> {
    let style = ProgressStyle::with_template("{spinner} {prefix:<12} {wide_msg:.dim}")
        .unwrap_or_else(|_| ProgressStyle::default_spinner());
    let spinner = ProgressBar::new_spinner().with_style(style);
    spinner.enable_steady_tick(Duration::from_millis(80));
    let mut lines = Lines { paint: Some(Paint::stderr()), ..Lines::default() };
    while let Some(event) = run.next().await {
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                spinner.finish_and_clear();
                return Err(error);
            }
        };
        match &event.kind {
            EventKind::StepCompleted { state, label, .. } => {
                spinner.set_prefix(state.to_string());
                spinner.set_message(label.clone());
            }
            EventKind::StateEntered { state } => spinner.set_prefix(state.to_string()),
            _ => {}
        }
        if let Some(line) = lines.line(&event) {
            spinner.println(line);
        }
    }
    spinner.finish_and_clear();
    Ok(())
}

/// Folds events into one line a state, so that a run reads as a short story and not as a log.
#[derive(Default)]
struct Lines {
    paint: Option<Paint>,
    state: Option<State>,
    steps: u32,
    cost_micros: u64,
}

impl Lines {
    fn line(&mut self, event: &Event) -> Option<String> {
        match &event.kind {
            EventKind::StepCompleted { cost_micros, .. } => {
                self.steps += 1;
                self.cost_micros += cost_micros;
                None
            }
            EventKind::StateEntered { state } => {
                let done = self.finished_state();
                self.state = Some(*state);
                done
            }
            EventKind::ReviewRequested { blocked, .. } => {
                let done = self.finished_state().unwrap_or_default();
                let waits = if blocked.is_empty() {
                    "  waits for approval".to_owned()
                } else {
                    format!("  waits for approval; moderation holds back {}", blocked.len())
                };
                Some(format!("{done}\n{waits}").trim_start_matches('\n').to_owned())
            }
            EventKind::BudgetPaused { spent_micros, limit_micros, .. } => Some(format!(
                "  paused: {} of {} spent",
                crate::cli::summary::dollars(*spent_micros),
                crate::cli::summary::dollars(*limit_micros)
            )),
            EventKind::Failed { state, message, .. } => Some(format!("  failed in {state}: {message}")),
            _ => None,
        }
    }

    fn finished_state(&mut self) -> Option<String> {
        let state = self.state.take()?;
        let (steps, cost_micros) = (std::mem::take(&mut self.steps), std::mem::take(&mut self.cost_micros));
        let mark = self.paint.map_or_else(|| "✓".to_owned(), |paint| paint.green("✓"));
        let counted = match steps {
            0 => "nothing to do".to_owned(),
            1 => "1 step".to_owned(),
            steps => format!("{steps} steps"),
        };
        let cost =
            if cost_micros == 0 { String::new() } else { format!(" · {}", crate::cli::summary::dollars(cost_micros)) };
        Some(format!("{mark} {:<12} {counted}{cost}", state.as_str()))
    }
}
