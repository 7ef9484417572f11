//! The one verdict: runs every check over a text and lets the strictest finding decide.
//!
//! A [`Moderator`] is compiled once and shared by all threads; every call is a function of its input. The checks are in their
//! own modules; here stands what each finding asks for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Finding, FindingKind, ModerationDecision, Verdict, brand,
    claims::{self, ClaimKind, Grounding},
    lexicon::{Hit, Lexicon, Severity},
    pii::{self, PiiOptions, PiiSpan, PiiType},
    policy::{PolicyPack, Risk, Rules, Situation},
    toxicity::{self, FalsePositiveRate, Thresholds, ToxicityModel},
};
use crate::{
    brief::BrandVoice,
    error::Result,
    platform::Platform,
    text::views::{View, Views},
};

/// From this score on a PII find is a finding; below, it is only listed.
const PII_FINDING: f64 = 0.5;

/// What to moderate. `ModerationInput::text` is enough for a plain text; copy of a campaign adds what its brief says.
#[derive(Debug, Clone, Copy, Default)]
pub struct ModerationInput<'a> {
    /// Key of the copy or asset.
    pub subject: &'a str,
    /// The parts of the text in order: title, posts of a thread, alt text.
    pub parts: &'a [&'a str],
    /// Where it is posted; rules of every platform apply when it is not known.
    pub platform: Option<Platform>,
    /// ISO 3166 code of the country it addresses; rules of every region apply when it is not known.
    pub region: Option<&'a str>,
    /// The day it is posted; rules of every date apply when it is not known.
    pub as_of: Option<jiff::civil::Date>,
    /// The highest risk of brand suitability that the brand tolerates; all but the floor when it is not known.
    pub tolerance: Option<Risk>,
    /// Whose banned and required words hold.
    pub voice: Option<&'a BrandVoice>,
    /// What the copy may claim. Without it claims are not checked: nothing is known about them.
    pub grounding: Option<&'a Grounding>,
}

impl<'a> ModerationInput<'a> {
    /// A text of one or more parts and nothing else known.
    pub fn text(subject: &'a str, parts: &'a [&'a str]) -> Self {
        Self { subject, parts, ..Self::default() }
    }
}

/// The answer for one plain text, as `vcm moderate` prints it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ModerationReport {
    /// The strictest of the findings.
    pub decision: ModerationDecision,
    /// Chance that the text is toxic, 0 to 1.
    pub toxicity: f64,
    /// Which tier gave that chance.
    pub tier: String,
    /// Where something was found. A finding about the whole text has no span.
    pub spans: Vec<ReportSpan>,
    /// Personal data and secrets, web addresses included, also those too unsure to be a finding.
    pub pii: Vec<PiiSpan>,
}

/// A place in a text where something was found. Positions are code points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportSpan {
    /// What kind of thing it is.
    pub kind: FindingKind,
    /// Id of the rule.
    pub rule: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

/// Everything compiled that moderation needs.
#[derive(Debug)]
pub struct Moderator {
    lexicon: &'static Lexicon,
    own_lexicon: Option<Lexicon>,
    own_model: Option<ToxicityModel>,
    model: &'static ToxicityModel,
    flag_at: FalsePositiveRate,
    rules: Rules,
    /// What counts as a finding.
    pii: PiiOptions,
    /// What a report lists.
    pii_listed: PiiOptions,
}

impl Moderator {
    /// A moderator with the shipped packs and `packs` after them. A rule replaces an earlier one of the same id.
    ///
    /// # Errors
    /// `invalid_input` when a pack is not valid, with the id of each wrong rule.
    pub fn new(packs: Vec<PolicyPack>) -> Result<Self> {
        let mut all = PolicyPack::shipped()?;
        all.extend(packs);
        let rules = Rules::compile(&all)?;
        let moderator = Self {
            lexicon: Lexicon::shipped(),
            own_lexicon: None,
            own_model: None,
            model: ToxicityModel::shipped(),
            flag_at: FalsePositiveRate::default(),
            rules,
            pii: PiiOptions::default(),
            pii_listed: PiiOptions::default(),
        };
        Ok(moderator.with_pii(PiiOptions::default()))
    }

    /// The same moderator with other countries and telephone regions. What is listed in a report does not depend on the other options:
    /// it lists web addresses, dates and unsure candidates too.
    #[must_use]
    pub fn with_pii(self, options: PiiOptions) -> Self {
        let pii_listed = PiiOptions { urls: true, dates: true, candidates: true, ..options.clone() };
        Self { pii: PiiOptions { urls: false, dates: false, candidates: false, ..options }, pii_listed, ..self }
    }

    /// The same moderator with another lexicon in the place of the shipped one.
    #[must_use]
    pub fn with_lexicon(self, lexicon: Lexicon) -> Self {
        Self { own_lexicon: Some(lexicon), ..self }
    }

    /// The same moderator with another model in the place of the shipped one.
    #[must_use]
    pub fn with_model(self, model: ToxicityModel) -> Self {
        Self { own_model: Some(model), ..self }
    }

