//! How the screen is shared out at each size, in columns and rows only: what both the state (how far a
//! page scrolls) and the drawing (where it stands) have to agree on.

/// Columns and rows of a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// Narrowest and lowest screen that shows more than one sentence.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

/// From this width the sections stand in a column of their own.
const RAIL_FROM: u16 = 100;
/// From this width the card stands beside the list.
const CARD_FROM: u16 = 80;
/// From this height lines are spent on rules and air.
const AIRY_FROM: u16 = 16;

/// Headline cards that stand side by side on the home screen.
pub const CARDS_A_ROW: u16 = 4;
/// From this height the label of a headline card may take two lines.
const HIGH_FROM: u16 = 28;

/// The shares of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// The whole screen.
    pub size: Size,
    /// Columns of the sections at the left with their rule, or 0.
    pub rail: u16,
    /// Columns of the list.
    pub list: u16,
    /// Columns of the card beside it, or 0.
    pub card: u16,
    /// Rows above the body: tabs, rule, breadcrumb, panes.
    pub head: u16,
    /// Rows of the body.
    pub body: u16,
    /// Rows below the body: rule, hints.
    pub foot: u16,
}

impl Geometry {
    /// The shares of a screen of this size.
    pub fn of(size: Size) -> Self {
        let rail = if size.width >= RAIL_FROM { 20 } else { 0 };
        let rules = u16::from(size.height >= AIRY_FROM);
        let breadcrumb = u16::from(rail == 0);
        let head = 1 + rules + breadcrumb + 1 + u16::from(size.height >= 24);
        let foot = rules + 1;
        let room = size.width.saturating_sub(rail);
        let card = if size.width >= CARD_FROM { room * 46 / 100 } else { 0 };
        Self {
            size,
            rail,
            list: room - card,
            card,
            head,
            body: size.height.saturating_sub(head + foot),
            foot,
        }
    }

    /// Whether there is room for more than one sentence.
    pub fn is_enough(&self) -> bool {
        self.size.width >= SMALLEST.width && self.size.height >= SMALLEST.height
    }

    /// Whether there are lines enough to spend one more on every card of the home screen.
    pub fn is_high(&self) -> bool {
        self.size.height >= HIGH_FROM
    }

    /// Whether lines are spent on rules.
    pub fn rules(&self) -> bool {
        self.size.height >= AIRY_FROM
    }

    /// Columns of text in the card beside the list: its rule and margins taken off.
    pub fn card_text(&self) -> usize {
        usize::from(self.card.saturating_sub(3))
    }

    /// Columns of text where list and card are one: an overview, a whole text.
    pub fn wide_text(&self) -> usize {
        usize::from((self.list + self.card).saturating_sub(4)).min(88)
    }

    /// Rows of the body on the home screen, which has neither breadcrumb nor panes.
    pub fn home_body(&self) -> u16 {
        let rules = u16::from(self.rules());
        self.size.height.saturating_sub(1 + rules + self.foot)
    }

    /// Columns of a headline card on the home screen.
    pub fn card_columns(&self) -> u16 {
        self.size.width / CARDS_A_ROW
    }

    /// Columns of text in it: its marker and margins taken off.
    pub fn card_room(&self) -> usize {
        usize::from(self.card_columns().saturating_sub(4))
    }

    /// Whether the home screen shows its numbers as cards.
    pub fn home_cards(&self) -> bool {
        self.size.width >= CARD_FROM && self.size.height >= 20
    }
}
