//! Titles of Shorts and pins.

use super::super::Titles;

pub(super) static TITLES: Titles = Titles {
    shorts: &[
        "{Topic}, en bref",
        "{Topic} en moins d'une minute",
        "{Product} : {subject}",
        "{Topic} : l'essentiel",
        "{Topic} : ce qu'il faut savoir",
    ],
    pins: &[
        "{Product} : {subject}",
        "{Topic} : le guide pour les {audience}",
        "{Topic} : l'essentiel",
        "{Topic} : ce qu'il faut savoir",
        "{Product}, les faits : {subject}",
    ],
    plain: &[
        "{Product} : l'essentiel",
        "{Product} pour les {audience}",
        "{Product} en un coup d'œil",
        "{Product} en bref",
        "{Product} : le petit guide",
    ],
    steps: &[
        "Comment {task}",
        "Comment {task} en {n} étapes",
        "Bien démarrer avec {product}",
        "{Product} : démarrer en {n} étapes",
        "{Product}, pas à pas",
    ],
    myth: &[
        "Vrai ou faux ? {belief_bare}",
        "« {belief_bare} » : vrai ou faux ?",
        "{Topic} : le vrai et le faux",
        "{Product}, les idées reçues : {subject}",
    ],
    objection: &[
        "{doubt}",
        "{Product} : « {doubt} »",
        "Questions sur {product} : {subject}",
        "{Product} : questions et réponses",
    ],
    story: &[
        "L'histoire {de product}",
        "{Product} : la chronologie",
        "Petite histoire {de product}",
        "Les débuts {de product}",
    ],
    list: &["{N} faits sur {product}", "{N} choses à savoir sur {product}", "{Product} en {n} faits"],
    change: &["{Topic} : avant et maintenant", "{Topic}, avant et après", "Ce qui a changé : {topic}"],
    comparison: &["{Topic} : la comparaison", "{Topic}, côte à côte", "{Topic} : la différence"],
    want: &["Comment {want3}", "{Product} : comment {want3}", "Que faire ? {Pain}", "{Does} avec {product}"],
    announcement: &[
        "{Product} : c'est quoi ?",
        "Découvrir {product}",
        "{Product}, en bref",
        "{Product} en moins d'une minute",
    ],
    quote: &["La parole à {speaker}", "{Product} : la parole à {speaker}"],
    offer: &["{Product} : l'offre", "{Product} : par où commencer"],
};
