//! Which key does what for this reader: the defaults of the table, changed by `[keys]` of the config.

use std::collections::HashMap;

use super::key::Key;
use super::table::{Action, TABLE};

/// Something wrong in `[keys]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// No action has this name.
    UnknownAction(String),
    /// This word is no key.
    NotAKey(String),
    /// This key is bound to two actions, named here.
    Twice(Key, &'static str, &'static str),
}

/// The keys of every action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    actions: HashMap<Key, Action>,
    /// The keys of each row of the table, in the order they were given.
    keys: Vec<Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        let words =
            TABLE.iter().map(|row| row.keys.split(' ').filter_map(|word| word.parse().ok()).collect());
        Self::of(words.collect())
    }
}

impl Keymap {
    fn of(keys: Vec<Vec<Key>>) -> Self {
        let rows = TABLE.iter().zip(&keys);
        let actions = rows.flat_map(|(row, keys)| keys.iter().map(|key| (*key, row.action))).collect();
        Self { actions, keys }
    }

    /// The defaults with the keys of some actions replaced: pairs of an action's name and its keys.
    /// A key given to one action is taken from the defaults of another; two given are a mistake.
    pub fn with<'a>(overrides: impl IntoIterator<Item = (&'a str, &'a [String])>) -> Result<Self, Mistake> {
        let mut keys = Self::default().keys;
        let mut given: HashMap<Key, &'static str> = HashMap::new();
        let mut replaced = vec![false; keys.len()];
        for (name, words) in overrides {
            let row = TABLE.iter().position(|row| row.name == name);
            let row = row.ok_or_else(|| Mistake::UnknownAction(name.to_owned()))?;
            let own = TABLE.get(row).map_or("", |row| row.name);
            let mut own_keys = Vec::new();
            for word in words {
                let key = word.parse::<Key>().map_err(|()| Mistake::NotAKey(word.clone()))?;
                if let Some(other) = given.insert(key, own).filter(|other| *other != own) {
                    return Err(Mistake::Twice(key, other, own));
                }
                own_keys.push(key);
            }
            if let (Some(keys), Some(replaced)) = (keys.get_mut(row), replaced.get_mut(row)) {
                (*keys, *replaced) = (own_keys, true);
            }
        }
        for (keys, replaced) in keys.iter_mut().zip(replaced) {
            keys.retain(|key| replaced || !given.contains_key(key));
        }
        Ok(Self::of(keys))
    }

    /// What `key` does. Full-width characters count as the ASCII ones they stand for.
    pub fn action(&self, key: Key) -> Option<Action> {
        self.actions.get(&key).or_else(|| self.actions.get(&key.folded())).copied()
    }

    /// The keys of `action`, the first the one to show.
    pub fn keys(&self, action: Action) -> &[Key] {
        let row = TABLE.iter().position(|row| row.action == action);
        row.and_then(|row| self.keys.get(row)).map_or(&[], Vec::as_slice)
    }

    /// The first key of `action` as it is written, or nothing where it has none.
    pub fn first(&self, action: Action) -> String {
        self.keys(action).first().map(Key::to_string).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_default_key_is_bound_twice_and_all_are_keys() {
        let map = Keymap::default();
        let words: usize = TABLE.iter().map(|row| row.keys.split(' ').count()).sum();
        assert_eq!(map.actions.len(), words);
    }

    #[test]
    fn a_key_given_is_taken_from_who_had_it() {
        let keys = ["t".to_owned(), "b".to_owned()];
        let map = Keymap::with([("theme", keys.as_slice())]).unwrap();
        assert_eq!(map.action(Key::char('b')), Some(Action::Theme));
        assert_eq!(map.action(Key::char('T')), None);
        assert!(map.keys(Action::Board).is_empty());
    }

    #[test]
    fn mistakes_are_named() {
        let x = ["x".to_owned()];
        let clash = Keymap::with([("theme", x.as_slice()), ("board", x.as_slice())]);
        assert_eq!(clash, Err(Mistake::Twice(Key::char('x'), "theme", "board")));
        assert_eq!(Keymap::with([("fly", x.as_slice())]), Err(Mistake::UnknownAction("fly".to_owned())));
        let bad = ["hyper-q".to_owned()];
        assert_eq!(Keymap::with([("quit", bad.as_slice())]), Err(Mistake::NotAKey("hyper-q".to_owned())));
    }

    #[test]
    fn full_width_keys_work() {
        assert_eq!(Keymap::default().action(Key::char('？')), Some(Action::Help));
        assert_eq!(Keymap::default().action(Key::char('１')), Some(Action::Plan1));
    }
}
