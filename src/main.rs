//! The `jianbao` program: arguments in, exit code out.

fn main() {}
