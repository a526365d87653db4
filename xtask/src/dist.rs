//! `cargo xtask dist`: the static bundle.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::budget::Report;
use crate::build::{self, Options, Profile};
use crate::cache::Cache;
use crate::cli::Dist;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::manifest::Manifest;
use crate::process::Background;
use crate::project::Project;

/// Builds the bundle, and prints its sizes.
pub fn run(options: &Dist) -> Result<Outcome, Failure> {
    let project = Project::load()?;
    let dist = build(&project, &Cache::open()?, options.test_hooks)?;
    let is_within = report(&project)?;
    println!("The bundle is in {}.", dist.display());
    Ok(if is_within || options.no_budgets {
        Outcome::Good
    } else {
        Outcome::Problems
    })
}

/// Builds the bundle with its manifest, and returns its folder.
pub fn build(project: &Project, cache: &Cache, test_hooks: bool) -> Result<PathBuf, Failure> {
    let options = Options {
        profile: Profile::Release,
        test_hooks,
    };
    let bundle = build::build(project, cache, options)?;
    let manifest = Manifest::of(&bundle, &project.version)?;
    let dist = project.dist();
    bundle.replace(&dist)?;
    manifest.write(&dist)?;
    Ok(dist)
}

/// Starts building the bundle in another process. For the most part one core is enough for that.
pub fn start(project: &Project) -> Result<Background, Failure> {
    files::create_folder(&project.target)?;
    let xtask = env::current_exe()
        .map_err(|error| Failure::problem(format!("xtask does not find itself: {error}.")))?;
    let mut command = project.around(Command::new(xtask));
    command.args(["dist", "--no-budgets"]);
    Background::start(&mut command, project.target.join("dist.log"))
}

/// Prints the sizes and budgets of the finished bundle, and returns whether all limits are kept.
pub fn report(project: &Project) -> Result<bool, Failure> {
    let manifest = Manifest::read(&project.dist())?;
    let report = Report::of(&manifest)?;
    println!("\n{}\n{}", manifest.table(), report.table());
    let exceeded = report.exceeded();
    if exceeded.is_empty() {
        return Ok(true);
    }
    println!("Over budget: {}.", exceeded.join(", "));
    Ok(false)
}
