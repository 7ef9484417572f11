//! What happens in a shot: a scene that two people with a phone can film and that fits what is said. Next: [`super::phrases`].

use vcm_core::visuals::ShotKind;

use super::{
    super::language::Grammar,
    beats::{Beat, Role},
    phrases::{Phrases, Scene, Units},
    speech::spoken_words,
};

/// Heaviest thing that hands lift in a picture, and longest thing that two people span with a tape, in units of the figure.
const MOST_WEIGHT: f64 = 30.0;
const MOST_LENGTH: f64 = 30.0;
/// Most sticky notes that anyone puts on a wall, and most money that anyone lays on a table.
const MOST_NOTES: f64 = 30.0;
const MOST_MONEY: f64 = 300.0;

/// Chooses scenes so that no two shots in a row look the same.
pub(super) struct Director<'a> {
    pub(super) phrases: &'static Phrases,
    /// Rules of the language.
    pub(super) grammar: &'static dyn Grammar,
    /// Label of the link.
    pub(super) label: Option<String>,
    /// Extra footage, for shots without words.
    pub(super) footage: &'a [String],
    /// Rotates through the scenes; from the seed.
    pub(super) turn: usize,
    /// The kind of the shot before.
    pub(super) before: Option<ShotKind>,
    /// Steps are done on a screen.
    on_screen: bool,
    used: Vec<&'static str>,
    pauses: usize,
}

impl<'a> Director<'a> {
    pub(super) fn new(
        (phrases, grammar): (&'static Phrases, &'static dyn Grammar),
        label: Option<String>,
        footage: &'a [String],
        turn: usize,
    ) -> Self {
        Self { phrases, grammar, label, footage, turn, before: None, on_screen: false, used: Vec::new(), pauses: 0 }
    }

    /// Reads what will be told: where the first step or half of them are done on a screen, all are.
    pub(super) fn prepared<'b>(mut self, told: impl Iterator<Item = &'b Beat>) -> Self {
        let steps: Vec<bool> = told
            .filter(|beat| beat.role == Role::Step)
            .map(|beat| beat.has_code || is_on_screen(&beat.said, &self.phrases.units))
            .collect();
        let on_screen = steps.iter().filter(|on_screen| **on_screen).count();
        self.on_screen = steps.first().is_some_and(|first| *first) || 2 * on_screen > steps.len();
        self
    }

    /// Kind, framing and action of the next shot.
    pub(super) fn direct(&mut self, beat: &Beat) -> (ShotKind, String, String) {
        let scenes = self.scenes(beat);
        let filled: Vec<(Scene, String)> =
            scenes.iter().filter_map(|scene| Some((*scene, self.fill(scene.action, beat)?))).collect();
        let turn = self.turn;
        let rated = filled.iter().enumerate().min_by_key(|(at, (scene, _))| {
            let used = self.used.iter().filter(|action| **action == scene.action).count();
            let again = usize::from(self.before == Some(scene.kind) && !matches!(beat.role, Role::After | Role::Truth));
            (again, used, (at + turn) % filled.len().max(1))
        });
        let (scene, action) = rated
            .map(|(_, found)| found.clone())
            .unwrap_or((Scene { kind: ShotKind::Medium, action: "" }, self.phrases.framings.medium.to_owned()));
        self.turn = self.turn.wrapping_add(1);
        self.before = Some(scene.kind);
        self.used.push(scene.action);
        if beat.role == Role::Pause {
            self.pauses += 1;
        }
        (scene.kind, self.phrases.framings.of(scene.kind).to_owned(), action)
    }

    fn scenes(&self, beat: &Beat) -> &'static [Scene] {
        let scenes = &self.phrases.scenes;
        match beat.role {
            Role::Hook => scenes.hook,
            Role::Belief => scenes.belief,
            // A marker that crosses out needs the sheet that the belief was written on.
            Role::Truth => match (self.before, beat.figure.is_some()) {
                (Some(ShotKind::TopDown), true) => scenes.truth.get(..1).unwrap_or(scenes.truth),
                (Some(ShotKind::Medium), _) => scenes.truth.get(1..2).unwrap_or(scenes.truth),
                _ => scenes.truth.get(2..).unwrap_or(scenes.truth),
            },
            Role::Question => scenes.question,
            Role::Answer => scenes.answer,
            Role::Before => scenes.before,
            Role::After => match self.before {
                Some(ShotKind::TopDown) => scenes.after.get(..1).unwrap_or(scenes.after),
                _ => scenes.after.get(1..).unwrap_or(scenes.after),
            },
            Role::Quotation => scenes.quotation,
            Role::Offer => scenes.offer,
            Role::Step if self.on_screen => scenes.screen_step,
            Role::Step => scenes.hand_step,
            // One timeline runs through the video; a picture stands between where two of its stops would meet.
            Role::Event if self.before == Some(ShotKind::TopDown) => scenes.event.get(1..).unwrap_or(scenes.event),
            Role::Event => scenes.event.get(..1).unwrap_or(scenes.event),
            Role::SecondHalf if beat.figure.is_none() => scenes.second_half,
            Role::Fact | Role::SecondHalf => match &beat.figure {
                Some(figure) => self.prop(figure),
                None => scenes.fact,
            },
            Role::Pause => scenes.pause,
            Role::Call => scenes.call,
        }
    }

    /// Something to hold, measure or count that makes a figure visible.
    fn prop(&self, figure: &str) -> &'static [Scene] {
        let (scenes, units) = (&self.phrases.scenes, &self.phrases.units);
        let folded = figure.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| has_word(&folded, word));
        let amount = first_number(&folded);
        let large = has(units.large);
        let up_to = |most: f64| !large && amount.is_some_and(|amount| amount <= most);
        if has(units.months) {
            scenes.date
        } else if has(units.temperature) {
            scenes.temperature
        } else if has(units.share) {
            if amount.is_some_and(|amount| amount.fract() == 0.0 && amount <= 100.0) {
                scenes.share
            } else {
                scenes.figure
            }
        } else if has(units.money) {
            if up_to(MOST_MONEY) { scenes.money } else { scenes.figure }
        } else if has(units.distance) || has(units.length) && !up_to(MOST_LENGTH) {
            scenes.distance
        } else if has(units.length) {
            scenes.length
        } else if has(units.weight) {
            if up_to(MOST_WEIGHT) { scenes.weight } else { scenes.figure }
        } else if has(units.hours) {
            scenes.hours
        } else if has(units.years) {
            if large { scenes.figure } else { scenes.years }
        } else if folded.contains(' ') && amount.is_some() && spoken_words(figure) > 1 {
            let whole = amount.is_some_and(|amount| amount.fract() == 0.0 && amount > 1.0);
            match (whole && up_to(MOST_NOTES), whole) {
                (true, _) => scenes.few,
                (false, true) => scenes.many,
                _ => scenes.figure,
            }
        } else {
            scenes.figure
        }
    }

    fn fill(&self, action: &str, beat: &Beat) -> Option<String> {
        let mut text = String::new();
        let mut rest = action;
        while let Some((head, tail)) = rest.split_once('{') {
            let (slot, tail) = tail.split_once('}')?;
            text.push_str(head);
            let value = match slot {
                "figure" => beat.figure.clone(),
                "topic" => beat.topic.clone().filter(|topic| !self.grammar.is_clause(topic)),
                "when" => beat.when.clone(),
                "host" => beat.host.clone(),
                "label" => self.label.clone(),
                "before" => Some(beat.shown.replace('\n', " ")).filter(|shown| !shown.is_empty()),
                "footage" if beat.when.is_some() => {
                    let when = beat.when.as_deref().unwrap_or_default();
                    self.footage.iter().find(|line| line.contains(when)).map(|line| format!("{line}."))
                }
                "footage" => self.footage.get(self.pauses % self.footage.len().max(1)).map(|line| format!("{line}.")),
                _ => None,
            };
            text.push_str(&value?);
            rest = tail;
        }
        text.push_str(rest);
        Some(text)
    }
}

