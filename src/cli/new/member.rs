//! A section's id put into the `sections` of its plan, every comment kept.

use toml_edit::{Array, DocumentMut, TomlError, Value};

/// What a section needs to know of its plan.
#[derive(Debug)]
pub(super) struct PlanFile {
    document: DocumentMut,
}

impl PlanFile {
    /// Reads the text of a `plan.toml`.
    pub(super) fn read(text: &str) -> Result<Self, TomlError> {
        Ok(Self { document: text.parse()? })
    }

    /// The id of the first source.
    pub(super) fn source(&self) -> Option<&str> {
        self.document.get("source")?.as_array_of_tables()?.get(0)?.get("id")?.as_str()
    }

    /// The text with `id` among the sections.
    pub(super) fn with_section(mut self, id: &str) -> String {
        let sections = self.document.entry("sections").or_insert_with(|| Array::new().into());
        let list = sections.as_array_mut();
        if let Some(list) = list.filter(|list| list.iter().all(|each| each.as_str() != Some(id))) {
            add(list, id);
        }
        self.document.to_string()
    }
}

/// Adds a last element that stands as the one before it: on the same line, or on one of its own.
fn add(list: &mut Array, id: &str) {
    let last = list.iter().last().and_then(|last| last.decor().prefix()?.as_str());
    let indent = last.and_then(|before| before.rsplit_once('\n')).map(|(_, indent)| indent.to_owned());
    let (comma, rest) = (list.trailing_comma(), list.trailing().as_str().unwrap_or_default().to_owned());
    let mut value = Value::from(id);
    match indent {
        // A comment after the last element stays with it.
        Some(indent) => {
            value.decor_mut().set_prefix(format!("{}\n{indent}", rest.trim_end()));
            list.set_trailing("\n");
        }
        None => value.decor_mut().set_prefix(if list.is_empty() { "" } else { " " }),
    }
    list.push_formatted(value);
    list.set_trailing_comma(comma);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str) -> String {
        PlanFile::read(text).unwrap().with_section("new")
    }

    #[test]
    fn the_list_keeps_its_comments_and_its_form() {
        assert_eq!(with("sections = [\"a\"] # order\n"), "sections = [\"a\", \"new\"] # order\n");
        assert_eq!(with("sections = []\n# end\n"), "sections = [\"new\"]\n# end\n");
        assert_eq!(
            with("sections = [\n  \"a\", # first\n  \"b\",\n]\n"),
            "sections = [\n  \"a\", # first\n  \"b\",\n  \"new\",\n]\n"
        );
        assert_eq!(
            with("sections = [\n  \"a\", # first\n  # then\n  \"b\", # last\n]\n"),
            "sections = [\n  \"a\", # first\n  # then\n  \"b\", # last\n  \"new\",\n]\n"
        );
        assert_eq!(with("sections = [\"new\"]\n"), "sections = [\"new\"]\n");
    }

    #[test]
    fn the_first_source_is_found() {
        let source = |text| PlanFile::read(text).unwrap().source().map(str::to_owned);
        assert_eq!(source("[[source]]\nid = \"a\"\n[[source]]\nid = \"b\"\n").as_deref(), Some("a"));
        assert_eq!(source("title = \"x\"\n"), None);
    }
}
