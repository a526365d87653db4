//! The commands of this repository: `cargo xtask --help`.
//!
//! Exit status: 0 good, 1 problems found, 2 wrong use.

mod apt;
mod assemble;
mod bench;
mod browsers;
mod budget;
mod builds;
mod cache;
mod check_data;
mod cli;
mod css;
mod dist;
mod failure;
mod files;
mod hash;
mod help;
mod hooks;
mod install;
mod js;
mod json;
mod loader;
mod manifest;
mod parts;
mod process;
mod project;
mod reorder;
mod report;
mod schema;
mod screenshots;
mod serve;
mod setup;
mod shorten;
mod spare;
mod sysroot;
mod template;
mod test;
mod texts;
mod tools;
mod traps;
mod trunk;
mod wasm;

use std::process::ExitCode;

use cli::Command;
use failure::{Failure, Outcome};

fn main() -> ExitCode {
    if let Some(code) = sysroot::as_compiler() {
        return code;
    }
    match run() {
        Ok(outcome) => outcome.exit_code(),
        Err(failure) => {
            eprintln!("\n{failure}");
            failure.exit_code()
        }
    }
}

fn run() -> Result<Outcome, Failure> {
    match cli::parse(lexopt::Parser::from_env())? {
        Command::Help(text) => {
            print!("{text}");
            Ok(Outcome::Good)
        }
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Dist { test_hooks } => dist::run(test_hooks),
        Command::CheckData { files } => check_data::run(&files),
        Command::Schema { check } => schema::run(check),
        Command::Screenshots => screenshots::run(),
        Command::Assemble => assemble::run(),
        Command::Setup => setup::run(),
    }
}
