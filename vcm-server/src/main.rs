//! The `vcm` command: parses arguments and calls [`vcm_server::cli`].

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    vcm_server::cli::main(vcm_server::cli::Cli::parse())
}
