//! Filling the gaps of a text by name, so that each language may put them in its own order.

/// `text` with each `{name}` replaced. A gap nobody fills stays as it is.
pub fn fill(text: &str, gaps: &[(&str, &str)]) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('}') {
            Some((name, after)) => {
                match gaps.iter().find(|(gap, _)| *gap == name) {
                    Some((_, value)) => filled.push_str(value),
                    None => filled.extend(["{", name, "}"]),
                }
                filled.push_str(after);
            }
            None => filled.extend(["{", piece]),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn gaps_are_filled_by_name_and_values_are_not_read_again() {
        assert_eq!(fill("{a}／{b}", &[("b", "共"), ("a", "{b}")]), "{b}／共");
        assert_eq!(fill("{x} {", &[]), "{x} {");
    }
}
