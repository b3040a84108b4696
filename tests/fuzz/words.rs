//! Texts as an enemy, a careless colleague or a torn file would write them, and TOML around them.

use super::dice::Dice;

/// Characters that act on terminals, hide or reorder text, or whose width is disputed; and plain ones.
const KINDS: &[&[(char, char)]] = &[
    &[('\0', '\u{1f}'), ('\u{7f}', '\u{9f}')],
    &[('\u{1b}', '\u{1b}'), ('\u{9b}', '\u{9d}'), ('\u{90}', '\u{90}')],
    &[('\u{202a}', '\u{202e}'), ('\u{2066}', '\u{2069}'), ('\u{200e}', '\u{200f}'), ('\u{61c}', '\u{61c}')],
    &[('\u{200b}', '\u{200d}'), ('\u{2060}', '\u{2064}'), ('\u{feff}', '\u{feff}'), ('\u{ad}', '\u{ad}')],
    &[('\u{2028}', '\u{2029}'), ('\u{fff9}', '\u{fffb}'), ('\u{3164}', '\u{3164}'), ('\u{115f}', '\u{1160}')],
    &[('\u{e0000}', '\u{e007f}'), ('\u{fe00}', '\u{fe0f}'), ('\u{e0100}', '\u{e01ef}')],
    &[
        ('\u{e000}', '\u{f8ff}'),
        ('\u{f0000}', '\u{10ffff}'),
        ('\u{fdd0}', '\u{fdef}'),
        ('\u{ffff}', '\u{ffff}'),
    ],
    &[('\u{300}', '\u{36f}'), ('\u{20d0}', '\u{20f0}'), ('\u{3099}', '\u{309a}')],
    &[('\u{1f300}', '\u{1faff}'), ('\u{1f1e6}', '\u{1f1ff}'), ('\u{2600}', '\u{27bf}')],
    &[('\u{1100}', '\u{11ff}'), ('\u{ac00}', '\u{d7a3}'), ('\u{ff66}', '\u{ff9f}')],
    &[('\u{900}', '\u{97f}'), ('\u{e00}', '\u{e7f}'), ('\u{f00}', '\u{fff}'), ('\u{1000}', '\u{109f}')],
    &[('\u{590}', '\u{6ff}'), ('\u{700}', '\u{74f}'), ('\u{fb50}', '\u{fdff}')],
    &[('\u{4e00}', '\u{9fff}')],
    &[('\u{4e00}', '\u{9fff}'), ('\u{20000}', '\u{2ffff}'), ('\u{f900}', '\u{faff}')],
    &[('、', '。'), ('「', '』'), ('！', '～'), ('“', '”'), ('—', '—'), ('…', '…')],
    &[(' ', '~')],
    &[('0', '9'), ('0', '9'), ('.', '.'), (',', ','), ('億', '億'), ('萬', '萬'), ('%', '%'), ('逾', '逾')],
    &[('\0', '\u{d7ff}'), ('\u{e000}', '\u{10ffff}')],
];

/// Whole pieces that have hurt programs before, or mean something to this one.
const PIECES: &[&str] = &[
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]52;c;aGk=\u{7}",
    "\u{1b}]8;;http://x\u{1b}\\",
    "\u{1b}P+q",
    "\u{9b}31m",
    "\u{1b}c",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    "\u{8}\u{8}",
    "\u{1b}[6n",
    "\u{1b}[?1049l",
    "\u{1b}_G",
    "👨\u{200d}👩\u{200d}👧",
    "🇭🇰",
    "👍🏽",
    "⚠\u{fe0f}",
    "क्षि",
    "ﷺ",
    "각",
    "ｶﾞ",
    "-水é",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
    "約16.5億美元",
    "逾56條",
    "2026-07",
    "2026-01/2026-12",
    "2026-2X",
    "2027-33",
    "~",
    "9999999999999999999999999999億",
    "1e309",
    "-0",
    "{path}",
    "{{",
    "}",
    "%s",
    "../..",
    "/",
    "C:\\",
    "\"",
    "'",
    "'''",
    "\"\"\"",
    "\\u0000",
    "#",
    "[[",
    "=",
];

/// One character of any kind.
pub(super) fn character(dice: &mut Dice) -> char {
    let ranges = dice.pick(KINDS);
    let (first, last) = dice.pick(ranges);
    let span = u32::from(last) - u32::from(first) + 1;
    let code = u32::from(first) + u32::try_from(dice.below(span as usize)).unwrap();
    char::from_u32(code).unwrap_or('\u{fffd}')
}

