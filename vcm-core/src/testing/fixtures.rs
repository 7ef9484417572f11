//! One of everything, with every field filled: what a store must give back as it was.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::json;
use uuid::Uuid;

use crate::{
    angles::{Angle, Archetype, FunnelStage},
    audit::NewAuditEntry,
    brief::{Brief, Factor},
    campaign::{
        Approval, Campaign, Change, ChangeSet, Effect, Embedding, Event, EventKind, Failure, ForkOrigin, Inputs,
        NewEvent, Receipt, Rejection, Review, Revision, State, Status, Usage,
    },
    copy::{Copy, CopyFormat, Sentence},
    experiments::Experiment,
    hash::{ContentHash, Seed},
    hashtags::{Confidence, HashtagBucket, HashtagLadder, RankedHashtag},
    id::{CampaignId, OrgId, UserId},
    moderation::{Finding, FindingKind, ModerationDecision, Verdict},
    platform::Platform,
    schedule::SchedulePlan,
    trends::TrendTopic,
    visuals::{Asset, AssetContent, Card, CardTemplate, Palette, Storyboard},
    voice::{Language, Part, VoiceDifference, VoiceEvidence},
};

/// Text that breaks careless code: other scripts, joined emoji, combining marks, quotes, a bidi mark, a line break.
pub const UNICODE: &str = "Grüße, 東京! مرحبا 👩‍👩‍👧‍👦 e\u{301} \u{200f}“it's” \"50 %\" \\ <b>\n\u{1F3F4}\u{10FFFF}";

/// Sunday, 22 November 2026, 09:30:15.123456789 UTC.
pub fn now() -> Timestamp {
    Timestamp::new(1_795_339_815, 123_456_789).expect("in range")
}

/// The org number `number`.
pub fn org(number: u16) -> OrgId {
    OrgId(id(1, number))
}

/// The user number `number`.
pub fn user(number: u16) -> UserId {
    UserId(id(2, number))
}

/// The campaign number `number`: a greater number is a later id.
pub fn campaign_id(number: u16) -> CampaignId {
    CampaignId(id(3, number))
}

fn id(kind: u128, number: u16) -> Uuid {
    Uuid::from_u128(0x019a_0000_0000_7000_8000_0000_0000_0000 | (u128::from(number) << 84) | kind)
}

fn parse<T: DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).expect("the fixture has the form of its type")
}

/// A brief with every field filled.
pub fn brief(name: &str) -> Brief {
    parse(json!({
        "name": name,
        "product": {
            "name": "Lantern 2.0", "category": "reading lamp", "summary": UNICODE, "does": ["read without waking anyone"],
            "plural": true,
        },
        "audiences": [{
            "name": "night readers", "pains": ["glare"], "wants": ["sleep better"],
            "time_zones": { "Europe/Berlin": 0.6, "Asia/Tokyo": 0.1 },
        }],
        "goals": [{ "kind": "signups", "target": 1234.5, "metric": "sign-ups", "due": "2026-12-24" }],
        "platforms": [{ "platform": "mastodon", "posts_per_week": 5, "account": "main" }],
        "voice": {
            "tone": ["warm", "technical"], "person": "i", "emoji": "free", "banned_words": ["cheap"],
            "required_words": ["Lantern"], "rules": ["no semicolons", "sentences_of_at_most_30_words"], "examples": [UNICODE],
        },
        "brand": { "primary": "#000000", "accent": "#ffffff", "paper": "#fbf7f0", "watermark": "ランタン" },
        "proof_points": [{
            "id": "lumen", "statement": "It gives 320 lumen.", "source": "https://example.com/sheet", "kind": "figure",
            "topic": "brightness", "figure": "320 lumen", "attribution": "Ada Lovelace, mathematician",
        }],
        "steps": ["Charge it."],
        "myths": [{ "belief": "More is better.", "fact": "Warm is better.", "proof": "lumen" }],
        "objections": [{ "question": "Does it flicker?", "answer": "No.", "proof": "lumen" }],
        "comparisons": [{ "before": "A bulb.", "after": "A lantern.", "proof": "lumen" }],
        "milestones": [{ "when": "in 2012", "event": "it was drawn", "source": "https://example.com/story" }],
        "offer": { "text": "Free until June.", "code": "LIGHT", "until": "2027-06-01" },
        "links": [{ "id": "main", "url": "https://example.com/ü?a=1&b=2", "label": "the sheet" }],
        "hashtags": { "use": ["読書"], "avoid": ["follow4follow"] },
        "schedule": {
            "start": "2026-11-23", "end": "2026-12-24", "time_zone": "Europe/Berlin",
            "quiet_hours": [{ "from": "22:00", "to": "07:00" }], "blackout_days": ["2026-12-06"],
            "account_gap_minutes": 60, "campaign_gap_minutes": 15, "daily_cap": 3,
        },
        "locale": "en-GB",
        "budget": { "limit_micros": 9_007_199_254_740_993u64 },
        "accounts": [{ "id": "main", "platform": "mastodon", "handle": "lantern", "max_chars": 1000 }],
        "experiment": {
            "factors": ["hook", "visual"], "metric": "link clicks", "baseline_rate": 0.012_345_678_9, "impressions_per_post": 4000,
            "relative_lift": 0.25,
        },
        "angles": 7,
        "seed": 7,
        "history": ["posts.csv"],
        "trends": ["texts.jsonl"],
    }))
}

