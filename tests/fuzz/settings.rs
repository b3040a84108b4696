//! Settings and queries: texts that a reader or an administrator writes.

use std::sync::Arc;

use jianbao::app::{App, Event, Settings, Size};
use jianbao::config::{Config, Layer, read};
use jianbao::find::{Index, Query, Scope};
use jianbao::keys::Key;
use jianbao::lang::Lang;
use jianbao::plan::Library;

use super::dice::Dice;
use super::eye::{self, Eye, Seen};
use super::words;
use crate::keys::script::today;

const SHIPPED: &str = include_str!("../../config.toml");
const OWN: &str = "theme = \"light\"\nmouse = true\nstale_months = 6\n[keys]\nboard = [\"x\", \"ctrl-b\"]\nquit = [\"q\"]\n";

fn config(dice: &mut Dice) -> Seen {
    let shipped: String =
        SHIPPED.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    let text = dice.pick(&[shipped.as_str(), OWN]);
    let text = if dice.one_in(3) {
        String::from_utf8_lossy(&words::bytes(text, dice)).into_owned()
    } else {
        words::changed(text, dice)
    };
    let name = if dice.one_in(8) { words::text(dice) } else { "config.toml".to_owned() };
    match read(&name, &text) {
        Err(error) => eye::text("a mistake", &error.words(dice.pick(&Lang::ALL)), &[])?,
        Ok(layer) => {
            let told = Config::of(&layer.over(Layer::default()));
            told.map_err(|mistake| format!("laid together it fails: {mistake:?}"))?;
        }
    }
    // A word for a key that is read back is written the same way again.
    match words::text(dice).parse::<Key>() {
        Ok(key) if key.to_string().parse() != Ok(key) => Err(format!("{key:?} is written {key}")),
        _ => Ok(()),
    }
}

/// A finder at work on the library of the other inputs.
struct Finder {
    library: Arc<Library>,
    index: Index,
}

impl Finder {
    fn new() -> Self {
        let library = super::briefing::sound();
        Self { index: Index::build(&library), library }
    }

    fn one(&self, dice: &mut Dice) -> Seen {
        let mut typed = words::text(dice);
        if dice.one_in(3) {
            typed += dice.pick(&[
                "xm",
                "項目",
                "40",
                ">30",
                "2026-06",
                "kind:target",
                "某",
                "數字 約",
                "src:某報",
                "\"某\"",
            ]);
        }
        let query = Query::parse(&typed, today());
        let limit = 1 + dice.below(20);
        let scope =
            Scope { plan: dice.one_in(4).then_some(dice.below(3)), here: dice.one_in(2).then_some(0), limit };
        let Some(found) = self.index.search(&query, &scope, &|| false) else {
            return Err("it was given up".to_owned());
        };
        if found.hits.len() > limit {
            return Err(format!("{} hits", found.hits.len()));
        }
        if !dice.one_in(16) {
            return Ok(());
        }
        let size = Size { width: 10 + dice.small(50), height: 5 + dice.small(10) };
        let mut app = App::new(Arc::clone(&self.library), Settings::default(), today(), size);
        eye::hear(&mut app, Event::Key(Key::char('/')))?;
        eye::hear(&mut app, Event::Paste(typed))?;
        eye::hear(&mut app, Event::Found(dice.roll() % 3, Arc::new(found)))?;
        Eye::new(&app, dice).frame(&app)
    }
}

fn configs(numbers: std::ops::Range<u64>) {
    for number in numbers {
        assert_eq!(config(&mut Dice::of(3, number)), Ok(()), "Dice::of(3, {number})");
    }
}

fn queries(numbers: std::ops::Range<u64>) {
    let finder = Finder::new();
    for number in numbers {
        assert_eq!(finder.one(&mut Dice::of(4, number)), Ok(()), "Dice::of(4, {number})");
    }
}

#[test]
fn a_hundred_thousand_configs() {
    configs(0..super::often(100_000));
}

#[test]
fn a_hundred_thousand_queries() {
    queries(0..super::often(100_000));
}
