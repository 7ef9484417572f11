//! The kit: everything a campaign made, as one value. Files are written from it and it can be read back from `kit.json`.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    angles::Angle,
    brief::Brief,
    campaign::Usage,
    copy::Copy,
    error::Result,
    experiments::Experiment,
    hash::{ContentHash, Seed},
    hashtags::HashtagLadder,
    hooks::{self, HookScore},
    moderation::Verdict,
    schedule::SchedulePlan,
    trends::TrendTopic,
    visuals::Asset,
    voice::{Language, TargetVoice, VoiceProfile, VoiceReading, VoiceSources, drift},
};

/// The format number that this release writes. It grows when a reader of the old form would misread the new one.
pub const KIT_FORMAT: u32 = 1;

/// A campaign's kit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Kit {
    /// [`KIT_FORMAT`] of the release that wrote it.
    pub format: u32,
    /// The release that wrote it, such as `vcm 0.1.0`.
    pub generator: String,
    /// Draft until a person approves.
    pub status: KitStatus,
    /// SHA-256 of the canonical JSON of `content`: what an approval names.
    pub content_hash: ContentHash,
    /// What was made.
    pub content: KitContent,
    /// How strong the hook of each copy is, in the order of the copies. Read from `content`, so that an approval does not name it
    /// and a better scorer voids none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hooks: Vec<HookReading>,
    /// The voice that was asked for beside the one that was produced. Read from `content` too, and so no part of what is approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<VoiceReading>,
    /// What making it cost; none where the kit was built without a campaign. Like the hooks, no part of what is approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<KitCost>,
}

/// What a campaign cost up to its kit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KitCost {
    /// Paid to providers, in millionths of a US dollar. 0 for a campaign made offline.
    pub spent_micros: u64,
    /// Most that providers may cost, in millionths of a US dollar; none without a limit.
    pub limit_micros: Option<u64>,
    /// Steps that reached outside, by tool and who answered; empty offline.
    pub calls: Vec<CostLine>,
}

/// The outside steps of one tool that one provider answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CostLine {
    /// The tool, such as `Copy.generate`.
    pub tool: String,
    /// Who answered: a model's or a service's name.
    pub answered_by: String,
    /// How many steps.
    pub steps: u32,
    /// What they used and cost together.
    pub usage: Usage,
}

/// The hook of a copy and how strong it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HookReading {
    /// Key of the copy.
    pub copy: String,
    /// The text that was scored: [`Copy::hook`].
    pub hook: String,
    /// [`hooks::MODEL`] of the release that scored it.
    pub model: String,
    /// The score.
    #[serde(flatten)]
    pub score: HookScore,
}

/// Whether a kit may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KitStatus {
    /// Waiting for a person.
    Draft,
    /// Approved under its content hash.
    Approved,
}

/// What a campaign made. Contains keys, never ids: the same brief, seed and clock give the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KitContent {
    /// The brief it was made from.
    pub brief: Brief,
    /// The seed of every random choice.
    pub seed: Seed,
    /// The campaign's clock: what "today" was for every decision that depends on it.
    pub now: Timestamp,
    /// Topics found, best first.
    pub topics: Vec<TrendTopic>,
    /// Angles.
    pub angles: Vec<Angle>,
    /// Copies, by platform, angle and variant.
    pub copies: Vec<Copy>,
    /// Hashtag ladders, one a platform.
    pub hashtags: Vec<HashtagLadder>,
    /// Cards and storyboards.
    pub assets: Vec<Asset>,
    /// Experiments.
    pub experiments: Vec<Experiment>,
    /// The schedule.
    pub schedule: SchedulePlan,
    /// Verdicts, one for every copy and asset.
    pub verdicts: Vec<Verdict>,
}

/// The JSON schema (draft 2020-12) of `kit.json`. Published as `docs/schema/kit.schema.json`.
pub fn schema() -> serde_json::Value {
    let generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Kit>().to_value();
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".into(), "vcm kit".into());
    }
    schema
}

impl Kit {
    /// A kit around `content`, with its hash, the scores of its hooks and its voice beside the one that the brief asks for.
    pub fn new(content: KitContent, status: KitStatus) -> Result<Self> {
        let content_hash = ContentHash::of(&content)?;
        let generator = concat!("vcm ", env!("CARGO_PKG_VERSION")).to_owned();
        let read = |copy: &Copy| HookReading {
            copy: copy.key.clone(),
            hook: copy.hook().to_owned(),
            model: hooks::MODEL.to_owned(),
            score: hooks::score(copy.hook()),
        };
        let hooks = content.copies.iter().map(read).collect();
        let mut kit =
            Self { format: KIT_FORMAT, generator, status, content_hash, content, hooks, voice: None, cost: None };
        let brief = &kit.content.brief;
        let language = Language::of(&brief.locale);
        let sources = VoiceSources { voice: &brief.voice, language, edited: &[], history: &[] };
        kit.read_voice(&TargetVoice::new(VoiceProfile::target(sources)));
        Ok(kit)
    }

    /// Reads the voice again beside `target`, which may rest on more than the brief: edits, own earlier posts.
    pub fn read_voice(&mut self, target: &TargetVoice) {
        let content = &self.content;
        self.voice = (!content.copies.is_empty()).then(|| drift::read(target, &content.brief.voice, &content.copies));
    }
}
