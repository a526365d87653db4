//! The project itself: where it is, and what Cargo knows of it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::builds::Builds;
use crate::cache::Cache;
use crate::failure::Failure;
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
    /// The names of all its packages.
    packages: Vec<String>,
    /// Where tests are built instead, for all clones.
    builds: Option<Builds>,
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
}

impl Project {
    /// Asks Cargo.
    pub fn load() -> Result<Self, Failure> {
        let root = root()?;
        let text = process::output(
            Command::new("cargo")
                .args(["metadata", "--format-version", "1", "--no-deps"])
                .current_dir(&root),
        )?;
        Self::from_metadata(root, &text)
    }

    /// Reads what `cargo metadata` says.
    pub(crate) fn from_metadata(root: PathBuf, text: &str) -> Result<Self, Failure> {
        let metadata: Metadata = serde_json::from_str(text).map_err(|error| {
            Failure::problem(format!(
                "What `cargo metadata` says cannot be read: {error}."
            ))
        })?;
        let packages = metadata.packages.iter();
        let packages = packages.map(|package| package.name.clone()).collect();
        let package = metadata
            .packages
            .into_iter()
            .find(|package| package.name == PACKAGE)
            .ok_or_else(|| {
                Failure::problem(format!("The workspace has no package `{PACKAGE}`."))
            })?;
        Ok(Self {
            root,
            target: metadata.target_directory,
            version: package.version,
            packages,
            builds: None,
        })
    }

    /// From now on Cargo builds where all clones find what they have in common.
    pub fn share_builds(&mut self, cache: &Cache) -> Result<(), Failure> {
        self.builds = Builds::take(cache, &self.root, &self.packages)?;
        Ok(())
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
        self.around(Command::new("cargo"))
    }

    /// A program that calls Cargo, at the root of the project.
    pub fn around(&self, mut command: Command) -> Command {
        command.current_dir(&self.root);
        if let Some(builds) = &self.builds {
            builds.use_in(&mut command);
        }
        command
    }
}

/// The folder of the repository: the one above this crate.
pub fn root() -> Result<PathBuf, Failure> {
    // `cargo run` says where the crate is now; a binary called directly knows where it was built.
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent()
        .map(Path::to_path_buf)
        .filter(|root| root.join("Cargo.toml").is_file())
        .ok_or_else(|| {
            Failure::problem("The project is not where it was; call this as `cargo xtask`.")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_gives_version_and_target() {
        let text = r#"{"packages":[
            {"name":"xtask","version":"0.0.0"},
            {"name":"open-vs-closed","version":"0.1.0"}
        ],"target_directory":"/t"}"#;
        let project = Project::from_metadata(PathBuf::from("/p"), text);
        let project = project.map(|project| (project.version, project.target));
        assert_eq!(project, Ok(("0.1.0".to_owned(), "/t".into())));
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
