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
        if let Some(list) =
            sections.as_array_mut().filter(|list| list.iter().all(|each| each.as_str() != Some(id)))
        {
            // A new last element stands as the one before it: on the same line, or on one of its own.
            let decor = list.get(list.len().saturating_sub(1)).filter(|_| list.len() > 1);
            let mut value = Value::from(id);
            match decor.and_then(|last| last.decor().prefix()?.as_str()) {
                Some(prefix) => value.decor_mut().set_prefix(prefix),
                None => value.decor_mut().set_prefix(if list.is_empty() { "" } else { " " }),
            }
            let comma = list.trailing_comma();
            list.push_formatted(value);
            list.set_trailing_comma(comma);
        }
        self.document.to_string()
    }
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
        assert_eq!(with("sections = [\"new\"]\n"), "sections = [\"new\"]\n");
    }

    #[test]
    fn the_first_source_is_found() {
        let source = |text| PlanFile::read(text).unwrap().source().map(str::to_owned);
        assert_eq!(source("[[source]]\nid = \"a\"\n[[source]]\nid = \"b\"\n").as_deref(), Some("a"));
        assert_eq!(source("title = \"x\"\n"), None);
    }
}
