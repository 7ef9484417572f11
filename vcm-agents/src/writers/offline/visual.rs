//! Still visuals: which layout, which words, in the brand's colours. [`content`] chooses the words of a card, [`slides`] spreads a
//! story over a carousel, [`alt_text`] tells what is seen, [`words`] has the few words of its own. Next: [`super::storyboard`].

mod alt_text;
mod content;
mod slides;
mod words;

use vcm_core::{
    brief::{Brief, Factor},
    copy::Copy,
    hash::Seed,
    platform::Platform,
    ports::writer::VisualTask,
    visuals::{Asset, AssetContent, Card, Carousel, Motif, Palette, Photo, safe_area},
};

use self::{alt_text::Told, words::Words};
use super::{grammar, limits, material::Story, story_of, voice::Voice};

/// Families of shapes that the cards of one kit share: enough for variety, few enough to be one brand.
const MOTIFS_OF_A_KIT: usize = 3;

/// Designs the visual of a copy: a card, or a carousel where the platform has them and the story has parts.
pub(super) fn design(task: &VisualTask<'_>) -> Asset {
    let (brief, copy) = (task.spark.brief, task.copy);
    let voice = Voice::new(brief, task.spark.rejections);
    let story = story_of(brief, task.angle, &voice);
    let words = Words::of(&brief.locale);
    let (width_px, height_px) = limits::card_size(copy.platform, task.spark.now);
    let seed = task.spark.seed.stream(&format!("card/{}/{}", task.spark.round, copy.key)).next_u64();
    let plain = Card {
        width_px,
        height_px,
        safe_area: safe_area(copy.platform, width_px, height_px),
        kicker: Some(grammar::single_spaced(&brief.product.name)),
        footer: footer(brief),
        palette: palette(brief),
        watermark: brief.brand.watermark.clone(),
        logo: brief.brand.logo.clone(),
        motif: motif(task.spark.seed, seed),
        seed,
        ..Card::default()
    };
    let (key, alt_text, content) = match Told::of(brief, &story, copy) {
        Told::Slides(contents) => {
            let slides = slides::lay_out(&plain, contents, words, |index| photo(brief, copy, index));
            let alt_text = alt_text::of_carousel(&slides, words);
            (format!("carousel-{}", copy.key), alt_text, AssetContent::Carousel(Carousel { slides }))
        }
        Told::Card(content) => {
            let card = Card { photo: photo(brief, copy, 0).filter(|_| content.takes_a_photo()), ..content.on(plain) };
            (format!("card-{}", copy.key), alt_text::of_card(&card, words), AssetContent::Card(card))
        }
    };
    Asset { key, copy: copy.key.clone(), platform: copy.platform, alt_text, content }
}

/// The brand's colours.
pub(super) fn palette(brief: &Brief) -> Palette {
    Palette {
        primary: brief.brand.primary.clone(),
        accent: brief.brand.accent.clone(),
        paper: brief.brand.paper.clone(),
    }
}

/// What the visual of a copy will show.
pub(super) fn alt_text_of_copy(brief: &Brief, story: &Story, copy: &Copy) -> String {
    let words = Words::of(&brief.locale);
    let plain = Card { palette: palette(brief), ..Card::default() };
    match Told::of(brief, story, copy) {
        Told::Slides(contents) => {
            let slides = slides::lay_out(&plain, contents, words, |index| photo(brief, copy, index));
            alt_text::of_carousel(&slides, words)
        }
        Told::Card(content) => {
            let card = Card { photo: photo(brief, copy, 0).filter(|_| content.takes_a_photo()), ..content.on(plain) };
            alt_text::of_card(&card, words)
        }
    }
}

/// Whether posts there may have several pictures that are swiped through and read as one: LinkedIn's documents, Instagram's and
/// Threads' carousels.
fn has_carousels(platform: Platform) -> bool {
    matches!(platform, Platform::Linkedin | Platform::Instagram | Platform::Threads)
}

/// Whether the copy's variant asks for a card with nothing but its headline.
fn wants_headline_only(copy: &Copy) -> bool {
    copy.factors.get(&Factor::Visual).is_some_and(|level| level == "headline")
}

/// One of the kit's few families.
fn motif(kit: Seed, card: u64) -> Motif {
    let mut families = Motif::ALL;
    kit.stream("kit motifs").shuffle(&mut families);
    let few = families.get(..MOTIFS_OF_A_KIT).unwrap_or(&families);
    Seed(card).stream("card motif").pick(few).copied().unwrap_or_default()
}

/// The photo of a copy, if the brief has any: every second angle, in turn, the same on every platform.
fn photo(brief: &Brief, copy: &Copy, slide: usize) -> Option<Photo> {
    let photos = &brief.brand.photos;
    let angle: usize = copy.angle.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    let place = (angle / 2 + slide).checked_rem(photos.len())?;
    let given = photos.get(place).filter(|_| angle % 2 == 1 || photos.len() > 4)?;
    Some(Photo { file: given.file.clone(), focus: given.focus, alt_text: given.alt.clone() })
}

/// The main link without what nobody types.
fn footer(brief: &Brief) -> Option<String> {
    let url = &brief.links.first()?.url;
    let bare = url
        .trim()
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches('/');
    let host = bare.split(['/', '?', '#']).next().unwrap_or(bare);
    Some(if bare.chars().count() <= 40 { bare } else { host }.to_owned()).filter(|text| !text.is_empty())
}
