//! The phrase stock. Frames ask, point or arrange; none of them states a fact, praises or counts what the brief does not.
//!
//! [`pairs`], [`lists`] and [`singles`] hold hooks for archetypes, [`open`] hooks for any of them, [`ends`] calls to action and
//! closing questions, [`joins`] what stands between facts. Next: [`super::hooks`].

pub(super) mod ends;
pub(super) mod joins;
pub(super) mod lists;
pub(super) mod open;
pub(super) mod pairs;
pub(super) mod singles;
pub(super) mod titles;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use vcm_core::{angles::Archetype, brief::GoalKind};

    use super::{ends, joins, lists, open, pairs, singles, titles};

    fn every_frame() -> Vec<&'static str> {
        let rows = [
            pairs::MYTH,
            pairs::CONTRARIAN,
            pairs::OBJECTION,
            pairs::BEFORE,
            pairs::VERSUS,
            pairs::SIDE_BY_SIDE,
            lists::HOW_TO,
            lists::LIST,
            lists::STORY,
            lists::BEHIND,
            lists::QUESTION,
            singles::ANNOUNCEMENT,
            singles::PROOF,
            singles::DATA_POINT,
            singles::QUOTE,
            singles::PROBLEM,
            singles::OFFER,
            singles::SEASONAL,
            singles::TREND,
            open::TOPIC,
            open::WANT,
            open::PRODUCT,
        ];
        let plain = [
            ends::READ,
            ends::POINT,
            ends::BIO,
            ends::KEEP,
            ends::PIN,
            ends::ASK,
            joins::FURTHER,
            joins::ANSWER,
            joins::FACT,
            joins::NOW,
            joins::DOES,
            titles::SHORTS,
            titles::PINS,
            titles::PLAIN,
        ];
        let goals = [GoalKind::Signups, GoalKind::Sales, GoalKind::Community];
        let archetypes = [Archetype::HowTo, Archetype::Story, Archetype::List, Archetype::Myth, Archetype::Objection];
        rows.into_iter()
            .flatten()
            .flat_map(|stock| stock.frames.iter())
            .chain(plain.into_iter().flatten())
            .chain(goals.into_iter().flat_map(ends::linked))
            .chain(archetypes.into_iter().flat_map(ends::own_questions))
            .chain(archetypes.into_iter().flat_map(titles::own))
            .copied()
            .collect()
    }

    #[test]
    fn slots_are_closed_and_known() {
        let known: BTreeSet<&str> = [
            "product",
            "category",
            "audience",
            "pain",
            "pain_gerund",
            "want",
            "want3",
            "does",
            "topic",
            "subject",
            "figure",
            "belief",
            "belief_bare",
            "doubt",
            "before",
            "before_undated",
            "when",
            "n",
            "until",
            "label",
            "readable",
            "speaker",
            "trend",
            "we",
            "us",
            "we'd",
        ]
        .into();
        for frame in every_frame() {
            for piece in frame.split('{').skip(1) {
                let (slot, _) = piece.split_once('}').unwrap_or_else(|| panic!("open slot: {frame}"));
                assert!(slot.contains('|') || known.contains(slot.to_lowercase().as_str()), "{slot} in {frame}");
            }
        }
    }

    #[test]
    fn frames_praise_nothing_and_use_no_cliches() {
        const WORDS: &[&str] = &[
            "best",
            "amazing",
            "incredible",
            "ultimate",
            "game-changer",
            "game changer",
            "unlock",
            "dive in",
            "everyone loves",
            "thrilled",
            "excited",
            "revolution",
            "seamless",
            "fast-paced",
            "leverage",
            "elevate",
            "supercharge",
            "must-have",
            "—",
            "!",
            "never before",
            "guaranteed",
            "#1",
            "insane",
        ];
        for frame in every_frame() {
            let lower = frame.to_lowercase();
            assert!(WORDS.iter().all(|word| !lower.contains(word)), "{frame}");
        }
    }
}
