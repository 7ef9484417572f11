//! The posts as they will look: by platform, then by story with its variants side by side. Next: [`super::pictures`].

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use vcm_core::{
    brief::Factor,
    copy::{Copy, CopyFormat},
    hooks::HookScore,
    kit::Kit,
    moderation::{Finding, ModerationDecision},
    platform::Platform,
    schedule::ScheduleEntry,
    visuals::AssetContent,
};

use super::{
    super::{hooks, tables::code},
    fold::fold_at,
    format,
    segments::{Annotations, Segment},
    sources::Sources,
};

/// The posts of one platform.
#[derive(Debug, Serialize)]
pub(super) struct PlatformView<'a> {
    platform: &'static str,
    name: &'static str,
    /// How its posts are built, for the style sheet.
    shape: &'static str,
    scheduled: Vec<Story<'a>>,
    reserve: Vec<Story<'a>>,
    scheduled_posts: usize,
    reserve_posts: usize,
    /// Posts that are not on the page for want of room; they are in the kit's other files.
    left_out: usize,
}

/// One angle on one platform: a post, or its variants.
#[derive(Debug, Serialize)]
struct Story<'a> {
    title: &'a str,
    premise: &'a str,
    archetype: String,
    funnel: String,
    /// The factors in which the variants differ, in words.
    differs: Option<String>,
    posts: Vec<PostView<'a>>,
}

/// One post.
#[derive(Debug, Serialize)]
struct PostView<'a> {
    key: &'a str,
    variant: String,
    format: String,
    account: String,
    handle: String,
    initial: String,
    /// The level of each factor in which it differs.
    levels: Vec<Level>,
    slots: Vec<Slot<'a>>,
    title: Option<Vec<Segment>>,
    parts: Vec<Vec<Segment>>,
    /// Text on screen of a video's first shot.
    poster: Option<&'a str>,
    /// Indices into the pictures.
    pictures: Vec<usize>,
    decision: String,
    findings: Vec<FindingView<'a>>,
    hook: Option<Hook>,
    /// The copy as it is, for readings that a writer may add to it.
    copy: &'a Copy,
}

#[derive(Debug, Serialize)]
struct Level {
    factor: String,
    level: String,
}

#[derive(Debug, Serialize)]
struct Slot<'a> {
    when: String,
    experiment: bool,
    why: &'a [String],
    expected: String,
    low: String,
    high: String,
}

#[derive(Debug, Serialize)]
struct FindingView<'a> {
    kind: String,
    decision: String,
    finding: &'a Finding,
}

#[derive(Debug, Serialize)]
struct Hook {
    /// 0 to 100, for the bar.
    percent: u32,
    known: bool,
    words: String,
}

/// Every platform's posts, at most `most` of each.
pub(super) fn platforms<'a>(kit: &'a Kit, sources: &Sources, most: usize) -> Vec<PlatformView<'a>> {
    let content = &kit.content;
    let mut views = Vec::new();
    for platform in Platform::ALL {
        let mut stories: Vec<(&str, Vec<&Copy>)> = Vec::new();
        for copy in content.copies.iter().filter(|copy| copy.platform == *platform) {
            match stories.iter_mut().find(|(angle, _)| *angle == copy.angle) {
                Some((_, variants)) => variants.push(copy),
                None => stories.push((&copy.angle, vec![copy])),
            }
        }
        if stories.is_empty() {
            continue;
        }
        let first_slot = |copies: &[&Copy]| {
            let entries = content.schedule.entries.iter();
            entries.filter(|entry| copies.iter().any(|copy| copy.key == entry.copy)).map(|entry| entry.at).min()
        };
        // Posts without a slot come last.
        stories.sort_by_key(|(_, copies)| first_slot(copies).map_or((1, None), |at| (0, Some(at))));
        let mut view = PlatformView {
            platform: platform.as_str(),
            name: platform.label(),
            shape: shape(*platform),
            scheduled: Vec::new(),
            reserve: Vec::new(),
            scheduled_posts: 0,
            reserve_posts: 0,
            left_out: 0,
        };
        let mut shown = 0;
        for (angle, copies) in stories {
            let scheduled = first_slot(&copies).is_some();
            *(if scheduled { &mut view.scheduled_posts } else { &mut view.reserve_posts }) += copies.len();
            if shown + copies.len() > most {
                view.left_out += copies.len();
                continue;
            }
            shown += copies.len();
            let story = story(kit, sources, angle, &copies);
            (if scheduled { &mut view.scheduled } else { &mut view.reserve }).push(story);
        }
        views.push(view);
    }
    views
}

