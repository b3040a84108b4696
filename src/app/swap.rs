//! A new library under a reader's feet: everything is found again by id, so that plan, section, pane,
//! item and what is being read stay where they were.

use std::sync::Arc;

use super::App;
use super::card::Subject;
use super::cursor::Cursor;
use super::mode::Mode;
use super::place::Place;
use super::rows::Row;
use super::trail::Trail;
use super::{jump, read};
use crate::plan::{ItemRef, Library, PlanId};

impl App {
    /// Puts `library` in place of the one the session has.
    pub(super) fn swap(&mut self, library: Arc<Library>) {
        let link = self.chosen_link();
        let old = std::mem::replace(&mut self.library, library);
        let (chosen, plan) = (self.subject(), self.chosen_plan(&old));
        let was_home = self.place.is_home();
        self.place = self.moved_place(&old, &self.place);
        self.before_all = self.before_all.map(|place| self.moved_place(&old, &place));
        self.left.clear();
        self.searches.hits =
            self.searches.hits.iter().filter_map(|each| self.moved_item(&old, *each)).collect();
        self.trail = Trail {
            before: self.trail.before.iter().map(|place| self.moved_place(&old, place)).collect(),
            after: self.trail.after.iter().map(|place| self.moved_place(&old, place)).collect(),
        };
        self.memory.news.clear();
        let library = Arc::clone(&self.library);
        self.memory.sort_pins(&library);
        self.each_mode(|app, mode| app.moved_mode(&old, link, mode));
        self.settle_pane();
        self.relist();
        let wanted = chosen.and_then(|chosen| self.moved_subject(&old, chosen));
        let plan = plan.and_then(|id| self.library.place_of(&id));
        let row_of_plan = |plan| self.rows.iter().position(|row| *row == Row::Plan(plan));
        let found = wanted.and_then(|wanted| self.row_of(wanted)).or_else(|| plan.and_then(row_of_plan));
        if self.place.is_home() && !was_home {
            // The plan is gone, and with it what the number of the row meant.
            self.place.cursor = Cursor::first(&self.rows);
        } else if let Some(row) = found {
            self.place.cursor = self.place.cursor.on(row, &self.rows, self.list_height());
        }
    }

    /// The same thing done in this library; `None` where what it was done with is gone.
    fn moved_mode(&self, old: &Library, link: Option<ItemRef>, mode: Mode) -> Option<Mode> {
        Some(match mode {
            Mode::Read(mut read) => {
                read.subject = self.moved_subject(old, read.subject)?;
                read.trail = read.trail.iter().filter_map(|each| self.moved_subject(old, *each)).collect();
                let link = link.and_then(|item| self.moved_item(old, item));
                Mode::Read(read::linked_to(self, read, link))
            }
            Mode::Board(mut board) => {
                board.numbers = board.numbers.iter().filter_map(|each| self.moved_item(old, *each)).collect();
                board.at = board.at.min(board.numbers.len().checked_sub(1)?);
                Mode::Board(board)
            }
            Mode::Find(find) => Mode::Find(find.unanswered()),
            Mode::Jump(jump) => Mode::Jump(jump::again(self, jump)),
            mode => mode,
        })
    }

    /// Where the chosen link of the card that is read leads.
    fn chosen_link(&self) -> Option<ItemRef> {
        self.under.iter().chain([&self.mode]).find_map(|mode| match mode {
            Mode::Read(page) => read::target(self, page),
            _ => None,
        })
    }

    /// The plan the cursor stands on, on the home screen.
    fn chosen_plan(&self, old: &Library) -> Option<PlanId> {
        match self.rows.get(self.place.cursor.at) {
            Some(Row::Plan(plan)) => old.plans.get(*plan).map(|plan| plan.id.clone()),
            _ => None,
        }
    }

    fn moved_place(&self, old: &Library, place: &Place) -> Place {
        let plan = place.plan.and_then(|plan| {
            let id = &old.plans.get(plan)?.id;
            self.library.place_of(id)
        });
        let section = place.section.zip(place.plan).zip(plan).and_then(|((section, was), plan)| {
            let id = &old.plans.get(was)?.sections.get(section)?.id;
            self.library.plans.get(plan)?.sections.iter().position(|section| section.id == *id)
        });
        Place { plan, section, ..*place }
    }

    fn moved_item(&self, old: &Library, item: ItemRef) -> Option<ItemRef> {
        self.library.find_path(&old.path(item)?)
    }

    fn moved_subject(&self, old: &Library, subject: Subject) -> Option<Subject> {
        match subject {
            Subject::Item(item) => self.moved_item(old, item).map(Subject::Item),
            Subject::Source(was, source) => {
                let was = old.plans.get(was)?;
                let id = &was.sources.get(source)?.id;
                let plan = self.library.place_of(&was.id)?;
                let source =
                    self.library.plans.get(plan)?.sources.iter().position(|source| source.id == *id)?;
                Some(Subject::Source(plan, source))
            }
        }
    }

    /// The row of the list that shows `subject`.
    pub(super) fn row_of(&self, subject: Subject) -> Option<usize> {
        self.rows.iter().position(|row| match (row, subject) {
            (Row::Item(row), Subject::Item(item)) => *row == item,
            (Row::Source(plan, source), Subject::Source(p, s)) => (*plan, *source) == (p, s),
            _ => false,
        })
    }
}
