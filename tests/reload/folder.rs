//! A library in a folder of its own that goes when the test is over.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jianbao::plan::{Item, Library};

/// The `plan.toml` of its plan.
pub(super) const PLAN: &str = "title = '外訪'\nshort = '外訪'\nen = 'Visits'\norder = 1\nissuer = '行政長官辦公室'\n\
    bottom_line = '要旨。'\nbottom_line_en = 'x'\nsections = ['a', 'b']\n\
    [[source]]\nid = 'press'\noutlet = 'x'\ntitle = 'x'\ndate = '2026'\n";

/// A folder with a library in it.
pub(crate) struct Folder {
    above: PathBuf,
    pub(crate) path: PathBuf,
}

impl Folder {
    /// A library of one plan, `visits`, with two sections of three terms each, `a` and `b`.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let above = std::env::temp_dir().join(format!("jianbao-reload-{}-{number}", std::process::id()));
        let path = above.join("library");
        fs::create_dir_all(path.join("visits")).unwrap();
        let folder = Self { above, path };
        folder.write("visits/plan.toml", PLAN);
        folder.write("visits/a.toml", &section("a", 1, 3));
        folder.write("visits/b.toml", &section("b", 1, 3));
        folder
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }

    /// Writes beside the file and puts it in its place, as careful programs save.
    pub(super) fn replace(&self, path: &str, text: &str) {
        let beside = self.at(&format!("{path}.new"));
        fs::write(&beside, text).unwrap();
        fs::rename(beside, self.at(path)).unwrap();
    }

    /// Where the library's folder goes while it is away.
    pub(super) fn away(&self) -> PathBuf {
        self.above.join("away")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.above);
    }
}

/// A section whose `terms` terms all say `edition`.
pub(crate) fn section(id: &str, edition: usize, terms: usize) -> String {
    use std::fmt::Write;
    let mut text = format!("title = '章節{id}'\nen = 'x'\nsummary = '第{edition}版'\n");
    for number in 1..=terms {
        write!(
            text,
            "\n[[term]]\nid = 't{number}'\nname = '詞{number}'\nen = 'x'\nkind = 'concept'\nexplain = '第{edition}版'\n\
             sources = ['press']\n"
        )
        .unwrap();
    }
    text
}

/// What the terms of a section say, one word each, or nothing where there is no such section.
pub(super) fn says(library: &Library, section: &str) -> Vec<String> {
    let explain = |item: Item<'_>| match item {
        Item::Term(term) => Some(term.explain.to_string()),
        _ => None,
    };
    let path = format!("visits/{section}/");
    let inside = library.items().filter(|(at, _)| library.path(*at).unwrap().starts_with(&path));
    inside.filter_map(|(_, item)| explain(item)).collect()
}

/// The sections of the first plan.
pub(crate) fn sections(library: &Library) -> Vec<String> {
    library
        .plans
        .first()
        .map_or(Vec::new(), |plan| plan.sections.iter().map(|each| each.id.to_string()).collect())
}

/// `file:line:column` of everything that is shown as it was before.
pub(super) fn kept(library: &Library) -> Vec<String> {
    let kept = library.problems.iter().filter(|problem| library.kept.contains(&problem.place.file));
    kept.map(jianbao::plan::Problem::address).collect()
}

/// Our own briefings, copied to `to`.
pub(super) fn copy_briefings(to: &Path) {
    let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings"));
    for plan in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let folder = to.join(plan.file_name().unwrap());
        fs::create_dir_all(&folder).unwrap();
        for file in fs::read_dir(plan).unwrap().map(|entry| entry.unwrap().path()) {
            fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
        }
    }
}
