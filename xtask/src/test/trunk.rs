//! `trunk build`, for those who have trunk.

use std::env;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::cache::Cache;
use crate::names::{self, GLUE, LIVE, LOADER, SHELL, STYLE};
use crate::project::Project;
use crate::tools::{BINARYEN, TRUNK, WASM_BINDGEN};
use crate::{files, process};

/// Builds the page with trunk, where it is installed, and checks that the bundle has its files.
pub fn run(project: &Project, cache: &Cache) -> Result<()> {
    let Some(trunk) = TRUNK.find(cache) else {
        println!(
            "trunk {} is not installed: `trunk build` is not tested.",
            TRUNK.version
        );
        return Ok(());
    };
    let dist = project.target.join("xtask").join("trunk");
    let mut command = project.command(trunk);
    // Trunk downloads the tools that it does not find in these versions.
    let tools = [WASM_BINDGEN.find(cache), BINARYEN.find(cache)];
    let folders = tools.iter().flatten().filter_map(|path| path.parent());
    let old = env::var_os("PATH").unwrap_or_default();
    let path = folders.map(Path::to_path_buf).chain(env::split_paths(&old));
    command.env("PATH", env::join_paths(path)?);
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes no other value for it.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    process::run(command.arg("build").arg("--dist").arg(&dist))?;
    let files = files::walk(&dist)?;
    for name in [LOADER, LIVE, GLUE, SHELL, STYLE] {
        let mut files = files.iter();
        let exists = files.any(|path| names::matches(name, files::name(path)));
        ensure!(exists, "trunk's bundle has no file {name}");
    }
    Ok(())
}