/// Whether a step is done on a screen: it has an option of a command or an address, or a word of such work.
fn is_on_screen(said: &str, units: &Units) -> bool {
    let folded = said.to_lowercase();
    let address = folded.split_whitespace().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.contains("://")
            || word.starts_with("--")
            || bare.split_once('.').is_some_and(|(head, tail)| {
                head.len() > 1 && tail.len() > 1 && !tail.starts_with(|c: char| c.is_numeric())
            })
    });
    address || units.screen.iter().any(|word| has_word(&folded, word))
}

/// Whether `word` stands in the text as a word or, for signs, at all.
fn has_word(text: &str, word: &str) -> bool {
    if word.chars().all(|c| !c.is_alphanumeric()) || word.starts_with('°') {
        return text.contains(word);
    }
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|other| other == word)
}

/// The number at which a figure begins, "about" and signs aside; separators of thousands are dropped.
fn first_number(text: &str) -> Option<f64> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let number: String =
        text.get(start..)?.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let number = number.trim_end_matches(['.', ',']);
    let grouped = number.split([',', '.']).skip(1).all(|group| group.len() == 3) && !number.starts_with('0');
    if grouped { number.replace([',', '.'], "") } else { number.replace(',', ".") }.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{super::phrases::phrases, *};

    #[test]
    fn figures_are_shown_by_something_that_can_be_filmed() {
        let scenes = &phrases("en").scenes;
        let director =
            Director::new((phrases("en"), crate::writers::offline::language::en::ENGLISH.grammar), None, &[], 0);
        for (figure, expected) in [
            ("6.5 meters", scenes.length),
            ("2,400 meters", scenes.distance),
            ("1.5 million kilometers", scenes.distance),
            ("20 kilograms", scenes.weight),
            ("2 million kilograms", scenes.figure),
            ("−233 °C", scenes.temperature),
            ("12.5 hours", scenes.hours),
            ("10 years", scenes.years),
            ("290 million years", scenes.figure),
            ("December 25, 2021", scenes.date),
            ("25 changes", scenes.few),
            ("600 volunteers", scenes.many),
            ("40 %", scenes.share),
            ("$5", scenes.money),
            ("1.85.0", scenes.figure),
            ("€2 million", scenes.figure),
        ] {
            assert_eq!(
                director.prop(figure).first().map(|scene| scene.action),
                expected.first().map(|scene| scene.action),
                "{figure}"
            );
        }
    }

    #[test]
    fn steps_are_told_apart_by_where_they_are_done() {
        let units = &phrases("en").units;
        for (said, expected) in [
            ("Open the image archive at esawebb.org.", true),
            ("Run cargo fix --edition on a clean working tree.", true),
            ("Tap the pencil.", true),
            ("Knead the dough for 10.5 minutes.", false),
            ("Pick one object, such as the Carina Nebula.", false),
        ] {
            assert_eq!(is_on_screen(said, units), expected, "{said}");
        }
    }
}
