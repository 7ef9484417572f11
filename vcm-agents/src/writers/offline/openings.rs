//! The first line of a post: frames that fit, or the strongest fact itself. Next: [`super::draft`].
//!
//! Among first lines that say what the brief says and wear nothing out, the one that readers click more goes first
//! ([`vcm_core::hooks`]). What was used already costs far more than that can win, so that the posts of a kit stay different.

use vcm_core::{
    brief::{Factor, Tone},
    copy::Framework,
    hash::SeededRandom,
    hooks::strength,
    platform::Platform,
};

use super::{draft::Bench, forms::Beat, frameworks, select::Choice, slots::Slots};

/// Longest fact in characters that can open a post.
const DIRECT_CHARS: usize = 170;

/// What one unit of log-odds of a click is worth, and the most that a strong hook can win or a weak one lose: as much as the seed.
const STRENGTH_WEIGHT: f64 = 1.5;
const MOST_STRENGTH: f64 = 0.5;

/// Whether the hook is the first fact of the body itself.
pub(super) fn is_direct(hook: &Choice) -> bool {
    hook.id.starts_with("direct.")
}

/// What the choice of a hook depends on beside its slots.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) framework: Framework,
    pub(super) beats: &'a [Beat],
    pub(super) carried: bool,
    /// Levels that the experiment asks for, 1 without one.
    pub(super) levels: usize,
    /// Bodies are tested: the hook must not take a fact from them.
    pub(super) body_tested: bool,
}

