//! Where a reader is: which plan, section and pane, and where in its list.

use super::cursor::Cursor;
use crate::plan::Pane;

/// A place in the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The plan, or `None` on the home screen.
    pub plan: Option<usize>,
    /// The section, or `None` for all of the plan.
    pub section: Option<usize>,
    /// The pane.
    pub pane: Pane,
    /// Whether the timeline shows all plans.
    pub all_plans: bool,
    /// The cursor in the list.
    pub cursor: Cursor,
}

impl Place {
    /// The first pane of a plan.
    pub fn plan(plan: usize) -> Self {
        Self { plan: Some(plan), ..Self::default() }
    }

    /// Whether this is the home screen.
    pub fn is_home(&self) -> bool {
        self.plan.is_none() && !self.all_plans
    }

    /// What its list covers: the place itself, or all plans.
    #[must_use]
    pub fn scope(&self) -> Self {
        if self.all_plans { Self { plan: None, section: None, ..*self } } else { *self }
    }
}
