//! `cargo xtask setup`: everything at once, for those who like to do it before they go offline.

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::failure::{Failure, Outcome};
use crate::install;
use crate::tools::{self, AXE, BINARYEN, ESBUILD, GECKODRIVER, WASM_BINDGEN};

/// Installs all tools and all browsers.
pub fn run() -> Result<Outcome, Failure> {
    install::ensure_wasm_target()?;
    install::ensure_components()?;
    tools::ensure(
        &Cache::open()?,
        &[&WASM_BINDGEN, &GECKODRIVER, &BINARYEN, &ESBUILD, &AXE],
    )?;
    browsers::install_missing(&Engine::ALL)?;
    for engine in Engine::ALL {
        browsers::require(engine)?;
    }
    println!("Everything is here.");
    Ok(Outcome::Good)
}
