//! A line of text whose words may look different. Next: [`super::lines`].

use std::ops::Range;

use super::{fonts::Weight, text::width_ems};

/// How a piece of a line looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Look {
    #[default]
    Plain,
    /// On a ground of its own.
    Code,
    /// In the colour that stands out.
    Strong,
}

/// A line of text and which of its bytes look otherwise than the rest.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) spans: Vec<(Range<usize>, Look)>,
}

impl Line {
    /// The line from left to right, and how each piece looks.
    pub(super) fn pieces(&self) -> Vec<(&str, Look)> {
        let mut pieces = Vec::with_capacity(2 * self.spans.len() + 1);
        let mut done = 0;
        for (range, look) in &self.spans {
            pieces.push((self.text.get(done..range.start).unwrap_or_default(), Look::Plain));
            pieces.push((self.text.get(range.clone()).unwrap_or_default(), *look));
            done = range.end;
        }
        pieces.push((self.text.get(done..).unwrap_or_default(), Look::Plain));
        pieces.retain(|(text, _)| !text.is_empty());
        pieces
    }

    /// Width as drawn, in ems.
    pub(super) fn width_ems(&self, weight: Weight) -> f32 {
        self.pieces().into_iter().map(|(piece, _)| width_ems(piece, weight)).sum()
    }

    /// Adds a span, or lengthens the one that ended `before` the word.
    pub(super) fn mark(&mut self, range: Range<usize>, look: Look, before: usize, joins: bool) {
        match self.spans.last_mut() {
            Some((last, same)) if joins && *same == look && last.end == before => last.end = range.end,
            _ => self.spans.push((range, look)),
        }
    }
}
