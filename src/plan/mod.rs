//! The briefing: plans, sections and their items, valid by construction.
//!
//! A file goes through four hands. `read` holds the TOML against its [`shape`] and passes on sound raw
//! types, which `quick` does in one go where nothing is wrong; `build` reads figures, dates and ids; `part` closes the references inside a plan, `link` those from
//! plan to plan. Each notes every [`Problem`] it meets and goes on with what is sound. A [`Text`] of the model stands
//! where its file has it. Nothing here draws, and only `disk` and `load` touch the file system.

mod build;
mod builtin;
mod check;
mod cited;
mod convert;
pub mod date;
mod disk;
mod draft;
mod encoding;
pub mod figure;
mod file;
mod format;
mod id;
mod item;
mod limits;
mod link;
mod load;
mod model;
mod names;
mod near;
mod opening;
mod packed;
mod pane;
mod part;
mod problem;
mod quick;
mod rare;
mod raw;
mod read;
mod reasons;
mod scan;
pub mod shape;
mod shelf;
mod squeeze;
mod text;

pub use check::{CheckOptions, RULES, Rule, check};
pub use cited::Cited;
pub use date::Date;
pub use disk::{Stamp, is_briefing, plan_folders, stamps};
pub use draft::SourceFile;
pub use figure::Figure;
pub use format::{FormatError, format};
pub use id::{ItemId, PlanId, SectionId, SeriesId, SourceId, is_id};
pub use item::{Item, Listed};
pub use limits::{FILE_CAP, Limits};
pub use load::{Found, builtin_files, library_files};
pub use model::{
    Base, Declared, Event, EventRef, InSeries, ItemRef, Library, Link, Loading, Measure, More, Number,
    NumberKind, Plan, Section, Slot, Source, Task, Term, TermKind, Voice,
};
pub use near::nearest;
pub use opening::{GoOn, Outline};
pub use pane::Pane;
pub use problem::{Encoding, Excerpt, Place, Problem, Reason, Referent, Severity, Wanted};
pub use rare::{Absent, Rare};
pub use shelf::Shelf;
pub use text::Text;
