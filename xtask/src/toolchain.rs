//! The parts of Rust that a minimal installation lacks.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::project::WASM_TARGET;

/// Adds the target of the WebAssembly, if it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    // The compiler is asked, and not rustup: Rust may come from the system.
    let mut command = Command::new("rustc");
    command.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let folder = process::probe(&mut command);
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    add("target", WASM_TARGET).context(
        "where Rust does not come from rustup, install your system's package of the target (on Debian: \
         libstd-rust-dev-wasm32)",
    )
}

/// Adds the formatter and the linter, if they are missing.
pub fn ensure_components() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::probe(Command::new("cargo").args([command, "--version"])).is_none() {
            add("component", component)?;
        }
    }
    Ok(())
}

fn add(kind: &str, name: &str) -> Result<()> {
    println!("\nAdding the {kind} {name} to Rust. This takes some seconds and happens only once.");
    process::run(Command::new("rustup").args([kind, "add", name]))
        .with_context(|| format!("the {kind} {name} of Rust is missing and could not be added"))
}
