//! Formatting, lints, and the tests that need no browser.

use anyhow::{Result, ensure};

use super::output;
use crate::project::Project;
use crate::toolchain;

/// Calls of Cargo. The tests of the bundle need a browser, and have a stage of their own.
const STEPS: &[&str] = &[
    "fmt --all -- --check",
    // With all features, because the static page and the schema have code and tests of their own. Separate calls
    // would build and check the rest twice.
    "clippy --workspace --all-targets --features open-vs-closed/ssr,open-vs-closed/schema -- -D warnings",
    // The call above does not check code that is compiled only for the browser, or only without it.
    "clippy --package open-vs-closed --target wasm32-unknown-unknown --all-targets -- -D warnings",
    "clippy --package open-vs-closed --target wasm32-unknown-unknown --features split,test-hooks -- -D warnings",
    "clippy --package open-vs-closed --no-default-features --features ssr,schema --all-targets -- -D warnings",
    "test --workspace --exclude open-vs-closed-e2e --features open-vs-closed/ssr,open-vs-closed/schema",
];

/// Runs all steps, and names those that failed.
pub fn run(project: &Project) -> Result<()> {
    toolchain::ensure_components()?;
    toolchain::ensure_wasm_target()?;
    let mut failed = Vec::new();
    for step in STEPS {
        println!("\n> cargo {step}");
        if let Err(error) = output::run_tests(project.cargo().args(step.split_whitespace())) {
            failed.push(error.to_string());
        }
    }
    ensure!(failed.is_empty(), failed.join("\n"));
    Ok(())
}
