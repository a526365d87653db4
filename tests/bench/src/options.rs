//! What is to be measured.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};
use open_vs_closed_e2e::{Outcome, ensure};

/// The command line.
pub struct Options {
    /// Numbers of events.
    pub sizes: Vec<usize>,
    /// Names of peers.
    pub peers: Vec<String>,
    /// How often each is loaded.
    pub runs: usize,
    /// Whether on a slow machine behind a slow line.
    pub phone: bool,
    /// Where all figures go.
    pub json: Option<PathBuf>,
}

impl Options {
    /// Reads the command line, which `cargo xtask bench` has checked.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn parse() -> Outcome<Self> {
        let mut options = Self {
            sizes: Vec::new(),
            peers: Vec::new(),
            runs: 1,
            phone: false,
            json: None,
        };
        let mut parser = Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("size") => options.sizes.push(parser.value()?.parse()?),
                Arg::Long("peer") => options.peers.push(parser.value()?.string()?),
                Arg::Long("runs") => options.runs = parser.value()?.parse()?,
                Arg::Long("phone") => options.phone = true,
                Arg::Long("json") => options.json = Some(parser.value()?.into()),
                other => return Err(other.unexpected().into()),
            }
        }
        ensure!(!options.sizes.is_empty(), "Name at least one --size.");
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_size_there_is_nothing_to_measure() {
        // The test's own command line has none.
        assert!(Options::parse().is_err());
    }
}
