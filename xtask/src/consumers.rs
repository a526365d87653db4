//! Projects that use the widget as their users would: the npm package packed by npm, installed, and built by Vite; the
//! crate in an application of Yew. The types are read by TypeScript.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use fs_err as fs;

use crate::names::DATA;
use crate::project::{PACKAGE, Project, WASM_TARGET};
use crate::{files, npm, process, wasm};

/// The projects that Vite builds, each a folder in `tests/consumers`.
const PROJECTS: [&str; 2] = ["vite", "react"];

/// The project that TypeScript checks, and that nothing runs.
const TYPES: &str = "types";

/// The application of Yew, in `examples/yew-app`.
const YEW_APP: &str = "open-vs-closed-yew-app";

/// Where the built pages are, a folder for each project.
pub fn folder(project: &Project) -> PathBuf {
    work(project).join("built")
}

fn work(project: &Project) -> PathBuf {
    project.target.join("xtask").join("consumers")
}

/// Installs the package of a bundle in the projects, and builds them.
pub fn build(project: &Project, dist: &Path) -> Result<()> {
    let work = work(project);
    files::remove_folder(&work)?;
    let sources = project.root.join("tests").join("consumers");
    for path in files::walk(&sources)? {
        let contents = fs::read(&path)?;
        files::write(&work.join(files::relative(&path, &sources)), contents)?;
    }
    let pack = ["pack", "--silent", "--pack-destination"];
    let packed = process::output(
        program("npm")
            .args(pack)
            .arg(&work)
            .current_dir(dist.join(npm::FOLDER)),
    )?;
    let packed = packed.lines().last().context("npm has packed nothing")?;
    fs::rename(work.join(packed), work.join(format!("{PACKAGE}.tgz")))?;
    let install = ["install", "--no-audit", "--no-fund", "--ignore-scripts"];
    process::run(program("npm").args(install).current_dir(&work))?;
    for name in PROJECTS {
        let mut vite = program("npx");
        vite.args(["vite", "build", name, "--base", "./", "--outDir"])
            .arg(folder(project).join(name))
            .current_dir(&work);
        process::run(&mut vite)?;
    }
    let tsc = ["tsc", "--noEmit", "--strict", "--project", TYPES];
    process::run(program("npx").args(tsc).current_dir(&work))?;
    build_yew_app(project, dist, &work)
}

/// Builds the application of Yew. (Its `index.html` is for trunk, which not every machine has.)
fn build_yew_app(project: &Project, dist: &Path, work: &Path) -> Result<()> {
    let mut command = project.cargo();
    command.args(["build", "--package", YEW_APP, "--target", WASM_TARGET]);
    process::run(&mut command)?;
    let linked = project.target.join(WASM_TARGET).join("debug");
    let folder = folder(project).join("yew");
    for name in ["index.html", "main.js"] {
        let contents = fs::read(work.join("yew").join(name))?;
        files::write(&folder.join(name), contents)?;
    }
    fs::copy(dist.join(DATA), folder.join("debate.json"))?;
    wasm::whole(&linked.join(format!("{YEW_APP}.wasm")), &folder)?;
    Ok(())
}

fn program(name: &str) -> Command {
    // On Windows they are scripts, which are found by their full names only.
    Command::new(which::which(name).unwrap_or_else(|_| name.into()))
}
