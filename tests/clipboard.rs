//! Copying: the bytes as the terminal gets them, and which way a text goes.

use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;

use jianbao::config::Clipboard;
use jianbao::terminal::clipboard::{
    Copied, Copier, LIMIT, Multiplexer, Refusal, Tool, ToolError, Way, fitting, on_path, sequence, way,
};

const TEXT: &str = "合作協議 96份";
const BASE64: &str = "5ZCI5L2c5Y2U6K2wIDk25Lu9";

#[test]
fn the_bytes_for_the_terminal_tmux_and_screen() {
    let plain = format!("\x1b]52;c;{BASE64}\x07");
    assert_eq!(sequence(TEXT, Multiplexer::None), plain.as_bytes());
    let through = format!("\x1bPtmux;\x1b\x1b]52;c;{BASE64}\x07\x1b\\");
    assert_eq!(sequence(TEXT, Multiplexer::Tmux), (through + &plain).as_bytes());
    assert_eq!(sequence(TEXT, Multiplexer::Screen), format!("\x1bP{plain}\x1b\\").as_bytes());
}

#[test]
fn screen_gets_pieces_that_make_up_the_whole() {
    let text = "協議".repeat(500);
    let bytes = sequence(&text, Multiplexer::Screen);
    let mut whole = Vec::new();
    let mut rest = bytes.as_slice();
    while let Some(piece) = rest.strip_prefix(b"\x1bP") {
        let end = piece.windows(2).position(|two| two == b"\x1b\\").unwrap();
        assert!(end + 4 < 256, "screen drops what is longer");
        whole.extend_from_slice(&piece[..end]);
        rest = &piece[end + 2..];
    }
    assert!(rest.is_empty());
    assert_eq!(whole, sequence(&text, Multiplexer::None));
}

#[test]
fn a_long_text_is_cut_between_characters_and_says_so() {
    assert_eq!(fitting(TEXT), TEXT);
    let exact = "x".repeat(LIMIT);
    assert_eq!(fitting(&exact), exact);
    assert_eq!(sequence(&exact, Multiplexer::None).len(), 100_000);
    // Three bytes each, and LIMIT is a multiple of three: one byte before them makes the last not fit.
    let long = "x".to_owned() + &"協".repeat(LIMIT / 3);
    assert_eq!(fitting(&long).len(), LIMIT - 2);
    // A letter and its accent stay together, and so does a family.
    let accent = "x".repeat(LIMIT - 2) + "e\u{301}";
    assert_eq!(fitting(&accent).len(), LIMIT - 2);
    let family = "x".repeat(LIMIT - 10) + "👩‍👩‍👧";
    assert_eq!(fitting(&family).len(), LIMIT - 10);

    let mut out = Vec::new();
    let copied = copier(Clipboard::Osc52, &[]).copy(&long, &mut out).unwrap();
    assert_eq!(copied, Copied { way: Way::Osc52, bytes: LIMIT - 2, cut: true, failed: None });
    assert!(out.len() <= 100_000);
}

fn lookup<'a>(env: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + 'a {
    |name| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
}

fn copier(choice: Clipboard, env: &[(&str, &str)]) -> Copier {
    Copier::new(choice, lookup(env))
}

#[test]
fn the_text_is_sent_exactly_and_nothing_else() {
    let mut out = Vec::new();
    let copied = copier(Clipboard::Osc52, &[("TERM", "xterm")]).copy(TEXT, &mut out).unwrap();
    assert_eq!(copied, Copied { way: Way::Osc52, bytes: TEXT.len(), cut: false, failed: None });
    assert_eq!(out, format!("\x1b]52;c;{BASE64}\x07").as_bytes());
    let mut out = Vec::new();
    let copied = copier(Clipboard::Off, &[]).copy(TEXT, &mut out).unwrap();
    assert_eq!((copied.way, copied.bytes, out.len()), (Way::Off, 0, 0));
}

#[test]
fn what_could_drive_a_shell_is_not_pasted_into_it() {
    let (mut out, mut wanted) = (Vec::new(), Vec::new());
    let osc52 = copier(Clipboard::Osc52, &[]);
    osc52.copy("甲\x1b]0;x\x07乙\n丙", &mut out).unwrap();
    osc52.copy("甲\u{FFFD}]0;x\u{FFFD}乙\n丙", &mut wanted).unwrap();
    assert_eq!(out, wanted);
}

/// A folder with a program called `tmux` in it.
fn fake_tmux(name: &str, script: &str) -> String {
    let folder = std::env::temp_dir().join(format!("jianbao-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("tmux");
    std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o755)).unwrap();
    folder.to_str().unwrap().to_owned()
}

/// Copies inside tmux, whose program is in `folder`.
fn copy_in_tmux(folder: &str) -> (Copied, Vec<u8>) {
    let inside = copier(Clipboard::Auto, &[("TMUX", "/x,1,0"), ("PATH", folder)]);
    assert_eq!(inside.way(), Way::Native(Tool::Tmux));
    loop {
        let mut out = Vec::new();
        let copied = inside.copy(TEXT, &mut out).unwrap();
        // Another test that starts a program this moment may still hold our script open for writing.
        if copied.failed.is_none_or(|failed| failed.why != Refusal::Start(ErrorKind::ExecutableFileBusy)) {
            return (copied, out);
        }
    }
}

