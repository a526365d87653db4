//! The tests of the finished bundle.

use std::path::Path;

use anyhow::Result;

use super::output;
use crate::browsers::Engine;
use crate::cache::Cache;
use crate::e2e;
use crate::project::{E2E_PACKAGE, Project};

/// Runs the end-to-end tests in one engine; returns those that had to be run twice.
pub fn run(project: &Project, cache: &Cache, engine: Engine, dist: &Path) -> Result<Vec<String>> {
    let mut command = e2e::cargo(project, cache, engine, dist)?;
    // Two at a time: more browsers than cores make slow tests look like broken ones.
    command.args(["test", "--package", E2E_PACKAGE, "--", "--test-threads=2"]);
    output::run_tests(&mut command)
}
