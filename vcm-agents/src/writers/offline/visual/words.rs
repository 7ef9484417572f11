//! The few words that cards and their descriptions have of their own, by language.

/// Words in one language. What stands in braces is replaced.
pub(super) struct Words {
    /// Labels of a comparison.
    pub(super) then: &'static str,
    pub(super) now: &'static str,
    pub(super) myth: &'static str,
    pub(super) fact: &'static str,
    /// Titles of a comparison that has no topic.
    pub(super) then_and_now: &'static str,
    pub(super) side_by_side: &'static str,
    /// Label of an announcement.
    pub(super) new: &'static str,
    /// Before an offer's code.
    pub(super) code: &'static str,
    /// Title of a how-to: `{name}`, `{count}`.
    pub(super) in_steps: &'static str,
    /// A call to follow the link: `{label}`.
    pub(super) see: &'static str,
    /// Numbers from two on.
    pub(super) counts: &'static [&'static str],
    /// Descriptions, each before what the card says.
    pub(super) text_card: &'static str,
    pub(super) news_card: &'static str,
    pub(super) question_card: &'static str,
    pub(super) quote_card: &'static str,
    /// Who said it: `{name}`.
    pub(super) by: &'static str,
    /// `{figure}`.
    pub(super) figure_card: &'static str,
    pub(super) list_card: &'static str,
    pub(super) timeline_card: &'static str,
    pub(super) steps_card: &'static str,
    pub(super) comparison_card: &'static str,
    /// After a kind of card: `{title}`.
    pub(super) titled: &'static str,
    pub(super) photo: &'static str,
    /// `{number}`, `{of}`.
    pub(super) slide: &'static str,
    /// `{count}`.
    pub(super) carousel: &'static str,
}

impl Words {
    /// The words of a locale's language; English where there are none.
    pub(super) fn of(locale: &str) -> &'static Self {
        match locale.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "de" => &GERMAN,
            "es" => &SPANISH,
            "fr" => &FRENCH,
            "pt" => &PORTUGUESE,
            _ => &ENGLISH,
        }
    }

    /// A small number in words, a large one in digits.
    pub(super) fn count(&self, count: usize) -> String {
        let word = count.checked_sub(2).and_then(|index| self.counts.get(index));
        word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
    }
}

static ENGLISH: Words = Words {
    then: "Before",
    now: "Now",
    myth: "Myth",
    fact: "Fact",
    then_and_now: "Then and now",
    side_by_side: "Side by side",
    new: "New",
    code: "Code:",
    in_steps: "{name} in {count} steps",
    see: "See {label}.",
    counts: &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    text_card: "A text card. It reads:",
    news_card: "An announcement card. It reads:",
    question_card: "A card with a question:",
    quote_card: "A quotation card:",
    by: "By {name}.",
    figure_card: "A card with the figure {figure} in large type. Beside it:",
    list_card: "A list card",
    timeline_card: "A timeline",
    steps_card: "A card with numbered steps",
    comparison_card: "A card that sets two texts against each other",
    titled: ", titled {title}",
    photo: "It has a photo:",
    slide: "Slide {number} of {of}.",
    carousel: "A carousel of {count} slides.",
};

static GERMAN: Words = Words {
    then: "Früher",
    now: "Heute",
    myth: "Mythos",
    fact: "Tatsache",
    then_and_now: "Früher und heute",
    side_by_side: "Im Vergleich",
    new: "Neu",
    code: "Code:",
    in_steps: "{name} in {count} Schritten",
    see: "Mehr dazu: {label}.",
    counts: &["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
    text_card: "Eine Textkarte. Darauf steht:",
    news_card: "Eine Karte mit einer Neuigkeit. Darauf steht:",
    question_card: "Eine Karte mit einer Frage:",
    quote_card: "Eine Karte mit einem Zitat:",
    by: "Von {name}.",
    figure_card: "Eine Karte mit der Zahl {figure} in großer Schrift. Dabei steht:",
    list_card: "Eine Karte mit einer Liste",
    timeline_card: "Eine Zeitleiste",
    steps_card: "Eine Karte mit nummerierten Schritten",
    comparison_card: "Eine Karte, die zwei Texte gegenüberstellt",
    titled: " mit dem Titel {title}",
    photo: "Dazu ein Foto:",
    slide: "Bild {number} von {of}.",
    carousel: "Ein Karussell mit {count} Bildern.",
};

static SPANISH: Words = Words {
    then: "Antes",
    now: "Ahora",
    myth: "Mito",
    fact: "Realidad",
    then_and_now: "Antes y ahora",
    side_by_side: "Frente a frente",
    new: "Novedad",
    code: "Código:",
    in_steps: "{name} en {count} pasos",
    see: "Más información: {label}.",
    counts: &["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
    text_card: "Una tarjeta de texto. Dice:",
    news_card: "Una tarjeta con una novedad. Dice:",
    question_card: "Una tarjeta con una pregunta:",
    quote_card: "Una tarjeta con una cita:",
    by: "De {name}.",
    figure_card: "Una tarjeta con la cifra {figure} en letra grande. Al lado:",
    list_card: "Una tarjeta con una lista",
    timeline_card: "Una cronología",
    steps_card: "Una tarjeta con pasos numerados",
    comparison_card: "Una tarjeta que compara dos textos",
    titled: ", titulada {title}",
    photo: "Lleva una foto:",
    slide: "Imagen {number} de {of}.",
    carousel: "Un carrusel de {count} imágenes.",
};

static FRENCH: Words = Words {
    then: "Avant",
    now: "Maintenant",
    myth: "Idée reçue",
    fact: "Réalité",
    then_and_now: "Avant et maintenant",
    side_by_side: "Face à face",
    new: "Nouveau",
    code: "Code :",
    in_steps: "{name} en {count} étapes",
    see: "À lire : {label}.",
    counts: &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
    text_card: "Une carte de texte. On y lit :",
    news_card: "Une carte d’annonce. On y lit :",
    question_card: "Une carte avec une question :",
    quote_card: "Une carte avec une citation :",
    by: "De {name}.",
    figure_card: "Une carte avec le chiffre {figure} en grand. À côté :",
    list_card: "Une carte avec une liste",
    timeline_card: "Une frise chronologique",
    steps_card: "Une carte avec des étapes numérotées",
    comparison_card: "Une carte qui oppose deux textes",
    titled: ", intitulée {title}",
    photo: "Elle porte une photo :",
    slide: "Image {number} sur {of}.",
    carousel: "Un carrousel de {count} images.",
};

static PORTUGUESE: Words = Words {
    then: "Antes",
    now: "Agora",
    myth: "Mito",
    fact: "Facto",
    then_and_now: "Antes e agora",
    side_by_side: "Lado a lado",
    new: "Novidade",
    code: "Código:",
    in_steps: "{name} em {count} passos",
    see: "Saiba mais: {label}.",
    counts: &["dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"],
    text_card: "Um cartão de texto. Diz:",
    news_card: "Um cartão com uma novidade. Diz:",
    question_card: "Um cartão com uma pergunta:",
    quote_card: "Um cartão com uma citação:",
    by: "De {name}.",
    figure_card: "Um cartão com o número {figure} em letra grande. Ao lado:",
    list_card: "Um cartão com uma lista",
    timeline_card: "Uma cronologia",
    steps_card: "Um cartão com passos numerados",
    comparison_card: "Um cartão que compara dois textos",
    titled: ", com o título {title}",
    photo: "Tem uma foto:",
    slide: "Imagem {number} de {of}.",
    carousel: "Um carrossel de {count} imagens.",
};