/// A new campaign in `created` with every other field filled.
pub fn campaign(org: OrgId, id: CampaignId) -> Campaign {
    Campaign {
        id,
        org,
        brief: brief(UNICODE),
        seed: Seed(u64::MAX),
        now: now(),
        inputs: Inputs {
            history: Some(ContentHash::of_bytes(b"history")),
            trends: Some(ContentHash::of_bytes(b"trends")),
            voice: Some(ContentHash::of_bytes(b"voice")),
            pictures: [("logo.png".to_owned(), ContentHash::of_bytes(b"logo"))].into(),
        },
        status: Status::default(),
        revision: Revision(0),
        spent_micros: 0,
        budget_micros: Some(u64::MAX),
        forked_from: Some(ForkOrigin { campaign: campaign_id(999), state: State::Drafting }),
        created_by: user(1),
        created_at: now(),
    }
}

/// A status with every field filled, which no campaign has.
pub fn full_status(state: State) -> Status {
    let content_hash = ContentHash::of_bytes(b"kit");
    Status {
        state,
        round: 3,
        review: Some(Review { content_hash: content_hash.clone(), blocked: vec![UNICODE.into()] }),
        approval: Some(Approval { content_hash, by: user(2), at: now() }),
        rejections: vec![Rejection { round: 2, reason: UNICODE.into(), by: user(3), at: now() }],
        failure: Some(Failure { state: State::Drafting, kind: "provider_failed".into(), message: UNICODE.into() }),
    }
}

/// A topic.
pub fn topic(key: &str) -> TrendTopic {
    parse(json!({
        "key": key, "label": UNICODE, "terms": ["lamp", "灯"], "medoid": UNICODE, "texts": 12, "authors": 9,
        "sources": ["mastodon.social", "feeds.jsonl"], "first_seen": "2026-11-01T00:00:00Z", "last_seen": now(),
        "momentum": -0.123_456_789_012_345_6, "relevance": 1.0, "score": 0.1, "why": [UNICODE],
    }))
}

/// An angle.
pub fn angle(key: &str) -> Angle {
    Angle {
        key: key.into(),
        archetype: Archetype::BehindTheScenes,
        title: UNICODE.into(),
        premise: "What it took.".into(),
        sources: vec!["lumen".into(), "steps[0]".into()],
        topic: Some("topic-1".into()),
        funnel: FunnelStage::Consideration,
    }
}

/// A copy; about 420 bytes of text.
pub fn copy(key: &str) -> Copy {
    Copy {
        key: key.into(),
        angle: "angle-1".into(),
        platform: Platform::YoutubeShorts,
        variant: "b".into(),
        format: CopyFormat::Thread,
        title: Some(UNICODE.into()),
        parts: vec!["One lamp, ten nights, no glare. ".repeat(6), UNICODE.into()],
        hashtags: vec!["読書".into(), "lamps".into()],
        alt_text: Some("A lamp beside a book.".into()),
        factors: BTreeMap::from([(Factor::Hook, "question".into()), (Factor::Visual, "quote".into())]),
        sentences: vec![Sentence { text: UNICODE.into(), sources: vec!["lumen".into()] }],
        patterns: vec!["hook-7".into()],
        framework: None,
        selection: None,
    }
}

/// A vector of the copy with this key.
pub fn embedding(copy: &str, vector: &[f32]) -> Embedding {
    Embedding { copy: copy.into(), embedder: "lexical-1".into(), vector: vector.to_vec() }
}

/// A card.
pub fn card(key: &str) -> Asset {
    Asset {
        key: key.into(),
        copy: "x-angle-1-a".into(),
        platform: Platform::Instagram,
        alt_text: UNICODE.into(),
        content: AssetContent::Card(Card {
            template: CardTemplate::Statistic,
            width_px: 1080,
            height_px: 1350,
            kicker: Some("Lantern".into()),
            headline: UNICODE.into(),
            lines: vec!["320 lumen".into()],
            figure: Some("320".into()),
            footer: Some("example.com".into()),
            palette: palette(),
            watermark: Some("ランタン".into()),
            seed: u64::MAX,
            ..Card::default()
        }),
    }
}

