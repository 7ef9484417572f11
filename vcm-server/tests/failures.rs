//! What goes wrong outside of vcm is told clearly, costs nothing, and leaves the database whole.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod common;

use common::{Desk, FIXED, Said, failed, small_brief};
use rstest::rstest;

#[track_caller]
fn nothing_was_created(desk: &Desk) {
    assert!(desk.campaigns().is_empty());
}

/// The same campaign goes through once the trouble is over.
#[track_caller]
fn usable_afterwards(desk: &Desk) {
    desk.ok(&["audit", "verify"]);
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    assert_eq!(desk.state(), "reviewing");
}

#[test]
fn a_broken_brief_names_every_wrong_field_and_stores_nothing() {
    let desk = Desk::new();
    let text = std::fs::read_to_string(small_brief()).unwrap();
    let broken = text.replacen("locale = ", "locale = 7 #", 1).replacen("angles = ", "angles = 9000 #", 1);
    assert_ne!(broken, text);
    let path = desk.write("broken.toml", &broken);
    let said = desk.vcm(&["run", path.to_str().unwrap(), "--out", "kit"]);
    failed(&said, "invalid_input");
    for part in ["locale", "angles", "9000", "allowed:", "broken.toml"] {
        assert!(said.err.contains(part), "{part} in {said:?}");
    }
    assert!(!desk.path("kit").exists());
    assert!(!desk.database().exists());
    nothing_was_created(&desk);
}

#[test]
fn a_syntax_error_names_its_line() {
    let desk = Desk::new();
    desk.write("broken.toml", "name = \"A name\"\nlocale = en-GB\n");
    let said = desk.vcm(&["run", "broken.toml"]);
    failed(&said, "invalid_input");
    assert!(said.err.contains("line 2") && said.err.contains("broken.toml"), "{said:?}");
}

#[test]
fn a_missing_brief_is_named() {
    let said = Desk::new().vcm(&["run", "nowhere.toml"]);
    failed(&said, "io");
    assert!(said.err.contains("nowhere.toml"), "{said:?}");
}

#[rstest]
#[case::no_such_verb(&["publish"], "publish")]
#[case::no_brief(&["run"], "BRIEF")]
#[case::no_such_option(&["run", "brief.toml", "--fast"], "--fast")]
#[case::not_a_time(&["run", "brief.toml", "--now", "yesterday"], "--now")]
#[case::not_a_platform(&["length", "--platform", "myspace"], "myspace")]
#[case::no_platform(&["length"], "--platform")]
#[case::not_a_state(&["fork", "last", "--at", "lunch"], "lunch")]
#[case::no_reason(&["reject", "last"], "--why")]
#[case::not_a_number(&["campaigns", "--limit", "0"], "--limit")]
fn bad_usage_exits_with_two_and_says_what_is_wrong(#[case] arguments: &[&str], #[case] named: &str) {
    let desk = Desk::new();
    let said = desk.vcm(arguments);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains(named) && said.err.contains("--help"), "{said:?}");
    assert!(!desk.database().exists());
}

#[rstest]
#[case::no_such_campaign(&["show", "01a204b5-e819-7034-8b73-33c1ba710277"], "not_found")]
#[case::no_campaign_yet(&["show", "last"], "not_found")]
#[case::not_an_id(&["resume", "newest"], "invalid_input")]
#[case::not_a_budget(&["resume", "last", "--budget=-1"], "not_found")]
#[case::postgres(&["--db", "postgres://user:hunter2@host/vcm", "campaigns"], "unsupported")]
#[case::no_scheme(&["--db", "vcm.db", "campaigns"], "config_invalid")]
fn what_is_not_there_is_said(#[case] arguments: &[&str], #[case] kind: &str) {
    let said = Desk::new().vcm(arguments);
    failed(&said, kind);
    assert!(!said.err.contains("hunter2"), "{said:?}");
}

#[cfg(target_os = "linux")]
#[rstest]
#[case::nobody_may_write("/proc/vcm-kit")]
#[case::below_a_file("taken/kit")]
#[case::a_file("taken")]
#[case::zip_below_a_file("taken/kit.zip")]
#[case::zip_that_is_a_folder("folder.zip")]
fn a_place_that_cannot_be_written_is_refused_before_the_run(#[case] out: &str) {
    let desk = Desk::new();
    desk.write("taken", "");
    std::fs::create_dir(desk.path("folder.zip")).unwrap();
    let said = desk.vcm(&["run", &small_brief(), "--out", out]);
    failed(&said, "io");
    assert!(said.err.contains(out.split('/').next().unwrap()), "{said:?}");
    nothing_was_created(&desk);
}

