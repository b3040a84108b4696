//! Where the state folder is, from the environment. Looks at nothing else.

use std::path::{Path, PathBuf};

/// `$XDG_STATE_HOME/jianbao`, else `$HOME/.local/state/jianbao`; none where neither is an absolute path
/// (XDG Base Directory Specification: a relative path is to be ignored).
pub fn state_home(var: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let absolute = |name: &str| var(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || absolute("HOME").map(|home| home.join(Path::new(".local/state")));
    absolute("XDG_STATE_HOME").or_else(home).map(|folder| folder.join("jianbao"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(env: &[(&str, &str)]) -> Option<PathBuf> {
        state_home(|name| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn xdg_first_then_home_and_only_absolute_paths() {
        let there = |path: &str| Some(PathBuf::from(path));
        assert_eq!(of(&[("XDG_STATE_HOME", "/s"), ("HOME", "/h")]), there("/s/jianbao"));
        assert_eq!(of(&[("XDG_STATE_HOME", ""), ("HOME", "/h")]), there("/h/.local/state/jianbao"));
        assert_eq!(of(&[("XDG_STATE_HOME", "s"), ("HOME", "/h")]), there("/h/.local/state/jianbao"));
        assert_eq!(of(&[("HOME", "h")]), None);
        assert_eq!(of(&[]), None);
    }
}
