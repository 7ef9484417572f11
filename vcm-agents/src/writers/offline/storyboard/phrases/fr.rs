//! French. Two-part punctuation takes a narrow no-break space before it (U+202F).

use vcm_core::visuals::ShotKind as K;

use super::{Calls, Footage, Framings, Hooks, Labels, Moods, Phrases, Scene, Scenes, Units};

const fn scene(kind: K, action: &'static str) -> Scene {
    Scene { kind, action }
}

/// French. 150 words a minute: a calm narrator.
pub(super) const FRENCH: Phrases = Phrases {
    words_per_minute: 150,
    framings: Framings {
        close_up: "Gros plan, face caméra",
        medium: "Plan taille, face caméra",
        wide: "Plan large",
        over_shoulder: "Par-dessus l’épaule",
        hands: "Gros plan sur les mains",
        detail: "Gros plan sur un objet",
        top_down: "Vue de dessus d’une table",
        screen: "Capture d’écran vidéo",
        graphic: "Texte plein écran",
        establishing: "Plan d’illustration, mouvement lent",
    },
    hooks: Hooks {
        myth: &["Vrai ou faux ? À vous.", "Vous y auriez cru ?", "On vérifie une idée reçue."],
        figure: &["{figure}. Une idée de ce que c’est ?", "Un chiffre : {figure}.", "À retenir : {figure}."],
        objection: &["{doubt}", "Bonne question, réponse claire."],
        how_to: &["{product} : voici comment débuter.", "Voici comment faire, étape par étape."],
        story: &["{product} : comment tout a commencé ?", "Tout commence ici : {when}.", "Comment tout a commencé ?"],
        change: &["{Topic} : avant et maintenant.", "Avant, maintenant.", "Regardez ce qui a changé."],
        comparison: &["{Topic} : voyez la différence.", "Deux choses, une comparaison.", "Voyez-vous la différence ?"],
        quote: &["{speaker}, mot pour mot.", "Une phrase, mot pour mot."],
        problem: &["Ça vous dit quelque chose ?"],
        offer: &["{product} : c’est à noter.", "À noter."],
        any: &[
            "{Topic} : vous connaissez ?",
            "{Topic}, en bref.",
            "{product} : vous connaissez ?",
            "En bref : {topic}.",
        ],
        last: "Voici de quoi s’en souvenir.",
    },
    calls: Calls {
        link: &["La suite ici : {label}.", "Pour en savoir plus : {label}.", "La suite est derrière le lien."],
        profile_link: &["Lien en bio : {label}.", "La suite avec le lien en bio.", "Le lien est en bio."],
        plain: &["Gardez-la pour plus tard.", "Envoyez-la à quelqu’un.", "Qu’ajouteriez-vous ?"],
    },
    labels: Labels {
        myth: "Idée reçue",
        fact: "En fait",
        before: "Avant",
        after: "Maintenant",
        question: "Question",
        answer: "Réponse",
        offer: "L’offre",
        step: "Étape {number} sur {count}",
    },
    scenes: Scenes {
        hook: &[
            scene(
                K::CloseUp,
                "La personne se tourne vers l’objectif en plein mouvement et parle aussitôt ; le texte est là dès la première image.",
            ),
            scene(
                K::CloseUp,
                "La personne se penche dans le champ, tout près ; le texte est là dès la première image.",
            ),
            scene(
                K::CloseUp,
                "On prend le téléphone sur la table : l’image remonte jusqu’au visage, qui parle aussitôt.",
            ),
        ],
        belief: &[
            scene(K::TopDown, "Une main écrit la phrase sur une feuille et ajoute un point d’interrogation."),
            scene(K::Medium, "La personne la lit sur une carte, la montre à l’objectif et hausse un sourcil."),
        ],
        truth: &[
            scene(K::TopDown, "Un feutre barre la phrase d’un trait et écrit à côté « {figure} »."),
            scene(K::Medium, "La personne déchire la carte en deux et répond face caméra."),
            scene(K::CloseUp, "La personne secoue la tête, pose la carte et le dit face caméra."),
        ],
        question: &[
            scene(
                K::OverShoulder,
                "La question s’affiche en commentaire sur un téléphone ; la personne la lit à voix haute.",
            ),
            scene(K::Medium, "Quelqu’un pose la question hors champ ; la personne écoute et hoche la tête."),
        ],
        answer: &[
            scene(K::Medium, "La personne baisse le téléphone et répond face caméra."),
            scene(K::CloseUp, "La personne répond face caméra, sans coupe, posément."),
        ],
        before: &[
            scene(K::TopDown, "Une main pose sur la table la première de deux cartes : « {before} »."),
            scene(K::Medium, "La personne se tient au bord gauche ; la moitié droite reste vide."),
        ],
        after: &[
            scene(K::TopDown, "La seconde carte vient à côté ; la caméra glisse jusqu’à elle."),
            scene(K::Medium, "Coupe franche : la personne est maintenant au bord droit."),
        ],
        quotation: &[
            scene(
                K::Graphic,
                "Les mots apparaissent ligne après ligne à mesure qu’on les lit ; le nom vient en dernier.",
            ),
            scene(K::OverShoulder, "Quelqu’un lit la phrase sur une page ; un doigt suit la ligne."),
        ],
        offer: &[
            scene(K::Medium, "La personne tient une carte avec l’offre à côté de son visage."),
            scene(K::Hands, "Une main retourne une carte ; l’offre est au dos."),
        ],
        screen_step: &[
            scene(K::Screen, "L’étape en temps réel ; zoom sur la ligne ou le bouton dont il s’agit."),
            scene(K::OverShoulder, "Par-dessus l’épaule, vers l’écran, pendant l’étape."),
            scene(K::Hands, "Des doigts sur le clavier ; le résultat s’affiche derrière, à l’écran."),
        ],
        hand_step: &[
            scene(K::Hands, "Des mains font l’étape en une seule prise, sans coupe."),
            scene(K::TopDown, "L’étape vue de dessus ; tout le nécessaire attend au bord."),
            scene(K::OverShoulder, "Par-dessus l’épaule pendant l’étape."),
        ],
        event: &[
            scene(K::TopDown, "Un doigt suit une frise sur papier et s’arrête à « {when} »."),
            scene(K::Establishing, "Une image de l’époque, lent travelling avant ; au bord, « {when} »."),
        ],
        fact: &[
            scene(K::Detail, "Une image imprimée du sujet remplit le cadre ; lent travelling avant."),
            scene(K::Screen, "La page de {host} défile et s’arrête à la ligne qui est lue."),
            scene(K::Medium, "La personne le dit face caméra et montre une image imprimée du sujet."),
            scene(K::CloseUp, "La personne le dit face caméra ; une main compte."),
            scene(K::OverShoulder, "Par-dessus l’épaule, la page de {host} ; un doigt montre la ligne."),
            scene(K::Medium, "La personne le dit face caméra et fait un pas en avant."),
        ],
        second_half: &[
            scene(K::CloseUp, "Coupe franche, plus près : la personne finit la phrase face caméra."),
            scene(K::OverShoulder, "Coupe par-dessus l’épaule sur la source à l’ordinateur, le passage surligné."),
            scene(K::Medium, "Coupe franche, plus large : la personne finit la phrase et le montre des deux mains."),
        ],
        length: &[scene(
            K::Wide,
            "Deux personnes déroulent au sol un mètre ruban jusqu’à {figure} et se placent aux extrémités.",
        )],
        distance: &[scene(
            K::TopDown,
            "Deux objets aux extrémités d’une table, reliés par une ficelle ; un doigt la parcourt.",
        )],
        weight: &[scene(K::Hands, "Des mains soulèvent un sac de la balance, qui affiche {figure}.")],
        temperature: &[scene(K::Detail, "Un thermomètre remplit le cadre ; à côté, « {figure} ».")],
        hours: &[scene(K::Detail, "Une horloge en accéléré ; la lumière de la pièce change.")],
        years: &[scene(K::Hands, "Des mains feuillettent une pile de calendriers, de plus en plus vite.")],
        money: &[scene(K::TopDown, "Pièces et billets s’alignent sur la table jusqu’à {figure}.")],
        share: &[scene(K::TopDown, "Cent haricots sur la table ; une main en écarte une part : {figure}.")],
        few: &[scene(K::Hands, "Des notes adhésives couvrent un mur en accéléré, jusqu’au compte : {figure}.")],
        many: &[scene(K::Detail, "Des grains de riz coulent dans un bol en verre ; au-dessus, « {figure} ».")],
        date: &[scene(K::Hands, "Une main entoure un jour sur un calendrier mural : {figure}.")],
        figure: &[
            scene(K::Graphic, "« {figure} » seul sur fond uni, grandit un peu jusqu’à la coupe."),
            scene(K::TopDown, "Un feutre écrit « {figure} » en grand sur une feuille."),
            scene(K::Medium, "La personne le dit et montre une carte avec « {figure} »."),
        ],
        pause: &[scene(K::Establishing, "Sans paroles, la musique monte. {footage}")],
        call: &[
            scene(K::Medium, "La personne montre le texte et garde le regard jusqu’à la fin."),
            scene(K::Hands, "Un téléphone entre dans le champ et montre : {label} ; le pouce ouvre la page."),
            scene(K::Screen, "La page du lien s’ouvre sur un téléphone ; le texte reste jusqu’à la fin."),
        ],
    },
    moods: Moods {
        warm: "Chaleureuse et posée : piano ou guitare douce, environ 80 bpm",
        steady: "Légère et régulière : rythme feutré, environ 100 bpm, un petit accent à chaque étape",
        curious: "Curieuse : percussions éparses, environ 95 bpm, un arrêt avant la réponse",
        bright: "Vive et joueuse : cordes pincées, environ 115 bpm",
        calm: "Calme et assurée : synthé grave, environ 95 bpm",
    },
    footage: Footage {
        topic_at: "Images de {host} (licence à vérifier) : {topic}",
        host: "Images de {host} (licence à vérifier)",
        topic: "Une image imprimée, à deux distances : {topic}",
        event: "Une image ou une page de journal de l’époque : {when}",
        page: "La page du lien, qui défile lentement sur un téléphone : {label}",
        hands: "Mains, papier et feutre sur la table, de près",
        step: "L’étape {number} encore une fois, sous un autre angle",
    },
    units: Units {
        length: &["m", "cm", "mm", "mètre", "mètres", "centimètre", "centimètres", "millimètres"],
        distance: &["km", "kilomètre", "kilomètres", "années-lumière"],
        weight: &["kg", "g", "kilo", "kilos", "kilogrammes", "grammes"],
        temperature: &["°c", "°f", "k", "degré", "degrés", "celsius", "kelvin"],
        hours: &["seconde", "secondes", "minute", "minutes", "heure", "heures", "h", "jour", "jours", "nuit", "nuits"],
        years: &["semaine", "semaines", "mois", "an", "ans", "année", "années", "décennies", "siècle", "siècles"],
        money: &["€", "$", "£", "euro", "euros", "dollar", "dollars", "centimes", "francs", "eur", "usd", "chf"],
        share: &["%"],
        months: &[
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        large: &["mille", "millier", "milliers", "million", "millions", "milliard", "milliards"],
        screen: &[
            "cliquez",
            "clic",
            "touchez",
            "appuyez",
            "site",
            "internet",
            "appli",
            "application",
            "navigateur",
            "compte",
            "téléchargez",
            "installez",
            "code",
            "fichier",
            "page",
            "écran",
        ],
    },
};