#[test]
fn a_service_that_is_not_built_in_is_unsupported() {
    let desk = Desk::new();
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    let said = desk.vcm(&["export", "last", "--to", "notion"]);
    failed(&said, "unsupported");
    assert!(!desk.path("notion").exists());
}

#[test]
fn a_database_that_somebody_else_holds_is_waited_for_then_refused() {
    let desk = Desk::new();
    desk.ok(&["campaigns"]);
    let holder = desk.connect();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let said = desk.vcm(&["run", &small_brief(), "--progress", "none"]);
    failed(&said, "store_unavailable");
    assert!(said.err.contains("locked") && said.err.contains("try again"), "{said:?}");
    holder.execute_batch("ROLLBACK").unwrap();
    nothing_was_created(&desk);
    usable_afterwards(&desk);
}

#[test]
fn a_newer_database_is_left_alone() {
    let desk = Desk::new();
    desk.ok(&["run", &small_brief(), "--progress", "none"]);
    let version = |set: Option<u32>| -> u32 {
        let connection = desk.connect();
        if let Some(version) = set {
            connection.pragma_update(None, "user_version", version).unwrap();
        }
        connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
    };
    let today = version(None);
    version(Some(9999));
    for arguments in [&["campaigns"] as &[&str], &["run", &small_brief()], &["resume", "last"], &["migrate"]] {
        let said = desk.vcm(arguments);
        failed(&said, "schema_too_new");
        assert!(said.err.contains("9999") && said.err.contains("newer release"), "{said:?}");
    }
    let shown = desk.ok(&["migrate", "--show"]);
    assert!(shown.out.contains("version 9999"), "{shown:?}");
    version(Some(today));
    assert_eq!(desk.state(), "reviewing");
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let desk = Desk::new();
    desk.write("notes.txt", "milk, bread, and nothing of a database at all\n");
    let said = desk.vcm(&["--db", "sqlite://notes.txt", "run", &small_brief()]);
    failed(&said, "config_invalid");
    assert!(said.err.contains("notes.txt"), "{said:?}");
    assert_eq!(
        std::fs::read_to_string(desk.path("notes.txt")).unwrap(),
        "milk, bread, and nothing of a database at all\n"
    );
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let desk = Desk::new();
    desk.connect().execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    failed(&desk.vcm(&["run", &small_brief()]), "config_invalid");
    let tables: u32 = desk.connect().query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1);
}

/// Files may not grow over a limit: the nearest to a full disk that needs no rights. Every limit stops the run elsewhere.
#[cfg(unix)]
#[rstest]
#[case::at_the_first_page(8)]
#[case::when_the_campaign_is_stored(160)]
#[case::in_the_middle(400)]
fn a_full_disk_stops_the_run_and_loses_nothing(#[case] blocks: u32) {
    let desk = Desk::new();
    let said = desk.shell(&format!(
        "trap '' XFSZ; ulimit -f {blocks}; exec \"$VCM\" run {} --progress none --out kit",
        small_brief()
    ));
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.starts_with("error ["), "{said:?}");
    let told = ["full", "disk", "File too large", "space"].iter().any(|part| said.err.contains(part));
    assert!(told, "{said:?}");
    // What was stored can be gone on with.
    for _ in desk.campaigns() {
        desk.ok(&["resume", "last", "--progress", "none"]);
        assert_eq!(desk.state(), "reviewing");
    }
    usable_afterwards(&desk);
}

#[cfg(target_os = "linux")]
#[rstest]
#[case::length("\"$VCM\" length --platform x <<< '{\"text\": \"a\"}' > /dev/full")]
#[case::list("\"$VCM\" campaigns > /dev/full")]
#[case::schema("\"$VCM\" schema brief > /dev/full")]
fn a_result_that_cannot_be_written_is_a_failure(#[case] script: &str) {
    let said: Said = Desk::new().shell(script);
    failed(&said, "io");
    assert!(said.err.contains("No space left"), "{said:?}");
}

#[test]
fn a_fork_needs_a_state_that_was_reached() {
    let desk = Desk::new();
    let broken = desk.write("broken.toml", "name = 1\n");
    desk.ok(&[&["run", &small_brief(), "--progress", "none"] as &[&str], &FIXED].concat());
    failed(&desk.vcm(&["fork", "last", "--at", "exported"]), "invalid_input");
    failed(&desk.vcm(&["fork", "last", "--at", "drafting", "--brief", broken.to_str().unwrap()]), "invalid_input");
    failed(&desk.vcm(&["retry", "last"]), "invalid_transition");
    failed(&desk.vcm(&["approve", "last", "--hash", "0123456789abcdef"]), "conflict");
    assert_eq!(desk.campaigns().len(), 1);
}
