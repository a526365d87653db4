//! The tools that Cargo does not bring: which, in which version, and where they are.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::cache::Cache;
use crate::process;

/// Where a tool comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `cargo install`.
    Cargo,
    /// `npm install`.
    Npm,
}

/// One tool in one version.
#[derive(Debug)]
pub struct Tool {
    /// Its name in the registry.
    pub name: &'static str,
    /// The version that works with this project.
    pub version: &'static str,
    /// The registry.
    pub source: Source,
    /// The file to find after an installation: a program, or a path in the package of npm.
    pub file: &'static str,
    /// What it is for, in the sentence "… is needed to …".
    pub purpose: &'static str,
}

/// Runs WebAssembly tests in a browser. Its version must equal the library's exactly.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.126",
    source: Source::Cargo,
    file: "bin/wasm-bindgen-test-runner",
    purpose: "run WebAssembly tests in browsers",
};

/// Drives Firefox in tests.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.36.0",
    source: Source::Cargo,
    file: "bin/geckodriver",
    purpose: "drive Firefox in tests",
};

/// `wasm-opt`, which makes the WebAssembly smaller. Older ones refuse what the compiler writes.
pub const BINARYEN: Tool = Tool {
    name: "binaryen",
    version: "132.0.0",
    source: Source::Npm,
    file: "node_modules/.bin/wasm-opt",
    purpose: "make the WebAssembly smaller",
};

/// Bundles and minifies scripts and style sheets.
pub const ESBUILD: Tool = Tool {
    name: "esbuild",
    version: "0.28.2",
    source: Source::Npm,
    file: "node_modules/.bin/esbuild",
    purpose: "bundle scripts and style sheets",
};

/// Builds the page for those who have it. Only a test uses it, and nothing installs it: that takes minutes.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    source: Source::Cargo,
    file: "bin/trunk",
    purpose: "test `trunk build`",
};

/// Finds mistakes of accessibility in tests.
pub const AXE: Tool = Tool {
    name: "axe-core",
    version: "4.14.1",
    source: Source::Npm,
    file: "node_modules/axe-core/axe.min.js",
    purpose: "test accessibility",
};

impl Tool {
    /// The folder in the cache where it is installed.
    pub fn folder(&self, cache: &Cache) -> PathBuf {
        cache.tool(self.name, self.version)
    }

    /// The path of its file: in the cache, or on the search path where that has the same version.
    pub fn find(&self, cache: &Cache) -> Option<PathBuf> {
        let path = self.folder(cache).join(self.file);
        // A program may have an ending, such as `.exe`.
        which::which(&path)
            .ok()
            .or_else(|| path.is_file().then_some(path))
            .or_else(|| self.on_path())
    }

    /// The path of its file.
    ///
    /// # Errors
    /// Fails where it has not been installed.
    pub fn path(&self, cache: &Cache) -> Result<PathBuf> {
        self.find(cache)
            .with_context(|| format!("{} has not been installed", self.name))
    }

    fn on_path(&self) -> Option<PathBuf> {
        let name = Path::new(self.file).file_name()?;
        let path = which::which(name).ok()?;
        let text = process::probe(Command::new(&path).arg("--version"))?;
        self.is_version(&text).then_some(path)
    }

    /// Whether a program with this answer to `--version` is the right one. Binaryen names only its first number.
    fn is_version(&self, text: &str) -> bool {
        let mut words = text.split_whitespace();
        let version = self.version.trim_end_matches(".0.0");
        words.any(|word| word == version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    fn text_of(name: &str) -> String {
        let path = project::root().map(|root| root.join(name));
        let text = path.and_then(|path| Ok(fs_err::read_to_string(path)?));
        text.unwrap_or_else(|error| panic!("{error}"))
    }

    fn line_with<'a>(text: &'a str, start: &str) -> &'a str {
        let line = text
            .lines()
            .find(|line| line.trim_start().starts_with(start));
        line.unwrap_or_else(|| panic!("no line starts with {start}"))
    }

    #[test]
    fn wasm_bindgen_is_the_version_of_the_library() {
        let pinned = format!("\"={}\"", WASM_BINDGEN.version);
        assert!(line_with(&text_of("Cargo.toml"), "wasm-bindgen = ").contains(&pinned));
        let build = text_of("xtask/Cargo.toml");
        assert!(line_with(&build, "wasm-bindgen-cli-support = ").contains(&pinned));
    }

    #[test]
    fn trunk_uses_the_same_versions() {
        let settings = text_of("Trunk.toml");
        assert!(line_with(&settings, "trunk-version").contains(TRUNK.version));
        assert!(line_with(&settings, "wasm_bindgen").contains(WASM_BINDGEN.version));
        let version = BINARYEN.version.trim_end_matches(".0.0");
        assert!(line_with(&settings, "wasm_opt").contains(&format!("\"version_{version}\"")));
    }

    #[test]
    fn a_program_of_another_version_does_not_count() {
        assert!(WASM_BINDGEN.is_version("wasm-bindgen-test-runner 0.2.126"));
        assert!(BINARYEN.is_version("wasm-opt version 132 (version_132)"));
        assert!(GECKODRIVER.is_version("geckodriver 0.36.0 (2025-02-25)"));
        assert!(!GECKODRIVER.is_version("geckodriver 0.36.1 (2025-02-25)"));
    }
}
