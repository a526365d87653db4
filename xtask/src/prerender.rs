//! The static views, rendered by the crate's own binary `prerender`.

use anyhow::Result;

use crate::process;
use crate::project::{PACKAGE, Project};

/// The data set that the static pages show.
const DATA: &str = "www/data/debate.json";

/// The static view of a surface (`page` or `embed`), from the same components that make the live one.
pub fn page(project: &Project, surface: &str) -> Result<String> {
    process::output(
        project
            .cargo()
            .args(["run", "--quiet", "--package", PACKAGE, "--bin", "prerender"])
            .args(["--no-default-features", "--features", "ssr"])
            .args(["--", "--data", DATA, "--surface", surface]),
    )
}
