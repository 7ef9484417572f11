//! A kit as the machine would have it written: every angle on every platform of the brief, two variants.

use futures_util::FutureExt;
use vcm_agents::writers::OfflineWriter;
use vcm_core::{
    Result,
    angles::Angle,
    brief::{Brief, Factor},
    copy::{self, Copy},
    hash::Seed,
    platform::Platform,
    ports::writer::{AnglesTask, CopyTask, Spark, VariantSpec, Writer},
    testing::briefs,
};

/// Room that every copy leaves for hashtags, in the platform's own count.
pub(crate) const HASHTAG_ROOM: u32 = 24;

/// The brief of a seed with all that was written for it.
#[derive(Debug, PartialEq)]
pub(crate) struct Kit {
    pub(crate) language: &'static str,
    pub(crate) seed: u64,
    pub(crate) brief: Brief,
    /// What variant b differs in.
    pub(crate) factor: Factor,
    pub(crate) angles: Vec<Angle>,
    pub(crate) copies: Vec<Copy>,
    /// What the writer refused, and why.
    pub(crate) refused: Vec<String>,
}

pub(crate) fn now() -> jiff::Timestamp {
    "2026-11-20T09:00:00Z".parse().unwrap()
}

impl Kit {
    pub(crate) fn new(language: &'static str, seed: u64) -> Self {
        let brief = briefs::generated(language, seed);
        let factor = brief.experiment.as_ref().map_or(Factor::Hook, |plan| plan.factors[0]);
        let mut kit =
            Self { language, seed, brief, factor, angles: Vec::new(), copies: Vec::new(), refused: Vec::new() };
        match kit.find_angles() {
            Ok(angles) => kit.angles = angles,
            Err(error) => kit.refused.push(error.to_string()),
        }
        if kit.angles.is_empty() {
            kit.refused.push("no angle".to_owned());
        }
        for angle in kit.angles.clone() {
            for plan in kit.brief.platforms.clone() {
                match kit.write(&angle, plan.platform) {
                    Ok(copies) => kit.copies.extend(copies),
                    Err(error) => kit.refused.push(format!("{} on {}: {error}", angle.key, plan.platform)),
                }
            }
        }
        kit
    }

    fn spark(&self) -> Spark<'_> {
        Spark { brief: &self.brief, seed: Seed(self.seed), now: now(), round: 0, rejections: &[] }
    }

    fn find_angles(&self) -> Result<Vec<Angle>> {
        let task = AnglesTask { spark: self.spark(), topics: &[], count: self.brief.angles };
        Ok(at_once(OfflineWriter.angles(task))?.work)
    }

    fn write(&self, angle: &Angle, platform: Platform) -> Result<Vec<Copy>> {
        let variants = [
            VariantSpec { name: "a".into(), differs_in: Vec::new() },
            VariantSpec { name: "b".into(), differs_in: vec![self.factor] },
        ];
        let task = CopyTask {
            spark: self.spark(),
            angle,
            topic: None,
            platform,
            variants: &variants,
            earlier: &self.copies,
            voice: None,
            history: &[],
            hashtag_room: HASHTAG_ROOM,
            max_chars: copy::account_limit(&self.brief, platform),
        };
        Ok(at_once(OfflineWriter.copy(task))?.work)
    }

    /// The two variants of every post.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&Copy, &Copy)> {
        let twin =
            |a: &Copy| self.copies.iter().find(|b| b.angle == a.angle && b.platform == a.platform && b.variant == "b");
        self.copies.iter().filter(|copy| copy.variant == "a").filter_map(move |a| Some((a, twin(a)?)))
    }
}

/// The offline writer computes and never waits.
fn at_once<T>(work: impl Future<Output = T>) -> T {
    work.now_or_never().unwrap_or_else(|| panic!("the offline writer waited for something"))
}
