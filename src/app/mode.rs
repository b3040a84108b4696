//! What the reader is doing: one of these at a time, never two.

use tui_input::Input;

use super::card::Subject;
use super::find::Find;
use super::jump::Hit;
use crate::plan::ItemRef;

/// What the reader is doing; what was done before lies under it.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// Going through lists.
    #[default]
    Browse,
    /// Reading one card whole.
    Read(Read),
    /// One figure in big digits.
    Board(Board),
    /// Looking up keys.
    Help(Help),
    /// Naming a plan or section to go to.
    Jump(Jump),
    /// Finding.
    Find(Find),
    /// Going through the pins.
    Pins(PinList),
    /// Writing a note on a pin.
    Note(Note),
    /// Looking at what is wrong in the files.
    Problems {
        /// The first line shown.
        top: usize,
    },
}

/// Reading one card.
#[derive(Clone, Debug)]
pub struct Read {
    /// What is read.
    pub subject: Subject,
    /// The first line shown.
    pub top: usize,
    /// Which of the links of the card is chosen: the first is 0, however its lines are broken.
    pub link: Option<usize>,
    /// The cards read before this one, to go back to.
    pub trail: Vec<Subject>,
}

/// Showing figures in big digits.
#[derive(Clone, Debug)]
pub struct Board {
    /// The numbers that are walked.
    pub numbers: Vec<ItemRef>,
    /// Which of them is shown.
    pub at: usize,
}

/// Looking up keys.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// What is searched for.
    pub input: Input,
    /// Whether letters go to the search.
    pub typing: bool,
    /// The first line shown.
    pub top: usize,
}

/// Naming a plan or section.
#[derive(Clone, Debug, Default)]
pub struct Jump {
    /// What was typed.
    pub input: Input,
    /// The plans and sections that match, the best first.
    pub hits: Vec<Hit>,
    /// Which of the hits is chosen.
    pub at: usize,
}

/// Going through the pins.
#[derive(Clone, Copy, Debug, Default)]
pub struct PinList {
    /// Which of them is chosen.
    pub at: usize,
}

/// Writing a note on a pin.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// The item, `plan/section/item`.
    pub path: String,
    /// What was typed.
    pub input: Input,
}
