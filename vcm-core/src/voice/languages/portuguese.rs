//! Portuguese, of Brazil and of Portugal. "Você" is taken as familiar, as Brazilian posts use it; "o senhor", "a senhora" and
//! "vossa" as formal.

use super::LanguageWords;

pub(super) static WORDS: LanguageWords = LanguageWords {
    we: "nós nos nosso nossa nossos nossas conosco connosco somos estamos temos queremos podemos vamos fazemos lançamos \
        acreditamos sabemos trabalhamos convidamos chegamos",
    i: "eu me mim meu minha meus minhas comigo sou estou tenho quero posso acho sei faço",
    you: "lhe lhes",
    familiar_address: "tu te ti teu tua teus tuas contigo você vocês vc vcs seu sua seus suas vos vosso vossos vossas tens \
        podes queres sabes",
    formal_address: "senhor senhora senhores senhoras vossa",
    contractions: "tá tô tava tamos pra pro pras pros né cê ocê 'tá 'tou vc vcs",
    contractible: "está,estou,estava,estamos,para,você,vocês",
    informal: "oi olá ei opa galera gente pessoal cara mano legal bacana show top massa demais super nossa uau eita aí né tá \
        kkk kkkk haha rs beleza valeu fofo fofa bora partiu fixe giro malta porreiro ok okay tchau vcs vc",
    formal: "portanto contudo todavia entretanto outrossim conforme mediante referente respectivo respectiva prezado prezada \
        prezados cordialmente atenciosamente efetuar realizar proceder solicitar dispõe dispor supracitado igualmente ademais \
        nomeadamente designadamente vimos informar comunicamos",
    imperatives: "abra aceda acesse adicione ajude aguarde anote apoie aprenda aproveite assine assista baixe busque chame \
        chegue clique comece comente compare compartilhe compre confira conheça conte crie curta deixe descarregue descubra \
        diga doe encontre ensine entre envie escolha escreva escute espere evite experimente explore faça fale fique ganhe \
        garanta guarde imagine inscreva-se instale jogue junte-se leia lembre lembre-se leve ligue marque mande mostre monte \
        olhe ouça participe partilhe passe peça pegue pense pergunte poupe prepare procure prove registe-se registre-se reserve \
        responda salve saiba seja siga teste tente tire toque traga troque use utilize veja vem venha vá visite vote \
        aproveita compra conhece descobre diz envia escolhe escreve espera experimenta faz fica guarda imagina inscreve-te \
        junta-te lê lembra-te olha ouve participa partilha passa pensa pergunta prova segue sabe testa traz usa vê vota",
    numbers: "um dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta quarenta cinquenta cem mil milhão \
        milhões bilhão bilhões",
    function: "o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela isto isso aquilo eu tu ele ela \
        nós vós eles elas você vocês me te se nos lhe lhes meu minha teu tua seu sua nosso nossa quem que quê quando onde porquê \
        por porque como qual quais quanto é são era eram foi foram ser sou está estão estava tem têm tinha há haver pode podem \
        deve vai vão não nem e ou mas se pois já de do da dos das em no na nos nas ao aos à às com sem para pra por pelo pela \
        sobre entre até desde durante contra sob aqui ali hoje amanhã ontem agora mais menos muito muitos muita muitas todo \
        todos toda todas tudo nada cada outro outra outros outras também só ainda sempre nunca novo nova novos novas",
    abbreviations: "sr sra srs dr dra prof profa v ex p ex pág nº tel av etc jan fev mar abr mai jun jul ago set out nov dez",
};
