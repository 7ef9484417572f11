//! `report.html`: one page that a person can read, print or send. Text reaches it through minijinja's escaping only; there is no
//! script and nothing is loaded from elsewhere.

use std::collections::BTreeMap;

use base64::Engine;
use minijinja::{AutoEscape, Environment, Value};
use serde::Serialize;
use vcm_core::{
    Error, ErrorKind, Result,
    copy::Copy,
    experiments::Experiment,
    kit::{Kit, KitStatus},
    moderation::{Finding, ModerationDecision, Verdict},
    platform::Platform,
};

use super::{heat_map::heat_maps, hooks, looks::looks, picture_paths, tables::code};
use crate::visuals::uncovered_characters;

const TEMPLATE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/report.html"));

/// Most bytes of pictures in the page, so that it stays under 2 MB with its text. Pictures past that are named, not shown.
const PICTURE_BUDGET_BYTES: usize = 1_100_000;

/// Most groups of like verdicts in the list of those to look at; every post shows its own.
const MOST_LOOKS: usize = 60;

/// Width of a preview in pixels.
pub(super) const PREVIEW_PX: u32 = 320;

/// The posts of one platform.
#[derive(Serialize)]
struct PlatformView<'a> {
    label: &'static str,
    platform: &'static str,
    scheduled: Vec<PostView<'a>>,
    /// Posts without a slot.
    reserve: Vec<PostView<'a>>,
}

#[derive(Serialize)]
struct SourceView<'a> {
    id: &'a str,
    statement: &'a str,
    source: &'a str,
    is_link: bool,
    /// Posts that cite it.
    posts: usize,
}

#[derive(Serialize)]
struct PostView<'a> {
    copy: &'a Copy,
    label: &'static str,
    platform: &'static str,
    angle: String,
    hook: Option<String>,
    format: String,
    parts: Vec<Vec<Segment>>,
    when: Vec<String>,
    decision: String,
    findings: Vec<FindingView<'a>>,
    pictures: Vec<Picture<'a>>,
    initial: String,
    account: String,
}

#[derive(Serialize)]
struct Segment {
    text: String,
    mark: bool,
    title: String,
}

#[derive(Serialize)]
struct FindingView<'a> {
    finding: &'a Finding,
    kind: String,
    decision: String,
}

#[derive(Serialize, Clone)]
struct Picture<'a> {
    path: String,
    alt_text: &'a str,
    data: Option<String>,
}

/// The page. `previews` are small JPEGs of the assets, in their order.
pub(super) fn report_html(kit: &Kit, previews: &[Option<Vec<u8>>]) -> Result<Vec<u8>> {
    let failed = |error: minijinja::Error| {
        Error::new(ErrorKind::Unexpected, "report_html", "the page cannot be made").caused_by(error)
    };
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("code", |text: String| text.replace('_', " "));
    environment.add_filter("fixed", |number: f64, digits: usize| format!("{number:.digits$}"));
    environment.add_filter("percent", |number: f64| format!("{:.0} %", number * 100.0));
    environment.add_filter("moment", |local: String| moment(&local));
    environment.add_filter("pace", |momentum: f64| format!("{:.1} times its past pace", momentum.exp()));
    environment.add_template("report.html", TEMPLATE).map_err(failed)?;
    let content = &kit.content;
    let pictures = pictures(kit, previews);
    let platforms = platforms(kit, &pictures);
    let flagged = content.verdicts.iter().filter(|verdict| verdict.decision != ModerationDecision::Allow).count();
    let looks = looks(kit);
    let shown_looks = looks.get(..looks.len().min(MOST_LOOKS)).unwrap_or_default();
    let experiments: Vec<Value> = content
        .experiments
        .iter()
        .map(|experiment| minijinja::context! { experiment => serialized(experiment), platform => experiment.platform.label(), words => in_words(experiment) })
        .collect();
    let page = environment
        .get_template("report.html")
        .map_err(failed)?
        .render(minijinja::context! {
            kit => minijinja::context! { generator => &kit.generator, hash => kit.content_hash.short(), full_hash => &kit.content_hash.0 },
            draft => kit.status == KitStatus::Draft,
            content => serialized(content),
            now => content.now.to_string(),
            platforms => serialized(&platforms),
            looks => serialized(shown_looks),
            flagged,
            labels => Platform::ALL.iter().map(|platform| (platform.as_str(), platform.label())).collect::<BTreeMap<_, _>>(),
            more_looks => looks.len() - shown_looks.len(),
            sources => serialized(sources(kit)),
            ladders => content.hashtags.iter().map(|ladder| minijinja::context! { ladder => serialized(ladder), platform => ladder.platform.label() }).collect::<Vec<_>>(),
            maps => serialized(heat_maps(&content.schedule.hours)),
            experiments,
            missing => missing(kit),
        })
        .map_err(failed)?;
    Ok(page.into_bytes())
}

