//! Libraries of any size for the benches: made-up briefings in the words of real ones, the same for the same seed.

use jianbao::find::{Builder, Entry, Field, Index, Kind};
use jianbao::plan::{Date, Figure, ItemRef, Library, Slot};

/// A small generator of numbers (xorshift64*), the same everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for one seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % sides
    }

    /// One of a list.
    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }
}

/// What the texts are made of: pieces of the real briefings, and the frequent characters.
pub(crate) struct Stock {
    headings: Vec<String>,
    sentences: Vec<String>,
    english: Vec<String>,
    figures: Vec<String>,
    characters: Vec<char>,
}

/// One made-up item.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    pub(crate) heading: String,
    pub(crate) en: String,
    pub(crate) figure: Option<String>,
    pub(crate) detail: String,
    pub(crate) note: String,
    pub(crate) date: String,
}

impl Made {
    /// The bytes of its texts.
    pub(crate) fn len(&self) -> usize {
        let figure = self.figure.as_ref().map_or(0, String::len);
        self.heading.len() + self.en.len() + figure + self.detail.len() + self.note.len()
    }

    /// Its texts on one line, as `rg` and `fzf` search them.
    pub(crate) fn line(&self) -> String {
        let figure = self.figure.as_deref().unwrap_or("");
        format!("{}\t{figure}\t{}\t{}\t{}", self.heading, self.en, self.detail, self.note)
    }
}

impl Stock {
    /// The stock of the built-in briefings.
    pub(crate) fn new() -> Self {
        let library = Library::builtin();
        let mut stock = Self {
            headings: vec![],
            sentences: vec![],
            english: vec![],
            figures: vec![],
            characters: vec![],
        };
        let cut = |text: &str| text.split(['，', '。', '；', '、']).map(str::to_owned).collect::<Vec<_>>();
        for (at, item) in library.items() {
            stock.headings.extend(words(item.heading(), 2));
            stock.english.extend(item.base().en.split(' ').map(str::to_owned));
            for field in [Field::Detail, Field::Counts, Field::Explain, Field::Said, Field::Note] {
                stock.sentences.extend(cut(field.text(&library, at).unwrap_or("")));
            }
            stock
                .figures
                .extend(Field::Figure.text(&library, at).filter(|text| !text.is_empty()).map(str::to_owned));
        }
        stock.sentences.retain(|text| text.chars().count() > 2);
        stock.characters =
            include_str!("../tables/frequent.txt").lines().take(20).flat_map(str::chars).collect();
        stock
    }

    /// A made-up item: a heading of 4 to 14 characters, a line of English, mostly some details.
    pub(crate) fn make(&self, dice: &mut Dice) -> Made {
        let mut heading = String::new();
        for _ in 0..2 + dice.roll(4) {
            heading += dice.pick(&self.headings).as_str();
        }
        heading.extend((0..dice.roll(4)).map(|_| *dice.pick(&self.characters)));
        let en: Vec<&str> = (0..3 + dice.roll(6)).map(|_| dice.pick(&self.english).as_str()).collect();
        let mut detail = String::new();
        for _ in 0..dice.roll(7) {
            detail += dice.pick(&self.sentences).as_str();
            detail.extend((0..dice.roll(5)).map(|_| *dice.pick(&self.characters)));
            detail.push(*dice.pick(&['，', '。', '；']));
        }
        let note = if dice.roll(3) == 0 { dice.pick(&self.sentences).clone() } else { String::new() };
        let figure = (dice.roll(4) == 0).then(|| match dice.roll(2) {
            0 => dice.pick(&self.figures).clone(),
            _ => format!(
                "{}{}",
                1 + dice.roll(3000),
                dice.pick(&["個", "份", "家", "億元", "%", "天", "萬美元"])
            ),
        });
        let date = format!("20{:02}-{:02}", 20 + dice.roll(15), 1 + dice.roll(12));
        Made { heading, en: en.join(" "), figure, detail, note, date }
    }
}

/// A text in pieces of so many characters.
fn words(text: &str, len: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    chars.chunks(len).map(|chunk| chunk.iter().collect()).collect()
}

/// The index of made-up items: forty to a section, ten sections to a plan.
pub(crate) fn index(items: &[Made], stock: &Stock, dice: &mut Dice) -> Index {
    let mut builder = Builder::default();
    let (mut plan, mut section) = (0, 0);
    for (n, made) in items.iter().enumerate() {
        if n % 400 == 0 {
            plan = n / 400;
            builder.plan(
                plan,
                &[(Field::Plan, dice.pick(&stock.headings).as_str()), (Field::PlanEn, "A made-up plan")],
            );
        }
        if n % 40 == 0 {
            section = n % 400 / 40;
            builder.section(&[
                (Field::Section, dice.pick(&stock.headings).as_str()),
                (Field::SectionEn, "Part"),
            ]);
        }
        let figure = made.figure.as_deref().and_then(|text| Figure::parse(text).ok());
        let date = Date::parse(&made.date).ok();
        let (kind, slot) = match figure {
            Some(_) => (Kind::Number, Slot::Number(n % 40)),
            None => (Kind::Event, Slot::Event(n % 40)),
        };
        let mut texts = vec![
            (Field::Heading, made.heading.as_str()),
            (Field::En, &made.en),
            (Field::Detail, &made.detail),
            (Field::Note, &made.note),
        ];
        texts.extend(made.figure.as_deref().map(|text| (Field::Figure, text)));
        let item = ItemRef { plan, section, slot };
        builder.item(&Entry { item, kind, figure: figure.as_ref(), date: date.as_ref(), texts });
    }
    builder.finish()
}
