//! Parsers of arguments that are one word of several, for clap.

/// A parser of one of `words`, each of which `named` knows.
pub(super) fn choice<T: Clone + Send + Sync + 'static>(
    named: fn(&str) -> Option<T>,
    words: &'static [&'static str],
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |word| named(word).ok_or_else(|| format!("expected one of: {}", words.join(", ")))
}
