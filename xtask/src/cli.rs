//! The command line: `cargo xtask --help`, check-data and the other commands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::browsers::Engine;

/// The commands of this repository.
///
/// Exit status: 0 good, 1 problems found, 2 wrong use.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Install what is missing, build, and serve the page; it is built again after every change of a source
    Serve(Serve),
    /// Install what is missing, and run the tests
    Test(Test),
    /// Measure the widget beside its peers in one run of Chromium, and print a table
    Bench(Bench),
    /// Build the static bundle in dist/, with manifest.json, sizes and budgets
    Dist(Dist),
    /// Validate data sets: each problem with its JSON path, exit status 1 if any (check-data FILE…)
    CheckData {
        /// The data sets
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write www/data/schema.json from the Rust types
    Schema {
        /// Write nothing; exit status 1 if the file is not current
        #[arg(long)]
        check: bool,
    },
    /// Build the bundle, and take the pictures in docs/screenshots
    Screenshots,
    /// Install everything that serve, dist and test need, the browsers included, into a per-user cache
    /// (OVC_CACHE_DIR names another place)
    Setup,
    /// Make the bundle of what trunk has built; trunk calls this
    Assemble,
}

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Serve {
    /// Where to listen, on this machine only
    #[arg(long, short, default_value_t = 8080)]
    pub port: u16,
    /// Open a browser when the page is ready
    #[arg(long)]
    pub open: bool,
    /// Build as small and fast as `dist` does (slower to build)
    #[arg(long)]
    pub release: bool,
}

/// The options of `test`.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub struct Test {
    /// Only in this browser (repeatable)
    #[arg(long = "engine")]
    pub engines: Vec<Engine>,
    /// Only tests of this kind (repeatable)
    #[arg(long)]
    pub only: Vec<Kind>,
}

impl Test {
    /// The engines to test in, in their order.
    pub fn engines(&self) -> Vec<Engine> {
        let is_wanted = |engine: &Engine| self.engines.is_empty() || self.engines.contains(engine);
        Engine::ALL.into_iter().filter(is_wanted).collect()
    }

    /// Whether this kind of test was asked for.
    pub fn wants(&self, kind: Kind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }
}

/// A kind of test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Formatting, lints, and tests on this machine
    Native,
    /// WebAssembly tests in a headless browser
    Wasm,
    /// The finished bundle, driven like a reader would
    E2e,
}

/// The options of `dist`.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Dist {
    /// Add testPanic() to the element; never publish such a build
    #[arg(long)]
    pub test_hooks: bool,
    /// Print sizes and budgets, but do not fail over a limit
    #[arg(long)]
    pub no_budgets: bool,
}

/// The options of `bench`.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Bench {
    /// Numbers of events
    #[arg(long, value_delimiter = ',', default_value = "60,1000,10000,100000")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub sizes: Vec<u32>,
    /// The peers (measured with at most 10,000 events)
    #[arg(long, value_delimiter = ',', default_value = "timelinejs,vis,d3")]
    #[arg(value_enum)]
    pub peers: Vec<Peer>,
    /// Only the widget
    #[arg(long, conflicts_with = "peers")]
    pub no_peers: bool,
    /// How often each page is loaded
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    pub runs: u32,
    /// As on a phone: 412 px, a quarter of the processor, 1.6 Mbit/s and 150 ms
    #[arg(long)]
    pub phone: bool,
    /// Write every figure there
    #[arg(long)]
    pub json: Option<PathBuf>,
}

impl Bench {
    /// The peers to measure.
    pub fn peers(&self) -> &[Peer] {
        if self.no_peers { &[] } else { &self.peers }
    }
}

/// A library that the widget is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Peer {
    /// TimelineJS3
    #[value(name = "timelinejs")]
    TimelineJs,
    /// vis-timeline
    Vis,
    /// A page by hand with D3
    D3,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &str) -> Option<Command> {
        let words = words.split_whitespace();
        let arguments = Arguments::try_parse_from(std::iter::once("xtask").chain(words));
        arguments.ok().map(|arguments| arguments.command)
    }

    #[test]
    fn serve_has_defaults_and_options() {
        let serve = |port, open, release| {
            Some(Command::Serve(Serve {
                port,
                open,
                release,
            }))
        };
        assert_eq!(parse("serve"), serve(8080, false, false));
        let words = "serve --port 9000 --open --release";
        assert_eq!(parse(words), serve(9000, true, true));
    }

    #[test]
    fn engines_and_kinds_repeat() {
        let words = "test --engine=webkit --engine chromium --only wasm";
        let Some(Command::Test(test)) = parse(words) else {
            panic!("{words} is a test command");
        };
        assert_eq!(test.engines(), [Engine::Chromium, Engine::Webkit]);
        assert!(test.wants(Kind::Wasm) && !test.wants(Kind::Native));
    }

    #[test]
    fn everything_is_measured_unless_it_is_narrowed() {
        let bench = |words| match parse(words) {
            Some(Command::Bench(bench)) => bench,
            other => panic!("{words}: {other:?}"),
        };
        let all = bench("bench");
        assert_eq!((all.peers().len(), all.sizes.len()), (3, 4));
        let few = bench("bench --sizes 60,1000 --peers=vis,d3 --runs 5 --phone");
        assert_eq!(few.peers(), [Peer::Vis, Peer::D3]);
        assert_eq!((few.sizes, few.runs, few.phone), (vec![60, 1000], 5, true));
        assert!(bench("bench --no-peers").peers().is_empty());
    }

    #[test]
    fn wrong_use_is_refused() {
        for words in [
            "",
            "srve",
            "serve --prt 1",
            "serve --port many",
            "serve --open=yes",
            "test --engine netscape",
            "test --only unit",
            "check-data",
            "dist extra",
            "bench --sizes 0",
            "bench --runs 0",
            "bench --peers flash",
            "bench --fast",
        ] {
            assert_eq!(parse(words), None, "{words}");
        }
    }
}
