//! The briefings compiled into the program: the files of `briefings/`, by path. A test holds this
//! list equal to the folder.

macro_rules! files {
    ($($folder:literal: $($name:literal)*;)*) => {
        &[$($((
            concat!($folder, "/", $name, ".toml"),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/", $folder, "/", $name, ".toml")),
        ),)*)*]
    };
}

/// Path in the library and text of each file.
pub(super) static BUILTIN: &[(&str, &str)] = files! {
    "qianhai-2026": "plan" "overview" "rules" "industry" "hub" "livelihood" "e-hub" "landmarks" "reactions";
    "hetao-shenzhen": "plan" "overview" "signing" "flows" "resources-2025" "industry" "province-ministry" "hk-park";
    "gba-platforms": "plan" "four-platforms" "leading-group";
    "hk-fyp-regional": "plan" "overview" "gba" "platforms" "belt-road" "global" "reactions" "hk-people";
    "ce-visits": "plan" "2023-middle-east" "2025-middle-east" "2026-central-asia";
    "guangdong-15fyp": "plan" "overview" "hetao-platforms" "sci-tech" "computing" "emerging" "future" "talent" "education" "data";
    "china-belarus": "plan" "exchange" "park" "proposals" "hk-role";
    "go-global": "plan" "promotion" "task-force" "alliance" "case";
};
