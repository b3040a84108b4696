//! How a release is linked on Linux: small, by the linker that comes with Rust. For Cargo, before it builds; on other
//! systems and for whoever chose a linker it says nothing, and nothing but the size of the program depends on it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const SYSTEM: &str = "x86_64-unknown-linux-gnu";
const LAYOUT: &str = ".packaging/layout.ld";
const GCC: &str = "libgcc_eh.a";
/// The first glibc that reads packed relocations (`DT_RELR`).
const GLIBC: (u32, u32) = (2, 36);

fn main() {
    println!("cargo::rerun-if-changed={LAYOUT}");
    for name in ["CARGO_PROFILE_RELEASE_PANIC", "RUSTFLAGS"] {
        println!("cargo::rerun-if-env-changed={name}");
    }
    if let Some(linker) = linker().filter(|_| is_plain_release()) {
        link(&linker);
    }
}

/// Whether this is a release for this very machine, by nobody's linker but Rust's. It goes to the program alone, which
/// aborts on a panic; the tests unwind, and Cargo.toml keeps them from being made of the program's own file.
fn is_plain_release() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let chosen = ["linker", "fuse-ld", "link-arg", "panic"].iter().any(|word| flags.contains(word));
    let unwinds = env::var_os("CARGO_PROFILE_RELEASE_PANIC").is_some_and(|panic| panic != "abort");
    let here = is("TARGET", SYSTEM) && is("HOST", SYSTEM);
    is("PROFILE", "release") && here && !chosen && !unwinds && env::var_os("RUSTC_LINKER").is_none()
}

/// The folder that `cc` finds Rust's own linker in; a distribution's Rust may come without.
fn linker() -> Option<PathBuf> {
    let rustc = env::var_os("RUSTC")?;
    let root = said(Command::new(rustc).args(["--print", "sysroot"]))?;
    let tools = Path::new(root.trim()).join("lib/rustlib").join(SYSTEM).join("bin");
    let folder = tools.join("gcc-ld");
    (tools.join("rust-lld").exists() && folder.join("ld.lld").exists()).then_some(folder)
}

fn link(linker: &Path) {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let mut arguments = vec![
        // Since Rust 1.90 what rustc says too.
        format!("-B{}", linker.display()),
        "-fuse-ld=lld".to_owned(),
        // Functions that are the same byte by byte are one.
        "-Wl,--icf=all".to_owned(),
        "-Wl,--no-eh-frame-hdr".to_owned(),
        format!("-T{root}/{LAYOUT}"),
    ];
    if glibc().is_some_and(|version| version >= GLIBC) {
        arguments.push("-Wl,-z,pack-relative-relocs".to_owned());
    }
    if has_gcc() {
        println!("cargo::rustc-link-lib=dylib:+verbatim={GCC}");
    }
    for argument in arguments {
        println!("cargo::rustc-link-arg-bins={argument}");
    }
}

/// Whether what little is needed of gcc's library can go into the program: to look for one more file takes a tenth of a
/// start.
fn has_gcc() -> bool {
    let place = said(Command::new("cc").arg(format!("-print-file-name={GCC}")));
    place.is_some_and(|place| Path::new(place.trim()).is_absolute())
}

/// The version of the C library here.
fn glibc() -> Option<(u32, u32)> {
    let said = said(Command::new("getconf").arg("GNU_LIBC_VERSION"))?;
    let (major, rest) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    let minor = rest.split('.').next()?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// What a program says, where it runs and succeeds.
fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}
