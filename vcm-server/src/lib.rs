//! The host of the `vcm` command. Holds no rules: a command checks its arguments, calls one verb of the SDK and shows the result.
//!
//! [`cli`] is the command. The HTTP server gets its room beside it.

pub mod cli;
