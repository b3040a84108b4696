//! HTML being written: every tag closed, every text and attribute escaped, in one place. Its output is well-formed
//! XML too, so that any XML parser can check a page.

/// Attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// HTML being written.
#[derive(Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An element with what `inside` writes in it.
    pub(super) fn within(&mut self, tag: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.tag(tag, attributes);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// An element on a line of its own, for a page whose source can be read.
    pub(super) fn block(&mut self, tag: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.within(tag, attributes, inside);
        self.out.push('\n');
    }

    /// An element with a text in it; nothing where the text is empty.
    pub(super) fn leaf(&mut self, tag: &str, attributes: Attributes<'_>, words: &str) {
        if !words.is_empty() {
            self.within(tag, attributes, |inside| inside.text(words));
        }
    }

    /// An element that never has anything in it.
    pub(super) fn void(&mut self, tag: &str, attributes: Attributes<'_>) {
        self.tag(tag, attributes);
        self.out.push_str("/>");
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                c => self.out.push(c),
            }
        }
    }

    /// Our own style, script or doctype, as it is; never anything from a file.
    pub(super) fn raw(&mut self, ours: &'static str) {
        self.out.push_str(ours);
    }

    fn tag(&mut self, tag: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.text(value);
            self.out.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn nothing_from_a_file_is_mark_up() {
        let mut page = Markup::default();
        page.leaf("p", &[("title", "\"><script>")], "<img src=x onerror='a'>&");
        page.leaf("p", &[], "");
        assert_eq!(
            page.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;img src=x onerror=&#39;a&#39;&gt;&amp;</p>"
        );
    }
}
