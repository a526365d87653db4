//! `cargo xtask dist`: the static bundle.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::budget::Report;
use crate::build;
use crate::cache::Cache;
use crate::cli::Dist;
use crate::manifest::Manifest;
use crate::npm;
use crate::options::Options;
use crate::project::Project;

/// Builds the bundle, and prints its sizes.
pub fn run(options: &Dist) -> Result<ExitCode> {
    let project = Project::load()?;
    let dist = build(&project, &Cache::open()?, options.test_hooks)?;
    let is_within = report(&project)?;
    println!("The bundle is in {}.", dist.display());
    Ok(if is_within || options.no_budgets {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Builds the bundle with its manifest and the npm package, and returns its folder.
pub fn build(project: &Project, cache: &Cache, test_hooks: bool) -> Result<PathBuf> {
    let options = Options {
        release: true,
        test_hooks,
    };
    let bundle = build::build(project, cache, options)?;
    let manifest = Manifest::new(&bundle, &project.version)?;
    let dist = project.dist();
    bundle.replace(&dist)?;
    manifest.write(&dist)?;
    npm::write(project, cache, &bundle, &dist.join(npm::FOLDER))?;
    Ok(dist)
}

/// Prints the sizes and budgets of the finished bundle, and returns whether none of them is exceeded.
pub fn report(project: &Project) -> Result<bool> {
    let manifest = Manifest::read(&project.dist())?;
    let report = Report::new(&manifest)?;
    println!("\n{}\n{}", manifest.table(), report.table);
    if !report.exceeded.is_empty() {
        println!("Over budget: {}.", report.exceeded.join(", "));
    }
    Ok(report.exceeded.is_empty())
}
