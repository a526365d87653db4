//! `cargo xtask setup`: installs everything at once, for working offline later.

use std::process::ExitCode;

use anyhow::Result;

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::tools::{AXE, BINARYEN, ESBUILD, GECKODRIVER, WASM_BINDGEN};
use crate::{install, toolchain};

/// Installs all tools and all browsers.
pub fn run() -> Result<ExitCode> {
    toolchain::ensure_wasm_target()?;
    toolchain::ensure_components()?;
    let tools = [&WASM_BINDGEN, &GECKODRIVER, &BINARYEN, &ESBUILD, &AXE];
    install::ensure(&Cache::open()?, &tools)?;
    browsers::install_missing(&Engine::ALL);
    for engine in Engine::ALL {
        browsers::require(engine)?;
    }
    println!("Everything is here.");
    Ok(ExitCode::SUCCESS)
}
