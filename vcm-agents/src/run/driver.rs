//! The driver: asks the state's agents for steps, performs them through the journal, and moves the state machine.

use vcm_core::{
    Error, ErrorKind, Result,
    campaign::{Command, Review, State},
    hash::ContentHash,
    moderation::ModerationDecision,
};

use super::journal::{Journal, is_working};

/// Drives the campaign until it waits for a person, is exported, or cannot go on.
///
/// # Errors
/// What stopped it. Errors of the campaign's own work are also stored as its failure; errors of the store or its disk, a lost lease, a
/// reached budget or a reader that went away leave it as it stands, to be run again.
pub(crate) async fn drive(journal: &mut Journal) -> Result<()> {
    match advance(journal).await {
        Err(error) if fails_the_campaign(error.kind()) && is_working(journal.board.campaign.status.state) => {
            journal.fail(&error).await?;
            Err(error)
        }
        outcome => outcome,
    }
}

async fn advance(journal: &mut Journal) -> Result<()> {
    loop {
        let status = &journal.board.campaign.status;
        let actor = journal.board.campaign.created_by;
        match status.state {
            State::Created => journal.transition(&Command::Start, actor).await?,
            State::Researching | State::Drafting | State::Assembling | State::Scheduling => {
                work(journal).await?;
                journal.transition(&Command::Advance, actor).await?;
            }
            State::Reviewing if status.review.is_some() => return Ok(()),
            State::Reviewing => {
                work(journal).await?;
                let review = review(journal)?;
                return journal.transition(&Command::Submit(review), actor).await;
            }
            State::Exported => return Ok(()),
            State::Failed => {
                let failure = status.failure.as_ref();
                return Err(Error::new(ErrorKind::InvalidTransition, "run", "the campaign failed; retry it to go on")
                    .with("failed_in", failure.map_or(State::Created, |failure| failure.state))
                    .with("because", failure.map_or("", |failure| failure.message.as_str())));
            }
        }
    }
}

/// Does everything that the state's agents plan.
async fn work(journal: &mut Journal) -> Result<()> {
    let state = journal.board.campaign.status.state;
    let agents = journal.parts().crew.of(state).to_vec();
    for agent in agents {
        loop {
            let mut did_something = false;
            for step in agent.plan(&journal.board)? {
                did_something |= journal.perform(agent.name(), &step).await?;
            }
            if !did_something {
                break;
            }
        }
    }
    Ok(())
}

fn review(journal: &Journal) -> Result<Review> {
    let blocked = journal
        .board
        .verdicts
        .values()
        .filter(|verdict| verdict.decision >= ModerationDecision::Quarantine)
        .map(|verdict| verdict.subject.clone())
        .collect();
    Ok(Review { content_hash: ContentHash::of(&journal.board.content())?, blocked })
}

/// Whether an error belongs to the campaign's work (and is stored as its failure) or to the circumstances of this run.
fn fails_the_campaign(kind: ErrorKind) -> bool {
    !matches!(
        kind,
        ErrorKind::Conflict
            | ErrorKind::LeaseHeld
            | ErrorKind::LeaseLost
            | ErrorKind::BudgetExceeded
            | ErrorKind::StoreUnavailable
            | ErrorKind::Io
            | ErrorKind::DataCorrupt
            | ErrorKind::SchemaTooNew
            | ErrorKind::Cancelled
            | ErrorKind::ReplayDiverged
            | ErrorKind::ConfigInvalid
    )
}
