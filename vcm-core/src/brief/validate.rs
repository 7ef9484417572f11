//! The rules of a brief: lengths, ranges, references and contradictions, all of them checked at once.
//!
//! A brief that a host builds in code goes through the same rules as one that was parsed. What many fields share is in
//! [`super::rules`], syntax of single values in [`super::checks`]. Next: [`crate::platform`].

use std::collections::BTreeMap;

use jiff::{Unit, civil::Time};

use super::{
    Brief, ProofKind, checks,
    parse::refuse,
    rules::{Rules, quoted},
};
use crate::{
    error::{Result, Violation},
    locale::{self, Language},
    platform::Platform,
};

impl Brief {
    /// Checks every rule.
    ///
    /// # Errors
    /// `invalid_input` with every violation.
    pub fn validate(&self) -> Result<()> {
        let found = violations(self);
        if found.is_empty() { Ok(()) } else { Err(refuse(found)) }
    }
}

/// Far more than the limits of all lists that a person fills. Beyond it a brief is not looked at any further, because some rules
/// compare entries with each other.
const MAX_ENTRIES: usize = 2_000;

/// Every violation, in the order of the brief's fields.
pub(super) fn violations(brief: &Brief) -> Vec<Violation> {
    let mut rules = Rules { found: Vec::new(), language: Language::of_tag(&brief.locale) };
    let entries = entries(brief);
    if entries > MAX_ENTRIES {
        rules.add(
            "document",
            format!("{entries} entries in its lists"),
            format!("at most {MAX_ENTRIES} in all lists together"),
        );
        return rules.found;
    }
    rules.text("name", &brief.name, 1, 120);
    product(&mut rules, brief);
    audiences(&mut rules, brief);
    goals(&mut rules, brief);
    platforms(&mut rules, brief);
    voice(&mut rules, brief);
    brief.brand.check(&mut rules);
    material(&mut rules, brief);
    offer_and_links(&mut rules, brief);
    hashtags(&mut rules, brief);
    schedule(&mut rules, brief);
    rules.checked("locale", &brief.locale, locale::check);
    accounts(&mut rules, brief);
    experiment(&mut rules, brief);
    rules.range("angles", f64::from(brief.angles), 1.0, 24.0);
    rules.list("history", brief.history.len(), 0, 20);
    for (index, path) in brief.history.iter().enumerate() {
        rules.checked(format!("history[{index}]"), path, |path| checks::data_file(path, &["csv", "jsonl", "ndjson"]));
    }
    rules.list("trends", brief.trends.len(), 0, 20);
    for (index, path) in brief.trends.iter().enumerate() {
        rules.checked(format!("trends[{index}]"), path, |path| checks::data_file(path, &["jsonl", "ndjson"]));
    }
    rules.found
}

fn entries(brief: &Brief) -> usize {
    let material = brief.proof_points.len() + brief.steps.len() + brief.myths.len() + brief.objections.len();
    let story = brief.comparisons.len() + brief.milestones.len() + brief.links.len() + brief.product.does.len();
    let plan =
        brief.platforms.len() + brief.accounts.len() + brief.goals.len() + brief.history.len() + brief.trends.len();
    let voice = &brief.voice;
    let words = voice.rules.len()
        + voice.tone.len()
        + voice.banned_words.len()
        + voice.required_words.len()
        + voice.examples.len();
    let tags = brief.hashtags.r#use.len() + brief.hashtags.avoid.len();
    let days = brief.schedule.quiet_hours.len() + brief.schedule.blackout_days.len();
    let readers =
        brief.audiences.iter().map(|reader| 1 + reader.pains.len() + reader.wants.len() + reader.time_zones.len());
    let factors = brief.experiment.as_ref().map_or(0, |plan| plan.factors.len());
    material + story + plan + words + tags + days + readers.sum::<usize>() + factors
}

fn product(rules: &mut Rules, brief: &Brief) {
    rules.text("product.name", &brief.product.name, 1, 60);
    rules.text("product.category", &brief.product.category, 1, 80);
    rules.no_article("product.category", &brief.product.category);
    rules.text("product.summary", &brief.product.summary, 1, 300);
    rules.infinitives("product.does", &brief.product.does);
}

