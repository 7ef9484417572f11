//! Titles and premises of angles, as a reviewer reads them.

use vcm_core::angles::Archetype as A;

pub(super) static ANGLES: &[(A, &str, &str)] = &[
    (A::Announcement, "Presentación {de product}", "Presenta {product}: qué {es|son} y qué se puede comprobar."),
    (A::Explainer, "¿Qué {es|son} {product}?", "Explica {product} a quien nunca ha oído hablar de ello."),
    (A::Myth, "Mito: {belief_bare}", "Responde con hechos a la creencia «{belief_bare}»."),
    (A::Contrarian, "En contra: {belief_bare}", "Argumenta contra «{belief_bare}»."),
    (A::Objection, "{doubt}", "Toma en serio la duda «{doubt}» y la responde."),
    (A::Faq, "Preguntas sobre {product}", "Responde a {n} preguntas de los lectores."),
    (A::BeforeAfter, "{Topic}: antes y ahora", "Cómo era y cómo es ahora."),
    (A::Comparison, "{Topic}: una comparación", "Pone dos afirmaciones frente a frente."),
    (A::HowTo, "Cómo empezar con {product}", "Recorre {n} pasos."),
    (A::Checklist, "Lista de comprobación para {product}", "Enumera {n} pasos para marcar."),
    (A::Story, "La historia {de product}", "Cuenta cómo surgió, con fechas."),
    (A::BehindTheScenes, "Detrás {de product}", "Se detiene en un momento de su historia."),
    (A::DataPoint, "{Figure}: {subject}", "Una cifra, {figure}, y lo que significa."),
    (A::Numbers, "{Product}, en cifras", "Reúne {n} cifras."),
    (A::Proof, "Prueba: {subject}", "Da un dato comprobable sobre {subject}."),
    (A::Spotlight, "En primer plano: {does}", "Muestra que es posible {does}, y el hecho que lo respalda."),
    (A::List, "Lo esencial sobre {product}", "Enumera lo que se puede decir sobre {product}."),
    (A::Quote, "En palabras de {speaker}", "Da la palabra a {speaker}."),
    (A::Question, "Pregunta: cómo {want3}", "Pregunta a {audience} cómo {want3} y responde con hechos."),
    (A::Problem, "Problema: {pain}", "Nombra un problema ({pain}) y muestra qué se puede hacer."),
    (A::OpenLetter, "Carta a {audience}", "Se dirige a {audience} a propósito de un problema: {pain}."),
    (A::Fit, "Para quién {es|son} {product}", "Permite a {audience} comprobar si les interesa."),
    (A::Poll, "Encuesta: por dónde empezar", "Propone elegir entre cosas que {permite|permiten} {product}."),
    (A::Offer, "La propuesta", "{Offer}"),
    (A::Seasonal, "La fecha", "Vincula la propuesta a su último día."),
    (A::Trend, "Tendencia: {trend}", "Retoma la conversación sobre {trend}."),
];
