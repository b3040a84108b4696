//! House rules a compiler does not know: columns are counted in one place, and lines are broken in one place.

use std::path::{Path, PathBuf};

/// `format!` counts characters where it pads, not columns, so `{:>8}` sets Chinese crooked;
/// `text::pad_start` and `text::pad_end` count right. Zero-filled numbers (`{:02}`, `{part:0>2}`) are no matter of columns.
#[test]
fn no_char_padding() {
    for (path, line) in source_lines() {
        assert!(
            !pads_by_chars(&line),
            "{}: {line}\npad with text::pad_end or text::pad_start",
            path.display()
        );
    }
}

/// ratatui's wrapping panics on mixed text in narrow areas and begins lines with closing marks.
#[test]
fn no_foreign_wrap() {
    for (path, line) in source_lines() {
        let code = line.split("//").next().unwrap();
        let found = [".wrap(", "Wrap {", "widgets::Wrap"].iter().any(|call| code.contains(call));
        assert!(!found, "{}: {line}\nbreak lines with text::wrap", path.display());
    }
}

#[test]
fn padding_is_told_from_what_looks_like_it() {
    let pads = [
        "{:>8}",
        "{:<width$}",
        "{name:>8}",
        "{0:^1$}",
        "a {x:·<10} b",
        "{s:>w$.p$}",
        "{:8}",
        "{name:12}",
        "{:w$}",
        "{:>n$?}",
    ];
    for line in pads {
        assert!(pads_by_chars(&format!("format!(\"{line}\")")), "{line}");
    }
    let fine = [
        "{}",
        "{name}",
        "{:?}",
        "{:#?}",
        "{:02}",
        "{x:04X}",
        "{:.1}",
        "{{:>8}}",
        "{n:+}",
        "{:#x}",
        "U+{:04X}",
        "{y:04}-{m:02}",
        "{part:0>2}",
    ];
    for line in fine {
        assert!(!pads_by_chars(&format!("format!(\"{line}\")")), "{line}");
    }
    assert!(!pads_by_chars("fn f<T: Into<u8>>() -> Option<T> { a::<T>() }"));
    assert!(!pads_by_chars("struct S { a: u8 }"));
}

/// Whether a string on this line holds a format placeholder with a fill, an alignment or a width.
fn pads_by_chars(line: &str) -> bool {
    let code = if line.trim_start().starts_with("//") { "" } else { line };
    let code = code.replace("{{", "  ");
    let placeholders =
        code.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(inside, _)| inside);
    let specs = placeholders.filter_map(|inside| inside.split_once(':'));
    specs.filter(|(name, _)| name.chars().all(|c| c.is_alphanumeric() || c == '_')).any(|(_, spec)| {
        let mut chars = spec.chars();
        let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
        let zeros = spec.starts_with("0>");
        let aligned = !zeros && ("<^>".contains(first) || "<^>".contains(second)) && !spec.contains(' ');
        let sized = first.is_ascii_digit()
            && first != '0'
            && spec.chars().all(|c| c.is_alphanumeric() || ".$?".contains(c));
        let named = first.is_alphabetic() && spec.split('.').next().is_some_and(|width| width.ends_with('$'));
        aligned || sized || named
    })
}

fn source_lines() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 10);
    let lines = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        text.lines().map(|line| (path.clone(), line.to_owned())).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(lines).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
}
