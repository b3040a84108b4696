//! The files to start from, with comments in the interface's language and gaps for what is known.

use crate::lang::{Lang, fill};

/// `plan.toml`, to stand at `order` among the tabs.
pub(super) fn plan(lang: Lang, order: u32, today: &str) -> String {
    let text = lang.pick([
        include_str!("templates/plan.hant.toml"),
        include_str!("templates/plan.hans.toml"),
        include_str!("templates/plan.en.toml"),
    ]);
    fill(text, &[("order", &order.to_string()), ("today", today)])
}

/// A section file whose items rest on `source`.
pub(super) fn section(lang: Lang, source: &str, today: &str) -> String {
    let text = lang.pick([
        include_str!("templates/section.hant.toml"),
        include_str!("templates/section.hans.toml"),
        include_str!("templates/section.en.toml"),
    ]);
    fill(text, &[("source", source), ("today", today)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_differ_in_their_comments_only() {
        let plain = |text: &str| toml::from_str::<toml::Table>(text).unwrap();
        let [hant, rest @ ..] = Lang::ALL;
        for lang in rest {
            assert_eq!(plain(&plan(hant, 1, "2026")), plain(&plan(lang, 1, "2026")));
            assert_eq!(plain(&section(hant, "main", "2026")), plain(&section(lang, "main", "2026")));
        }
    }
}
