//! Phrases of the screen made of several texts. Those that paper needs as well come from `export`.

use chrono::NaiveDate;

use crate::config::Theme;
pub use crate::export::words::{
    Total, bracketed, colon, distance, number_kind, number_meta, pointer, preferred, source_line, term_kind,
};
use crate::lang::Lang;
use crate::plan::{Date, Event, Item};

/// The name of a theme.
pub fn theme(theme: Theme, lang: Lang) -> &'static str {
    let t = lang.ui();
    match theme {
        Theme::Dark => t.theme_dark,
        Theme::Light => t.theme_light,
        Theme::Contrast => t.theme_contrast,
        Theme::Safe => t.theme_safe,
    }
}

/// The words of a date with a mark for what is inferred in place of a remark: for narrow columns.
pub fn compact_date(date: &Date, lang: Lang) -> String {
    unremarked(date, date.words(lang))
}

/// The same within the year that stands over it.
pub fn short_date(date: &Date, lang: Lang) -> String {
    unremarked(date, date.short(lang))
}

/// The words of a date with `?` for the remark that it is inferred. Few are: only they are looked through.
fn unremarked(date: &Date, words: String) -> String {
    if !date.written().contains(['?', '%']) {
        return words;
    }
    words.replace("（推定）", "?").replace(" (uncertain)", "?")
}

/// How far an event is from today.
pub fn event_distance(event: &Event, today: NaiveDate, lang: Lang) -> String {
    distance(&event.date, today, lang)
}

/// A Chinese text with its English after it where the reader reads English.
pub fn joined(chinese: &str, english: &str, lang: Lang) -> String {
    if lang == Lang::En && !english.is_empty() { format!("{chinese} {english}") } else { chinese.to_owned() }
}

/// The line an item goes by where there is room for one sentence: of a voice what was said as well.
pub fn sentence(item: Item<'_>) -> String {
    match item {
        Item::Voice(voice) => format!("{}：{}", voice.who, voice.said),
        _ => pointer(item),
    }
}

/// The same in the reader's language as far as the briefing has it; of a number without its figure.
pub fn title(item: Item<'_>, lang: Lang) -> String {
    let named = preferred(item.heading(), &item.base().en, lang);
    match item {
        Item::Voice(voice) => format!("{named}{}{}", colon(lang), voice.said),
        Item::Measure(measure) if !measure.no.is_empty() => format!("{} {named}", measure.no),
        _ => named.to_owned(),
    }
}
