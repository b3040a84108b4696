#!/bin/sh
# Builds the Debian package with its manual page and completions. Needs cargo-deb (cargo install cargo-deb).
set -eu
cd "$(dirname "$0")/.."
cargo build --release --locked
mkdir -p target/dist
target/release/jianbao man >target/dist/jianbao.1
target/release/jianbao completions bash >target/dist/jianbao.bash
target/release/jianbao completions zsh >target/dist/_jianbao
target/release/jianbao completions fish >target/dist/jianbao.fish
cargo deb --no-build "$@"
