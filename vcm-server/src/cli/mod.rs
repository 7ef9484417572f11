//! The command line: arguments here, one file a group of verbs.
//!
//! [`campaign`] runs and manages campaigns, [`voice`] edits copy and keeps what edits teach, [`engines`] serves the engines over JSON Lines ([`jsonl`]) and JSON,
//! [`admin`] looks after the database, [`progress`] shows a run, [`signals`] stops it, [`summary`] says what a reviewer must see.

mod admin;
mod campaign;
mod engines;
mod jsonl;
mod output;
mod progress;
mod signals;
mod style;
mod summary;
mod voice;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use vcm_core::campaign::State;

use self::engines::{
    experiments::ExperimentVerb,
    hashtags::HashtagsVerb,
    hooks::HooksVerb,
    moderation::{ModerateArgs, PolicyVerb},
    schedule::SlotsVerb,
    text::{EmbedArgs, PlatformLinesArgs, SplitArgs},
    trends::TrendsVerb,
};
use self::voice::{EditArgs, VoiceVerb};

/// Turns a brief into a campaign kit: trends, angles, copy, visuals, hashtags, experiments, schedule, moderation.
#[derive(Debug, Parser)]
#[command(name = "vcm", version, max_term_width = 110, arg_required_else_help = true)]
#[command(after_help = "Examples:
  vcm run examples/briefs/rust-1-85.toml --out kit/           a draft, then what a reviewer must see
  vcm run examples/briefs/rust-1-85.toml --approve --out kit/ straight to the kit
  vcm campaigns                                               what is in the database
  vcm approve last                                            releases the newest draft

Exit status: 0 done, 1 failed, 2 bad usage. NO_COLOR is honoured. docs/cli.md has every form with an example.")]
pub struct Cli {
    /// The database.
    #[arg(long, global = true, env = "VCM_DB", default_value = DEFAULT_DATABASE, value_name = "URL")]
    db: String,
    #[command(subcommand)]
    verb: Verb,
}

/// Where campaigns are kept when nothing else is said.
const DEFAULT_DATABASE: &str = "sqlite://vcm.db";

