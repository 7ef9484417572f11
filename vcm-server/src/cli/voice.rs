//! Verbs on a copy's voice: edit a copy, and read or remove what edits have taught.

use std::{
    fmt::Write,
    io::{IsTerminal, Read},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use clap::{Args, Subcommand};
use vcm_agents::machine::{CopyEdit, EditedCopy};
use vcm_core::{
    Error, ErrorKind, Result,
    copy::Copy,
    voice::{CopyVoice, VoiceEvidence},
};

use super::{
    IdArgs,
    campaign::{not_json, open, resolve},
    jsonl::read_text,
    output::print,
    style::{Paint, command},
};

#[derive(Debug, Args)]
pub(super) struct EditArgs {
    #[command(flatten)]
    id: IdArgs,
    /// The copy's key, as the kit has it, such as x-angle-2-a.
    copy: String,
    /// The new text: a file, or - for standard input. Parts of a thread are parted by lines of three dashes. Without it an editor opens.
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Change only this part of a thread, from 1.
    #[arg(long, value_name = "N")]
    part: Option<usize>,
    /// The new title.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The new hashtags, parted by commas, without #. An empty text takes them all away.
    #[arg(long, value_name = "A,B")]
    hashtags: Option<String>,
    /// Why, at most 500 characters; kept with what the edit teaches.
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum VoiceVerb {
    /// List what edits have taught, newest first.
    List {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Show one piece of it: the texts before and after, and what changed.
    Show {
        /// Its id, as `list` prints it.
        id: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Forget one piece of it, or all. Campaigns that exist keep what they were created with.
    Forget {
        /// Its id, as `list` prints it.
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        id: Option<String>,
        /// Everything that edits have taught.
        #[arg(long)]
        all: bool,
    },
}

pub(super) async fn edit(db: &str, args: EditArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    let board = desk.board(id).await?;
    let copy = board.copies.iter().find(|copy| copy.key == args.copy);
    let copy = copy.ok_or_else(|| Error::not_found("edit", "copy", &args.copy))?;
    let parts = match &args.text {
        Some(path) => Some(new_parts(copy, args.part, &read_text(path)?)?),
        None if args.title.is_none() && args.hashtags.is_none() => {
            let old = shown(copy, args.part)?;
            Some(new_parts(copy, args.part, &in_editor(&old)?)?)
        }
        None if args.part.is_some() => {
            return Err(Error::invalid_field(
                "edit",
                "--part",
                "no --text",
                "the part's new text with --text FILE, or - for standard input",
            ));
        }
        None => None,
    };
    let hashtags = args.hashtags.as_ref().map(|tags| {
        let tags = tags.split(',').map(|tag| tag.trim().trim_start_matches('#').to_owned());
        tags.filter(|tag| !tag.is_empty()).collect()
    });
    let edit = CopyEdit { parts, title: args.title, hashtags, why: args.why };
    let done = desk.edit_copy(id, &args.copy, edit).await?;
    print(&told(&done, &command(format_args!("resume {id}")), Paint::stdout()))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn voice(db: &str, verb: VoiceVerb) -> Result<ExitCode> {
    let desk = open(db).await?;
    let text = match verb {
        VoiceVerb::List { json } => list(&desk.voice_evidence().await?, json)?,
        VoiceVerb::Show { id, json } => show(&desk.voice_evidence_of(&id).await?, json, Paint::stdout())?,
        VoiceVerb::Forget { id: Some(id), .. } => {
            let evidence = desk.forget_voice(&id).await?;
            format!("Forgotten: {} ({} of campaign {})\n", evidence.id, evidence.copy, evidence.campaign)
        }
        VoiceVerb::Forget { id: None, .. } => match desk.forget_all_voice().await? {
            0 => "There was nothing to forget.\n".to_owned(),
            1 => "Forgotten: 1 edit.\n".to_owned(),
            count => format!("Forgotten: {count} edits.\n"),
        },
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// The parts after the edit.
fn new_parts(copy: &Copy, part: Option<usize>, text: &str) -> Result<Vec<String>> {
    let text = text.replace("\r\n", "\n");
    let empty = || Error::invalid_field("edit", "--text", "an empty text", "a text of at least one character");
    let Some(part) = part else {
        let parts: Vec<String> = split(&text);
        return if parts.is_empty() { Err(empty()) } else { Ok(parts) };
    };
    let mut parts = copy.parts.clone();
    let place = part.checked_sub(1).and_then(|index| parts.get_mut(index)).ok_or_else(|| no_part(copy, part))?;
    if text.trim().is_empty() {
        return Err(empty());
    }
    text.trim().clone_into(place);
    Ok(parts)
}

fn no_part(copy: &Copy, part: usize) -> Error {
    Error::invalid_field("edit", "--part", part, format!("1 to {}, the parts of {}", copy.parts.len(), copy.key))
}

/// Parts are parted by lines of three dashes.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.lines() {
        match parts.last_mut() {
            Some(last) if line.trim_end() != "---" => {
                last.push_str(line);
                last.push('\n');
            }
            _ => parts.push(String::new()),
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn shown(copy: &Copy, part: Option<usize>) -> Result<String> {
    match part {
        None => Ok(copy.parts.join("\n---\n")),
        Some(number) => {
            let found = number.checked_sub(1).and_then(|index| copy.parts.get(index));
            found.cloned().ok_or_else(|| no_part(copy, number))
        }
    }
}

/// The text as a person leaves it in the editor that `VISUAL` or `EDITOR` names.
fn in_editor(text: &str) -> Result<String> {
    let named = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = named("VISUAL").or_else(|| named("EDITOR"));
    let terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let Some(editor) = editor.filter(|_| terminal) else {
        let allowed = "--text FILE, --text - (standard input), --title or --hashtags; on a terminal, EDITOR names an editor to open";
        return Err(Error::invalid_field("edit", "--text", "nothing", allowed));
    };
    let failed = |error: std::io::Error| Error::new(ErrorKind::Io, "edit", format!("cannot edit a text: {error}"));
    let folder = std::env::temp_dir().join(format!("vcm-edit-{}", std::process::id()));
    std::fs::create_dir(&folder).map_err(failed)?;
    let edited = edit_file(&editor, &folder.join("copy.txt"), text);
    let removed = std::fs::remove_dir_all(&folder);
    let edited = edited.map_err(failed)?;
    removed.map_err(failed)?;
    Ok(edited)
}

fn edit_file(editor: &str, file: &Path, text: &str) -> std::io::Result<String> {
    std::fs::write(file, format!("{text}\n"))?;
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = Command::new(program).args(words).arg(file).status()?;
    if !status.success() {
        return Err(std::io::Error::other(format!("{editor} ended with {status}")));
    }
    let mut edited = String::new();
    std::fs::File::open(file)?.read_to_string(&mut edited)?;
    Ok(edited)
}

/// What an edit did, in a screenful.
fn told(done: &EditedCopy, next: &str, paint: Paint) -> String {
    let mut out = String::new();
    let void = if done.approval_void { "; its approval is void" } else { "" };
    let _ = writeln!(out, "{} is changed{void}.", paint.bold(&done.after.key));
    if done.before.title != done.after.title {
        let title = |copy: &Copy| copy.title.clone().unwrap_or_else(|| "none".to_owned());
        let _ = writeln!(out, "  title     {} → {}", title(&done.before), title(&done.after));
    }
    if done.before.hashtags != done.after.hashtags {
        let tags = |copy: &Copy| if copy.hashtags.is_empty() { "none".to_owned() } else { copy.hashtags.join(", ") };
        let _ = writeln!(out, "  hashtags  {} → {}", tags(&done.before), tags(&done.after));
    }
    if done.before.parts != done.after.parts {
        for (name, copy) in [("before", &done.before), ("after", &done.after)] {
            let _ = writeln!(out, "\n{}", paint.dim(name));
            for line in copy.parts.join("\n---\n").lines() {
                let _ = writeln!(out, "  {line}");
            }
        }
        out.push('\n');
    }
    let _ = writeln!(out, "  hook      {:.2} → {:.2}", done.hook.0, done.hook.1);
    let (before, after) = &done.voice;
    let _ = writeln!(out, "  voice     {:.2} → {:.2}  (0.5 could be anybody's)", before.score, after.score);
    for difference in &after.differences {
        let _ = writeln!(out, "            {}", difference.text);
    }
    rules(&mut out, after, paint);
    if !done.without_source.is_empty() {
        let _ = writeln!(out, "  {}", paint.yellow("without a source:"));
        for sentence in &done.without_source {
            let _ = writeln!(out, "            {sentence}");
        }
    }
    if let Some(learned) = &done.learned {
        let changed: Vec<String> = learned.changed.iter().take(2).map(|one| before_after(&one.text)).collect();
        let what = if changed.is_empty() { String::new() } else { format!(": {}", changed.join("; ")) };
        let _ = writeln!(out, "  learned   {}{}", learned.id, what);
    }
    let _ = writeln!(out, "\nModerate it and ask for approval again with: {next}");
    out
}

fn rules(out: &mut String, voice: &CopyVoice, paint: Paint) {
    if voice.breaks.is_empty() {
        let _ = writeln!(out, "  rules     {}", paint.green("kept"));
    }
    for broken in &voice.breaks {
        let _ = writeln!(out, "  rules     {} {} (part {})", paint.red("broken:"), broken.message, broken.part + 1);
    }
}

fn list(evidence: &[VoiceEvidence], json: bool) -> Result<String> {
    let mut out = String::new();
    if json {
        for one in evidence {
            out.push_str(&serde_json::to_string(one).map_err(not_json)?);
            out.push('\n');
        }
        return Ok(out);
    }
    if evidence.is_empty() {
        out.push_str("Nothing was learned yet. Edit a copy with: vcm edit CAMPAIGN COPY\n");
    }
    for one in evidence {
        let what = one.why.clone().or_else(|| one.changed.first().map(|first| before_after(&first.text)));
        let what = what.unwrap_or_else(|| "other words".to_owned());
        let day = one.at.to_zoned(jiff::tz::TimeZone::UTC).date();
        let _ = writeln!(out, "{}  {day}  {:<9}  {}  {what}", one.id, one.platform.as_str(), one.copy);
    }
    Ok(out)
}

fn show(evidence: &VoiceEvidence, json: bool, paint: Paint) -> Result<String> {
    if json {
        return Ok(serde_json::to_string_pretty(evidence).map_err(not_json)? + "\n");
    }
    let mut out = String::new();
    let _ = writeln!(out, "{}  {} of campaign {}", paint.bold(&evidence.id), evidence.copy, evidence.campaign);
    let account = evidence.account.as_ref().map_or_else(String::new, |account| format!(", account {account}"));
    let _ = writeln!(out, "  {}{account}, {}, {}", evidence.platform.label(), evidence.language.code(), evidence.at);
    if let Some(why) = &evidence.why {
        let _ = writeln!(out, "  why: {why}");
    }
    for (name, text) in [("before", &evidence.before), ("after", &evidence.after)] {
        let _ = writeln!(out, "\n{}", paint.dim(name));
        for line in text.lines() {
            let _ = writeln!(out, "  {line}");
        }
    }
    out.push('\n');
    if evidence.changed.is_empty() {
        out.push_str("Only words changed, not the way they are said.\n");
    }
    for changed in &evidence.changed {
        let _ = writeln!(out, "- {}", before_after(&changed.text));
    }
    Ok(out)
}

/// What an edit changed stands as a difference from what was: "asked" is what was before.
fn before_after(text: &str) -> String {
    text.replace(", asked ", ", before ")
}
