//! One door to all formats.

use super::{Format, Options, Scope, csv, html, ics, json, markdown, text};
use crate::plan::Library;

/// The scope of `library` in `format`: what the function of that name gives.
pub fn render(format: Format, library: &Library, scope: &Scope, options: &Options) -> String {
    match format {
        Format::Text => text(library, scope, options),
        Format::Markdown => markdown(library, scope, options),
        Format::Json => json(library, scope, options),
        Format::Csv => csv(library, scope, options),
        Format::Html => html(library, scope, options),
        Format::Ics => ics(library, scope, options),
    }
}
