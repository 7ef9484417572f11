//! The state machine as one table, and what holds for every sequence of commands.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use std::fmt::Write;

use jiff::Timestamp;
use proptest::prelude::*;
use vcm_core::{
    ErrorKind,
    campaign::{Approval, Command, Failure, Review, State, Status, decide},
    hash::ContentHash,
    id::UserId,
};

fn hash(name: &str) -> ContentHash {
    ContentHash::of_bytes(name.as_bytes())
}

fn review(content: &str, blocked: &[&str]) -> Review {
    Review { content_hash: hash(content), blocked: blocked.iter().map(ToString::to_string).collect() }
}

fn approval(content: &str) -> Approval {
    Approval { content_hash: hash(content), by: UserId::LOCAL, at: Timestamp::UNIX_EPOCH }
}

fn reject(reason: &str) -> Command {
    Command::Reject { reason: reason.to_owned(), by: UserId::LOCAL, at: Timestamp::UNIX_EPOCH }
}

fn fail() -> Command {
    Command::Fail { kind: "provider_failed".to_owned(), message: "gone".to_owned() }
}

fn in_state(state: State) -> Status {
    let failure = (state == State::Failed).then(|| Failure {
        state: State::Drafting,
        kind: "provider_failed".to_owned(),
        message: "gone".to_owned(),
    });
    Status { state, failure, ..Status::default() }
}

/// Every situation that matters: the eight states, and `reviewing` in each phase of a review.
fn situations() -> Vec<(&'static str, Status)> {
    let mut situations: Vec<_> = State::ALL.iter().map(|state| (state.as_str(), in_state(*state))).collect();
    let reviewing = in_state(State::Reviewing);
    let submitted = Status { review: Some(review("text", &[])), ..reviewing.clone() };
    situations.push(("reviewing, submitted", submitted.clone()));
    situations.push(("reviewing, blocked", Status { review: Some(review("text", &["x-angle-1-a"])), ..reviewing }));
    situations.push(("reviewing, approved", Status { approval: Some(approval("text")), ..submitted }));
    situations
}

fn commands() -> Vec<(&'static str, Command)> {
    vec![
        ("start", Command::Start),
        ("advance", Command::Advance),
        ("submit", Command::Submit(review("text", &[]))),
        ("approve text", Command::Approve(approval("text"))),
        ("approve other", Command::Approve(approval("other"))),
        ("reject", reject("too long")),
        ("reject, no reason", reject("  ")),
        ("edit", Command::Edit),
        ("export", Command::Export),
        ("fail", fail()),
        ("retry", Command::Retry),
    ]
}

#[test]
fn the_whole_table() {
    let mut table = String::new();
    for (situation, status) in situations() {
        writeln!(table, "{situation}").unwrap();
        for (name, command) in commands() {
            let outcome = match decide(&status, &command) {
                Ok(decision) => {
                    let mut parts = vec![format!("→ {}", decision.status.state)];
                    if decision.status.approval.is_some() != status.approval.is_some() {
                        parts.push(
                            if decision.status.approval.is_some() { "approved" } else { "approval void" }.to_owned(),
                        );
                    }
                    parts.extend(decision.events.iter().map(|event| event.as_str().to_owned()));
                    parts.extend(decision.audit.map(|action| format!("audit {action}")));
                    if !decision.void.is_empty() {
                        parts.push(format!("void {:?}", decision.void));
                    }
                    parts.join(", ")
                }
                Err(error) => format!("{}: {}", error.kind(), error.message()),
            };
            writeln!(table, "  {name:<18} {outcome}").unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn retry_goes_back_to_the_state_that_failed() {
    for state in
        [State::Created, State::Researching, State::Drafting, State::Assembling, State::Scheduling, State::Reviewing]
    {
        let failed = decide(&in_state(state), &fail()).unwrap().status;
        assert_eq!(failed.failure.as_ref().unwrap().state, state);
        let back = decide(&failed, &Command::Retry).unwrap().status;
        assert_eq!((back.state, back.failure), (state, None));
    }
}

#[test]
fn a_rejection_keeps_its_reason_and_begins_a_new_round() {
    let submitted = Status { review: Some(review("text", &[])), ..in_state(State::Reviewing) };
    let next = decide(&submitted, &reject("too long")).unwrap().status;
    assert_eq!((next.state, next.round, next.review), (State::Drafting, 1, None));
    assert_eq!((next.rejections[0].reason.as_str(), next.rejections[0].round), ("too long", 0));
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        1 => Just(Command::Start),
        4 => Just(Command::Advance),
        2 => (0..2u8, any::<bool>()).prop_map(|(content, blocked)| {
            Command::Submit(review(&content.to_string(), if blocked { &["x"] } else { &[] }))
        }),
        2 => (0..2u8).prop_map(|content| Command::Approve(approval(&content.to_string()))),
        1 => ".{0,3}".prop_map(|reason| reject(&reason)),
        1 => Just(Command::Edit),
        2 => Just(Command::Export),
        1 => Just(fail()),
        1 => Just(Command::Retry),
    ]
}

proptest! {
    #[test]
    fn any_sequence_of_commands_keeps_the_invariants(commands in proptest::collection::vec(any_command(), 0..60)) {
        let mut status = Status::default();
        for command in commands {
            let before = status.clone();
            match decide(&status, &command) {
                Ok(decision) => status = decision.status,
                Err(error) => {
                    let allowed = [
                        ErrorKind::InvalidTransition, ErrorKind::Conflict, ErrorKind::ModerationBlocked, ErrorKind::InvalidInput,
                    ];
                    prop_assert!(allowed.contains(&error.kind()), "{error:?}");
                    continue;
                }
            }
            // Exported is final, and is reached only with an approval of exactly the reviewed content, nothing of it blocked.
            prop_assert!(before.state != State::Exported || status.state == State::Exported);
            if status.state == State::Exported {
                let (review, approval) = (status.review.clone().unwrap(), status.approval.clone().unwrap());
                prop_assert_eq!(&review.content_hash, &approval.content_hash);
                prop_assert!(review.blocked.is_empty());
            }
            // An approval exists only beside the review it answers; edits, rejections and other content void it.
            if let Some(approval) = &status.approval {
                prop_assert_eq!(Some(&approval.content_hash), status.review.as_ref().map(|review| &review.content_hash));
            }
            if matches!(command, Command::Edit | Command::Reject { .. }) {
                prop_assert!(status.approval.is_none() && status.review.is_none());
            }
            // A failure is remembered in `failed` and nowhere else; rejections are never forgotten.
            prop_assert_eq!(status.failure.is_some(), status.state == State::Failed);
            prop_assert!(status.rejections.starts_with(&before.rejections));
            prop_assert_eq!(status.rejections.len(), status.round as usize);
            // States go forward one by one, except back to drafting by a rejection, to failed, and back by a retry.
            let forward = before.state.next() == Some(status.state) || before.state == status.state;
            let exported = before.state == State::Reviewing && status.state == State::Exported;
            let named = matches!(command, Command::Reject { .. } | Command::Fail { .. } | Command::Retry);
            prop_assert!(forward || exported || named, "{} -> {}", before.state, status.state);
        }
    }
}
