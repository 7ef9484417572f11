//! Words on cards, and how cards are described to people who cannot see them.

use super::super::CardWords;

pub(super) static CARDS: CardWords = CardWords {
    steps: "{Product} in {n} steps",
    then_and_now: "Then and now",
    side_by_side: "Side by side",
    myth: "Myth: “{belief_bare}”",
    code: "Code: {code}",
    alt_statement: "A text card. It reads: {headline} {lines}",
    alt_question: "A card with a question: {headline} {lines}",
    alt_quote: "A quotation card: “{headline}” By {lines}",
    alt_statistic: "A card with the figure {figure} in large type. Below it: {headline}",
    alt_list: "A list card titled {headline} The entries: {lines}",
    alt_steps: "A card with numbered steps titled {headline} {lines}",
    alt_then_and_now: "A card in two columns. Left, then: {then} Right, now: {now}",
    alt_side_by_side: "A card in two columns. Left: {left} Right: {right}",
};
