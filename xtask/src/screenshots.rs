//! `cargo xtask screenshots`: the pictures of the documentation, from the finished bundle.

use std::process::ExitCode;

use anyhow::Result;

use crate::cache::Cache;
use crate::project::{E2E_PACKAGE, Project};
use crate::{e2e, process};

/// Takes them, in Chromium.
pub fn run() -> Result<ExitCode> {
    let mut command = e2e::cargo_in_chromium(&Project::load()?, &Cache::open()?)?;
    command.args(["run", "--package", E2E_PACKAGE, "--bin", "screenshots"]);
    process::run(command.args(["--", "docs/screenshots"]))?;
    Ok(ExitCode::SUCCESS)
}
