//! Storyboards as files: the plan as JSON, the captions as SRT. The contact sheet is drawn with the other pictures. Next:
//! `write`.

use std::fmt::Write;

use vcm_core::{
    Result,
    visuals::{Caption, Storyboard},
};

use super::pretty_json;

/// Paths and bytes of a storyboard called `name`; no captions, no SRT file.
pub(super) fn files(name: &str, storyboard: &Storyboard) -> Result<Vec<(String, Vec<u8>)>> {
    let mut made = vec![(format!("assets/{name}.json"), pretty_json(storyboard)?)];
    let captions = srt(storyboard);
    if !captions.is_empty() {
        made.push((format!("assets/{name}.srt"), captions.into_bytes()));
    }
    Ok(made)
}

/// The captions of all shots as SubRip text (UTF-8, lines end in LF): number, time span, one or two lines, an empty line.
/// A caption that begins before the last one ends begins with its end; one without text or time is left out.
pub(crate) fn srt(storyboard: &Storyboard) -> String {
    let mut captions: Vec<&Caption> = storyboard.shots.iter().flat_map(|shot| &shot.captions).collect();
    captions.sort_by_key(|caption| caption.start_ms);
    let mut text = String::new();
    let (mut number, mut free_ms) = (0, 0);
    for caption in captions {
        let start_ms = caption.start_ms.max(free_ms);
        let lines: Vec<String> = caption.text.lines().map(plain).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || start_ms >= caption.end_ms {
            continue;
        }
        number += 1;
        free_ms = caption.end_ms;
        // Writing to a String cannot fail.
        let _ = write!(text, "{number}\n{} --> {}\n{}\n\n", stamp(start_ms), stamp(caption.end_ms), lines.join("\n"));
    }
    text
}

/// A line without what a reader would take for a time span.
fn plain(line: &str) -> String {
    let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.replace("-->", "→").trim().to_owned()
}

fn stamp(milliseconds: u32) -> String {
    let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000);
    format!("{:02}:{:02}:{:02},{rest:03}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
pub(crate) mod tests {
    use vcm_core::testing::fixtures;

    use super::*;
    use vcm_core::visuals::AssetContent;

    /// Start, end and lines.
    pub(crate) type Read = (u32, u32, Vec<String>);

    /// Reads SubRip text and takes nothing that is not exactly so.
    pub(crate) fn read_srt(text: &str) -> std::result::Result<Vec<Read>, String> {
        let time = |text: &str| -> std::result::Result<u32, String> {
            let parts: Vec<&str> = text.split([':', ',']).collect();
            let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
            let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
            match (widths.as_slice(), numbers.as_slice()) {
                ([2, 2, 2, 3], [h, m, s, ms]) if *m < 60 && *s < 60 => Ok(((h * 60 + m) * 60 + s) * 1_000 + ms),
                _ => Err(format!("not a time: {text:?}")),
            }
        };
        let mut read = Vec::new();
        if text.is_empty() {
            return Ok(read);
        }
        let body = text.strip_suffix("\n\n").ok_or("no empty line at the end")?;
        for (index, block) in body.split("\n\n").enumerate() {
            let mut lines = block.lines();
            if lines.next() != Some((index + 1).to_string().as_str()) {
                return Err(format!("not numbered {}: {block:?}", index + 1));
            }
            let (start, end) = lines.next().and_then(|line| line.split_once(" --> ")).ok_or("no time span")?;
            let lines: Vec<String> = lines.map(str::to_owned).collect();
            if lines.is_empty()
                || lines.iter().any(|line| line.trim() != line || line.is_empty() || line.contains("-->"))
            {
                return Err(format!("no text: {block:?}"));
            }
            read.push((time(start)?, time(end)?, lines));
        }
        Ok(read)
    }

    fn storyboard(captions: &[(u32, u32, &str)]) -> Storyboard {
        let AssetContent::Storyboard(mut board) = fixtures::storyboard("x").content else { unreachable!() };
        board.shots[0].captions = captions
            .iter()
            .map(|(start_ms, end_ms, text)| Caption { start_ms: *start_ms, end_ms: *end_ms, text: (*text).into() })
            .collect();
        board
    }

    #[test]
    fn captions_are_numbered_and_timed() {
        let board = storyboard(&[(0, 1_500, "One line"), (3_600_000 + 61_002, 3_665_000, "Two\nlines")]);
        assert_eq!(
            srt(&board),
            "1\n00:00:00,000 --> 00:00:01,500\nOne line\n\n2\n01:01:01,002 --> 01:01:05,000\nTwo\nlines\n\n"
        );
    }

    #[test]
    fn whatever_a_writer_gives_can_be_read_back() {
        let board = storyboard(&[
            (500, 2_000, "late"),
            (0, 1_000, "early"),
            (900, 900, "no time"),
            (2_000, 3_000, "\n\n"),
            (2_000, 3_000, "a --> b\n\nc\u{7}"),
        ]);
        let read = read_srt(&srt(&board)).unwrap();
        let expected: Vec<Read> = vec![
            (0, 1_000, vec!["early".into()]),
            (1_000, 2_000, vec!["late".into()]),
            (2_000, 3_000, vec!["a → b".into(), "c".into()]),
        ];
        assert_eq!(read, expected);
        let paths: Vec<String> = files("x", &storyboard(&[])).unwrap().into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["assets/x.json"]);
    }
}
