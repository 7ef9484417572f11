//! What visuals and storyboards need of a sentence, in one place. Next: [`super::sentences`].

pub(super) use super::sentences::{as_sentence, capitalised, ends_sentence, single_spaced, without_stop};
