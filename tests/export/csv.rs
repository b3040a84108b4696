//! CSV as an independent reader takes it, and as a spreadsheet must not.

use super::{export, fixture, options};
use csv::{Reader, StringRecord};
use jianbao::export::{COLUMNS, Format, Options};
use jianbao::plan::Library;

fn rows(text: &str) -> Vec<StringRecord> {
    Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

fn column(name: &str) -> usize {
    COLUMNS.iter().position(|column| *column == name).unwrap()
}

#[test]
fn it_reads_back_as_it_was_meant() {
    let library = Library::builtin();
    let text = export(&library, Format::Csv, "", &options());
    let mut reader = Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), &COLUMNS[..]);
    for (row, (at, item)) in rows(&text).iter().zip(library.items()) {
        assert_eq!(&row[column("path")], library.path(at).unwrap());
        assert_eq!(&row[column("title")], item.heading());
        assert_eq!(&row[column("detail")], item.base().detail);
        assert_eq!(&row[column("note")], item.base().more.note);
        assert!(!row[column("sources")].is_empty(), "{row:?}");
    }
}

#[test]
fn a_figure_comes_with_its_bounds_qualifier_and_unit() {
    let text = export(&fixture(), Format::Csv, "harbour/works/cost", &options());
    let row = &rows(&text)[0];
    let cells =
        ["figure", "qualifier", "low", "high", "unit", "number_kind", "date"].map(|name| &row[column(name)]);
    assert_eq!(cells, ["逾16.5億美元", "over", "1650000000", "1650000000", "美元", "plan", "2026-03-02"]);
}

#[test]
fn no_cell_runs_as_a_formula() {
    let text = export(&fixture(), Format::Csv, "harbour/people/chan", &options());
    assert_eq!(&rows(&text)[0][column("text")], "'=SUM(A1) 不是公式；他說東面會先完成。");
    for row in rows(&export(&Library::builtin(), Format::Csv, "", &options())) {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])), "{row:?}");
    }
}

#[test]
fn lines_end_in_crlf_and_the_mark_comes_on_demand() {
    let plain = export(&fixture(), Format::Csv, "", &options());
    assert_eq!(plain.matches('\n').count(), plain.matches("\r\n").count());
    let marked = export(&fixture(), Format::Csv, "", &Options { bom: true, ..options() });
    assert_eq!(marked.strip_prefix('\u{feff}'), Some(plain.as_str()));
}
