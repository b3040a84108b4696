//! The little of roff that a manual page is written in: requests, and texts in three faces.

/// A page that grows line by line.
#[derive(Debug, Default)]
pub(super) struct Roff {
    page: String,
}

impl Roff {
    /// A request with its arguments; one with a blank in it is quoted.
    pub(super) fn request(&mut self, name: &str, arguments: &[&str]) {
        let words = arguments.iter().map(|argument| match escaped(argument) {
            blank if blank.contains(' ') => format!(" \"{blank}\""),
            word => format!(" {word}"),
        });
        let words: Vec<String> = words.collect();
        self.raw(&format!(".{name}{}", words.concat()));
    }

    /// A line of roff as it is.
    pub(super) fn raw(&mut self, line: &str) {
        self.page += line;
        self.page.push('\n');
    }

    /// A line of text. One that would be a request is kept from being one.
    pub(super) fn text(&mut self, words: &str) {
        let guard = if words.starts_with('.') { "\\&" } else { "" };
        self.raw(&format!("{guard}{}", escaped(words)));
    }

    /// A line in bold, and after it a word in italics, where there is one; either may be empty.
    pub(super) fn faces(&mut self, bold: &str, italic: &str) {
        let set = |face: &str, words: &str| match words {
            "" => String::new(),
            words => format!("\\f{face}{}\\fR", escaped(words)),
        };
        let gap = if bold.is_empty() || italic.is_empty() { "" } else { " " };
        self.raw(&format!("{}{gap}{}", set("B", bold), set("I", italic)));
    }

    /// The page.
    pub(super) fn into_page(self) -> String {
        self.page
    }
}

/// A text with what roff takes for its own written so that it is itself: the backslash, the hyphen of a flag,
/// the straight apostrophe, which is the string `Aq`.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\*(Aq")
}

#[cfg(test)]
mod tests {
    use super::Roff;

    #[test]
    fn what_roff_takes_for_its_own_stays_text() {
        let mut roff = Roff::default();
        roff.text(".TH isn't a-b\\c");
        roff.text("'quoted'");
        roff.request("SH", &["EXIT STATUS"]);
        roff.faces("-c, --config", "FILE");
        let lines = [
            "\\&.TH isn\\*(Aqt a\\-b\\ec",
            "\\*(Aqquoted\\*(Aq",
            ".SH \"EXIT STATUS\"",
            "\\fB\\-c, \\-\\-config\\fR \\fIFILE\\fR",
        ];
        assert_eq!(roff.into_page().lines().collect::<Vec<_>>(), lines);
    }
}
