//! `report.html`: one page that one would send to a client. It can be read on a phone, printed, and read aloud.
//!
//! Text reaches the page through minijinja's escaping only; there is no script and nothing is loaded from elsewhere. The words of
//! the page and its shape are in `templates/`, one file a section; the modules here gather what a section shows. Read in the order
//! of the page: `overview`, `calendar`, `posts` (with `segments`, `fold`, `pictures`, `sources`), `plots`, `experiments`, `looks`,
//! `storyboards`, `cost`; `format` holds everything that depends on the page's language.

mod calendar;
mod cost;
mod experiments;
mod fold;
mod format;
mod looks;
mod overview;
mod pictures;
mod plots;
mod posts;
mod segments;
mod sources;
mod storyboards;

use minijinja::{AutoEscape, Environment, Value, context, syntax::SyntaxConfig};
use serde::Serialize;
use vcm_core::{
    Error, ErrorKind, Result,
    brief::{Produced, advice, is_link},
    kit::{Kit, KitStatus},
    moderation::ModerationDecision,
    visuals::AssetContent,
};

pub(super) use self::pictures::PREVIEW_PX;
use self::{looks::looks, sources::Sources};
use crate::visuals::uncovered_characters;

/// Most bytes of the page, so that it can be mailed.
const MOST_BYTES: usize = 1_950_000;

/// Most bytes of its text: the rest is left for pictures.
const MOST_TEXT_BYTES: usize = 1_450_000;

/// Most groups of like verdicts in the list of those to look at; every post shows its own.
const MOST_LOOKS: usize = 60;

/// Posts of a platform and storyboards that are shown, tried in turn until the page is small enough.
const SHOWN: &[usize] = &[usize::MAX, 120, 60, 30, 16, 8, 4, 2, 0];

const TEMPLATES: &[(&str, &str)] = &[
    ("page.html", include_str!("templates/page.html")),
    ("style.css", include_str!("templates/style.css")),
    ("macros.html", include_str!("templates/macros.html")),
    ("overview.html", include_str!("templates/overview.html")),
    ("calendar.html", include_str!("templates/calendar.html")),
    ("angles.html", include_str!("templates/angles.html")),
    ("posts.html", include_str!("templates/posts.html")),
    ("post.html", include_str!("templates/post.html")),
    ("storyboards.html", include_str!("templates/storyboards.html")),
    ("hours.html", include_str!("templates/hours.html")),
    ("hashtags.html", include_str!("templates/hashtags.html")),
    ("experiments.html", include_str!("templates/experiments.html")),
    ("moderation.html", include_str!("templates/moderation.html")),
    ("sources.html", include_str!("templates/sources.html")),
    ("cost.html", include_str!("templates/cost.html")),
    ("improve.html", include_str!("templates/improve.html")),
];

/// The page. `previews` are JPEGs of the assets, [`PREVIEW_PX`] wide, in their order.
pub(super) fn report_html(kit: &Kit, previews: &[Option<Vec<u8>>]) -> Result<Vec<u8>> {
    let environment = environment()?;
    let shared = shared(kit)?;
    let sources = Sources::of(kit);
    let mut page = String::new();
    for most in SHOWN {
        let parts = context! {
            platforms => serialized(posts::platforms(kit, &sources, *most)),
            storyboards => serialized(storyboards::storyboards(kit, *most)),
            ..shared.clone()
        };
        let bare = render(&environment, &parts, &pictures::pictures(&kit.content.assets, &[], 0))?;
        let fits = bare.len() <= MOST_TEXT_BYTES;
        let room = MOST_BYTES.saturating_sub(bare.len());
        page = bare;
        if fits {
            page = render(&environment, &parts, &pictures::pictures(&kit.content.assets, previews, room))?;
            break;
        }
    }
    Ok(page.into_bytes())
}

fn render(environment: &Environment<'_>, parts: &Value, pictures: &[pictures::Picture<'_>]) -> Result<String> {
    let page = context! { pictures => serialized(pictures), ..parts.clone() };
    environment.get_template("page.html").and_then(|template| template.render(page)).map_err(failed)
}

fn failed(error: minijinja::Error) -> Error {
    Error::new(ErrorKind::Unexpected, "report_html", "the page cannot be made").caused_by(error)
}

