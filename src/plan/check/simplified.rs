//! Characters that exist only as simplified forms, and what stands for them in traditional text: those of
//! GB 2312 that Big5 does not have and for which Unihan names another traditional form. A character that is
//! also good traditional Chinese (后, 里, 台, 干) is not among them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words of one simplified character and the traditional ones it may stand for.
static TABLE: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let split = |word: &'static str| {
        let first = word.chars().next()?;
        Some((first, word.get(first.len_utf8()..)?))
    };
    include_str!("simplified.txt").split_whitespace().filter_map(split).collect()
});

/// What `c` is written as in traditional Chinese, where it is a simplified character and nothing else.
pub(super) fn traditional(c: char) -> Option<&'static str> {
    TABLE.get(&c).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_never_traditional_is_found() {
        for (simplified, traditional_form) in [('国', "國"), ('发', "發髮"), ('们', "們"), ('汇', "匯彙")]
        {
            assert_eq!(traditional(simplified), Some(traditional_form));
        }
        for c in "后里台干着裏只云于余面松丑斗谷几向志系征致游准衞羣綫峯佔國，a1".chars()
        {
            assert_eq!(traditional(c), None, "{c}");
        }
    }

    #[test]
    fn what_is_offered_instead_is_itself_sound() {
        for (simplified, forms) in TABLE.iter() {
            assert!(!forms.is_empty(), "{simplified}");
            assert!(forms.chars().all(|c| traditional(c).is_none()), "{simplified} {forms}");
        }
    }
}
