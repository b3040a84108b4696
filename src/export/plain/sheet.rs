//! Lines of plain text being written within one width. Knows columns and paragraphs, nothing of briefings.

use crate::text;

/// The narrowest page that is set; a narrower one is not asked for by any reader.
const NARROWEST: usize = 20;

/// The fewest columns that words beside a label may be squeezed into.
const LEAST_ROOM: usize = 12;

/// Plain text being written.
pub(super) struct Sheet {
    out: String,
    width: usize,
}

impl Sheet {
    pub(super) fn new(width: usize) -> Self {
        Self { out: String::new(), width: width.max(NARROWEST) }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// The text, ending in one line end.
    pub(super) fn finish(self) -> String {
        let text = self.out.trim_end();
        if text.is_empty() { String::new() } else { format!("{text}\n") }
    }

    /// One empty line, but never two in a row and none at the top.
    pub(super) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A paragraph, `indent` columns in. An empty text adds nothing.
    pub(super) fn paragraph(&mut self, indent: usize, words: &str) {
        self.hang(indent, "", words);
    }

    /// A paragraph `indent` columns in, with `lead` before its first line. A lead wider than the indent is set on
    /// lines of its own.
    pub(super) fn hang(&mut self, indent: usize, lead: &str, words: &str) {
        let mut lead = lead;
        if text::width(lead) > indent {
            let own = lead.trim_start();
            self.paragraph(text::width(lead) - text::width(own), own);
            lead = "";
        }
        for line in text::wrap_lines(words, self.width.saturating_sub(indent)) {
            let before = text::pad_end(std::mem::take(&mut lead), indent);
            self.line(&before, line);
        }
    }

    /// A paragraph `indent` columns in after `label`, its lines under one another; where that would leave them too
    /// little room, under the label.
    pub(super) fn labelled(&mut self, indent: usize, label: &str, words: &str) {
        let lead = format!("{}{label}  ", " ".repeat(indent));
        let inner = text::width(&lead);
        if label.is_empty() {
            self.paragraph(indent, words);
        } else if inner + LEAST_ROOM > self.width {
            self.paragraph(indent, &format!("{label} {words}"));
        } else {
            self.hang(inner, &lead, words);
        }
    }

    fn line(&mut self, before: &str, words: &str) {
        let line = format!("{before}{words}");
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn a_label_hangs_and_gaps_are_single() {
        let mut sheet = Sheet::new(20);
        sheet.gap();
        sheet.labelled(2, "注意", "報道沒有寫明日期，由文意推算。");
        sheet.gap();
        sheet.gap();
        sheet.hang(2, "逾16.5億美元", "協議");
        assert_eq!(
            sheet.finish(),
            "  注意  報道沒有寫明\n        日期，由文意\n        推算。\n\n逾16.5億美元\n  協議\n"
        );
    }
}
