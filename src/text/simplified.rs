//! Traditional text of Hong Kong in simplified characters, phrase by phrase, for showing only: finding folds
//! characters by a table of its own.

use std::sync::OnceLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// `s` in simplified characters, after `OpenCC`'s `hk2s`: Hong Kong forms and phrases first, characters last.
///
/// The dictionaries stand in the program; they are made ready when the first text asks for them. Should that
/// fail, texts stay as they are.
pub fn simplified(s: &str) -> String {
    static OPENCC: OnceLock<Option<OpenCC>> = OnceLock::new();
    if s.is_ascii() {
        return s.to_owned();
    }
    let opencc = OPENCC.get_or_init(|| OpenCC::from_config(BuiltinConfig::Hk2s).ok());
    opencc.as_ref().map_or_else(|| s.to_owned(), |opencc| opencc.convert(s))
}
