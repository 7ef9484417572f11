//! Moderation of texts, and the check of policy packs.

use std::{fmt::Write, path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand, ValueEnum};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::Serialize;
use serde_json::Value;
use vcm_core::{
    Error, Result,
    moderation::{
        ModerationInput, ModerationReport, Moderator, PolicyPack,
        pii::{self, PhoneRegions, PiiOptions, PiiSpan, PiiType, RedactMode},
        policy::{self, PolicyProblem, Risk, Severity},
    },
    platform::Platform,
};

use super::{LinesArgs, TextLine};
use crate::cli::{
    jsonl::{answer_lines, read_text},
    output::print,
};

#[derive(Debug, Args)]
pub(in crate::cli) struct ModerateArgs {
    #[command(flatten)]
    lines: LinesArgs,
    /// A policy pack of your own, after the shipped ones; may be given more than once. A rule replaces an earlier one of its id.
    #[arg(long, value_name = "FILE")]
    policy: Vec<PathBuf>,
    /// The platform the texts are for; without it rules of every platform hold.
    #[arg(long)]
    platform: Option<Platform>,
    /// The country the texts are for, such as DE; without it rules of every region hold.
    #[arg(long, value_name = "COUNTRY")]
    region: Option<String>,
    /// The day the texts go out, such as 2026-11-22; without it rules of every date hold.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// The highest risk of brand suitability that is tolerated: low, medium or high (the default). The floor is never.
    #[arg(long, value_name = "RISK")]
    tolerance: Option<Risk>,
    /// Regions whose telephone numbers are known without a country code, such as US,GB,DE.
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    phone_regions: Vec<String>,
    /// Countries whose numbers (tax, health, passports) are taken for what they look like, even where no word names them.
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    id_countries: Vec<String>,
    /// Give each text back as "redacted", with personal data and secrets replaced: by the type, by stars, or by a keyed hash.
    #[arg(long, value_enum, value_name = "HOW")]
    redact: Option<RedactHow>,
    /// The key of --redact hash: equal values get equal hashes under the same key.
    #[arg(long, value_name = "KEY", env = "VCM_REDACT_KEY", hide_env_values = true)]
    redact_key: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RedactHow {
    /// By its type, such as <EMAIL_ADDRESS>.
    #[value(name = "redact")]
    Type,
    Mask,
    Hash,
}

pub(in crate::cli) fn moderate(args: &ModerateArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        #[serde(flatten)]
        report: ModerationReport,
        #[serde(skip_serializing_if = "Option::is_none")]
        redacted: Option<String>,
    }
    let replace = replacement(args)?;
    let moderator = moderator(args)?;
    answer_lines(&args.lines.file, |line: TextLine| {
        let parts = [line.text.as_str()];
        let report = moderator.report_on(&ModerationInput {
            platform: args.platform,
            region: args.region.as_deref(),
            as_of: args.as_of,
            tolerance: args.tolerance,
            ..ModerationInput::text("", &parts)
        });
        let redacted = replace.as_ref().map(|replace| replace(&line.text, &sensitive(&report.pii)));
        Ok(Answer { id: line.id, report, redacted })
    })
}

fn moderator(args: &ModerateArgs) -> Result<Moderator> {
    let packs = args
        .policy
        .iter()
        .map(|path| PolicyPack::parse(&read_text(path)?).map_err(|error| error.with("file", path.display())))
        .collect::<Result<Vec<_>>>()?;
    let phone_regions = if args.phone_regions.is_empty() {
        PhoneRegions::default()
    } else {
        PhoneRegions::new(args.phone_regions.iter().map(String::as_str))?
    };
    let options = PiiOptions { phone_regions, countries: args.id_countries.clone(), ..PiiOptions::default() };
    options.validate()?;
    Ok(Moderator::new(packs)?.with_pii(options))
}

type Replace = Box<dyn Fn(&str, &[PiiSpan]) -> String + Sync>;

fn replacement(args: &ModerateArgs) -> Result<Option<Replace>> {
    Ok(match (args.redact, &args.redact_key) {
        (None, _) => None,
        (Some(RedactHow::Type), _) => {
            Some(Box::new(|text: &str, spans: &[PiiSpan]| pii::redact(text, spans, RedactMode::Redact)))
        }
        (Some(RedactHow::Mask), _) => {
            Some(Box::new(|text: &str, spans: &[PiiSpan]| pii::redact(text, spans, RedactMode::Mask)))
        }
        (Some(RedactHow::Hash), Some(key)) if !key.is_empty() => {
            let key = key.clone().into_bytes();
            Some(Box::new(move |text: &str, spans: &[PiiSpan]| pii::redact_keyed(text, spans, &key)))
        }
        (Some(RedactHow::Hash), _) => {
            let allowed = "a key, so that nobody can find the values by trying; VCM_REDACT_KEY gives it too";
            return Err(Error::invalid_field("moderate", "redact-key", "none", allowed));
        }
    })
}

/// What is taken out: likely personal data and secrets, not links and dates.
fn sensitive(spans: &[PiiSpan]) -> Vec<PiiSpan> {
    let wanted = |span: &&PiiSpan| span.score >= pii::LIKELY && !matches!(span.kind, PiiType::Url | PiiType::DateTime);
    spans.iter().filter(wanted).cloned().collect()
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum PolicyVerb {
    /// Check a policy pack: every error and every doubt at once, with its line. Exit status 1 when there is an error.
    Check(PolicyCheckArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct PolicyCheckArgs {
    /// The pack: a TOML file, or - for standard input.
    file: PathBuf,
    /// One JSON object.
    #[arg(long)]
    json: bool,
    /// The day against which dates are held, such as 2026-11-22; today when left out.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

pub(in crate::cli) fn policy(verb: &PolicyVerb) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        valid: bool,
        problems: Vec<PolicyProblem>,
    }
    let PolicyVerb::Check(args) = verb;
    let today = args.as_of.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date());
    let problems = policy::check(&read_text(&args.file)?, Some(today));
    let valid = problems.iter().all(|problem| problem.severity != Severity::Error);
    if args.json {
        super::print_json(&Answer { valid, problems })?;
    } else {
        print(&told(&problems, &args.file.display().to_string()))?;
    }
    Ok(if valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A line for each problem, as compilers print them, and a last line that counts.
fn told(problems: &[PolicyProblem], file: &str) -> String {
    let mut text = String::new();
    let mut count = [0u32; 2];
    for problem in problems {
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        if let Some(count) = count.get_mut(usize::from(problem.severity == Severity::Warning)) {
            *count += 1;
        }
        let line = problem.line.map_or_else(String::new, |line| format!(":{line}"));
        let rule = problem.rule.as_ref().map_or_else(String::new, |rule| format!("{rule}."));
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{file}{line}: {severity}: {rule}{}: found {}; better: {}",
            problem.field, problem.found, problem.allowed
        );
    }
    let [errors, warnings] = count;
    let _ = writeln!(text, "{file}: {errors} errors, {warnings} warnings");
    text
}
