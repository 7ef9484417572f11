//! Reads the files a campaign starts from: the brief, own earlier posts, dated texts.
//!
//! [`load_brief_file`] reads a brief with the data files it names. [`read_history`] takes CSV or JSON Lines, [`read_trends`]
//! JSON Lines; both stream, and both list the bad lines with what is wrong in each instead of stopping at the first.
//! [`to_canonical_jsonl`] is the one form in which such data is stored and hashed.

mod brief;
mod campaign;
mod history;
mod lines;
mod trends;

pub use self::{
    brief::{LoadedBrief, load_brief, load_brief_file},
    campaign::CampaignInputs,
    history::{DataFormat, HistoryOptions, read_history},
    lines::{from_canonical_jsonl, to_canonical_jsonl},
    trends::read_trends,
};
