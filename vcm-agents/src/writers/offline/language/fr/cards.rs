//! Words on cards, and how cards are described to people who cannot see them.

use super::super::CardWords;

pub(super) static CARDS: CardWords = CardWords {
    steps: "{Product} en {n} étapes",
    then_and_now: "Avant et maintenant",
    side_by_side: "Face à face",
    myth: "Idée reçue\u{a0}: «\u{a0}{belief_bare}\u{a0}»",
    code: "Code\u{a0}: {code}",
    alt_statement: "Carte de texte. On y lit\u{a0}: {headline} {lines}",
    alt_question: "Carte avec une question\u{a0}: {headline} {lines}",
    alt_quote: "Carte avec une citation\u{a0}: «\u{a0}{headline}\u{a0}» De {lines}",
    alt_statistic: "Carte avec le chiffre {figure} en grand. En dessous\u{a0}: {headline}",
    alt_list: "Carte avec une liste intitulée {headline} Les points\u{a0}: {lines}",
    alt_steps: "Carte avec des étapes numérotées intitulée {headline} {lines}",
    alt_then_and_now: "Carte en deux colonnes. À gauche, avant\u{a0}: {then} À droite, maintenant\u{a0}: {now}",
    alt_side_by_side: "Carte en deux colonnes. À gauche\u{a0}: {left} À droite\u{a0}: {right}",
};
