//! What a reader sees, as one line: `plan › section › pane › selected`, then ` | ` and the mode where it
//! is not browsing.

use jianbao::app::card::Subject;
use jianbao::app::read::links;
use jianbao::app::{App, Jump, Mode, Read, Row, card};
use jianbao::lang::Lang;
use jianbao::plan::ItemRef;

/// The line.
pub(super) fn state(app: &App) -> String {
    let mut words = place(app);
    if app.folded {
        words += " (收合)";
    }
    match &app.mode {
        Mode::Browse => {}
        Mode::Read(read) => words += &format!(" | {}", reading(app, read)),
        Mode::Board(board) => {
            let shown = board.numbers.get(board.at).map_or("-", |item| heading(app, *item));
            words += &format!(" | 大字 {}/{} {shown}", board.at + 1, board.numbers.len());
        }
        Mode::Help(help) => {
            let typing = if help.typing { "_" } else { "" };
            words += &format!(" | 說明 /{}{typing}{}", help.input.value(), top(help.top));
        }
        Mode::Jump(jump) => words += &format!(" | 跳到 :{} → {}", jump.input.value(), target(app, jump)),
        Mode::Find(find) => {
            let chosen = find.chosen().map_or("-", |item| heading(app, item));
            let scope = if find.only_plan { " 本規劃" } else { "" };
            words += &format!(" | 搜尋 /{}{scope} → {chosen} ({})", find.input.value(), find.hits().len());
        }
        Mode::Pins(list) => {
            let chosen = app
                .memory
                .pins
                .get(list.at)
                .map_or("-".to_owned(), |pin| format!("{} {}", pin.path, pin.note));
            words += &format!(" | 釘選 {}/{} {}", list.at + 1, app.memory.pins.len(), chosen.trim());
        }
        Mode::Note(note) => words += &format!(" | 備註 {} {}", note.path, note.input.value()),
        Mode::Problems { top: at } => words += &format!(" | 問題{}", top(*at)),
    }
    if let Some(notice) = &app.notice {
        words += &format!(" 〔{notice}〕");
    }
    words
}

fn place(app: &App) -> String {
    let mut parts = Vec::new();
    if app.place.all_plans {
        parts.push("所有規劃");
    } else if let Some(plan) = app.plan() {
        parts.push(&plan.short);
        let section = app.place.section.and_then(|at| plan.sections.get(at));
        parts.push(section.map_or("全部", |section| &section.title));
        parts.push(app.place.pane.name(Lang::Hant));
    } else {
        parts.push("總覽");
    }
    let selected = match app.rows.get(app.place.cursor.at) {
        Some(Row::Item(item)) => heading(app, *item),
        Some(Row::Source(plan, source)) => &app.library.plans[*plan].sources[*source].title,
        Some(Row::Plan(plan)) => &app.library.plans[*plan].short,
        Some(Row::Problems(_)) => "問題",
        Some(Row::News(_)) => "更新",
        _ => "-",
    };
    parts.push(selected);
    let mut words = parts.join(" › ");
    if let Some(item) = app.rows.get(app.place.cursor.at).and_then(Row::item) {
        words += if app.is_pinned(item) { " +" } else { "" };
        words += if app.memory.news(item).is_some() { " *" } else { "" };
    }
    words
}

fn heading(app: &App, item: ItemRef) -> &str {
    app.library.item(item).unwrap().heading()
}

fn reading(app: &App, read: &Read) -> String {
    let subject = |subject| match subject {
        Subject::Item(item) => heading(app, item),
        Subject::Source(plan, source) => &app.library.plans[plan].sources[source].title,
    };
    let lines = card::card(app, read.subject, app.geometry().wide_text());
    let link = read
        .link
        .and_then(|link| lines[*links(&lines).get(link)?].link)
        .map_or_else(String::new, |item| format!(" → {}", heading(app, item)));
    let trail: String = read.trail.iter().flat_map(|each| [subject(*each), " ‹ "]).collect();
    format!("全文 {trail}{}{link}{}", subject(read.subject), top(read.top))
}

fn target(app: &App, jump: &Jump) -> String {
    let all = &jump.hits;
    let Some(hit) = all.get(jump.at) else { return "-".to_owned() };
    let plan = &app.library.plans[hit.plan];
    let section = hit.section.map(|at| format!(" › {}", plan.sections[at].title)).unwrap_or_default();
    format!("{}{section} ({}/{})", plan.short, jump.at + 1, all.len())
}

/// Whether a page is scrolled: how far is no business of a story.
fn top(at: usize) -> &'static str {
    if at == 0 { "" } else { " ↓" }
}
