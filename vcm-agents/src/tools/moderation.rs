//! Moderation: one verdict for every copy and asset of a platform.

use std::sync::Arc;

use async_trait::async_trait;
use rayon::prelude::*;
use vcm_core::{
    ErrorKind, Result,
    brief::{BrandVoice, Brief},
    campaign::{Change, Effect, Usage},
    copy::Copy,
    moderation::{Finding, Grounding, ModerationInput, Moderator, Verdict, tiers},
    platform::Platform,
    ports::Classifier,
    visuals::{Asset, AssetContent},
};

use super::{Tool, ToolCall, ToolOutput, input_str};

/// Most subjects of one platform in a campaign: what one call to a classifier may be asked about, and its cost limit holds for.
const MOST_SUBJECTS: usize = 1_000;

/// `Moderation.check`: checks everything of one platform against lexicon, policy, personal data, brand and grounding, and asks a
/// classifier, if there is one, about what these let pass.
#[derive(Debug)]
pub struct CheckModeration {
    moderator: Arc<Moderator>,
    classifier: Option<Arc<dyn Classifier>>,
}

impl CheckModeration {
    /// With the shipped policy packs, and a second tier if there is one.
    ///
    /// # Errors
    /// `invalid_input` when a shipped pack is not valid.
    pub fn new(classifier: Option<Arc<dyn Classifier>>) -> Result<Self> {
        Ok(Self { moderator: Arc::new(Moderator::new(Vec::new())?), classifier })
    }
}

#[async_trait]
impl Tool for CheckModeration {
    fn name(&self) -> &'static str {
        "Moderation.check"
    }

    fn effect(&self) -> Effect {
        self.classifier.as_ref().map_or(Effect::Pure, |classifier| classifier.effect())
    }

    fn cost_limit_micros(&self) -> u64 {
        self.classifier.as_ref().map_or(0, |classifier| classifier.call_cost_micros(MOST_SUBJECTS))
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let platform: Platform = input_str(call.input, "platform")?.parse()?;
        let (board, moderator) = (call.board.clone(), self.moderator.clone());
        let judged = super::engine(move || {
            let brief = &board.campaign.brief;
            let subjects: Vec<Subject> = board
                .copies
                .iter()
                .filter(|copy| copy.platform == platform)
                .map(Subject::of_copy)
                .chain(board.assets.iter().filter(|asset| asset.platform == platform).map(Subject::of_asset))
                .collect();
            let check = Check {
                moderator: &moderator,
                grounding: Grounding::from_brief(brief, &board.topics),
                asset_voice: without_required_words(brief),
                as_of: board.campaign.now.to_zoned(jiff::tz::TimeZone::UTC).date(),
                brief,
                platform,
            };
            subjects.par_iter().map(|subject| (check.verdict(subject), subject.text())).collect::<Vec<_>>()
        })
        .await?;
        let Some(classifier) = &self.classifier else {
            let verdicts = judged.into_iter().map(|(verdict, _)| verdict).collect();
            return Ok(ToolOutput::of_engine("moderation", vec![Change::PutVerdicts(verdicts)]));
        };
        let (verdicts, usage) = second_tier(&**classifier, judged).await;
        let answered_by = format!("moderation, {}", classifier.id());
        Ok(ToolOutput { changes: vec![Change::PutVerdicts(verdicts)], answered_by, usage })
    }
}

