//! Spanish.

use vcm_core::visuals::ShotKind as K;

use super::{Calls, Footage, Framings, Hooks, Labels, Moods, Phrases, Scene, Scenes, Units};

const fn scene(kind: K, action: &'static str) -> Scene {
    Scene { kind, action }
}

/// Spanish. 150 words a minute: a calm narrator.
pub(super) const SPANISH: Phrases = Phrases {
    words_per_minute: 150,
    framings: Framings {
        close_up: "Primer plano, a cámara",
        medium: "Plano medio, a cámara",
        wide: "Plano general",
        over_shoulder: "Por encima del hombro",
        hands: "Primer plano de las manos",
        detail: "Plano detalle de un objeto",
        top_down: "Plano cenital de una mesa",
        screen: "Grabación de pantalla",
        graphic: "Texto a pantalla completa",
        establishing: "Plano de recurso, movimiento lento",
    },
    hooks: Hooks {
        myth: &["¿Mito o realidad? Tú decides.", "¿Tú también lo creías?", "¿Seguro que es así?"],
        figure: &["{figure}. ¿Sabes qué es?", "¿Qué hay detrás de {figure}?", "Un dato: {figure}."],
        objection: &["{doubt}", "Una buena pregunta y su respuesta."],
        how_to: &["{product}: así se empieza.", "Así se hace, paso a paso."],
        story: &["{product}: ¿cómo empezó todo?", "Todo empieza aquí: {when}.", "¿Cómo empezó todo?"],
        change: &["{Topic}: antes y ahora.", "Antes y ahora.", "Mira qué ha cambiado."],
        comparison: &["{Topic}: mira la diferencia.", "Dos cosas, una comparación.", "¿Ves la diferencia?"],
        quote: &["En palabras de {speaker}.", "Una frase, tal cual."],
        problem: &["¿Te suena esto?"],
        offer: &["{product}: apúntate esto.", "Apunta esto."],
        any: &[
            "{Topic}: ¿qué sabes?",
            "{Topic}, en pocas palabras.",
            "{product}: ¿te suena?",
            "En pocas palabras: {topic}.",
        ],
        last: "Esto merece recordarse.",
    },
    calls: Calls {
        link: &["Sigue aquí: {label}.", "Para saber más: {label}.", "Sigue el enlace para saber más."],
        profile_link: &["Enlace en la bio: {label}.", "Más en el enlace de la bio.", "Tienes el enlace en la bio."],
        plain: &["Guárdalo para después.", "Envíaselo a alguien.", "¿Qué añadirías?"],
    },
    labels: Labels {
        myth: "Mito",
        fact: "Realidad",
        before: "Antes",
        after: "Ahora",
        question: "Pregunta",
        answer: "Respuesta",
        offer: "La oferta",
        step: "Paso {number} de {count}",
    },
    scenes: Scenes {
        hook: &[
            scene(
                K::CloseUp,
                "La persona se gira hacia la cámara en pleno movimiento y habla al instante; el texto está desde el primer fotograma.",
            ),
            scene(K::CloseUp, "La persona se asoma al encuadre, muy cerca; el texto está desde el primer fotograma."),
            scene(
                K::CloseUp,
                "Alguien levanta el móvil de la mesa: la imagen sube hasta la cara, que empieza a hablar al instante.",
            ),
        ],
        belief: &[
            scene(K::TopDown, "Una mano escribe la frase en una hoja y le añade signos de interrogación."),
            scene(K::Medium, "La persona la lee en una tarjeta, la enseña a cámara y levanta una ceja."),
        ],
        truth: &[
            scene(K::TopDown, "Un rotulador tacha la frase de un trazo y escribe al lado «{figure}»."),
            scene(K::Medium, "La persona rompe la tarjeta en dos y responde a cámara."),
            scene(K::CloseUp, "La persona niega con la cabeza, aparta la tarjeta y lo dice a cámara."),
        ],
        question: &[
            scene(K::OverShoulder, "La pregunta aparece como comentario en un móvil; la persona la lee en voz alta."),
            scene(K::Medium, "Alguien pregunta fuera de campo; la persona escucha y asiente."),
        ],
        answer: &[
            scene(K::Medium, "La persona baja el móvil y responde a cámara."),
            scene(K::CloseUp, "La persona responde a cámara, sin cortes y con calma."),
        ],
        before: &[
            scene(K::TopDown, "Una mano pone sobre la mesa la primera de dos tarjetas: «{before}»."),
            scene(K::Medium, "La persona está en el borde izquierdo; la mitad derecha queda vacía."),
        ],
        after: &[
            scene(K::TopDown, "La segunda tarjeta se coloca al lado; la cámara se desliza hasta ella."),
            scene(K::Medium, "Corte directo: la persona está ahora en el borde derecho."),
        ],
        quotation: &[
            scene(K::Graphic, "Las palabras aparecen línea a línea según se leen; el nombre llega al final."),
            scene(K::OverShoulder, "Alguien lee la frase en una página; un dedo sigue la línea."),
        ],
        offer: &[
            scene(K::Medium, "La persona sostiene una tarjeta con la oferta junto a la cara."),
            scene(K::Hands, "Una mano da la vuelta a una tarjeta; la oferta está en el dorso."),
        ],
        screen_step: &[
            scene(K::Screen, "El paso en tiempo real; zum a la línea o al botón del que se habla."),
            scene(K::OverShoulder, "Por encima del hombro, hacia la pantalla, mientras se hace el paso."),
            scene(K::Hands, "Dedos en el teclado; el resultado aparece detrás, en la pantalla."),
        ],
        hand_step: &[
            scene(K::Hands, "Unas manos hacen el paso en una sola toma, sin cortes."),
            scene(K::TopDown, "El paso desde arriba; todo lo necesario espera en el borde."),
            scene(K::OverShoulder, "Por encima del hombro mientras se hace el paso."),
        ],
        event: &[
            scene(K::TopDown, "Un dedo recorre una línea del tiempo en papel y se para en «{when}»."),
            scene(K::Establishing, "Una imagen de entonces con un acercamiento lento; en el borde, «{when}»."),
        ],
        fact: &[
            scene(K::Detail, "Una imagen impresa del tema llena el encuadre; acercamiento lento."),
            scene(K::Screen, "La página de {host} se desplaza y se para en la línea que se lee."),
            scene(K::Medium, "La persona lo dice a cámara y enseña una imagen impresa del tema."),
            scene(K::CloseUp, "La persona lo dice a cámara; una mano va contando."),
            scene(K::OverShoulder, "Por encima del hombro, la página de {host}; un dedo señala la línea."),
            scene(K::Medium, "La persona lo dice a cámara y da un paso adelante."),
        ],
        second_half: &[
            scene(K::CloseUp, "Corte directo, más cerca: la persona termina la frase a cámara."),
            scene(K::OverShoulder, "Corte por encima del hombro a la fuente en un portátil, con el pasaje resaltado."),
            scene(K::Medium, "Corte directo, más abierto: la persona termina la frase y lo muestra con las manos."),
        ],
        length: &[scene(
            K::Wide,
            "Dos personas extienden en el suelo una cinta métrica hasta {figure} y se colocan en los extremos.",
        )],
        distance: &[scene(
            K::TopDown,
            "Dos objetos en los extremos de una mesa, unidos por un cordel; un dedo lo recorre.",
        )],
        weight: &[scene(K::Hands, "Unas manos levantan una bolsa de la báscula, que marca {figure}.")],
        temperature: &[scene(K::Detail, "Un termómetro llena el encuadre; al lado, «{figure}».")],
        hours: &[scene(K::Detail, "Un reloj en cámara rápida; la luz de la sala cambia.")],
        years: &[scene(K::Hands, "Unas manos pasan las hojas de varios calendarios, cada vez más deprisa.")],
        money: &[scene(K::TopDown, "Monedas y billetes caen sobre la mesa hasta sumar {figure}.")],
        share: &[scene(K::TopDown, "Cien judías en la mesa; una mano aparta una parte: {figure}.")],
        few: &[scene(
            K::Hands,
            "Notas adhesivas llenan una pared en cámara rápida, hasta completar la cuenta: {figure}.",
        )],
        many: &[scene(K::Detail, "Granos de arroz caen en un cuenco de cristal; encima, «{figure}».")],
        date: &[scene(K::Hands, "Una mano rodea un día en un calendario de pared: {figure}.")],
        figure: &[
            scene(K::Graphic, "«{figure}» sobre un fondo liso, crece un poco hasta el corte."),
            scene(K::TopDown, "Un rotulador escribe «{figure}» en grande sobre una hoja."),
            scene(K::Medium, "La persona lo dice y enseña una tarjeta con «{figure}»."),
        ],
        pause: &[scene(K::Establishing, "Sin palabras, sube la música. {footage}")],
        call: &[
            scene(K::Medium, "La persona señala el texto y mantiene la mirada hasta el final."),
            scene(K::Hands, "Un móvil entra en el encuadre y muestra: {label}; el pulgar abre la página."),
            scene(K::Screen, "La página enlazada se abre en un móvil; el texto sigue hasta el final."),
        ],
    },
    moods: Moods {
        warm: "Cálida y sin prisa: piano o guitarra suave, unos 80 bpm",
        steady: "Ligera y constante: ritmo apagado, unos 100 bpm, un acento en cada paso",
        curious: "Curiosa: percusión escasa, unos 95 bpm, un silencio antes de la respuesta",
        bright: "Alegre y juguetona: cuerdas pulsadas, unos 115 bpm",
        calm: "Tranquila y segura: sintetizador grave, unos 95 bpm",
    },
    footage: Footage {
        topic_at: "Imágenes de {host} (comprobar la licencia): {topic}",
        host: "Imágenes de {host} (comprobar la licencia)",
        topic: "Una imagen impresa, a dos distancias: {topic}",
        event: "Una imagen o una página de periódico de la época: {when}",
        page: "La página enlazada, desplazándose despacio en un móvil: {label}",
        hands: "Manos, papel y rotulador sobre la mesa, de cerca",
        step: "El paso {number} otra vez, desde otro ángulo",
    },
    units: Units {
        length: &["m", "cm", "mm", "metro", "metros", "centímetro", "centímetros", "milímetros"],
        distance: &["km", "kilómetro", "kilómetros", "millas", "años-luz"],
        weight: &["kg", "g", "kilo", "kilos", "kilogramos", "gramos"],
        temperature: &["°c", "°f", "k", "grado", "grados", "celsius", "kelvin"],
        hours: &["segundo", "segundos", "minuto", "minutos", "hora", "horas", "h", "día", "días", "noche", "noches"],
        years: &["semana", "semanas", "mes", "meses", "año", "años", "década", "décadas", "siglo", "siglos"],
        money: &["€", "$", "£", "euro", "euros", "dólar", "dólares", "pesos", "céntimos", "eur", "usd"],
        share: &["%"],
        months: &[
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        large: &["mil", "millón", "millones", "billón", "billones"],
        screen: &[
            "clic",
            "toca",
            "pulsa",
            "web",
            "internet",
            "app",
            "navegador",
            "cuenta",
            "descarga",
            "instala",
            "código",
            "archivo",
            "página",
            "pantalla",
        ],
    },
};
