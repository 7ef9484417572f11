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

#[cfg(unix)]
#[test]
fn a_kit_that_reaches_outside_through_a_link_is_refused() {
    let (folder, elsewhere) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write_directory(&files(KitStatus::Approved), folder.path()).expect("written");
    let (assets, moved) = (folder.path().join("assets"), elsewhere.path().join("assets"));
    fs::rename(&assets, &moved).expect("moved");
    std::os::unix::fs::symlink(&moved, &assets).expect("a link");
    assert_eq!(read_kit(folder.path()).expect_err("a linked folder").kind(), ErrorKind::DataCorrupt);
    fs::remove_file(&assets).expect("removed");
    fs::rename(&moved, &assets).expect("moved back");
    read_kit(folder.path()).expect("whole again");
    let (csv, moved) = (folder.path().join("schedule.csv"), elsewhere.path().join("schedule.csv"));
    fs::rename(&csv, &moved).expect("moved");
    std::os::unix::fs::symlink(&moved, &csv).expect("a link");
    assert_eq!(read_kit(folder.path()).expect_err("a linked file").kind(), ErrorKind::DataCorrupt);
}

#[cfg(target_os = "linux")]
#[test]
fn no_permission_and_no_space_are_errors_that_name_the_place() {
    // `/proc` refuses new folders to everybody; `/dev/full` is a device whose disk is always full.
    let error = write_directory(&files(KitStatus::Draft), Path::new("/proc/kit")).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(error.to_string().contains("/proc/kit"), "{error}");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let error = write_zip(&files(KitStatus::Draft), full).expect_err("no space");
    assert_eq!(error.kind(), ErrorKind::Io);
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
fn a_calendar_program_parses_the_schedule() {
    use icalendar::{Calendar, CalendarComponent, Component};
    let kit = kit(KitStatus::Approved);
    let calendar: Calendar = text(&files(KitStatus::Approved), "schedule.ics").parse().expect("RFC 5545");
    let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
    assert_eq!(events.len(), kit.content.schedule.entries.len());
    for (event, entry) in events.iter().zip(&kit.content.schedule.entries) {
        let starts = event.property_value("DTSTART").expect("a start").parse::<jiff::Timestamp>().expect("a time");
        assert_eq!(starts, entry.at);
        let copy = kit.content.copies.iter().find(|copy| copy.key == entry.copy).expect("its copy");
        let first = copy.full_text().split_whitespace().next().unwrap_or_default().to_owned();
        let description = event.get_description().expect("a description");
        assert!(description.contains(&first) && description.contains(&entry.copy), "{description}");
        assert!(event.get_uid().is_some() && event.get_summary().is_some());
    }
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
