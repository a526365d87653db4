//! The static views, rendered by the crate's own binary `prerender`.

use std::path::Path;

use anyhow::Result;

use crate::process;
use crate::project::{PACKAGE, Project};

/// The data set that the static pages show.
const DATA: &str = "www/data/debate.json";

/// The static view of a surface (`page` or `embed`) in the words of a file, from the same components that make the live
/// one.
pub fn page(project: &Project, surface: &str, words: Option<&Path>) -> Result<String> {
    let mut command = project.cargo();
    command
        .args(["run", "--quiet", "--package", PACKAGE, "--bin", "prerender"])
        .args(["--no-default-features", "--features", "ssr"])
        .args(["--", "--data", DATA, "--surface", surface]);
    if let Some(words) = words {
        command.arg("--words").arg(words);
    }
    process::output(&mut command)
}
