//! Closing questions and calls to action. A link, where there is one, follows the call.

use super::super::{Calls, Questions};

pub(super) static QUESTIONS: Questions = Questions {
    open: &[
        "O que acrescentaria?",
        "Qual é a sua opinião?",
        "O que pensa sobre {subject}?",
        "@Qual é a sua experiência com {topic}?",
        "@Isto coincide com a sua experiência?",
        "@Como lida com {topic} no trabalho?",
        "O que mais gostaria de saber sobre {subject}?",
        "O que gostaria de saber sobre {product}?",
        "Quem deveria saber disto?",
        "Já sabia?",
    ],
    story: &[
        "De qual destas datas se lembra?",
        "Que momento destacaria?",
        "Quando ouviu falar disto pela primeira vez?",
    ],
    list: &["Qual não conhecia?", "Qual surpreendeu mais?", "O que acrescentaria?", "@Qual mostraria a colegas?"],
    choices: &["O que experimentaria primeiro?", "Por onde começaria?", "@O que ajudaria mais no seu trabalho?"],
    myth: &["Onde ouviu isto pela primeira vez?", "Também acreditava?", "A quem falta contar isto?"],
    objection: &["Isto responde à dúvida?", "O que mais perguntaria?", "Qual é a próxima pergunta?"],
    figure: &["Esperava este número?", "Que número teria dito?", "Mais ou menos do que pensava?"],
    quote: &["Concorda?", "Diria o mesmo?", "O que responderia?"],
    change: &["O que muda com isto?", "Quem se lembra de como era antes?", "@O que mudaria isto no seu trabalho?"],
    problem: &["O que já tentou?", "O que funcionou até agora?", "@Como resolve isto no trabalho?"],
    trend: &["O que pensa {de trend}?", "Qual é a sua opinião sobre {trend}?", "O que acrescentaria sobre {trend}?"],
};

pub(super) static CALLS: Calls = Calls {
    read: &[
        "Leia {readable}:",
        "Mais {em readable}:",
        "Os detalhes estão {em readable}:",
        "Para saber mais, {readable}:",
        "Comece {por readable}:",
    ],
    point: &[
        "Saiba mais:",
        "Mais informações:",
        "Veja {label}:",
        "Mais aqui:",
        "Conheça {label}:",
        "Quer saber mais? {Label}:",
    ],
    sign_up: &[
        "Inscreva-se aqui:",
        "Inscrições aqui:",
        "Quer participar? Inscreva-se aqui:",
        "Reserve o seu lugar aqui:",
    ],
    buy: &["{Product}, aqui:", "Veja e decida:", "Tem interesse? Veja aqui:", "Para conhecer {product}:"],
    join: &[
        "Participe:",
        "Venha participar:",
        "Quer participar? Comece aqui:",
        "Faça parte:",
        "Há lugar para mais gente:",
    ],
    bio: &[
        "Link na bio.",
        "Mais no link da bio.",
        "{Label}: link na bio.",
        "Quer saber mais? Link na bio.",
        "Leia {readable}: link na bio.",
    ],
    bio_act: &[
        "Link na bio.",
        "Inscreva-se no link da bio.",
        "Quer participar? Link na bio.",
        "Tudo está no link da bio.",
    ],
    keep: &[
        "Guarde para mais tarde.",
        "Envie a quem pode gostar de saber.",
        "@Envie aos seus colegas.",
        "Passe adiante.",
        "{Queremos} saber a sua opinião.",
        "Perguntas? Os comentários estão abertos.",
    ],
    pin: &["Guarde este pin para mais tarde.", "Toque para ver {label}.", "Guarde este pin e veja {label}."],
    vote: &["Responda com a sua letra.", "Deixe a sua letra nos comentários.", "Vote com uma letra nos comentários."],
};
