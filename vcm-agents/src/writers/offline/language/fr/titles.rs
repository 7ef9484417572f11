//! Titles of Shorts and pins.

use super::super::Titles;

pub(super) static TITLES: Titles = Titles {
    shorts: &[
        "{Topic} : l’explication",
        "{Topic} en moins d’une minute",
        "Que savoir sur {topic} ?",
        "{Product} : {subject}",
        "{Topic} : l’essentiel",
    ],
    pins: &[
        "{Product} : {subject}",
        "{Topic} : le guide pour les {audience}",
        "{Topic} : l’essentiel",
        "{Topic} : l’explication",
    ],
    plain: &[
        "{Product} : l’essentiel",
        "{Product} pour les {audience}",
        "{Product} en un coup d’œil",
        "{Product} : petit guide",
    ],
    steps: &[
        "Comment {task}",
        "Comment {task} en {n} étapes",
        "Bien débuter avec {product}",
        "{Product} : débuter en {n} étapes",
        "{Product}, pas à pas",
    ],
    myth: &["Vrai ou faux ? {belief_bare}", "« {belief_bare} » : vrai ou faux ?", "{Topic} : idée reçue et réalité"],
    objection: &["{doubt}", "{Product} : {doubt}", "{Product} : questions et réponses"],
    story: &["L’histoire {de product}", "{Product} : la chronologie", "Petite histoire {de product}"],
    list: &["{N} faits sur {product}", "{N} choses à savoir sur {product}", "{Product} en {n} points"],
    change: &["{Topic} : avant et maintenant", "{Topic} : l’avant et l’après", "Ce qui a changé : {topic}"],
    comparison: &["{Topic} : la comparaison", "{Topic}, face à face", "{Topic} : la différence"],
    want: &["Comment {want3}", "{Product} : comment {want3}", "Comment {does} avec {product}"],
    announcement: &["{Product}, qu’est-ce que c’est ?", "{Product} : l’explication", "{Product} en moins d’une minute"],
    quote: &["{Speaker}, à propos {de topic}", "{Product} : les mots {de speaker}"],
    offer: &["{Product} : l’offre", "{Product} : comment débuter"],
};
