//! Titles of Shorts and pins.

use super::super::Titles;

pub(super) static TITLES: Titles = Titles {
    shorts: &[
        "{Topic}: a explicação",
        "{Topic} em menos de um minuto",
        "O que saber sobre {subject}",
        "{Product}: {subject}",
        "{Topic}: o essencial",
    ],
    pins: &["{Product}: {subject}", "{Topic}: guia para {audience}", "{Topic}: o essencial", "{Topic}: a explicação"],
    plain: &["{Product}: o essencial", "{Product} para {audience}", "{Product}: guia rápido", "{Product}, em resumo"],
    steps: &["Como {task}", "Como {task} em {n} passos", "Como começar com {product}", "{Product}, passo a passo"],
    myth: &["Mito ou verdade? {belief_bare}", "“{belief_bare}”: verdadeiro ou falso?", "{Topic}: mito e verdade"],
    objection: &["{doubt}", "{Product}: {doubt}", "{Product}: perguntas e respostas"],
    story: &["A história {de product}", "{Product}: a cronologia", "Uma breve história {de product}"],
    list: &["{N} dados sobre {product}", "{N} pontos essenciais sobre {product}", "{Product} em {n} pontos"],
    change: &["{Topic}: antes e agora", "{Topic}: o antes e o depois", "O que mudou: {topic}"],
    comparison: &["{Topic}: uma comparação", "{Topic}, lado a lado", "{Topic}: a diferença"],
    want: &["Como {want3}", "{Product}: como {want3}", "Como {does} com {product}"],
    announcement: &["O que {é|são} {product}?", "{Product}: o que {é|são}", "{Product} em menos de um minuto"],
    quote: &["{Speaker}, sobre {subject}", "{Product}, nas palavras de {speaker}"],
    offer: &["{Product}: a proposta", "{Product}: como começar"],
};
