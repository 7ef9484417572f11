//! Storyboards: the contact sheet, and its shots as a table. Next: [`super::looks`].

use serde::Serialize;
use vcm_core::{
    kit::Kit,
    visuals::{AssetContent, Storyboard},
};

/// One storyboard.
#[derive(Debug, Serialize)]
pub(super) struct StoryboardView<'a> {
    key: &'a str,
    copy: &'a str,
    platform: &'static str,
    title: &'a str,
    seconds: String,
    music_mood: &'a str,
    b_roll: &'a [String],
    /// Index into the pictures.
    picture: usize,
    shots: Vec<ShotView<'a>>,
}

#[derive(Debug, Serialize)]
struct ShotView<'a> {
    start: String,
    seconds: String,
    framing: &'a str,
    action: &'a str,
    on_screen_text: &'a str,
    voice_over: &'a str,
}

/// Every storyboard, in the order of the assets, at most `most`.
pub(super) fn storyboards(kit: &Kit, most: usize) -> Vec<StoryboardView<'_>> {
    let assets = kit.content.assets.iter().enumerate();
    assets
        .filter_map(|(picture, asset)| match &asset.content {
            AssetContent::Storyboard(storyboard) => {
                Some(view(&asset.key, &asset.copy, asset.platform.label(), storyboard, picture))
            }
            AssetContent::Card(_) | AssetContent::Carousel(_) => None,
        })
        .take(most)
        .collect()
}

fn view<'a>(
    key: &'a str,
    copy: &'a str,
    platform: &'static str,
    storyboard: &'a Storyboard,
    picture: usize,
) -> StoryboardView<'a> {
    StoryboardView {
        key,
        copy,
        platform,
        title: &storyboard.title,
        seconds: seconds(storyboard.duration_ms),
        music_mood: &storyboard.music_mood,
        b_roll: &storyboard.b_roll,
        picture,
        shots: storyboard
            .shots
            .iter()
            .map(|shot| ShotView {
                start: clock(shot.start_ms),
                seconds: seconds(shot.duration_ms),
                framing: &shot.framing,
                action: &shot.action,
                on_screen_text: &shot.on_screen_text,
                voice_over: &shot.voice_over,
            })
            .collect(),
    }
}

/// `7.9 s`.
fn seconds(ms: u32) -> String {
    let tenths = (u64::from(ms) + 50) / 100;
    if tenths.is_multiple_of(10) { format!("{} s", tenths / 10) } else { format!("{}.{} s", tenths / 10, tenths % 10) }
}

/// `0:10.9`.
fn clock(ms: u32) -> String {
    let tenths = (u64::from(ms) + 50) / 100;
    let whole = format!("{}:{:02}", tenths / 600, tenths / 10 % 60);
    if tenths.is_multiple_of(10) { whole } else { format!("{whole}.{}", tenths % 10) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_like_a_players() {
        assert_eq!((seconds(3000).as_str(), seconds(7866).as_str()), ("3 s", "7.9 s"));
        assert_eq!((clock(0).as_str(), clock(10_866).as_str(), clock(59_970).as_str()), ("0:00", "0:10.9", "1:00"));
    }
}
