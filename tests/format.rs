//! Setting files in order: what changes, what never does, and that doing it twice changes nothing more.

use jianbao::plan::shape::{PLAN, SECTION};
use jianbao::plan::{FormatError, builtin_files, format};
use proptest::prelude::*;

#[test]
fn keys_are_ordered_and_comments_go_with_them() {
    let written = "\
#:schema ../../.schema/section.json
# 長註

   # 屬 summary
summary   =   \"摘要\"   # 旁註
title=\"題目\"
# 尾註


   [[number]]
sources = [ \"a\",\"b\" , ]
  # 標籤
id = 'x'
related = [ # 為何
  \"y\",
]

# 完
";
    let tidy = "\
#:schema ../../.schema/section.json
# 長註

title = \"題目\"
# 屬 summary
summary = \"摘要\" # 旁註
# 尾註

[[number]]
# 標籤
id = 'x'
related = [ # 為何
  \"y\",
]
sources = [\"a\", \"b\"]

# 完
";
    let once = format(written, &SECTION).unwrap();
    assert_eq!(once, tidy, "{once}");
}

#[test]
fn a_long_list_takes_a_line_each() {
    let long: Vec<String> = (0..9).map(|n| format!("\"section-number-{n}\"")).collect();
    let written = format!("sections = [{}]\n", long.join(","));
    let tidy = format!("sections = [\n  {},\n]\n", long.join(",\n  "));
    assert_eq!(format(&written, &PLAN).as_deref(), Ok(tidy.as_str()));
    assert_eq!(format(&tidy, &PLAN).as_deref(), Ok(tidy.as_str()));
}

#[test]
fn line_ends_stay_as_they_are() {
    let tidy = format("title=\"題\"\r\nshort=\"短\"\r\n", &PLAN).unwrap();
    assert_eq!(tidy, "title = \"題\"\r\nshort = \"短\"\r\n");
}

#[test]
fn what_is_no_toml_is_left_alone() {
    assert!(matches!(format("title = ", &PLAN), Err(FormatError::Syntax(_))));
}

#[test]
fn our_briefings_say_the_same_after_it_and_once_is_enough() {
    for file in builtin_files() {
        let text = file.text.unwrap();
        let shape = if file.path.ends_with("/plan.toml") { &PLAN } else { &SECTION };
        let once = format(&text, shape).unwrap();
        assert_eq!(values(&once), values(&text), "{}", file.path);
        assert_eq!(format(&once, shape).as_deref(), Ok(once.as_str()), "{}", file.path);
    }
}

fn values(text: &str) -> toml::Table {
    toml::from_str(text).unwrap()
}

/// A line or so of a file: the text, in which every comment is `#<` … `>` and so can be counted.
fn comment() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        1 => "[a-z \u{4E00}-\u{4E05}#\"']{0,6}".prop_map(|inside| format!("#<{inside}>")),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ，#\u{4E00}-\u{4E05}]{0,8}".prop_map(|inside| format!("\"{inside}\"")),
        "[a-z #\"\u{4E00}-\u{4E05}]{0,8}".prop_map(|inside| format!("'{inside}'")),
        Just("\"\\\"#\\\\\"".to_owned()),
        Just("\"\"\"\n多行 # 非註\n\"quoted\"\"\"\"".to_owned()),
        Just("'''\n多行 # 非註 '' '''".to_owned()),
        Just("{ a = 1, b = [\"#\"] }".to_owned()),
    ]
}

fn list() -> impl Strategy<Value = String> {
    let element = ("[a-z]{1,30}", comment());
    proptest::collection::vec(element, 0..7).prop_map(|elements| {
        let line = |(text, note): &(String, String)| {
            let end = if note.is_empty() { " " } else { "\n" };
            format!(" \"{text}\" , {note}{end}")
        };
        format!("[{}]", elements.iter().map(line).collect::<String>())
    })
}

/// The keys of one table, each with what stands above and beside it.
fn table(keys: &'static [&'static str]) -> impl Strategy<Value = String> {
    let value = prop_oneof![3 => text(), 1 => list(), 1 => Just("12".to_owned())];
    let entry = (comment(), 0..3usize, "[ \t]{0,2}", value, comment());
    (proptest::collection::vec(entry, keys.len()), Just(keys.to_vec()).prop_shuffle()).prop_map(
        |(entries, keys)| {
            let line = |((above, blanks, space, value, beside), key): (
                &(String, usize, String, String, String),
                &&str,
            )| {
                format!(
                    "{}{space}{above}\n{space}{key}{space}={space}{value}{space}{beside}\n",
                    "\n".repeat(*blanks)
                )
            };
            entries.iter().zip(&keys).map(line).collect()
        },
    )
}

fn document() -> impl Strategy<Value = String> {
    let item = (
        comment(),
        prop_oneof![Just("[[number]]"), Just("[[ term ]]"), Just("[[measure]]")],
        comment(),
        table(&["id", "title", "own", "sources"]),
    );
    let items = proptest::collection::vec(item, 0..5);
    (table(&["summary", "title", "part", "note", "strange"]), items, comment()).prop_map(
        |(root, items, last)| {
            let block = |(above, header, beside, keys): &(String, &str, String, String)| {
                let task =
                    if header.contains("measure") { "  [[measure.task]]\nen=\"x\"\nid=\"t\"\n" } else { "" };
                format!("{above}\n{header} {beside}\n{keys}{task}")
            };
            format!("{root}{}{last}", items.iter().map(block).collect::<String>())
        },
    )
}

fn comments(text: &str) -> usize {
    text.matches("#<").count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn values_and_comments_stay_and_once_is_enough(written in document()) {
        let once = format(&written, &SECTION);
        prop_assert!(once.is_ok(), "{once:?}\n{written}");
        let once = once.unwrap();
        prop_assert_eq!(values(&once), values(&written));
        prop_assert_eq!(comments(&once), comments(&written));
        prop_assert_eq!(format(&once, &SECTION).unwrap(), once);
    }
}
