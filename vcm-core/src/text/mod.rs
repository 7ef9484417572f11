//! Text tools that several engines share.
//!
//! [`words`] splits and normalises, [`similarity`] compares two texts, [`embedding`] turns a text into a lexical vector,
//! [`views`] shows a text as an evader meant it, with every place mapped back to the original; [`background`] knows which words are common
//! in general.

pub mod background;
pub mod embedding;
pub mod similarity;
pub mod views;
pub mod words;
