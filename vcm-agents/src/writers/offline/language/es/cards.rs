//! Words on cards, and how cards are described to people who cannot see them.

use super::super::CardWords;

pub(super) static CARDS: CardWords = CardWords {
    steps: "{Product} en {n} pasos",
    then_and_now: "Antes y ahora",
    side_by_side: "Frente a frente",
    myth: "Mito: «{belief_bare}»",
    code: "Código: {code}",
    alt_statement: "Tarjeta de texto. Dice: {headline} {lines}",
    alt_question: "Tarjeta con una pregunta: {headline} {lines}",
    alt_quote: "Tarjeta con una cita: «{headline}» De {lines}",
    alt_statistic: "Tarjeta con la cifra {figure} en grande. Debajo: {headline}",
    alt_list: "Tarjeta con una lista titulada {headline} Los puntos: {lines}",
    alt_steps: "Tarjeta con pasos numerados titulada {headline} {lines}",
    alt_then_and_now: "Tarjeta en dos columnas. A la izquierda, antes: {then} A la derecha, ahora: {now}",
    alt_side_by_side: "Tarjeta en dos columnas. A la izquierda: {left} A la derecha: {right}",
};
