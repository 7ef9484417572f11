//! The verbs on campaigns, from a brief to a released kit, as a person types them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod common;

use common::{Desk, FIXED, brief, failed, json_lines, small_brief};
use rstest::rstest;

#[rstest]
#[case("rust-1-85.toml")]
#[case("webb-five-years.toml")]
#[case("openstreetmap.toml")]
fn the_same_brief_seed_and_clock_give_the_same_kit_byte_for_byte(#[case] name: &str) {
    let kit = || {
        let desk = Desk::new();
        let brief = brief(name);
        desk.ok(&[&["run", &brief, "--approve", "--out", "kit", "--progress", "none"] as &[&str], &FIXED].concat());
        assert_eq!(desk.state(), "exported");
        std::fs::read(desk.path("kit/kit.zip")).unwrap()
    };
    let (first, second) = (kit(), kit());
    assert!(first == second, "{} and {} bytes", first.len(), second.len());
}

#[test]
fn a_draft_is_approved_into_the_same_folder() {
    let desk = Desk::new();
    let run = desk.ok(&["run", &small_brief(), "--out", "kit"]);
    assert!(run.out.contains("Draft kit") && run.out.contains("vcm approve"), "{run:?}");
    let kit = || -> serde_json::Value {
        serde_json::from_str(&std::fs::read_to_string(desk.path("kit/kit.json")).unwrap()).unwrap()
    };
    assert_eq!(kit()["status"], "draft");
    let content = kit()["content_hash"].clone();
    desk.ok(&["approve", "last"]);
    assert_eq!((kit()["status"].as_str(), &kit()["content_hash"]), (Some("approved"), &content));
    assert_eq!(desk.state(), "exported");

    // Going on with a campaign that is done changes nothing.
    desk.ok(&["resume", "last"]);
    assert_eq!(desk.state(), "exported");
    desk.ok(&["export", "last", "--to", "again.zip"]);
    let zip = |name: &str| std::fs::read(desk.path(name)).unwrap();
    assert!(zip("kit/kit.zip") == zip("again.zip"));
    desk.ok(&["audit", "verify"]);
}

#[test]
fn a_command_to_go_on_with_names_the_database_and_never_a_password() {
    let desk = Desk::new();
    let there = desk.ok(&["--db", "sqlite://my campaigns.db", "run", &small_brief(), "--progress", "none"]);
    assert!(there.out.contains(" --db 'sqlite://my campaigns.db'"), "{there:?}");
    let default = desk.ok(&["run", &small_brief(), "--progress", "none"]);
    assert!(default.out.contains("vcm approve") && !default.out.contains("--db"), "{default:?}");
    let known = desk.shell(r#"VCM_DB=sqlite://other.db "$VCM" campaigns"#);
    assert!(known.out.contains("vcm run BRIEF") && !known.out.contains("--db"), "{known:?}");
}

#[test]
fn a_rejected_draft_is_written_anew_with_the_reason_kept() {
    let desk = Desk::new();
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    let before = desk.content();
    let rejected = desk.ok(&["reject", "last", "--why", "Too many questions."]);
    assert!(rejected.out.contains("vcm resume"), "{rejected:?}");
    assert_eq!(desk.state(), "drafting");
    failed(&desk.vcm(&["approve", "last"]), "invalid_transition");
    let resumed = desk.ok(&["resume", "last"]);
    assert!(resumed.out.contains("Too many questions."), "{resumed:?}");
    assert_eq!(desk.state(), "reviewing");
    assert_ne!(desk.content(), before);
}

#[test]
fn a_fork_goes_on_from_a_state_and_leaves_its_origin() {
    let desk = Desk::new();
    desk.ok(&[&["run", &small_brief(), "--progress", "none"] as &[&str], &FIXED].concat());
    let origin = desk.content();
    desk.ok(&["fork", "last", "--at", "drafting", "--seed", "8", "--progress", "none"]);
    let campaigns = desk.campaigns();
    assert_eq!(campaigns.len(), 2);
    assert_ne!(desk.content(), origin);
    let first = campaigns[1]["id"].as_str().unwrap();
    let replay = desk.ok(&["replay", first]);
    assert!(replay.out.contains(&origin), "{replay:?}");
}

#[test]
fn an_export_without_approval_is_a_draft() {
    let desk = Desk::new();
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    let export = desk.ok(&["export", "last", "--to", "draft.zip"]);
    assert!(export.out.contains("Draft kit"), "{export:?}");
    assert_eq!(&std::fs::read(desk.path("draft.zip")).unwrap()[..2], b"PK");
    assert_eq!(desk.state(), "reviewing");
}

#[test]
fn the_brief_may_come_on_standard_input() {
    let desk = Desk::new();
    let text = std::fs::read_to_string(small_brief()).unwrap();
    let said = desk.vcm_with(&["run", "-", "--progress", "none"], &text);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(desk.state(), "reviewing");
}

#[test]
fn json_progress_is_every_event_and_nothing_else() {
    let desk = Desk::new();
    let said = desk.ok(&["run", &small_brief(), "--approve", "--out", "kit", "--progress", "json"]);
    let events = json_lines(&said.out);
    let seen: Vec<u64> = events.iter().map(|event| event["seq"].as_u64().unwrap()).collect();
    assert_eq!(seen, (1..=events.len() as u64).collect::<Vec<_>>());
    let campaign = &desk.campaigns()[0]["id"];
    assert!(events.iter().all(|event| event["campaign"] == *campaign && event["at"].is_string()));
    assert!(events.iter().any(|event| event["event"] == "kit_written"), "{events:?}");
    assert_eq!(said.err, "");
}

#[test]
fn nothing_is_coloured_where_nobody_sees_it() {
    let desk = Desk::new();
    let run = desk.ok(&["run", &small_brief()]);
    let plain =
        desk.shell("NO_COLOR=1 \"$VCM\" show last; NO_COLOR=1 \"$VCM\" campaigns; NO_COLOR=1 \"$VCM\" show none");
    for text in [&run.out, &run.err, &plain.out, &plain.err] {
        assert!(!text.is_empty() && !text.contains('\u{1b}'), "{text}");
    }
}

/// `script` gives the command a terminal: there, colour is shown unless NO_COLOR says otherwise.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_coloured_unless_no_color_is_set() {
    let desk = Desk::new();
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    let shown = |environment: &str| {
        desk.shell(&format!("script -qec '{environment} {} show last' /dev/null", common::vcm())).out
    };
    assert!(shown("").contains('\u{1b}'));
    assert!(!shown("NO_COLOR=1").contains('\u{1b}'));
}

