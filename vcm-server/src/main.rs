//! The `vcm` command.
fn main() {}
