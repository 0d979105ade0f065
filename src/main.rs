//! The `candour` command: a thin door to the library. All it does is in `cli`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main().into()
}