#[test]
fn the_installation_looks_after_itself() {
    let desk = Desk::new();
    assert!(desk.ok(&["migrate", "--show"]).out.contains("no database yet"));
    assert!(!desk.database().exists());
    assert!(desk.ok(&["migrate"]).out.contains("brought to version"));
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    assert!(desk.ok(&["audit", "verify"]).out.contains("chain holds"));
    let doctor = desk.ok(&["doctor"]);
    for check in ["database", "audit", "fonts", "time zones"] {
        assert!(doctor.out.contains(check), "{doctor:?}");
    }
    assert!(!doctor.out.contains('✗'), "{doctor:?}");
    for shell in ["bash", "zsh", "fish"] {
        assert!(desk.ok(&["completions", shell]).out.contains("vcm"));
    }
    for of in ["brief", "kit"] {
        let schema: serde_json::Value = serde_json::from_str(&desk.ok(&["schema", of]).out).unwrap();
        assert!(schema["properties"].is_object());
    }
}

#[test]
fn an_audit_entry_that_was_taken_out_is_found() {
    let desk = Desk::new();
    desk.ok(&["run", &small_brief(), "--progress", "none", "--approve", "--out", "kit"]);
    let connection = desk.connect();
    let triggers: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE '%audit%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for trigger in triggers {
        connection.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    let table: String = connection
        .query_row("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'audit%'", [], |row| row.get(0))
        .unwrap();
    assert!(connection.execute(&format!("DELETE FROM {table} WHERE rowid = 2"), []).unwrap() > 0);
    drop(connection);
    failed(&desk.vcm(&["audit", "verify"]), "data_corrupt");
    assert_eq!(desk.vcm(&["doctor"]).code, 1);
}

#[test]
fn an_edit_is_shown_learned_and_forgotten() {
    let desk = Desk::new();
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    let kit: serde_json::Value = serde_json::from_str(&desk.ok(&["show", "last", "--json"]).out).unwrap();
    let key = kit["content"]["copies"][0]["key"].as_str().unwrap().to_owned();
    assert!(kit["voice"]["copies"].as_array().unwrap().len() == kit["content"]["copies"].as_array().unwrap().len());

    // Without a text and a terminal it says what to give, and changes nothing.
    failed(&desk.vcm(&["edit", "last", &key]), "invalid_input");
    failed(&desk.vcm(&["edit", "last", "no-such-copy", "--title", "x"]), "not_found");
    failed(&desk.vcm(&["edit", "last", &key, "--part", "99", "--text", "new.txt"]), "io");
    std::fs::write(desk.path("new.txt"), "A new text. It stands alone.\n").unwrap();
    failed(&desk.vcm(&["edit", "last", &key, "--part", "99", "--text", "new.txt"]), "invalid_input");

    let edited = desk.ok(&["edit", "last", &key, "--text", "new.txt", "--hashtags", "", "--why", "plainer"]);
    for shown in [
        "is changed",
        "A new text. It stands alone.",
        "hook ",
        "voice ",
        "without a source:",
        "learned   edit-",
        "vcm resume",
    ] {
        assert!(edited.out.contains(shown), "{shown}: {edited:?}");
    }
    let listed = desk.ok(&["voice", "list"]);
    assert!(listed.out.starts_with("edit-") && listed.out.contains("plainer"), "{listed:?}");
    let [one] = &json_lines(&desk.ok(&["voice", "list", "--json"]).out)[..] else { panic!("one edit") };
    let id = one["id"].as_str().unwrap().to_owned();
    assert!(desk.ok(&["voice", "show", &id]).out.contains("A new text."));
    desk.ok(&["voice", "forget", &id]);
    failed(&desk.vcm(&["voice", "show", &id]), "not_found");
    assert!(desk.ok(&["voice", "forget", "--all"]).out.contains("nothing to forget"));
    desk.ok(&["resume", "last", "--progress", "none"]);
    desk.ok(&["replay", "last"]);
}
