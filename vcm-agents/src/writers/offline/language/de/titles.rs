//! Titles of Shorts and pins.

use super::super::Titles;

pub(super) static TITLES: Titles = Titles {
    shorts: &[
        "{Topic}, kurz erklärt",
        "{Topic} in unter einer Minute",
        "{Product}: {subject}",
        "{Topic}: das Wichtigste",
        "{Topic}: die Kurzfassung",
        "{Topic}: gut zu wissen",
    ],
    pins: &[
        "{Product}: {subject}",
        "{Topic}: Wissen für {audience}",
        "{Topic}: das Wichtigste",
        "{Topic}, kurz erklärt",
        "Fakten {zu product}: {subject}",
    ],
    plain: &[
        "{Product}: das Wichtigste",
        "{Product} für {audience}",
        "{Product} auf einen Blick",
        "{Product} in Kürze",
        "{Product}, kurz erklärt",
    ],
    steps: &[
        "So geht’s: {task}",
        "{Task}: in {n} Schritten",
        "Einstieg {mit product}: so geht’s",
        "{Product}: der Einstieg in {n} Schritten",
        "{Product}, Schritt für Schritt",
    ],
    myth: &[
        "Mythos oder Fakt? {belief_bare}",
        "„{belief_bare}“: wahr oder falsch?",
        "{Topic}: Mythos und Fakt",
        "Mythen {über product}: {subject}",
    ],
    objection: &["{doubt}", "{Product}: {doubt}", "Fragen {zu product}: {subject}", "{Product}: Fragen und Antworten"],
    story: &[
        "Die Geschichte {von product}",
        "{Product}: die Chronik",
        "Eine kurze Geschichte {von product}",
        "Wie es {mit product} anfing",
    ],
    list: &["{N} Fakten {zu product}", "{N} Dinge, die man {über product} wissen sollte", "{Product} in {n} Fakten"],
    change: &["{Topic}: damals und heute", "{Topic}: vorher und nachher", "Was sich geändert hat: {topic}"],
    comparison: &["{Topic}: der Vergleich", "{Topic} im Vergleich", "{Topic}: der Unterschied"],
    want: &["{Product}: {want3}", "So geht’s: {want3}", "Was tun? {Pain}", "{Mit product} {does}"],
    announcement: &[
        "Was {ist|sind} {product}?",
        "Kurz vorgestellt: {product}",
        "{Product}, kurz erklärt",
        "{Product} in unter einer Minute",
    ],
    quote: &["{Speaker} {über subject}", "{Product}: {speaker} im Wortlaut"],
    offer: &["{Product}: das Angebot", "{Product}: der Einstieg"],
};
