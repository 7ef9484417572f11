//! Counts what readers answered: shares of as is, light and no; errors; wins over the model and over people.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use super::{
    Outcome,
    sheets::{Key, Source},
};

/// Marks of posts in one group.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Marks {
    as_is: u32,
    light: u32,
    no: u32,
    errors: u32,
}

/// Picks: how often ours was taken where the other stood beside it, and how often the other was.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Picks {
    ours: u32,
    other: u32,
    third: u32,
}

#[derive(Debug, Default)]
struct Counts {
    marks: BTreeMap<String, Marks>,
    picks: BTreeMap<String, Picks>,
}

/// The tables as Markdown.
pub(crate) fn table(key: &Path, answers: &[String]) -> Outcome<String> {
    let key: BTreeMap<String, Key> = serde_json::from_str(&fs::read_to_string(key)?)?;
    let mut counts = Counts::default();
    let mut unread = Vec::new();
    for file in answers {
        for line in fs::read_to_string(file)?.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if count(&key, line, &mut counts).is_none() {
                unread.push(line.to_owned());
            }
        }
    }
    Ok(print(&counts, &unread))
}

/// One answer; `None` when it is none.
fn count(key: &BTreeMap<String, Key>, line: &str, counts: &mut Counts) -> Option<()> {
    let mut words = line.split_whitespace();
    let entry = key.get(words.next()?)?;
    let (what, answer) = (words.next()?, words.next()?);
    if what == "PICK" {
        let letter = answer.chars().next().filter(|letter| answer.len() == 1 && letter.is_ascii_uppercase())?;
        let taken = *entry.pick.get(letter as usize - 'A' as usize)?;
        for other in entry.pick.iter().filter(|source| **source != Source::Ours) {
            let groups =
                [format!("{other:?}, all").to_lowercase(), format!("{other:?}, {}", entry.language).to_lowercase()];
            for group in groups {
                let picks = counts.picks.entry(group).or_default();
                *(if taken == Source::Ours {
                    &mut picks.ours
                } else if taken == *other {
                    &mut picks.other
                } else {
                    &mut picks.third
                }) += 1;
            }
        }
        return Some(());
    }
    let number: usize = what.strip_prefix('P')?.parse().ok()?;
    let (_, platform) = entry.posts.get(number.checked_sub(1)?)?;
    if !["as_is", "light", "no"].contains(&answer) {
        return None;
    }
    let error = words.next().is_some_and(|word| word.starts_with("ERROR"));
    for group in ["all".to_owned(), format!("language {}", entry.language), format!("platform {platform}")] {
        let marks = counts.marks.entry(group).or_default();
        match answer {
            "as_is" => marks.as_is += 1,
            "light" => marks.light += 1,
            _ => marks.no += 1,
        }
        marks.errors += u32::from(error);
    }
    Some(())
}

fn print(counts: &Counts, unread: &[String]) -> String {
    let share = |part: u32, all: u32| format!("{:.0} %", 100.0 * f64::from(part) / f64::from(all.max(1)));
    let mut text = String::from(
        "| posts | marked | as is | light | no | at most light | errors |\n|---|---|---|---|---|---|---|\n",
    );
    for (group, marks) in &counts.marks {
        let all = marks.as_is + marks.light + marks.no;
        let _ = writeln!(
            text,
            "| {group} | {all} | {} | {} | {} | {} | {} |",
            share(marks.as_is, all),
            share(marks.light, all),
            share(marks.no, all),
            share(marks.as_is + marks.light, all),
            marks.errors
        );
    }
    text.push_str(
        "\n| ours against | picks | ours | the other | the third | ours, of the two |\n|---|---|---|---|---|---|\n",
    );
    for (group, picks) in &counts.picks {
        let all = picks.ours + picks.other + picks.third;
        let of_two = share(picks.ours, picks.ours + picks.other);
        let _ = writeln!(
            text,
            "| {group} | {all} | {} | {} | {} | {of_two} |",
            share(picks.ours, all),
            share(picks.other, all),
            share(picks.third, all)
        );
    }
    if !unread.is_empty() {
        let _ = writeln!(text, "\n{} lines are no answers:\n{}", unread.len(), unread.join("\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use vcm_core::platform::Platform;

    use super::*;

    #[test]
    fn answers_are_counted_and_the_rest_is_named() {
        let entry = Key {
            language: "en".into(),
            posts: vec![("x-angle-1-a".into(), Platform::X), ("facebook-angle-2-a".into(), Platform::Facebook)],
            pick: vec![Source::Model, Source::Ours, Source::People],
            pick_platform: Some(Platform::Facebook),
        };
        let key = BTreeMap::from([("galaxy".to_owned(), entry)]);
        let mut counts = Counts::default();
        for line in
            ["galaxy P1 as_is good hook", "galaxy P2 no ERROR it says 40", "galaxy PICK B clear", "galaxy PICK C dull"]
        {
            assert_eq!(count(&key, line, &mut counts), Some(()), "{line}");
        }
        for line in ["galaxy P3 as_is", "moon P1 as_is", "galaxy P1 fine", "galaxy PICK D", "Here are my answers"] {
            assert_eq!(count(&key, line, &mut counts), None, "{line}");
        }
        assert_eq!(counts.marks["all"], Marks { as_is: 1, light: 0, no: 1, errors: 1 });
        assert_eq!(counts.picks["model, all"], Picks { ours: 1, other: 0, third: 1 });
        assert_eq!(counts.picks["people, en"], Picks { ours: 1, other: 1, third: 0 });
    }
}
