//! Runs that are interrupted, and two runs of one campaign at once. Nothing sleeps: a lock that the test holds keeps a run where
//! it is wanted.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod common;

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, ChildStdout, Command},
};

use common::{Desk, FIXED, failed, json_lines, small_brief};
use rstest::rstest;

/// A run that has begun and cannot commit: the test holds the database's write lock.
struct Held {
    child: Child,
    events: BufReader<ChildStdout>,
    lock: rusqlite::Connection,
    first: String,
}

fn hold(desk: &Desk) -> Held {
    let brief = small_brief();
    let mut child =
        desk.command(&[&["run", &brief, "--progress", "json"] as &[&str], &FIXED].concat()).spawn().unwrap();
    let mut events = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    // The second event is the run's own: by then it listens for signals and holds its lease.
    for _ in 0..2 {
        events.read_line(&mut first).unwrap();
    }
    let lock = desk.connect();
    lock.busy_timeout(std::time::Duration::from_mins(1)).unwrap();
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    Held { child, events, lock, first }
}

fn signal(name: &str, child: &Child) {
    let done = Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status().unwrap();
    assert!(done.success());
}

#[rstest]
#[case::ctrl_c("INT", 130)]
#[case::terminate("TERM", 143)]
fn a_stopped_run_goes_on_to_the_kit_of_an_undisturbed_one(#[case] name: &str, #[case] code: i32) {
    let undisturbed = Desk::new();
    undisturbed.ok(&[&["run", &small_brief(), "--progress", "none"] as &[&str], &FIXED].concat());

    let desk = Desk::new();
    let Held { mut child, mut events, lock, .. } = hold(&desk);
    signal(name, &child);
    let mut errors = BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    errors.read_line(&mut told).unwrap();
    assert!(told.contains("stopping after the step in hand"), "{told}");
    lock.execute_batch("ROLLBACK").unwrap();
    errors.read_to_string(&mut told).unwrap();
    events.read_to_string(&mut String::new()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(code), "{told}");

    let campaign = &desk.campaigns()[0];
    assert_ne!(campaign["state"], "reviewing");
    let way_on = format!("vcm resume {}", campaign["id"].as_str().unwrap());
    assert!(told.contains(&way_on), "{told}");
    // At once: the lease was given back.
    desk.ok(&["resume", "last", "--progress", "none"]);
    assert_eq!(desk.state(), "reviewing");
    assert_eq!(desk.content(), undisturbed.content());
    desk.ok(&["audit", "verify"]);
    desk.ok(&["replay", "last"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_run_of_the_same_campaign_is_refused_and_the_first_ends_whole() {
    let desk = Desk::new();
    let Held { mut child, mut events, lock, first } = hold(&desk);
    signal("STOP", &child);
    // Stopped for certain before the lock is let go: it waits for the lock and so holds none.
    let stat = format!("/proc/{}/stat", child.id());
    while !std::fs::read_to_string(&stat).unwrap().rsplit(')').next().unwrap().trim_start().starts_with('T') {
        std::thread::yield_now();
    }
    lock.execute_batch("ROLLBACK").unwrap();

    let second = desk.vcm(&["resume", "last", "--progress", "none"]);
    failed(&second, "lease_held");
    assert!(second.err.contains("wait for it"), "{second:?}");

    signal("CONT", &child);
    let mut rest = String::new();
    events.read_to_string(&mut rest).unwrap();
    assert!(child.wait().unwrap().success());
    let seen: Vec<u64> = json_lines(&(first + &rest)).iter().map(|event| event["seq"].as_u64().unwrap()).collect();
    assert_eq!(seen, (1..=seen.len() as u64).collect::<Vec<_>>());
    assert_eq!(desk.state(), "reviewing");
    desk.ok(&["replay", "last"]);
}

#[test]
fn a_reader_of_events_that_goes_away_stops_the_run_quietly() {
    let desk = Desk::new();
    let Held { mut child, events, lock, .. } = hold(&desk);
    drop(events);
    lock.execute_batch("ROLLBACK").unwrap();
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!((child.wait().unwrap().code(), told.as_str()), (Some(141), ""));
    desk.ok(&["resume", "last", "--progress", "none"]);
    assert_eq!(desk.state(), "reviewing");
}
