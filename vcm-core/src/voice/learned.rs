//! What is learned when a person edits a copy: the texts before and after, and what changed in the voice. The next campaign of the
//! org takes a snapshot of it when it is created. Next: [`super::drift`].

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Language, VoiceDifference, VoiceProfile, drift::differences};
use crate::{
    brief::Brief,
    id::{CampaignId, UserId},
    platform::Platform,
};

/// One edit as evidence of a voice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VoiceEvidence {
    /// `edit-` and twelve hexadecimal digits; its own in the org.
    pub id: String,
    /// The campaign whose copy was edited.
    pub campaign: CampaignId,
    /// Key of the copy.
    pub copy: String,
    /// The copy's platform.
    pub platform: Platform,
    /// The account that the brief names for the platform; evidence of an account counts for campaigns that post from it.
    pub account: Option<String>,
    /// The language of the texts.
    pub language: Language,
    /// The text before, without hashtags.
    pub before: String,
    /// The text after.
    pub after: String,
    /// Why, in the editor's words.
    pub why: Option<String>,
    /// What changed in the voice, largest first; empty when only words did.
    pub changed: Vec<VoiceDifference>,
    /// Who edited.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

impl VoiceEvidence {
    /// Whether it speaks for a campaign of this brief: the same language, and the same account where one is named.
    pub fn speaks_for(&self, brief: &Brief) -> bool {
        let posts_from =
            |account: &String| brief.accounts.iter().any(|one| one.id == *account && one.platform == self.platform);
        self.language == Language::of(&brief.locale) && self.account.as_ref().is_none_or(posts_from)
    }

    /// What the edit changed in the voice, largest first.
    pub fn measure(before: &str, after: &str, language: Language) -> Vec<VoiceDifference> {
        let profile = |text: &str| VoiceProfile::measure(&[text], language);
        match (profile(before), profile(after)) {
            (Some(before), Some(after)) => differences(&before, &after),
            _ => Vec::new(),
        }
    }
}

/// The account that a brief names for a platform, or its only one there.
pub fn account_of(brief: &Brief, platform: Platform) -> Option<String> {
    let named = brief.platforms.iter().find(|plan| plan.platform == platform).and_then(|plan| plan.account.clone());
    named.or_else(|| {
        let mut there = brief.accounts.iter().filter(|account| account.platform == platform);
        there.next().filter(|_| there.next().is_none()).map(|account| account.id.clone())
    })
}
