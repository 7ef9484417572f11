//! What stands between facts: labels, lead-ins, marks.

use super::super::Joins;

pub(super) static JOINS: Joins = Joins {
    further: &["Además:", "Y además:", "También conviene saberlo:", "Una cosa más:"],
    answer: &["En resumen:", "La respuesta corta:", "En pocas palabras:"],
    fact: &["Realidad:", "La realidad:", "En realidad:", "Lo cierto:"],
    now: &["Ahora:", "Hoy:", "Y ahora:"],
    then_now: &[("Antes:", "Después:"), ("Antes:", "Ahora:"), ("Entonces:", "Ahora:")],
    does: &[
        "Con {product} es posible {does}.",
        "{Product} {permite|permiten} {does}.",
        "{Product} {sirve|sirven} para {does}.",
    ],
    does_list: &[
        "Para qué {sirve|sirven} {product}:",
        "Lo que {permite|permiten} {product}:",
        "Con {product} es posible:",
    ],
    facts_list: &["Lo esencial:", "Algunos datos:", "Lo que hay que saber:", "Los detalles:", "En resumen:"],
    wants_list: &[
        "{Product} {puede|pueden} interesar a quien quiere:",
        "Merece una mirada si el objetivo es:",
        "Para quien quiere:",
    ],
    bullets: &["•", "→", "–"],
    boxes: &["☐", "✅"],
    step: "Paso {n}:",
    question_answer: ("P:", "R:"),
    code: "Código: {code}.",
    until: "Hasta el {until}.",
    filed: "Temas: {words}.",
};