    /// The same moderator whose model flags at another rate of false positives than one in 200. It quarantines at one in 1,000 in
    /// any case, and what the lexicon asks for does not change.
    #[must_use]
    pub fn flag_at(self, rate: FalsePositiveRate) -> Self {
        Self { flag_at: rate, ..self }
    }

    /// The verdict on a copy or asset.
    pub fn moderate(&self, input: &ModerationInput<'_>) -> Verdict {
        self.check(input, &self.pii).0
    }

    /// The answer for one plain text.
    pub fn report(&self, text: &str) -> ModerationReport {
        self.report_on(&ModerationInput::text("", &[text]))
    }

    /// The answer for a text of one part about which more is known. Spans of several parts cannot be told apart in a report.
    pub fn report_on(&self, input: &ModerationInput<'_>) -> ModerationReport {
        let (verdict, pii) = self.check(input, &self.pii_listed);
        let spans = verdict.findings.into_iter().filter(|finding| finding.part.is_some());
        ModerationReport {
            decision: verdict.decision,
            toxicity: verdict.toxicity,
            tier: verdict.tier,
            spans: spans.map(|Finding { kind, rule, start, end, .. }| ReportSpan { kind, rule, start, end }).collect(),
            pii,
        }
    }

    fn check(&self, input: &ModerationInput<'_>, options: &PiiOptions) -> (Verdict, Vec<PiiSpan>) {
        let lexicon = self.own_lexicon.as_ref().unwrap_or(self.lexicon);
        let model = self.own_model.as_ref().unwrap_or(self.model);
        let parts: Vec<Views> = input.parts.iter().map(|part| Views::of(part)).collect();
        let mut findings = Vec::new();
        let mut personal = Vec::new();
        let mut probability: f64 = 0.0;
        let mut excused = Vec::new();
        for view in parts.iter().filter_map(Views::folded) {
            self.rules.excuse(view, &mut excused);
        }
        let situation = Situation {
            platform: input.platform,
            region: input.region,
            as_of: input.as_of,
            tolerance: input.tolerance,
        };
        for (index, (views, text)) in (0u32..).zip(parts.iter().zip(input.parts)) {
            let mut add = |finding: Finding| findings.push(Finding { part: Some(index), ..finding });
            let words = views.folded().map(View::words).unwrap_or_default();
            let hits = lexicon.find_with(views, &words);
            hits.iter().filter_map(lexicon_finding).for_each(&mut add);
            let toxic = model.seen_through(text, views, &words, &hits);
            probability = probability.max(toxic);
            if let Some(finding) = self.model_finding(toxic, model.thresholds(), text) {
                add(finding);
            }
            for view in views {
                let known = self.rules.find(view, situation, &excused);
                known.into_iter().map(|hit| policy_finding(&hit)).for_each(&mut add);
                if view.kind() >= crate::text::views::ViewKind::Leet {
                    break;
                }
            }
            for (start, end) in views.hidden() {
                add(hidden_finding(*start, *end));
            }
            let found = pii::detect(text, options);
            pii::without_overlaps(&found)
                .iter()
                .filter_map(|span| pii_finding(span, text, input.grounding))
                .for_each(&mut add);
            personal.extend(found);
            if let Some(voice) = input.voice {
                for word in &voice.banned_words {
                    brand::find_phrase(text, views, word)
                        .into_iter()
                        .map(|span| banned_finding(word, span))
                        .for_each(&mut add);
                }
            }
            if let Some(grounding) = input.grounding {
                claims::ungrounded(text, grounding).iter().map(claim_finding).for_each(&mut add);
            }
        }
        for word in input.voice.into_iter().flat_map(|voice| &voice.required_words) {
            if !brand::contains(&parts, input.parts, word) {
                findings.push(missing_finding(word));
            }
        }
        findings
            .sort_by_key(|finding| (finding.part.is_none(), finding.part, finding.start, finding.end, finding.kind));
        findings.dedup_by(|a, b| (a.part, a.start, a.end, &a.rule) == (b.part, b.start, b.end, &b.rule));
        let decision = findings.iter().map(|finding| finding.decision).max().unwrap_or(ModerationDecision::Allow);
        let tier = toxicity::TIER.to_owned();
        (Verdict { subject: input.subject.to_owned(), decision, toxicity: probability, tier, findings }, personal)
    }

    fn model_finding(&self, probability: f64, thresholds: Thresholds, text: &str) -> Option<Finding> {
        let decision = if probability >= f64::from(thresholds.fpr_0_1) {
            ModerationDecision::Quarantine
        } else if probability >= f64::from(thresholds.at(self.flag_at)) {
            ModerationDecision::Flag
        } else {
            return None;
        };
        Some(Finding {
            end: text.chars().count() as u32,
            fix: Some("Say it without abuse.".to_owned()),
            score: probability,
            ..finding(FindingKind::Toxicity, "toxicity.model", decision, "The text reads as abusive.")
        })
    }
}

