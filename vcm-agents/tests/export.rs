//! The kit as files: the same bytes every time, safe to open, and whole when read back.

#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests may panic")]

mod fixtures;

use std::{fs, io::Cursor, path::Path};

use fixtures::{HOSTILE, kit};
use vcm_agents::export::{CHECKSUMS, KitFiles, RenderOptions, read_kit, write_directory, write_zip};
use vcm_core::{ErrorKind, hash::ContentHash, kit::KitStatus};

fn files(status: KitStatus) -> KitFiles {
    KitFiles::new(&kit(status), &RenderOptions::default()).expect("files")
}

fn text(files: &KitFiles, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("{path} is missing")).to_vec()).expect("text")
}

#[test]
fn every_file_of_the_kit_is_there() {
    let files = files(KitStatus::Approved);
    for path in [
        "kit.json",
        "schedule.csv",
        "schedule.ics",
        "hashtags.csv",
        "experiments.json",
        "report.html",
        CHECKSUMS,
        "copy/x.md",
        "copy/mastodon.md",
        "assets/card-x-angle-1-a.png",
        "assets/storyboard-tiktok-angle-1-v2.json",
        "assets/storyboard-tiktok-angle-1-v2.png",
    ] {
        assert!(files.get(path).is_some(), "{path}");
    }
    assert!(files.get("report.html").expect("a report").len() < 2_000_000);
}

#[test]
fn the_same_kit_gives_the_same_zip() {
    let zip = || write_zip(&files(KitStatus::Approved), Cursor::new(Vec::new())).expect("a ZIP").into_inner();
    assert_eq!(ContentHash::of_bytes(&zip()), ContentHash::of_bytes(&zip()));
}

#[test]
fn checksums_name_every_other_file() {
    let files = files(KitStatus::Approved);
    let listed = text(&files, CHECKSUMS);
    assert_eq!(listed.lines().count(), files.iter().count() - 1);
    for line in listed.lines() {
        let (hash, path) = line.split_once("  ").expect("hash and path");
        assert_eq!(ContentHash::of_bytes(files.get(path).expect("a file")).0, hash, "{path}");
    }
}

#[test]
fn a_kit_reads_back_from_folder_zip_and_json() {
    let kit = kit(KitStatus::Approved);
    let folder = tempfile::tempdir().expect("a folder");
    let files = files(KitStatus::Approved);
    write_directory(&files, folder.path()).expect("written");
    let zip = folder.path().join("kit.zip");
    write_zip(&files, fs::File::create(&zip).expect("a file")).expect("a ZIP");
    for path in [folder.path(), &zip, &folder.path().join("kit.json")] {
        assert_eq!(read_kit(path).expect("a kit"), kit, "{}", path.display());
    }
}

#[test]
fn a_changed_or_unfinished_kit_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    write_directory(&files(KitStatus::Approved), folder.path()).expect("written");
    let csv = folder.path().join("schedule.csv");
    let before = fs::read(&csv).expect("read");
    fs::write(&csv, "changed").expect("written");
    assert_eq!(read_kit(folder.path()).expect_err("refused").kind(), ErrorKind::DataCorrupt);
    fs::write(&csv, before).expect("written");
    let json = folder.path().join("kit.json");
    let edited = fs::read_to_string(&json).expect("read").replace("Three commands", "Four commands");
    let elsewhere = folder.path().join("edited.json");
    fs::write(&elsewhere, edited).expect("written");
    assert_eq!(read_kit(&elsewhere).expect_err("refused").kind(), ErrorKind::DataCorrupt);
    let newer = fs::read_to_string(&json).expect("read").replacen("\"format\": 1", "\"format\": 99", 1);
    fs::write(&elsewhere, newer).expect("written");
    assert_eq!(read_kit(&elsewhere).expect_err("refused").kind(), ErrorKind::SchemaTooNew);
    fs::remove_file(folder.path().join(CHECKSUMS)).expect("removed");
    assert_eq!(read_kit(folder.path()).expect_err("refused").kind(), ErrorKind::DataCorrupt);
}

