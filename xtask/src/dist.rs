//! `cargo xtask dist`: the static bundle.

use std::path::PathBuf;
use std::process::Command;

use crate::budget::Report;
use crate::cache::Cache;
use crate::failure::{Failure, Outcome};
use crate::manifest::Manifest;
use crate::process::Beside;
use crate::project::Project;
use crate::trunk::{self, Build};
use crate::{files, hooks, process};

/// The Cargo feature that adds `testPanic()` to the element.
const TEST_HOOKS: &str = "test-hooks";

/// Builds the bundle, and says how big it is.
pub fn run(test_hooks: bool) -> Result<Outcome, Failure> {
    let project = Project::load()?;
    let dist = build(&project, &Cache::open()?, test_hooks)?;
    Ok(if report(&project)? {
        println!("The bundle is in {}.", dist.display());
        Outcome::Good
    } else {
        Outcome::Problems
    })
}

/// Builds the bundle, and gives its folder.
pub fn build(project: &Project, cache: &Cache, test_hooks: bool) -> Result<PathBuf, Failure> {
    process::run(&mut command(project, cache, test_hooks)?)?;
    Ok(project.dist())
}

/// Begins to build the bundle. For the most part one core is enough for that.
pub fn begin(project: &Project, cache: &Cache) -> Result<Beside, Failure> {
    files::create_folder(&project.target)?;
    Beside::start(
        &mut command(project, cache, false)?,
        project.target.join("dist.log"),
    )
}

fn command(project: &Project, cache: &Cache, test_hooks: bool) -> Result<Command, Failure> {
    let toolbox = trunk::ensure_tools(cache, Build::Release)?;
    let mut command = trunk::command(project, cache, &toolbox, Build::Release)?;
    command.args(["build", "--release"]);
    if test_hooks {
        command.env(hooks::ASKED, "1");
        command.args(["--features", TEST_HOOKS]);
    }
    Ok(command)
}

/// Writes the manifest, prints sizes and budgets, and tells whether all budgets are kept.
pub fn report(project: &Project) -> Result<bool, Failure> {
    let dist = project.dist();
    let manifest = Manifest::of(&dist, &project.version)?;
    manifest.write(&dist)?;
    let report = Report::of(&manifest.files)?;
    println!("\n{}\n{}", manifest.table(), report.table());
    let exceeded = report.exceeded();
    if exceeded.is_empty() {
        return Ok(true);
    }
    println!("Over budget: {}.", exceeded.join(", "));
    Ok(false)
}
