//! Closing questions and calls to action. A link, where there is one, follows the call.

use super::super::{Calls, Questions};

pub(super) static QUESTIONS: Questions = Questions {
    open: &[
        "{address:Qu’ajouterais-tu|Qu’ajouteriez-vous} ?",
        "Qu’en {address:penses-tu|pensez-vous} ?",
        "{address:Quel est ton|Quel est votre} avis sur {topic} ?",
        "@Quelle est {address:ton|votre} expérience avec {topic} ?",
        "@Comment {address:ton|votre} équipe aborde-t-elle {topic} ?",
        "@Est-ce conforme à {address:ton|votre} expérience ?",
        "Que {address:voudrais-tu|voudriez-vous} savoir d’autre sur {topic} ?",
        "Que {address:voudrais-tu|voudriez-vous} savoir sur {product} ?",
        "Qui devrait lire ceci ?",
        "Le {address:savais-tu|saviez-vous} ?",
    ],
    steps: &[
        "À quelle étape en {address:es-tu|êtes-vous} ?",
        "Quelle étape {address:t’a|vous a} pris le plus de temps ?",
        "{address:As-tu|Avez-vous} déjà essayé ?",
    ],
    story: &[
        "Laquelle de ces dates {address:te|vous} parle le plus ?",
        "Quel moment {address:retiens-tu|retenez-vous} ?",
        "Quand en {address:as-tu|avez-vous} entendu parler pour la première fois ?",
    ],
    list: &[
        "Lequel de ces points {address:ignorais-tu|ignoriez-vous} ?",
        "Lequel {address:te|vous} surprend le plus ?",
        "{address:Qu’ajouterais-tu|Qu’ajouteriez-vous} ?",
        "@Lequel {address:partagerais-tu|partageriez-vous} avec {address:ton|votre} équipe ?",
    ],
    choices: &[
        "Que {address:testerais-tu|testeriez-vous} en premier ?",
        "Par où {address:commencerais-tu|commenceriez-vous} ?",
        "@Qu’est-ce qui aiderait le plus {address:ton|votre} équipe ?",
    ],
    myth: &[
        "Où {address:l’as-tu|l’avez-vous} entendu la première fois ?",
        "{address:Tu y croyais|Vous y croyiez} aussi ?",
        "Qui devrait encore l’apprendre ?",
    ],
    objection: &[
        "Cela répond-il à la question ?",
        "Quelle serait {address:ta|votre} prochaine question ?",
        "Que {address:voudrais-tu|voudriez-vous} savoir d’autre ?",
    ],
    figure: &[
        "{address:T’attendais-tu|Vous attendiez-vous} à ce chiffre ?",
        "Quel chiffre {address:aurais-tu|auriez-vous} donné ?",
        "Plus ou moins que prévu ?",
    ],
    quote: &[
        "{address:Es-tu|Êtes-vous} d’accord ?",
        "{address:Dirais-tu|Diriez-vous} la même chose ?",
        "Que {address:répondrais-tu|répondriez-vous} ?",
    ],
    change: &[
        "Qu’est-ce que cela change pour {address:toi|vous} ?",
        "{address:Te souviens-tu|Vous souvenez-vous} d’avant ?",
        "@Qu’est-ce que cela changerait dans {address:ton|votre} travail ?",
    ],
    problem: &[
        "Qu’{address:as-tu|avez-vous} déjà essayé ?",
        "Qu’est-ce qui a marché pour {address:toi|vous} ?",
        "@Comment {address:ton|votre} équipe s’y prend-elle ?",
    ],
    offer: &[
        "Ça {address:te|vous} tente ?",
        "Une question avant de commencer ?",
        "Avec qui {address:viendrais-tu|viendriez-vous} ?",
    ],
    trend: &[
        "Que {address:penses-tu|pensez-vous} {de trend} ?",
        "Qu’{address:ajouterais-tu|ajouteriez-vous} sur {trend} ?",
        "Quel est {address:ton|votre} avis sur {trend} ?",
    ],
};

pub(super) static CALLS: Calls = Calls {
    read: &[
        "À lire, {readable} :",
        "{address:Lis|Lisez} {readable} :",
        "Pour en savoir plus, {readable} :",
        "Tous les détails dans {readable} :",
        "Pour aller plus loin, {readable} :",
        "{address:Commence|Commencez} par {readable} :",
    ],
    point: &[
        "En savoir plus :",
        "Pour en savoir plus, {label} :",
        "{address:Consulte|Consultez} {label} :",
        "Plus d’informations ici :",
        "Tout est là :",
        "{address:Découvre|Découvrez} {label} :",
    ],
    sign_up: &[
        "Inscription ici :",
        "{address:Inscris-toi|Inscrivez-vous} ici :",
        "Envie de participer ? Inscription ici :",
        "Pour s’inscrire, c’est ici :",
    ],
    buy: &[
        "{Product}, c’est ici :",
        "Envie d’en savoir plus ? C’est par ici :",
        "Pour se décider, c’est ici :",
        "{address:Jette|Jetez} un coup d’œil ici :",
    ],
    join: &[
        "{address:Participe|Participez} :",
        "Pour participer, c’est ici :",
        "Envie de participer ? C’est par ici :",
        "{address:Rejoins|Rejoignez} le projet :",
        "Il y a de la place pour {address:toi|vous} :",
    ],
    bio: &[
        "Lien en bio.",
        "La suite via le lien en bio.",
        "{Label} : lien en bio.",
        "Pour en savoir plus : lien en bio.",
        "À lire, {readable} : lien en bio.",
    ],
    bio_act: &[
        "Lien en bio.",
        "Inscription via le lien en bio.",
        "Envie de participer ? Lien en bio.",
        "Tout est dans le lien en bio.",
    ],
    keep: &[
        "À garder pour plus tard.",
        "À envoyer à quelqu’un que cela intéresse.",
        "@À partager avec {address:ton|votre} équipe.",
        "{address:Dis|Dites}-{nous} ce que {address:tu en penses|vous en pensez}.",
        "Des questions ? Les commentaires sont ouverts.",
    ],
    pin: &[
        "{address:Enregistre|Enregistrez} cette épingle pour plus tard.",
        "{address:Clique|Cliquez} pour voir {label}.",
        "{address:Enregistre|Enregistrez} cette épingle, puis {address:ouvre|ouvrez} {label}.",
    ],
    vote: &[
        "{address:Réponds|Répondez} avec {address:ta|votre} lettre.",
        "{address:Laisse|Laissez} {address:ta|votre} lettre en commentaire.",
        "Le vote se fait en commentaire, avec une lettre.",
    ],
};
