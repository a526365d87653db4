//! `cargo xtask test`: everything that has to hold, on this machine and in three browsers.

mod e2e;
mod native;
mod output;
mod trunk;
mod wasm;

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Output};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow, ensure};

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::cli::{Kind, Test};
use crate::project::Project;
use crate::report::Report;
use crate::tools::{AXE, GECKODRIVER, Tool, WASM_BINDGEN};
use crate::{consumers, dist, install, process, toolchain};

/// Runs the tests that were asked for, all of them even if some fail.
pub fn run(options: &Test) -> Result<ExitCode> {
    let project = Project::load()?;
    let cache = Cache::open()?;
    let mut report = Report::default();
    let (wasm, e2e) = (options.wants(Kind::Wasm), options.wants(Kind::E2e));

    let mut is_prepared = false;
    if wasm || e2e {
        let prepared = report.stage("preparing browsers", || {
            browsers::install_missing(&options.engines());
            toolchain::ensure_wasm_target()?;
            install::ensure(&cache, &tools_for(options))
        });
        is_prepared = prepared.is_some();
    }
    // Building the bundle takes one core for the most part, and two minutes: it runs beside the other tests.
    let bundle = (is_prepared && e2e).then(|| start_dist(&project));

    if options.wants(Kind::Native) {
        report.stage("native", || native::run(&project));
    }
    if is_prepared && wasm {
        in_each_engine("wasm", options, &mut report, |engine| {
            wasm::run(&project, &cache, engine)
        });
        report.stage("trunk", || trunk::run(&project, &cache));
    }
    if let Some(bundle) = bundle {
        let dist = report.stage("dist", || finish_dist(&project, bundle?));
        if let Some(dist) = dist {
            report.stage("budgets", || {
                ensure!(dist::report(&project)?, "the bundle is too big");
                Ok(())
            });
            // What bundlers make of the package does not depend on the engine: one opens it.
            if options.engines().contains(&Engine::Chromium) {
                report.stage("npm package", || consumers::build(&project, &dist));
            }
            in_each_engine("e2e", options, &mut report, |engine| {
                e2e::run(&project, &cache, engine, &dist)
            });
        }
    }
    println!("\n{}", report.summary());
    Ok(report.exit_code())
}

/// Runs tests in each engine as a stage of its own. They return notes for the summary.
fn in_each_engine(
    kind: &str,
    options: &Test,
    report: &mut Report,
    tests: impl Fn(Engine) -> Result<Vec<String>>,
) {
    for engine in options.engines() {
        let stage = format!("{kind} {}", engine.name());
        let notes = report.stage(&stage, || {
            browsers::require(engine)?;
            tests(engine)
        });
        for note in notes.into_iter().flatten() {
            report.note(&stage, &note);
        }
    }
}

/// Starts building the bundle in another process. Its output is printed at the end, and not between other lines.
fn start_dist(project: &Project) -> Result<JoinHandle<std::io::Result<Output>>> {
    let mut command = project.command(env::current_exe()?);
    command.args(["dist", "--no-budgets"]);
    Ok(thread::spawn(move || command.output()))
}

fn finish_dist(project: &Project, build: JoinHandle<std::io::Result<Output>>) -> Result<PathBuf> {
    let output = build
        .join()
        .map_err(|_| anyhow!("the thread has panicked"))?;
    let output = output.context("`dist` could not be started")?;
    print!("{}", String::from_utf8_lossy(&output.stderr));
    print!("{}", String::from_utf8_lossy(&output.stdout));
    process::require_success(Command::new("xtask").arg("dist"), output.status)?;
    Ok(project.dist())
}

fn tools_for(options: &Test) -> Vec<&'static Tool> {
    let mut tools: Vec<&Tool> = Vec::new();
    if options.wants(Kind::Wasm) {
        tools.push(&WASM_BINDGEN);
    }
    if options.engines().contains(&Engine::Firefox) && env::var_os("GECKODRIVER").is_none() {
        tools.push(&GECKODRIVER);
    }
    if options.wants(Kind::E2e) {
        tools.push(&AXE);
    }
    tools
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(options: &Test) -> Vec<&'static str> {
        tools_for(options).iter().map(|tool| tool.name).collect()
    }

    #[test]
    fn only_what_is_needed_is_installed() {
        let options = |engine, kind| Test {
            engines: vec![engine],
            only: vec![kind],
        };
        assert_eq!(
            names(&options(Engine::Chromium, Kind::Wasm)),
            ["wasm-bindgen-cli"]
        );
        assert_eq!(names(&options(Engine::Webkit, Kind::E2e)), ["axe-core"]);
        let all = names(&Test::default());
        assert!(
            all.contains(&"wasm-bindgen-cli") && all.contains(&"axe-core"),
            "{all:?}"
        );
    }
}
