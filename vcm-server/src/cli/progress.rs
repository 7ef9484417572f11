//! Shows a run: a live display on a terminal, plain lines elsewhere, JSON events for programs, or nothing.
//!
//! Human forms go to standard error, so that standard output stays for the result; `json` is the result.

use std::{
    io::{self, IsTerminal},
    time::Duration,
};

use futures_util::StreamExt;
use indicatif::{ProgressBar, ProgressStyle};
use vcm_agents::run::Run;
use vcm_core::{
    Result,
    campaign::{Event, EventKind, State},
};

use super::{
    ProgressForm, output,
    signals::{Signals, Stop},
    style::Paint,
};

/// How a run that was shown ended.
pub(super) enum Ending {
    /// It waits for a person, or is done.
    Finished,
    /// It was asked to stop and did, after a finished step.
    Stopped(Stop),
}

/// Shows the run until it ends or is asked to stop.
pub(super) async fn show(mut run: Run, display: &mut Display, signals: &mut Signals) -> Result<Ending> {
    let ending = loop {
        let event = tokio::select! {
            biased;
            stop = signals.next() => break Ending::Stopped(stop),
            event = run.next() => event,
        };
        let Some(event) = event else { break Ending::Finished };
        let shown = match event {
            Ok(event) => display.event(&event),
            Err(error) => {
                display.end();
                return Err(error);
            }
        };
        match shown {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break Ending::Stopped(Stop::ReaderGone),
            Err(error) => {
                run.stop().await;
                return Err(output::cannot_write(&error));
            }
            Ok(()) => {}
        }
    };
    display.end();
    if let Ending::Stopped(stop) = ending {
        if stop != Stop::ReaderGone {
            output::say("stopping after the step in hand; once more stops at once");
        }
        tokio::select! {
            () = run.stop() => {}
            // Nothing is lost: what is not durable yet is done again.
            again = signals.next() => std::process::exit(i32::from(again.code())),
        }
    }
    Ok(ending)
}

/// Where events go.
pub(super) enum Display {
    Nothing,
    /// Standard output, one JSON object a line. Remembers the last event that was printed.
    Json {
        after: u64,
    },
    Plain(Lines),
    Live(ProgressBar, Lines),
}

impl Display {
    /// `after` is the last event that is not to be shown.
    pub(super) fn new(form: ProgressForm, after: u64) -> Self {
        match form {
            ProgressForm::Json => Self::Json { after },
            ProgressForm::None => Self::Nothing,
            ProgressForm::Auto if io::stderr().is_terminal() => Self::live(),
            ProgressForm::Auto | ProgressForm::Plain => Self::Plain(Lines::default()),
        }
    }

    /// The last event shown, when every event must be.
    pub(super) fn shown(&self) -> Option<u64> {
        if let Self::Json { after } = self { Some(*after) } else { None }
    }

    pub(super) fn event(&mut self, event: &Event) -> io::Result<()> {
        match self {
            Self::Nothing => {}
            Self::Json { after } => {
                let mut line = serde_json::to_vec(event)?;
                line.push(b'\n');
                output::write_out(&line)?;
                *after = event.seq;
            }
            Self::Plain(lines) => {
                if let Some(line) = lines.line(event) {
                    output::say(line);
                }
            }
            Self::Live(spinner, lines) => {
                match &event.kind {
                    EventKind::StepCompleted { state, label, .. } => {
                        spinner.set_prefix(state.to_string());
                        spinner.set_message(label.clone());
                    }
                    EventKind::StateEntered { state } => spinner.set_prefix(state.to_string()),
                    _ => {}
                }
                if let Some(line) = lines.line(event) {
                    spinner.println(line);
                }
            }
        }
        Ok(())
    }

    fn live() -> Self {
        let style = ProgressStyle::with_template("{spinner} {prefix:<12} {wide_msg:.dim}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        let spinner = ProgressBar::new_spinner().with_style(style);
        spinner.enable_steady_tick(Duration::from_millis(80));
        Self::Live(spinner, Lines { paint: Some(Paint::stderr()), ..Lines::default() })
    }

    fn end(&self) {
        if let Self::Live(spinner, _) = self {
            spinner.finish_and_clear();
        }
    }
}

/// Folds events into one line a state, so that a run reads as a short story and not as a log.
#[derive(Default)]
pub(super) struct Lines {
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
