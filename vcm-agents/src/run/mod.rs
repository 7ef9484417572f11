//! A run: takes a campaign from where it stands to `reviewing`, through the journal, under a lease.
//!
//! [`driver`] drives the state machine, [`journal`] keeps receipts and commits, [`lease`] keeps other runs away,
//! [`replay`] walks a recorded run again. Next: [`crate::agents`].

pub(crate) mod driver;
pub(crate) mod journal;
mod lease;
pub(crate) mod replay;

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_util::Stream;
use tokio::{sync::mpsc, task::JoinHandle};
use vcm_core::{
    Result,
    campaign::Event,
    id::{CampaignId, OrgId},
    ports::StoreExt,
};

use self::{journal::Journal, lease::HeldLease};
use crate::machine::Machine;

/// Events of a run as they are committed. Ends when the campaign waits for a person or is exported; an error ends it too.
///
/// Dropping it stops the run after the step in hand is durable: never half a step. Running the campaign again goes on there.
#[derive(Debug)]
pub struct Run {
    events: mpsc::Receiver<Result<Event>>,
    task: Option<JoinHandle<()>>,
}

impl Run {
    /// Starts a run in a task of its own. Must be called inside a tokio runtime.
    pub(crate) fn start(machine: Machine, org: OrgId, campaign: CampaignId) -> Self {
        // The run waits for a slow reader rather than filling memory.
        let (sender, events) = mpsc::channel(64);
        let task = tokio::spawn(async move {
            if let Err(error) = run(machine, org, campaign, sender.clone()).await {
                // Nobody listens any more: the error is in the campaign or in the next run.
                let _ = sender.send(Err(error)).await;
            }
        });
        Self { events, task: Some(task) }
    }

    /// A run that is refused before it starts.
    pub(crate) fn refused(error: vcm_core::Error) -> Self {
        let (sender, events) = mpsc::channel(1);
        // The channel is empty and its receiver is here: this cannot fail.
        let _ = sender.try_send(Err(error));
        Self { events, task: None }
    }

    /// Stops the run after the step in hand is durable, and waits until it has given its lease back: the campaign can be run
    /// again at once.
    pub async fn stop(self) {
        let Self { events, task } = self;
        drop(events);
        if let Some(task) = task {
            // A run that panicked has stopped as well.
            let _ = task.await;
        }
    }

    /// Runs to the end, dropping the events.
    ///
    /// # Errors
    /// Whatever stopped the run.
    pub async fn finish(mut self) -> Result<()> {
        while let Some(event) = self.events.recv().await {
            event?;
        }
        Ok(())
    }
}

impl Stream for Run {
    type Item = Result<Event>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.events.poll_recv(context)
    }
}

async fn run(machine: Machine, org: OrgId, campaign: CampaignId, sender: mpsc::Sender<Result<Event>>) -> Result<()> {
    let lease = HeldLease::acquire(&machine.0, org, campaign).await?;
    let outcome = async {
        let board = machine.0.store.board(org, campaign).await?;
        let mut journal = Journal::live(machine.0.clone(), board, lease.token(), sender);
        driver::drive(&mut journal).await
    }
    .await;
    lease.release().await;
    outcome
}
