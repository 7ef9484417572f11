//! A sheet for a reader who knows nothing: the brief in plain words, posts to mark, and a blind pick; and the key to it.

use std::{collections::BTreeSet, fmt::Write as _};

use serde::{Deserialize, Serialize};
use vcm_agents::machine::{NewCampaign, Workspace};
use vcm_core::{
    brief::{Brief, ProofKind},
    copy::Copy,
    hash::{Seed, SeededRandom},
    platform::{Platform, entities::extract_urls},
};

use super::{Outcome, subjects::Subject};

/// Posts to mark on each sheet.
const MARKED: usize = 4;

/// Links look alike in a pick: a shortened one would give away who wrote the post.
const LINK: &str = "[link]";

/// Who wrote a post of the pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Source {
    Ours,
    Model,
    People,
}

/// What a sheet's labels stand for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Key {
    pub(crate) language: String,
    /// Copy keys of P1, P2 …, with their platforms.
    pub(crate) posts: Vec<(String, Platform)>,
    /// Who wrote A, B, C; empty when there is nothing to pick from.
    pub(crate) pick: Vec<Source>,
    pub(crate) pick_platform: Option<Platform>,
}

/// The kit that the machine makes of a brief, as far as it is text.
pub(crate) async fn write_kit(desk: &Workspace, subject: &Subject, seed: Seed) -> Outcome<Vec<Copy>> {
    let now = Some("2026-11-22T09:00:00Z".parse()?);
    let new = NewCampaign { seed: Some(seed), now, ..subject.brief.clone().into() };
    let campaign = desk.create_campaign(new).await?;
    desk.run(campaign.id).finish().await?;
    Ok(desk.board(campaign.id).await?.copies)
}

/// The sheet and its key.
pub(crate) fn sheet(subject: &Subject, copies: &[Copy], seed: Seed) -> (String, Key) {
    let mut random = seed.stream(&format!("reading/{}", subject.name));
    let posts = sample(copies, &mut random);
    let pick_platform = pick_platform(&subject.brief);
    let pick = pick(subject, copies, pick_platform, &mut random);
    let mut text = instructions(subject, pick.len());
    text.push_str(&facts(&subject.brief));
    text.push_str("\n## Part 1: mark each post\n");
    for (at, copy) in posts.iter().enumerate() {
        write_post(&mut text, &format!("P{} ({})", at + 1, copy.platform.label()), &whole(copy));
    }
    if !pick.is_empty() {
        let label = pick_platform.label();
        let _ = writeln!(text, "\n## Part 2: pick one\nAll of these are for {label}. Links are shown as {LINK}.");
        for (letter, (_, post)) in ('A'..).zip(&pick) {
            write_post(&mut text, &letter.to_string(), post);
        }
    }
    let key = Key {
        language: subject.brief.locale.split('-').next().unwrap_or_default().to_owned(),
        posts: posts.iter().map(|copy| (copy.key.clone(), copy.platform)).collect(),
        pick: pick.iter().map(|(source, _)| *source).collect(),
        pick_platform: (!pick.is_empty()).then_some(pick_platform),
    };
    (text, key)
}

/// Where posts are picked: Facebook, where the people's posts are from, else the brief's first platform.
fn pick_platform(brief: &Brief) -> Platform {
    let mut platforms = brief.platforms.iter().map(|plan| plan.platform);
    let first = platforms.next().unwrap_or(Platform::Facebook);
    if platforms.any(|platform| platform == Platform::Facebook) { Platform::Facebook } else { first }
}

/// One variant a post, platforms and angles as different as they can be.
fn sample<'a>(copies: &'a [Copy], random: &mut SeededRandom) -> Vec<&'a Copy> {
    let mut rest: Vec<&Copy> = copies.iter().filter(|copy| copy.variant == "a").collect();
    random.shuffle(&mut rest);
    let mut chosen: Vec<&Copy> = Vec::new();
    while chosen.len() < MARKED && !rest.is_empty() {
        let seen = |copy: &Copy| {
            let platform = chosen.iter().filter(|other| other.platform == copy.platform).count();
            let angle = chosen.iter().filter(|other| other.angle == copy.angle).count();
            platform + angle
        };
        let Some(at) = (0..rest.len()).min_by_key(|at| rest.get(*at).map_or(usize::MAX, |copy| seen(copy))) else {
            break;
        };
        chosen.push(rest.remove(at));
    }
    chosen
}

