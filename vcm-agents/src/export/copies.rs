//! Copy as Markdown, one file a platform, ready to be pasted.

use std::{collections::BTreeMap, fmt::Write};

use vcm_core::{
    copy::Copy,
    kit::{Kit, KitStatus},
    platform::Platform,
};

use super::{hooks, tables::code, voice};

/// `copy/<platform>.md` for every platform that has copy.
pub(super) fn markdown_files(kit: &Kit) -> Vec<(String, Vec<u8>)> {
    let mut platforms: BTreeMap<Platform, Vec<&Copy>> = BTreeMap::new();
    for copy in &kit.content.copies {
        platforms.entry(copy.platform).or_default().push(copy);
    }
    let written = |(platform, copies): (Platform, Vec<&Copy>)| {
        (format!("copy/{platform}.md"), markdown(kit, platform, &copies).into_bytes())
    };
    platforms.into_iter().map(written).collect()
}

fn markdown(kit: &Kit, platform: Platform, copies: &[&Copy]) -> String {
    let draft = kit.status == KitStatus::Draft;
    let mut page =
        format!("# {}{}: {}\n", if draft { "DRAFT · " } else { "" }, platform.label(), inline(&kit.content.brief.name));
    if draft {
        page.push_str("\n> DRAFT: not approved. Do not publish.\n");
    }
    if let Some(reading) = &kit.voice {
        for line in voice::kit_in_words(reading, &kit.content.brief.voice.rules) {
            let _ = write!(page, "\n- {}", inline(&line));
        }
        page.push('\n');
    }
    for copy in copies {
        let angle = kit.content.angles.iter().find(|angle| angle.key == copy.angle);
        // Writing to a String cannot fail.
        let _ = write!(page, "\n## {}\n\n", inline(&copy.key));
        if let Some(angle) = angle {
            let _ = writeln!(page, "- Angle: {}", inline(&angle.title));
        }
        let _ = writeln!(page, "- Format: {}", code(&copy.format));
        for entry in kit.content.schedule.entries.iter().filter(|entry| entry.copy == copy.key) {
            let _ = writeln!(
                page,
                "- Goes out: {} ({})",
                inline(&entry.local),
                inline(&kit.content.brief.schedule.time_zone)
            );
        }
        for (factor, level) in &copy.factors {
            let _ = writeln!(page, "- {}: {}", code(factor), inline(level));
        }
        if let Some(title) = &copy.title {
            let _ = writeln!(page, "- Title: {}", inline(title));
        }
        if let Some(alt_text) = &copy.alt_text {
            let _ = writeln!(page, "- Alt text: {}", inline(alt_text));
        }
        if let Some(reading) = kit.hooks.iter().find(|reading| reading.copy == copy.key) {
            let _ = writeln!(page, "- Hook score: {}", inline(&hooks::in_words(&reading.score)));
        }
        let reading = kit.voice.iter().flat_map(|voice| &voice.copies).find(|reading| reading.copy == copy.key);
        if let Some(reading) = reading {
            let _ = writeln!(page, "- Voice score: {}", inline(&voice::in_words(reading)));
        }
        for asset in kit.content.assets.iter().filter(|asset| asset.copy == copy.key) {
            for path in super::picture_paths(asset) {
                let _ = writeln!(page, "- Visual: ../{path}");
            }
        }
        let parts = copy.published_parts();
        for (index, part) in parts.iter().enumerate() {
            if parts.len() > 1 {
                let _ = write!(page, "\n### Part {} of {}\n", index + 1, parts.len());
            }
            let fence = fence(part);
            let _ = write!(page, "\n{fence}text\n{}\n{fence}\n", part.trim_end());
        }
    }
    page
}

/// A code fence longer than any run of back-ticks in the text: what is inside is text, whatever it looks like.
fn fence(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

/// Text within a line, with everything that Markdown or HTML would act on escaped.
fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '!' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_escapes_from_its_place() {
        assert_eq!(inline("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(inline("a\n# b [x](javascript:1)"), "a \\# b \\[x\\](javascript:1)");
        assert_eq!(fence("```` four"), "`````");
        assert_eq!(fence("none"), "```");
    }
}
