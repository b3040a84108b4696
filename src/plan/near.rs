//! "Did you mean …?": the known word nearest to one that is not known.

/// The word of `known` nearest to `written`, when it is near enough to be a slip of the hand.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    let allowed = (length / 3).clamp(1, 3);
    known
        .into_iter()
        // Each letter more or less is a step.
        .filter(|word| word.chars().count().abs_diff(length) <= allowed)
        .map(|word| (strsim::damerau_levenshtein(written, word), word))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_forgiven_and_a_stranger_is_not() {
        let known = ["figure", "label", "kind"];
        assert_eq!(nearest("figrue", known), Some("figure"));
        assert_eq!(nearest("lable", known), Some("label"));
        assert_eq!(nearest("wholly-else", known), None);
    }
}
