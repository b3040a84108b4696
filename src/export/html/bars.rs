//! What is drawn to scale beside its words: the bars of a series, the gauge of declared against listed. Lengths are
//! per cent of the drawing, so that it fits any width; the words say everything, so readers of screens skip it.

use super::item::point;
use super::markup::Markup;
use super::page::Page;
use crate::export::words::Total;
use crate::plan::{ItemRef, Number, NumberKind};

/// The numbers of a series as bars from zero, on one scale. A range shows its lower end full and the rest lighter; what
/// is no result is drawn in outline.
///
/// A section that has several numbers of the series draws it once, at the first.
pub(super) fn series(page: &Page<'_>, points: &[(ItemRef, &Number)], at: ItemRef, out: &mut Markup) {
    let here = |other: ItemRef| (other.plan, other.section) == (at.plan, at.section);
    let first = points.iter().map(|(point, _)| *point).filter(|point| here(*point)).min();
    if first.is_some_and(|first| first != at) && !page.view.is_alone(at) {
        return;
    }
    let most = points.iter().map(|(_, number)| number.figure.high().to_f64()).fold(0.0, f64::max);
    out.block("figure", &[("class", "series")], |out| {
        page.ours(out, "figcaption", "", page.lang().ui().series);
        out.block("ol", &[], |out| {
            for (item, number) in points {
                let class = if here(*item) { "here" } else { "there" };
                out.within("li", &[("class", class)], |out| {
                    out.within("span", &[("class", "at")], |out| point(page, *item, number, out));
                    bar(number, most, out);
                    out.leaf("span", &[("class", "value")], number.figure.written());
                });
            }
        });
    });
}

fn bar(number: &Number, most: f64, out: &mut Markup) {
    let class = if number.kind == NumberKind::Actual { "bar actual" } else { "bar intended" };
    drawing(class, out, |out| {
        rect("high", share(number.figure.high().to_f64(), most), out);
        rect("low", share(number.figure.low().to_f64(), most), out);
    });
}

/// How much of what is declared is listed.
pub(super) fn gauge(total: &Total, out: &mut Markup) {
    drawing("gauge", out, |out| {
        rect("all", 100.0, out);
        let listed = f64::from(u32::try_from(total.listed).unwrap_or(u32::MAX));
        rect("low", share(listed, f64::from(total.declared)), out);
    });
}

/// A drawing without words that screen readers pass over.
pub(super) fn drawing(class: &str, out: &mut Markup, inside: impl FnOnce(&mut Markup)) {
    let attributes = [
        ("class", class),
        ("width", "100%"),
        ("height", "100%"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    out.within("svg", &attributes, inside);
}

fn rect(class: &str, width: f64, out: &mut Markup) {
    out.void("rect", &[("class", class), ("width", &percent(width)), ("height", "100%"), ("rx", "2")]);
}

/// `value` in hundredths of `most`; a value above zero never vanishes.
fn share(value: f64, most: f64) -> f64 {
    if value <= 0.0 || most <= 0.0 { 0.0 } else { (value / most * 100.0).clamp(0.4, 100.0) }
}

/// `12.34%`.
pub(super) fn percent(share: f64) -> String {
    // From 0 to 100.
    #[allow(clippy::cast_sign_loss)]
    let hundredths = (share * 100.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn bars_are_to_scale_and_never_vanish() {
        for (value, most, wanted) in [(48.0, 96.0, 50.0), (1.0, 1e9, 0.4), (0.0, 96.0, 0.0), (5.0, 0.0, 0.0)]
        {
            assert!((share(value, most) - wanted).abs() < 1e-9, "{value} of {most}");
        }
    }
}
