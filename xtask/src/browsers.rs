//! The browsers that tests run in, and their drivers.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::cache::Cache;
use crate::parts::{
    CHROMEDRIVER, CHROMIUM, FIREFOX, MINIBROWSER, Part, WEBKIT_DRIVER, XAUTH, XVFB_RUN,
};
use crate::tools::GECKODRIVER;
use crate::{apt, process};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Engine {
    /// Chrome, Edge and most others.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari's engine, here as WebKitGTK.
    Webkit,
}

impl Engine {
    /// All of them, in the order in which they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// What has to be on the machine for it, besides the driver of Firefox, which is one of our tools.
    fn parts(self) -> &'static [Part] {
        match self {
            Self::Chromium => &[CHROMIUM, CHROMEDRIVER],
            Self::Firefox => &[FIREFOX],
            Self::Webkit => &[WEBKIT_DRIVER, MINIBROWSER, XVFB_RUN, XAUTH],
        }
    }
}

/// The package with Korean letters. Without it, screenshots and measurements would be of empty boxes.
const KOREAN_FONT: &str = "fonts-noto-cjk";

/// Installs what is missing for these engines, where that is possible. [`require`] reports what could not be installed.
pub fn install_missing(engines: &[Engine]) {
    let parts = engines.iter().flat_map(|engine| engine.parts());
    let missing = parts.filter(|part| part.find().is_none());
    let mut packages: Vec<&str> = missing.map(|part| part.package).collect();
    if !has_korean_font() {
        packages.push(KOREAN_FONT);
    }
    packages.dedup();
    apt::install(&packages);
}

/// Fails where something is missing for this engine.
pub fn require(engine: Engine) -> Result<()> {
    for part in engine.parts() {
        part.path()?;
    }
    ensure!(
        has_korean_font(),
        "there is no font with Korean letters: install the package `{KOREAN_FONT}`"
    );
    Ok(())
}

fn has_korean_font() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || process::probe(Command::new("fc-list").args([":lang=ko", "family"]))
            .is_some_and(|fonts| !fonts.trim().is_empty())
}

/// The driver of Firefox: the one that `GECKODRIVER` names, or the installed one.
pub fn geckodriver(cache: &Cache) -> Result<PathBuf> {
    match env::var_os("GECKODRIVER") {
        Some(path) => Ok(path.into()),
        None => GECKODRIVER.path(cache),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_have_the_same_names_on_the_command_line() {
        use clap::ValueEnum;
        for engine in Engine::ALL {
            assert_eq!(Engine::from_str(engine.name(), false), Ok(engine));
        }
    }
}
