//! The tools that Cargo does not bring: which, in which version, and whether they are here.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::failure::Failure;
use crate::{install, process};

/// Where a tool comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `cargo install`.
    Cargo,
    /// `npm install`.
    Npm,
}

/// One tool in one version.
#[derive(Debug, PartialEq, Eq)]
pub struct Tool {
    /// Its name in the registry.
    pub name: &'static str,
    /// The version that works with this project.
    pub version: &'static str,
    /// The registry.
    pub source: Source,
    /// The programs that have to be there, the first of which tells its version.
    pub programs: &'static [&'static str],
    /// The version as the first program tells it.
    pub says: &'static str,
    /// A file that has to be there, below the folder it is installed in.
    pub file: Option<&'static str>,
    /// What it is for, in the sentence "… is needed to …".
    pub purpose: &'static str,
    /// How long its installation takes, on two cores.
    pub takes: &'static str,
}

/// Runs WebAssembly tests in a browser; only tests need it. Its version must equal the library's exactly.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.126",
    source: Source::Cargo,
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    says: "0.2.126",
    file: None,
    purpose: "run WebAssembly tests in browsers",
    takes: "about two minutes",
};

/// Drives Firefox in tests.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.36.0",
    source: Source::Cargo,
    programs: &["geckodriver"],
    says: "0.36.0",
    file: None,
    purpose: "drive Firefox in tests",
    takes: "about two minutes",
};

/// `wasm-opt`, which makes the WebAssembly smaller. Older ones refuse what the compiler now writes.
pub const BINARYEN: Tool = Tool {
    name: "binaryen",
    version: "132.0.0",
    source: Source::Npm,
    programs: &["wasm-opt"],
    says: "132",
    file: None,
    purpose: "make the WebAssembly smaller",
    takes: "some seconds",
};

/// Bundles and minifies scripts and style sheets.
pub const ESBUILD: Tool = Tool {
    name: "esbuild",
    version: "0.28.2",
    source: Source::Npm,
    programs: &["esbuild"],
    says: "0.28.2",
    file: None,
    purpose: "bundle scripts and style sheets",
    takes: "some seconds",
};

/// Finds mistakes of accessibility in tests.
pub const AXE: Tool = Tool {
    name: "axe-core",
    version: "4.14.1",
    source: Source::Npm,
    programs: &[],
    says: "4.14.1",
    file: Some("node_modules/axe-core/axe.min.js"),
    purpose: "test accessibility",
    takes: "some seconds",
};

impl Tool {
    /// The folder of its programs, below the folder it is installed in.
    pub fn programs_in(&self, folder: &Path) -> PathBuf {
        match self.source {
            Source::Cargo => folder.join("bin"),
            Source::Npm => folder.join("node_modules").join(".bin"),
        }
    }

    /// Whether all of it is in the folder.
    pub fn is_in(&self, folder: &Path) -> bool {
        let programs = self.programs_in(folder);
        self.programs
            .iter()
            .all(|name| process::find_in(name, &programs).is_some())
            && self.file.is_none_or(|file| folder.join(file).is_file())
    }

    /// Whether the search path already leads to exactly this version.
    fn is_on_path(&self) -> bool {
        let programs = self.programs;
        programs.iter().all(|name| process::find(name).is_some())
            && programs.first().is_some_and(|program| {
                process::quiet_output(Command::new(program).arg("--version"))
                    .is_some_and(|said| process::version(&said) == Some(self.says))
            })
    }
}

/// Tools that are here, ready to be used.
#[derive(Debug, Default)]
pub struct Toolbox {
    /// Folders that go first on the search path.
    pub folders: Vec<PathBuf>,
    installed: Vec<(&'static str, PathBuf)>,
}

impl Toolbox {
    /// The path of a program of one of the tools.
    pub fn program(&self, name: &str) -> Result<PathBuf, Failure> {
        self.folders
            .iter()
            .find_map(|folder| process::find_in(name, folder))
            .or_else(|| process::find(name))
            .ok_or_else(|| {
                Failure::problem(format!("The program `{name}` has not been installed."))
            })
    }

    /// The path of a tool's file.
    pub fn file(&self, tool: &Tool) -> Result<PathBuf, Failure> {
        self.installed
            .iter()
            .find(|(name, _)| *name == tool.name)
            .and_then(|(_, folder)| tool.file.map(|file| folder.join(file)))
            .ok_or_else(|| Failure::problem(format!("`{}` has not been installed.", tool.name)))
    }

    fn add(&mut self, tool: &Tool, folder: PathBuf) {
        if !tool.programs.is_empty() {
            self.folders.push(tool.programs_in(&folder));
        }
        self.installed.push((tool.name, folder));
    }
}

/// Sees to it that the tools are here, installing what is missing.
pub fn ensure(cache: &Cache, wanted: &[&'static Tool]) -> Result<Toolbox, Failure> {
    let mut toolbox = Toolbox::default();
    let mut missing = Vec::new();
    for tool in wanted.iter().copied() {
        if tool.source == Source::Npm {
            install::require_node(tool)?;
        }
        let folder = cache.tool(tool.name, tool.version);
        if tool.is_in(&folder) {
            toolbox.add(tool, folder);
        } else if !tool.is_on_path() {
            missing.push(tool);
        }
    }
    if !missing.is_empty() {
        install::all(cache, &missing)?;
        for tool in missing {
            toolbox.add(tool, cache.tool(tool.name, tool.version));
        }
    }
    Ok(toolbox)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{files, project};

    fn text_of(name: &str) -> String {
        let text = project::root().and_then(|root| files::read(&root.join(name)));
        text.unwrap_or_else(|failure| panic!("{failure}"))
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
        assert!(line_with(&settings, "wasm_bindgen").contains(WASM_BINDGEN.version));
        assert!(
            line_with(&settings, "wasm_opt").contains(&format!("\"version_{}\"", BINARYEN.says))
        );
    }

    #[test]
    fn a_program_of_another_version_does_not_count() {
        let cargo = Tool {
            programs: &["cargo"],
            says: "0.0.1",
            ..GECKODRIVER
        };
        assert!(!cargo.is_on_path());
        let nothing = Tool {
            programs: &[],
            ..AXE
        };
        assert!(!nothing.is_on_path());
    }

    #[test]
    fn an_empty_folder_holds_no_tool() {
        for tool in [&WASM_BINDGEN, &GECKODRIVER, &BINARYEN, &ESBUILD, &AXE] {
            assert!(!tool.is_in(Path::new("no/such/folder")), "{}", tool.name);
        }
    }
}