fn shape(platform: Platform) -> &'static str {
    match platform {
        Platform::X | Platform::Threads | Platform::Bluesky | Platform::Mastodon => "stream",
        Platform::Linkedin | Platform::Facebook => "feed",
        Platform::Instagram => "gallery",
        Platform::Tiktok | Platform::YoutubeShorts => "video",
        Platform::Pinterest => "pin",
    }
}

fn story<'a>(kit: &'a Kit, sources: &Sources, angle: &str, copies: &[&'a Copy]) -> Story<'a> {
    let found = kit.content.angles.iter().find(|found| found.key == angle);
    let key = copies.first().map_or("", |copy| copy.angle.as_str());
    let factors = differing_factors(copies);
    let named: Vec<String> = factors.iter().map(|factor| format!("the {}", factor_name(*factor))).collect();
    Story {
        title: found.map(|angle| angle.title.as_str()).filter(|title| !title.trim().is_empty()).unwrap_or(key),
        premise: found.map_or("", |angle| &angle.premise),
        archetype: found.map(|angle| format::words(&code(&angle.archetype))).unwrap_or_default(),
        funnel: found.map(|angle| format::words(&code(&angle.funnel))).unwrap_or_default(),
        differs: (copies.len() > 1 && !named.is_empty()).then(|| format::list(&named)),
        posts: copies.iter().map(|copy| post(kit, sources, copy, copies, &factors)).collect(),
    }
}

/// Factors whose level is not the same in all variants.
fn differing_factors(copies: &[&Copy]) -> Vec<Factor> {
    let mut levels: BTreeMap<Factor, BTreeSet<&str>> = BTreeMap::new();
    for (factor, level) in copies.iter().flat_map(|copy| &copy.factors) {
        levels.entry(*factor).or_default().insert(level);
    }
    levels.into_iter().filter(|(_, levels)| levels.len() > 1).map(|(factor, _)| factor).collect()
}

/// A factor as people call it.
pub(super) fn factor_name(factor: Factor) -> &'static str {
    match factor {
        Factor::Hook => "hook",
        Factor::Body => "body",
        Factor::Cta => "call to action",
        Factor::Visual => "visual",
    }
}

