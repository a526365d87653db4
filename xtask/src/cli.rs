//! The command line: what can be asked for, and how it is written.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use crate::bench::{self, Bench};
use crate::browsers::Engine;
use crate::failure::Failure;
use crate::help::{help_for, overview};

/// Everything that can be asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print this text.
    Help(String),
    /// Build and serve the page.
    Serve(Serve),
    /// Run the tests.
    Test(Test),
    /// Measure the widget beside its peers.
    Bench(Bench),
    /// Build the static bundle.
    Dist(Dist),
    /// Validate data sets.
    CheckData {
        /// The files to read.
        files: Vec<PathBuf>,
    },
    /// Write the JSON Schema of the data set.
    Schema {
        /// Only compare.
        check: bool,
    },
    /// Take the pictures of the documentation.
    Screenshots,
    /// Finish what trunk has built (trunk calls this).
    Assemble,
    /// Install everything that the other commands need.
    Setup,
}

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    /// Where to listen, on this machine only.
    pub port: u16,
    /// Open a browser.
    pub open: bool,
    /// Build optimised.
    pub release: bool,
}

/// The options of `dist`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Dist {
    /// With `testPanic()` on the element.
    pub test_hooks: bool,
    /// Without failing where the bundle is too big.
    pub no_budgets: bool,
}

/// The options of `test`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Test {
    /// The engines to test in; empty means all.
    pub engines: Vec<Engine>,
    /// The kinds of tests; empty means all.
    pub only: Vec<Kind>,
}

impl Test {
    /// The engines asked for.
    pub fn engines(&self) -> Vec<Engine> {
        if self.engines.is_empty() {
            Engine::ALL.to_vec()
        } else {
            Engine::ALL
                .into_iter()
                .filter(|engine| self.engines.contains(engine))
                .collect()
        }
    }

    /// Whether this kind of test was asked for.
    pub fn wants(&self, kind: Kind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }
}

/// A kind of test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Formatting, lints, and tests on this machine.
    Native,
    /// WebAssembly tests in a headless browser.
    Wasm,
    /// The finished bundle, driven like a reader would.
    E2e,
}

impl Kind {
    fn parse(name: &str) -> Result<Self, Failure> {
        match name {
            "native" => Ok(Self::Native),
            "wasm" => Ok(Self::Wasm),
            "e2e" => Ok(Self::E2e),
            other => Err(Failure::usage(format!(
                "`--only {other}` is not known; write native, wasm or e2e."
            ))),
        }
    }
}

/// Reads a command line.
pub fn parse(mut parser: Parser) -> Result<Command, Failure> {
    let name = match parser.next().map_err(wrong)? {
        Some(Arg::Value(value)) => value.string().map_err(wrong)?,
        Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Command::Help(overview())),
        Some(other) => return Err(wrong(other.unexpected())),
        None => {
            return Err(Failure::usage(format!(
                "Say what to do.\n\n{}",
                overview().trim_end()
            )));
        }
    };
    if name == "help" {
        return Ok(Command::Help(overview()));
    }
    let mut options = Options::default();
    while let Some(argument) = parser.next().map_err(wrong)? {
        if matches!(argument, Arg::Short('h') | Arg::Long("help")) {
            return Ok(Command::Help(help_for(&name)));
        }
        match (name.as_str(), argument) {
            ("serve", Arg::Long("port") | Arg::Short('p')) => {
                options.port = Some(
                    parser
                        .value()
                        .and_then(|value| value.parse())
                        .map_err(wrong)?,
                );
            }
            ("serve", Arg::Long("open")) => options.open = true,
            ("serve", Arg::Long("release")) => options.release = true,
            ("test", Arg::Long("engine")) => {
                let value = parser.value().and_then(ValueExt::string).map_err(wrong)?;
                options.test.engines.push(Engine::parse(&value)?);
            }
            ("test", Arg::Long("only")) => {
                let value = parser.value().and_then(ValueExt::string).map_err(wrong)?;
                options.test.only.push(Kind::parse(&value)?);
            }
            ("bench", Arg::Long(option)) => {
                let option = option.to_owned();
                bench::read(&mut options.bench, &option, &mut parser)?;
            }
            ("dist", Arg::Long("test-hooks")) => options.dist.test_hooks = true,
            ("dist", Arg::Long("no-budgets")) => options.dist.no_budgets = true,
            ("schema", Arg::Long("check")) => options.check = true,
            ("check-data", Arg::Value(file)) => options.files.push(file.into()),
            (known, other) => {
                let sentence = wrong(other.unexpected());
                return Err(Failure::usage(format!(
                    "{sentence}\n`cargo xtask {known} --help` lists what it takes."
                )));
            }
        }
    }
    options.into_command(&name)
}

