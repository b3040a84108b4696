#!/usr/bin/env python3
"""What the program and its tests are built from is what was looked at.

Three checks of Cargo.lock, none of which needs a network:
  bans        no crate that talks to the network, links a C library of secrets, or would double the screen's types;
  advisories  no version that a known advisory concerns, by the dated extract of RustSec in advisories.toml;
  build       every build script is one that was read, byte by byte, and no code that runs while building names a socket.

`supply.py refresh DIR` writes advisories.toml anew from a clone of github.com/rustsec/advisory-db, and
`supply.py accept` writes build-scripts.txt anew, to be read before it is committed.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
ADVISORIES = HERE / "advisories.toml"
SCRIPTS = HERE / "build-scripts.txt"
LOCK = HERE.parent / "Cargo.lock"

BANNED = {
    "attohttpc", "curl", "curl-sys", "git2", "hyper", "isahc", "libgit2-sys", "libssh2-sys", "minreq", "native-tls",
    "openssl", "openssl-sys", "reqwest", "rustls", "ureq",
}
# Two of one of these and a type of the one does not fit the other.
SINGLE = {"crossterm", "ratatui", "ratatui-core", "toml", "unicode-width"}
SOCKETS = re.compile(r"TcpStream|TcpListener|UdpSocket|ToSocketAddrs|\bstd::net\b")
# They name types of std::net to do something for them, and open none.
NAME_ONLY = {"rkyv", "rustix", "serde_core"}


def locked() -> list[tuple[str, str]]:
    packages = tomllib.loads(LOCK.read_text())["package"]
    return [(package["name"], package["version"]) for package in packages if "source" in package]


def number(version: str) -> tuple:
    """A version to compare by; what comes before a release is less than it."""
    plain, _, early = version.split("+")[0].partition("-")
    parts = [int(part) for part in plain.split(".")]
    return (*(parts + [0, 0])[:3], 0 if early else 1, early)


def meets(version: str, asked: str) -> bool:
    """Whether a version meets a requirement such as `>= 0.9.7, < 0.10.0` or `^0.4.5`."""
    have = number(version)
    for part in asked.split(","):
        sign, wanted = re.fullmatch(r"\s*(>=|<=|>|<|=|\^)?\s*(\S+)\s*", part).groups()
        want = number(wanted)
        if sign in (None, "^"):
            keep = next((at for at in range(3) if want[at]), 2) + 1
            good = have >= want and have[:keep] == want[:keep]
        else:
            good = {">=": have >= want, "<=": have <= want, ">": have > want, "<": have < want, "=": have == want}[sign]
        if not good:
            return False
    return True


def bans() -> list[str]:
    names = [name for name, _ in locked()]
    wrong = [f"{name} is banned" for name in sorted(BANNED.intersection(names))]
    return wrong + [f"{name} is there {names.count(name)} times" for name in SINGLE if names.count(name) > 1]


def advisories() -> list[str]:
    known = tomllib.loads(ADVISORIES.read_text())
    wrong = []
    for name, version in locked():
        if name not in known["crates"]:
            wrong.append(f"{name} came after the extract of {known['date']}: refresh it")
        for advisory in known["advisory"]:
            asked = advisory["patched"] + advisory["unaffected"]
            if advisory["crate"] == name and not any(meets(version, each) for each in asked):
                wrong.append(f"{name} {version}: {advisory['id']} {advisory['title']}")
    return wrong


def refresh(folder: str) -> None:
    names = sorted({name for name, _ in locked()})
    git = ["git", "-C", folder]
    date = subprocess.check_output([*git, "log", "-1", "--format=%cs"], text=True).strip()
    lines = [
        "# What RustSec (github.com/rustsec/advisory-db, CC0-1.0) says of the crates in Cargo.lock, on the day given.",
        "# Written by `.ci/supply.py refresh`; a crate not named here was not there then.",
        f'date = "{date}"',
        f"crates = {json.dumps(names)}",
    ]
    listed = subprocess.check_output([*git, "ls-tree", "-r", "--name-only", "HEAD", "crates"], text=True)
    for path in sorted(listed.splitlines()):
        _, crate, file = path.split("/")
        if crate not in names:
            continue
        text = subprocess.check_output([*git, "show", f"HEAD:{path}"], text=True)
        told = tomllib.loads(re.search(r"```toml\n(.*?)```", text, re.S)[1])
        if "withdrawn" in told["advisory"]:
            continue
        title = re.search(r"^# (.*)$", text, re.M)[1]
        lines += ["", "[[advisory]]", f"id = {json.dumps(file.removesuffix('.md'))}", f"crate = {json.dumps(crate)}"]
        lines += [f"title = {json.dumps(title, ensure_ascii=False)}"]
        lines += [f"{key} = {json.dumps(told['versions'].get(key, []))}" for key in ("patched", "unaffected")]
    ADVISORIES.write_text("\n".join(lines) + "\n")


def building() -> tuple[list[str], list[str]]:
    """A line for each build script, and the crates that run while building and name a socket."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    metadata = json.loads(subprocess.check_output(command))
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    scripts, waiting = [], []
    for id, package in packages.items():
        # Our own is read with the rest of the house, and held by tests/supply.rs.
        if package["source"] is None:
            continue
        kinds = {kind: target for target in package["targets"] for kind in target["kind"]}
        if "custom-build" in kinds:
            source = pathlib.Path(kinds["custom-build"]["src_path"])
            beside = sorted(source.parent.joinpath("build").glob("*.rs")) if source.parent.name != "build" else []
            digest = hashlib.sha256(b"".join(file.read_bytes() for file in [source, *beside])).hexdigest()
            scripts.append(f"{package['name']} {package['version']} {digest[:32]}")
            if SOCKETS.search(source.read_text()):
                scripts.append(f"{package['name']} names a socket")
            waiting += [dep["pkg"] for dep in nodes[id]["deps"] if "build" in {k["kind"] for k in dep["dep_kinds"]}]
        if "proc-macro" in kinds:
            waiting.append(id)
    ran, named = set(), set()
    while waiting:
        id = waiting.pop()
        if id in ran:
            continue
        ran.add(id)
        waiting += [dep["pkg"] for dep in nodes[id]["deps"] if {None, "build"} & {k["kind"] for k in dep["dep_kinds"]}]
        sources = pathlib.Path(packages[id]["manifest_path"]).parent.joinpath("src").rglob("*.rs")
        if any(SOCKETS.search(source.read_text(errors="replace")) for source in sources):
            named.add(packages[id]["name"])
    return sorted(scripts), sorted(named - NAME_ONLY)


def build() -> list[str]:
    scripts, named = building()
    read = SCRIPTS.read_text().splitlines()
    wrong = [f"build script not read yet: {script}" for script in scripts if script not in read]
    return wrong + [f"{name} runs while building and names a socket" for name in named]


def main() -> int:
    match sys.argv[1:]:
        case ["refresh", folder]:
            refresh(folder)
        case ["accept"]:
            SCRIPTS.write_text("\n".join(building()[0]) + "\n")
    wrong = bans() + advisories() + build()
    print("\n".join(wrong))
    count = len(tomllib.loads(ADVISORIES.read_text())["advisory"])
    print(f"{len(locked())} crates, {count} advisories, {len(SCRIPTS.read_text().splitlines())} build scripts")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