fn post<'a>(
    kit: &'a Kit,
    sources: &Sources,
    copy: &'a Copy,
    siblings: &[&'a Copy],
    factors: &[Factor],
) -> PostView<'a> {
    let content = &kit.content;
    let verdict = content.verdicts.iter().find(|verdict| verdict.subject == copy.key);
    let entries: Vec<&ScheduleEntry> = content.schedule.entries.iter().filter(|entry| entry.copy == copy.key).collect();
    let others: BTreeSet<&str> = siblings
        .iter()
        .filter(|other| other.key != copy.key)
        .flat_map(|other| &other.sentences)
        .map(|sentence| sentence.text.trim())
        .collect();
    let annotations = Annotations { copy, verdict, sources, others: (siblings.len() > 1).then_some(others) };
    let opening = copy.published_parts().into_iter().next().unwrap_or_default();
    let (parts, title) = annotations.cut(fold_at(copy.platform, &opening));
    let (account, handle) = identity(kit, copy, &entries);
    // A variant without a visual of its own carries that of its sibling, unless the visual is what is tested.
    let shares = !factors.contains(&Factor::Visual);
    let own = |key: &str| -> Vec<usize> {
        let assets = content.assets.iter().enumerate();
        assets.filter(|(_, asset)| asset.copy == key).map(|(index, _)| index).collect()
    };
    let mut pictures = own(&copy.key);
    if pictures.is_empty() && shares {
        pictures = siblings.iter().map(|other| own(&other.key)).find(|found| !found.is_empty()).unwrap_or_default();
    }
    let storyboard =
        pictures.iter().filter_map(|index| content.assets.get(*index)).find_map(|asset| match &asset.content {
            AssetContent::Storyboard(storyboard) => Some(storyboard),
            AssetContent::Card(_) | AssetContent::Carousel(_) => None,
        });
    let shown = |index: &usize| {
        content
            .assets
            .get(*index)
            .is_some_and(|asset| matches!(asset.content, AssetContent::Card(_) | AssetContent::Carousel(_)))
    };
    pictures.retain(shown);
    PostView {
        key: &copy.key,
        variant: copy.variant.to_uppercase(),
        format: match copy.format {
            CopyFormat::Thread => format!("thread of {}", parts.len()),
            other => code(&other),
        },
        initial: account.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().collect()).unwrap_or_default(),
        account,
        handle,
        levels: factors
            .iter()
            .filter_map(|factor| {
                let level = copy.factors.get(factor)?;
                Some(Level { factor: factor_name(*factor).to_owned(), level: format::words(level) })
            })
            .collect(),
        slots: entries.iter().map(|entry| slot(entry)).collect(),
        title,
        parts,
        poster: storyboard.and_then(|storyboard| storyboard.shots.first()).map(|shot| shot.on_screen_text.as_str()),
        pictures,
        decision: verdict.map_or_else(|| "not checked".to_owned(), |verdict| decision(verdict.decision).to_owned()),
        findings: verdict
            .iter()
            .flat_map(|verdict| &verdict.findings)
            .map(|finding| FindingView { kind: code(&finding.kind), decision: code(&finding.decision), finding })
            .collect(),
        hook: kit.hooks.iter().find(|reading| reading.copy == copy.key).map(|reading| hook(&reading.score)),
        copy,
    }
}

/// A decision as a person says it.
pub(super) fn decision(decision: ModerationDecision) -> &'static str {
    match decision {
        ModerationDecision::Allow => "cleared",
        ModerationDecision::Flag => "flagged",
        ModerationDecision::Quarantine => "held back",
        ModerationDecision::Block => "blocked",
    }
}

/// The name shown over a post and its handle: of the account that posts it, else the product's name.
fn identity(kit: &Kit, copy: &Copy, entries: &[&ScheduleEntry]) -> (String, String) {
    let brief = &kit.content.brief;
    let plan = brief.platforms.iter().find(|plan| plan.platform == copy.platform);
    let named = entries.iter().map(|entry| entry.account.as_str()).find(|account| !account.is_empty());
    let id = named.or_else(|| plan.and_then(|plan| plan.account.as_deref()));
    let accounts = || brief.accounts.iter().filter(|account| account.platform == copy.platform);
    let account = accounts().find(|account| Some(account.id.as_str()) == id).or_else(|| accounts().next());
    let handle = account.and_then(|account| account.handle.as_deref()).map(|handle| format!("@{handle}"));
    (brief.product.name.clone(), handle.or_else(|| id.map(str::to_owned)).unwrap_or_default())
}

fn slot(entry: &ScheduleEntry) -> Slot<'_> {
    Slot {
        when: format::moment(&entry.local),
        experiment: entry.experiment.is_some(),
        why: &entry.why,
        expected: format::change(entry.score),
        low: format::change(entry.low),
        high: format::change(entry.high),
    }
}

fn hook(score: &HookScore) -> Hook {
    Hook {
        percent: (score.score.clamp(0.0, 1.0) * 100.0).round() as u32,
        known: score.trust > 0.0,
        words: hooks::in_words(score),
    }
}
