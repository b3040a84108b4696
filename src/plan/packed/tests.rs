//! The pack is what the files say, and whatever is wrong with it is noticed.

use std::fs;

use super::fields::Packed as _;
use super::stream::Writer;
use super::{BUILTIN, Builtin, PACK, unpack};
use crate::plan::load::builtin_files;
use crate::plan::{Library, Plan};

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
