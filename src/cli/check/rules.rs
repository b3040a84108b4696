//! The table of rules, printed.

use std::fmt::Write;

use serde_json::json;

use super::command::word;
use crate::cli::args::CheckFormat;
use crate::lang::Lang;
use crate::plan::RULES;
use crate::text;

/// All rules: a line each, or JSON.
pub(super) fn list(format: CheckFormat, lang: Lang) -> String {
    if format == CheckFormat::Json {
        let rules: Vec<_> = RULES
            .iter()
            .map(|rule| json!({"rule": rule.name, "severity": word(rule.severity), "doc": rule.doc(lang)}))
            .collect();
        return format!("{:#}\n", json!({"format": "jianbao-rules", "version": 1, "rules": rules}));
    }
    let longest = RULES.iter().map(|rule| text::width(rule.name)).max().unwrap_or(0);
    let mut out = String::new();
    for rule in RULES {
        let (name, severity) = (text::pad_end(rule.name, longest), text::pad_end(word(rule.severity), 7));
        let _ = writeln!(out, "{name}  {severity}  {}", rule.doc(lang));
    }
    out
}
