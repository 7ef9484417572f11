//! Titles of Shorts and pins.

use super::super::Titles;

pub(super) static TITLES: Titles = Titles {
    shorts: &[
        "{Topic}: la explicación",
        "{Topic}, en menos de un minuto",
        "Qué hay que saber sobre {subject}",
        "{Product}: {subject}",
        "{Topic}: la versión corta",
    ],
    pins: &["{Product}: {subject}", "{Topic}: guía para {audience}", "{Topic}: lo esencial", "{Topic}: la explicación"],
    plain: &[
        "{Product}: lo esencial",
        "{Product} para {audience}",
        "{Product}, de un vistazo",
        "{Product}: guía rápida",
    ],
    steps: &[
        "Cómo {task}",
        "Cómo {task} en {n} pasos",
        "Cómo empezar con {product}",
        "{Product}: cómo empezar en {n} pasos",
        "{Product}, paso a paso",
    ],
    myth: &[
        "¿Mito o realidad? {belief_bare}",
        "«{belief_bare}»: ¿verdadero o falso?",
        "{Topic}: mito y realidad",
        "Mitos sobre {product}: {subject}",
    ],
    objection: &[
        "{doubt}",
        "{Product}: {doubt}",
        "{Product}: preguntas y respuestas",
        "Dudas sobre {product}: {subject}",
    ],
    story: &["La historia {de product}", "{Product}: cronología", "Breve historia {de product}"],
    list: &["{N} datos sobre {product}", "{N} cosas que saber sobre {product}", "{Product} en {n} datos"],
    change: &["{Topic}: antes y ahora", "{Topic}: el antes y el después", "Lo que ha cambiado: {topic}"],
    comparison: &["{Topic}: una comparación", "{Topic}, frente a frente", "{Topic}: la diferencia"],
    want: &["Cómo {want3}", "{Product}: cómo {want3}", "{Pain}: qué se puede hacer", "Cómo {does} con {product}"],
    announcement: &["¿Qué {es|son} {product}?", "{Product}: qué {es|son}", "{Product}, en menos de un minuto"],
    quote: &["{Speaker}, sobre {subject}", "{Product}, en palabras de {speaker}"],
    offer: &["{Product}: la propuesta", "{Product}: cómo empezar"],
};