/// `Mon 7 Dec 2026, 20:00` for `2026-12-07T20:00`; what is no such time stays as it is.
fn moment(local: &str) -> String {
    local
        .parse::<jiff::civil::DateTime>()
        .map_or_else(|_| local.to_owned(), |time| time.strftime("%a %-d %b %Y, %H:%M").to_string())
}

fn platforms<'a>(kit: &'a Kit, pictures: &BTreeMap<&'a str, Vec<Picture<'a>>>) -> Vec<PlatformView<'a>> {
    let mut views: BTreeMap<Platform, PlatformView<'a>> = BTreeMap::new();
    for copy in &kit.content.copies {
        let view = views.entry(copy.platform).or_insert_with(|| PlatformView {
            label: copy.platform.label(),
            platform: copy.platform.as_str(),
            scheduled: Vec::new(),
            reserve: Vec::new(),
        });
        let post = post(kit, copy, pictures);
        if post.when.is_empty() { view.reserve.push(post) } else { view.scheduled.push(post) }
    }
    views.into_values().collect()
}

fn sources(kit: &Kit) -> Vec<SourceView<'_>> {
    let cites = |copy: &&Copy, id: &str| {
        copy.sentences.iter().any(|sentence| sentence.sources.iter().any(|source| source.as_str() == id))
    };
    let proofs = kit.content.brief.proof_points.iter();
    proofs
        .map(|proof| SourceView {
            id: &proof.id,
            statement: &proof.statement,
            source: &proof.source,
            is_link: ["https://", "http://"].iter().any(|scheme| proof.source.starts_with(scheme)),
            posts: kit.content.copies.iter().filter(|copy| cites(copy, &proof.id)).count(),
        })
        .collect()
}

fn post<'a>(kit: &'a Kit, copy: &'a Copy, pictures: &BTreeMap<&'a str, Vec<Picture<'a>>>) -> PostView<'a> {
    let content = &kit.content;
    let verdict = content.verdicts.iter().find(|verdict| verdict.subject == copy.key);
    let entries: Vec<_> = content.schedule.entries.iter().filter(|entry| entry.copy == copy.key).collect();
    let account = entries.iter().map(|entry| entry.account.as_str()).find(|account| !account.is_empty());
    let shown_name = account.unwrap_or(&content.brief.product.name).to_owned();
    PostView {
        label: copy.platform.label(),
        platform: copy.platform.as_str(),
        angle: content
            .angles
            .iter()
            .find(|angle| angle.key == copy.angle)
            .map(|angle| angle.title.clone())
            .unwrap_or_default(),
        hook: kit.hooks.iter().find(|reading| reading.copy == copy.key).map(|reading| hooks::in_words(&reading.score)),
        format: code(&copy.format),
        parts: copy.published_parts().iter().enumerate().map(|(index, part)| segments(part, index, verdict)).collect(),
        when: entries.iter().map(|entry| moment(&entry.local)).collect(),
        decision: verdict.map_or_else(|| "not checked".to_owned(), |verdict| code(&verdict.decision)),
        findings: verdict.map(|verdict| verdict.findings.iter().map(finding).collect()).unwrap_or_default(),
        pictures: pictures.get(copy.key.as_str()).cloned().unwrap_or_default(),
        initial: shown_name.chars().find(|character| character.is_alphanumeric()).map(String::from).unwrap_or_default(),
        account: shown_name,
        copy,
    }
}

fn finding(finding: &Finding) -> FindingView<'_> {
    FindingView { finding, kind: code(&finding.kind), decision: code(&finding.decision) }
}

