//! Every console block of docs/cli.md is run and must print what the page shows.
//!
//! After a change that is meant: `TRYCMD=overwrite cargo test -p vcm-server --test cli_docs` writes the page anew.

#[test]
fn the_manual_shows_what_the_command_prints() {
    trycmd::TestCases::new()
        .register_bin("vcm", std::path::Path::new(env!("CARGO_BIN_EXE_vcm")))
        .case(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/cli.md"));
}
