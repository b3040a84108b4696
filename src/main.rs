//! The `jianbao` program: arguments in, exit code out.

fn main() -> jianbao::cli::Exit {
    jianbao::cli::main()
}