/// A part cut where findings begin and end, so that the page can mark them. Spans count code points.
fn segments(part: &str, index: usize, verdict: Option<&Verdict>) -> Vec<Segment> {
    let spans: Vec<&Finding> = verdict
        .iter()
        .flat_map(|verdict| &verdict.findings)
        .filter(|finding| finding.part == Some(index as u32) && finding.end > finding.start)
        .collect();
    let mut segments: Vec<Segment> = Vec::new();
    for (position, character) in part.chars().enumerate() {
        let within = |finding: &&&Finding| (finding.start as usize..finding.end as usize).contains(&position);
        let titles: Vec<&str> = spans.iter().filter(within).map(|finding| finding.message.as_str()).collect();
        let title = titles.join("; ");
        let mark = !titles.is_empty();
        match segments.last_mut() {
            Some(last) if last.mark == mark && last.title == title => last.text.push(character),
            _ => segments.push(Segment { text: character.to_string(), mark, title }),
        }
    }
    segments
}

/// Small pictures by copy, until the page's budget is spent.
fn pictures<'a>(kit: &'a Kit, previews: &[Option<Vec<u8>>]) -> BTreeMap<&'a str, Vec<Picture<'a>>> {
    let mut left = PICTURE_BUDGET_BYTES;
    let mut pictures: BTreeMap<&str, Vec<Picture<'_>>> = BTreeMap::new();
    for (asset, preview) in kit.content.assets.iter().zip(previews) {
        let data = preview
            .as_ref()
            .map(|jpeg| format!("data:image/jpeg;base64,{}", base64::engine::general_purpose::STANDARD.encode(jpeg)));
        let data = data.filter(|data| data.len() <= left);
        left -= data.as_ref().map_or(0, String::len);
        let path = picture_paths(asset).into_iter().next().unwrap_or_default();
        let picture = Picture { path, alt_text: &asset.alt_text, data };
        pictures.entry(asset.copy.as_str()).or_default().push(picture);
    }
    pictures
}

/// A value as the template sees it.
fn serialized<T: Serialize>(value: T) -> Value {
    Value::from(minijinja::value::Serde(value))
}

/// The plan as a person would say it.
fn in_words(experiment: &Experiment) -> String {
    let power = &experiment.power;
    let factors: Vec<String> = experiment.factors.iter().map(code).collect();
    let base = format!(
        "{} arms differ in {}. They are compared on {} in {} matched blocks. To find a lift of {:.0} % over a rate of {:.2} % with \
         {:.0} % power at the {:.0} % level, each arm needs about {:.0} impressions; about {:.0} are expected.",
        experiment.arms.len(),
        factors.join(" and "),
        experiment.metric,
        experiment.blocks.len(),
        power.relative_lift * 100.0,
        power.baseline_rate * 100.0,
        power.power * 100.0,
        power.alpha * 100.0,
        power.needed_per_arm,
        power.expected_per_arm,
    );
    let verdict = if experiment.decidable {
        format!(" It can find lifts from {:.0} % up.", power.minimum_detectable_lift * 100.0)
    } else {
        format!(
            " That is too few to decide: only a lift of {:.0} % or more would show. Read the result as a hint, not as a test.",
            power.minimum_detectable_lift * 100.0
        )
    };
    base + &verdict
}

/// What the kit had to do without, in words.
fn missing(kit: &Kit) -> Vec<String> {
    let content = &kit.content;
    let mut missing = Vec::new();
    if content.brief.history.is_empty() {
        missing
            .push("No history of own posts: posting hours rest on a general prior, not on your audience.".to_owned());
    }
    if content.topics.is_empty() {
        missing.push("No trend texts: no angle picks up what is being talked about.".to_owned());
    }
    if content.brief.proof_points.is_empty() {
        missing.push("No proof points: copy states only what the brief's fields say.".to_owned());
    }
    if content.experiments.is_empty() {
        missing.push("No experiment: variants, if any, are not compared.".to_owned());
    }
    for copy in content.copies.iter().filter(|copy| content.verdicts.iter().all(|verdict| verdict.subject != copy.key))
    {
        missing.push(format!("{} has no moderation verdict.", copy.key));
    }
    missing.extend(
        content
            .schedule
            .unplaced
            .iter()
            .map(|unplaced| format!("{} found no slot: {}", unplaced.copy, unplaced.reason)),
    );
    missing.extend(content.schedule.notes.iter().cloned());
    for asset in &content.assets {
        let texts: Vec<&str> = asset.cards().into_iter().flat_map(vcm_core::visuals::Card::texts).collect();
        let texts = texts.join(" ");
        let left_out: String = uncovered_characters(&texts).into_iter().collect();
        if !left_out.is_empty() {
            missing.push(format!("{} leaves out characters that no shipped font has: {left_out}", asset.key));
        }
    }
    missing
}
