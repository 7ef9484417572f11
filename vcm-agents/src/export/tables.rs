//! CSV files that are safe to open in a spreadsheet.
//!
//! A spreadsheet runs a cell as a formula when it starts with one of a few signs; such a cell gets a leading `'` (OWASP CSV
//! injection). Cells that start with `'` get one too, so that [`read_cell`] can take exactly one away. Quoting is RFC 4180.

use std::collections::BTreeMap;

use vcm_core::{
    Error, ErrorKind, Result,
    copy::Copy,
    kit::{Kit, KitStatus},
};

/// Signs that start a formula, also in their full-width forms, and the control characters that hide one.
const FORMULA_STARTS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '\''];

/// A cell that no spreadsheet runs.
fn safe_cell(text: &str) -> String {
    // White space before the sign does not stop every spreadsheet.
    let first = text.trim_start_matches(' ').chars().next();
    let risky = text.starts_with(FORMULA_STARTS) || first.is_some_and(|sign| FORMULA_STARTS.contains(&sign));
    if risky { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`safe_cell`] was given.
#[cfg(test)]
fn read_cell(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// The schedule, one post a row, in time order; posts without a slot close the table.
pub(super) fn schedule_csv(kit: &Kit) -> Result<Vec<u8>> {
    let content = &kit.content;
    let copies: BTreeMap<&str, &Copy> = content.copies.iter().map(|copy| (copy.key.as_str(), copy)).collect();
    let status = match kit.status {
        KitStatus::Draft => "draft",
        KitStatus::Approved => "approved",
    };
    let mut rows = vec![
        [
            "status",
            "at_utc",
            "at_local",
            "time_zone",
            "platform",
            "account",
            "copy",
            "format",
            "title",
            "text",
            "hashtags",
            "alt_text",
            "assets",
            "experiment",
            "score",
            "low",
            "high",
            "own_posts",
            "why",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    let about = |key: &str| {
        let copy = copies.get(key);
        let assets: Vec<String> = content
            .assets
            .iter()
            .filter(|asset| asset.copy == key)
            .map(|asset| super::picture_path(&asset.key))
            .collect();
        [
            key.to_owned(),
            copy.map(|copy| code(&copy.format)).unwrap_or_default(),
            copy.and_then(|copy| copy.title.clone()).unwrap_or_default(),
            copy.map(|copy| copy.published_parts().join("\n\n---\n\n")).unwrap_or_default(),
            copy.map(|copy| copy.hashtags.join(" ")).unwrap_or_default(),
            copy.and_then(|copy| copy.alt_text.clone()).unwrap_or_default(),
            assets.join(" "),
        ]
    };
    for entry in &content.schedule.entries {
        let mut row = vec![
            status.to_owned(),
            entry.at.to_string(),
            entry.local.clone(),
            content.brief.schedule.time_zone.clone(),
            entry.platform.to_string(),
            entry.account.clone(),
        ];
        row.extend(about(&entry.copy));
        row.push(entry.experiment.clone().unwrap_or_default());
        row.extend([entry.score, entry.low, entry.high].map(|figure| format!("{figure:.4}")));
        row.push(entry.posts.to_string());
        row.push(entry.why.join("; "));
        rows.push(row);
    }
    for unplaced in &content.schedule.unplaced {
        let platform = copies.get(unplaced.copy.as_str()).map(|copy| copy.platform.to_string()).unwrap_or_default();
        let mut row = vec!["unplaced".to_owned(), String::new(), String::new(), String::new(), platform, String::new()];
        row.extend(about(&unplaced.copy));
        row.extend(vec![String::new(); 5]);
        row.push(unplaced.reason.clone());
        rows.push(row);
    }
    table(&rows)
}

/// The hashtag ladders, one tag a row.
pub(super) fn hashtags_csv(kit: &Kit) -> Result<Vec<u8>> {
    let mut rows = vec![
        ["platform", "rank", "tag", "score", "bucket", "saturation", "confidence", "why"].map(str::to_owned).to_vec(),
    ];
    for ladder in &kit.content.hashtags {
        for (index, rung) in ladder.rungs.iter().enumerate() {
            rows.push(vec![
                ladder.platform.to_string(),
                (index + 1).to_string(),
                rung.tag.clone(),
                format!("{:.4}", rung.score),
                code(&rung.bucket),
                rung.saturation.map(|share| format!("{share:.4}")).unwrap_or_default(),
                code(&rung.confidence),
                rung.why.join("; "),
            ]);
        }
    }
    table(&rows)
}

/// The snake-case code of an enum's value.
pub(super) fn code<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

fn table(rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let failed = |error: csv::Error| {
        Error::new(ErrorKind::Unexpected, "write_csv", "the table cannot be written").caused_by(error)
    };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe_cell(cell))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Error::new(ErrorKind::Unexpected, "write_csv", error.to_string()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_cell_starts_a_formula_and_every_cell_reads_back() {
        let corpus = [
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "  =1",
            "'=1",
            "\0=1",
            "plain",
            "",
            "a,b",
            "say \"hi\"",
            "two\r\nlines",
            "=HYPERLINK(\"x\")",
        ];
        let rows: Vec<Vec<String>> = corpus.iter().map(|cell| vec![(*cell).to_owned(), "end".to_owned()]).collect();
        let bytes = table(&rows).expect("a table");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        for (given, record) in corpus.iter().zip(reader.records()) {
            let cell = record.expect("a record").get(0).expect("a cell").to_owned();
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{cell:?}");
            assert_eq!(read_cell(&cell), *given);
        }
    }

    proptest! {
        #[test]
        fn any_cell_reads_back(text in "\\PC{0,40}") {
            prop_assert_eq!(read_cell(&safe_cell(&text)).to_owned(), text);
        }
    }
}
