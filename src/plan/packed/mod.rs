//! The built-in plans read beforehand: what each of their texts says and where it stands, so that a start without a
//! library of one's own parses nothing. `builtin.pack` holds that for the files as they were when it was written; where
//! one of them has changed since, all are read as any library is.
//!
//! The pack has a digest of each file (64 bits, little endian), then for each plan the length of what follows and its
//! fields in the order of `fields`. Numbers are LEB128. After a change of the briefings or of the model
//! `JIANBAO_ACCEPT=1 cargo test packed` writes it anew.

mod fields;
mod stream;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::builtin::{BUILTIN, Builtin};
use super::model::Plan;
use super::part::Part;
use super::text::Text;
use crate::crew;
use fields::Packed;
use stream::Reader;

static PACK: &[u8] = include_bytes!("builtin.pack");

/// The built-in plans; `None` where the pack is of other files than those that are built in.
pub(super) fn parts() -> Option<Vec<Arc<Part>>> {
    unpack(PACK, BUILTIN)
}

fn unpack(pack: &[u8], files: &[Builtin]) -> Option<Vec<Arc<Part>>> {
    let (digests, plans) = pack.split_at_checked(8 * files.len())?;
    let known = digests.chunks_exact(8).zip(files).all(|(digest, file)| *digest == file.digest.to_le_bytes());
    let texts: Vec<Text> = files.iter().map(|file| Text::fixed(file.text)).collect();
    let plans = known.then(|| Reader::new(plans, &texts))?.pieces()?;
    let part = |mut plan: Reader<'_>| {
        let read = Plan::read(&mut plan)?;
        (plan.left() == 0).then(|| Arc::new(Part::sound(read)))
    };
    crew::map(plans.into_iter(), part).into_iter().collect()
}
