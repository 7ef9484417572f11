//! What stands between facts: labels, lead-ins, marks.

use super::super::Joins;

pub(super) static JOINS: Joins = Joins {
    further: &["Et aussi :", "À savoir aussi :", "Autre point :", "Sans oublier :"],
    answer: &["En bref :", "La réponse courte :", "Ce qu'il faut savoir :"],
    fact: &["Le fait :", "En réalité :", "La vérité :", "Dans les faits :"],
    now: &["Maintenant :", "Aujourd'hui :", "Et maintenant :"],
    then_now: &[("Avant :", "Après :"), ("Hier :", "Aujourd'hui :"), ("Avant :", "Maintenant :")],
    does: &[
        "Avec {product}, {address:tu peux|vous pouvez} {does}.",
        "Avec {product}, on peut {does}.",
        "{Product} {permet|permettent} {de does}.",
        "{Product} : de quoi {does}.",
    ],
    does_list: &[
        "Avec {product}, {address:tu peux|vous pouvez} :",
        "Avec {product}, on peut :",
        "Ce qu'on peut faire avec {product} :",
        "De quoi, par exemple :",
    ],
    facts_list: &["L'essentiel :", "Quelques faits :", "À savoir :", "En détail :", "En bref :"],
    wants_list: &[
        "À essayer si {address:tu veux|vous voulez} :",
        "{address:Jette|Jetez} un œil {à product} si {address:tu veux|vous voulez} :",
        "{Product} : peut-être pour {address:toi, si tu veux|vous, si vous voulez} :",
        "À regarder de plus près pour :",
    ],
    bullets: &["•", "→", "–"],
    boxes: &["☐", "✅"],
    step: "Étape {n}\u{a0}:",
    question_answer: ("Q :", "R :"),
    code: "Code : {code}.",
    until: "Jusqu'au {until}.",
    filed: "Mots-clés : {words}.",
};
