//! The pack, `builtin.pack`: a digest of each file (64 bits, little endian), then for each plan the length of what follows
//! and its fields in the order of `fields`. Numbers are LEB128. It is of the files as they were when it was written; where
//! one of them has changed since, all are read as any library is. After a change of the briefings or of the model
//! `JIANBAO_ACCEPT=1 cargo test packed` writes it anew.

use std::sync::Arc;

use super::fields::Packed;
use super::stream::Reader;
use crate::crew;
use crate::plan::builtin::{BUILTIN, Builtin};
use crate::plan::model::Plan;
use crate::plan::part::Part;
use crate::plan::text::Text;

static PACK: &[u8] = include_bytes!("builtin.pack");

/// The built-in plans; `None` where the pack is of other files than those that are built in.
pub(in crate::plan) fn parts() -> Option<Vec<Arc<Part>>> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::super::stream::Writer;
    use super::*;
    use crate::plan::Library;
    use crate::plan::load::builtin_files;

    /// The pack of the files as they are.
    fn packed(library: &Library) -> Vec<u8> {
        let files: Vec<(&str, &str)> = BUILTIN.iter().map(|file| (file.path, file.text)).collect();
        let mut to = Writer::new(&files);
        BUILTIN.iter().for_each(|file| to.bytes.extend(file.digest.to_le_bytes()));
        for plan in &library.plans {
            let from = to.bytes.len();
            plan.write(&mut to);
            to.piece(from);
        }
        to.bytes
    }

    fn plans(library: &Library) -> Vec<&Plan> {
        library.plans.iter().map(|plan| &**plan).collect()
    }

    #[test]
    fn what_is_packed_is_what_the_files_say() {
        let read = Library::from_files(&builtin_files());
        assert!(read.problems.is_empty());
        let pack = packed(&read);
        if std::env::var_os("JIANBAO_ACCEPT").is_some() {
            fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/plan/packed/builtin.pack"), &pack).unwrap();
        } else {
            assert!(pack == PACK, "the briefings or the model changed: JIANBAO_ACCEPT=1 cargo test packed");
            let unpacked = Library::builtin();
            assert_eq!(format!("{:?}", plans(&unpacked)), format!("{:?}", plans(&read)));
            assert_eq!((unpacked.timeline, unpacked.series), (read.timeline, read.series));
        }
    }

    #[test]
    fn a_pack_of_other_files_is_left_alone() {
        let text = BUILTIN[0].text;
        let other = |digest| {
            let same = BUILTIN.iter().skip(1);
            let same = same.map(|file| Builtin { path: file.path, text: file.text, digest: file.digest });
            let first = Builtin { path: BUILTIN[0].path, text, digest };
            std::iter::once(first).chain(same).collect::<Vec<_>>()
        };
        assert!(unpack(PACK, &other(BUILTIN[0].digest)).is_some());
        assert!(unpack(PACK, &other(BUILTIN[0].digest ^ 1)).is_none());
        assert!(unpack(PACK, &other(BUILTIN[0].digest)[1..]).is_none());
    }

    #[test]
    fn a_pack_that_is_spoilt_is_noticed_or_read_without_harm() {
        let mut unread = 0;
        for at in (8 * BUILTIN.len()..PACK.len()).step_by(101) {
            let mut spoilt = PACK.to_vec();
            spoilt[at] ^= 1 << (at % 8);
            unread += usize::from(unpack(&spoilt, BUILTIN).is_none());
            unread += usize::from(unpack(&PACK[..at], BUILTIN).is_none());
        }
        assert!(unread > 0);
    }
}
