//! Titles and premises of angles, as a reviewer reads them.

use vcm_core::angles::Archetype as A;

pub(super) static ANGLES: &[(A, &str, &str)] = &[
    (A::Announcement, "Présentation {de product}", "Présente {product} : ce que c’est et ce qui peut se vérifier."),
    (A::Explainer, "{Product}, qu’est-ce que c’est ?", "Explique {product} à qui n’en a jamais entendu parler."),
    (A::Myth, "Idée reçue : {belief_bare}", "Répond par les faits à l’idée reçue « {belief_bare} »."),
    (A::Contrarian, "Contre : {belief_bare}", "Prend position contre « {belief_bare} »."),
    (A::Objection, "{doubt}", "Prend au sérieux le doute « {doubt} » et y répond."),
    (A::Faq, "Questions sur {product}", "Répond à {n} questions de lecteurs."),
    (A::BeforeAfter, "{Topic} : avant et maintenant", "Comment c’était, comment c’est maintenant."),
    (A::Comparison, "{Topic} : la comparaison", "Met deux affirmations face à face."),
    (A::HowTo, "Bien débuter avec {product}", "Parcourt {n} étapes."),
    (A::Checklist, "Liste à cocher pour {product}", "Énumère {n} étapes à cocher."),
    (A::Story, "L’histoire {de product}", "Raconte les débuts, en dates."),
    (A::BehindTheScenes, "Dans les coulisses {de product}", "S’arrête sur un moment de son histoire."),
    (A::DataPoint, "{Figure} : {subject}", "Un chiffre, {figure}, et ce qu’il signifie."),
    (A::Numbers, "{Product} en chiffres", "Réunit {n} chiffres."),
    (A::Proof, "Preuve : {subject}", "Donne un fait vérifiable : {subject}."),
    (A::Spotlight, "En lumière : {does}", "Montre qu’il est possible {de does}, et le fait qui l’appuie."),
    (A::List, "L’essentiel sur {product}", "Énumère ce qui peut se dire sur {product}."),
    (A::Quote, "Les mots {de speaker}", "Donne la parole à {speaker}."),
    (A::Question, "Question : comment {want3}", "Demande aux {audience} comment {want3}, et répond par les faits."),
    (A::Problem, "Problème : {pain}", "Nomme un problème ({pain}) et montre ce qu’on peut y faire."),
    (A::OpenLetter, "Lettre aux {audience}", "S’adresse aux {audience} à propos d’un problème : {pain}."),
    (A::Fit, "À qui {s’adresse|s’adressent} {product}", "Aide les {audience} à se décider."),
    (A::Poll, "Sondage : par où commencer", "Fait choisir entre ce que {permet|permettent} {product}."),
    (A::Offer, "L’offre", "{Offer}"),
    (A::Seasonal, "La date", "Rattache l’offre à son dernier jour."),
    (A::Trend, "Tendance : {trend}", "Reprend la conversation sur {trend}."),
];
