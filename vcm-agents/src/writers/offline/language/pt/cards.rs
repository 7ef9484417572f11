//! Words on cards, and how cards are described to people who cannot see them.

use super::super::CardWords;

pub(super) static CARDS: CardWords = CardWords {
    steps: "{Product} em {n} passos",
    then_and_now: "Antes e agora",
    side_by_side: "Lado a lado",
    myth: "Mito: “{belief_bare}”",
    code: "Código: {code}",
    alt_statement: "Cartão de texto. Diz: {headline} {lines}",
    alt_question: "Cartão com uma pergunta: {headline} {lines}",
    alt_quote: "Cartão com uma citação: “{headline}” De {lines}",
    alt_statistic: "Cartão com o número {figure} em destaque. Abaixo: {headline}",
    alt_list: "Cartão com uma lista intitulada {headline} Os pontos: {lines}",
    alt_steps: "Cartão com passos numerados intitulado {headline} {lines}",
    alt_then_and_now: "Cartão em duas colunas. À esquerda, antes: {then} À direita, agora: {now}",
    alt_side_by_side: "Cartão em duas colunas. À esquerda: {left} À direita: {right}",
};
