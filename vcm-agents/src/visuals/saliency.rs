//! Where a photo's subject is: an estimate from what stands out, for photos whose brief names no point.
//!
//! A pixel stands out by how far its colour is from its surroundings, near and far (centre and surround, after L. Itti, C. Koch and
//! E. Niebur, 1998), and by the detail around it; the middle counts a little more. It finds what differs from an even ground. It
//! knows nothing of faces or meaning: a photo with two strong subjects may need its `focus`. Next: [`super::crop`].

use image::{RgbImage, imageops};

/// Longer side of the small copy that is looked at, in pixels.
const SAMPLE_PX: u32 = 72;

/// A part of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The largest window with the shape of `width` × `height`, around `focus` (shares of the sides) or around what stands out.
pub(super) fn window(picture: &RgbImage, width: f32, height: f32, focus: Option<[f64; 2]>) -> Window {
    let (full_width, full_height) = picture.dimensions();
    let scale = (f64::from(full_width) / f64::from(width)).min(f64::from(full_height) / f64::from(height));
    let window_width = ((f64::from(width) * scale).round() as u32).clamp(1, full_width);
    let window_height = ((f64::from(height) * scale).round() as u32).clamp(1, full_height);
    let (free_x, free_y) = (full_width - window_width, full_height - window_height);
    let [x, y] = match focus {
        Some(focus) => focus,
        None if free_x == 0 && free_y == 0 => [0.5, 0.5],
        None => subject(
            picture,
            f64::from(window_width) / f64::from(full_width),
            f64::from(window_height) / f64::from(full_height),
        ),
    };
    // The point goes to the middle, as far as the picture reaches.
    let start = |share: f64, window: u32, full: u32, free: u32| {
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        ((share * f64::from(full) - f64::from(window) / 2.0).max(0.0).round() as u32).min(free)
    };
    Window {
        x: start(x, window_width, full_width, free_x),
        y: start(y, window_height, full_height, free_y),
        width: window_width,
        height: window_height,
    }
}

/// The middle of the window of the given shares that holds most of what stands out.
fn subject(picture: &RgbImage, window_width: f64, window_height: f64) -> [f64; 2] {
    let map = Map::of(picture);
    let best_start = |profile: &[f64], share: f64| -> f64 {
        let count = profile.len().max(1);
        let length = ((share * count as f64).round() as usize).clamp(1, count);
        let places = count - length;
        // What stands in the middle of the window counts more than what its edge would cut.
        let worth = |start: usize| {
            let inside = profile.iter().skip(start).take(length).enumerate();
            let sum: f64 = inside
                .map(|(index, value)| {
                    let off = (index as f64 + 0.5) / length as f64 * 2.0 - 1.0;
                    value * (1.0 - 0.45 * off * off)
                })
                .sum();
            sum
        };
        // Of places that are alike, the middle.
        let score = |start: usize| worth(start) - 1e-9 * (start as f64 - places as f64 / 2.0).abs();
        let best = (0..=places).max_by(|one, two| score(*one).total_cmp(&score(*two))).unwrap_or(places / 2);
        (best as f64 + length as f64 / 2.0) / count as f64
    };
    // The window has the full length of one side: the profile across it is all that is needed.
    if window_width < window_height {
        [best_start(&map.columns(), window_width), 0.5]
    } else {
        [0.5, best_start(&map.rows(), window_height)]
    }
}

/// How much each pixel of the small copy stands out.
struct Map {
    width: usize,
    height: usize,
    values: Vec<f64>,
}

impl Map {
    fn of(picture: &RgbImage) -> Self {
        let (full_width, full_height) = picture.dimensions();
        let longer = full_width.max(full_height);
        let side = |full: u32| (u64::from(full) * u64::from(SAMPLE_PX) / u64::from(longer)).max(4) as u32;
        let small = imageops::thumbnail(picture, side(full_width), side(full_height));
        let (near, far) = (imageops::blur(&small, 3.0), imageops::blur(&small, 12.0));
        let fine = imageops::blur(&small, 0.8);
        let (width, height) = small.dimensions();
        let distance = |one: &image::Rgb<u8>, two: &image::Rgb<u8>| -> f64 {
            one.0.iter().zip(two.0).map(|(one, two)| f64::from(one.abs_diff(two)).powi(2)).sum::<f64>().sqrt()
        };
        let mut values = Vec::with_capacity((width * height) as usize);
        for (x, y, pixel) in fine.enumerate_pixels() {
            let surround =
                distance(pixel, near.get_pixel(x, y)) + 1.5 * distance(near.get_pixel(x, y), far.get_pixel(x, y));
            let detail: f64 = [(x + 1, y), (x, y + 1)]
                .into_iter()
                .filter_map(|(x, y)| small.get_pixel_checked(x, y))
                .map(|next| distance(small.get_pixel(x, y), next))
                .sum();
            let off = |place: u32, full: u32| (f64::from(place) + 0.5) / f64::from(full) * 2.0 - 1.0;
            let middle = 1.0 - 0.25 * (off(x, width).powi(2) + off(y, height).powi(2)) / 2.0;
            values.push((surround + 0.5 * detail) * middle);
        }
        Self { width: width as usize, height: height as usize, values }
    }

    fn columns(&self) -> Vec<f64> {
        (0..self.width).map(|x| self.values.iter().skip(x).step_by(self.width).sum()).collect()
    }

    fn rows(&self) -> Vec<f64> {
        self.values.chunks(self.width.max(1)).take(self.height).map(|row| row.iter().sum()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A soft sky with a red disc at `left` of 900.
    fn scene(left: f64, tall: bool) -> RgbImage {
        let (width, height) = if tall { (300, 900) } else { (900, 300) };
        RgbImage::from_fn(width, height, |x, y| {
            let (along, across) = if tall { (f64::from(y), f64::from(x)) } else { (f64::from(x), f64::from(y)) };
            let inside = (along - left).hypot(across - 150.0) < 70.0;
            let sky = (along / 900.0 * 60.0) as u8;
            image::Rgb(if inside { [200, 60, 40] } else { [120 + sky, 150 + sky, 200] })
        })
    }

    #[test]
    fn the_subject_is_inside_and_the_focus_wins() {
        for tall in [false, true] {
            for left in [80.0, 300.0, 450.0, 700.0, 820.0] {
                let found = window(&scene(left, tall), 400.0, 400.0, None);
                let start = f64::from(if tall { found.y } else { found.x });
                assert!(
                    start <= left - 69.0_f64.min(left) && start + 300.0 >= (left + 69.0).min(900.0),
                    "{left} {found:?}"
                );
            }
        }
        let near_end = window(&scene(80.0, false), 400.0, 400.0, Some([0.9, 0.5]));
        assert_eq!(near_end, Window { x: 600, y: 0, width: 300, height: 300 });
        let anywhere = window(&scene(80.0, false), 400.0, 400.0, Some([f64::NAN, 7.0]));
        assert_eq!(anywhere.x, 300);
    }

    #[test]
    fn an_even_picture_is_cut_in_the_middle() {
        let found = window(&RgbImage::from_pixel(900, 300, image::Rgb([9, 9, 9])), 1.0, 1.0, None);
        assert!(found.x.abs_diff(300) <= 60, "{found:?}");
    }
}
