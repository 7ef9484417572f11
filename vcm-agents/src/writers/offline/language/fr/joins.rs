//! What stands between facts: labels, lead-ins, marks.

use super::super::Joins;

pub(super) static JOINS: Joins = Joins {
    further: &["De plus\u{a0}:", "Et aussi\u{a0}:", "Bon à savoir également\u{a0}:", "Autre chose\u{a0}:"],
    answer: &["En bref\u{a0}:", "La réponse courte\u{a0}:", "En deux mots\u{a0}:", "Voici ce qu’il faut savoir\u{a0}:"],
    fact: &["En réalité\u{a0}:", "La réalité\u{a0}:", "Le fait\u{a0}:", "Ce qui est vrai\u{a0}:"],
    now: &["Maintenant\u{a0}:", "Aujourd’hui\u{a0}:", "Et maintenant\u{a0}:"],
    then_now: &[
        ("Avant\u{a0}:", "Après\u{a0}:"),
        ("Avant\u{a0}:", "Maintenant\u{a0}:"),
        ("Hier\u{a0}:", "Aujourd’hui\u{a0}:"),
    ],
    does: &[
        "Avec {product}, il est possible {de does}.",
        "{Product} {permet|permettent} {de does}.",
        "{Product} {sert|servent} à {does}.",
    ],
    does_list: &[
        "À quoi {sert|servent} {product}\u{a0}:",
        "Ce que {permet|permettent} {product}\u{a0}:",
        "Avec {product}, on peut\u{a0}:",
    ],
    facts_list: &[
        "L’essentiel\u{a0}:",
        "Quelques faits\u{a0}:",
        "Ce qu’il faut savoir\u{a0}:",
        "Les détails\u{a0}:",
        "En bref\u{a0}:",
    ],
    wants_list: &[
        "{Product} {mérite|méritent} un coup d’œil si l’objectif est de\u{a0}:",
        "Pour qui veut\u{a0}:",
        "C’est peut-être la bonne piste pour\u{a0}:",
    ],
    bullets: &["•", "→", "–"],
    boxes: &["☐", "✅"],
    step: "{n}.",
    question_answer: ("Q\u{a0}:", "R\u{a0}:"),
    code: "Code\u{a0}: {code}.",
    until: "Jusqu’au {until}.",
    filed: "Mots-clés\u{a0}: {words}.",
};