#[derive(Default)]
struct Options {
    port: Option<u16>,
    open: bool,
    release: bool,
    test: Test,
    bench: Bench,
    dist: Dist,
    check: bool,
    files: Vec<PathBuf>,
}

impl Options {
    fn into_command(self, name: &str) -> Result<Command, Failure> {
        Ok(match name {
            "serve" => Command::Serve(Serve {
                port: self.port.unwrap_or(8080),
                open: self.open,
                release: self.release,
            }),
            "test" => Command::Test(self.test),
            "bench" => Command::Bench(self.bench),
            "dist" => Command::Dist(self.dist),
            "check-data" if self.files.is_empty() => {
                return Err(Failure::usage(
                    "check-data needs at least one file, as in \
                     `cargo xtask check-data www/data/debate.json`.",
                ));
            }
            "check-data" => Command::CheckData { files: self.files },
            "schema" => Command::Schema { check: self.check },
            "screenshots" => Command::Screenshots,
            "assemble" => Command::Assemble,
            "setup" => Command::Setup,
            other => {
                return Err(Failure::usage(format!(
                    "There is no command `{other}`.\n\n{}",
                    overview().trim_end()
                )));
            }
        })
    }
}

/// The parser's message as a sentence.
pub(crate) fn wrong(error: lexopt::Error) -> Failure {
    let message = error.to_string();
    let mut letters = message.chars();
    let sentence: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect();
    Failure::usage(format!("{sentence}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::help::COMMANDS;

    fn parse_words(words: &[&str]) -> Result<Command, Failure> {
        parse(Parser::from_args(words))
    }

    #[test]
    fn serve_has_defaults_and_options() {
        let plain = Serve {
            port: 8080,
            open: false,
            release: false,
        };
        assert_eq!(parse_words(&["serve"]), Ok(Command::Serve(plain)));
        let full = Serve {
            port: 9000,
            open: true,
            release: true,
        };
        let words = ["serve", "--port", "9000", "--open", "--release"];
        assert_eq!(parse_words(&words), Ok(Command::Serve(full)));
    }

    #[test]
    fn engines_and_kinds_repeat() {
        let words = [
            "test",
            "--engine=webkit",
            "--engine",
            "chromium",
            "--only",
            "wasm",
        ];
        let Ok(Command::Test(test)) = parse_words(&words) else {
            panic!("{words:?} is a test command");
        };
        assert_eq!(test.engines(), [Engine::Chromium, Engine::Webkit]);
        assert!(test.wants(Kind::Wasm) && !test.wants(Kind::Native));
    }

    #[test]
    fn wrong_use_is_a_usage_failure() {
        for words in [
            &[] as &[&str],
            &["srve"],
            &["serve", "--prt", "1"],
            &["serve", "--port", "many"],
            &["serve", "--open=yes"],
            &["test", "--engine", "netscape"],
            &["test", "--only", "unit"],
            &["check-data"],
            &["dist", "extra"],
            &["--version"],
        ] {
            assert!(
                matches!(parse_words(words), Err(Failure::Usage(_))),
                "{words:?}"
            );
        }
    }

    #[test]
    fn help_names_every_command() {
        let Ok(Command::Help(text)) = parse_words(&["--help"]) else {
            panic!("--help is help");
        };
        for (name, ..) in COMMANDS {
            assert!(text.contains(name), "{name}");
            let own = parse_words(&[name, "--help"]);
            assert!(matches!(own, Ok(Command::Help(text)) if text.contains(name)));
        }
    }
}
