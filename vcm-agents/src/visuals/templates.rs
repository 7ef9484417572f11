//! The body of a card: one stack of blocks a template, in shares of the frame's unit. Next: [`super::carousel`].

use vcm_core::visuals::{Card, CardTemplate};

use super::{
    canvas::{Area, Canvas},
    colour::Scheme,
    fonts::Weight,
    frame::Frame,
    stack::{Mark, Part, Stack},
};

/// Draws the body of a card into `area`.
pub(super) fn draw(canvas: &mut Canvas, card: &Card, scheme: &Scheme, frame: &Frame, area: Area) {
    match card.template {
        CardTemplate::Comparison if card.lines.len() >= 2 => comparison(canvas, card, scheme, frame, area),
        CardTemplate::List | CardTemplate::Steps | CardTemplate::Timeline => {
            // What fills its room from the top reads as a page, not as a slogan.
            rows(card, frame).draw_at(canvas, scheme, area, frame.least, 0.4);
        }
        _ => poster(card, frame).draw_at(canvas, scheme, area, frame.least, frame.anchor),
    }
}

/// Short sentences are set larger: a card with four words at the size of forty looks empty.
fn loudness(card: &Card) -> f32 {
    let louder: f32 = match card.headline.chars().count() {
        0..=14 => 1.55,
        15..=24 => 1.38,
        25..=38 => 1.22,
        39..=52 => 1.10,
        53..=90 => 1.0,
        _ => 0.86,
    };
    // In a narrow card larger type only makes more lines.
    if card.height_px > card.width_px { 1.0 + (louder - 1.0) * 0.65 } else { louder }
}

/// A figure as its number and the unit after it. A short unit, such as `%` or `×`, stays with its number.
fn number_and_unit(figure: &str) -> (&str, Option<&str>) {
    match figure.trim().split_once(char::is_whitespace) {
        Some((number, unit)) if number.chars().any(char::is_numeric) && unit.trim().chars().count() > 2 => {
            (number, Some(unit.trim()))
        }
        _ => (figure.trim(), None),
    }
}

/// Who said it, and what they are: "Ada Lovelace, mathematician" is a name and a role.
fn name_and_role(attribution: &str) -> (&str, Option<&str>) {
    match attribution.split_once([',', '،', '、', '，']) {
        Some((name, role)) if !role.trim().is_empty() => (name.trim(), Some(role.trim())),
        _ => (attribution.trim(), None),
    }
}

/// A card with one thing to say.
fn poster(card: &Card, frame: &Frame) -> Stack {
    let unit = frame.unit;
    let wide = card.width_px > card.height_px;
    let most = if wide { 4 } else { 5 };
    let headline = |weight: Weight, size: f32| {
        Part::new(&card.headline, weight, unit * size).with_strong(card.emphasis.as_deref()).in_lines(most)
    };
    let quiet = |size: f32, gap: f32| {
        card.lines.iter().enumerate().map(move |(index, line)| {
            let gap = if index == 0 { gap } else { gap * 0.5 };
            Part::new(line, Weight::Regular, unit * size).quiet().after(unit * gap)
        })
    };
    let mut stack = Stack::new();
    match card.template {
        CardTemplate::Quote => {
            stack.push(Part::quotation(unit * 0.20));
            stack.push(headline(Weight::SemiBold, 0.086 * loudness(card)).after(unit * 0.022));
            for (index, line) in card.lines.iter().enumerate() {
                let (name, role) = if index == 0 { name_and_role(line) } else { (line.as_str(), None) };
                let name = Part::new(name, Weight::SemiBold, unit * 0.036);
                stack.push(if index == 0 { name.marked(Mark::Rule).after(unit * 0.045) } else { name.quiet() });
                if let Some(role) = role {
                    stack.push(Part::new(role, Weight::Regular, unit * 0.031).quiet().after(unit * 0.004));
                }
            }
        }
        CardTemplate::Statistic => {
            if let Some(figure) = &card.figure {
                let (number, unit_name) = number_and_unit(figure);
                stack.push(Part::new(number, Weight::ExtraBold, unit * 0.36).figure().whole());
                if let Some(name) = unit_name {
                    stack.push(Part::new(name, Weight::ExtraBold, unit * 0.115).figure().whole().after(unit * -0.040));
                }
            }
            stack.push(headline(Weight::SemiBold, 0.062).after(unit * 0.020));
            stack.extend(quiet(0.038, 0.022));
        }
        CardTemplate::Question => {
            stack.push(headline(Weight::ExtraBold, 0.106 * loudness(card)));
            stack.extend(card.lines.iter().enumerate().map(|(index, line)| {
                let gap = if index == 0 { 0.05 } else { 0.02 };
                Part::new(line, Weight::Regular, unit * 0.040).marked(Mark::Chip).after(unit * gap)
            }));
        }
        CardTemplate::Announcement => {
            if let Some(label) = card.labels.first() {
                stack.push(Part::new(label, Weight::SemiBold, unit * 0.034).marked(Mark::Pill));
            }
            stack.push(headline(Weight::ExtraBold, 0.106 * loudness(card)).after(unit * 0.040));
            stack.extend(quiet(0.042, 0.036));
        }
        CardTemplate::Step => {
            if let Some(figure) = &card.figure {
                stack.push(Part::new(figure, Weight::ExtraBold, unit * 0.24).figure().whole());
            }
            if let Some(label) = card.labels.first() {
                stack.push(Part::new(label, Weight::SemiBold, unit * 0.040).accented().after(unit * 0.012));
            }
            let size = match card.headline.chars().count() {
                0..=40 => 0.092,
                41..=80 => 0.076,
                _ => 0.062,
            };
            stack.push(headline(Weight::SemiBold, size).after(unit * 0.022));
            stack.extend(quiet(0.042, 0.030));
        }
        CardTemplate::Cover => {
            stack.push(headline(Weight::ExtraBold, 0.112 * loudness(card)));
            stack.extend(quiet(0.044, 0.034));
        }
        CardTemplate::Closing => {
            stack.push(headline(Weight::ExtraBold, 0.098 * loudness(card)));
            stack.extend(quiet(0.042, 0.034));
            if let Some(link) = card.footer.as_deref().filter(|_| card.page.is_some()) {
                stack.push(Part::new(link, Weight::SemiBold, unit * 0.038).marked(Mark::Pill).after(unit * 0.056));
            }
        }
        _ => {
            let alone = if frame.type_only { 1.3 } else { 1.0 };
            stack.push(headline(Weight::ExtraBold, 0.112 * loudness(card) * alone));
            stack.extend(quiet(0.042, 0.040));
        }
    }
    stack
}

