//! The browsers that tests run in, and their drivers.

use std::process::Command;

use crate::apt::{self, Package, System};
use crate::failure::Failure;
use crate::parts::{
    CHROMEDRIVER, CHROMIUM, FIREFOX, MINIBROWSER, Part, WEBKIT_DRIVER, XAUTH, XVFB_RUN,
};
use crate::process;

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

    /// What has to be on the machine for it. (The driver of Firefox is one of our tools.)
    fn parts(self) -> &'static [Part] {
        match self {
            Self::Chromium => &[CHROMIUM, CHROMEDRIVER],
            Self::Firefox => &[FIREFOX],
            Self::Webkit => &[WEBKIT_DRIVER, MINIBROWSER, XVFB_RUN, XAUTH],
        }
    }
}

/// Letters for Korean, without which its pictures and measures would be of empty boxes.
const KOREAN_FONT: Package = Package::plain("fonts-noto-cjk");

/// Installs what is missing for these engines, where that can be done. What is still missing
/// afterwards is reported by [`Part::path`].
pub fn install_missing(engines: &[Engine]) -> Result<(), Failure> {
    let mut missing = Vec::new();
    for part in engines.iter().flat_map(|engine| engine.parts()) {
        if part.locate()?.is_none() {
            missing.push(part.package);
        }
    }
    if !has_korean_font() {
        missing.push(KOREAN_FONT);
    }
    let names = System::here().installable(&missing);
    if names.is_empty() {
        Ok(())
    } else {
        apt::install(&names)
    }
}

/// Checks that everything for this engine is here.
pub fn require(engine: Engine) -> Result<(), Failure> {
    for part in engine.parts() {
        part.path()?;
    }
    if !has_korean_font() {
        let advice = System::here().advice(KOREAN_FONT, None);
        return Err(Failure::problem(format!(
            "There is no font with Korean letters. {advice}"
        )));
    }
    Ok(())
}

fn has_korean_font() -> bool {
    if cfg!(any(windows, target_os = "macos")) {
        return true;
    }
    process::quiet_output(Command::new("fc-list").args([":lang=ko", "family"]))
        .is_some_and(|fonts| !fonts.trim().is_empty())
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

    #[test]
    fn the_packages_are_those_of_the_readme() {
        let mut packages: Vec<&str> = Engine::ALL
            .into_iter()
            .flat_map(|engine| engine.parts().iter().map(|part| part.package.name))
            .chain([KOREAN_FONT.name])
            .collect();
        packages.dedup();
        assert_eq!(
            packages,
            [
                "chromium",
                "chromium-driver",
                "firefox-esr",
                "webkit2gtk-driver",
                "xvfb",
                "xauth",
                "fonts-noto-cjk"
            ]
        );
    }
}
