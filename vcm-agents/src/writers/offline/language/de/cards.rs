//! Words on cards, and how cards are described to people who cannot see them.

use super::super::CardWords;

pub(super) static CARDS: CardWords = CardWords {
    steps: "{Product} in {n} Schritten",
    then_and_now: "Damals und heute",
    side_by_side: "Im Vergleich",
    myth: "Mythos: „{belief_bare}“",
    code: "Code: {code}",
    alt_statement: "Eine Textkarte. Darauf steht: {headline} {lines}",
    alt_question: "Eine Karte mit einer Frage: {headline} {lines}",
    alt_quote: "Eine Zitatkarte: „{headline}“ Von {lines}",
    alt_statistic: "Eine Karte mit einer Zahl in großer Schrift: {figure}. Darunter: {headline}",
    alt_list: "Eine Karte mit einer Liste. Titel: {headline} Die Einträge: {lines}",
    alt_steps: "Eine Karte mit nummerierten Schritten. Titel: {headline} {lines}",
    alt_then_and_now: "Eine Karte mit zwei Spalten. Links, früher: {then} Rechts, heute: {now}",
    alt_side_by_side: "Eine Karte mit zwei Spalten. Links: {left} Rechts: {right}",
};