fn environment() -> Result<Environment<'static>> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|name| {
        let style = std::path::Path::new(name).extension().is_some_and(|kind| kind == "css");
        if style { AutoEscape::None } else { AutoEscape::Html }
    });
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(failed)?);
    environment.add_filter("words", |text: String| format::words(&text));
    environment.add_filter("fixed", |number: f64, digits: usize| format!("{number:.digits$}"));
    environment.add_filter("percent", format::percent);
    environment.add_filter("bar", |share: f64| (share.clamp(0.0, 1.0) * 100.0).round() as u32);
    environment.add_filter("pace", |momentum: f64| format!("{:.1} times its past pace", momentum.exp()));
    for (name, source) in TEMPLATES {
        environment.add_template(name, source).map_err(failed)?;
    }
    Ok(environment)
}

/// What does not depend on how many posts are shown.
fn shared(kit: &Kit) -> Result<Value> {
    let content = &kit.content;
    let looks = looks(kit);
    let shown_looks = looks.get(..looks.len().min(MOST_LOOKS)).unwrap_or_default();
    let with = |decision| content.verdicts.iter().filter(|verdict| verdict.decision == decision).count();
    let to_look_at = content.verdicts.len() - with(ModerationDecision::Allow);
    let decisions: Vec<(&str, usize)> = [
        ModerationDecision::Block,
        ModerationDecision::Quarantine,
        ModerationDecision::Flag,
        ModerationDecision::Allow,
    ]
    .into_iter()
    .map(|decision| (posts::decision(decision), with(decision)))
    .filter(|(_, many)| *many > 0)
    .collect();
    let ladders: Vec<Value> = content
        .hashtags
        .iter()
        .zip(plots::ladders(&content.hashtags)?)
        .map(|(ladder, plot)| context! { name => ladder.platform.label(), cap => ladder.cap, notes => &ladder.notes, plot => serialized(plot) })
        .collect();
    let links: Vec<Value> = content
        .brief
        .links
        .iter()
        .map(|link| context! { label => &link.label, url => &link.url, is_link => is_link(&link.url), shown => sources::shown_address(&link.url) })
        .collect();
    Ok(context! {
        kit => context! { generator => &kit.generator, hash => &kit.content_hash.0, short_hash => kit.content_hash.short() },
        draft => kit.status == KitStatus::Draft,
        language => serialized(format::languages(&content.brief.locale)),
        content => serialized(content),
        voice => serialized(serde_json::to_value(kit).ok().and_then(|kit| kit.get("voice").cloned())),
        made_on => format::date(content.now.to_zoned(jiff::tz::TimeZone::UTC).date()),
        overview => serialized(overview::overview(kit, to_look_at)),
        months => serialized(calendar::months(kit)),
        days => serialized(plots::posts_per_day(kit)?),
        hours => serialized(plots::hours(kit)?),
        ladders,
        experiments => serialized(experiments::experiments(kit)),
        decisions => serialized(decisions),
        looks => serialized(shown_looks),
        more_looks => looks.len() - shown_looks.len(),
        to_look_at,
        sources => serialized(Sources::of(kit).listed()),
        links,
        cost => serialized(cost::cost(kit)),
        advice => serialized(advice(&content.brief, Some(&Produced::of(content)))),
        left_out => left_out(kit),
    })
}

/// What a page cannot show by itself: texts without a verdict, letters that no font has, what the engines noted.
fn left_out(kit: &Kit) -> Vec<String> {
    let content = &kit.content;
    let checked = |key: &str| content.verdicts.iter().any(|verdict| verdict.subject == key);
    let unchecked = content.copies.iter().filter(|copy| !checked(&copy.key));
    let mut left_out: Vec<String> = unchecked.map(|copy| format!("{} has no moderation verdict.", copy.key)).collect();
    left_out.extend(content.schedule.notes.iter().cloned());
    // A reserve has one reason a platform; naming each post would hide it.
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for unplaced in &content.schedule.unplaced {
        match reasons.iter_mut().find(|(reason, _)| *reason == unplaced.reason) {
            Some((_, many)) => *many += 1,
            None => reasons.push((&unplaced.reason, 1)),
        }
    }
    left_out.extend(
        reasons
            .into_iter()
            .map(|(reason, many)| format!("{} found no slot: {reason}.", format::count(many, "post", "posts"))),
    );
    for asset in &content.assets {
        let AssetContent::Card(card) = &asset.content else { continue };
        let texts: Vec<&str> = std::iter::once(&card.headline).chain(&card.lines).map(String::as_str).collect();
        let uncovered: String = uncovered_characters(&texts.join(" ")).into_iter().collect();
        if !uncovered.is_empty() {
            left_out.push(format!("{} leaves out characters that no shipped font has: {uncovered}", asset.key));
        }
    }
    left_out
}

/// A value as the template sees it.
fn serialized<T: Serialize>(value: T) -> Value {
    Value::from(minijinja::value::Serde(value))
}
