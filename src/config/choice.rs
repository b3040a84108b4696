//! Settings that are one word of several. Each word stands here once; reading, writing and error
//! messages use it.

use crate::lang::Lang;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $($(#[$each])* $variant,)*
        }

        impl $name {
            /// The words, in the order they are offered.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The choice that `word` names.
            pub fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The word for it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

choice! {
    /// The language of the interface.
    Language {
        /// What the locale asks for, else 繁體.
        #[default]
        Auto = "auto",
        /// 繁體.
        Hant = "zh-Hant",
        /// 简体.
        Hans = "zh-Hans",
        /// English.
        En = "en",
    }
}

choice! {
    /// A theme.
    Theme {
        /// Light text on a dark ground.
        #[default]
        Dark = "dark",
        /// Dark text on a light ground.
        Light = "light",
        /// Dark ground, nothing dim, nothing pale.
        Contrast = "contrast",
        /// Dark ground, told apart by lightness, and by blue against yellow, which those who confuse red
        /// and green see, and by orange against blue, which those who confuse blue and yellow see.
        Safe = "safe",
    }
}

choice! {
    /// How many colours are sent.
    Colors {
        /// What the terminal says it can.
        #[default]
        Auto = "auto",
        /// None; bold, reverse and underline stay.
        None = "none",
        /// The sixteen.
        Sixteen = "16",
        /// The 256 of xterm.
        Indexed = "256",
        /// 24 bits.
        True = "true",
    }
}

choice! {
    /// How wide the terminal draws characters of ambiguous width.
    Ambiguous {
        /// Ask it, where that is safe.
        #[default]
        Auto = "auto",
        /// One column.
        Narrow = "narrow",
        /// Two columns.
        Wide = "wide",
    }
}

choice! {
    /// How a text gets into the reader's clipboard.
    Clipboard {
        /// By the terminal over SSH, else by this machine's tool, else by the terminal.
        #[default]
        Auto = "auto",
        /// By the terminal.
        Osc52 = "osc52",
        /// By this machine's tool.
        Native = "native",
        /// Not at all.
        Off = "off",
    }
}

choice! {
    /// How much is written to the log.
    LogLevel {
        /// Nothing.
        Off = "off",
        /// What failed.
        #[default]
        Error = "error",
        /// Also what is wrong in the files, and an end from outside.
        Warn = "warn",
        /// Also what happened in good order.
        Info = "info",
    }
}

impl Theme {
    /// The theme after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|theme| *theme == self).unwrap_or(0);
        Self::ALL.get((at + 1) % Self::ALL.len()).copied().unwrap_or_default()
    }
}

impl Language {
    /// The language to speak to someone with this locale.
    pub fn speak(self, locale: Option<&str>) -> Lang {
        match self {
            Self::Auto => locale.and_then(Lang::from_locale).unwrap_or_default(),
            Self::Hant => Lang::Hant,
            Self::Hans => Lang::Hans,
            Self::En => Lang::En,
        }
    }
}