fn audiences(rules: &mut Rules, brief: &Brief) {
    rules.list("audiences", brief.audiences.len(), 1, 5);
    for (index, audience) in brief.audiences.iter().enumerate() {
        let field = format!("audiences[{index}]");
        rules.text(format!("{field}.name"), &audience.name, 1, 80);
        // English sets the name as it stands ("the Python community"); the others put their own words before it.
        if rules.language != Some(Language::English) {
            rules.no_article(format!("{field}.name"), &audience.name);
        }
        rules.texts(&format!("{field}.pains"), &audience.pains, 20, 120);
        rules.infinitives(&format!("{field}.wants"), &audience.wants);
        rules.list(&format!("{field}.time_zones"), audience.time_zones.len(), 0, 50);
        for (zone, share) in &audience.time_zones {
            let field = format!("{field}.time_zones[{zone:?}]");
            rules.checked(field.clone(), zone, checks::time_zone);
            if !(share.is_finite() && *share > 0.0) {
                rules.add(field, share, "a share above 0");
            }
        }
    }
}

fn goals(rules: &mut Rules, brief: &Brief) {
    rules.list("goals", brief.goals.len(), 1, 3);
    for (index, goal) in brief.goals.iter().enumerate() {
        let field = format!("goals[{index}]");
        if let Some(target) = goal.target.filter(|target| !(target.is_finite() && *target > 0.0)) {
            rules.add(format!("{field}.target"), target, "a number above 0");
        }
        if let Some(metric) = &goal.metric {
            rules.text(format!("{field}.metric"), metric, 1, 80);
        }
        if let Some(due) = goal.due.filter(|due| *due < brief.schedule.start) {
            rules.add(format!("{field}.due"), due, format!("a day from schedule.start ({}) on", brief.schedule.start));
        }
    }
}

fn platforms(rules: &mut Rules, brief: &Brief) {
    rules.list("platforms", brief.platforms.len(), 1, 10);
    let mut seen = BTreeMap::new();
    for (index, plan) in brief.platforms.iter().enumerate() {
        let field = format!("platforms[{index}]");
        rules.range(format!("{field}.posts_per_week"), f64::from(plan.posts_per_week), 1.0, 50.0);
        if let Some(seconds) = plan.video_seconds {
            if !matches!(plan.platform, Platform::Tiktok | Platform::YoutubeShorts) {
                rules.add(
                    format!("{field}.video_seconds"),
                    seconds,
                    "nothing here: only tiktok and youtube_shorts posts are videos",
                );
            } else if !matches!(seconds, 15 | 30 | 60) {
                rules.add(format!("{field}.video_seconds"), seconds, "15, 30 or 60");
            }
        }
        if let Some(first) = seen.insert((plan.platform, plan.account.as_deref()), index) {
            let allowed = format!("each platform once per account; platforms[{first}] has it already");
            rules.add(format!("{field}.platform"), plan.platform, allowed);
        }
        let on_platform: Vec<&str> = brief
            .accounts
            .iter()
            .filter(|account| account.platform == plan.platform)
            .map(|account| account.id.as_str())
            .collect();
        let listed = on_platform.join(", ");
        match plan.account.as_deref() {
            Some(id) if !on_platform.contains(&id) => {
                let allowed = if on_platform.is_empty() {
                    format!("an id of accounts on {}; there is none", plan.platform)
                } else {
                    format!("an id of accounts on {}: {listed}", plan.platform)
                };
                rules.add(format!("{field}.account"), quoted(id), allowed);
            }
            None if on_platform.len() > 1 => {
                let allowed = format!("one of the accounts on {}: {listed}", plan.platform);
                rules.add(format!("{field}.account"), "nothing", allowed);
            }
            _ => {}
        }
    }
}

