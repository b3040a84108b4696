//! Prints how our line breaking compares with ratatui's and textwrap's on the briefings: `cargo run --release
//! --example wrap_report`. A measure for people; `tests/text/setting.rs` is what holds us to the rules.
#![allow(clippy::unwrap_used, clippy::string_slice, missing_docs)]

#[path = "../text/corpus.rs"]
mod corpus;

use std::panic;
use std::time::{Duration, Instant};

use jianbao::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Paragraph, Widget, Wrap};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

type Method = fn(&str, usize) -> Option<Vec<String>>;

const METHODS: [(&str, Method); 4] = [
    ("jianbao", ours),
    ("textwrap, Unicode breaks", |s, columns| {
        Some(textwraps(s, columns, WordSeparator::UnicodeBreakProperties))
    }),
    ("textwrap, at spaces", |s, columns| Some(textwraps(s, columns, WordSeparator::AsciiSpace))),
    ("ratatui Paragraph.wrap", ratatuis),
];

#[derive(Default)]
struct Score {
    lines: usize,
    bad_start: usize,
    bad_end: usize,
    split_word: usize,
    split_figure: usize,
    overflow: usize,
    waste: usize,
    inner: usize,
    panics: usize,
    time: Duration,
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    let sentences = corpus::sentences();
    for widths in [10..=29, 30..=80] {
        let (first, last) = (widths.start(), widths.end());
        println!("\n{} texts, widths {first} to {last}\n", sentences.len());
        println!(
            "| method | lines | bad start | bad end | split word that fits | split figure | too wide | panics | empty columns a line | MB/s |"
        );
        println!("|---|---|---|---|---|---|---|---|---|---|");
        for (name, method) in METHODS {
            let mut score = Score::default();
            widths
                .clone()
                .for_each(|columns| sentences.iter().for_each(|s| measure(s, columns, method, &mut score)));
            let bytes = sentences.iter().map(String::len).sum::<usize>() * widths.clone().count();
            print(name, &score, bytes);
        }
    }
}

#[allow(clippy::cast_precision_loss)]
fn print(name: &str, score: &Score, bytes: usize) {
    let Score { lines, bad_start, bad_end, split_word, split_figure, overflow, panics, .. } = score;
    let waste = score.waste as f64 / score.inner.max(1) as f64;
    let speed = bytes as f64 / score.time.as_secs_f64() / 1e6;
    println!(
        "| {name} | {lines} | {bad_start} | {bad_end} | {split_word} | {split_figure} | {overflow} | {panics} | {waste:.2} | {speed:.1} |"
    );
}

fn measure(s: &str, columns: usize, method: Method, score: &mut Score) {
    let start = Instant::now();
    let wrapped = method(s, columns);
    score.time += start.elapsed();
    let Some(lines) = wrapped else {
        score.panics += 1;
        return;
    };
    score.lines += lines.len();
    score.overflow += lines.iter().filter(|line| text::width(line) > columns).count();
    let mut from = 0;
    for pair in lines.windows(2) {
        let (left, right) =
            (pair[0].chars().next_back().unwrap_or(' '), pair[1].chars().next().unwrap_or(' '));
        score.inner += 1;
        score.waste += columns.saturating_sub(text::width(&pair[0]));
        score.bad_start += usize::from("、。，；：？！」』）》…—·%".contains(right));
        score.bad_end += usize::from("「『（《".contains(left));
        from += s[from..].find(&pair[0]).map_or(0, |at| at + pair[0].len());
        if s[from..].starts_with(right) {
            score.split_word += usize::from((2..=columns).contains(&word_around(s, from)));
            score.split_figure += usize::from(splits_figure(&s[..from], right));
        }
    }
}

/// The columns of the Latin word that goes on across byte `at`; 0 when none does.
fn word_around(s: &str, at: usize) -> usize {
    let (before, after) = s.split_at(at);
    let latin = |c: char| c.is_ascii_alphanumeric();
    let left = before.len() - before.trim_end_matches(latin).len();
    let right = after.len() - after.trim_start_matches(latin).len();
    if left.min(right) == 0 { 0 } else { left + right }
}

/// Whether the text before the break ends in a figure, with a magnitude or not, whose unit follows.
fn splits_figure(before: &str, unit: char) -> bool {
    let digits = before.trim_end_matches(['十', '百', '千', '萬', '億']);
    digits.ends_with(|c: char| c.is_ascii_digit())
        && "十百千萬億年月日條項個份棟點位名家間次屆歲米呎倍元美港平公小分".contains(unit)
}

#[allow(clippy::unnecessary_wraps)]
fn ours(s: &str, columns: usize) -> Option<Vec<String>> {
    Some(text::wrap_lines(s, columns).into_iter().map(str::to_owned).collect())
}

fn textwraps(s: &str, columns: usize, separator: WordSeparator) -> Vec<String> {
    let options = Options::new(columns)
        .word_separator(separator)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(s, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// What ratatui draws, read back from a buffer with room at the right, where it overruns; `None` where it panics.
fn ratatuis(s: &str, columns: usize) -> Option<Vec<String>> {
    let width = u16::try_from(columns).unwrap();
    let area = Rect::new(0, 0, width + 4, u16::try_from(text::width(s) / (columns / 2).max(1) + 4).unwrap());
    let drawn = panic::catch_unwind(|| {
        let mut buffer = Buffer::empty(area);
        Paragraph::new(s).wrap(Wrap { trim: true }).render(Rect { width, ..area }, &mut buffer);
        buffer
    });
    let row = |buffer: &Buffer, y: u16| {
        let (mut line, mut x) = (String::new(), 0);
        while x < area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(text::width(symbol).max(1)).unwrap();
        }
        line.trim_end().to_owned()
    };
    let buffer = drawn.ok()?;
    Some((0..area.height).map(|y| row(&buffer, y)).filter(|line| !line.is_empty()).collect())
}
