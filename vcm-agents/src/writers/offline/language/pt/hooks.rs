//! First lines. Each is a promise that the framework below it keeps.

use super::super::{Hooks, Row};

pub(super) static HOOKS: Hooks = Hooks {
    announcement: Row {
        id: "hook.announcement",
        ask: &["Já conhece {product}?", "Já ouviu falar {de product}?", "O que há de novo com {product}?"],
        say: &[
            "Conheça {product}.",
            "{Product}, em poucas palavras:",
            "Para {audience}: {product}.",
            "{Apresentamos} {product}.",
        ],
    },
    explainer: Row {
        id: "hook.explainer",
        ask: &["O que {é|são} {product}?", "Já ouviu falar {de product}?", "Afinal, o que {é|são} {product}?"],
        say: &[
            "{Product}, em palavras simples:",
            "{Product}, desde o início:",
            "Uma breve introdução {a product}:",
            "O essencial para entender {product}:",
        ],
    },
    benefit: Row {
        id: "hook.benefit",
        ask: &[
            "Como {does}?",
            "Procura uma forma de {does}?",
            "Sabia que {product} {permite|permitem} {does}?",
            "Será possível {does}?",
        ],
        say: &[
            "Com {product}, é possível {does}.",
            "{Product} {permite|permitem} {does}.",
            "{Product} {serve|servem} para {does}.",
            "Para {does}: {product}.",
        ],
    },
    want: Row {
        id: "hook.want",
        ask: &["Quer {want}?", "Procura uma forma de {want}?", "Gostaria de {want}?", "Já pensou em {want}?"],
        say: &[
            "Se quer {want}, isto interessa.",
            "Para {audience} que querem {want3}:",
            "Isto é para {audience} que querem {want3}.",
            "Se a ideia é {want}, vale a leitura.",
        ],
    },
    myth: Row {
        id: "hook.myth",
        ask: &[
            "Verdadeiro ou falso? “{belief_bare}”",
            "Mito ou verdade? “{belief_bare}”",
            "“{belief_bare}”: verdadeiro ou falso?",
            "Já ouviu esta? “{belief_bare}”",
            "Também acreditava nisto? “{belief_bare}”",
        ],
        say: &[
            "Mito: “{belief_bare}”.",
            "“{belief_bare}”. É um mito.",
            "“{belief_bare}”. Não é bem assim.",
            "Um mito que não morre: “{belief_bare}”.",
            "Ouve-se muito: “{belief_bare}”.",
        ],
    },
    contrarian: Row {
        id: "hook.contrarian",
        ask: &[
            "Ainda acredita nisto? “{belief_bare}”",
            "Quem ainda diz isto? “{belief_bare}”",
            "Será mesmo verdade? “{belief_bare}”",
        ],
        say: &[
            "“{belief_bare}”. Os dados dizem outra coisa.",
            "“{belief_bare}”. Não {vemos} assim.",
            "“{belief_bare}”. Vale a pena olhar de novo.",
            "Está na hora de parar de dizer isto: “{belief_bare}”.",
        ],
    },
    objection: Row {
        id: "hook.objection",
        ask: &[
            "{doubt}",
            "Uma pergunta justa: {doubt}",
            "Boa pergunta: {doubt}",
            "A dúvida é comum: {doubt}",
            "Antes de decidir: {doubt}",
        ],
        say: &["“{doubt}” Eis a resposta.", "“{doubt}” A resposta, sem rodeios:", "“{doubt}” É uma pergunta justa."],
    },
    faq: Row {
        id: "hook.faq",
        ask: &["Dúvidas sobre {product}?", "Tem perguntas sobre {product}?", "Ficou alguma dúvida sobre {product}?"],
        say: &[
            "Perguntas sobre {product}, com resposta:",
            "{Product}: as perguntas mais comuns.",
            "{Product}: perguntas e respostas.",
        ],
    },
    before: Row {
        id: "hook.before",
        ask: &["Quem se lembra? {before}", "E antes, como era? {before}", "Como era antes? {before}"],
        say: &["{before}", "Antes: {before_undated}", "Era assim: {before_undated}", "{before} Já não é assim."],
    },
    versus: Row {
        id: "hook.versus",
        ask: &["O que mudou com {product}?", "O que é diferente agora?", "{Topic}: o que mudou?"],
        say: &[
            "{Topic}: antes e agora.",
            "Antes e agora:",
            "{Topic}: o antes e o depois.",
            "O que mudou com {product}:",
        ],
    },
    side_by_side: Row {
        id: "hook.side",
        ask: &["{Topic}: qual é a diferença?", "Qual é a diferença?", "Em que diferem?"],
        say: &["{Topic}, lado a lado:", "{Topic}: uma comparação.", "Uma comparação rápida:", "Lado a lado:"],
    },
    how_to: Row {
        id: "hook.how_to",
        ask: &["Como {task}?", "Por onde começar com {product}?", "Procura uma forma de {task}?"],
        say: &[
            "Como {task}, em {n} passos:",
            "Como {task}, passo a passo:",
            "{N} passos para {task}:",
            "Para começar com {product}, {n} passos:",
        ],
    },
    checklist: Row {
        id: "hook.checklist",
        ask: &[
            "Tudo pronto para {product}? Confira a lista:",
            "Falta alguma coisa? Confira a lista:",
            "Quantos destes passos já deu?",
        ],
        say: &["Uma lista para {product}:", "Uma lista para guardar:", "O que conferir para {task}:"],
    },
    list: Row {
        id: "hook.list",
        ask: &[
            "O que sabe sobre {product}?",
            "O que vale a pena saber sobre {product}?",
            "Quantos destes dados já conhecia?",
            "Conhecia estes {n} dados sobre {product}?",
        ],
        say: &[
            "{N} dados sobre {product}:",
            "{N} pontos essenciais sobre {product}:",
            "{Product}, em resumo:",
            "{Product} em {n} pontos:",
            "O essencial sobre {product}:",
        ],
    },
    numbers: Row {
        id: "hook.numbers",
        ask: &[
            "Qual destes números surpreende mais?",
            "Conhece estes números?",
            "O que dizem os números sobre {product}?",
        ],
        say: &["{Product}, em números:", "{N} números sobre {product}:", "{N} números para guardar:"],
    },
    story: Row {
        id: "hook.story",
        ask: &[
            "Conhece a história {de product}?",
            "Sabe como {começou|começaram} {product}?",
            "De onde {vem|vêm} {product}?",
        ],
        say: &[
            "Uma breve história {de product}:",
            "{Product}: a cronologia.",
            "A história {de product}, em {n} momentos:",
        ],
    },
    behind: Row {
        id: "hook.behind",
        ask: &[
            "Conhecia esta parte da história {de product}?",
            "Como {chegou|chegaram} {product} até aqui?",
            "O que está por trás {de product}?",
        ],
        say: &["Um olhar para trás: {product}.", "Uma página da história {de product}:", "Por trás {de product}:"],
    },
    question: Row {
        id: "hook.question",
        ask: &[
            "Como {want3}?",
            "Uma pergunta para {audience}: como {want3}?",
            "Quer {want}?",
            "Há uma boa forma de {want3}?",
        ],
        say: &[
            "Se quer {want}, comece por aqui.",
            "Para quem quer {want3}:",
            "Para {audience} que querem {want3}:",
            "Uma forma de {want3}:",
        ],
    },
    proof: Row {
        id: "hook.proof",
        ask: &[
            "Sabia disto?",
            "O que sabe sobre {subject}?",
            "Sabia isto sobre {subject}?",
            "Curiosidade sobre {subject}?",
        ],
        say: &[
            "Vale a pena saber:",
            "Sobre {subject}:",
            "Um dado sobre {subject}:",
            "Uma nota sobre {subject}:",
            "Um detalhe que se pode verificar:",
        ],
    },
    data_point: Row {
        id: "hook.data",
        ask: &[
            "Sabia disto?",
            "Este número diz alguma coisa? {Figure}.",
            "O que está por trás deste número? {Figure}.",
        ],
        say: &[
            "{Figure}.",
            "Um número para guardar: {figure}.",
            "O número de hoje: {figure}.",
            "{Topic}, num só número: {figure}.",
        ],
    },
    quote: Row {
        id: "hook.quote",
        ask: &["Concorda com {speaker}?", "Quem disse isto?", "O que diz {speaker} sobre {subject}?"],
        say: &[
            "{Speaker}, sobre {subject}:",
            "Nas palavras de {speaker}:",
            "{Speaker} diz assim:",
            "Palavras para guardar:",
        ],
    },
    problem: Row {
        id: "hook.problem",
        ask: &["{Pain}: reconhece isto?", "Ainda é preciso {pain_gerund}?", "Até quando {pain}?"],
        say: &["O problema: {pain}.", "Vamos falar {de pain}.", "Um problema conhecido: {pain}.", "Chega {de pain}."],
    },
    letter: Row {
        id: "hook.letter",
        ask: &[
            "Para {audience}: até quando {pain}?",
            "Uma pergunta para {audience}: até quando {pain}?",
            "Para {audience}: ainda é preciso {pain_gerund}?",
        ],
        say: &[
            "Carta para {audience}: vamos falar {de pain}.",
            "Para {audience}, sobre um problema conhecido: {pain}.",
            "Algumas linhas para {audience}. Vamos falar {de pain}.",
        ],
    },
    fit: Row {
        id: "hook.fit",
        ask: &["Para quem {é|são} {product}?", "A quem {serve|servem} {product}?", "{Product}: é a escolha certa?"],
        say: &[
            "{Product}: como saber se vale a pena.",
            "Um teste rápido para {audience}.",
            "Tem dúvidas? {Product}: a lista para decidir.",
        ],
    },
    poll: Row {
        id: "hook.poll",
        ask: &[
            "Por onde começaria com {product}?",
            "O que experimentaria primeiro?",
            "Se só pudesse escolher um, qual seria?",
        ],
        say: &["Hora de escolher:", "Uma escolha rápida para {audience}:", "{Product}: o primeiro passo."],
    },
    offer: Row {
        id: "hook.offer",
        ask: &["Já pensou {em product}?", "Quer {want}?", "É hora de conhecer {product}?"],
        say: &["Eis a proposta:", "Boas notícias para {audience}:", "Um aviso para {audience}:"],
    },
    deadline: Row {
        id: "hook.deadline",
        ask: &["Tem planos até {until}?", "{Until} já está na agenda?", "Já anotou a data? {Until}."],
        say: &["Anote a data: {until}.", "O último dia é {until}.", "Até {until}:"],
    },
    trend: Row {
        id: "hook.trend",
        ask: &[
            "Tem acompanhado o que se diz sobre {trend}?",
            "O que se diz sobre {trend}?",
            "Já viu a conversa sobre {trend}?",
        ],
        say: &[
            "Fala-se muito {de trend}. Algum contexto:",
            "Para quem acompanha a conversa sobre {trend}:",
            "Mais um dado sobre {trend}:",
        ],
    },
};
