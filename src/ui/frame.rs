//! The characters that rules, bars and markers are drawn with: lines, or ASCII for terminals and fonts
//! that have none.

/// Characters one column wide each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// A rule across.
    pub across: &'static str,
    /// A rule down.
    pub down: &'static str,
    /// The marker of the selected row.
    pub marker: &'static str,
    /// What stands before a task: a sign whose width no terminal disputes, as the marker, for they stand on many rows.
    pub bullet: &'static str,
    /// The filled and the empty part of a gauge.
    pub gauge: [&'static str; 2],
    /// The thumb of a scroll bar.
    pub thumb: &'static str,
    /// A point on a timeline: past, to come.
    pub point: [&'static str; 2],
    /// What leads away from a point, and what ends an interval, and what leaves it open.
    pub rail: [&'static str; 3],
    /// What stands between a place and what is in it.
    pub within: &'static str,
    /// What stands between the first and the last of a row of keys.
    pub to: &'static str,
    /// What stands where words were left out.
    pub more: &'static str,
    /// Full blocks in texts are drawn with this.
    pub block: &'static str,
    /// Whether all of them are ASCII.
    pub is_ascii: bool,
}

impl Frame {
    /// Box-drawing characters.
    pub const LINES: Self = Self {
        across: "─",
        down: "│",
        marker: "▸",
        bullet: "◦",
        gauge: ["█", "░"],
        thumb: "┃",
        point: ["●", "○"],
        rail: ["─", "■", "▸"],
        within: "›",
        to: "–",
        more: "…",
        block: "█",
        is_ascii: false,
    };

    /// ASCII only.
    pub const ASCII: Self = Self {
        across: "-",
        down: "|",
        marker: ">",
        bullet: "-",
        gauge: ["#", "."],
        thumb: "#",
        point: ["*", "o"],
        rail: ["-", "*", ">"],
        within: ">",
        to: "-",
        more: "~",
        block: "#",
        is_ascii: true,
    };
}
