//! Closing questions and calls to action. A link, where there is one, follows the call.

use super::super::{Calls, Questions};

pub(super) static QUESTIONS: Questions = Questions {
    open: &[
        "¿Qué {address:añadirías|añadiría}?",
        "¿Cómo lo {address:ves|ve}?",
        "¿Qué {address:opinas|opina} sobre {subject}?",
        "@¿Qué experiencia {address:tienes|tiene} con {topic}?",
        "@¿Cómo aborda {address:tu|su} equipo {topic}?",
        "@¿Coincide con {address:tu|su} experiencia?",
        "¿Qué más {address:te|le} gustaría saber sobre {subject}?",
        "¿Qué {address:te|le} gustaría saber sobre {product}?",
        "¿A quién le vendría bien saberlo?",
        "¿Lo {address:sabías|sabía}?",
    ],
    story: &[
        "¿Cuál de estas fechas {address:recuerdas|recuerda}?",
        "¿Qué momento {address:destacarías|destacaría}?",
        "¿Cuándo {address:oíste|oyó} hablar de ello por primera vez?",
    ],
    list: &[
        "¿Cuál no {address:conocías|conocía}?",
        "¿Cuál {address:te|le} ha sorprendido más?",
        "¿Qué {address:añadirías|añadiría}?",
        "@¿Cuál {address:compartirías|compartiría} con {address:tu|su} equipo?",
    ],
    choices: &[
        "¿Qué {address:probarías|probaría} primero?",
        "¿Por dónde {address:empezarías|empezaría}?",
        "@¿Qué le serviría más a {address:tu|su} equipo?",
    ],
    myth: &[
        "¿Dónde lo {address:oíste|oyó} por primera vez?",
        "¿También lo {address:creías|creía}?",
        "¿Qué mito {desmontamos} la próxima vez?",
        "¿A quién habría que contárselo?",
    ],
    objection: &[
        "¿Resuelve esto la duda?",
        "¿Qué más {address:preguntarías|preguntaría}?",
        "¿Cuál es {address:tu|su} siguiente pregunta?",
    ],
    figure: &[
        "¿{address:Te esperabas|Se esperaba} esa cifra?",
        "¿Qué cifra {address:habrías|habría} dicho?",
        "¿Más o menos de lo que {address:pensabas|pensaba}?",
    ],
    quote: &[
        "¿{address:Estás|Está} de acuerdo?",
        "¿{address:Dirías|Diría} lo mismo?",
        "¿Qué {address:responderías|respondería}?",
    ],
    change: &[
        "¿Qué cambia esto para {address:ti|usted}?",
        "¿{address:Recuerdas|Recuerda} cómo era antes?",
        "@¿Qué cambiaría esto en {address:tu|su} trabajo?",
    ],
    problem: &[
        "¿Qué {address:has|ha} probado hasta ahora?",
        "¿Qué {address:te|le} ha funcionado?",
        "@¿Cómo lo resuelve {address:tu|su} equipo?",
    ],
    trend: &[
        "¿Cómo {address:ves|ve} {trend}?",
        "¿Qué {address:opinas|opina} sobre {trend}?",
        "¿Qué {address:añadirías|añadiría} sobre {trend}?",
    ],
};

pub(super) static CALLS: Calls = Calls {
    read: &[
        "{address:Lee|Lea} {readable}:",
        "Más, en {readable}:",
        "Los detalles están en {readable}:",
        "Todo está en {readable}:",
        "{address:Encontrarás|Encontrará} más en {readable}:",
        "{address:Sigue|Siga} leyendo en {readable}:",
        "¿{address:Quieres|Quiere} los detalles? Están en {readable}:",
        "{address:Empieza|Empiece} por {readable}:",
    ],
    point: &[
        "Más información:",
        "{address:Descubre|Descubra} más:",
        "Aquí {address:tienes|tiene} {label}:",
        "{address:Consulta|Consulte} {label}:",
        "Más, aquí:",
        "¿{address:Quieres|Quiere} saber más? Aquí {address:tienes|tiene} {label}:",
        "{address:Echa|Eche} un vistazo {a label}:",
    ],
    sign_up: &[
        "{address:Apúntate|Apúntese} aquí:",
        "Inscripción, aquí:",
        "{address:Regístrate|Regístrese} aquí:",
        "¿{address:Te apuntas|Se apunta}? Es aquí:",
        "{address:Reserva|Reserve} {address:tu|su} plaza aquí:",
    ],
    buy: &[
        "{address:Consigue|Consiga} {product} aquí:",
        "{Product}, aquí:",
        "{address:Mira|Mire} y {address:decide|decida}:",
        "¿{address:Te|Le} interesa? {address:Echa|Eche} un vistazo:",
        "Aquí se {consigue|consiguen} {product}:",
    ],
    join: &[
        "{address:Participa|Participe}:",
        "{address:Súmate|Súmese}:",
        "Aquí se puede participar:",
        "¿{address:Quieres|Quiere} participar? {address:Empieza|Empiece} aquí:",
        "{address:Forma|Forme} parte:",
        "Hay sitio para {address:ti|usted}:",
    ],
    bio: &[
        "Enlace en la bio.",
        "Más, en el enlace de la bio.",
        "{Label}: enlace en la bio.",
        "{address:Encontrarás|Encontrará} {label} en el enlace de la bio.",
        "¿{address:Quieres|Quiere} más? Enlace en la bio.",
        "{address:Lee|Lea} {readable}: enlace en la bio.",
    ],
    bio_act: &[
        "Enlace en la bio.",
        "{address:Apúntate|Apúntese} en el enlace de la bio.",
        "¿{address:Te apuntas|Se apunta}? Enlace en la bio.",
        "Para participar: enlace en la bio.",
        "Todo lo necesario está en el enlace de la bio.",
    ],
    keep: &[
        "{address:Guarda|Guarde} esta publicación para más tarde.",
        "{address:Envíaselo|Envíeselo} a quien le pueda servir.",
        "@{address:Compártelo|Compártalo} con {address:tu|su} equipo.",
        "{address:Pásalo|Compártalo}.",
        "{address:Cuénta|Cuénte}{nos} qué {address:opinas|opina}.",
        "¿Preguntas? Los comentarios están abiertos.",
    ],
    pin: &[
        "{address:Guarda|Guarde} este pin para más tarde.",
        "{address:Guarda|Guarde} este pin y {address:abre|abra} {label}.",
        "{address:Pulsa|Pulse} para ver {label}.",
        "{address:Pulsa|Pulse} para llegar {a label}.",
    ],
    vote: &[
        "{address:Responde|Responda} con {address:tu|su} letra.",
        "{address:Deja|Deje} {address:tu|su} letra en los comentarios.",
        "{address:Vota|Vote} con una letra en los comentarios.",
    ],
};
