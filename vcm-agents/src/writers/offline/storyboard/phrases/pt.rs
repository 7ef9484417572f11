//! Portuguese, as in Brazil and readable in Portugal.

use vcm_core::visuals::ShotKind as K;

use super::{Calls, Footage, Framings, Hooks, Labels, Moods, Phrases, Scene, Scenes, Units};

const fn scene(kind: K, action: &'static str) -> Scene {
    Scene { kind, action }
}

/// Portuguese. 150 words a minute: a calm narrator.
pub(super) const PORTUGUESE: Phrases = Phrases {
    words_per_minute: 150,
    framings: Framings {
        close_up: "Primeiro plano, para a câmera",
        medium: "Plano médio, para a câmera",
        wide: "Plano aberto",
        over_shoulder: "Por cima do ombro",
        hands: "Close nas mãos",
        detail: "Close em um objeto",
        top_down: "Mesa vista de cima",
        screen: "Gravação de tela",
        graphic: "Texto em tela cheia",
        establishing: "Imagem de apoio, movimento lento",
    },
    hooks: Hooks {
        myth: &["Mito ou verdade? Você decide.", "Você também acreditava nisso?", "Será que é verdade?"],
        figure: &["{figure}. Sabe o que é?", "Um número: {figure}.", "Guarde isto: {figure}."],
        objection: &["{doubt}", "Boa pergunta, resposta direta."],
        how_to: &["{product}: veja como começar.", "Veja como fazer, passo a passo."],
        story: &["{product}: como tudo começou?", "Tudo começa aqui: {when}.", "Como tudo começou?"],
        change: &["{Topic}: antes e agora.", "Antes e agora.", "Veja o que mudou."],
        comparison: &["{Topic}: veja a diferença.", "Duas coisas, uma comparação.", "Percebe a diferença?"],
        quote: &["Nas palavras de {speaker}.", "Uma frase, tal e qual."],
        problem: &["Isso parece familiar?"],
        offer: &["{product}: anote isto.", "Anote isto."],
        any: &[
            "{Topic}: o que você sabe?",
            "{Topic}, em poucas palavras.",
            "{product}: já conhece?",
            "Em poucas palavras: {topic}.",
        ],
        last: "Isto vale a pena guardar.",
    },
    calls: Calls {
        link: &["Continue aqui: {label}.", "Para saber mais: {label}.", "Siga o link para saber mais."],
        profile_link: &["Link na bio: {label}.", "Mais no link da bio.", "O link está na bio."],
        plain: &["Salve para ver depois.", "Mande para alguém.", "O que você acrescentaria?"],
    },
    labels: Labels {
        myth: "Mito",
        fact: "Fato",
        before: "Antes",
        after: "Agora",
        question: "Pergunta",
        answer: "Resposta",
        offer: "A oferta",
        step: "Passo {number} de {count}",
    },
    scenes: Scenes {
        hook: &[
            scene(
                K::CloseUp,
                "A pessoa se vira para a câmera no meio do movimento e já fala; o texto está lá desde o primeiro quadro.",
            ),
            scene(
                K::CloseUp,
                "A pessoa se inclina para dentro do quadro, bem perto; o texto está lá desde o primeiro quadro.",
            ),
            scene(K::CloseUp, "Alguém pega o celular da mesa: a imagem sobe até o rosto, que já começa a falar."),
        ],
        belief: &[
            scene(K::TopDown, "Uma mão escreve a frase em uma folha e põe um ponto de interrogação."),
            scene(K::Medium, "A pessoa lê a frase em um cartão, mostra à câmera e levanta uma sobrancelha."),
        ],
        truth: &[
            scene(K::TopDown, "Uma caneta risca a frase de uma vez e escreve ao lado “{figure}”."),
            scene(K::Medium, "A pessoa rasga o cartão ao meio e responde para a câmera."),
            scene(K::CloseUp, "A pessoa faz que não com a cabeça, guarda o cartão e fala para a câmera."),
        ],
        question: &[
            scene(K::OverShoulder, "A pergunta aparece como comentário em um celular; a pessoa lê em voz alta."),
            scene(K::Medium, "Alguém pergunta fora de quadro; a pessoa ouve e acena com a cabeça."),
        ],
        answer: &[
            scene(K::Medium, "A pessoa abaixa o celular e responde para a câmera."),
            scene(K::CloseUp, "A pessoa responde para a câmera, sem cortes, com calma."),
        ],
        before: &[
            scene(K::TopDown, "Uma mão põe na mesa o primeiro de dois cartões: “{before}”."),
            scene(K::Medium, "A pessoa está na borda esquerda; a metade direita fica vazia."),
        ],
        after: &[
            scene(K::TopDown, "O segundo cartão fica ao lado; a câmera desliza até ele."),
            scene(K::Medium, "Corte seco: a pessoa está agora na borda direita."),
        ],
        quotation: &[
            scene(K::Graphic, "As palavras aparecem linha por linha enquanto são lidas; o nome vem por último."),
            scene(K::OverShoulder, "Alguém lê a frase em uma página; um dedo acompanha a linha."),
        ],
        offer: &[
            scene(K::Medium, "A pessoa segura um cartão com a oferta ao lado do rosto."),
            scene(K::Hands, "Uma mão vira um cartão; a oferta está no verso."),
        ],
        screen_step: &[
            scene(K::Screen, "O passo em tempo real; zoom na linha ou no botão em questão."),
            scene(K::OverShoulder, "Por cima do ombro, para a tela, enquanto o passo é feito."),
            scene(K::Hands, "Dedos no teclado; o resultado aparece atrás, na tela."),
        ],
        hand_step: &[
            scene(K::Hands, "Mãos fazem o passo em uma só tomada, sem cortes."),
            scene(K::TopDown, "O passo visto de cima; tudo o que é preciso espera na borda."),
            scene(K::OverShoulder, "Por cima do ombro enquanto o passo é feito."),
        ],
        event: &[
            scene(K::TopDown, "Um dedo percorre uma linha do tempo no papel e para em “{when}”."),
            scene(K::Establishing, "Uma imagem da época, aproximação lenta; na borda, “{when}”."),
        ],
        fact: &[
            scene(K::Detail, "Uma imagem impressa do tema enche o quadro; aproximação lenta."),
            scene(K::Screen, "A página de {host} rola e para na linha que a voz lê."),
            scene(K::Medium, "A pessoa fala para a câmera e mostra uma imagem impressa do tema."),
            scene(K::CloseUp, "A pessoa fala para a câmera; uma mão vai contando."),
            scene(K::OverShoulder, "Por cima do ombro, a página de {host}; um dedo aponta a linha."),
            scene(K::Medium, "A pessoa fala para a câmera e dá um passo à frente."),
        ],
        second_half: &[
            scene(K::CloseUp, "Corte seco, mais perto: a pessoa termina a frase para a câmera."),
            scene(K::OverShoulder, "Corte por cima do ombro para a fonte em um laptop, com o trecho destacado."),
            scene(K::Medium, "Corte seco, mais aberto: a pessoa termina a frase e mostra com as mãos."),
        ],
        length: &[scene(K::Wide, "Duas pessoas esticam no chão uma trena até {figure} e ficam nas pontas.")],
        distance: &[scene(
            K::TopDown,
            "Dois objetos nas pontas de uma mesa, ligados por um barbante; um dedo o percorre.",
        )],
        weight: &[scene(K::Hands, "Mãos levantam uma sacola da balança, que marca {figure}.")],
        temperature: &[scene(K::Detail, "Um termômetro enche o quadro; ao lado, “{figure}”.")],
        hours: &[scene(K::Detail, "Um relógio em câmera rápida; a luz da sala muda.")],
        years: &[scene(K::Hands, "Mãos folheiam uma pilha de calendários, cada vez mais depressa.")],
        money: &[scene(K::TopDown, "Moedas e notas vão para a mesa até somar {figure}.")],
        share: &[scene(K::TopDown, "Cem feijões na mesa; uma mão separa uma parte: {figure}.")],
        few: &[scene(K::Hands, "Notas adesivas cobrem uma parede em câmera rápida, até completar a conta: {figure}.")],
        many: &[scene(K::Detail, "Grãos de arroz caem em uma tigela de vidro; acima, “{figure}”.")],
        date: &[scene(K::Hands, "Uma mão circula um dia em um calendário de parede: {figure}.")],
        figure: &[
            scene(K::Graphic, "“{figure}” em um fundo liso, cresce um pouco até o corte."),
            scene(K::TopDown, "Uma caneta escreve “{figure}” bem grande em uma folha."),
            scene(K::Medium, "A pessoa fala e mostra um cartão com “{figure}”."),
        ],
        pause: &[scene(K::Establishing, "Sem palavras, a música sobe. {footage}")],
        call: &[
            scene(K::Medium, "A pessoa aponta para o texto e mantém o olhar até o fim."),
            scene(K::Hands, "Um celular entra no quadro e mostra: {label}; o polegar abre a página."),
            scene(K::Screen, "A página do link abre em um celular; o texto fica até o fim."),
        ],
    },
    moods: Moods {
        warm: "Calorosa e sem pressa: piano ou violão suave, cerca de 80 bpm",
        steady: "Leve e constante: batida abafada, cerca de 100 bpm, um acento a cada passo",
        curious: "Curiosa: percussão esparsa, cerca de 95 bpm, uma pausa antes da resposta",
        bright: "Alegre e divertida: cordas dedilhadas, cerca de 115 bpm",
        calm: "Calma e segura: sintetizador grave, cerca de 95 bpm",
    },
    footage: Footage {
        topic_at: "Imagens de {host} (conferir a licença): {topic}",
        host: "Imagens de {host} (conferir a licença)",
        topic: "Uma imagem impressa, a duas distâncias: {topic}",
        event: "Uma imagem ou página de jornal da época: {when}",
        page: "A página do link, rolando devagar em um celular: {label}",
        hands: "Mãos, papel e caneta na mesa, de perto",
        step: "O passo {number} mais uma vez, de outro ângulo",
    },
    units: Units {
        length: &["m", "cm", "mm", "metro", "metros", "centímetro", "centímetros", "milímetros"],
        distance: &["km", "quilômetro", "quilômetros", "quilómetros", "milhas", "anos-luz"],
        weight: &["kg", "g", "quilo", "quilos", "quilogramas", "gramas"],
        temperature: &["°c", "°f", "k", "grau", "graus", "celsius", "kelvin"],
        hours: &["segundo", "segundos", "minuto", "minutos", "hora", "horas", "h", "dia", "dias", "noite", "noites"],
        years: &["semana", "semanas", "mês", "meses", "ano", "anos", "década", "décadas", "século", "séculos"],
        money: &["r$", "€", "$", "£", "real", "reais", "euro", "euros", "dólares", "centavos", "brl", "eur", "usd"],
        share: &["%"],
        months: &[
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        large: &["mil", "milhão", "milhões", "bilhão", "bilhões"],
        screen: &[
            "clique",
            "toque",
            "site",
            "internet",
            "app",
            "aplicativo",
            "navegador",
            "conta",
            "baixe",
            "instale",
            "código",
            "arquivo",
            "página",
            "tela",
        ],
    },
};
