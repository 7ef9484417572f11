//! Hashtags: a ladder for every platform, and the tags that each copy carries.

use std::sync::Arc;

use async_trait::async_trait;
use vcm_core::{
    Result,
    brief::Brief,
    campaign::{Board, Campaign, Change, Effect},
    copy::{self, Copy},
    hashtags::{self, BriefTags, HashtagIndex, HashtagLadder, HashtagPost, LadderOptions, RankOptions, RankQuery},
    platform::{self, Platform},
    schedule::HistoryPost,
    trends::TrendText,
};

use super::{Tool, ToolCall, ToolOutput};

/// `Hashtags.rank`: learns from own history and trend texts and builds a ladder for every platform.
#[derive(Debug, Clone, Copy)]
pub struct RankHashtags;

#[async_trait]
impl Tool for RankHashtags {
    fn name(&self) -> &'static str {
        "Hashtags.rank"
    }

    fn effect(&self) -> Effect {
        Effect::Pure
    }

    fn cost_limit_micros(&self) -> u64 {
        0
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let (history, trends) = (call.inputs.history().await?, call.inputs.trends().await?);
        let campaign = call.board.campaign.clone();
        let ladders = super::engine(move || ladders(&campaign, &history, &trends)).await?;
        Ok(ToolOutput::of_engine("hashtags", vec![Change::PutHashtags(ladders)]))
    }
}

/// `Hashtags.ladder`: chooses the tags of every copy from its platform's ladder, as many as are usual there and fit.
#[derive(Debug, Clone, Copy)]
pub struct ChooseHashtags;

#[async_trait]
impl Tool for ChooseHashtags {
    fn name(&self) -> &'static str {
        "Hashtags.ladder"
    }

    fn effect(&self) -> Effect {
        Effect::Pure
    }

    fn cost_limit_micros(&self) -> u64 {
        0
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let board = call.board;
        let copies = board.copies.iter().map(|copy| with_hashtags(board, copy)).collect();
        Ok(ToolOutput::of_engine("hashtags", vec![Change::PutCopies(copies)]))
    }
}

fn ladders(campaign: &Campaign, history: &Arc<Vec<HistoryPost>>, trends: &Arc<Vec<TrendText>>) -> Vec<HashtagLadder> {
    let brief = &campaign.brief;
    let mut index = HashtagIndex::new();
    for post in history.iter() {
        index.add(&HashtagPost {
            text: &post.text,
            account: Some(&post.account),
            at: Some(post.at),
            format: Some(&post.format),
            engagement: Some(post.engagement),
            ..HashtagPost::default()
        });
    }
    for text in trends.iter() {
        index.add(&HashtagPost {
            text: &text.text,
            account: text.author.as_deref(),
            at: text.at,
            ..HashtagPost::default()
        });
    }
    let brief_tags = BriefTags::of(brief);
    let subject = subject(brief);
    let mut platforms: Vec<Platform> = brief.platforms.iter().map(|plan| plan.platform).collect();
    platforms.sort_unstable();
    platforms.dedup();
    let as_of = campaign.now.to_zoned(jiff::tz::TimeZone::UTC).date();
    platforms
        .into_iter()
        .map(|platform| {
            let account = account_of(brief, platform);
            let query = RankQuery { text: &subject, account, at: Some(campaign.now), brief: Some(&brief_tags) };
            let ranked = index.rank(&query, &RankOptions::default());
            let cap = platform::rules(platform, as_of).hashtag_cap.value.unwrap_or(u32::MAX);
            let is_valid = |tag: &str| platform::valid_hashtag(platform, tag);
            let notes = index.notes(account);
            hashtags::ladder(platform, &ranked, cap.min(30), &is_valid, notes, &LadderOptions::default())
        })
        .collect()
}

/// What the campaign is about, as the text that tags are ranked for.
fn subject(brief: &Brief) -> String {
    let mut words = vec![brief.product.name.as_str(), brief.product.category.as_str(), brief.product.summary.as_str()];
    words.extend(brief.proof_points.iter().filter_map(|proof| proof.topic.as_deref()));
    words.join(". ")
}

fn account_of(brief: &Brief, platform: Platform) -> Option<&str> {
    let named = brief.platforms.iter().find(|plan| plan.platform == platform).and_then(|plan| plan.account.as_deref());
    named.or_else(|| {
        brief.accounts.iter().find(|account| account.platform == platform).map(|account| account.id.as_str())
    })
}

fn with_hashtags(board: &Board, copy: &Copy) -> Copy {
    let mut copy = copy.clone();
    let Some(ladder) = board.hashtags.get(&copy.platform) else { return copy };
    copy.hashtags.clear();
    copy.hashtags = hashtags::choose_for_copy(ladder, &copy.full_text(), usual_count(copy.platform));
    // The writer left room; a tag that is too long for it goes first.
    while !copy.hashtags.is_empty() && !copy::check(&copy, &board.campaign).is_empty() {
        copy.hashtags.pop();
    }
    copy
}

/// How many tags read as native on a platform, by the house's taste; never more than its rule allows.
fn usual_count(platform: Platform) -> usize {
    match platform {
        Platform::Threads => 1,
        Platform::X | Platform::Facebook | Platform::Bluesky => 2,
        Platform::Linkedin | Platform::YoutubeShorts | Platform::Mastodon | Platform::Pinterest => 3,
        Platform::Tiktok => 4,
        Platform::Instagram => 5,
    }
}