fn pick(subject: &Subject, copies: &[Copy], platform: Platform, random: &mut SeededRandom) -> Vec<(Source, String)> {
    let ours: Vec<&Copy> = copies.iter().filter(|copy| copy.platform == platform && copy.variant == "a").collect();
    let Some(ours) = random.pick(&ours) else { return Vec::new() };
    let others = [(Source::Model, &subject.model_post), (Source::People, &subject.human_post)];
    let mut posts: Vec<(Source, String)> =
        others.into_iter().filter_map(|(source, post)| Some((source, post.as_ref()?.trim().to_owned()))).collect();
    if posts.is_empty() {
        return posts;
    }
    posts.push((Source::Ours, whole(ours)));
    for (_, post) in &mut posts {
        *post = without_links(post);
    }
    random.shuffle(&mut posts);
    posts
}

/// All that is posted: title, parts, hashtags.
fn whole(copy: &Copy) -> String {
    let mut texts: Vec<String> = copy.title.iter().map(|title| format!("Title: {title}")).collect();
    texts.push(copy.published_parts().join("\n\n— next post of the thread —\n\n"));
    texts.join("\n\n")
}

fn without_links(post: &str) -> String {
    let mut text = post.to_owned();
    for url in extract_urls(post).into_iter().rev() {
        text.replace_range(url.start_byte..url.end_byte, LINK);
    }
    text
}

fn write_post(text: &mut String, label: &str, post: &str) {
    let quoted: Vec<String> = post.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    let _ = writeln!(text, "\n### {label}\n\n{}", quoted.join("\n"));
}

fn instructions(subject: &Subject, choices: usize) -> String {
    let name = &subject.name;
    let letters: Vec<String> = ('A'..).take(choices).map(|letter| letter.to_string()).collect();
    let mut text = format!(
        "# {name}\n\nYou edit the social media of this client. First comes what the client told you, then posts that somebody wrote \
         from it. Judge only the text. Pictures and videos are made separately.\n\nAnswer with one line for each post, and nothing \
         else:\n\n    {name} P1 as_is|light|no reason in a few words\n\n`as_is`: you would publish it unchanged. `light`: after a \
         change that takes less than a minute. `no`: you would have it written again, or it says something that the client did not \
         say. Always give the reason, quoting the words that decide it. Write `ERROR` at the start of the reason when the post \
         states something that the facts do not carry.\n"
    );
    if choices > 0 {
        let _ = write!(text, "\nThen one line for part 2:\n\n    {name} PICK {} reason\n", letters.join("|"));
    }
    text
}

/// The brief as one would tell it.
fn facts(brief: &Brief) -> String {
    let mut text = String::from("\n## What the client told you\n\n");
    let product = &brief.product;
    let mut line = |entry: String| {
        let _ = writeln!(text, "- {entry}");
    };
    line(format!("Product: {} ({})", product.name, product.category));
    line(product.summary.clone());
    for does in &product.does {
        line(format!("One can {does}."));
    }
    let audiences: Vec<&str> = brief.audiences.iter().map(|audience| audience.name.as_str()).collect();
    line(format!("For: {}", audiences.join("; ")));
    let goals: BTreeSet<String> = brief.goals.iter().map(|goal| format!("{:?}", goal.kind).to_lowercase()).collect();
    line(format!("Goal: {}", goals.into_iter().collect::<Vec<_>>().join(", ")));
    let tones: Vec<String> = brief.voice.tone.iter().map(|tone| format!("{tone:?}").to_lowercase()).collect();
    line(format!("Voice: {}", tones.join(", ")));
    for proof in &brief.proof_points {
        let who = proof.attribution.as_deref().unwrap_or_default();
        line(if proof.kind == ProofKind::Quote {
            format!("{who} said: “{}”", proof.statement)
        } else {
            proof.statement.clone()
        });
    }
    for (at, step) in brief.steps.iter().enumerate() {
        line(format!("Step {}: {step}", at + 1));
    }
    brief.myths.iter().for_each(|myth| line(format!("Some believe: “{}” But: {}", myth.belief, myth.fact)));
    brief.objections.iter().for_each(|it| line(format!("People ask: “{}” Answer: {}", it.question, it.answer)));
    brief.comparisons.iter().for_each(|it| line(format!("Before: {} After: {}", it.before, it.after)));
    brief.milestones.iter().for_each(|it| line(format!("History, {}: {}", it.when, it.event)));
    if let Some(offer) = &brief.offer {
        let until = offer.until.map(|day| format!(" (until {day})")).unwrap_or_default();
        let code = offer.code.as_ref().map(|code| format!(" (code {code})")).unwrap_or_default();
        line(format!("Offer: {}{until}{code}", offer.text));
    }
    brief.links.iter().for_each(|link| line(format!("Link to {}: {}", link.label, link.url)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_look_alike_whatever_stands_before_them() {
        assert_eq!(
            without_links("↔️ Läs: https://a.example.org/x och http://go.nasa.gov/1"),
            "↔️ Läs: [link] och [link]"
        );
        assert_eq!(without_links("no link"), "no link");
    }
}
