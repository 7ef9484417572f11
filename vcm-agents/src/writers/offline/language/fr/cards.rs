//! Words on cards, and how cards are described to people who cannot see them.

use super::super::CardWords;

pub(super) static CARDS: CardWords = CardWords {
    steps: "{Product} en {n} étapes",
    then_and_now: "Avant et maintenant",
    side_by_side: "Côte à côte",
    myth: "Idée reçue : « {belief_bare} »",
    code: "Code : {code}",
    alt_statement: "Une carte de texte. On y lit : {headline} {lines}",
    alt_question: "Une carte avec une question : {headline} {lines}",
    alt_quote: "Une carte de citation : « {headline} » Par {lines}",
    alt_statistic: "Une carte avec un chiffre en grand : {figure}. En dessous : {headline}",
    alt_list: "Une carte avec une liste. Titre : {headline} La liste : {lines}",
    alt_steps: "Une carte avec des étapes numérotées. Titre : {headline} {lines}",
    alt_then_and_now: "Une carte en deux colonnes. À gauche, avant : {then} À droite, maintenant : {now}",
    alt_side_by_side: "Une carte en deux colonnes. À gauche : {left} À droite : {right}",
};
