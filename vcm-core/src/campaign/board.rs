//! Everything a campaign has made so far, in memory: what agents plan from and what the kit is taken from.

use std::collections::BTreeMap;

use crate::{
    angles::Angle,
    campaign::{
        Campaign,
        change::Change,
        state::Stage,
        step::{Effect, Receipt},
    },
    copy::Copy,
    error::Result,
    experiments::Experiment,
    hash::ContentHash,
    hashtags::HashtagLadder,
    kit::{CostLine, Kit, KitContent, KitCost, KitStatus},
    moderation::Verdict,
    platform::Platform,
    schedule::SchedulePlan,
    trends::TrendTopic,
    visuals::Asset,
};

/// A campaign with its artefacts. [`Board::apply`] does in memory what a store's commit does on disk; a conformance case
/// holds the two together.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// The campaign.
    pub campaign: Campaign,
    /// Topics, in order of their keys' numbers.
    pub topics: Vec<TrendTopic>,
    /// Angles, in the writer's order.
    pub angles: Vec<Angle>,
    /// Copies, in the order they were written.
    pub copies: Vec<Copy>,
    /// Assets, in the order they were made.
    pub assets: Vec<Asset>,
    /// Ladders by platform.
    pub hashtags: BTreeMap<Platform, HashtagLadder>,
    /// Experiments.
    pub experiments: Vec<Experiment>,
    /// The schedule.
    pub schedule: Option<SchedulePlan>,
    /// Verdicts by subject.
    pub verdicts: BTreeMap<String, Verdict>,
    /// Receipts by step.
    pub receipts: BTreeMap<ContentHash, Receipt>,
}

impl Board {
    /// A board with nothing but the campaign.
    pub fn new(campaign: Campaign) -> Self {
        Self {
            campaign,
            topics: Vec::new(),
            angles: Vec::new(),
            copies: Vec::new(),
            assets: Vec::new(),
            hashtags: BTreeMap::new(),
            experiments: Vec::new(),
            schedule: None,
            verdicts: BTreeMap::new(),
            receipts: BTreeMap::new(),
        }
    }

    /// Applies a change: `Put…` inserts at the end or replaces in place by key, `Void` removes.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::PutCampaign(campaign) => self.campaign = (**campaign).clone(),
            Change::PutTopics(topics) => put(&mut self.topics, topics, |topic| &topic.key),
            Change::PutAngles(angles) => put(&mut self.angles, angles, |angle| &angle.key),
            Change::PutCopies(copies) => put(&mut self.copies, copies, |copy| &copy.key),
            // Vectors are only ever searched in the store; evidence is the org's, and campaigns take snapshots of it.
            Change::PutEmbeddings(_) | Change::PutVoiceEvidence(_) | Change::ForgetVoiceEvidence(_) => {}
            Change::PutAssets(assets) => put(&mut self.assets, assets, |asset| &asset.key),
            Change::PutHashtags(ladders) => {
                self.hashtags.extend(ladders.iter().map(|ladder| (ladder.platform, ladder.clone())));
            }
            Change::PutExperiments(experiments) => {
                put(&mut self.experiments, experiments, |experiment| &experiment.key);
            }
            Change::PutSchedule(schedule) => self.schedule = Some((**schedule).clone()),
            Change::PutVerdicts(verdicts) => {
                self.verdicts.extend(verdicts.iter().map(|verdict| (verdict.subject.clone(), verdict.clone())));
            }
            Change::PutReceipt(receipt) => {
                self.receipts.insert(receipt.step.clone(), (**receipt).clone());
            }
            Change::Void(stages) => stages.iter().for_each(|stage| self.void(*stage)),
        }
    }

    /// The kit of what stands here, with what it cost.
    pub fn kit(&self, status: KitStatus) -> Result<Kit> {
        let mut kit = Kit::new(self.content(), status)?;
        kit.cost = Some(self.cost());
        Ok(kit)
    }

    /// What the campaign's outside steps cost so far, by tool and who answered.
    pub fn cost(&self) -> KitCost {
        let mut lines: BTreeMap<(&str, &str), CostLine> = BTreeMap::new();
        for receipt in self.receipts.values().filter(|receipt| receipt.effect == Effect::Outside) {
            let line = lines.entry((&receipt.tool, &receipt.answered_by)).or_insert_with(|| CostLine {
                tool: receipt.tool.clone(),
                answered_by: receipt.answered_by.clone(),
                ..CostLine::default()
            });
            line.steps += 1;
            line.usage.input_tokens += receipt.usage.input_tokens;
            line.usage.output_tokens += receipt.usage.output_tokens;
            line.usage.images += receipt.usage.images;
            line.usage.cost_micros += receipt.usage.cost_micros;
        }
        KitCost {
            spent_micros: self.campaign.spent_micros,
            limit_micros: self.campaign.budget_micros,
            calls: lines.into_values().collect(),
        }
    }

    /// The content of the kit: copies by platform, angle order and variant.
    pub fn content(&self) -> KitContent {
        let mut copies = self.copies.clone();
        let angle_rank = |key: &str| self.angles.iter().position(|angle| angle.key == key);
        copies.sort_by(|left, right| {
            (left.platform, angle_rank(&left.angle), &left.variant).cmp(&(
                right.platform,
                angle_rank(&right.angle),
                &right.variant,
            ))
        });
        KitContent {
            brief: self.campaign.brief.clone(),
            seed: self.campaign.seed,
            now: self.campaign.now,
            topics: self.topics.clone(),
            angles: self.angles.clone(),
            copies,
            hashtags: self.hashtags.values().cloned().collect(),
            assets: self.assets.clone(),
            experiments: self.experiments.clone(),
            schedule: self.schedule.clone().unwrap_or_default(),
            verdicts: self.verdicts.values().cloned().collect(),
        }
    }

    fn void(&mut self, stage: Stage) {
        match stage {
            Stage::Trends => self.topics.clear(),
            Stage::Angles => self.angles.clear(),
            Stage::Copy => self.copies.clear(),
            Stage::Visuals => self.assets.clear(),
            Stage::Hashtags => self.hashtags.clear(),
            Stage::Experiments => self.experiments.clear(),
            Stage::Schedule => self.schedule = None,
            Stage::Moderation => self.verdicts.clear(),
        }
    }
}

fn put<T: Clone>(stored: &mut Vec<T>, new: &[T], key: impl Fn(&T) -> &String) {
    for item in new {
        match stored.iter_mut().find(|old| key(old) == key(item)) {
            Some(old) => *old = item.clone(),
            None => stored.push(item.clone()),
        }
    }
}
