//! Emoji, by archetype and policy. Next: [`super::draft`].

use vcm_core::{angles::Archetype, hash::SeededRandom, platform::Platform};

use super::{forms::Pieces, limits, voice::Voice};

/// The emoji of one post.
#[derive(Debug, Clone, Default)]
pub(super) struct Emoji {
    hook: Option<&'static str>,
    items: Option<&'static str>,
    call: Option<&'static str>,
}

/// Chooses emoji within the policy: at most one in a sparing voice, and not in every post.
pub(super) fn choose(
    archetype: Archetype,
    platform: Platform,
    voice: &Voice,
    thread: bool,
    random: &mut SeededRandom,
) -> Emoji {
    let cap = limits::emoji_cap(platform, voice.emoji);
    let (one, two, three) = (random.below(10), random.below(10), random.below(4));
    let hook = set(archetype).get(three % set(archetype).len().max(1)).copied();
    if cap == 0 {
        return Emoji::default();
    }
    if cap == 1 {
        // Measured voices do without in most posts.
        let most = if voice.casual { 6 } else { 3 };
        return Emoji { hook: hook.filter(|_| one < most), ..Emoji::default() };
    }
    Emoji {
        hook: hook.filter(|_| one < 9),
        items: (!thread && one % 2 == 0).then_some("✅"),
        call: (two < 6).then_some("👉"),
    }
}

impl Emoji {
    /// Puts them on the pieces: behind a hook that is a whole sentence, before one that leads in.
    pub(super) fn put_on(&self, pieces: &mut Pieces) {
        if let Some(emoji) = self.hook {
            if pieces.hook.text.ends_with(':') { &mut pieces.hook.marker } else { &mut pieces.hook.tail }
                .push_str(emoji);
        }
        let items = pieces
            .body
            .iter()
            .filter(|beat| beat.item && beat.line.marker.chars().all(|c| !c.is_alphanumeric()))
            .count();
        // One mark for a list counts once only when the list has one entry: otherwise it would break the policy's count.
        if items == 1
            && let Some(emoji) = self.items
            && let Some(beat) = pieces.body.iter_mut().find(|beat| beat.item)
        {
            emoji.clone_into(&mut beat.line.marker);
        }
        if let (Some(emoji), Some(call)) = (self.call, pieces.call.as_mut()) {
            emoji.clone_into(&mut call.marker);
        }
    }
}

/// Emoji that say what follows and nothing more; none where any would be decoration.
fn set(archetype: Archetype) -> &'static [&'static str] {
    match archetype {
        Archetype::HowTo
        | Archetype::List
        | Archetype::Numbers
        | Archetype::Checklist
        | Archetype::Poll
        | Archetype::Fit
        | Archetype::Faq
        | Archetype::Story => &["👇"],
        Archetype::Myth | Archetype::Contrarian => &["🤔", "🙅"],
        Archetype::Question | Archetype::Objection => &["💬", "🤔"],
        Archetype::Quote => &["💬"],
        Archetype::Seasonal => &["📅", "🗓️"],
        _ => &[],
    }
}
