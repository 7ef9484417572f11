//! First lines. Each is a promise that the framework below it keeps.

use super::super::{Hooks, Row};

pub(super) static HOOKS: Hooks = Hooks {
    announcement: Row {
        id: "hook.announcement",
        ask: &[
            "{address:Kennst du|Kennen Sie} {akk product} schon?",
            "Schon {von product} gehört?",
            "Was gibt es Neues {bei product}?",
            "{address:Hast du|Haben Sie} schon {von product} gehört?",
        ],
        say: &[
            "Kurz vorgestellt: {product}.",
            "{Dürfen_wir} vorstellen? {Product}.",
            "{Product}, in Kürze:",
            "Das {ist|sind} {product}.",
            "Für {audience}: {product}.",
            "{Product}, kurz vorgestellt:",
        ],
    },
    explainer: Row {
        id: "hook.explainer",
        ask: &[
            "Was {ist|sind} {product}?",
            "Was {ist|sind} eigentlich {product}?",
            "Noch nie {von product} gehört?",
            "Was steckt {hinter product}?",
            "Was {ist|sind} {product} genau?",
        ],
        say: &[
            "{Product}, kurz erklärt:",
            "{Product}, von Anfang an erklärt:",
            "{Product}, einfach erklärt:",
            "Eine kurze Einführung: {product}.",
            "In einfachen Worten: {product}.",
        ],
    },
    benefit: Row {
        id: "hook.benefit",
        ask: &[
            "{address:Willst du|Möchten Sie} {does}?",
            "{address:Wusstest du|Wussten Sie} das? {Mit product} {address:kannst du|können Sie} {does}.",
            "Wie {address:kannst du|können Sie} {does}?",
            "{address:Würdest du|Würden Sie} gern {does}?",
            "{address:Du möchtest|Sie möchten} {does}?",
        ],
        say: &[
            "{Mit product} {address:kannst du|können Sie} {does}.",
            "{address:Du kannst|Sie können} {mit product} {does}.",
            "{Mit product} kann man {does}.",
            "Das geht {mit product}: {does}.",
            "Auch das geht {mit product}: {does}.",
        ],
    },
    want: Row {
        id: "hook.want",
        ask: &[
            "{address:Willst du|Möchten Sie} {want}?",
            "{address:Du möchtest|Sie möchten} {want}?",
            "{address:Würdest du|Würden Sie} gern {want}?",
            "Wie {address:kannst du|können Sie} {want}?",
            "{address:Hast du|Haben Sie} das auch vor? {Want}.",
        ],
        say: &[
            "{address:Du willst|Sie wollen} {want}? Dann {address:lies|lesen Sie} weiter.",
            "Auf der Wunschliste: {want3}.",
            "{address:Du möchtest|Sie möchten} {want}? Das könnte helfen:",
            "Für {audience}, die das vorhaben: {want3}.",
        ],
    },
    myth: Row {
        id: "hook.myth",
        ask: &[
            "Stimmt das? „{belief}“",
            "Mythos oder Fakt? „{belief}“",
            "Schon mal gehört? „{belief}“",
            "Wahr oder falsch? „{belief}“",
            "„{belief_bare}“: wahr oder falsch?",
            "{address:Hast du|Haben Sie} das auch geglaubt? „{belief}“",
        ],
        say: &[
            "Mythos: „{belief}“",
            "„{belief}“ Ein Mythos.",
            "„{belief}“ Das stimmt so nicht.",
            "Ein Mythos, der sich hält: „{belief}“",
            "Vielleicht schon einmal gehört: „{belief}“",
            "Zeit, damit aufzuräumen: „{belief}“",
            "Ein verbreiteter Irrtum: „{belief}“",
        ],
    },
    contrarian: Row {
        id: "hook.contrarian",
        ask: &[
            "Immer noch überzeugt? „{belief}“",
            "Wie sicher {address:bist du dir|sind Sie sich} da? „{belief}“",
            "Wer sagt das noch? „{belief}“",
            "Stimmt das wirklich? „{belief}“",
        ],
        say: &[
            "„{belief}“ Die Fakten sagen etwas anderes.",
            "„{belief}“ {Das_sehen_wir} anders.",
            "„{belief}“ Ein genauerer Blick lohnt sich.",
            "Zeit, diesen Satz zu streichen: „{belief}“",
            "Hier {widersprechen_wir}: „{belief}“",
        ],
    },
    objection: Row {
        id: "hook.objection",
        ask: &[
            "{doubt}",
            "Berechtigte Frage: {doubt}",
            "Gute Frage: {doubt}",
            "Vielleicht {address:fragst du dich|fragen Sie sich}: {doubt}",
            "Eine Frage, die sich lohnt: {doubt}",
            "Vor der Entscheidung: {doubt}",
        ],
        say: &[
            "„{doubt}“ Hier ist die Antwort.",
            "„{doubt}“ Eine klare Antwort:",
            "„{doubt}“ Eine berechtigte Frage.",
            "„{doubt}“ Die Antwort in Kürze:",
        ],
    },
    faq: Row {
        id: "hook.faq",
        ask: &[
            "Fragen {zu product}?",
            "Noch Fragen {zu product}?",
            "{address:Hast du|Haben Sie} Fragen {zu product}?",
            "Was {address:möchtest du|möchten Sie} {über product} wissen?",
        ],
        say: &[
            "{N} Fragen {zu product}, {n} Antworten:",
            "{N} berechtigte Fragen {zu product}:",
            "Fragen {zu product}, kurz beantwortet:",
            "{Product}: Fragen und Antworten.",
        ],
    },
    before: Row {
        id: "hook.before",
        ask: &[
            "{address:Erinnerst du dich|Erinnern Sie sich}? {before}",
            "Wer weiß es noch? {before}",
            "Kommt das bekannt vor? {before}",
        ],
        say: &[
            "{before}",
            "Früher: {before_undated}",
            "Damals: {before_undated}",
            "So war es einmal: {before_undated}",
            "So lief es früher: {before_undated}",
            "{before} Das ist vorbei.",
        ],
    },
    versus: Row {
        id: "hook.versus",
        ask: &["Was hat sich geändert?", "Was ist heute anders?", "{Topic}: Was hat sich geändert?"],
        say: &[
            "{Topic}: damals und heute.",
            "Damals und heute:",
            "{Topic}: vorher und nachher.",
            "Was sich geändert hat:",
            "Vorher und nachher:",
        ],
    },
    side_by_side: Row {
        id: "hook.side",
        ask: &["{Topic}: Was ist der Unterschied?", "Wo liegt der Unterschied?", "Was unterscheidet die beiden?"],
        say: &["{Topic}: der Vergleich.", "{Topic} im Vergleich:", "Ein kurzer Vergleich:", "Im direkten Vergleich:"],
    },
    how_to: Row {
        id: "hook.how_to",
        ask: &[
            "{address:Willst du|Möchten Sie} {task}?",
            "Wie {address:kannst du|können Sie} {task}?",
            "Wo {address:fängst du|fangen Sie} {mit product} an?",
            "Bereit {für product}?",
            "Wie {address:startest du|starten Sie} {mit product}?",
            "Wie gelingt der Einstieg?",
        ],
        say: &[
            "In {n} Schritten: {task}.",
            "Schritt für Schritt: {task}.",
            "So {address:kannst du|können Sie} {task}:",
            "In {n} Schritten loslegen {mit product}:",
            "Der Einstieg {mit product}, Schritt für Schritt:",
            "So gelingt der Einstieg {mit product}, in {n} Schritten:",
        ],
    },
    checklist: Row {
        id: "hook.checklist",
        ask: &[
            "Bereit {für product}? Zum Abhaken:",
            "Wie viele Punkte {address:hast du|haben Sie} schon erledigt?",
            "Alles erledigt? Hier ist die Liste:",
        ],
        say: &[
            "Checkliste {für product}:",
            "{Product}: die Checkliste.",
            "Eine Checkliste zum Abhaken:",
            "Eine Checkliste für {audience}:",
            "Zum Abhaken: {task}.",
        ],
    },
    list: Row {
        id: "hook.list",
        ask: &[
            "Wie gut {address:kennst du|kennen Sie} {akk product}?",
            "Was sollten {audience} {über product} wissen?",
            "Was davon {address:wusstest du|wussten Sie} schon?",
            "{address:Kennst du|Kennen Sie} diese {n} Fakten {zu product}?",
        ],
        say: &[
            "{N} Fakten {zu product}:",
            "{Product} auf einen Blick:",
            "{Product} in {n} Punkten:",
            "{N} Dinge, die man {über product} wissen sollte:",
            "Das Wichtigste {zu product}:",
            "{N} Fakten für {audience}:",
        ],
    },
    numbers: Row {
        id: "hook.numbers",
        ask: &[
            "Welche dieser Zahlen überrascht {address:dich|Sie}?",
            "{address:Kennst du|Kennen Sie} diese Zahlen?",
            "{Product} in Zahlen: {address:Hättest du|Hätten Sie} es gewusst?",
        ],
        say: &["{Product} in Zahlen:", "{N} Zahlen {zu product}:", "{N} Zahlen zum Merken:", "In Zahlen: {product}."],
    },
    story: Row {
        id: "hook.story",
        ask: &[
            "Wie fing es {mit product} an?",
            "Wie {ist|sind} {product} entstanden?",
            "{address:Kennst du|Kennen Sie} die Geschichte {von product}?",
            "Woher {kommt|kommen} {product}?",
        ],
        say: &[
            "Wie es {mit product} anfing:",
            "Die Geschichte {von product} in {n} Stationen:",
            "Eine kurze Geschichte {von product}:",
            "{Product}: eine Zeitreise.",
            "{Product}: die Chronik.",
        ],
    },
    behind: Row {
        id: "hook.behind",
        ask: &[
            "{address:Kennst du|Kennen Sie} diesen Teil der Geschichte?",
            "Wie {ist|sind} {product} eigentlich entstanden?",
            "Wie kam es {zu product}?",
        ],
        say: &[
            "Ein Blick zurück {auf product}:",
            "Eine Seite aus der Geschichte {von product}:",
            "Zum Hintergrund:",
            "Ein Rückblick: {product}.",
        ],
    },
    question: Row {
        id: "hook.question",
        ask: &[
            "Wie {address:kannst du|können Sie} {want}?",
            "Eine Frage an {audience}: Wie kann man {want}?",
            "{address:Willst du|Möchten Sie} {want}?",
            "{address:Du möchtest|Sie möchten} {want}?",
        ],
        say: &[
            "{address:Du willst|Sie wollen} {want}? Hier ist ein Anfang.",
            "Für {audience} mit diesem Ziel: {want3}.",
            "Für alle mit diesem Ziel: {want3}.",
            "Wie kann man {want3}? Ein Ansatz:",
        ],
    },
    proof: Row {
        id: "hook.proof",
        ask: &[
            "Schon gewusst?",
            "Was {address:weißt du|wissen Sie} {über subject}?",
            "{Topic}: {address:Wusstest du|Wussten Sie} das?",
            "{address:Hast du|Haben Sie} das gewusst?",
        ],
        say: &[
            "Gut zu wissen:",
            "Stichwort {ohne topic}:",
            "Ein Detail zum Nachprüfen:",
            "{Topic}, kurz notiert:",
            "Zum Merken:",
        ],
    },
    data_point: Row {
        id: "hook.data",
        ask: &[
            "Schon gewusst?",
            "{address:Hättest du|Hätten Sie} das geschätzt? {Figure}.",
            "Was steckt hinter dieser Zahl? {Figure}.",
            "Sagt {address:dir|Ihnen} diese Zahl etwas? {Figure}.",
        ],
        say: &[
            "{Figure}.",
            "Eine Zahl zum Merken: {figure}.",
            "Die Zahl des Tages: {figure}.",
            "{Topic} in einer Zahl: {figure}.",
            "Eine Zahl vorweg: {figure}.",
        ],
    },
    quote: Row {
        id: "hook.quote",
        ask: &[
            "Was sagt {speaker} dazu?",
            "{address:Stimmst du|Stimmen Sie} {speaker} zu?",
            "Wer hat das gesagt?",
            "Was sagt {speaker} {über subject}?",
        ],
        say: &[
            "Im Wortlaut:",
            "{Speaker} im Wortlaut:",
            "In eigenen Worten: {speaker}.",
            "Ein Satz zum Merken:",
            "{Speaker} {über subject}:",
        ],
    },
    problem: Row {
        id: "hook.problem",
        ask: &[
            "{Pain}. Kommt {address:dir|Ihnen} das bekannt vor?",
            "{address:Kennst du|Kennen Sie} das? {Pain}.",
            "Immer noch {pain_gerund}?",
            "Nervt {address:dich|Sie} das auch? {Pain}.",
            "Genug davon? {Pain}.",
        ],
        say: &[
            "Das Problem: {pain}.",
            "Reden wir {über pain}.",
            "Ein bekanntes Ärgernis: {pain}.",
            "Dagegen lässt sich etwas tun: {pain}.",
        ],
    },
    letter: Row {
        id: "hook.letter",
        ask: &[
            "Liebe {audience}, {address:kennt ihr|kennen Sie} das? {Pain}.",
            "Liebe {audience}, immer noch {pain_gerund}?",
            "Liebe {audience}, kommt {address:euch|Ihnen} das bekannt vor? {Pain}.",
            "Liebe {audience}, {address:habt ihr|haben Sie} genug davon? {Pain}.",
        ],
        say: &[
            "Liebe {audience}, reden wir {über pain}.",
            "Liebe {audience}, hier geht es {um pain}.",
            "Ein Brief an {audience}. Es geht {um pain}.",
        ],
    },
    fit: Row {
        id: "hook.fit",
        ask: &[
            "Für wen {ist|sind} {product}?",
            "{Ist|Sind} {product} etwas für {address:dich|Sie}?",
            "{Passt|Passen} {product} zu {address:dir|Ihnen}?",
            "{address:Bist du|Sind Sie} unsicher, ob {product} zu {address:dir|Ihnen} {passt|passen}?",
        ],
        say: &[
            "{Product} {passt|passen} vielleicht zu {address:dir|Ihnen}. So {address:findest du|finden Sie} es heraus.",
            "Ein kurzer Check für {audience}.",
            "Unsicher, ob {product} zu {address:dir|Ihnen} {passt|passen}? Hier ist die Liste.",
        ],
    },
    poll: Row {
        id: "hook.poll",
        ask: &[
            "Was {address:würdest du|würden Sie} {mit product} zuerst machen?",
            "Was {address:würdest du|würden Sie} zuerst ausprobieren?",
            "Wenn nur eines ginge: Was wäre es?",
            "Was davon passt am besten zu {address:dir|Ihnen}?",
        ],
        say: &[
            "Zeit zu wählen:",
            "Eine kurze Umfrage für {audience}:",
            "{address:Such dir etwas aus|Suchen Sie sich etwas aus}. {Mit product} geht das alles:",
            "Zur Wahl stehen:",
        ],
    },
    offer: Row {
        id: "hook.offer",
        ask: &[
            "Bereit {für product}?",
            "{address:Denkst du|Denken Sie} {über product} nach?",
            "{address:Willst du|Möchten Sie} {want}?",
            "Interesse {an product}?",
        ],
        say: &[
            "Das Angebot:",
            "Gute Nachricht für {audience}:",
            "Für {audience}, die {über product} nachdenken:",
            "Ein Hinweis für {audience}:",
        ],
    },
    deadline: Row {
        id: "hook.deadline",
        ask: &[
            "Steht der {until} schon im Kalender?",
            "Was {address:machst du|machen Sie} bis zum {until}?",
            "{address:Hast du|Haben Sie} den {until} schon notiert?",
            "Schon vorgemerkt? {Until}.",
        ],
        say: &[
            "Termin zum Vormerken: {until}.",
            "Der {until} ist der letzte Tag.",
            "Bis zum {until}:",
            "Ein Datum zum Merken: {until}.",
            "{address:Merk dir|Merken Sie sich} den {until} vor.",
        ],
    },
    trend: Row {
        id: "hook.trend",
        ask: &[
            "{address:Verfolgst du|Verfolgen Sie} das Thema? {Trend}.",
            "{address:Liest du|Lesen Sie} gerade viel {über trend}?",
            "Stichwort {ohne trend}: Was {address:hast du|haben Sie} dazu gelesen?",
        ],
        say: &[
            "Gerade ein Thema: {trend}. Zum Hintergrund:",
            "Gerade {über trend} gelesen? Das gehört dazu.",
            "Für alle, die das Thema verfolgen: {trend}.",
            "Ein Nachtrag zum Thema: {trend}.",
        ],
    },
};
