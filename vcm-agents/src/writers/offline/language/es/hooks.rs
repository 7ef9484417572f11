//! First lines. Each is a promise that the framework below it keeps.

use super::super::{Hooks, Row};

pub(super) static HOOKS: Hooks = Hooks {
    announcement: Row {
        id: "hook.announcement",
        ask: &[
            "¿{address:Conoces|Conoce} {product}?",
            "¿{address:Has|Ha} oído hablar {de product}?",
            "¿Qué hay de nuevo con {product}?",
            "¿Ya {address:sabes|sabe} qué {es|son} {product}?",
        ],
        say: &[
            "Esto {es|son} {product}.",
            "{Product}, en pocas palabras:",
            "Para {audience}: {product}.",
            "{address:Te|Le} {presentamos} {product}.",
            "Así {es|son} {product}, en pocas líneas:",
        ],
    },
    explainer: Row {
        id: "hook.explainer",
        ask: &[
            "¿Qué {es|son} {product}?",
            "¿Nunca {address:has|ha} oído hablar {de product}?",
            "¿Qué {es|son} exactamente {product}?",
            "¿{address:Te|Le} {suena|suenan} {product}, pero no {address:sabes|sabe} bien por qué?",
        ],
        say: &[
            "Qué {es|son} {product}, sin rodeos:",
            "{Product}, desde el principio:",
            "{Product}, en palabras sencillas:",
            "{Product}, sin tecnicismos:",
            "Breve introducción {a product}:",
        ],
    },
    benefit: Row {
        id: "hook.benefit",
        ask: &[
            "¿{address:Buscas|Busca} cómo {does}?",
            "¿{address:Sabías|Sabía} que {product} {sirve|sirven} para {does}?",
            "¿Cómo {does}?",
            "¿Es posible {does}?",
        ],
        say: &[
            "Con {product} es posible {does}.",
            "{Product} {permite|permiten} {does}.",
            "{Product} {sirve|sirven} para {does}.",
            "Para {does}: {product}.",
            "Una de las cosas que {permite|permiten} {product}: {does}.",
        ],
    },
    want: Row {
        id: "hook.want",
        ask: &[
            "¿{address:Quieres|Quiere} {want}?",
            "¿{address:Buscas|Busca} la manera de {want}?",
            "¿{address:Te|Le} gustaría {want}?",
            "¿{address:Tienes|Tiene} pendiente {want}?",
        ],
        say: &[
            "Si {address:quieres|quiere} {want}, esto {address:te|le} interesa.",
            "Para {audience} que quieren {want3}:",
            "Esto va para {audience} que quieren {want3}.",
            "Si {address:buscas|busca} cómo {want}, {address:sigue|siga} leyendo.",
        ],
    },
    myth: Row {
        id: "hook.myth",
        ask: &[
            "¿Verdadero o falso? «{belief_bare}»",
            "¿Mito o realidad? «{belief_bare}»",
            "«{belief_bare}»: ¿verdadero o falso?",
            "¿{address:Has|Ha} oído alguna vez esto? «{belief_bare}»",
            "¿También {address:lo creías|lo creía}? «{belief_bare}»",
        ],
        say: &[
            "Mito: «{belief_bare}».",
            "«{belief_bare}». Es un mito.",
            "«{belief_bare}». Pues no.",
            "Un mito que se resiste a morir: «{belief_bare}».",
            "Se oye a menudo: «{belief_bare}».",
            "Aclaremos una cosa: «{belief_bare}».",
        ],
    },
    contrarian: Row {
        id: "hook.contrarian",
        ask: &[
            "¿Todavía lo {address:crees|cree}? «{belief_bare}»",
            "¿Hasta qué punto es cierto? «{belief_bare}»",
            "¿Quién sigue diciendo esto? «{belief_bare}»",
        ],
        say: &[
            "«{belief_bare}». Los hechos dicen otra cosa.",
            "«{belief_bare}». No lo {vemos} así.",
            "«{belief_bare}». {address:Míralo|Mírelo} otra vez.",
            "Va siendo hora de dejar de decir esto: «{belief_bare}».",
        ],
    },
    objection: Row {
        id: "hook.objection",
        ask: &[
            "{doubt}",
            "Una duda razonable: {doubt}",
            "Buena pregunta: {doubt}",
            "Quizá {address:te preguntes|se pregunte}: {doubt}",
            "Antes de decidir: {doubt}",
        ],
        say: &[
            "«{doubt}» Esta es la respuesta.",
            "«{doubt}» La respuesta, sin rodeos:",
            "«{doubt}» Es una duda razonable.",
            "Si {address:te preguntas|se pregunta} «{doubt}», {address:sigue|siga} leyendo.",
        ],
    },
    faq: Row {
        id: "hook.faq",
        ask: &[
            "¿Dudas sobre {product}?",
            "¿{address:Tienes|Tiene} preguntas sobre {product}?",
            "¿Queda alguna duda sobre {product}?",
        ],
        say: &[
            "{N} preguntas sobre {product}, con respuesta:",
            "{N} dudas frecuentes sobre {product}:",
            "{Product}: lo que pregunta la gente.",
            "Preguntas sobre {product}, y sus respuestas:",
        ],
    },
    before: Row {
        id: "hook.before",
        ask: &[
            "¿{address:Te acuerdas|Se acuerda}? {before}",
            "¿{address:Recuerdas|Recuerda} cómo era? {before}",
            "¿Qué era lo normal hasta hace poco? {before}",
        ],
        say: &["{before}", "Antes: {before_undated}", "Así era: {before_undated}", "{before} Ya no."],
    },
    versus: Row {
        id: "hook.versus",
        ask: &["¿Qué ha cambiado con {product}?", "¿Qué es distinto ahora?", "{Topic}: ¿qué ha cambiado?"],
        say: &[
            "{Topic}: antes y ahora.",
            "Antes y ahora:",
            "{Topic}: el antes y el después.",
            "Lo que ha cambiado con {product}:",
        ],
    },
    side_by_side: Row {
        id: "hook.side",
        ask: &["{Topic}: ¿cuál es la diferencia?", "¿Cuál es la diferencia?", "¿En qué se diferencian?"],
        say: &["{Topic}, frente a frente:", "{Topic}: una comparación.", "Una comparación rápida:", "Frente a frente:"],
    },
    how_to: Row {
        id: "hook.how_to",
        ask: &[
            "¿Cómo {task}?",
            "¿No {address:sabes|sabe} por dónde empezar con {product}?",
            "¿Cómo se empieza con {product}?",
            "¿{address:Buscas|Busca} cómo {task}?",
        ],
        say: &[
            "Cómo {task}, en {n} pasos:",
            "Cómo {task}, paso a paso:",
            "{N} pasos para {task}:",
            "{Product}: cómo empezar en {n} pasos.",
            "Para empezar con {product}, paso a paso:",
        ],
    },
    checklist: Row {
        id: "hook.checklist",
        ask: &[
            "¿Todo listo para {product}? {address:Repasa|Repase} la lista:",
            "¿Cuántas de estas cosas {address:has|ha} hecho ya?",
            "¿Falta algo? {address:Repasa|Repase} la lista:",
        ],
        say: &[
            "Lista de comprobación para {product}:",
            "Una lista para guardar:",
            "Para {audience}: lista de comprobación.",
            "Lo que hay que marcar para {task}:",
        ],
    },
    list: Row {
        id: "hook.list",
        ask: &[
            "¿Qué {address:sabes|sabe} {de product}?",
            "¿Qué conviene saber sobre {product}?",
            "¿Cuántos de estos datos {address:conocías|conocía}?",
            "¿{address:Conocías|Conocía} estos {n} datos sobre {product}?",
        ],
        say: &[
            "{N} datos sobre {product}:",
            "{N} cosas que conviene saber sobre {product}:",
            "{Product}, de un vistazo:",
            "{Product} en {n} puntos:",
            "Lo esencial sobre {product}:",
        ],
    },
    numbers: Row {
        id: "hook.numbers",
        ask: &[
            "¿Cuál de estas cifras {address:te|le} sorprende más?",
            "¿{address:Conoces|Conoce} estas cifras?",
            "¿Qué dicen las cifras sobre {product}?",
        ],
        say: &[
            "{Product}, en cifras:",
            "{N} cifras sobre {product}:",
            "{N} cifras para recordar:",
            "Las cifras {de product}:",
        ],
    },
    story: Row {
        id: "hook.story",
        ask: &[
            "¿{address:Sabes|Sabe} cómo {empezó|empezaron} {product}?",
            "¿De dónde {viene|vienen} {product}?",
            "¿{address:Conoces|Conoce} la historia {de product}?",
        ],
        say: &[
            "Breve historia {de product}:",
            "{Product}: cronología.",
            "La historia {de product}, en {n} fechas:",
            "Cómo {ha|han} llegado {product} hasta aquí:",
        ],
    },
    behind: Row {
        id: "hook.behind",
        ask: &[
            "¿{address:Conocías|Conocía} esta parte de la historia {de product}?",
            "¿Cómo {ha|han} llegado {product} hasta aquí?",
            "¿Qué hay detrás {de product}?",
        ],
        say: &[
            "Una mirada atrás: {product}.",
            "Una página de la historia {de product}:",
            "Detrás {de product}:",
            "Un poco de historia sobre {product}:",
        ],
    },
    question: Row {
        id: "hook.question",
        ask: &[
            "¿Cómo {want3}?",
            "Una pregunta para {audience}: ¿cómo {want3}?",
            "¿{address:Quieres|Quiere} {want}?",
            "¿Hay una buena manera de {want3}?",
        ],
        say: &[
            "Si {address:quieres|quiere} {want}, {address:empieza|empiece} por aquí.",
            "Para quienes quieren {want3}:",
            "Para {audience} que quieren {want3}:",
            "Una manera de {want3}:",
        ],
    },
    proof: Row {
        id: "hook.proof",
        ask: &[
            "¿Lo {address:sabías|sabía}?",
            "¿{address:Sabías|Sabía} esto sobre {subject}?",
            "¿Qué {address:sabes|sabe} sobre {subject}?",
            "¿Curiosidad por {topic}?",
        ],
        say: &[
            "Un dato sobre {subject}:",
            "Sobre {subject}:",
            "Conviene saberlo:",
            "Un apunte sobre {subject}:",
            "Un detalle que se puede comprobar:",
        ],
    },
    data_point: Row {
        id: "hook.data",
        ask: &[
            "¿Lo {address:sabías|sabía}?",
            "¿{address:Te|Le} dice algo esta cifra? {Figure}.",
            "¿Qué hay detrás de esta cifra? {Figure}.",
            "{Figure}: ¿{address:lo habrías|lo habría} acertado?",
        ],
        say: &[
            "{Figure}.",
            "Una cifra para recordar: {figure}.",
            "La cifra de hoy: {figure}.",
            "{Topic}, en una cifra: {figure}.",
        ],
    },
    quote: Row {
        id: "hook.quote",
        ask: &[
            "¿{address:Estás|Está} de acuerdo con {speaker}?",
            "¿Qué dice {speaker} sobre {subject}?",
            "¿Quién lo dijo?",
        ],
        say: &[
            "En sus propias palabras:",
            "{Speaker} lo dice así:",
            "{Speaker}, sobre {subject}:",
            "En palabras de {speaker}:",
        ],
    },
    problem: Row {
        id: "hook.problem",
        ask: &[
            "{Pain}: ¿{address:te|le} suena?",
            "¿Todavía toca {pain_gerund}?",
            "¿Hasta cuándo {pain}?",
            "¿Lo de siempre? {Pain}.",
        ],
        say: &[
            "Hablemos {de pain}.",
            "El problema: {pain}.",
            "Basta {de pain}.",
            "Para quien ya conoce el problema: {pain}.",
        ],
    },
    letter: Row {
        id: "hook.letter",
        ask: &[
            "A {audience}: ¿hasta cuándo {pain}?",
            "Una pregunta para {audience}: ¿hasta cuándo {pain}?",
            "Para {audience}: ¿todavía toca {pain_gerund}?",
        ],
        say: &[
            "Carta a {audience}: hablemos {de pain}.",
            "A {audience}, sobre un problema conocido: {pain}.",
            "Unas líneas para {audience}. Hablemos {de pain}.",
        ],
    },
    fit: Row {
        id: "hook.fit",
        ask: &[
            "¿Para quién {es|son} {product}?",
            "¿{Es|Son} {product} para {address:ti|usted}?",
            "¿A quién {puede|pueden} servirle {product}?",
        ],
        say: &[
            "¿{Product}? Así {address:sabrás|sabrá} si es lo que {address:buscas|busca}.",
            "Una comprobación rápida para {audience}.",
            "Si {address:dudas|duda} de que {product} {sea|sean} lo que {address:buscas|busca}, {address:repasa|repase} la lista.",
        ],
    },
    poll: Row {
        id: "hook.poll",
        ask: &[
            "¿Por dónde {address:empezarías|empezaría} con {product}?",
            "¿Qué {address:probarías|probaría} primero?",
            "Si solo {address:pudieras|pudiera} elegir una opción, ¿cuál sería?",
        ],
        say: &[
            "Toca elegir. {Product} {sirve|sirven} para todo esto:",
            "Encuesta rápida para {audience}:",
            "Toca elegir:",
        ],
    },
    offer: Row {
        id: "hook.offer",
        ask: &[
            "¿{address:Estás|Está} pensando en {product}?",
            "¿{address:Quieres|Quiere} {want}?",
            "¿Es buen momento para {product}?",
        ],
        say: &["Esta es la propuesta:", "Buenas noticias para {audience}:", "Un aviso para {audience}:"],
    },
    deadline: Row {
        id: "hook.deadline",
        ask: &[
            "¿{address:Tienes|Tiene} planes antes del {until}?",
            "¿Está ya el {until} en {address:tu|su} agenda?",
            "¿{address:Tienes|Tiene} apuntado el {until}?",
        ],
        say: &["Una fecha para apuntar: el {until}.", "El {until} es el último día.", "Hasta el {until}:"],
    },
    trend: Row {
        id: "hook.trend",
        ask: &[
            "¿{address:Estás|Está} siguiendo lo que se dice sobre {trend}?",
            "¿{address:Has|Ha} visto lo que se comenta sobre {trend}?",
            "¿Qué se dice sobre {trend}?",
        ],
        say: &[
            "Se habla mucho de esto: {trend}. Algo de contexto:",
            "Para quien sigue el debate sobre {trend}:",
            "Un apunte más sobre {trend}:",
        ],
    },
};
