//! The programs of browsers and drivers, and where systems install them.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// A program that comes with the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is, in a sentence.
    what: &'static str,
    /// The variable that names another place.
    variable: &'static str,
    /// Its names on the search path, the preferred first.
    names: &'static [&'static str],
    /// A pattern of its places off the search path.
    place: &'static str,
    /// The package of Debian and Ubuntu that has it.
    pub package: &'static str,
}

/// Chromium or Chrome.
pub const CHROMIUM: Part = Part {
    what: "Chromium",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "chrome"],
    place: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    package: "chromium",
};

/// The driver of Chromium.
pub const CHROMEDRIVER: Part = Part {
    what: "the driver of Chromium",
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    place: "/usr/lib/chromium*/chromedriver",
    package: "chromium-driver",
};

/// Firefox.
pub const FIREFOX: Part = Part {
    what: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    place: "/Applications/Firefox.app/Contents/MacOS/firefox",
    package: "firefox-esr",
};

/// The driver of WebKitGTK.
pub const WEBKIT_DRIVER: Part = Part {
    what: "the driver of WebKitGTK",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    place: "/usr/lib/*/webkit2gtk-*/WebKitWebDriver",
    package: "webkit2gtk-driver",
};

/// The browser that comes with WebKitGTK, in the library that the driver's package depends on.
pub const MINIBROWSER: Part = Part {
    what: "the MiniBrowser of WebKitGTK",
    variable: "MINIBROWSER",
    names: &["MiniBrowser"],
    place: "/usr/lib/*/webkit2gtk-4.*/MiniBrowser",
    package: "webkit2gtk-driver",
};

/// A screen for WebKitGTK, which has no headless mode.
pub const XVFB_RUN: Part = Part {
    what: "the virtual screen `xvfb-run`",
    variable: "XVFB_RUN",
    names: &["xvfb-run"],
    place: "",
    package: "xvfb",
};

/// Access keys for the virtual screen, which does not work without them although its package only recommends them.
pub const XAUTH: Part = Part {
    what: "`xauth`, which the virtual screen needs",
    variable: "XAUTH",
    names: &["xauth"],
    place: "",
    package: "xauth",
};

impl Part {
    /// Where it is, if it is on this machine or its variable names a place.
    pub fn find(self) -> Option<PathBuf> {
        let on_path = || self.names.iter().find_map(|name| which::which(name).ok());
        let named = env::var_os(self.variable).filter(|value| !value.is_empty());
        named
            .map(PathBuf::from)
            .or_else(on_path)
            .or_else(|| matching(self.place))
    }

    /// Where it is.
    ///
    /// # Errors
    /// Fails with the package to install where it is missing.
    pub fn path(self) -> Result<PathBuf> {
        let Self {
            what,
            variable,
            package,
            ..
        } = self;
        let path = self.find().with_context(|| {
            format!(
                "{what} is missing: install the package `{package}` (`sudo apt-get install {package}` on Debian \
                 and Ubuntu), or set {variable} to the path of the program"
            )
        })?;
        which::which(&path).with_context(|| {
            let path = path.display();
            format!("{variable} is set to {path}, which is not a program")
        })
    }
}

/// The last program, by name, whose path fits a pattern.
fn matching(pattern: &str) -> Option<PathBuf> {
    let paths = glob::glob(pattern).ok()?.flatten();
    paths.filter_map(|path| which::which(path).ok()).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_pattern_finds_a_program() {
        assert_eq!(matching("/no/such/*/place"), None);
        assert_eq!(matching(""), None);
        assert!(matching("/bin/s*").is_some());
    }

    #[test]
    fn a_missing_part_names_package_and_variable() {
        let part = Part {
            names: &[],
            place: "",
            variable: "NO_SUCH_VARIABLE",
            ..CHROMIUM
        };
        let text = part.path().err().map(|error| error.to_string());
        let text = text.unwrap_or_default();
        assert!(
            text.contains("apt-get install chromium") && text.contains("set NO_SUCH_VARIABLE"),
            "{text}"
        );
    }
}
