//! The tables that `open_bench` prints: what each thing costs at each size beside its peer, held to its goal, and
//! what that is for each section.

/// Ours, and what stands beside it, where there is any.
#[derive(Clone, Copy)]
pub(crate) struct Pair(pub(crate) Option<f64>, pub(crate) Option<f64>);

impl Pair {
    fn ratio(self) -> Option<f64> {
        Some(self.0? / self.1?)
    }
}

/// A goal: at most so much.
#[derive(Clone, Copy)]
pub(crate) enum Most {
    /// Of what stands beside it.
    Share(f64),
    /// By itself.
    Value(f64),
}

/// What is counted.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    /// Milliseconds.
    Ms,
    /// Megabytes, of a million bytes.
    Mb,
}

impl Unit {
    fn words(self) -> &'static str {
        match self {
            Self::Ms => "ms",
            Self::Mb => "MB",
        }
    }

    /// A thousandth of it.
    fn small(self) -> &'static str {
        match self {
            Self::Ms => "µs",
            Self::Mb => "kB",
        }
    }
}

/// One thing that was measured, at each size.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// What stands beside it.
    pub(crate) beside: &'static str,
    pub(crate) unit: Unit,
    /// By the name of a size.
    pub(crate) goals: Vec<(&'static str, Most)>,
    pub(crate) cells: Vec<Pair>,
    /// Whether it may grow with the library.
    pub(crate) grows: bool,
}

impl Row {
    /// The same, of what may grow with the library.
    pub(crate) fn growing(self) -> Self {
        Self { grows: true, ..self }
    }

    /// The goals in words, those of several sizes once.
    fn goal(&self) -> String {
        let mut told: Vec<(String, Vec<&str>)> = Vec::new();
        for (size, most) in &self.goals {
            let words = match most {
                Most::Share(share) => format!("{share}×"),
                Most::Value(value) => format!("{value} {}", self.unit.words()),
            };
            match told.iter_mut().find(|(known, _)| *known == words) {
                Some((_, sizes)) => sizes.push(size),
                None => told.push((words, vec![size])),
            }
        }
        let one = |(words, sizes): &(String, Vec<&str>)| format!("{words} at {}", sizes.join(", "));
        told.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// Where a goal is missed, and by how much.
    fn missed(&self, names: &[&str]) -> String {
        let miss = |(size, most): &(&str, Most)| {
            let at = names.iter().position(|name| name == size)?;
            let cell = *self.cells.get(at)?;
            let over = match most {
                Most::Share(share) => cell.ratio()? / share,
                Most::Value(value) => cell.0? / value,
            };
            (over > 1.0).then(|| format!("{size} by {:.0} %", (over - 1.0) * 100.0))
        };
        self.goals.iter().filter_map(miss).collect::<Vec<_>>().join("; ")
    }
}

/// Prints the table of all rows at the sizes of these names.
pub(crate) fn print(names: &[&str], rows: &[Row]) {
    println!("| | {} | beside | goal: at most | missed |", names.join(" | "));
    println!("| --- |{} --- | --- | --- |", " --: |".repeat(names.len()));
    for row in rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| words(*cell)).collect();
        let (goal, missed) = (row.goal(), row.missed(names));
        let unit = row.unit.words();
        println!("| {}, {unit} | {} | {} | {goal} | {missed} |", row.name, cells.join(" | "), row.beside);
    }
}

/// Ours, the other's and the ratio.
pub(crate) fn words(cell: Pair) -> String {
    match (cell, cell.ratio()) {
        (Pair(Some(ours), Some(other)), Some(ratio)) => {
            format!("{} / {} = {}×", short(ours), short(other), short(ratio))
        }
        (Pair(Some(ours), _), _) => short(ours),
        _ => "–".to_owned(),
    }
}

/// A number with two digits that count, or all before the point.
fn short(value: f64) -> String {
    match value {
        ..0.1 => format!("{value:.3}"),
        ..1.0 => format!("{value:.2}"),
        ..10.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// More than this from one size to the next is no longer linear.
const NOISE: f64 = 1.25;

/// Prints what each section costs, and whether that stays the same or falls.
pub(crate) fn growth(names: &[&str], sections: &[usize], rows: &[Row]) {
    println!("| | {} | growth |", names.join(" | "));
    println!("| --- |{} --- |", " --: |".repeat(names.len()));
    for row in rows.iter().filter(|row| row.grows) {
        let each = row.cells.iter().zip(sections).map(|(cell, count)| Some(cell.0? * 1000.0 / *count as f64));
        let each: Vec<Option<f64>> = each.collect();
        let cells: Vec<String> = each.iter().map(|cost| cost.map_or("–".to_owned(), short)).collect();
        println!("| {}, {} | {} | {} |", row.name, row.unit.small(), cells.join(" | "), steepest(&each));
    }
}

/// `linear`, unless a section costs more in a larger library than in the one before.
fn steepest(each: &[Option<f64>]) -> String {
    let steps = each.windows(2).filter_map(|two| Some(two.last()?.as_ref()? / two.first()?.as_ref()?));
    let worst = steps.fold(0.0, f64::max);
    if worst <= NOISE { "linear".to_owned() } else { format!("up to {worst:.1}× a section") }
}
