//! `cargo xtask screenshots`: the pictures of the documentation, from the finished bundle.

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::failure::{Failure, Outcome};
use crate::project::{E2E_PACKAGE, Project};
use crate::test::{self, Bundle};
use crate::tools::{self, AXE};
use crate::{dist, process};

/// Takes them, in Chromium.
pub fn run() -> Result<Outcome, Failure> {
    let project = Project::load()?;
    let cache = Cache::open()?;
    browsers::install_missing(&[Engine::Chromium])?;
    browsers::require(Engine::Chromium)?;
    let toolbox = tools::ensure(&cache, &[&AXE])?;
    let dist = dist::build(&project, &cache, false)?;

    let mut command = project.cargo();
    test::e2e_environment(
        &mut command,
        Engine::Chromium,
        &Bundle {
            dist: &dist,
            toolbox: &toolbox,
        },
    )?;
    command.args([
        "run",
        "--package",
        E2E_PACKAGE,
        "--bin",
        "screenshots",
        "--",
        "docs/screenshots",
    ]);
    process::run(&mut command)?;
    Ok(Outcome::Good)
}
