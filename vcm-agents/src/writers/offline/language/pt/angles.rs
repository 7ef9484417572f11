//! Titles and premises of angles, as a reviewer reads them.

use vcm_core::angles::Archetype as A;

pub(super) static ANGLES: &[(A, &str, &str)] = &[
    (A::Announcement, "Apresentação {de product}", "Apresenta {product}: o que {é|são} e o que se pode verificar."),
    (A::Explainer, "O que {é|são} {product}?", "Explica {product} a quem nunca ouviu falar do assunto."),
    (A::Myth, "Mito: {belief_bare}", "Responde com dados à crença “{belief_bare}”."),
    (A::Contrarian, "Contra: {belief_bare}", "Argumenta contra “{belief_bare}”."),
    (A::Objection, "{doubt}", "Leva a sério a dúvida “{doubt}” e responde."),
    (A::Faq, "Perguntas sobre {product}", "Responde a perguntas de leitores."),
    (A::BeforeAfter, "{Topic}: antes e agora", "Como era e como é agora."),
    (A::Comparison, "{Topic}: uma comparação", "Põe duas afirmações lado a lado."),
    (A::HowTo, "Como começar com {product}", "Percorre {n} passos."),
    (A::Checklist, "Lista para {product}", "Enumera {n} passos a conferir."),
    (A::Story, "A história {de product}", "Conta como surgiu, com datas."),
    (A::BehindTheScenes, "Por trás {de product}", "Detém-se num momento da sua história."),
    (A::DataPoint, "{Figure}: {subject}", "Um número, {figure}, e o que significa."),
    (A::Numbers, "{Product}, em números", "Reúne {n} números."),
    (A::Proof, "Prova: {subject}", "Dá um dado verificável sobre {subject}."),
    (A::Spotlight, "Em destaque: {does}", "Mostra que é possível {does}, e o dado que o apoia."),
    (A::List, "O essencial sobre {product}", "Enumera o que se pode dizer sobre {product}."),
    (A::Quote, "Nas palavras de {speaker}", "Dá a palavra a {speaker}."),
    (A::Question, "Pergunta: como {want3}", "Pergunta a {audience} como {want3} e responde com dados."),
    (A::Problem, "Problema: {pain}", "Nomeia um problema ({pain}) e mostra o que se pode fazer."),
    (A::OpenLetter, "Carta para {audience}", "Fala a {audience} sobre um problema: {pain}."),
    (A::Fit, "Para quem {é|são} {product}", "Ajuda {audience} a decidir."),
    (A::Poll, "Escolha: por onde começar", "Propõe escolher entre o que {product} {permite|permitem}."),
    (A::Offer, "A proposta", "{Offer}"),
    (A::Seasonal, "A data", "Liga a proposta ao seu último dia."),
    (A::Trend, "Tendência: {trend}", "Retoma a conversa sobre {trend}."),
];