fn voice(rules: &mut Rules, brief: &Brief) {
    let voice = &brief.voice;
    rules.list("voice.tone", voice.tone.len(), 0, 3);
    for (index, tone) in voice.tone.iter().enumerate() {
        if voice.tone.iter().take(index).any(|other| other == tone) {
            rules.add(format!("voice.tone[{index}]"), format!("{tone:?}").to_lowercase(), "each trait once");
        }
    }
    rules.texts("voice.banned_words", &voice.banned_words, 200, 60);
    rules.texts("voice.required_words", &voice.required_words, 3, 60);
    rules.list("voice.rules", voice.rules.len(), 0, 20);
    for (index, rule) in voice.rules.iter().enumerate() {
        let earlier = || voice.rules.iter().take(index).enumerate();
        if let Some((first, _)) = earlier().find(|(_, other)| *other == rule) {
            rules.add(
                format!("voice.rules[{index}]"),
                quoted(&rule.sentence()),
                format!("each rule once; voice.rules[{first}] has this one"),
            );
        } else if let Some((first, other)) = earlier().find(|(_, other)| rule.contradicts(**other)) {
            let allowed = format!("a rule that agrees with voice.rules[{first}], {:?}", other.sentence());
            rules.add(format!("voice.rules[{index}]"), quoted(&rule.sentence()), allowed);
        }
    }
    rules.list("voice.examples", voice.examples.len(), 0, 20);
    for (index, example) in voice.examples.iter().enumerate() {
        rules.lines(format!("voice.examples[{index}]"), example, 1, 3000, true);
    }
    // Copy that must carry a banned word can never be written.
    let required = voice
        .required_words
        .iter()
        .enumerate()
        .map(|(index, word)| (format!("voice.required_words[{index}]"), word.as_str()));
    let statements = brief
        .proof_points
        .iter()
        .enumerate()
        .map(|(index, proof)| (format!("proof_points[{index}].statement"), proof.statement.as_str()));
    let fixed = [("product.name", &brief.product.name), ("product.summary", &brief.product.summary)]
        .map(|(field, text)| (field.to_owned(), text.as_str()));
    for (field, text) in required.chain(fixed).chain(statements) {
        if let Some(banned) = voice.banned_words.iter().find(|banned| checks::contains_phrase(text, banned)) {
            rules.add(field, quoted(text), format!("a text without {banned:?}, which voice.banned_words bans"));
        }
    }
}

fn material(rules: &mut Rules, brief: &Brief) {
    rules.list("proof_points", brief.proof_points.len(), 0, 100);
    rules.ids("proof_points", brief.proof_points.iter().map(|proof| proof.id.as_str()));
    for (index, proof) in brief.proof_points.iter().enumerate() {
        let field = format!("proof_points[{index}]");
        rules.text(format!("{field}.statement"), &proof.statement, 1, 240);
        rules.source(format!("{field}.source"), &proof.source);
        if let Some(topic) = &proof.topic {
            rules.text(format!("{field}.topic"), topic, 1, 60);
        }
        if let Some(figure) = &proof.figure {
            rules.text(format!("{field}.figure"), figure, 1, 24);
            if !proof.statement.contains(figure.as_str()) {
                rules.add(
                    format!("{field}.figure"),
                    quoted(figure),
                    "a figure that occurs in the statement, character for character",
                );
            }
        }
        match &proof.attribution {
            Some(attribution) => rules.text(format!("{field}.attribution"), attribution, 1, 120),
            None if proof.kind == ProofKind::Quote => {
                rules.add(format!("{field}.attribution"), "nothing", "who said it; a quote needs one");
            }
            None => {}
        }
    }
    rules.texts("steps", &brief.steps, 20, 240);
    rules.list("myths", brief.myths.len(), 0, 20);
    for (index, myth) in brief.myths.iter().enumerate() {
        rules.text(format!("myths[{index}].belief"), &myth.belief, 1, 240);
        rules.text(format!("myths[{index}].fact"), &myth.fact, 1, 240);
        proof_reference(rules, brief, format!("myths[{index}].proof"), &myth.proof);
    }
    rules.list("objections", brief.objections.len(), 0, 20);
    for (index, objection) in brief.objections.iter().enumerate() {
        rules.text(format!("objections[{index}].question"), &objection.question, 1, 240);
        rules.text(format!("objections[{index}].answer"), &objection.answer, 1, 400);
        proof_reference(rules, brief, format!("objections[{index}].proof"), &objection.proof);
    }
    rules.list("comparisons", brief.comparisons.len(), 0, 20);
    for (index, comparison) in brief.comparisons.iter().enumerate() {
        rules.text(format!("comparisons[{index}].before"), &comparison.before, 1, 240);
        rules.text(format!("comparisons[{index}].after"), &comparison.after, 1, 240);
        proof_reference(rules, brief, format!("comparisons[{index}].proof"), &comparison.proof);
    }
    rules.list("milestones", brief.milestones.len(), 0, 20);
    for (index, milestone) in brief.milestones.iter().enumerate() {
        rules.text(format!("milestones[{index}].when"), &milestone.when, 1, 40);
        rules.text(format!("milestones[{index}].event"), &milestone.event, 1, 240);
        rules.source(format!("milestones[{index}].source"), &milestone.source);
    }
}

