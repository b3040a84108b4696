//! The briefings compiled into the program: the files of `briefings/`, by path. A test holds this
//! list equal to the folder.

/// A file compiled into the program.
pub(super) struct Builtin {
    /// Its path in the library.
    pub(super) path: &'static str,
    pub(super) text: &'static str,
    /// What tells this text from any other, worked out by the compiler.
    pub(super) digest: u64,
}

macro_rules! files {
    ($($folder:literal: $($name:literal)*;)*) => {
        &[$($({
            const TEXT: &str =
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/", $folder, "/", $name, ".toml"));
            const DIGEST: u64 = digest(TEXT.as_bytes());
            Builtin { path: concat!($folder, "/", $name, ".toml"), text: TEXT, digest: DIGEST }
        },)*)*]
    };
}

/// FNV-1a in 64 bits.
const fn digest(mut bytes: &[u8]) -> u64 {
    let mut digest: u64 = 0xcbf2_9ce4_8422_2325;
    while let [first, rest @ ..] = bytes {
        digest = (digest ^ *first as u64).wrapping_mul(0x0100_0000_01b3);
        bytes = rest;
    }
    digest
}

pub(super) static BUILTIN: &[Builtin] = files! {
    "qianhai-2026": "plan" "overview" "rules" "industry" "hub" "livelihood" "e-hub" "landmarks" "reactions";
    "hetao-shenzhen": "plan" "overview" "signing" "flows" "resources-2025" "industry" "province-ministry" "hk-park";
    "gba-platforms": "plan" "four-platforms" "leading-group";
    "hk-fyp-regional": "plan" "overview" "gba" "platforms" "belt-road" "global" "reactions" "hk-people";
    "ce-visits": "plan" "2023-middle-east" "2025-middle-east" "2026-central-asia";
    "guangdong-15fyp": "plan" "overview" "hetao-platforms" "sci-tech" "computing" "emerging" "future" "talent" "education" "data";
    "china-belarus": "plan" "exchange" "park" "proposals" "hk-role";
    "go-global": "plan" "promotion" "task-force" "alliance" "case";
};