/// A storyboard.
pub fn storyboard(key: &str) -> Asset {
    let board: Storyboard = parse(json!({
        "title": UNICODE, "duration_ms": 15000, "width_px": 1080, "height_px": 1920,
        "shots": [{
            "start_ms": 0, "duration_ms": 15000, "framing": "close-up", "action": "A page turns.", "on_screen_text": "320",
            "voice_over": UNICODE, "captions": [{ "start_ms": 0, "end_ms": 900, "text": UNICODE }],
        }],
        "music_mood": "calm", "b_roll": ["moths"], "palette": palette(),
    }));
    Asset { content: AssetContent::Storyboard(board), ..card(key) }
}

fn palette() -> Palette {
    Palette { primary: "#000000".into(), accent: "#ffffff".into(), paper: "#fbf7f0".into() }
}

/// A ladder.
pub fn ladder(platform: Platform) -> HashtagLadder {
    HashtagLadder {
        platform,
        cap: 5,
        rungs: vec![RankedHashtag {
            tag: "読書".into(),
            score: 1.0 / 3.0,
            bucket: HashtagBucket::Niche,
            saturation: Some(0.7),
            confidence: Confidence::Thin,
            why: vec![UNICODE.into()],
        }],
        notes: vec!["few posts".into()],
    }
}

/// An experiment.
pub fn experiment(key: &str) -> Experiment {
    parse(json!({
        "key": key, "platform": "x", "hypothesis": UNICODE, "metric": "link clicks", "factors": ["hook"],
        "arms": [{ "variant": "a", "levels": { "hook": "question" } }],
        "blocks": [{ "angle": "angle-1", "copies": ["x-angle-1-a", "x-angle-1-b"] }],
        "power": {
            "method": "two proportions", "alpha": 0.05, "power": 0.8, "baseline_rate": 0.02, "relative_lift": 0.2,
            "needed_per_arm": 19_784.123_456_789, "expected_per_arm": 1e300, "minimum_detectable_lift": 5e-324,
        },
        "decidable": true, "notes": [UNICODE],
    }))
}

/// A schedule.
pub fn schedule(note: &str) -> SchedulePlan {
    parse(json!({
        "entries": [{
            "copy": "x-angle-1-a", "platform": "x", "account": "main", "at": now(), "local": "2026-11-22T10:30", "score": 0.3,
            "low": -0.1, "high": 0.7, "posts": 12, "confidence": "ok", "why": [UNICODE], "experiment": "experiment-x",
        }],
        "unplaced": [{ "copy": "x-angle-2-a", "reason": "daily cap" }],
        "objective": 0.3, "bound": 0.31, "optimality_gap": 0.032_258_064_516_129_03,
        "hours": [{
            "account": "main", "platform": "x", "weekday": 7, "hour": 10, "score": 0.3, "low": 0.1, "high": 0.5, "posts": 3,
        }],
        "notes": [note],
    }))
}

/// A verdict.
pub fn verdict(subject: &str) -> Verdict {
    Verdict {
        subject: subject.into(),
        decision: ModerationDecision::Quarantine,
        toxicity: 0.012_345,
        tier: "lexicon".into(),
        findings: vec![Finding {
            kind: FindingKind::Claim,
            rule: "claim.number".into(),
            decision: ModerationDecision::Quarantine,
            part: Some(1),
            start: 3,
            end: 9,
            message: UNICODE.into(),
            fix: Some("Cite it.".into()),
            score: 0.9,
        }],
    }
}

/// A receipt of an outside step.
pub fn receipt(ordinal: u32) -> Receipt {
    Receipt {
        step: ContentHash::of_bytes(&ordinal.to_le_bytes()),
        ordinal,
        round: 1,
        state: State::Drafting,
        agent: "copywriter".into(),
        tool: "copy.generate".into(),
        label: UNICODE.into(),
        effect: Effect::Outside,
        changes: Some(vec![Change::PutCopies(vec![copy("x-angle-1-a")])]),
        output_hash: ContentHash::of_bytes(b"output"),
        answered_by: "offline-writer 1".into(),
        usage: Usage { input_tokens: u64::MAX, output_tokens: 2, images: 3, cost_micros: 4 },
        attempts: 2,
        started_at: now(),
        finished_at: now(),
    }
}

