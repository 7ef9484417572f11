//! The pictures of a brief on their way: files beside it, kept without what is not pixels, in the cards of the kit.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use std::{fs, path::Path};

use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use vcm_agents::{
    Machine,
    inputs::load_brief,
    machine::{NewCampaign, Target},
};
use vcm_core::{
    ErrorKind,
    brief::{BrandPhoto, Brief, BriefFormat},
    hash::Seed,
    id::OrgId,
    org::Actor,
    testing::briefs,
    visuals::AssetContent,
};

/// A PNG with a comment of its own.
fn picture(side: u32) -> Vec<u8> {
    let pixels: Vec<u8> = (0..side * side).flat_map(|at| [(at % 251) as u8, (at / side % 251) as u8, 90]).collect();
    let mut png = Vec::new();
    PngEncoder::new(&mut png).write_image(&pixels, side, side, ExtendedColorType::Rgb8).unwrap();
    png
}

fn brief(logo: &str, photo: &str) -> Brief {
    let mut brief = briefs::runnable();
    brief.brand.logo = Some(logo.into());
    brief.brand.photos =
        vec![BrandPhoto { file: photo.into(), alt: "A pattern of stripes.".into(), focus: Some([0.2, 0.8]) }];
    brief
}

fn load(brief: &Brief, folder: &Path) -> vcm_core::Result<vcm_agents::inputs::LoadedBrief> {
    load_brief(&serde_json::to_string(brief).unwrap(), BriefFormat::Json, folder)
}

#[tokio::test]
async fn a_logo_and_a_photo_reach_the_cards() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("pictures")).unwrap();
    fs::write(folder.path().join("logo.png"), picture(64)).unwrap();
    fs::write(folder.path().join("pictures/room.png"), picture(640)).unwrap();
    let loaded = load(&brief("logo.png", "pictures/room.png"), folder.path()).unwrap();
    assert_eq!(loaded.pictures.len(), 2);

    let store = vcm_store::open("sqlite::memory:").await.unwrap();
    let desk = Machine::builder().store(store).build().unwrap().workspace(OrgId::LOCAL, Actor::LOCAL);
    let now = Some("2026-11-22T09:00:00Z".parse().unwrap());
    let new = NewCampaign { pictures: loaded.pictures, seed: Some(Seed(7)), now, ..loaded.brief.clone().into() };
    let campaign = desk.create_campaign(new).await.unwrap();
    assert_eq!(campaign.inputs.pictures.keys().collect::<Vec<_>>(), ["logo.png", "pictures/room.png"]);
    desk.run(campaign.id).finish().await.unwrap();
    let kit = desk.kit(campaign.id).await.unwrap();
    let cards: Vec<_> = kit.content.assets.iter().flat_map(vcm_core::visuals::Asset::cards).collect();
    assert!(cards.iter().all(|card| card.logo.as_deref() == Some("logo.png")));
    assert!(cards.iter().any(|card| card.photo.is_some()) && cards.iter().any(|card| card.photo.is_none()));
    let carousel = kit.content.assets.iter().find_map(|asset| match &asset.content {
        AssetContent::Carousel(carousel) => Some((asset, carousel)),
        _ => None,
    });
    let (asset, carousel) = carousel.expect("a how-to on LinkedIn is a carousel");
    assert!(carousel.slides.iter().all(|slide| slide.alt_text.starts_with("Slide ")));
    let target = folder.path().join("kit");
    desk.export(campaign.id, &Target::of(&target)).await.unwrap();
    for number in 1..=carousel.slides.len() {
        assert!(target.join(format!("assets/{}-{number:02}.png", asset.key)).is_file(), "slide {number}");
    }

    // A campaign is never made of a brief whose pictures are not at hand.
    let error = desk.create_campaign(loaded.brief).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(error.violations().len(), 2);
}

#[test]
fn what_is_no_picture_is_named_with_its_field() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("logo.png"), b"not a picture").unwrap();
    let error = load(&brief("logo.png", "missing.jpg"), folder.path()).unwrap_err();
    let fields: Vec<&str> = error.violations().iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["brand.logo", "brand.photos[0].file"], "{error}");
    for outside in ["../logo.png", "/etc/logo.png", "logo.svg", "C:\\logo.png"] {
        let error = load(&brief(outside, "room.png"), folder.path()).unwrap_err();
        assert_eq!(error.violations()[0].field, "brand.logo", "{outside}");
    }
}
