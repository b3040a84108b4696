//! The languages of the interface, and every text of it in one place per language.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Traditional Chinese, Hong Kong forms (繁體).
    #[default]
    Hant,
    /// Simplified Chinese (简体).
    Hans,
    /// English.
    En,
}