/// One event of every kind.
pub fn events() -> Vec<NewEvent> {
    let content_hash = ContentHash::of_bytes(b"kit");
    let text = || UNICODE.to_owned();
    [
        EventKind::Created { name: text() },
        EventKind::Forked { from: campaign_id(999), state: State::Drafting },
        EventKind::StateEntered { state: State::Researching },
        EventKind::StepCompleted {
            state: State::Drafting,
            agent: text(),
            tool: text(),
            label: text(),
            cost_micros: 1 << 53,
        },
        EventKind::ReviewRequested { content_hash: content_hash.clone(), blocked: vec![text()] },
        EventKind::Approved { content_hash: content_hash.clone(), by: user(1) },
        EventKind::Rejected { reason: text(), by: user(1) },
        EventKind::Edited,
        EventKind::KitWritten { target: text(), status: crate::kit::KitStatus::Approved, content_hash },
        EventKind::BudgetPaused { spent_micros: 1, limit_micros: 2, next_micros: 3 },
        EventKind::Failed { state: State::Drafting, kind: "io".into(), message: text() },
    ]
    .into_iter()
    .map(|kind| NewEvent { at: now(), kind })
    .collect()
}

/// An event that a step is done.
pub fn event(label: &str) -> NewEvent {
    let kind = EventKind::StepCompleted {
        state: State::Drafting,
        agent: "copywriter".into(),
        tool: "copy.generate".into(),
        label: label.into(),
        cost_micros: 0,
    };
    NewEvent { at: now(), kind }
}

/// The events as a store numbers them, the first with `first`.
pub fn numbered(events: &[NewEvent], campaign: CampaignId, first: u64) -> Vec<Event> {
    (first..).zip(events).map(|(seq, event)| Event { campaign, seq, at: event.at, kind: event.kind.clone() }).collect()
}

/// An audit entry.
pub fn audit(action: &str, campaign: CampaignId) -> NewAuditEntry {
    NewAuditEntry {
        actor: user(1),
        action: action.into(),
        campaign: Some(campaign),
        detail: json!({ "text": UNICODE, "number": 0.1, "list": [null, true] }),
        at: now(),
    }
}

/// A set with these changes and nothing else.
pub fn set(org: OrgId, campaign: CampaignId, expected: Revision, changes: Vec<Change>) -> ChangeSet {
    ChangeSet {
        org,
        campaign,
        expected,
        fence: None,
        idempotency: None,
        changes,
        events: Vec::new(),
        audit: Vec::new(),
        at: now(),
    }
}

/// The set that stores a new campaign.
pub fn creation(org: OrgId, id: CampaignId) -> ChangeSet {
    let mut set = set(org, id, Revision(0), vec![Change::PutCampaign(Box::new(campaign(org, id)))]);
    set.events = vec![NewEvent { at: now(), kind: EventKind::Created { name: UNICODE.into() } }];
    set.audit = vec![audit("campaign.created", id)];
    set
}

/// What an edit taught.
pub fn evidence(id: &str, campaign: CampaignId) -> VoiceEvidence {
    VoiceEvidence {
        id: id.into(),
        campaign,
        copy: "x-angle-1-a".into(),
        platform: Platform::Mastodon,
        account: Some("main".into()),
        language: Language::English,
        before: UNICODE.into(),
        after: "It gives 320 lumen. Try it!".into(),
        why: Some(UNICODE.into()),
        changed: vec![VoiceDifference { part: Part::Exclamations, text: UNICODE.into(), size: 2.25 }],
        by: user(1),
        at: now(),
    }
}

/// One change of every kind that puts artefacts, in an order that a store accepts.
pub fn artefacts() -> Vec<Change> {
    vec![
        Change::PutTopics(vec![topic("topic-1"), topic("topic-2")]),
        Change::PutAngles(vec![angle("angle-1"), angle("angle-2")]),
        Change::PutCopies(vec![copy("x-angle-1-b"), copy("x-angle-1-a"), copy("x-angle-10-a")]),
        Change::PutEmbeddings(vec![embedding("x-angle-1-a", &[0.6, 0.8]), embedding("x-angle-1-b", &[1.0, 0.0])]),
        Change::PutAssets(vec![card("card-x-angle-1-b"), storyboard("storyboard-x-angle-1-a")]),
        Change::PutHashtags(vec![ladder(Platform::Mastodon), ladder(Platform::X)]),
        Change::PutExperiments(vec![experiment("experiment-x"), experiment("experiment-mastodon")]),
        Change::PutSchedule(Box::new(schedule("first"))),
        Change::PutVerdicts(vec![verdict("x-angle-1-b"), verdict("card-x-angle-1-b")]),
        Change::PutReceipt(Box::new(receipt(1))),
        Change::PutReceipt(Box::new(receipt(0))),
    ]
}