#[test]
fn a_tool_gets_the_text_and_the_terminal_nothing() {
    let folder =
        fake_tmux("takes", "cat >\"$(dirname \"$0\")/got\"; echo \"$@\" >>\"$(dirname \"$0\")/got\"");
    let (copied, out) = copy_in_tmux(&folder);
    let wanted = Copied { way: Way::Native(Tool::Tmux), bytes: TEXT.len(), cut: false, failed: None };
    assert_eq!((copied, out.len()), (wanted, 0));
    let got = std::fs::read_to_string(format!("{folder}/got")).unwrap();
    assert_eq!(got, format!("{TEXT}load-buffer -w -\n"));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_tool_that_fails_is_told_and_the_terminal_has_to_do() {
    let folder = fake_tmux("fails", "exit 1");
    let (copied, out) = copy_in_tmux(&folder);
    let failed = ToolError { tool: Tool::Tmux, why: Refusal::Failed(Some(1)) };
    assert_eq!(failed.to_string(), "tmux: exit status 1");
    assert_eq!(copied, Copied { way: Way::Osc52, bytes: TEXT.len(), cut: false, failed: Some(failed) });
    assert_eq!(out, sequence(TEXT, Multiplexer::Tmux));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn only_what_can_be_run_counts_as_a_program() {
    assert!(on_path("sh", "/nowhere:/bin:/usr/bin").is_some());
    for (name, path) in [("sh", "/nowhere"), ("sh", ""), ("no-such", "/bin"), ("passwd", "/etc")] {
        assert_eq!(on_path(name, path), None);
    }
    assert_eq!(on_path("src", env!("CARGO_MANIFEST_DIR")), None, "a folder");
}

#[test]
fn which_multiplexer_stands_between() {
    for (env, wanted) in [
        (&[("TERM", "xterm-256color")][..], Multiplexer::None),
        (&[("TMUX", "/tmp/x,1,0"), ("TERM", "screen")], Multiplexer::Tmux),
        (&[("TERM", "tmux-256color")], Multiplexer::Tmux),
        (&[("TMUX", ""), ("TERM", "xterm")], Multiplexer::None),
        (&[("STY", "1.pts"), ("TERM", "screen")], Multiplexer::Screen),
        (&[("STY", "1.pts"), ("TERM", "xterm")], Multiplexer::Screen),
        (&[("TERM", "screen.xterm-256color")], Multiplexer::Screen),
        (&[], Multiplexer::None),
    ] {
        assert_eq!(Multiplexer::of(lookup(env)), wanted, "{env:?}");
    }
}

#[test]
fn which_way_a_text_goes() {
    const SSH: (&str, &str) = ("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22");
    const TTY: (&str, &str) = ("SSH_TTY", "/dev/pts/1");
    const TMUX: (&str, &str) = ("TMUX", "/tmp/tmux-0/default,1,0");
    const WAYLAND: (&str, &str) = ("WAYLAND_DISPLAY", "wayland-0");
    const X11: (&str, &str) = ("DISPLAY", ":0");
    const ALL: &[&str] = &["tmux", "wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"];
    let native = Way::Native;
    for (choice, env, tools, wanted) in [
        // Over SSH the terminal, whatever is here.
        (Clipboard::Auto, &[SSH][..], ALL, Way::Osc52),
        (Clipboard::Auto, &[TTY, X11, WAYLAND], ALL, Way::Osc52),
        // Inside tmux it is tmux, here and far away.
        (Clipboard::Auto, &[TMUX], ALL, native(Tool::Tmux)),
        (Clipboard::Auto, &[TMUX, SSH, X11], ALL, native(Tool::Tmux)),
        (Clipboard::Auto, &[TMUX, SSH], &["xclip"], Way::Osc52),
        // Here: the desktop's tool, by what the desktop is.
        (Clipboard::Auto, &[WAYLAND, X11], ALL, native(Tool::WlCopy)),
        (Clipboard::Auto, &[WAYLAND, X11], &["xsel"], native(Tool::Xsel)),
        (Clipboard::Auto, &[X11], ALL, native(Tool::Xclip)),
        (Clipboard::Auto, &[X11], &["xsel", "wl-copy"], native(Tool::Xsel)),
        (Clipboard::Auto, &[], &["pbcopy"], native(Tool::Pbcopy)),
        (Clipboard::Auto, &[("SSH_TTY", "")], &["pbcopy"], native(Tool::Pbcopy)),
        (Clipboard::Auto, &[("DISPLAY", "")], &["xclip"], Way::Osc52),
        // No desktop, no tool, or only the one that garbles Chinese.
        (Clipboard::Auto, &[], &["tmux", "wl-copy", "xclip", "xsel"], Way::Osc52),
        (Clipboard::Auto, &[X11, WAYLAND], &[], Way::Osc52),
        (Clipboard::Auto, &[("WSL_DISTRO_NAME", "Debian")], &["clip.exe"], Way::Osc52),
        // What the reader says.
        (Clipboard::Osc52, &[TMUX, X11], ALL, Way::Osc52),
        (Clipboard::Native, &[SSH, X11], ALL, native(Tool::Xclip)),
        (Clipboard::Native, &[TMUX, SSH], &["tmux"], native(Tool::Tmux)),
        (Clipboard::Native, &[], &[], Way::Osc52),
        (Clipboard::Off, &[SSH, TMUX, X11], ALL, Way::Off),
    ] {
        let found = way(choice, lookup(env), |name| tools.contains(&name));
        assert_eq!(found, wanted, "{choice:?} {env:?} {tools:?}");
    }
}
