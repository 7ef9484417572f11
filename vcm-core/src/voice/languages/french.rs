//! French. "On" counts as we, as posts use it; the elisions that grammar demands ("j'ai") are no contractions.

use super::LanguageWords;

pub(super) static WORDS: LanguageWords = LanguageWords {
    we: "nous notre nos nôtre nôtres on",
    i: "je j' j'ai j'aime j'aimerais j'étais j'en j'y j'adore me m' m'a moi mon ma mes mien mienne miens miennes j'suis",
    you: "",
    familiar_address: "tu te t' toi ton ta tes tien tienne tiens tiennes t'as t'es t'inquiète",
    formal_address: "vous votre vos vôtre vôtres",
    contractions: "t'as t'es y'a y a j'suis j'sais j'peux p'tit p'tite p'tits c'te m'sieur d'jà qu'y t'étais t'auras",
    contractible: "tu as,tu es,tu auras,il y,je suis,je sais,je peux,petit,petite,petits,tu étais",
    informal: "salut coucou hey hé ouais ouf bah ben bref cool super génial trop grave sympa top chouette truc trucs boulot \
        gars potes pote copains copines fun ok okay mdr lol ptdr wow oups yes hop allez kiffe kiffer bouffe resto appart dispo \
        perso ciné apéro ça carrément vachement",
    formal: "toutefois cependant néanmoins conséquent ainsi outre afin lequel laquelle lesquels lesquelles \
        concernant conformément susmentionné veuillez agréer cordialement madame monsieur mesdames messieurs notamment \
        également procéder effectuer auprès relatif relative ledit ladite convient prions",
    imperatives: "abonne-toi abonnez-vous achète achetez aide aidez ajoute ajoutez apprends apprenez apporte apportez arrête \
        arrêtez attends attendez choisis choisissez clique cliquez commence commencez commande commandez compare comparez \
        construis découvre découvrez demande demandez dis dites donne donnez écoute écoutez écris écrivez enregistre \
        enregistrez entre entrez envoie envoyez essaie essayez évite évitez explore explorez fais faites gagne gagnez garde \
        gardez imagine imaginez inscris-toi inscrivez-vous installe installez joue jouez laisse laissez lis lisez mets mettez \
        n'attendez n'hésitez n'oubliez n'oublie note notez offre offrez oublie oubliez ouvre ouvrez parle parlez partage \
        partagez participe participez passe passez pense pensez pose posez prends prenez prépare préparez profite profitez \
        raconte racontez regarde regardez rejoins rejoignez rejoins-nous rejoignez-nous rendez-vous réserve réservez retrouve \
        retrouvez réponds répondez sauvegarde sois soyez soutiens soutenez suis-nous suivez suivez-nous teste testez télécharge \
        téléchargez tente tentez trouve trouvez utilise utilisez va allez vérifie vérifiez viens venez visite visitez vois voyez \
        vote votez",
    numbers: "un deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante cent cents mille \
        million millions milliard milliards",
    function: "le la les l' un une des du de d' au aux ce cet cette ces c'est je tu il elle on nous vous ils elles me te se lui \
        leur y en mon ma mes ton ta tes son sa ses notre nos votre vos leurs qui que qu' quoi quand où pourquoi comment quel \
        quelle quels quelles est sont était étaient être suis es a ont avait avaient avoir ai as avez avons peut peuvent doit \
        va vont fait ne n' pas plus non ni et ou mais donc or car si parce comme à dans par pour sur sous avec sans entre vers \
        chez depuis pendant avant après jusqu' contre ici là aujourd'hui demain hier maintenant très bien tout tous toute \
        toutes même autre autres aussi encore toujours jamais déjà nouveau nouvelle nouveaux nouvelles chaque voici voilà dès \
        s'il qu'il qu'elle qu'on d'un d'une",
    abbreviations: "m mm mme mlle dr pr st ste etc ex p av janv févr avr juill sept oct nov déc tél env min max",
};
