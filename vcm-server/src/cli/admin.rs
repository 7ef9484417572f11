//! Looks after the database and the installation: migrate, audit, doctor, schema, completions.

use std::{fmt::Write, process::ExitCode};

use clap::CommandFactory;
use vcm_core::{Error, ErrorKind, Result};

use super::{Cli, MigrateArgs, SchemaOf, campaign::open, output::print, style::Paint};

pub(super) async fn migrate(db: &str, args: &MigrateArgs) -> Result<ExitCode> {
    let status = vcm_store::schema_status(db).await?;
    if args.show || status.found == Some(status.latest) {
        let found = status.found.map_or_else(|| "no database yet".to_owned(), |found| format!("version {found}"));
        print(&format!("{db}: {found}; this release writes version {}\n", status.latest))?;
        return Ok(ExitCode::SUCCESS);
    }
    vcm_store::migrate(db).await?;
    print(&format!("{db}: brought to version {}\n", status.latest))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn audit_verify(db: &str) -> Result<ExitCode> {
    let entries = open(db).await?.verify_audit().await?;
    print(&format!("The audit chain holds: {}.\n", plural(entries, "entry", "entries")))?;
    Ok(ExitCode::SUCCESS)
}

/// Every check is made, whatever the others say; the command fails when one of them does.
pub(super) async fn doctor(db: &str) -> Result<ExitCode> {
    let paint = Paint::stdout();
    let (mut failed, mut report) = (false, String::new());
    let mut check = |name: &str, outcome: Result<String>| match outcome {
        Ok(found) => {
            let _ = writeln!(report, "{} {name:<10} {found}", paint.green("✓"));
        }
        Err(error) => {
            failed = true;
            let _ = writeln!(report, "{} {name:<10} {error}", paint.red("✗"));
        }
    };
    check("vcm", Ok(format!("{} · offline writer · lexical embedder", env!("CARGO_PKG_VERSION"))));
    let desk = open(db).await;
    let found = desk
        .as_ref()
        .map(|_| format!("{db} opens and can be written"))
        .map_err(|error| Error::new(error.kind(), "doctor", format!("{db}: {error}")));
    check("database", found);
    if let Ok(desk) = &desk {
        check(
            "audit",
            desk.verify_audit().await.map(|entries| format!("{}, chain holds", plural(entries, "entry", "entries"))),
        );
    }
    let missing = vcm_agents::visuals::uncovered_characters("Latin, Ελληνικά, Кириллица, العربية, 日本語 🚀");
    check(
        "fonts",
        if missing.is_empty() {
            Ok("built in".to_owned())
        } else {
            Err(Error::new(ErrorKind::ConfigInvalid, "doctor", format!("the built-in fonts lack {missing:?}")))
        },
    );
    let zone = jiff::tz::TimeZone::get("Europe/Berlin");
    check(
        "time zones",
        zone.map(|_| "built in".to_owned())
            .map_err(|error| Error::new(ErrorKind::ConfigInvalid, "doctor", "no time zones").caused_by(error)),
    );
    print(&report)?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

pub(super) fn schema(of: SchemaOf) -> Result<ExitCode> {
    let schema = match of {
        SchemaOf::Brief => vcm_core::brief::schema(),
        SchemaOf::Kit => vcm_core::kit::schema(),
        SchemaOf::Policy => vcm_core::moderation::policy::schema(),
    };
    let text = serde_json::to_string_pretty(&schema)
        .map_err(|error| Error::new(ErrorKind::Unexpected, "schema", "the schema is not JSON").caused_by(error))?;
    print(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn plural(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(super) fn completions(shell: clap_complete::Shell) -> Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "vcm", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
