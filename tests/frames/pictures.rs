//! Pictures of frames. One file holds the frames of one screen or plan, one after the other.

use jianbao::app::{Mode, Row};
use jianbao::config::Theme;
use jianbao::lang::Lang;
use jianbao::plan::Pane;

use super::dump::{dump, frame, styles};
use super::screens::{SCREENS, home, library, pane};
use crate::keys::script::Reader;

/// The sizes every screen is looked at.
const SIZES: [&str; 5] = ["140x40", "100x30", "80x24", "60x20", "40x10"];

/// A frame under a heading.
fn picture(heading: &str, reader: &Reader, ascii: bool) -> String {
    format!("══ {heading}\n{}", dump(&frame(&reader.app, ascii)))
}

fn hold(name: &str, pictures: &[String]) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, pictures.concat());
    });
}

#[test]
fn every_screen_at_five_sizes() {
    for (name, way) in SCREENS {
        let at = |size: &&str| {
            let mut reader = way();
            reader.press(&format!("resize:{size}"));
            picture(size, &reader, false)
        };
        hold(&format!("screen-{name}"), &SIZES.iter().map(at).collect::<Vec<_>>());
    }
}

#[test]
fn every_pane_of_every_plan() {
    for (at, plan) in library().plans.iter().enumerate() {
        let mut reader = home();
        reader.press(&(at + 1).to_string());
        let panes = reader.app.panes();
        let mut pictures = Vec::new();
        for (pane, _) in panes {
            assert_eq!(reader.app.place.pane, pane);
            pictures.push(picture(pane.name(Lang::Hant), &reader, false));
            reader.press("Tab");
        }
        hold(&format!("plan-{}-{}", at + 1, plan.id), &pictures);
    }
}

#[test]
fn every_language_of_the_interface() {
    for lang in [Lang::Hans, Lang::En] {
        let ways = [
            home(),
            pane(5, Pane::Overview, ""),
            pane(5, Pane::Numbers, ""),
            pane(4, Pane::Timeline, ""),
            pane(5, Pane::Numbers, "b"),
            pane(4, Pane::Voices, "m S-Tab S-Tab m Tab Tab 5 Tab Tab m '"),
            pane(5, Pane::Overview, "?"),
        ];
        let mut pictures = Vec::new();
        for mut reader in ways {
            reader.app.settings.lang = lang;
            // Headings of lists are worded when the list is made.
            reader.press("resize:100x30");
            pictures.push(picture("100x30", &reader, false));
        }
        hold(&format!("language-{}", lang.word()), &pictures);
    }
}

#[test]
fn frames_in_ascii() {
    let ways = [
        home(),
        pane(5, Pane::Numbers, ""),
        pane(4, Pane::Timeline, ""),
        pane(5, Pane::Numbers, "b"),
        pane(5, Pane::Numbers, ":"),
    ];
    hold("ascii", &ways.iter().map(|reader| picture("100x30", reader, true)).collect::<Vec<_>>());
}

/// What comes stands on the home screen before what was, and of that only the last eight.
#[test]
fn home_is_not_filled_with_what_is_long_past() {
    for size in SIZES {
        for (day, past) in [("2026-11-22", 0..=8), ("2020-01-01", 0..=0)] {
            let mut reader = home();
            reader.press(&format!("resize:{size} day:{day}"));
            let rows = &reader.app.rows;
            let start = rows.iter().rposition(|row| matches!(row, Row::Heading(_)) && *row != rows[0]);
            let start =
                rows.iter().take(start.unwrap()).rposition(|row| matches!(row, Row::Heading(_))).unwrap();
            let today = rows.iter().position(|row| *row == Row::Today).unwrap();
            assert!(past.contains(&(today - start - 1)), "{size} on {day}: {} past", today - start - 1);
        }
    }
}

/// With rows to spare no headline label is cut.
#[test]
fn home_cuts_no_label_where_there_is_room() {
    for size in ["100x30", "140x40"] {
        let mut reader = home();
        reader.press(&format!("resize:{size}"));
        let text = dump(&frame(&reader.app, false));
        let cards: Vec<&str> = text.lines().take_while(|line| !line.contains("時間線")).collect();
        assert!(!cards.concat().contains('…'), "{size}: {cards:#?}");
    }
}

/// Whoever sees nothing else sees the way to the help, and from any page the way back.
#[test]
fn the_foot_always_shows_help_or_the_way_back() {
    for lang in Lang::ALL {
        for (name, way) in SCREENS {
            for size in ["40x10", "60x20"] {
                let mut reader = way();
                reader.app.settings.lang = lang;
                reader.press(&format!("resize:{size}"));
                let text = dump(&frame(&reader.app, false));
                let foot = text.lines().last().unwrap();
                let wanted = if matches!(reader.app.mode, Mode::Browse) { "? " } else { "Esc " };
                assert!(foot.contains(wanted), "{name} at {size} in {lang:?}: {foot}");
            }
        }
    }
}

#[test]
fn an_empty_library_offers_no_plan_by_number() {
    let (_, way) = SCREENS.iter().find(|(name, _)| *name == "nothing").unwrap();
    let text = dump(&frame(&way().app, false));
    assert!(!text.contains('9'), "{text}");
}

/// What the program draws itself is ASCII in ASCII frames; content keeps its characters.
#[test]
fn ascii_frames_have_no_marks_that_are_not() {
    for (name, way) in SCREENS {
        for size in SIZES {
            let mut reader = way();
            reader.press(&format!("resize:{size}"));
            let text = dump(&frame(&reader.app, true));
            let found: Vec<&str> = text
                .lines()
                .filter(|line| line.contains(['›', '–', '…', '─', '│', '▸', '●', '○', '█', '┃']))
                .collect();
            assert!(found.is_empty() && !text.contains(" · "), "{name} at {size}: {found:#?}");
        }
    }
}

#[test]
fn styles_of_both_themes() {
    for theme in [Theme::Dark, Theme::Light] {
        let mut pictures = Vec::new();
        for mut reader in [home(), pane(5, Pane::Numbers, "")] {
            reader.app.settings.theme = theme;
            pictures.push(format!("══ 100x30\n{}", styles(&frame(&reader.app, false))));
        }
        hold(&format!("styles-{}", theme.word()), &pictures);
    }
}

/// At 80 columns the date of a card once ended in the middle, `2026年4…`.
#[test]
fn the_date_of_a_card_is_whole() {
    for size in ["140x40", "100x30", "80x24"] {
        let mut reader = home();
        reader.press(&format!("resize:{size}"));
        assert!(reader.app.cards.len() > 7);
        for card in &reader.app.cards {
            let room = reader.app.geometry().card_room();
            assert!(jianbao::text::width(&card.meta) <= room, "{} at {size}", card.meta);
        }
    }
}

/// The home screen promises three numbers; they stand on it at every size that shows cards.
#[test]
fn home_shows_the_headline_numbers() {
    for size in ["140x40", "100x30", "80x24"] {
        let mut reader = home();
        reader.press(&format!("resize:{size}"));
        let text = dump(&frame(&reader.app, false)).replace(' ', "");
        for figure in ["56條", "約40個", "96份"] {
            assert!(text.contains(figure), "{figure} is not on the home screen at {size}:\n{text}");
        }
    }
}