/// A headline and rows under it.
fn rows(card: &Card, frame: &Frame) -> Stack {
    let unit = frame.unit;
    let few = card.lines.len() <= 3;
    let size = unit * if few { 0.052 } else { 0.047 };
    let mut stack = Stack::new().spread(unit * 0.036);
    stack.push(
        Part::new(&card.headline, Weight::ExtraBold, unit * 0.076).with_strong(card.emphasis.as_deref()).in_lines(3),
    );
    if card.template == CardTemplate::Timeline {
        stack = stack.joined();
        for (index, line) in card.lines.iter().enumerate() {
            let gap = if index == 0 { 0.050 } else { 0.026 };
            if let Some(label) = card.labels.get(index) {
                let label = Part::new(label, Weight::ExtraBold, size * 0.86).marked(Mark::Dot).accented();
                stack.push(label.after(unit * gap));
                stack.push(Part::new(line, Weight::Regular, size).marked(Mark::Indent).after(unit * 0.004).close());
            } else {
                stack.push(Part::new(line, Weight::Regular, size).marked(Mark::Dot).after(unit * gap));
            }
        }
        return stack;
    }
    let steps = card.template == CardTemplate::Steps;
    if steps {
        stack = stack.joined();
    }
    for (index, line) in card.lines.iter().enumerate() {
        let mark = if steps { Mark::Number(index as u32 + 1) } else { Mark::Bullet };
        let gap = if index == 0 { 0.050 } else { 0.028 };
        stack.push(Part::new(line, Weight::Regular, size).marked(mark).after(unit * gap));
    }
    stack
}

/// A headline over two panels, beside each other or, where there is more height, below each other.
fn comparison(canvas: &mut Canvas, card: &Card, scheme: &Scheme, frame: &Frame, body: Area) {
    let unit = frame.unit;
    let mut head = Stack::new();
    head.push(
        Part::new(&card.headline, Weight::ExtraBold, unit * 0.074).with_strong(card.emphasis.as_deref()).in_lines(3),
    );
    let gap = unit * 0.024;
    let stacked = body.height > body.width * 0.8;
    let used = head.draw_at_top(canvas, scheme, Area { height: body.height * 0.36, ..body }, frame.least);
    let top = body.y + used + if used > 0.0 { gap * 1.5 } else { 0.0 };
    let rest = Area { y: top, height: (body.bottom() - top).max(1.0), ..body };
    let (width, height) =
        if stacked { (rest.width, (rest.height - gap) / 2.0) } else { ((rest.width - gap) / 2.0, rest.height) };
    let middle = card.lines.len().div_ceil(2);
    let (first, second) = card.lines.split_at_checked(middle).unwrap_or_default();
    let side = |index: usize, lines: &[String]| {
        let mut stack = Stack::new();
        if let Some(label) = card.labels.get(index) {
            stack.push(Part::new(label, Weight::ExtraBold, unit * 0.034).accented());
        }
        stack.extend(lines.iter().map(|line| Part::new(line, Weight::SemiBold, unit * 0.056).after(unit * 0.018)));
        stack
    };
    let sides = [side(0, first), side(1, second)];
    let inner = Area { width, height, ..rest }.inset(unit * 0.036);
    // One size for both, that of the longer text.
    let scale = sides.iter().map(|stack| stack.scale_for(inner, frame.least)).fold(1.0, f32::min);
    for (index, stack) in sides.iter().enumerate() {
        // What comes first stands where reading starts.
        let place = if frame.right_to_left && !stacked { 1 - index } else { index } as f32;
        let panel = if stacked {
            Area { y: rest.y + place * (height + gap), width, height, ..rest }
        } else {
            Area { x: rest.x + place * (width + gap), width, height, ..rest }
        };
        let colours = if index == 0 { scheme.panel_scheme() } else { scheme.mark_scheme() };
        canvas.panel(panel, unit * 0.026, colours.ground);
        stack.draw_scaled(canvas, &colours, panel.inset(unit * 0.036), frame.least, 0.5, scale);
    }
}
