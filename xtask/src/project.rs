//! The project itself: where it is, and its metadata from Cargo.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;

/// The package that everything here is about.
pub const PACKAGE: &str = "open-vs-closed";

/// The package of the end-to-end tests, which need a browser and a finished bundle.
pub const E2E_PACKAGE: &str = "open-vs-closed-e2e";

/// The package that measures the bundle beside its peers.
pub const BENCH_PACKAGE: &str = "open-vs-closed-bench";

/// The target of the live view.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The project's place and its manifest.
#[derive(Debug)]
pub struct Project {
    /// The folder of the repository.
    pub root: PathBuf,
    /// Where Cargo builds.
    pub target: PathBuf,
    /// The version of the package.
    pub version: String,
    /// What it is, in one sentence.
    pub description: String,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    target_directory: PathBuf,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    #[serde(default)]
    description: Option<String>,
}

impl Project {
    /// Finds the project, and reads its metadata from Cargo.
    pub fn load() -> Result<Self> {
        let root = root()?;
        let text = process::output(
            Command::new("cargo")
                .args(["metadata", "--format-version", "1", "--no-deps"])
                .current_dir(&root),
        )?;
        Self::from_metadata(root, &text)
    }

    /// Parses the output of `cargo metadata`.
    fn from_metadata(root: PathBuf, text: &str) -> Result<Self> {
        let metadata: Metadata = serde_json::from_str(text)?;
        let mut packages = metadata.packages.into_iter();
        let package = packages
            .find(|package| package.name == PACKAGE)
            .context("the workspace has no package `open-vs-closed`")?;
        Ok(Self {
            root,
            target: metadata.target_directory,
            version: package.version,
            description: package.description.unwrap_or_default(),
        })
    }

    /// The folder with what is written by hand and served.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The finished bundle.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo, at the root of the project.
    pub fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// A program, at the root of the project.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }
}

/// The folder of the repository: the one above this crate.
pub fn root() -> Result<PathBuf> {
    // `cargo run` names the folder of the crate; a binary called directly has the one of its build.
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent()
        .map(Path::to_path_buf)
        .filter(|root| root.join("Cargo.toml").is_file())
        .context("the repository has moved; call this as `cargo xtask`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_gives_version_and_target() -> Result<()> {
        let text = r#"{"packages":[
            {"name":"xtask","version":"0.0.0"},
            {"name":"open-vs-closed","version":"0.1.0"}
        ],"target_directory":"/t"}"#;
        let project = Project::from_metadata(PathBuf::from("/p"), text)?;
        assert_eq!(project.version, "0.1.0");
        assert_eq!(project.target, Path::new("/t"));
        Ok(())
    }

    #[test]
    fn another_workspace_is_refused() {
        let text = r#"{"packages":[],"target_directory":"/t"}"#;
        assert!(Project::from_metadata(PathBuf::from("/p"), text).is_err());
    }

    #[test]
    fn the_root_has_this_crate() {
        assert!(root().is_ok_and(|root| root.join("xtask").is_dir()));
    }
}
