//! German.

use vcm_core::visuals::ShotKind as K;

use super::{Calls, Footage, Framings, Hooks, Labels, Moods, Phrases, Scene, Scenes, Units};

const fn scene(kind: K, action: &'static str) -> Scene {
    Scene { kind, action }
}

/// German. 130 words a minute: its words are longer than English ones.
pub(super) const GERMAN: Phrases = Phrases {
    words_per_minute: 130,
    framings: Framings {
        close_up: "Nahaufnahme, Blick in die Kamera",
        medium: "Halbnah, Blick in die Kamera",
        wide: "Totale",
        over_shoulder: "Über die Schulter",
        hands: "Großaufnahme der Hände",
        detail: "Großaufnahme eines Gegenstands",
        top_down: "Draufsicht auf einen Tisch",
        screen: "Bildschirmaufnahme",
        graphic: "Schrift im ganzen Bild",
        establishing: "Schnittbild, langsame Bewegung",
    },
    hooks: Hooks {
        myth: &["Mythos oder Fakt? Entscheide selbst.", "Hättest du das geglaubt?", "Stimmt das wirklich?"],
        figure: &["{figure}. Was ist das wohl?", "Was steckt hinter dieser Zahl: {figure}?", "Eine Zahl: {figure}."],
        objection: &["{doubt}", "Eine gute Frage, eine klare Antwort."],
        how_to: &["{product}: So geht der Einstieg.", "So geht es, Schritt für Schritt."],
        story: &["{product}: Wie kam es dazu?", "Hier fängt es an: {when}.", "Wie kam es eigentlich dazu?"],
        change: &["{Topic}: damals und heute.", "Damals und heute.", "Schau, was sich geändert hat."],
        comparison: &["{Topic}: der direkte Vergleich.", "Zwei Dinge, ein Vergleich.", "Siehst du den Unterschied?"],
        quote: &["{speaker}, im Wortlaut.", "Ein Satz, im Wortlaut."],
        problem: &["Kommt dir das bekannt vor?"],
        offer: &["{product}: Das gibt es gerade.", "Kurz vorgemerkt."],
        any: &[
            "{Topic}: Was weißt du darüber?",
            "{Topic}, kurz erklärt.",
            "{product}: Schon gehört?",
            "Kurz erklärt: {topic}.",
        ],
        last: "Das lohnt sich zu merken.",
    },
    calls: Calls {
        link: &["Mehr dazu: {label}.", "Hier geht es weiter: {label}.", "Über den Link geht es weiter."],
        profile_link: &["Link im Profil: {label}.", "Mehr über den Link im Profil.", "Der Link steht im Profil."],
        plain: &["Speicher dir das für später.", "Schick das jemandem weiter.", "Was würdest du ergänzen?"],
    },
    labels: Labels {
        myth: "Mythos",
        fact: "Fakt",
        before: "Damals",
        after: "Heute",
        question: "Frage",
        answer: "Antwort",
        offer: "Das Angebot",
        step: "Schritt {number} von {count}",
    },
    scenes: Scenes {
        hook: &[
            scene(
                K::CloseUp,
                "Die Person dreht sich mitten in der Bewegung zur Kamera und spricht sofort; der Text steht ab dem ersten Bild.",
            ),
            scene(K::CloseUp, "Die Person beugt sich ins Bild, nah an die Kamera; der Text steht ab dem ersten Bild."),
            scene(
                K::CloseUp,
                "Das Handy wird vom Tisch genommen: Das Bild schwenkt auf das Gesicht, die Person spricht sofort los.",
            ),
        ],
        belief: &[
            scene(K::TopDown, "Eine Hand schreibt den Satz auf ein Blatt und setzt ein Fragezeichen dahinter."),
            scene(
                K::Medium,
                "Die Person liest ihn von einer Karte ab, hält sie in die Kamera und zieht eine Augenbraue hoch.",
            ),
        ],
        truth: &[
            scene(K::TopDown, "Ein Stift streicht den Satz in einem Zug durch und schreibt „{figure}“ daneben."),
            scene(K::Medium, "Die Person reißt die Karte entzwei und antwortet in die Kamera."),
            scene(K::CloseUp, "Die Person schüttelt den Kopf, legt die Karte weg und sagt es in die Kamera."),
        ],
        question: &[
            scene(K::OverShoulder, "Die Frage steht als Kommentar auf einem Handy; die Person liest sie vor."),
            scene(K::Medium, "Jemand fragt aus dem Off; die Person hört zu und nickt."),
        ],
        answer: &[
            scene(K::Medium, "Die Person senkt das Handy und antwortet in die Kamera."),
            scene(K::CloseUp, "Die Person antwortet in die Kamera, ohne Schnitt, in Ruhe."),
        ],
        before: &[
            scene(K::TopDown, "Eine Hand legt die erste von zwei Karten auf den Tisch: „{before}“."),
            scene(K::Medium, "Die Person steht am linken Bildrand; die rechte Hälfte bleibt leer."),
        ],
        after: &[
            scene(K::TopDown, "Die zweite Karte kommt daneben; die Kamera gleitet zu ihr hinüber."),
            scene(K::Medium, "Jump Cut: Die Person steht jetzt am rechten Bildrand."),
        ],
        quotation: &[
            scene(
                K::Graphic,
                "Die Worte erscheinen Zeile für Zeile, während sie gelesen werden; der Name kommt zuletzt.",
            ),
            scene(K::OverShoulder, "Jemand liest den Satz von einer Seite ab; ein Finger folgt der Zeile."),
        ],
        offer: &[
            scene(K::Medium, "Die Person hält eine Karte mit dem Angebot neben ihr Gesicht."),
            scene(K::Hands, "Eine Hand dreht eine Karte um; auf der Rückseite steht das Angebot."),
        ],
        screen_step: &[
            scene(K::Screen, "Der Schritt in Echtzeit; Zoom auf die Zeile oder Schaltfläche, um die es geht."),
            scene(K::OverShoulder, "Über die Schulter auf den Bildschirm, während der Schritt gemacht wird."),
            scene(K::Hands, "Finger auf der Tastatur; das Ergebnis erscheint dahinter auf dem Bildschirm."),
        ],
        hand_step: &[
            scene(K::Hands, "Hände machen den Schritt, an einem Stück, ohne Schnitt."),
            scene(K::TopDown, "Der Schritt von oben; alles Nötige liegt am Rand bereit."),
            scene(K::OverShoulder, "Über die Schulter, während der Schritt gemacht wird."),
        ],
        event: &[
            scene(K::TopDown, "Ein Finger fährt einen Zeitstrahl auf Papier entlang und hält bei „{when}“."),
            scene(K::Establishing, "Ein Bild aus dieser Zeit, langsame Fahrt heran; am Rand steht „{when}“."),
        ],
        fact: &[
            scene(K::Detail, "Ein gedrucktes Bild zum Thema füllt den Rahmen; langsame Fahrt heran."),
            scene(K::Screen, "Die Seite auf {host} scrollt und hält bei der Zeile, die gesprochen wird."),
            scene(K::Medium, "Die Person sagt es in die Kamera und hält ein gedrucktes Bild zum Thema hoch."),
            scene(K::CloseUp, "Die Person sagt es in die Kamera; eine Hand zählt mit."),
            scene(K::OverShoulder, "Über die Schulter auf die Seite von {host}; ein Finger zeigt auf die Zeile."),
            scene(K::Medium, "Die Person sagt es in die Kamera und kommt einen Schritt näher."),
        ],
        second_half: &[
            scene(K::CloseUp, "Jump Cut, näher: Die Person beendet den Satz in die Kamera."),
            scene(K::OverShoulder, "Schnitt über die Schulter auf die Quelle am Laptop, die Stelle ist markiert."),
            scene(K::Medium, "Jump Cut, weiter: Die Person beendet den Satz und zeigt es mit beiden Händen."),
        ],
        length: &[scene(
            K::Wide,
            "Zwei Personen ziehen am Boden ein Maßband auf {figure} aus und stellen sich an die Enden.",
        )],
        distance: &[scene(
            K::TopDown,
            "Zwei Gegenstände an den Enden eines Tischs, dazwischen eine Schnur; ein Finger fährt sie entlang.",
        )],
        weight: &[scene(K::Hands, "Hände heben eine Tasche von der Waage; die Anzeige: {figure}.")],
        temperature: &[scene(K::Detail, "Ein Thermometer füllt den Rahmen; daneben steht „{figure}“.")],
        hours: &[scene(K::Detail, "Eine Uhr im Zeitraffer; das Licht im Raum ändert sich.")],
        years: &[scene(K::Hands, "Hände blättern durch einen Stapel Kalender, immer schneller.")],
        money: &[scene(K::TopDown, "Münzen und Scheine kommen auf den Tisch, bis es {figure} sind.")],
        share: &[scene(K::TopDown, "Hundert Bohnen auf dem Tisch; eine Hand schiebt einen Teil zur Seite: {figure}.")],
        few: &[scene(K::Hands, "Klebezettel kommen im Zeitraffer an die Wand, bis es so viele sind: {figure}.")],
        many: &[scene(K::Detail, "Reiskörner rieseln in eine Glasschale; darüber steht „{figure}“.")],
        date: &[scene(K::Hands, "Eine Hand kreist einen Tag im Wandkalender ein: {figure}.")],
        figure: &[
            scene(K::Graphic, "„{figure}“ allein auf ruhigem Grund, wird bis zum Schnitt etwas größer."),
            scene(K::TopDown, "Ein Stift schreibt „{figure}“ groß auf ein Blatt."),
            scene(K::Medium, "Die Person sagt es und hält eine Karte mit „{figure}“ hoch."),
        ],
        pause: &[scene(K::Establishing, "Ohne Worte, Musik lauter. {footage}")],
        call: &[
            scene(K::Medium, "Die Person zeigt auf den Text und hält den Blick bis zum Ende."),
            scene(K::Hands, "Ein Handy kommt ins Bild und zeigt: {label}; der Daumen öffnet die Seite."),
            scene(K::Screen, "Die verlinkte Seite öffnet sich auf einem Handy; der Text bleibt bis zum Ende stehen."),
        ],
    },
    moods: Moods {
        warm: "Warm und ruhig: Klavier oder leise Gitarre, etwa 80 bpm",
        steady: "Leicht und gleichmäßig: gedämpfter Beat, etwa 100 bpm, ein kleiner Akzent bei jedem Schritt",
        curious: "Neugierig: sparsame Percussion, etwa 95 bpm, ein Stopp vor der Antwort",
        bright: "Hell und verspielt: gezupfte Saiten, etwa 115 bpm",
        calm: "Ruhig und sicher: tiefer Synthesizer, etwa 95 bpm",
    },
    footage: Footage {
        topic_at: "Bilder von {host} (Lizenz prüfen): {topic}",
        host: "Bilder von {host} (Lizenz prüfen)",
        topic: "Ein gedrucktes Bild aus zwei Entfernungen: {topic}",
        event: "Ein Bild oder eine Zeitungsseite aus der Zeit: {when}",
        page: "Langsam durch die verlinkte Seite scrollen, am Handy: {label}",
        hands: "Hände, Papier und Stift auf dem Tisch, nah",
        step: "Schritt {number} noch einmal, aus einem zweiten Winkel",
    },
    units: Units {
        length: &["m", "cm", "mm", "meter", "metern", "zentimeter", "zentimetern", "millimeter"],
        distance: &["km", "kilometer", "kilometern", "meilen", "lichtjahre", "lichtjahren"],
        weight: &["kg", "g", "kilo", "kilogramm", "gramm", "pfund"],
        temperature: &["°c", "°f", "k", "grad", "celsius", "kelvin"],
        hours: &[
            "sekunde", "sekunden", "minute", "minuten", "stunde", "stunden", "h", "tag", "tage", "tagen", "nacht",
            "nächte",
        ],
        years: &[
            "woche",
            "wochen",
            "monat",
            "monate",
            "monaten",
            "jahr",
            "jahre",
            "jahren",
            "jahrzehnte",
            "jahrhunderte",
        ],
        money: &["€", "$", "£", "euro", "cent", "franken", "dollar", "eur", "chf"],
        share: &["%", "prozent"],
        months: &[
            "januar",
            "jänner",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ],
        large: &["tausend", "million", "millionen", "milliarde", "milliarden", "billionen", "mio", "mrd"],
        screen: &[
            "klicke",
            "klick",
            "klicken",
            "tippe",
            "tippen",
            "website",
            "webseite",
            "online",
            "app",
            "browser",
            "konto",
            "herunterladen",
            "installieren",
            "installiere",
            "code",
            "datei",
            "seite",
            "anmelden",
        ],
    },
};
