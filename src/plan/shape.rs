//! The shape of the two files in one table: which keys a table may have, what each holds, which are
//! needed. Checking, the JSON Schema and the documentation read it; the raw types must agree with it.

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    /// A text of one line or several.
    Text,
    /// A whole number from 0 up.
    Count,
    /// A list of texts.
    Texts,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A table of its own.
    Table(&'static Shape),
    /// A list of tables, `[[key]]`.
    Tables(&'static Shape),
}

/// One key of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// The key as it is written.
    pub key: &'static str,
    /// Its [`mark`].
    pub(super) mark: u64,
    /// What it holds.
    pub holds: Holds,
    /// Whether a table without it is refused.
    pub needed: bool,
    /// What it means, in English, for the schema and the documentation.
    pub doc: &'static str,
}

/// A table: its name in messages and its keys in the order they are best written.
#[derive(Debug, PartialEq)]
pub struct Shape {
    /// `plan`, `section`, or the name of the `[[table]]`.
    pub name: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

impl Shape {
    /// The field written `key`.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// The length of a key and its first seven letters, which tell the keys of a table apart: a key is held against many, and
/// two numbers are compared at once.
pub(super) const fn mark(key: &str) -> u64 {
    let (mut mark, mut rest) = (key.len() as u64, key.as_bytes());
    while let Some((first, others)) = rest.split_first()
        && mark < 1 << 56
    {
        mark = mark << 8 | *first as u64;
        rest = others;
    }
    mark
}

const fn need(key: &'static str, holds: Holds, doc: &'static str) -> Field {
    Field { key, mark: mark(key), holds, needed: true, doc }
}

const fn may(key: &'static str, holds: Holds, doc: &'static str) -> Field {
    Field { key, mark: mark(key), holds, needed: false, doc }
}

use Holds::{Count, Table, Tables, Text, Texts, Word};

/// The words of a number's `kind`.
pub const NUMBER_KINDS: &[&str] = &["actual", "target", "plan", "limit"];
/// The words of a term's `kind`.
pub const TERM_KINDS: &[&str] =
    &["person", "organisation", "place", "document", "programme", "concept", "technology"];

const EN: Field = need("en", Text, "one line of English for the title, label or name");
const DETAIL: Field = may("detail", Text, "the whole of it, in own words");
const NOTE: Field = may("note", Text, "caveats: doubts, differences between sources");
const TAGS: Field = may("tags", Texts, "short words to group by");
const RELATED: Field = may("related", Texts, "other items: `item`, `section/item` or `plan/section/item`");
/// What every item but a task needs at least one of.
pub(super) const SOURCES: Field = need("sources", Texts, "ids of the plan's sources this rests on");
const ID: Field = need("id", Text, "unique in its section, lower-case ASCII, digits and hyphens");

/// `plan.toml`.
pub static PLAN: Shape = Shape {
    name: "plan",
    fields: &[
        need("title", Text, "the plan's full title"),
        need("short", Text, "what its tab shows, two to four characters"),
        EN,
        may("short_en", Text, "what its tab shows in English, one or two words"),
        need("order", Count, "its place among the tabs"),
        need("issuer", Text, "who issued it"),
        may("issuer_en", Text, "the issuer in English"),
        may("period", Text, "the time it covers, EDTF"),
        need("bottom_line", Text, "what a reader must know, in one or two sentences"),
        may("bottom_line_en", Text, "the same in English"),
        NOTE,
        need("sections", Texts, "ids of its sections in the order of reading"),
        may("headline", Texts, "numbers to show large: `section/item`"),
        may("declared", Table(&DECLARED), "totals the plan itself states"),
        may("source", Tables(&SOURCE), "the documents its facts come from"),
    ],
};

/// `[declared]` of a plan or a section.
pub static DECLARED: Shape = Shape {
    name: "declared",
    fields: &[
        may("parts", Count, "how many parts the plan says it has"),
        may("measures", Count, "how many measures it says it has"),
        may("tasks", Count, "how many tasks it says it has"),
    ],
};

/// `[[source]]` of a plan.
pub static SOURCE: Shape = Shape {
    name: "source",
    fields: &[
        need("id", Text, "unique in its plan"),
        need("outlet", Text, "who published it"),
        need("title", Text, "its title"),
        may("en", Text, "the title in English"),
        need("date", Text, "when it appeared, EDTF"),
        may("date_note", Text, "how the date was inferred"),
        may("page", Text, "the page it stands on"),
        may("url", Text, "where it can be read"),
        NOTE,
    ],
};

/// A section file.
pub static SECTION: Shape = Shape {
    name: "section",
    fields: &[
        need("title", Text, "the section's title, short enough for the column at the left"),
        EN,
        may("full", Text, "the long title"),
        need("summary", Text, "what it says, in one to three sentences"),
        may("summary_en", Text, "the same in English"),
        may("part", Count, "which of the plan's declared parts it is"),
        NOTE,
        may("declared", Table(&DECLARED), "totals the plan states for this section"),
        may("measure", Tables(&MEASURE), "what the plan says will be done"),
        may("number", Tables(&NUMBER), "key figures"),
        may("event", Tables(&EVENT), "what is dated"),
        may("voice", Tables(&VOICE), "who said what"),
        may("term", Tables(&TERM), "names and official terms"),
    ],
};

/// `[[measure]]`.
pub static MEASURE: Shape = Shape {
    name: "measure",
    fields: &[
        ID,
        may("no", Text, "its number as people say it"),
        need("title", Text, "what will be done"),
        EN,
        DETAIL,
        NOTE,
        may("as_of", Text, "when this stood, EDTF"),
        TAGS,
        RELATED,
        SOURCES,
        may("task", Tables(&TASK), "the concrete tasks under it"),
    ],
};

/// `[[measure.task]]`.
pub static TASK: Shape = Shape {
    name: "task",
    fields: &[
        ID,
        need("title", Text, "the task"),
        EN,
        DETAIL,
        NOTE,
        TAGS,
        RELATED,
        may("sources", Texts, "only where they differ from the measure's"),
    ],
};

/// `[[number]]`.
pub static NUMBER: Shape = Shape {
    name: "number",
    fields: &[
        ID,
        need("label", Text, "what it is, short"),
        EN,
        need("figure", Text, "the figure as a person writes it: qualifier, digits, unit"),
        may("counts", Text, "exactly what it counts, of what"),
        need("kind", Word(NUMBER_KINDS), "a result, a target, a plan or a limit"),
        need("as_of", Text, "when it stood, EDTF"),
        may("series", Text, "the id of the series it belongs to"),
        may("series_at", Text, "what this point of the series is called"),
        DETAIL,
        NOTE,
        TAGS,
        RELATED,
        SOURCES,
    ],
};

/// `[[event]]`.
pub static EVENT: Shape = Shape {
    name: "event",
    fields: &[
        ID,
        need("date", Text, "when, EDTF"),
        may("date_note", Text, "how the date was inferred"),
        need("title", Text, "what happened or will"),
        EN,
        may("place", Text, "where"),
        DETAIL,
        NOTE,
        TAGS,
        RELATED,
        SOURCES,
    ],
};

/// `[[voice]]`.
pub static VOICE: Shape = Shape {
    name: "voice",
    fields: &[
        ID,
        need("who", Text, "who spoke"),
        EN,
        need("role", Text, "the office held"),
        may("role_en", Text, "the office in English"),
        need("said", Text, "what was said, in own words"),
        may("date", Text, "when, EDTF"),
        DETAIL,
        NOTE,
        TAGS,
        RELATED,
        SOURCES,
    ],
};

/// `[[term]]`.
pub static TERM: Shape = Shape {
    name: "term",
    fields: &[
        ID,
        need("name", Text, "the name or official term"),
        EN,
        may("aka", Texts, "other forms of the name"),
        need("kind", Word(TERM_KINDS), "what sort of thing it is"),
        need("explain", Text, "what it is, in one or two sentences"),
        DETAIL,
        NOTE,
        TAGS,
        RELATED,
        SOURCES,
    ],
};