fn proof_reference(rules: &mut Rules, brief: &Brief, field: String, id: &str) {
    let ids: Vec<&str> = brief.proof_points.iter().map(|proof| proof.id.as_str()).collect();
    if ids.contains(&id) {
        return;
    }
    let hint = super::suggest::nearest(id, &ids).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    let allowed = if ids.is_empty() {
        "an id of proof_points; there is none".to_owned()
    } else {
        format!("an id of proof_points{hint}")
    };
    rules.add(field, quoted(id), allowed);
}

fn offer_and_links(rules: &mut Rules, brief: &Brief) {
    if let Some(offer) = &brief.offer {
        rules.text("offer.text", &offer.text, 1, 240);
        if let Some(code) = &offer.code {
            rules.text("offer.code", code, 1, 40);
        }
        if let Some(until) = offer.until.filter(|until| *until < brief.schedule.start) {
            rules.add("offer.until", until, format!("a day from schedule.start ({}) on", brief.schedule.start));
        }
    }
    rules.list("links", brief.links.len(), 0, 50);
    rules.ids("links", brief.links.iter().map(|link| link.id.as_str()));
    for (index, link) in brief.links.iter().enumerate() {
        rules.checked(format!("links[{index}].url"), &link.url, checks::url);
        rules.text(format!("links[{index}].label"), &link.label, 1, 80);
    }
}

