//! `cargo xtask bench`: the widget beside its peers, measured in one run.

use clap::ValueEnum;

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::cli::{Bench, Peer};
use crate::failure::{Failure, Outcome};
use crate::project::{BENCH_PACKAGE, Project};
use crate::test::{self, Bundle};
use crate::tools::{self, AXE, Source, Tool};
use crate::{dist, process};

/// A package of a peer.
const fn package(name: &'static str, version: &'static str, file: &'static str) -> Tool {
    Tool {
        name,
        version,
        source: Source::Npm,
        programs: &[],
        says: version,
        file: Some(file),
        purpose: "measure a peer",
        takes: "some seconds",
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

/// The variable that names the place of a peer's package, and the package. (React-chrono comes without a bundle,
/// and would need a build of its own.)
fn source(peer: Peer) -> (&'static str, &'static Tool) {
    match peer {
        Peer::TimelineJs => ("OVC_PEER_TIMELINEJS", &TIMELINEJS),
        Peer::Vis => ("OVC_PEER_VIS", &VIS),
        Peer::D3 => ("OVC_PEER_D3", &D3),
    }
}

/// Builds the bundle, and measures it.
pub fn run(options: &Bench) -> Result<Outcome, Failure> {
    let project = Project::load()?;
    let cache = Cache::open()?;
    browsers::install_missing(&[Engine::Chromium])?;
    browsers::require(Engine::Chromium)?;
    let sources: Vec<_> = options.peers().iter().map(|peer| source(*peer)).collect();
    let mut needed: Vec<&'static Tool> = vec![&AXE];
    needed.extend(sources.iter().map(|(_, tool)| *tool));
    let toolbox = tools::ensure(&cache, &needed)?;
    let dist = dist::build(&project, &cache, false)?;

    let mut command = project.cargo();
    let bundle = Bundle {
        dist: &dist,
        toolbox: &toolbox,
    };
    test::e2e_environment(&mut command, Engine::Chromium, &bundle)?;
    for (variable, tool) in sources {
        command.env(variable, cache.tool(tool.name, tool.version));
    }
    command.args(["run", "--package", BENCH_PACKAGE, "--"]);
    for size in &options.sizes {
        command.args(["--size", &size.to_string()]);
    }
    for peer in options.peers().iter().filter_map(Peer::to_possible_value) {
        command.args(["--peer", peer.get_name()]);
    }
    command.args(["--runs", &options.runs.to_string()]);
    if options.phone {
        command.arg("--phone");
    }
    if let Some(file) = &options.json {
        let file = std::path::absolute(file)
            .map_err(|error| Failure::problem(format!("{}: {error}.", file.display())))?;
        command.arg("--json").arg(file);
    }
    process::run(&mut command)?;
    Ok(Outcome::Good)
}
