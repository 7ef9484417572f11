//! Titles and premises of angles, as a reviewer reads them.

use vcm_core::angles::Archetype as A;

pub(super) static ANGLES: &[(A, &str, &str)] = &[
    (A::Announcement, "Kurz vorgestellt: {product}", "Stellt vor, was es ist und was sich darüber nachprüfen lässt."),
    (A::Explainer, "Was {ist|sind} {product}?", "Erklärt es Menschen, die noch nie davon gehört haben."),
    (A::Myth, "Mythos: {belief_bare}", "Stellt der Annahme „{belief_bare}“ den Fakt gegenüber."),
    (A::Contrarian, "Widerspruch: {belief_bare}", "Widerspricht der Annahme „{belief_bare}“."),
    (A::Objection, "{doubt}", "Nimmt die Frage „{doubt}“ ernst und beantwortet sie."),
    (A::Faq, "Fragen {zu product}", "Beantwortet {n} Fragen aus der Zielgruppe."),
    (A::BeforeAfter, "{Topic}: damals und heute", "Wie es war und wie es jetzt ist."),
    (A::Comparison, "{Topic}: der Vergleich", "Stellt zwei Aussagen nebeneinander."),
    (A::HowTo, "Der Einstieg: {product}", "Führt durch {n} Schritte."),
    (A::Checklist, "Checkliste {für product}", "{N} Schritte zum Abhaken."),
    (A::Story, "Die Geschichte {von product}", "Erzählt in Daten, wie es dazu kam."),
    (A::BehindTheScenes, "Rückblick: {product}", "Schaut auf einen Moment der Geschichte."),
    (A::DataPoint, "{Figure}: {subject}", "Eine Zahl, {figure}, und wofür sie steht."),
    (A::Numbers, "{Product} in Zahlen", "Stellt {n} Zahlen nebeneinander."),
    (A::Proof, "Beleg: {subject}", "Nennt einen Fakt, den man nachprüfen kann."),
    (A::Spotlight, "Im Fokus: {does}", "Zeigt, was man damit tun kann, und den Fakt dahinter."),
    (A::List, "Das Wichtigste {zu product}", "Listet auf, was sich sagen lässt."),
    (A::Quote, "{Speaker} im Wortlaut", "Lässt andere zu Wort kommen: {speaker}."),
    (A::Question, "Frage: {want3}", "Fragt {audience}, wie das gelingt, und antwortet mit Fakten."),
    (A::Problem, "Problem: {pain}", "Benennt das Problem und zeigt, was dagegen hilft."),
    (A::OpenLetter, "Ein Brief an {audience}", "Spricht {audience} auf ein Problem an: {pain}."),
    (A::Fit, "Für wen {product} {ist|sind}", "Hilft beim Prüfen, ob es passt. Zielgruppe: {audience}."),
    (A::Poll, "Umfrage: Was zuerst?", "Lässt wählen, was man {mit product} zuerst tun würde."),
    (A::Offer, "Das Angebot", "{Offer}"),
    (A::Seasonal, "Der Stichtag", "Verbindet das Angebot mit seinem letzten Tag."),
    (A::Trend, "Gesprächsthema: {trend}", "Greift auf, worüber gerade gesprochen wird: {trend}."),
];