/// The verdicts with the classifier's opinions taken in. A classifier that fails, or answers for another number of texts, holds back
/// everything it was asked about.
async fn second_tier(classifier: &dyn Classifier, judged: Vec<(Verdict, String)>) -> (Vec<Verdict>, Usage) {
    let asked: Vec<&str> = judged
        .iter()
        .filter(|(verdict, _)| tiers::wants_opinion(verdict))
        .map(|(_, text)| text.as_str())
        .take(MOST_SUBJECTS)
        .collect();
    if asked.is_empty() {
        return (judged.into_iter().map(|(verdict, _)| verdict).collect(), Usage::default());
    }
    let count = asked.len();
    let (mut opinions, why, usage) = match classifier.classify(&asked).await {
        Ok(answer) if answer.opinions.len() == count => {
            (answer.opinions.into_iter(), ErrorKind::Unsupported, answer.usage)
        }
        Ok(answer) => (Vec::new().into_iter(), ErrorKind::ProviderFailed, answer.usage),
        Err(error) => (Vec::new().into_iter(), error.kind(), Usage::default()),
    };
    let verdicts = judged.into_iter().map(|(verdict, _)| {
        if !tiers::wants_opinion(&verdict) {
            return verdict;
        }
        match opinions.next() {
            Some(opinion) => tiers::with_opinion(verdict, classifier.id(), &opinion),
            None => tiers::without_opinion(verdict, classifier.id(), why),
        }
    });
    (verdicts.collect(), usage)
}

/// Something to moderate: everything in it that a reader sees or hears.
struct Subject {
    key: String,
    parts: Vec<String>,
    /// Describes the picture ("a card titled …"). What the picture says is checked as its own part; the description claims
    /// nothing beyond it.
    alt_text: Option<String>,
    is_copy: bool,
}

impl Subject {
    /// The parts as posted, so that a finding's part is the copy's; then title and alt text.
    fn of_copy(copy: &Copy) -> Self {
        let mut parts = copy.published_parts();
        parts.extend(copy.title.clone());
        Self { key: copy.key.clone(), parts, alt_text: copy.alt_text.clone(), is_copy: true }
    }

    /// Everything in it as one text.
    fn text(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().chain(&self.alt_text).map(String::as_str).collect();
        parts.join("\n\n")
    }

    fn of_asset(asset: &Asset) -> Self {
        let mut parts = Vec::new();
        match &asset.content {
            AssetContent::Card(card) => parts.extend(card.texts().into_iter().map(str::to_owned)),
            AssetContent::Carousel(carousel) => {
                for slide in &carousel.slides {
                    parts.extend(slide.card.texts().into_iter().map(str::to_owned));
                    parts.push(slide.alt_text.clone());
                }
            }
            AssetContent::Storyboard(storyboard) => {
                parts.push(storyboard.title.clone());
                for shot in &storyboard.shots {
                    parts.extend([shot.on_screen_text.clone(), shot.voice_over.clone()]);
                }
            }
        }
        Self { key: asset.key.clone(), parts, alt_text: Some(asset.alt_text.clone()), is_copy: false }
    }
}

struct Check<'a> {
    moderator: &'a Moderator,
    grounding: Grounding,
    asset_voice: BrandVoice,
    as_of: jiff::civil::Date,
    brief: &'a Brief,
    platform: Platform,
}

impl Check<'_> {
    fn verdict(&self, subject: &Subject) -> Verdict {
        let parts: Vec<&str> = subject.parts.iter().map(String::as_str).collect();
        let input = ModerationInput {
            platform: Some(self.platform),
            as_of: Some(self.as_of),
            voice: Some(if subject.is_copy { &self.brief.voice } else { &self.asset_voice }),
            grounding: Some(&self.grounding),
            ..ModerationInput::text(&subject.key, &parts)
        };
        let mut verdict = self.moderator.moderate(&input);
        if let Some(alt_text) = &subject.alt_text {
            let described =
                ModerationInput { parts: &[alt_text], voice: Some(&self.asset_voice), grounding: None, ..input };
            merge(&mut verdict, self.moderator.moderate(&described), subject.parts.len());
        }
        verdict
    }
}

/// Adds the verdict on a part that comes after the others.
fn merge(verdict: &mut Verdict, other: Verdict, part: usize) {
    verdict.decision = verdict.decision.max(other.decision);
    verdict.toxicity = verdict.toxicity.max(other.toxicity);
    let part = u32::try_from(part).ok();
    verdict
        .findings
        .extend(other.findings.into_iter().map(|finding| Finding { part: finding.part.and(part), ..finding }));
}

/// Every post must contain the required words; a picture need not.
fn without_required_words(brief: &Brief) -> BrandVoice {
    BrandVoice { required_words: Vec::new(), ..brief.voice.clone() }
}
