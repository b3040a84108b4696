//! The units of all figures of an index, each once, and what they are searched as.

use super::fold;
use crate::plan::figure::Unit;
use std::collections::HashMap;

/// Units by number.
#[derive(Debug, Default)]
pub(super) struct Units {
    numbers: HashMap<Unit, u32>,
    list: Vec<FoldedUnit>,
}

/// A unit with its text folded.
#[derive(Clone, Debug)]
pub(super) struct FoldedUnit {
    pub unit: Unit,
    pub text: Vec<u16>,
}

impl FoldedUnit {
    /// A unit, and its text folded.
    pub(super) fn new(unit: &Unit) -> Self {
        Self { unit: unit.clone(), text: fold::units(unit.text()) }
    }
}

impl Units {
    /// The number of a unit, which is taken in if it is new.
    pub(super) fn number(&mut self, unit: &Unit) -> u32 {
        if let Some(number) = self.numbers.get(unit) {
            return *number;
        }
        let number = self.list.len() as u32;
        self.numbers.insert(unit.clone(), number);
        self.list.push(FoldedUnit::new(unit));
        number
    }

    /// All units, by number.
    pub(super) fn all(&self) -> &[FoldedUnit] {
        &self.list
    }
}