/// A text of a few pieces; once in a long while a huge one.
pub(super) fn text(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..dice.below(6) {
        match dice.below(3) {
            0 => text.push_str(dice.pick(PIECES)),
            1 => text.push(character(dice)),
            _ => {
                let ranges = dice.pick(KINDS);
                let (first, last) = dice.pick(ranges);
                text.extend([first, last]);
            }
        }
    }
    if dice.one_in(4000) { text.repeat(2000) } else { text }
}

/// A number, date, word or id as a briefing holds them, or nearly.
fn expected(dice: &mut Dice) -> String {
    let number = dice.roll() % 10_u64.pow(u32::try_from(1 + dice.below(19)).unwrap());
    let before = dice.pick(&["", "約", "逾", "近", "不少於", "至少", "最多", "~", "第", "-", "十", "廿"]);
    let after = dice.pick(&[
        "",
        "%",
        "億",
        "萬億美元",
        "條",
        "個百分點",
        "倍",
        "至",
        "-",
        "/",
        ".5",
        "年",
        "X",
        "?",
        "餘",
    ]);
    match dice.below(4) {
        0 => format!("{:04}-{:02}-{:02}", number % 3000, number % 14, number % 33),
        1 => dice
            .pick(&["target", "actual", "concept", "s", "n", "src", "p/s/n", "2026", "2026/..", ".."])
            .to_owned(),
        _ => format!("{before}{number}{after}"),
    }
}

/// A value of TOML: mostly a text, escaped or raw, else anything.
pub(super) fn value(dice: &mut Dice) -> String {
    match dice.below(12) {
        0..=4 => escaped(&text(dice), dice),
        5 => format!("\"{}\"", text(dice)),
        6 => format!("'{}'", text(dice)),
        7 => format!("\"\"\"{}\"\"\"", text(dice)),
        8 | 9 => format!("\"{}\"", expected(dice)),
        10 => dice
            .pick(&["1", "-1", "99999999999999999999", "1.5", "inf", "true", "2026-07-01", "07:32:00"])
            .into(),
        _ => nested(dice),
    }
}

/// A basic string with everything but letters escaped, so that it reaches what lies behind the parser.
fn escaped(text: &str, dice: &mut Dice) -> String {
    let all = dice.one_in(2);
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() && !all { out.push(c) } else { out += &format!("\\U{:08X}", u32::from(c)) }
    }
    out + "\""
}

/// Arrays and tables, sometimes deeper than the parser goes.
fn nested(dice: &mut Dice) -> String {
    let depth = 1 + if dice.one_in(50) { dice.below(2000) } else { dice.below(6) };
    let (open, close) =
        dice.pick(&[("[", "]"), ("{a=", "}"), ("[[", "]]"), ("{\"\\u001b\"=", "}"), ("[1,", "]")]);
    format!(
        "{}{}{}",
        open.repeat(depth),
        escaped(&text(dice), dice),
        close.repeat(depth - usize::from(dice.one_in(8)))
    )
}

/// `text` with some of its lines changed: another value, another key, twice, gone, elsewhere, anything.
pub(super) fn changed(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=dice.below(3) {
        if lines.is_empty() {
            break;
        }
        let at = dice.below(lines.len());
        let key = lines[at].split(" = ").next().unwrap_or_default().to_owned();
        match dice.below(16) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => lines[at] = self::text(dice),
            3 => lines[at] = format!("{} = {}", escaped(&self::text(dice), dice), value(dice)),
            4 => lines[at] = format!("{key} = [{}, {}]", value(dice), value(dice)),
            5 => {
                let other = dice.below(lines.len());
                lines.swap(at, other);
            }
            _ => lines[at] = format!("{key} = {}", value(dice)),
        }
    }
    lines.join("\n")
}

/// Bytes of no text at all, or those of `text` cut, turned, doubled or mixed with others.
pub(super) fn bytes(text: &str, dice: &mut Dice) -> Vec<u8> {
    if dice.one_in(4) {
        return (0..dice.below(200)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
    }
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len().max(1)).min(bytes.len());
        let upto = (at + dice.below(40)).min(bytes.len());
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..upto)),
            2 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
            3 => {
                let copy = bytes[at..upto].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            _ => {
                let noise: Vec<u8> =
                    (0..dice.below(6)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
                bytes.splice(at..at, noise);
            }
        }
    }
    bytes
}
