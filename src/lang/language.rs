//! Which languages the interface speaks, and which of them a locale asks for.

use super::texts::{Cli, Problems, Ui};
use super::{en, hans, hant};

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

impl Lang {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Hant, Self::Hans, Self::En];

    /// The texts of the screen.
    pub fn ui(self) -> &'static Ui {
        match self {
            Self::Hant => &hant::UI,
            Self::Hans => &hans::UI,
            Self::En => &en::UI,
        }
    }

    /// The texts the commands print.
    pub fn cli(self) -> &'static Cli {
        match self {
            Self::Hant => &hant::CLI,
            Self::Hans => &hans::CLI,
            Self::En => &en::CLI,
        }
    }

    /// The texts about what is wrong in a briefing.
    pub fn problems(self) -> &'static Problems {
        match self {
            Self::Hant => &hant::PROBLEMS,
            Self::Hans => &hans::PROBLEMS,
            Self::En => &en::PROBLEMS,
        }
    }

    /// The one of three that is in this language: 繁體, 简体, English.
    pub fn pick(self, [hant, hans, en]: [&'static str; 3]) -> &'static str {
        match self {
            Self::Hant => hant,
            Self::Hans => hans,
            Self::En => en,
        }
    }

    /// The word for it in `config.toml` and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hant => "zh-Hant",
            Self::Hans => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The language a POSIX locale asks for, as in `LC_ALL=zh_CN.UTF-8`. Where it asks for none, or
    /// for one we do not speak, `None`.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let name = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_ascii_lowercase();
        let simplified = ["zh-cn", "zh-sg", "zh-hans"];
        match name.split('-').next() {
            Some("zh" | "yue") if simplified.iter().any(|each| name.starts_with(each)) => Some(Self::Hans),
            Some("zh" | "yue") => Some(Self::Hant),
            Some("en") => Some(Self::En),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_language() {
        for (locale, lang) in [
            ("zh_HK.UTF-8", Some(Lang::Hant)),
            ("zh_TW", Some(Lang::Hant)),
            ("zh_CN.GB18030", Some(Lang::Hans)),
            ("zh-Hans-HK", Some(Lang::Hans)),
            ("en_GB.UTF-8", Some(Lang::En)),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("fr_FR", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale}");
        }
    }

    fn placeholders(text: &str) -> Vec<&str> {
        let mut found: Vec<_> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        found.sort_unstable();
        found
    }

    fn tables(lang: Lang) -> Vec<(&'static str, &'static str)> {
        lang.ui().all().into_iter().chain(lang.problems().all()).chain(lang.cli().all()).collect()
    }

    #[test]
    fn every_text_is_there_in_every_language_with_the_same_gaps() {
        for lang in Lang::ALL {
            for ((name, text), (_, model)) in tables(lang).into_iter().zip(tables(Lang::Hant)) {
                assert!(!text.trim().is_empty(), "{name} is empty in {}", lang.word());
                assert_eq!(placeholders(text), placeholders(model), "{name} in {}", lang.word());
            }
        }
    }
}
