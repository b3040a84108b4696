//! A source file as the checks see it: as written, as code without comments and texts, and as code
//! without its tests. All three have the same lines.

/// A source file.
pub(super) struct Source {
    /// `src/plan/load.rs`.
    pub(super) path: String,
    /// As written.
    pub(super) text: String,
    /// Comments and the insides of texts blanked.
    pub(super) code: String,
    /// The same with what stands under `#[cfg(test)]` blanked.
    pub(super) bare: String,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let code = code_only(text);
        let bare = without_tests(&code);
        Self { path: path.to_owned(), text: text.to_owned(), code, bare }
    }

    /// The modules the file stands in: `["plan", "date"]` for `src/plan/date/mod.rs`.
    pub(super) fn modules(&self) -> Vec<&str> {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let path = path.strip_suffix(".rs").unwrap_or(path);
        let mut names: Vec<&str> = path.split('/').collect();
        if names.len() > 1 && names.last() == Some(&"mod") {
            names.pop();
        }
        names
    }

    /// The room it belongs to.
    pub(super) fn room(&self) -> &str {
        self.modules().first().copied().unwrap_or_default()
    }
}

/// The line, from 1, that byte `at` of `text` stands on.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Every place where `word` stands in `code` as whole names.
pub(super) fn places(code: &str, word: &str) -> Vec<usize> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let found = code.match_indices(word).map(|(at, _)| at);
    let whole = |at: &usize| {
        let glued_before = word.starts_with(part) && code[..*at].ends_with(part);
        let glued_after = word.ends_with(part) && code[*at + word.len()..].starts_with(part);
        !glued_before && !glued_after
    };
    found.filter(whole).collect()
}

/// `text` with every comment and the inside of every text and character blanked, line by line the same.
fn code_only(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let Some(end) = end_of_blank(&chars, at) else {
            out.push(chars[at]);
            at += 1;
            continue;
        };
        out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
        at = end;
    }
    out
}

/// Where the comment or text that begins at `at` ends, if one begins there.
fn end_of_blank(chars: &[char], at: usize) -> Option<usize> {
    let starts = |what: &str| what.chars().enumerate().all(|(nth, c)| chars.get(at + nth) == Some(&c));
    let name_before = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    if starts("//") {
        return Some((at..chars.len()).find(|at| chars[*at] == '\n').unwrap_or(chars.len()));
    }
    if starts("/*") {
        return Some(end_of_comment(chars, at));
    }
    if !name_before && (starts("r\"") || starts("r#") || starts("br\"") || starts("br#")) {
        return end_of_raw(chars, at);
    }
    if starts("\"") {
        return Some(end_of_text(chars, at));
    }
    if starts("'") {
        // A lifetime has no closing quote right after its first character.
        let escaped = chars.get(at + 1) == Some(&'\\');
        let closing =
            if escaped { (at + 3..chars.len()).find(|at| chars[*at] == '\'') } else { Some(at + 2) };
        return closing.filter(|end| chars.get(*end) == Some(&'\'')).map(|end| end + 1);
    }
    None
}

fn end_of_comment(chars: &[char], start: usize) -> usize {
    let (mut depth, mut at) = (0, start);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

fn end_of_text(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while at < chars.len() {
        match chars[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    chars.len()
}

fn end_of_raw(chars: &[char], start: usize) -> Option<usize> {
    let open = start + chars[start..].iter().position(|c| *c == '#' || *c == '"')?;
    let hashes = chars[open..].iter().take_while(|c| **c == '#').count();
    // `r#name` is a name, not a text.
    if chars.get(open + hashes) != Some(&'"') {
        return None;
    }
    let closes = |at: usize| {
        chars[at] == '"' && chars[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
    };
    let end = (open + hashes + 1..chars.len()).find(|at| closes(*at));
    Some(end.map_or(chars.len(), |end| end + 1 + hashes))
}

/// `code` with each item under `#[cfg(test)]` blanked.
fn without_tests(code: &str) -> String {
    let mut out = code.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let end = end_of_item(&out, start);
        let blank: String = out[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(start..end, &blank);
    }
    out
}

/// Where the item that begins at `start` ends: at its `;`, or at the brace that closes its first and a `;` right after.
pub(super) fn end_of_item(code: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code[start..].char_indices() {
        match c {
            ';' if depth == 0 => return start + at + 1,
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && c == '}' {
                    let end = start + at + 1;
                    return end + usize::from(code[end..].starts_with(';'));
                }
            }
            _ => {}
        }
    }
    code.len()
}
