//! First lines. Each is a promise that the framework below it keeps.

use super::super::{Hooks, Row};

pub(super) static HOOKS: Hooks = Hooks {
    announcement: Row {
        id: "hook.announcement",
        ask: &[
            "{address:Connais-tu|Connaissez-vous} {product} ?",
            "{address:As-tu|Avez-vous} entendu parler {de product} ?",
            "Quoi de neuf du côté {de product} ?",
        ],
        say: &[
            "Voici {product}.",
            "{Product}, en quelques lignes :",
            "Pour les {audience} : {product}.",
            "Place {à product}.",
        ],
    },
    explainer: Row {
        id: "hook.explainer",
        ask: &[
            "{Product}, qu’est-ce que c’est ?",
            "{Product}, c’est quoi exactement ?",
            "{address:Tu n’as|Vous n’avez} jamais entendu parler {de product} ?",
        ],
        say: &[
            "{Product}, en mots simples :",
            "{Product}, depuis le début :",
            "L’essentiel pour comprendre {product} :",
            "Petite introduction {à product} :",
            "{Product}, en clair :",
        ],
    },
    benefit: Row {
        id: "hook.benefit",
        ask: &[
            "Envie {de does} ?",
            "Comment {does} ?",
            "{address:Savais-tu|Saviez-vous} que c’est possible ? {Does}, avec {product}.",
        ],
        say: &[
            "{Product} {permet|permettent} {de does}.",
            "Avec {product}, il est possible {de does}.",
            "Pour {does} : {product}.",
            "Ce que {permet|permettent} {product} : {does}.",
        ],
    },
    want: Row {
        id: "hook.want",
        ask: &[
            "{address:Tu veux|Vous voulez} {want} ?",
            "Envie {de want} ?",
            "{address:Tu cherches|Vous cherchez} à {want} ?",
            "{address:Tu aimerais|Vous aimeriez} {want} ?",
        ],
        say: &[
            "Si {address:tu veux|vous voulez} {want}, c’est par ici.",
            "Pour les {audience} qui veulent {want3} :",
            "Ceci s’adresse aux {audience} qui veulent {want3}.",
        ],
    },
    myth: Row {
        id: "hook.myth",
        ask: &[
            "Vrai ou faux ? « {belief_bare} »",
            "« {belief_bare} » : vrai ou faux ?",
            "Idée reçue ou réalité ? « {belief_bare} »",
            "{address:Tu as|Vous avez} déjà entendu ça ? « {belief_bare} »",
        ],
        say: &[
            "Idée reçue : « {belief_bare} ».",
            "« {belief_bare} » : c’est une idée reçue.",
            "« {belief_bare} » : eh bien, non.",
            "Une idée reçue qui a la vie dure : « {belief_bare} ».",
            "On entend souvent dire : « {belief_bare} ».",
        ],
    },
    contrarian: Row {
        id: "hook.contrarian",
        ask: &[
            "Qui dit encore cela ? « {belief_bare} »",
            "{address:Tu y crois|Vous y croyez} encore ? « {belief_bare} »",
            "Est-ce vraiment exact ? « {belief_bare} »",
        ],
        say: &[
            "« {belief_bare} » : les faits disent autre chose.",
            "« {belief_bare} » : {on} ne {voyons} pas les choses ainsi.",
            "« {belief_bare} » : il est temps d’en finir avec cette idée.",
            "« {belief_bare} » : à y regarder de plus près, non.",
        ],
    },
    objection: Row {
        id: "hook.objection",
        ask: &["{doubt}", "Une question légitime : {doubt}", "Bonne question : {doubt}", "Avant de décider : {doubt}"],
        say: &[
            "« {doubt} » Voici la réponse.",
            "« {doubt} » La réponse, sans détour :",
            "« {doubt} » La question est légitime.",
        ],
    },
    faq: Row {
        id: "hook.faq",
        ask: &[
            "Des questions sur {product} ?",
            "{address:Tu te poses|Vous vous posez} des questions sur {product} ?",
            "{Product} : encore des questions ?",
        ],
        say: &[
            "{N} questions sur {product}, {n} réponses :",
            "{N} questions fréquentes sur {product} :",
            "{Product} : les questions qu’on se pose.",
        ],
    },
    before: Row {
        id: "hook.before",
        ask: &[
            "{address:Tu te souviens|Vous vous souvenez} ? {before}",
            "{address:Te rappelles-tu|Vous rappelez-vous} cette époque ? {before}",
            "Comment faisait-on ? {before}",
        ],
        say: &["{before}", "Avant : {before_undated}", "C’était ainsi : {before_undated}", "{before} C’est fini."],
    },
    versus: Row {
        id: "hook.versus",
        ask: &[
            "Qu’est-ce qui a changé avec {product} ?",
            "Qu’est-ce qui est différent aujourd’hui ?",
            "{Topic} : qu’est-ce qui a changé ?",
        ],
        say: &[
            "{Topic}, avant et maintenant :",
            "Avant, maintenant :",
            "{Topic} : l’avant et l’après.",
            "Ce qui a changé avec {product} :",
        ],
    },
    side_by_side: Row {
        id: "hook.side",
        ask: &["{Topic} : quelle est la différence ?", "Quelle est la différence ?", "Comment les comparer ?"],
        say: &["{Topic}, face à face :", "{Topic} : la comparaison.", "Une comparaison rapide :", "Face à face :"],
    },
    how_to: Row {
        id: "hook.how_to",
        ask: &["Comment {task} ?", "Par où commencer avec {product} ?", "Envie {de task} ?"],
        say: &[
            "Comment {task}, en {n} étapes :",
            "Comment {task}, pas à pas :",
            "{N} étapes pour {task} :",
            "Bien débuter avec {product}, en {n} étapes :",
        ],
    },
    checklist: Row {
        id: "hook.checklist",
        ask: &[
            "Tout est prêt pour {product} ? La liste à cocher :",
            "Rien oublié ? La liste à cocher :",
            "Combien de cases {address:peux-tu|pouvez-vous} cocher ?",
        ],
        say: &["La liste à cocher pour {product} :", "Une liste à garder sous la main :", "À cocher pour {task} :"],
    },
    list: Row {
        id: "hook.list",
        ask: &[
            "Que {address:sais-tu|savez-vous} {de product} ?",
            "Que faut-il savoir sur {product} ?",
            "{address:Connais-tu|Connaissez-vous} ces {n} faits sur {product} ?",
        ],
        say: &[
            "{N} choses à savoir sur {product} :",
            "{N} faits sur {product} :",
            "{Product} en un coup d’œil :",
            "{Product} en {n} points :",
            "L’essentiel sur {product} :",
        ],
    },
    numbers: Row {
        id: "hook.numbers",
        ask: &[
            "Lequel de ces chiffres {address:te|vous} surprend le plus ?",
            "{address:Connais-tu|Connaissez-vous} ces chiffres ?",
            "Que disent les chiffres sur {product} ?",
        ],
        say: &["{Product} en chiffres :", "{N} chiffres sur {product} :", "{N} chiffres à retenir :"],
    },
    story: Row {
        id: "hook.story",
        ask: &[
            "{address:Connais-tu|Connaissez-vous} l’histoire {de product} ?",
            "{Product} : comment tout a commencé ?",
            "D’où {vient|viennent} {product} ?",
        ],
        say: &[
            "Petite histoire {de product} :",
            "{Product} : la chronologie.",
            "L’histoire {de product} en {n} dates :",
        ],
    },
    behind: Row {
        id: "hook.behind",
        ask: &[
            "{address:Connaissais-tu|Connaissiez-vous} cet épisode de l’histoire {de product} ?",
            "{Product} : quelle est l’histoire derrière ?",
            "Qu’y a-t-il derrière {product} ?",
        ],
        say: &[
            "Retour en arrière : {product}.",
            "Une page de l’histoire {de product} :",
            "Dans les coulisses {de product} :",
        ],
    },
    question: Row {
        id: "hook.question",
        ask: &[
            "Comment {want3} ?",
            "Une question aux {audience} : comment {want3} ?",
            "{address:Tu veux|Vous voulez} {want} ?",
        ],
        say: &[
            "Si {address:tu veux|vous voulez} {want}, {address:commence|commencez} ici.",
            "Pour les {audience} qui veulent {want3} :",
            "Une façon {de want3} :",
        ],
    },
    proof: Row {
        id: "hook.proof",
        ask: &[
            "Le {address:savais-tu|saviez-vous} ?",
            "Que {address:sais-tu|savez-vous} {de topic} ?",
            "Une question sur {topic} ?",
            "{Topic} : que faut-il savoir ?",
        ],
        say: &["Bon à savoir :", "À propos {de topic} :", "Une précision sur {topic} :", "Un détail vérifiable :"],
    },
    data_point: Row {
        id: "hook.data",
        ask: &[
            "Le {address:savais-tu|saviez-vous} ?",
            "Ce chiffre {address:te|vous} dit quelque chose ? {Figure}.",
            "Que cache ce chiffre ? {Figure}.",
        ],
        say: &[
            "{Figure}.",
            "Un chiffre à retenir : {figure}.",
            "Le chiffre du jour : {figure}.",
            "{Topic}, en un chiffre : {figure}.",
        ],
    },
    quote: Row {
        id: "hook.quote",
        ask: &[
            "{address:Es-tu|Êtes-vous} d’accord avec {speaker} ?",
            "Qui a dit cela ?",
            "Que dit {speaker} {de topic} ?",
        ],
        say: &[
            "{Speaker} le dit ainsi :",
            "{Speaker}, à propos {de topic} :",
            "Les mots {de speaker} :",
            "Une phrase à retenir :",
        ],
    },
    problem: Row {
        id: "hook.problem",
        ask: &["Assez {de pain} ?", "{Pain} : ça {address:te|vous} parle ?", "Faut-il encore {pain_gerund} ?"],
        say: &["Le problème : {pain}.", "Un problème bien connu : {pain}.", "Assez {de pain}."],
    },
    letter: Row {
        id: "hook.letter",
        ask: &[
            "Aux {audience} : assez {de pain} ?",
            "Une question aux {audience} : assez {de pain} ?",
            "Lettre aux {audience} : jusqu’à quand {pain} ?",
        ],
        say: &[
            "Aux {audience}, à propos d’un problème bien connu : {pain}.",
            "Lettre aux {audience}. Le sujet : {pain}.",
            "Quelques lignes aux {audience}. Le sujet : {pain}.",
        ],
    },
    fit: Row {
        id: "hook.fit",
        ask: &[
            "À qui {s’adresse|s’adressent} {product} ?",
            "{Product}, est-ce pour {address:toi|vous} ?",
            "{Product} : est-ce le bon choix ?",
        ],
        say: &[
            "{Product} : comment savoir si c’est pour {address:toi|vous}.",
            "Un petit test pour les {audience}.",
            "{address:Tu hésites|Vous hésitez} ? {Product} : la liste pour se décider.",
        ],
    },
    poll: Row {
        id: "hook.poll",
        ask: &[
            "Par quoi {address:commencerais-tu|commenceriez-vous} avec {product} ?",
            "Que {address:testerais-tu|testeriez-vous} en premier ?",
            "S’il fallait n’en choisir qu’un, lequel ?",
        ],
        say: &["Petit sondage pour les {audience} :", "À {address:toi|vous} de choisir :", "C’est l’heure du choix :"],
    },
    offer: Row {
        id: "hook.offer",
        ask: &[
            "{address:Tu penses|Vous pensez} {à product} ?",
            "{address:Tu veux|Vous voulez} {want} ?",
            "{Product}, ça {address:te|vous} tente ?",
        ],
        say: &["Voici l’offre :", "Bonne nouvelle pour les {audience} :", "À l’attention des {audience} :"],
    },
    deadline: Row {
        id: "hook.deadline",
        ask: &[
            "Le {until} est-il noté dans {address:ton|votre} agenda ?",
            "Quelque chose de prévu avant le {until} ?",
            "{address:As-tu|Avez-vous} noté la date du {until} ?",
        ],
        say: &["Une date à noter : le {until}.", "Dernier jour : le {until}.", "Jusqu’au {until} :"],
    },
    trend: Row {
        id: "hook.trend",
        ask: &[
            "{address:Tu as|Vous avez} suivi l’actualité ? On parle beaucoup {de trend}.",
            "Que dit-on {de trend} ?",
            "{address:Suis-tu|Suivez-vous} ce qui se dit sur {trend} ?",
        ],
        say: &[
            "On parle beaucoup {de trend}. Un peu de contexte :",
            "Pour qui suit le débat sur {trend} :",
            "À verser au dossier sur {trend} :",
        ],
    },
};
