//! `cargo xtask test`: everything that has to hold, on this machine and in three browsers.

mod e2e;
mod native;
mod output;
mod trunk;
mod wasm;

use std::path::Path;

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::cli::{Kind, Test};
use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::report::Report;
use crate::tools::{self, AXE, GECKODRIVER, Tool, Toolbox, WASM_BINDGEN};
use crate::{dist, install};

pub use e2e::{Bundle, environment as e2e_environment};

/// Runs the tests that were asked for, all of them even if some fail.
pub fn run(options: &Test) -> Result<Outcome, Failure> {
    let mut project = Project::load()?;
    let cache = Cache::open()?;
    project.share_builds(&cache)?;
    let engines = options.engines();
    let mut report = Report::default();

    let mut prepared = None;
    if options.wants(Kind::Wasm) || options.wants(Kind::E2e) {
        prepared = report.stage("preparing browsers", || {
            browsers::install_missing(&engines)?;
            install::ensure_wasm_target()?;
            tools::ensure(&cache, &tools_for(options))
        });
    }
    // Building the bundle takes one core for the most part, and two minutes: it runs beside the tests that do
    // not need it.
    let has_other_tests = options.wants(Kind::Native) || options.wants(Kind::Wasm);
    let mut background = None;
    if prepared.is_some() && options.wants(Kind::E2e) && has_other_tests {
        background = Some(dist::start(&project));
    }

    if options.wants(Kind::Native) {
        report.stage("native", || native::run(&project));
    }
    if let Some(toolbox) = prepared {
        if options.wants(Kind::Wasm) {
            for engine in &engines {
                let notes = report.stage(format!("wasm {}", engine.name()), || {
                    browsers::require(*engine)?;
                    wasm::run(&project, &toolbox, *engine)
                });
                report.note(engine.name(), notes.unwrap_or_default());
            }
            report.stage("trunk", || trunk::run(&project, &toolbox));
        }
        if options.wants(Kind::E2e) {
            let built = report.stage("dist", || match background {
                Some(background) => background?.wait().map(|()| project.dist()),
                None => dist::build(&project, &cache, false),
            });
            if let Some(dist) = built {
                end_to_end(&project, &engines, &dist, &toolbox, &mut report);
            }
        }
    }
    println!("\n{}", report.summary());
    Ok(report.outcome())
}

/// The tests of the finished bundle.
fn end_to_end(
    project: &Project,
    engines: &[Engine],
    dist: &Path,
    toolbox: &Toolbox,
    report: &mut Report,
) {
    report.stage("budgets", || match dist::report(project)? {
        true => Ok(()),
        false => Err(Failure::problem("The bundle is too big.")),
    });
    for engine in engines {
        let notes = report.stage(format!("e2e {}", engine.name()), || {
            browsers::require(*engine)?;
            e2e::run(project, *engine, &Bundle { dist, toolbox })
        });
        report.note(engine.name(), notes.unwrap_or_default());
    }
}

fn tools_for(options: &Test) -> Vec<&'static Tool> {
    let mut tools: Vec<&Tool> = Vec::new();
    if options.wants(Kind::Wasm) {
        tools.push(&WASM_BINDGEN);
    }
    if options.engines().contains(&Engine::Firefox) && std::env::var_os("GECKODRIVER").is_none() {
        tools.push(&GECKODRIVER);
    }
    if options.wants(Kind::E2e) {
        tools.push(&AXE);
    }
    tools
}

/// The driver of Firefox: one of our tools, or the one that is named.
fn geckodriver(toolbox: &Toolbox) -> Result<std::path::PathBuf, Failure> {
    match std::env::var_os("GECKODRIVER") {
        Some(own) => Ok(own.into()),
        None => toolbox.program("geckodriver"),
    }
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
