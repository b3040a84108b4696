//! Libraries of any size for the benches: made-up briefings in the words of real ones, the same for the same seed.

pub(crate) use super::dice::Dice;
use jianbao::find::Field;
use jianbao::plan::{
    Base, Date, Declared, Event, Figure, InSeries, ItemId, Library, Listed, More, Number, NumberKind, Plan,
    PlanId, Section, SectionId, Text,
};

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

    fn base(&self, n: usize) -> Base {
        Base {
            id: ItemId::new(&format!("item-{n}")).unwrap(),
            en: self.en.as_str().into(),
            detail: self.detail.as_str().into(),
            tags: [].into(),
            sources: [].into_iter().collect(),
            more: More { note: self.note.as_str().into(), related: Vec::new() }.into(),
        }
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

/// A library of made-up items: forty to a section, ten sections to a plan.
pub(crate) fn library(items: &[Made], stock: &Stock, dice: &mut Dice) -> Library {
    let mut library = Library::default();
    for (n, chunk) in items.chunks(400).enumerate() {
        let mut plan = blank(&format!("plan-{n}"), dice.pick::<String>(&stock.headings));
        plan.sections = chunk
            .chunks(40)
            .enumerate()
            .map(|(n, items)| section(n, items, dice.pick::<String>(&stock.headings)))
            .collect();
        plan.listed = plan.sections.iter().map(Section::listed).sum();
        library.plans.push(plan.into());
    }
    library
}

fn blank(id: &str, title: &str) -> Plan {
    Plan {
        id: PlanId::new(id).unwrap(),
        title: Text::default(),
        short: title.into(),
        short_en: Text::default(),
        en: "A made-up plan".into(),
        order: 0,
        issuer: Text::default(),
        issuer_en: Text::default(),
        period: None,
        bottom_line: Text::default(),
        bottom_line_en: Text::default(),
        note: Text::default(),
        declared: Declared::default(),
        listed: Listed::default(),
        sources: [].into(),
        sections: [].into(),
        headline: [].into(),
    }
}

fn section(n: usize, items: &[Made], title: &str) -> Section {
    let (mut numbers, mut events) = (vec![], vec![]);
    for (n, made) in items.iter().enumerate() {
        let base = made.base(n);
        let date = Date::parse(&made.date).unwrap();
        match made.figure.as_deref().and_then(|text| Figure::parse(text).ok()) {
            Some(figure) => numbers.push(Number {
                base,
                label: made.heading.as_str().into(),
                figure,
                counts: Text::default(),
                kind: NumberKind::Actual,
                as_of: date,
                in_series: InSeries { id: None, at: Text::default() }.into(),
            }),
            None => events.push(Event {
                base,
                date,
                date_note: Text::default().into(),
                title: made.heading.as_str().into(),
                at: Text::default().into(),
            }),
        }
    }
    Section {
        id: SectionId::new(&format!("part-{n}")).unwrap(),
        title: title.into(),
        en: "Part".into(),
        full: Text::default(),
        summary: Text::default(),
        summary_en: Text::default(),
        part: None,
        note: Text::default(),
        declared: Declared::default(),
        measures: [].into(),
        numbers: numbers.into(),
        events: events.into(),
        voices: [].into(),
        terms: [].into(),
    }
}
