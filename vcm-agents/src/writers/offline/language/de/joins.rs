//! What stands between facts: labels, lead-ins, marks.

use super::super::Joins;

pub(super) static JOINS: Joins = Joins {
    further: &["Außerdem:", "Und:", "Auch gut zu wissen:", "Noch etwas:"],
    answer: &["Kurz gesagt:", "Die kurze Antwort:", "In Kürze:", "Das sollte man wissen:"],
    fact: &["Fakt:", "Fakt ist:", "Tatsache:", "Richtig ist:"],
    now: &["Jetzt:", "Heute:", "Und heute:"],
    then_now: &[("Früher:", "Heute:"), ("Damals:", "Heute:"), ("Vorher:", "Nachher:"), ("Früher:", "Jetzt:")],
    does: &[
        "{Mit product} {address:kannst du|können Sie} {does}.",
        "{address:Du kannst|Sie können} {mit product} {does}.",
        "{Mit product} kann man {does}.",
        "Das geht {mit product}: {does}.",
    ],
    does_list: &[
        "{Mit product} {address:kannst du|können Sie}:",
        "Das geht {mit product}:",
        "Was {address:du|Sie} {mit product} machen {address:kannst|können}:",
        "Wofür {product} gut {ist|sind}:",
    ],
    facts_list: &["Das Wichtigste:", "Ein paar Fakten:", "Kurz und knapp:", "Die Details:", "Auf einen Blick:"],
    wants_list: &[
        "{Product} {passt|passen} vielleicht zu {address:dir, wenn du|Ihnen, wenn Sie} das {address:vorhast|vorhaben}:",
        "Einen Blick wert, wenn {address:du eines davon vorhast|Sie eines davon vorhaben}:",
        "Vielleicht das Richtige, wenn das auf {address:deiner|Ihrer} Liste steht:",
        "{address:Schau dir|Schauen Sie sich} {akk product} an, wenn {address:du das vorhast|Sie das vorhaben}:",
    ],
    bullets: &["•", "→", "–"],
    boxes: &["☐", "✅"],
    step: "Schritt {n}:",
    question_answer: ("F:", "A:"),
    code: "Code: {code}.",
    until: "Bis zum {until}.",
    filed: "Stichwörter: {words}.",
};
