//! The commands of this repository: `cargo xtask --help`.
//!
//! Exit status: 0 good, 1 problems found, 2 wrong use.

mod apt;
mod assemble;
mod bench;
mod browsers;
mod budget;
mod build;
mod bundle;
mod cache;
mod check_data;
mod cli;
mod consumers;
mod dist;
mod e2e;
mod esbuild;
mod files;
mod hash;
mod install;
mod json;
mod manifest;
mod names;
mod npm;
mod options;
mod parts;
mod prerender;
mod process;
mod project;
mod report;
mod schema;
mod screenshots;
mod serve;
mod server;
mod setup;
mod template;
mod test;
mod toolchain;
mod tools;
mod wasm;
mod watch;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use cli::{Arguments, Command};

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => match error.downcast::<clap::Error>() {
            // Wrong use, with exit status 2.
            Ok(error) => error.exit(),
            Err(error) => {
                eprintln!("\nerror: {error:#}");
                ExitCode::FAILURE
            }
        },
    }
}

fn run() -> Result<ExitCode> {
    match Arguments::parse().command {
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Dist(options) => dist::run(&options),
        Command::CheckData { files } => check_data::run(&files),
        Command::Schema { check } => schema::run(check),
        Command::Screenshots => screenshots::run(),
        Command::Assemble => assemble::run(),
        Command::Setup => setup::run(),
    }
}