#[derive(Debug, Subcommand)]
enum Verb {
    /// Run a brief: to a draft that waits for approval, or with --approve straight to the kit.
    Run(RunArgs),
    /// List campaigns, newest first.
    Campaigns(ListArgs),
    /// Show a campaign: where it stands and what a reviewer must see.
    Show(ShowArgs),
    /// Go on with a campaign that was stopped. Steps that are done are not done again.
    Resume(ResumeArgs),
    /// Approve a campaign's content and release its kit.
    Approve(ApproveArgs),
    /// Send a campaign back to drafting, with the reason.
    Reject(RejectArgs),
    /// Change a copy under review: it is checked and scored anew, an approval is void, and what the edit teaches is kept.
    Edit(EditArgs),
    /// Take a failed campaign back to the state it failed in, and run it.
    Retry(ResumeArgs),
    /// Copy a campaign as it was at a state, change it, and run the copy.
    Fork(ForkArgs),
    /// Walk a recorded run again without calling anything outside; it must reach the same kit.
    Replay(IdArgs),
    /// Write a campaign's kit as a folder or, with a name that ends in .zip, as one file.
    Export(ExportArgs),
    /// What edits have taught of the voice: read it, remove it.
    #[command(subcommand)]
    Voice(VoiceVerb),
    /// Moderate texts. JSON Lines in and out: {"id","text"}.
    Moderate(ModerateArgs),
    /// Policy packs.
    #[command(subcommand)]
    Policy(PolicyVerb),
    /// Count texts as a platform does. JSON Lines in and out: {"id","text"}.
    Length(PlatformLinesArgs),
    /// Split texts into threads that keep a platform's limit. JSON Lines in and out: {"id","text"}.
    Split(SplitArgs),
    /// Turn texts into vectors. JSON Lines in and out: {"id","text"}.
    Embed(EmbedArgs),
    /// Hooks and headlines.
    #[command(subcommand)]
    Hooks(HooksVerb),
    /// Trends.
    #[command(subcommand)]
    Trends(TrendsVerb),
    /// Hashtags.
    #[command(subcommand)]
    Hashtags(HashtagsVerb),
    /// Posting slots.
    #[command(subcommand)]
    Slots(SlotsVerb),
    /// Experiments.
    #[command(subcommand)]
    Experiment(ExperimentVerb),
    /// Show the database's schema version, or bring it up to this release's.
    Migrate(MigrateArgs),
    /// The audit trail.
    #[command(subcommand)]
    Audit(AuditVerb),
    /// Check that everything a run needs is in order.
    Doctor,
    /// Print the JSON schema of a brief, a kit or a policy pack.
    Schema(SchemaArgs),
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
struct RunArgs {
    /// The brief: a TOML or JSON file, or - for standard input.
    brief: PathBuf,
    /// Where the kit goes: a folder (created if missing), or a file that ends in .zip.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Seed of every random choice, instead of the brief's.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The campaign's clock, such as 2026-11-22T09:00:00Z. The same brief, seed and clock give the same kit, byte for byte.
    #[arg(long, value_name = "RFC3339")]
    now: Option<Timestamp>,
    /// Approve what comes out and release the kit. Moderation still refuses what it blocks.
    #[arg(long)]
    approve: bool,
    #[command(flatten)]
    progress: ProgressArgs,
}

#[derive(Debug, Clone, Copy, Args)]
struct ProgressArgs {
    /// How to show progress: a live display on a terminal, plain lines elsewhere, one JSON event a line, or nothing.
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    progress: ProgressForm,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum ProgressForm {
    #[default]
    Auto,
    Plain,
    Json,
    None,
}

#[derive(Debug, Args)]
struct ListArgs {
    /// How many at the most.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    limit: u32,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct IdArgs {
    /// The campaign's id, or `last` for the newest.
    id: String,
}

#[derive(Debug, Args)]
struct ShowArgs {
    #[command(flatten)]
    id: IdArgs,
    /// The whole kit as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct ResumeArgs {
    #[command(flatten)]
    id: IdArgs,
    /// Raise or set the budget first, in US dollars.
    #[arg(long, value_name = "USD")]
    budget: Option<f64>,
    #[command(flatten)]
    progress: ProgressArgs,
}

#[derive(Debug, Args)]
struct ApproveArgs {
    #[command(flatten)]
    id: IdArgs,
    /// Where the kit goes; where the draft went when left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The content to approve, as `show` prints it; anything else is refused. The content under review when left out.
    #[arg(long, value_name = "HASH")]
    hash: Option<String>,
}

#[derive(Debug, Args)]
struct RejectArgs {
    #[command(flatten)]
    id: IdArgs,
    /// Why; the next draft heeds it.
    #[arg(long, value_name = "REASON")]
    why: String,
}

#[derive(Debug, Args)]
struct ForkArgs {
    #[command(flatten)]
    id: IdArgs,
    /// The state to go on from: researching, drafting, assembling, scheduling or reviewing.
    #[arg(long, value_name = "STATE")]
    at: State,
    /// Another brief.
    #[arg(long, value_name = "FILE")]
    brief: Option<PathBuf>,
    /// Another seed.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[command(flatten)]
    progress: ProgressArgs,
}

#[derive(Debug, Args)]
struct ExportArgs {
    #[command(flatten)]
    id: IdArgs,
    /// A folder, or a file that ends in .zip.
    #[arg(long, value_name = "TARGET")]
    to: PathBuf,
}

#[derive(Debug, Args)]
struct MigrateArgs {
    /// Only show the versions; change nothing.
    #[arg(long)]
    show: bool,
}

#[derive(Debug, Subcommand)]
enum AuditVerb {
    /// Check the whole chain and name the first entry that was changed, removed or moved. A cut-off end shows only beside a
    /// count kept elsewhere: the command prints it.
    Verify,
}

#[derive(Debug, Args)]
struct SchemaArgs {
    /// Of what.
    #[arg(value_enum)]
    of: SchemaOf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SchemaOf {
    Brief,
    Kit,
    Policy,
}

/// Runs the command and says how it ended.
pub fn main(cli: Cli) -> ExitCode {
    match dispatch(cli) {
        Ok(code) => code,
        Err(error) => {
            style::print_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(cli: Cli) -> vcm_core::Result<ExitCode> {
    let Cli { db, verb } = cli;
    style::remember_database(&db);
    match verb {
        Verb::Moderate(args) => engines::moderation::moderate(&args),
        Verb::Policy(verb) => engines::moderation::policy(&verb),
        Verb::Length(args) => engines::text::length(&args),
        Verb::Split(args) => engines::text::split(&args),
        Verb::Embed(args) => engines::text::embed(&args),
        Verb::Hooks(verb) => engines::hooks::run(&verb),
        Verb::Trends(verb) => engines::trends::run(&verb),
        Verb::Hashtags(verb) => engines::hashtags::run(&verb),
        Verb::Slots(verb) => engines::schedule::run(&verb),
        Verb::Experiment(verb) => engines::experiments::run(&verb),
        Verb::Schema(args) => admin::schema(args.of),
        Verb::Completions { shell } => admin::completions(shell),
        verb => campaign::block_on(async move {
            match verb {
                Verb::Run(args) => campaign::run(&db, args).await,
                Verb::Campaigns(args) => campaign::list(&db, &args).await,
                Verb::Show(args) => campaign::show(&db, &args).await,
                Verb::Resume(args) => campaign::resume(&db, &args).await,
                Verb::Approve(args) => campaign::approve(&db, args).await,
                Verb::Reject(args) => campaign::reject(&db, &args).await,
                Verb::Edit(args) => voice::edit(&db, args).await,
                Verb::Voice(verb) => voice::voice(&db, verb).await,
                Verb::Retry(args) => campaign::retry(&db, &args).await,
                Verb::Fork(args) => campaign::fork(&db, args).await,
                Verb::Replay(args) => campaign::replay(&db, &args).await,
                Verb::Export(args) => campaign::export(&db, &args).await,
                Verb::Migrate(args) => admin::migrate(&db, &args).await,
                Verb::Audit(AuditVerb::Verify) => admin::audit_verify(&db).await,
                _ => admin::doctor(&db).await,
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
