//! Titles and premises of angles, as a reviewer reads them.

use vcm_core::angles::Archetype as A;

pub(super) static ANGLES: &[(A, &str, &str)] = &[
    (A::Announcement, "Découvrir {product}", "Présente ce que c'est et ce qu'on peut en vérifier."),
    (A::Explainer, "{Product} : c'est quoi ?", "Explique le sujet à qui n'en a jamais entendu parler."),
    (A::Myth, "Idée reçue : « {belief_bare} »", "Répond par un fait à l'idée reçue « {belief_bare} »."),
    (A::Contrarian, "À contre-courant : « {belief_bare} »", "Conteste l'idée « {belief_bare} »."),
    (A::Objection, "{doubt}", "Prend la question « {doubt} » au sérieux et y répond."),
    (A::Faq, "Questions sur {product}", "Répond à {n} questions du public."),
    (A::BeforeAfter, "{Topic} : avant et maintenant", "Comment c'était, et comment c'est aujourd'hui."),
    (A::Comparison, "{Topic} : la comparaison", "Met deux affirmations côte à côte."),
    (A::HowTo, "Bien démarrer avec {product}", "Guide pas à pas, en {n} étapes."),
    (A::Checklist, "La liste à cocher : {product}", "{N} étapes à cocher."),
    (A::Story, "L'histoire {de product}", "Raconte le chemin parcouru, date par date."),
    (A::BehindTheScenes, "Retour en arrière : {product}", "S'arrête sur un moment de l'histoire."),
    (A::DataPoint, "{Figure} : {subject}", "Un chiffre, {figure}, et ce qu'il y a derrière."),
    (A::Numbers, "{Product} en chiffres", "Met {n} chiffres côte à côte."),
    (A::Proof, "Preuve : {subject}", "Énonce un fait que l'on peut vérifier."),
    (A::Spotlight, "Zoom : {does}", "Montre ce que l'on peut faire, et le fait qui l'appuie."),
    (A::List, "L'essentiel sur {product}", "Dresse la liste de ce que l'on peut en dire."),
    (A::Quote, "La parole à {speaker}", "Laisse parler {speaker}."),
    (A::Question, "Question : comment {want3} ?", "Demande aux {audience} comment {want3}, et répond par des faits."),
    (A::Problem, "Problème : {pain}", "Nomme le problème et montre ce qui peut aider."),
    (A::OpenLetter, "Lettre ouverte aux {audience}", "S'adresse aux {audience} à propos d'un problème : {pain}."),
    (A::Fit, "{Product} : pour qui ?", "Aide les {audience} à voir si cela leur convient."),
    (A::Poll, "Sondage : par quoi commencer ?", "Fait choisir ce que l'on ferait d'abord avec {product}."),
    (A::Offer, "L'offre", "{Offer}"),
    (A::Seasonal, "La date limite", "Relie l'offre à son dernier jour."),
    (A::Trend, "Dans l'actualité : {trend}", "Reprend ce dont on parle : {trend}."),
];
