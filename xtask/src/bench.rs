//! `cargo xtask bench`: the widget beside its peers, measured in one run.

use std::path::PathBuf;

use lexopt::{Parser, ValueExt};

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::cli::wrong;
use crate::failure::{Failure, Outcome};
use crate::project::{BENCH_PACKAGE, Project};
use crate::test::{self, Bundle};
use crate::tools::{self, AXE, Source, Tool};
use crate::{dist, process};

/// The options of `bench`.
#[derive(Debug, PartialEq, Eq)]
pub struct Bench {
    /// Numbers of events.
    pub sizes: Vec<usize>,
    /// Names of peers.
    pub peers: Vec<String>,
    /// How often each page is loaded.
    pub runs: usize,
    /// Whether on a slow machine behind a slow line.
    pub phone: bool,
    /// Where every figure goes.
    pub json: Option<PathBuf>,
}

impl Default for Bench {
    fn default() -> Self {
        Self {
            sizes: vec![60, 1000, 10_000, 100_000],
            peers: PEERS.iter().map(|(name, _)| (*name).to_owned()).collect(),
            runs: 3,
            phone: false,
            json: None,
        }
    }
}

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

/// Those who are compared, and what they need. React-chrono is not among them: it comes without a
/// bundle, and would need a build of its own.
static PEERS: [(&str, &Tool); 3] = [("timelinejs", &TIMELINEJS), ("vis", &VIS), ("d3", &D3)];

/// Reads one option of the command line.
pub fn read(options: &mut Bench, option: &str, parser: &mut Parser) -> Result<(), Failure> {
    let mut value = || parser.value().and_then(ValueExt::string).map_err(wrong);
    match option {
        "sizes" => {
            options.sizes = parts(&value()?)
                .map(|size| number(size, 1))
                .collect::<Result<_, _>>()?;
        }
        "peers" => {
            options.peers = parts(&value()?).map(known).collect::<Result<_, _>>()?;
        }
        "no-peers" => options.peers.clear(),
        "runs" => options.runs = number(&value()?, 1)?,
        "phone" => options.phone = true,
        "json" => options.json = Some(value()?.into()),
        other => {
            return Err(Failure::usage(format!(
                "Invalid option '--{other}'.\n`cargo xtask bench --help` lists what it takes."
            )));
        }
    }
    Ok(())
}

fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim)
}

fn number(text: &str, least: usize) -> Result<usize, Failure> {
    let number = text.parse().ok().filter(|number| *number >= least);
    number
        .ok_or_else(|| Failure::usage(format!("`{text}` is no number; write one from {least} on.")))
}

fn known(name: &str) -> Result<String, Failure> {
    let names = PEERS.map(|(name, _)| name);
    if names.contains(&name) {
        return Ok(name.to_owned());
    }
    let names = names.join(", ");
    Err(Failure::usage(format!(
        "`--peers {name}` is not known; known are {names}."
    )))
}

/// Builds the bundle, and measures it.
pub fn run(options: &Bench) -> Result<Outcome, Failure> {
    let project = Project::load()?;
    let cache = Cache::open()?;
    browsers::install_missing(&[Engine::Chromium])?;
    browsers::require(Engine::Chromium)?;
    let compared = PEERS
        .iter()
        .filter(|(name, _)| options.peers.iter().any(|peer| peer == name));
    let mut needed: Vec<&'static Tool> = vec![&AXE];
    needed.extend(compared.clone().map(|(_, tool)| *tool));
    let toolbox = tools::ensure(&cache, &needed)?;
    let dist = dist::build(&project, &cache, false)?;

    let mut command = project.cargo();
    let bundle = Bundle {
        dist: &dist,
        toolbox: &toolbox,
    };
    test::e2e_environment(&mut command, Engine::Chromium, &bundle)?;
    for (name, tool) in compared {
        let variable = format!("OVC_PEER_{}", name.to_uppercase());
        command.env(variable, cache.tool(tool.name, tool.version));
    }
    command.args(["run", "--package", BENCH_PACKAGE, "--"]);
    for size in &options.sizes {
        command.args(["--size", &size.to_string()]);
    }
    for peer in &options.peers {
        command.args(["--peer", peer]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Command, parse};

    fn parsed(words: &[&str]) -> Result<Bench, Failure> {
        match parse(Parser::from_args([&["bench"], words].concat()))? {
            Command::Bench(options) => Ok(options),
            other => panic!("{other:?} is another command"),
        }
    }

    #[test]
    fn everything_is_measured_unless_it_is_narrowed() {
        let all = parsed(&[]);
        assert!(all.is_ok_and(|all| all.peers.len() == PEERS.len() && all.sizes.len() == 4));
        let words = [
            "--sizes",
            "60,1000",
            "--peers=vis,d3",
            "--runs",
            "5",
            "--phone",
        ];
        let few = parsed(&words);
        let expected = Bench {
            sizes: vec![60, 1000],
            peers: vec!["vis".to_owned(), "d3".to_owned()],
            runs: 5,
            phone: true,
            json: None,
        };
        assert_eq!(few, Ok(expected));
        assert!(parsed(&["--no-peers"]).is_ok_and(|none| none.peers.is_empty()));
    }

    #[test]
    fn wrong_use_is_told() {
        for words in [
            &["--sizes", "many"] as &[&str],
            &["--sizes", "0"],
            &["--runs", "0"],
            &["--peers", "flash"],
            &["--fast"],
            &["--no-peers=yes"],
            &["vis"],
        ] {
            assert!(matches!(parsed(words), Err(Failure::Usage(_))), "{words:?}");
        }
    }
}