fn hashtags(rules: &mut Rules, brief: &Brief) {
    let (used, avoided) = (&brief.hashtags.r#use, &brief.hashtags.avoid);
    for (list, tags) in [("use", used), ("avoid", avoided)] {
        rules.list(&format!("hashtags.{list}"), tags.len(), 0, 200);
        for (index, tag) in tags.iter().enumerate() {
            rules.checked(format!("hashtags.{list}[{index}]"), tag, checks::hashtag);
        }
    }
    let avoided: Vec<String> = avoided.iter().map(|tag| tag.to_lowercase()).collect();
    for (index, tag) in used.iter().enumerate() {
        if avoided.contains(&tag.to_lowercase()) {
            rules.add(format!("hashtags.use[{index}]"), quoted(tag), "a tag that hashtags.avoid does not list");
        }
    }
}

fn schedule(rules: &mut Rules, brief: &Brief) {
    let schedule = &brief.schedule;
    let days = schedule.start.until((Unit::Day, schedule.end)).map_or(i32::MAX, |span| span.get_days());
    if !(0..=366).contains(&days) {
        let allowed = format!("a day from schedule.start ({}) to 366 days after it", schedule.start);
        rules.add("schedule.end", schedule.end, allowed);
    }
    rules.checked("schedule.time_zone", &schedule.time_zone, checks::time_zone);
    rules.list("schedule.quiet_hours", schedule.quiet_hours.len(), 0, 24);
    for (index, quiet) in schedule.quiet_hours.iter().enumerate() {
        if quiet.from == quiet.to {
            rules.add(format!("schedule.quiet_hours[{index}].to"), quiet.to, "another time than `from`");
        }
    }
    let minutes = free_minutes(schedule.quiet_hours.iter().map(|quiet| (quiet.from, quiet.to)));
    if minutes == 0 {
        rules.add("schedule.quiet_hours", "the whole day", "spans that leave part of the day free");
    }
    rules.list("schedule.blackout_days", schedule.blackout_days.len(), 0, 366);
    if (0..=366).contains(&days) {
        let mut dark: Vec<_> =
            schedule.blackout_days.iter().filter(|day| (schedule.start..=schedule.end).contains(day)).collect();
        dark.sort_unstable();
        dark.dedup();
        if dark.len() > days as usize {
            rules.add("schedule.blackout_days", "every day of the campaign", "days that leave at least one to post on");
        }
    }
    rules.range("schedule.account_gap_minutes", f64::from(schedule.account_gap_minutes), 0.0, 10_080.0);
    rules.range("schedule.campaign_gap_minutes", f64::from(schedule.campaign_gap_minutes), 0.0, 1_440.0);
    rules.range("schedule.daily_cap", f64::from(schedule.daily_cap), 1.0, 50.0);
}

/// Whole minutes of the day that no span covers. A span whose `from` is later than its `to` crosses midnight.
fn free_minutes(spans: impl Iterator<Item = (Time, Time)>) -> usize {
    let mut covered = [false; 24 * 60];
    let minute = |time: Time| time.hour() as usize * 60 + time.minute() as usize;
    for (from, to) in spans {
        let (from, to) = (minute(from), minute(to));
        for (index, covered) in covered.iter_mut().enumerate() {
            *covered |= if from <= to { (from..to).contains(&index) } else { index >= from || index < to };
        }
    }
    covered.iter().filter(|covered| !**covered).count()
}

fn accounts(rules: &mut Rules, brief: &Brief) {
    rules.list("accounts", brief.accounts.len(), 0, 50);
    rules.ids("accounts", brief.accounts.iter().map(|account| account.id.as_str()));
    for (index, account) in brief.accounts.iter().enumerate() {
        let field = format!("accounts[{index}]");
        if let Some(handle) = &account.handle {
            rules.text(format!("{field}.handle"), handle, 1, 100);
            if handle.starts_with('@') || handle.contains(char::is_whitespace) {
                rules.add(format!("{field}.handle"), quoted(handle), "a handle without leading @ and without spaces");
            }
        }
        if let Some(limit) = account.max_chars {
            rules.range(format!("{field}.max_chars"), f64::from(limit), 1.0, 100_000.0);
        }
    }
}

fn experiment(rules: &mut Rules, brief: &Brief) {
    let Some(plan) = &brief.experiment else { return };
    rules.list("experiment.factors", plan.factors.len(), 1, 3);
    for (index, factor) in plan.factors.iter().enumerate() {
        if plan.factors.iter().take(index).any(|other| other == factor) {
            rules.add(format!("experiment.factors[{index}]"), format!("{factor:?}").to_lowercase(), "each factor once");
        }
    }
    rules.text("experiment.metric", &plan.metric, 1, 80);
    let baseline_fits = plan.baseline_rate > 0.0 && plan.baseline_rate < 1.0;
    if !baseline_fits {
        rules.add("experiment.baseline_rate", plan.baseline_rate, "a share above 0 and below 1");
    }
    if plan.impressions_per_post == 0 {
        rules.add("experiment.impressions_per_post", 0, "at least 1");
    }
    if !(plan.relative_lift.is_finite() && plan.relative_lift > 0.0) {
        rules.add("experiment.relative_lift", plan.relative_lift, "a number above 0, such as 0.2 for 20 %");
    } else if baseline_fits && plan.baseline_rate * (1.0 + plan.relative_lift) >= 1.0 {
        let most = 1.0 / plan.baseline_rate - 1.0;
        rules.add(
            "experiment.relative_lift",
            plan.relative_lift,
            format!("below {most:.2}: the lifted rate is a share below 1"),
        );
    }
}
