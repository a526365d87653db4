//! The programs of browsers and drivers, and where systems keep them.

use std::env;
use std::path::PathBuf;

use crate::apt::{Package, System};
use crate::failure::Failure;
use crate::process;

/// A program that comes with the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is, in a sentence.
    what: &'static str,
    /// The variable that names another place.
    variable: &'static str,
    /// Its names on the search path, the preferred first.
    names: &'static [&'static str],
    /// Places off the search path, as patterns.
    places: &'static [&'static str],
    /// What brings it.
    pub package: Package,
}

/// The browser.
pub const CHROMIUM: Part = Part {
    what: "Chromium",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "chrome"],
    places: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    package: Package::snap_on_ubuntu("chromium"),
};

/// The driver of Chromium.
pub const CHROMEDRIVER: Part = Part {
    what: "the driver of Chromium",
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    places: &[
        "/usr/lib/chromium/chromedriver",
        "/usr/lib/chromium-browser/chromedriver",
    ],
    package: Package::snap_on_ubuntu("chromium-driver"),
};

/// The browser.
pub const FIREFOX: Part = Part {
    what: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: Package::snap_on_ubuntu("firefox-esr"),
};

/// The driver of WebKitGTK.
pub const WEBKIT_DRIVER: Part = Part {
    what: "the driver of WebKitGTK",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    places: &[
        "/usr/lib/*/webkit2gtk-*/WebKitWebDriver",
        "/usr/libexec/webkit2gtk-*/WebKitWebDriver",
    ],
    package: Package::plain("webkit2gtk-driver"),
};

/// The browser that comes with WebKitGTK.
pub const MINIBROWSER: Part = Part {
    what: "the MiniBrowser of WebKitGTK",
    variable: "MINIBROWSER",
    names: &["MiniBrowser"],
    places: &[
        "/usr/lib/*/webkit2gtk-4.*/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.*/MiniBrowser",
    ],
    // The library that the driver's package depends on has the browser too.
    package: Package::plain("webkit2gtk-driver"),
};

/// A screen for WebKitGTK, which has no headless mode.
pub const XVFB_RUN: Part = Part {
    what: "a virtual screen",
    variable: "XVFB_RUN",
    names: &["xvfb-run"],
    places: &[],
    package: Package::plain("xvfb"),
};

/// The virtual screen's keys. Its package only recommends this one, and is of no use without it.
pub const XAUTH: Part = Part {
    what: "the keys of the virtual screen",
    variable: "XAUTH",
    names: &["xauth"],
    places: &[],
    package: Package::plain("xauth"),
};

impl Part {
    /// Where it is, if it is on this machine.
    pub fn locate(self) -> Result<Option<PathBuf>, Failure> {
        if let Some(own) = env::var_os(self.variable).filter(|value| !value.is_empty()) {
            let path = PathBuf::from(own);
            return which::which(&path).map(Some).map_err(|_| {
                Failure::problem(format!(
                    "{} is set to {}, which is not a program.",
                    self.variable,
                    path.display()
                ))
            });
        }
        if let Some(path) = self.names.iter().find_map(|name| process::find(name)) {
            return Ok(Some(path));
        }
        for place in self.places {
            if let Some(path) = matching(place) {
                return Ok(Some(path));
            }
        }
        Ok(None)
    }

    /// Where it is, or what to do about it.
    pub fn path(self) -> Result<PathBuf, Failure> {
        self.locate()?.ok_or_else(|| {
            Failure::problem(format!(
                "There is no sign of {}. {}",
                self.what,
                System::here().advice(self.package, Some(self.variable))
            ))
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
        assert!(matching("/bin/s*").is_some());
    }
}