#[test]
fn a_hostile_zip_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["../escape", "/absolute", "a\\b", "deep/er/and/deeper"] {
        let path = folder.path().join("hostile.zip");
        let mut archive = zip::ZipWriter::new(fs::File::create(&path).expect("a file"));
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        archive.finish().expect("a ZIP");
        assert_eq!(read_kit(&path).expect_err(name).kind(), ErrorKind::DataCorrupt, "{name}");
    }
}

#[test]
fn a_new_kit_replaces_the_old_and_leaves_other_files_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let outside = folder.path().join("outside.txt");
    fs::write(&outside, "mine").expect("written");
    let kit_folder = folder.path().join("kit");
    write_directory(&files(KitStatus::Draft), &kit_folder).expect("written");
    fs::write(kit_folder.join("notes.txt"), "mine").expect("written");
    let listed = fs::read_to_string(kit_folder.join(CHECKSUMS)).expect("read");
    fs::write(kit_folder.join(CHECKSUMS), format!("{listed}00  ../outside.txt\n")).expect("written");
    let without_images = KitFiles::new(&kit(KitStatus::Approved), &RenderOptions { images: false }).expect("files");
    write_directory(&without_images, &kit_folder).expect("written");
    assert!(!kit_folder.join("assets/card-x-angle-1-a.png").exists());
    assert!(outside.exists() && kit_folder.join("notes.txt").exists());
    read_kit(&kit_folder).expect("a kit");
}

#[test]
fn a_file_where_the_folder_should_be_is_a_clear_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = folder.path().join("taken");
    fs::write(&taken, "").expect("written");
    let error = write_directory(&files(KitStatus::Draft), &taken).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(error.to_string().contains("taken"), "{error}");
    assert_eq!(read_kit(Path::new("no/such/kit")).expect_err("refused").kind(), ErrorKind::Io);
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_folder_is_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("assets")).expect("a link");
    let error = write_directory(&files(KitStatus::Draft), folder.path()).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::Io);
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
}

#[test]
fn no_text_becomes_markup_in_the_report() {
    let page = text(&files(KitStatus::Draft), "report.html");
    for forbidden in ["<script", "<img src=x", "<b>How", "uv 0.5 <launch>"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    assert!(page.contains("{{ 7 * 7 }}"), "text is data, not a template");
    assert!(page.contains("&lt;script&gt;"));
    assert!(page.contains("<mark"));
    assert!(!page.contains("http://") && !page.contains("src=\"http"));
}

#[test]
fn no_cell_of_the_schedule_runs() {
    let csv = files(KitStatus::Draft);
    let mut reader = csv::Reader::from_reader(csv.get("schedule.csv").expect("a table"));
    let mut rows = 0;
    for record in reader.records() {
        rows += 1;
        for cell in &record.expect("a record") {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || cell.parse::<f64>().is_ok(), "{cell:?}");
        }
    }
    assert_eq!(rows, 9);
}

#[test]
fn a_calendar_reads_the_schedule() {
    let calendar = text(&files(KitStatus::Draft), "schedule.ics");
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(!line.contains(['\n', '\r']), "{line:?}");
    }
    let unfolded = calendar.replace("\r\n ", "");
    let count = |wanted: &str| unfolded.split("\r\n").filter(|line| line.starts_with(wanted)).count();
    assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT"), count("UID:"), count("STATUS:TENTATIVE")), (8, 8, 8, 8));
    assert_eq!(count("UID:forged"), 0);
    assert_eq!(count("DTSTAMP:20261122T080000Z"), 8);
}

#[test]
fn drafts_say_so_everywhere() {
    let (draft, approved) = (files(KitStatus::Draft), files(KitStatus::Approved));
    for (path, mark) in [
        ("report.html", "Draft. Not approved"),
        ("copy/x.md", "DRAFT"),
        ("schedule.ics", "STATUS:TENTATIVE"),
        ("schedule.csv", "draft,"),
        ("kit.json", "\"status\": \"draft\""),
    ] {
        assert!(text(&draft, path).contains(mark), "{path}");
        assert!(!text(&approved, path).contains(mark), "{path}");
    }
    assert_eq!(HOSTILE.len(), kit(KitStatus::Draft).content.copies.len());
}
