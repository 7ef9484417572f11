//! Layouts: which variant goes into which slot of which week, so that time and place cannot favour a variant.
//!
//! The same followers see every variant, so users cannot be randomised; slots can. `paired` matches slots one by one,
//! `latin_square` balances slot classes and weeks, `switchback` alternates whole periods, `choose` says which to use when.
//! Next: [`super::analyze`].

mod choose;
mod latin_square;
mod paired;
mod switchback;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(super) use self::choose::SAME_FOLLOWERS;
pub use self::{
    choose::{LayoutKind, Situation, choose_layout},
    latin_square::{latin_square, williams_square},
    paired::paired_slots,
    switchback::{SwitchbackOptions, switchback},
};

/// Most cells of a layout.
pub(super) const MOST_CELLS: usize = 10_000;

/// A layout, with the seed that drew it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Layout {
    /// `latin_square`, `switchback` or `paired_slots`.
    pub kind: String,
    /// Seed of the randomisation: the same seed gives the same layout.
    pub seed: u64,
    /// The variants, in the order given.
    pub variants: Vec<String>,
    /// Every cell, in time order.
    pub cells: Vec<Cell>,
    /// The squares as tables, a row a week and a column a slot; empty for other layouts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub squares: Vec<Vec<Vec<String>>>,
    /// Share of the time that counts, for a switchback with washout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_share: Option<f64>,
    /// Degrees of freedom left for error when the layout is analysed as it was drawn: below 4 little can be decided.
    pub error_degrees: i64,
}

/// One cell: a variant in its place.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// Week or period, from 1.
    pub period: u32,
    /// Slot or slot class; empty in a switchback, where a period is whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub slot: String,
    /// The variant.
    pub variant: String,
    /// The block whose members are compared with each other, from 1.
    pub block: u32,
    /// Hours at the start of the period that are not counted, because the variant before still echoes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub washout_hours: Option<f64>,
}
