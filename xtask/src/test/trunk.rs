//! `trunk build`, for those who have trunk: it is not installed for this test, because that takes minutes.

use std::env;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::files;
use crate::names::Role;
use crate::process;
use crate::project::Project;
use crate::tools::Toolbox;

/// Builds the page with trunk, where it is on the search path, and checks that the bundle has its files.
pub fn run(project: &Project, toolbox: &Toolbox) -> Result<(), Failure> {
    let Some(trunk) = process::find("trunk") else {
        println!("trunk is not on the search path: `trunk build` is not tested.");
        return Ok(());
    };
    let dist = project.target.join("xtask").join("trunk");
    let mut command = project.around(std::process::Command::new(trunk));
    // Trunk downloads the tools that it does not find in these versions.
    process::prepend_path(&mut command, &toolbox.folders)?;
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes no other value for it.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    process::run(command.arg("build").arg("--dist").arg(&dist))?;
    require_complete(&files::walk(&dist)?)
}

/// Fails where the bundle lacks a file that the loader needs.
fn require_complete(paths: &[PathBuf]) -> Result<(), Failure> {
    let has = |role| {
        let mut names = paths.iter().map(|path| files::name(path));
        names.any(|name| Role::of(name) == Some(role))
    };
    for role in [
        Role::Loader,
        Role::Live,
        Role::Glue,
        Role::Shell,
        Role::Style,
    ] {
        if !has(role) {
            return Err(Failure::problem(format!("Trunk's bundle has no {role:?}.")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names;

    #[test]
    fn a_bundle_without_its_webassembly_is_incomplete() {
        let name = |name: String| PathBuf::from("dist").join(name);
        let mut paths = vec![
            name(names::LOADER.to_owned()),
            name(names::live("a")),
            name(names::glue("a")),
            name(names::style("a")),
        ];
        assert!(require_complete(&paths).is_err());
        paths.push(name(names::module("open-vs-closed_bg.wasm", b"a")));
        assert_eq!(require_complete(&paths), Ok(()));
    }
}
