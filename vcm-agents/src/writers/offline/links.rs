//! Which link goes with a post: the one where the reader finds what the post is about. Next: [`super::ends`].

use vcm_core::brief::{Brief, GoalKind, Link};

use super::{draft::goal, material::Fact, sentences::single_spaced, voice::Voice};

/// The link of a post that leads with `lead`. Sign-up, sales and community goals have one aim, the first link; else the link
/// nearest to the page that the fact was taken from, and the first where none is on the same site.
pub(super) fn link_for<'a>(brief: &'a Brief, voice: &Voice, lead: Option<&Fact>) -> Option<&'a Link> {
    let first = brief.links.first()?;
    if matches!(goal(brief, voice), GoalKind::Signups | GoalKind::Sales | GoalKind::Community) {
        return Some(first);
    }
    let proofs = lead.into_iter().flat_map(|lead| &lead.sources);
    let source =
        proofs.filter_map(|id| brief.proof_points.iter().find(|proof| proof.id == *id)).map(|proof| &proof.source);
    let Some(source) = source.into_iter().next() else { return Some(first) };
    let mut best = (0, first);
    for link in &brief.links {
        let near = shared_path(&link.url, source);
        if near > best.0 {
            best = (near, link);
        }
    }
    Some(best.1)
}

/// The label of a link as it stands within a sentence.
pub(super) fn label(link: &Link) -> String {
    single_spaced(&link.label)
}

/// Whether one does there what the goal wants, by the label: "the sign-up page", "the shop". A price list is read.
pub(super) fn one_acts_there(goal: GoalKind, label: &str) -> bool {
    let words: &[&str] = match goal {
        GoalKind::Signups => &[
            "sign",
            "regist",
            "join",
            "account",
            "subscri",
            "newsletter",
            "enrol",
            "apply",
            "application",
            "inscri",
            "anmeld",
            "abonn",
            "suscri",
            "cuenta",
            "compte",
            "conta",
            "konto",
            "ticket",
            "billet",
            "entrada",
            "ingresso",
        ],
        GoalKind::Sales => &[
            "shop",
            "store",
            "order",
            "buy",
            "checkout",
            "ticket",
            "donat",
            "donor",
            "tienda",
            "pedido",
            "entrada",
            "boutique",
            "command",
            "billet",
            "loja",
            "encomend",
            "ingresso",
            "laden",
            "bestell",
            "kaufen",
            "spende",
            "doaç",
            "donación",
        ],
        GoalKind::Community => &[
            "join",
            "contribut",
            "volunteer",
            "particip",
            "meetup",
            "forum",
            "community",
            "mitmach",
            "freiwillig",
            "comunidad",
            "comunidade",
            "communaut",
            "bénévol",
            "voluntari",
            "sign",
        ],
        GoalKind::Traffic | GoalKind::Awareness | GoalKind::Engagement => &[],
    };
    let label = label.to_lowercase();
    words.iter().any(|word| label.contains(word))
}

/// Equal path segments from the host on; 0 for another host.
fn shared_path(a: &str, b: &str) -> usize {
    let parts = |url: &str| -> Vec<String> {
        let bare = url.trim().split_once("://").map_or(url, |(_, rest)| rest);
        let bare = bare.split(['?', '#']).next().unwrap_or(bare);
        bare.split('/').filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
    };
    parts(a).iter().zip(&parts(b)).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_page_shares_most_of_its_path() {
        let page = "https://doc.example.org/guide/2024/resolver.html";
        assert_eq!(shared_path("https://doc.example.org/guide/2024/index.html", page), 3);
        assert_eq!(shared_path("https://blog.example.org/guide/", page), 0);
        assert_eq!(shared_path("", page), 0);
    }
}