/// A finding at the start of no part yet.
fn finding(kind: FindingKind, rule: &str, decision: ModerationDecision, message: &str) -> Finding {
    Finding {
        kind,
        rule: rule.to_owned(),
        decision,
        part: None,
        start: 0,
        end: 0,
        message: message.to_owned(),
        fix: None,
        score: 1.0,
    }
}

fn lexicon_finding(hit: &Hit) -> Option<Finding> {
    let disguised = hit.is_disguised() || hit.entry.swapped;
    let (rule, decision) = match (hit.entry.severity, disguised) {
        (Severity::Severe, _) => ("lexicon.slur", ModerationDecision::Quarantine),
        (Severity::Strong, _) => ("lexicon.profanity", ModerationDecision::Flag),
        // Who disguises a harmless word means the other one.
        (Severity::Mild, true) if hit.entry.weight >= 0.4 => ("lexicon.disguised", ModerationDecision::Flag),
        (Severity::Mild, _) => return None,
    };
    let message = match (hit.entry.severity, disguised) {
        (Severity::Severe, false) => "A slur.",
        (Severity::Severe, true) => "A slur in disguise.",
        (_, false) => "A coarse word.",
        (_, true) => "A coarse word in disguise.",
    };
    Some(Finding {
        start: hit.start,
        end: hit.end,
        fix: Some("Use another word.".to_owned()),
        score: f64::from(hit.entry.weight),
        ..finding(FindingKind::Toxicity, rule, decision, message)
    })
}

fn policy_finding(hit: &super::policy::RuleHit<'_>) -> Finding {
    Finding {
        start: hit.start,
        end: hit.end,
        fix: hit.rule.fix.clone(),
        ..finding(hit.rule.kind, &hit.rule.id, hit.rule.decision, &hit.rule.message)
    }
}

/// Hidden characters alone are no offence: some editors leave them. They are shown and do not decide.
fn hidden_finding(start: u32, end: u32) -> Finding {
    Finding {
        start,
        end,
        fix: Some("Take the invisible characters out.".to_owned()),
        ..finding(
            FindingKind::Evasion,
            "evasion.hidden_characters",
            ModerationDecision::Allow,
            "Characters inside a word that do not show.",
        )
    }
}

fn pii_finding(span: &PiiSpan, text: &str, grounding: Option<&Grounding>) -> Option<Finding> {
    let value = || text.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect::<String>();
    if span.score < PII_FINDING || matches!(span.kind, PiiType::Url | PiiType::DateTime) {
        return None;
    }
    let secret = span.kind == PiiType::Secret;
    // A secret is blocked even when the brief has it: then the brief leaks it.
    if !secret && grounding.is_some_and(|grounding| grounding.gives_out(&value())) {
        return None;
    }
    let (kind, rule, decision, message, fix) = if secret {
        let message = "The text holds a key, token or password.";
        (
            FindingKind::Secret,
            "secret.found",
            ModerationDecision::Block,
            message,
            "Take it out, and replace it: it is no longer secret.",
        )
    } else {
        let message = "The text holds personal data.";
        (
            FindingKind::Pii,
            span.kind.as_str(),
            ModerationDecision::Quarantine,
            message,
            "Take it out, or give it in the brief as a contact.",
        )
    };
    let rule = if secret { rule.to_owned() } else { format!("pii.{}", rule.to_ascii_lowercase()) };
    Some(Finding {
        start: span.start,
        end: span.end,
        fix: Some(fix.to_owned()),
        score: span.score,
        ..finding(kind, &rule, decision, message)
    })
}

fn banned_finding(word: &str, (start, end): (u32, u32)) -> Finding {
    Finding {
        start,
        end,
        fix: Some("Use another word.".to_owned()),
        ..finding(
            FindingKind::Brand,
            "brand.banned_word",
            ModerationDecision::Block,
            &format!("The brief bans “{word}”."),
        )
    }
}

fn missing_finding(word: &str) -> Finding {
    Finding {
        fix: Some(format!("Say “{word}” in the post.")),
        ..finding(FindingKind::Brand, "brand.required_word", ModerationDecision::Flag, &format!("“{word}” is missing."))
    }
}

fn claim_finding(claim: &claims::Claim) -> Finding {
    let (rule, message) = match claim.kind {
        ClaimKind::Number => ("claim.number", "Neither the brief nor a source carries this figure."),
        ClaimKind::Superlative => ("claim.superlative", "Neither the brief nor a source carries this superlative."),
        ClaimKind::Quotation => ("claim.quotation", "Neither the brief nor a source carries these words."),
    };
    Finding {
        start: claim.start,
        end: claim.end,
        fix: Some("Take it out, or add a proof point that carries it.".to_owned()),
        score: 0.8,
        ..finding(FindingKind::Claim, rule, ModerationDecision::Flag, message)
    }
}

#[cfg(test)]
mod tests;
