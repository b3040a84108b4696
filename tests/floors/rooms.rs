//! The plan of the house: each room, its floor, and what it may use. Change it here first.

/// A room: a folder of `src/` with its `mod.rs`, or a single file there.
pub(super) struct Room {
    pub(super) name: &'static str,
    pub(super) floor: u8,
    /// Rooms it may use.
    pub(super) uses: &'static [&'static str],
    /// Crates it may use.
    pub(super) crates: &'static [&'static str],
}

/// Every room, from the ground up.
pub(super) const ROOMS: &[Room] = &[
    Room {
        name: "text",
        floor: 1,
        uses: &["sort"],
        crates: &["ferrous_opencc", "icu_segmenter", "unicode_width", "unicode_segmentation"],
    },
    Room { name: "crew", floor: 1, uses: &[], crates: &["rustix"] },
    Room { name: "fault", floor: 1, uses: &[], crates: &[] },
    Room { name: "sort", floor: 1, uses: &[], crates: &[] },
    Room { name: "lang", floor: 1, uses: &["text"], crates: &[] },
    Room { name: "keys", floor: 1, uses: &["text", "lang"], crates: &[] },
    Room {
        name: "plan",
        floor: 2,
        uses: &["text", "lang", "crew", "fault", "sort"],
        crates: &[
            "chrono",
            "edtf_core",
            // Of rustix the flags that open a file without waiting for a writer.
            "rustix",
            "serde",
            "strsim",
            "thiserror",
            "toml",
            "toml_edit",
            "toml_parser",
            "unicode_segmentation",
        ],
    },
    Room { name: "backend", floor: 2, uses: &["text", "sort"], crates: &["ratatui", "unicode_width"] },
    Room {
        name: "config",
        floor: 3,
        uses: &["text", "lang", "keys", "plan"],
        crates: &["thiserror", "toml"],
    },
    Room {
        name: "store",
        floor: 3,
        uses: &["text", "lang", "plan", "sort"],
        crates: &["chrono", "thiserror", "toml"],
    },
    Room {
        name: "find",
        floor: 3,
        uses: &["text", "lang", "crew", "sort", "plan"],
        crates: &["chrono", "memchr"],
    },
    Room {
        name: "export",
        floor: 3,
        uses: &["text", "lang", "plan", "sort"],
        crates: &["chrono", "serde", "serde_json", "thiserror"],
    },
    Room {
        name: "app",
        floor: 4,
        uses: &["text", "lang", "keys", "plan", "find", "export", "store", "config", "sort"],
        crates: &["chrono", "tui_input"],
    },
    Room {
        name: "ui",
        floor: 5,
        // Of the backend one function: `ONLY`.
        uses: &["text", "lang", "keys", "plan", "find", "config", "app", "backend"],
        crates: &["chrono", "ratatui", "tui_big_text", "tui_input"],
    },
    Room {
        name: "session",
        floor: 6,
        uses: &["app", "backend", "config", "fault", "ui"],
        crates: &["ratatui"],
    },
    Room {
        name: "terminal",
        floor: 7,
        uses: &[
            "text", "lang", "keys", "plan", "backend", "config", "store", "find", "app", "session", "crew",
            "fault", "sort",
        ],
        crates: &[
            "anyhow",
            "chrono",
            "crossterm",
            "notify",
            "rustix",
            "signal_hook",
            "thiserror",
            "unicode_segmentation",
        ],
    },
    Room {
        name: "cli",
        floor: 8,
        uses: &[
            "text", "lang", "keys", "plan", "config", "store", "find", "export", "app", "session", "terminal",
        ],
        // Of crossterm one function: `ONLY`.
        crates: &[
            "anyhow",
            "chrono",
            "crossterm",
            "lexopt",
            "rustix",
            "serde",
            "serde_json",
            "toml",
            "toml_edit",
        ],
    },
    Room { name: "lib", floor: 9, uses: &[], crates: &[] },
    Room { name: "main", floor: 10, uses: &["cli"], crates: &[] },
];

/// Arrows between rooms of one floor.
pub(super) const BESIDE: &[(&str, &str)] =
    &[("keys", "text"), ("keys", "lang"), ("lang", "text"), ("text", "sort")];

/// Where a room may use a part of another room or crate and nothing else of it.
pub(super) const ONLY: &[(&str, &str, &[&str])] =
    &[("ui", "backend", &["blank_cut_edges"]), ("cli", "crossterm", &["terminal::size"])];

/// Parts of std that touch the machine: what is written, and the rooms or files that may write it.
pub(super) const STD: &[(&str, &[&str])] = &[
    ("std::fs", &["src/plan/disk.rs", "src/plan/load.rs", "store", "cli", "terminal"]),
    ("std::env", &["fault", "cli", "terminal"]),
    ("std::process", &["store", "cli", "terminal"]),
    ("std::thread", &["crew", "fault", "store", "terminal"]),
    ("std::net", &[]),
    ("io::stdin", &["cli", "terminal"]),
    ("io::stdout", &["cli", "terminal"]),
    ("io::stderr", &["cli", "terminal"]),
    ("Instant::now", &["crew", "terminal"]),
    ("SystemTime", &["store", "cli", "terminal"]),
    ("Local::now", &["cli", "terminal"]),
    ("Utc::now", &["cli", "terminal"]),
];

/// The room called `name`.
pub(super) fn room(name: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|room| room.name == name)
}

#[test]
fn the_plan_itself_has_no_arrow_that_runs_up() {
    for room in ROOMS {
        for used in room.uses {
            let used =
                self::room(used).unwrap_or_else(|| panic!("{} uses {used}, which is no room", room.name));
            let beside = used.floor == room.floor && BESIDE.contains(&(room.name, used.name));
            assert!(used.floor < room.floor || beside, "{} → {} runs up", room.name, used.name);
        }
    }
}