impl Bench<'_> {
    /// The first fact as the hook: a fact that is strong by itself needs nobody to announce it.
    fn direct(&self, wish: Wish<'_>) -> Option<Choice> {
        use Framework as F;
        let first = wish.beats.first().filter(|beat| !beat.item && beat.line.marker.is_empty())?;
        let chars = first.line.text.chars().count();
        let cost = match wish.framework {
            // What was rejected with the bare fact comes back with a frame.
            _ if wish.carried || wish.body_tested || self.task.spark.round % 2 == 1 => return None,
            F::Announcement | F::Proof | F::Offer | F::DataPoint | F::BehindTheScenes | F::Trend => -2.0,
            F::Explainer | F::Question => 0.5,
            _ => return None,
        };
        // Pins are found by their words, so that the words come first.
        let searched = if self.task.platform == Platform::Pinterest { 3.0 } else { 0.0 };
        let source = first.line.sources.first().map_or("", String::as_str);
        (chars <= DIRECT_CHARS).then(|| Choice {
            id: format!("direct.{source}"),
            text: first.line.text.clone(),
            sources: first.line.sources.clone(),
            level: "statement",
            cost: cost - searched + (chars as f64 - 100.0).max(0.0) / 60.0,
        })
    }

    /// Whether the text says what it is about: the product's name, or its first word where that is a name of its own.
    pub(super) fn names_product(&self, text: &str) -> bool {
        let (text, name) = (text.to_lowercase(), self.task.spark.brief.product.name.trim().to_lowercase());
        let first = name.split_whitespace().find(|word| word.chars().count() >= 4).unwrap_or(&name).to_owned();
        text.contains(&name) || text.contains(&first)
    }

    /// What a long frame costs where room is short.
    pub(super) fn length_cost(&self, text: &str) -> f64 {
        (text.chars().count() as f64 * 12.0 / f64::from(self.room.limit().max(1)))
            .max(text.chars().count() as f64 / 100.0)
    }

    /// Every first line that can be used, questions and statements.
    fn first_lines(&self, slots: &Slots, wish: Wish<'_>) -> Vec<Choice> {
        let phrases = self.voice.language.phrases;
        let mut rows = phrases.hooks.of(wish.framework, wish.carried, self.story.tells_a_change());
        if frameworks::takes_sides(self.story) {
            rows = vec![(&phrases.hooks.contrarian, 0.0)];
        }
        let mut all = Vec::new();
        for (row, cost) in rows {
            for (frames, part, level) in [(row.ask, "ask", "question"), (row.say, "say", "statement")] {
                all.extend(slots.fill_all(&format!("{}.{part}", row.id), frames, self.voice).into_iter().map(
                    |mut choice| {
                        choice.level = level;
                        choice.cost = cost;
                        choice
                    },
                ));
            }
        }
        all
    }

    /// One hook for each level; questions and statements are the levels of the experiment.
    pub(super) fn hooks(&self, slots: &Slots, wish: Wish<'_>, random: &mut SeededRandom) -> Option<Vec<Choice>> {
        let beats = wish.beats;
        let levels = wish.levels;
        let body: String = beats.iter().map(|beat| beat.line.shown()).collect::<Vec<_>>().join(" ");
        let missing = self.voice.missing(&body);
        let mut all = self.first_lines(slots, wish);
        let body_words = body.to_lowercase();
        let product = self.task.spark.brief.product.name.trim().to_lowercase();
        let tone = &self.task.spark.brief.voice.tone;
        for choice in &mut all {
            let still = self.voice.missing(&choice.text);
            choice.cost -= 2.0 * missing.iter().filter(|word| !still.contains(word)).count() as f64;
            choice.cost += self.length_cost(&choice.text);
            // Who reads one post reads only this one: it has to say what it is about, and once is enough.
            if !self.names_product(&body) && !self.names_product(&choice.text) {
                choice.cost += 5.0;
            }
            if body_words.starts_with(&product) && choice.text.to_lowercase().contains(&product) {
                choice.cost += 3.0;
            }
            // Bold voices state; playful and warm ones like to ask.
            let asks = choice.level == "question";
            if asks && (tone.contains(&Tone::Bold) || tone.contains(&Tone::Formal)) {
                choice.cost += 0.8;
            }
            if !asks && (tone.contains(&Tone::Warm) || tone.contains(&Tone::Playful)) {
                choice.cost += 0.3;
            }
            // The lead-in would announce what the body announces again.
            if choice.text.ends_with(':')
                && body_words.split_whitespace().next().is_some_and(|word| word.ends_with(':'))
            {
                choice.cost += 1.0;
            }
        }
        let task = self.task;
        // By what the angle is about: its number may be another in the next round.
        let about = task.angle.sources.first().map_or("", String::as_str);
        let tastes = task.spark.seed.stream(&format!("taste/{about}/{}", task.platform)).next_u64();
        // What was liked in one round is not there in the next.
        let liked = |choice: &Choice| (taste(tastes, &choice.id) < 0.6) == task.spark.round.is_multiple_of(2);
        for choice in &mut all {
            choice.cost += 1.5 * taste(tastes, &choice.id);
        }
        all.extend(self.direct(wish).map(|choice| {
            let named = self.names_product(&body);
            Choice { cost: choice.cost + if named { 0.0 } else { 5.0 }, ..choice }
        }));
        for choice in &mut all {
            let strength = strength(&choice.text).log_odds;
            choice.cost -= STRENGTH_WEIGHT * strength.clamp(-MOST_STRENGTH, MOST_STRENGTH);
        }
        let question_first = self.arm(Factor::Hook);
        let mut chosen: Vec<Choice> = Vec::new();
        for at in 0..levels {
            let wants_question = question_first == (at % 2 == 0);
            let wanted = if wants_question { "question" } else { "statement" };
            let fits = |choice: &&Choice| levels == 1 || at >= 2 || choice.level == wanted;
            let unused = |choice: &&Choice| chosen.iter().all(|other| other.id != choice.id);
            let fresh = |choice: &Choice| is_direct(choice) || liked(choice);
            let mut pool: Vec<Choice> = all.iter().filter(unused).filter(fits).filter(|c| fresh(c)).cloned().collect();
            if pool.is_empty() {
                pool = all.iter().filter(unused).filter(fits).cloned().collect();
            }
            if pool.is_empty() {
                pool = all.iter().filter(unused).cloned().collect();
            }
            let mut choice = self.ledger.choose(pool, random)?;
            if levels > 1 && at < 2 {
                choice.level = wanted;
            }
            chosen.push(choice);
        }
        Some(chosen)
    }
}

/// A number from 0 to 1 for a frame, the same in every round: FNV-1a with the finaliser of SplitMix64, without which ids that
/// differ in their last digit would get nearly the same number.
fn taste(start: u64, id: &str) -> f64 {
    let hash = id.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (((mixed ^ (mixed >> 31)) >> 32) as f64) / f64::from(u32::MAX)
}
