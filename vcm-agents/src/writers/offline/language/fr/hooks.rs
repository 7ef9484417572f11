//! First lines. Each is a promise that the framework below it keeps.

use super::super::{Hooks, Row};

pub(super) static HOOKS: Hooks = Hooks {
    announcement: Row {
        id: "hook.announcement",
        ask: &[
            "{address:Tu connais|Vous connaissez} {product} ?",
            "Déjà entendu parler {de product} ?",
            "{address:As-tu|Avez-vous} déjà entendu parler {de product} ?",
        ],
        say: &[
            "Voici {product}.",
            "{Product}, en bref :",
            "À découvrir : {product}.",
            "Pour les {audience} : voici {product}.",
            "{Product} en quelques lignes :",
            "Place {à product}.",
        ],
    },
    explainer: Row {
        id: "hook.explainer",
        ask: &[
            "C'est quoi, {product} ?",
            "Jamais entendu parler {de product} ?",
            "Au fait, c'est quoi, {product} ?",
            "{address:Tu découvres|Vous découvrez} {product} ?",
        ],
        say: &[
            "{Product} : l'explication simple.",
            "{Product} en mots simples :",
            "{Product}, depuis le début :",
            "Petite introduction : {product}.",
            "Si {address:tu découvres|vous découvrez} {product}, c'est par ici.",
        ],
    },
    benefit: Row {
        id: "hook.benefit",
        ask: &[
            "Envie {de does} ?",
            "{address:Tu veux|Vous voulez} {does} ?",
            "Comment {does} ?",
            "{address:Tu savais|Vous saviez} qu'on peut {does} avec {product} ?",
            "Et si on pouvait {does} ?",
        ],
        say: &[
            "Avec {product}, on peut {does}.",
            "Avec {product}, {address:tu peux|vous pouvez} {does}.",
            "{Product} {permet|permettent} {de does}.",
            "C'est possible avec {product} : {does}.",
            "Pour {does}, il y a {product}.",
        ],
    },
    want: Row {
        id: "hook.want",
        ask: &[
            "Envie {de want} ?",
            "{address:Tu veux|Vous voulez} {want} ?",
            "{address:Tu cherches|Vous cherchez} à {want} ?",
            "Comment {want3} ?",
            "Et si c'était le moment {de want} ?",
        ],
        say: &[
            "Si {address:tu veux|vous voulez} {want}, c'est pour {address:toi|vous}.",
            "Aux {audience} qui veulent {want3} :",
            "Pour {want3} :",
            "{address:Tu veux|Vous voulez} {want} ? À lire jusqu'au bout.",
        ],
    },
    myth: Row {
        id: "hook.myth",
        ask: &[
            "Vrai ou faux ? « {belief} »",
            "« {belief_bare} » : vrai ou faux ?",
            "Déjà entendu ? « {belief} »",
            "{address:Tu y croyais|Vous y croyiez} aussi ? « {belief} »",
            "Info ou idée reçue ? « {belief} »",
        ],
        say: &[
            "Idée reçue : « {belief} »",
            "« {belief} » C'est une idée reçue.",
            "« {belief} » Eh bien non.",
            "Une idée qui a la vie dure : « {belief} »",
            "On l'entend parfois : « {belief} »",
            "Mettons les choses au clair : « {belief} »",
        ],
    },
    contrarian: Row {
        id: "hook.contrarian",
        ask: &[
            "Toujours de cet avis ? « {belief} »",
            "{address:Es-tu|Êtes-vous} vraiment de cet avis ? « {belief} »",
            "Qui le dit encore ? « {belief} »",
            "C'est vraiment vrai ? « {belief} »",
        ],
        say: &[
            "« {belief} » Les faits disent autre chose.",
            "« {belief} » {Nous_ne_sommes_pas} d'accord.",
            "« {belief} » À regarder de plus près.",
            "Une phrase à oublier : « {belief} »",
            "{Nous_contestons} cette phrase : « {belief} »",
        ],
    },
    objection: Row {
        id: "hook.objection",
        ask: &[
            "{doubt}",
            "Bonne question : « {doubt} »",
            "Question légitime : « {doubt} »",
            "{address:Tu te demandes|Vous vous demandez} peut-être : « {doubt} »",
            "La question mérite une réponse : « {doubt} »",
            "Avant de se décider : « {doubt} »",
        ],
        say: &[
            "« {doubt} » Voici la réponse.",
            "« {doubt} » Une réponse claire :",
            "« {doubt} » La question est juste.",
            "« {doubt} » La réponse en bref :",
        ],
    },
    faq: Row {
        id: "hook.faq",
        ask: &[
            "Des questions sur {product} ?",
            "Encore des questions sur {product} ?",
            "Que {address:veux-tu|voulez-vous} savoir sur {product} ?",
        ],
        say: &[
            "{N} questions sur {product}, {n} réponses :",
            "{N} bonnes questions sur {product} :",
            "{Product} : questions et réponses.",
            "{Product}, les réponses à {n} questions :",
        ],
    },
    before: Row {
        id: "hook.before",
        ask: &[
            "{address:Tu te souviens|Vous vous souvenez} ? {before}",
            "Qui s'en souvient ? {before}",
            "Ça rappelle des souvenirs ? {before}",
        ],
        say: &[
            "{before}",
            "Avant : {before_undated}",
            "Autrefois : {before_undated}",
            "C'était comme ça : {before_undated}",
            "{before} C'est du passé.",
        ],
    },
    versus: Row {
        id: "hook.versus",
        ask: &["Qu'est-ce qui a changé ?", "{Topic} : qu'est-ce qui a changé ?", "Quelle différence aujourd'hui ?"],
        say: &[
            "{Topic} : avant et maintenant.",
            "Hier et aujourd'hui :",
            "{Topic}, avant et après :",
            "Ce qui a changé :",
            "Avant, après :",
        ],
    },
    side_by_side: Row {
        id: "hook.side",
        ask: &["{Topic} : quelle différence ?", "Quelle est la différence ?", "Comment comparer les deux ?"],
        say: &["{Topic} : la comparaison.", "{Topic}, côte à côte :", "Petite comparaison :", "Côte à côte :"],
    },
    how_to: Row {
        id: "hook.how_to",
        ask: &[
            "Envie {de task} ?",
            "Comment {task} ?",
            "Par où commencer avec {product} ?",
            "{address:Tu veux|Vous voulez} {task} ?",
            "Comment débuter avec {product} ?",
        ],
        say: &[
            "Comment {task} en {n} étapes :",
            "Comment {task}, pas à pas :",
            "{N} étapes pour {task} :",
            "Bien démarrer avec {product}, en {n} étapes :",
            "Premiers pas avec {product} :",
        ],
    },
    checklist: Row {
        id: "hook.checklist",
        ask: &[
            "On commence avec {product} ? À cocher :",
            "Combien de cases {address:peux-tu|pouvez-vous} cocher ?",
            "Rien oublié ? Voici la liste :",
        ],
        say: &[
            "La liste à cocher pour {product} :",
            "{Product} : la liste à cocher.",
            "Une liste à garder :",
            "Une liste à cocher pour les {audience} :",
            "À cocher pour {task} :",
        ],
    },
    list: Row {
        id: "hook.list",
        ask: &[
            "{address:Tu connais|Vous connaissez} bien {product} ?",
            "Que savoir sur {product} ?",
            "Combien de ces faits {address:connaissais-tu|connaissiez-vous} ?",
            "{address:Tu connaissais|Vous connaissiez} ces {n} faits sur {product} ?",
        ],
        say: &[
            "{N} choses à savoir sur {product} :",
            "{N} faits sur {product} :",
            "{Product} en un coup d'œil :",
            "{Product} en {n} points :",
            "L'essentiel sur {product} :",
            "Pour les {audience}, {n} faits à retenir :",
        ],
    },
    numbers: Row {
        id: "hook.numbers",
        ask: &[
            "Lequel de ces chiffres {address:te|vous} surprend ?",
            "{address:Tu connais|Vous connaissez} ces chiffres ?",
            "{Product} en chiffres : {address:tu connaissais|vous connaissiez} ?",
        ],
        say: &[
            "{Product} en chiffres :",
            "{N} chiffres sur {product} :",
            "{N} chiffres à retenir :",
            "Les chiffres {de product} :",
        ],
    },
    story: Row {
        id: "hook.story",
        ask: &[
            "Comment tout a-t-il commencé pour {product} ?",
            "{address:Tu connais|Vous connaissez} l'histoire {de product} ?",
            "D'où {vient|viennent} {product} ?",
        ],
        say: &[
            "L'histoire {de product} en {n} dates :",
            "Petite histoire {de product} :",
            "{Product} : la chronologie.",
            "{Product}, date par date :",
            "L'histoire {de product} jusqu'ici :",
        ],
    },
    behind: Row {
        id: "hook.behind",
        ask: &[
            "{address:Tu connais|Vous connaissez} cette partie de l'histoire ?",
            "Comment en est-on arrivé là ?",
            "D'où {vient|viennent} {product} ?",
        ],
        say: &[
            "Une page de l'histoire {de product} :",
            "Retour sur {product} :",
            "Un peu d'histoire :",
            "Pour situer {product} :",
        ],
    },
    question: Row {
        id: "hook.question",
        ask: &[
            "Comment {want3} ?",
            "Une question aux {audience} : comment {want3} ?",
            "{address:Tu veux|Vous voulez} {want} ?",
            "Envie {de want} ?",
        ],
        say: &[
            "Pour {want3}, {address:commence|commencez} ici.",
            "Aux {audience} qui veulent {want3} :",
            "Une façon {de want3} :",
            "Pour {want3}, une piste :",
        ],
    },
    proof: Row {
        id: "hook.proof",
        ask: &[
            "{address:Tu le savais|Vous le saviez} ?",
            "Que {address:sais-tu|savez-vous} {de topic} ?",
            "{Topic} : ça {address:te|vous} dit quelque chose ?",
            "{Topic}, {address:tu connais|vous connaissez} ?",
        ],
        say: &[
            "Bon à savoir :",
            "{Topic}, en bref :",
            "Un détail à vérifier soi-même :",
            "À retenir :",
            "Un mot {sur topic} :",
        ],
    },
    data_point: Row {
        id: "hook.data",
        ask: &[
            "{address:Tu le savais|Vous le saviez} ?",
            "{address:Aurais-tu|Auriez-vous} trouvé ? {Figure}.",
            "Que cache ce chiffre ? {Figure}.",
            "Ce chiffre {address:te|vous} dit quelque chose ? {Figure}.",
        ],
        say: &[
            "{Figure}.",
            "Un chiffre à retenir : {figure}.",
            "Le chiffre du jour : {figure}.",
            "{Topic}, en un chiffre : {figure}.",
            "{Figure} : à retenir.",
        ],
    },
    quote: Row {
        id: "hook.quote",
        ask: &[
            "Que dit {speaker} ?",
            "D'accord avec {speaker} ?",
            "Qui a dit ça ?",
            "Et {address:toi, tu dirais|vous, vous diriez} pareil ?",
        ],
        say: &[
            "Mot pour mot :",
            "La parole à {speaker} :",
            "{Speaker} le dit ainsi :",
            "{Speaker} {sur topic} :",
            "Une phrase à garder :",
        ],
    },
    problem: Row {
        id: "hook.problem",
        ask: &[
            "Marre {de pain} ?",
            "{Pain}, ça {address:te|vous} parle ?",
            "{Pain} : {address:tu connais|vous connaissez} ?",
            "Encore {pain_gerund} ?",
            "Ça {address:te|vous} dit quelque chose ? {Pain}.",
        ],
        say: &[
            "Parlons {de pain}.",
            "Le problème : {pain}.",
            "À qui en a assez {de pain} :",
            "On peut y faire quelque chose : {pain}.",
        ],
    },
    letter: Row {
        id: "hook.letter",
        ask: &[
            "Lettre ouverte aux {audience} : assez {de pain} ?",
            "Aux {audience} : encore {pain_gerund} ?",
            "Aux {audience} : ça {address:te|vous} dit quelque chose ? {Pain}.",
            "Un mot aux {audience} : marre {de pain} ?",
        ],
        say: &[
            "Lettre ouverte aux {audience} : parlons {de pain}.",
            "Aux {audience}, au sujet {de pain} :",
            "Aux {audience}, à propos {de pain} :",
        ],
    },
    fit: Row {
        id: "hook.fit",
        ask: &[
            "{Product} : pour qui ?",
            "{Product}, c'est pour {address:toi|vous} ?",
            "Est-ce que {product} {peut|peuvent} {address:t'aider|vous aider} ?",
            "Encore un doute sur {product} ?",
        ],
        say: &[
            "{Product}, peut-être pour {address:toi|vous}. Voici comment le savoir.",
            "Petit test pour les {audience}.",
            "{address:Tu hésites|Vous hésitez} ? La liste aide à décider.",
        ],
    },
    poll: Row {
        id: "hook.poll",
        ask: &[
            "Que {address:ferais-tu|feriez-vous} d'abord avec {product} ?",
            "Par quoi {address:commencerais-tu|commenceriez-vous} ?",
            "Un seul choix possible : ce serait quoi ?",
            "Qu'est-ce qui {address:te|vous} ressemble le plus ?",
        ],
        say: &[
            "Un seul choix possible :",
            "Petit sondage pour les {audience} :",
            "L'heure du choix :",
            "Avec {product}, on peut faire tout cela. À {address:toi|vous} de choisir :",
        ],
    },
    offer: Row {
        id: "hook.offer",
        ask: &[
            "{address:Tu penses|Vous pensez} {à product} ?",
            "{address:Tu veux|Vous voulez} {want} ?",
            "Envie {de want} ?",
            "{Product}, {address:tu y pensais|vous y pensiez} ?",
        ],
        say: &[
            "L'offre :",
            "Bonne nouvelle pour les {audience} :",
            "Aux {audience} qui hésitent encore :",
            "Pour les {audience} :",
        ],
    },
    deadline: Row {
        id: "hook.deadline",
        ask: &[
            "Le {until} est-il dans {address:ton|votre} agenda ?",
            "Que {address:fais-tu|faites-vous} d'ici au {until} ?",
            "{address:As-tu|Avez-vous} noté le {until} ?",
        ],
        say: &[
            "Date à noter : le {until}.",
            "Le {until} est le dernier jour.",
            "Jusqu'au {until} :",
            "Une date à retenir : le {until}.",
            "C'est jusqu'au {until}.",
        ],
    },
    trend: Row {
        id: "hook.trend",
        ask: &[
            "{address:Tu suis|Vous suivez} le sujet ? {Trend}.",
            "{Trend} : on en parle ?",
            "{address:As-tu|Avez-vous} lu quelque chose {sur trend} ?",
        ],
        say: &[
            "On en parle : {trend}. Pour comprendre :",
            "{Trend} : un élément de plus au dossier.",
            "Pour qui suit le sujet : {trend}.",
            "Un complément {sur trend} :",
        ],
    },
};
