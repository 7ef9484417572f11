//! What stands between facts: labels, lead-ins, marks.

use super::super::Joins;

pub(super) static JOINS: Joins = Joins {
    further: &["Além disso:", "E mais:", "Também vale a pena saber:", "Mais uma coisa:"],
    answer: &["Em resumo:", "A resposta curta:", "Em poucas palavras:", "O que há para saber:"],
    fact: &["A verdade:", "Na verdade:", "A realidade:", "O que é certo:"],
    now: &["Agora:", "Hoje:", "E agora:"],
    then_now: &[("Antes:", "Depois:"), ("Antes:", "Agora:"), ("Ontem:", "Hoje:")],
    does: &[
        "Com {product}, é possível {does}.",
        "{Product} {permite|permitem} {does}.",
        "{Product} {serve|servem} para {does}.",
    ],
    does_list: &[
        "Para que {serve|servem} {product}:",
        "O que {product} {permite|permitem}:",
        "Com {product}, é possível:",
    ],
    facts_list: &["O essencial:", "Alguns dados:", "O que há para saber:", "Os detalhes:", "Em resumo:"],
    wants_list: &["Para quem quer:", "Vale a pena se a ideia é:", "{Product} {pode|podem} interessar a quem quer:"],
    bullets: &["•", "→", "–"],
    boxes: &["☐", "✅"],
    step: "Passo {n}:",
    question_answer: ("P:", "R:"),
    code: "Código: {code}.",
    until: "Até {until}.",
    filed: "Temas: {words}.",
};
