//! `cargo xtask bench`: the widget beside its peers, measured in one run.

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;

use crate::cache::Cache;
use crate::cli::{Bench, Peer};
use crate::project::{BENCH_PACKAGE, Project};
use crate::tools::{Source, Tool};
use crate::{e2e, install, process};

/// A package of a peer.
const fn package(name: &'static str, version: &'static str, file: &'static str) -> Tool {
    Tool {
        name,
        version,
        source: Source::Npm,
        file,
        purpose: "measure a peer",
    }
}

static TIMELINEJS: Tool = package(
    "@knight-lab/timelinejs",
    "3.9.11",
    "node_modules/@knight-lab/timelinejs/dist/js/timeline.js",
);
static VIS: Tool = package(
    "vis-timeline",
    "8.5.4",
    "node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
);
static D3: Tool = package("d3", "7.9.0", "node_modules/d3/dist/d3.min.js");

/// The package of a peer. (React-chrono comes without a bundle, and would need a build of its own.)
fn tool(peer: Peer) -> &'static Tool {
    match peer {
        Peer::TimelineJs => &TIMELINEJS,
        Peer::Vis => &VIS,
        Peer::D3 => &D3,
    }
}

/// Builds the bundle, and measures it.
pub fn run(options: &Bench) -> Result<ExitCode> {
    let project = Project::load()?;
    let cache = Cache::open()?;
    let tools: Vec<&Tool> = options.peers().iter().map(|peer| tool(*peer)).collect();
    install::ensure(&cache, &tools)?;

    let mut command = e2e::cargo_in_chromium(&project, &cache)?;
    command.args(["run", "--package", BENCH_PACKAGE, "--"]);
    for size in &options.sizes {
        command.args(["--size", &size.to_string()]);
    }
    for peer in options.peers() {
        let value = peer.to_possible_value();
        let name = value.as_ref().map_or("", |value| value.get_name());
        command.args(["--peer", name]);
        let variable = format!("OVC_PEER_{}", name.to_uppercase());
        command.env(variable, tool(*peer).folder(&cache));
    }
    command.args(["--runs", &options.runs.to_string()]);
    if options.phone {
        command.arg("--phone");
    }
    if let Some(file) = &options.json {
        command.arg("--json").arg(std::path::absolute(file)?);
    }
    process::run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}
