//! The release and the debug build: from the sources to a bundle.
//!
//! Given the project and what to build, Cargo compiles the WebAssembly, [`wasm`] makes its modules and its
//! JavaScript side, and [`assemble`] makes the bundle of them and everything else.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::assemble::assemble;
use crate::bundle::Bundle;
use crate::cache::Cache;
use crate::esbuild::Esbuild;
use crate::options::Options;
use crate::project::{PACKAGE, Project, WASM_TARGET};
use crate::tools::{BINARYEN, ESBUILD};
use crate::{files, install, process, toolchain, wasm};

/// The Cargo feature that puts each view in a module of its own.
const SPLIT: &str = "split";

/// The Cargo feature that adds `testPanic()` to the element.
const TEST_HOOKS: &str = "test-hooks";

/// The variable with flags for the compiler that apply to the WebAssembly only.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Leaves the relocations in the linked module, which the splitter needs.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// Builds the bundle in memory, installing the tools that are missing.
///
/// # Errors
/// Fails where a tool is missing and cannot be installed, and where a step of the build fails.
pub fn build(project: &Project, cache: &Cache, options: Options) -> Result<Bundle> {
    toolchain::ensure_wasm_target()?;
    install::ensure(cache, &[&ESBUILD])?;
    if options.release {
        install::ensure(cache, &[&BINARYEN])?;
    }
    let linked = compile(project, options)?;
    let folder = project.target.join("xtask").join("wasm");
    files::remove_folder(&folder)?;
    fs_err::create_dir_all(&folder)?;
    let modules = if options.release {
        let modules = wasm::split(&linked, &folder)?;
        modules.optimise(&BINARYEN.path(cache)?)?;
        modules
    } else {
        wasm::whole(&linked, &folder)?
    };
    let esbuild = Esbuild::new(ESBUILD.path(cache)?, options);
    assemble(project, &modules, &esbuild)
}

/// Compiles and links the WebAssembly, and returns the path of its file.
fn compile(project: &Project, options: Options) -> Result<PathBuf> {
    let mut command = project.cargo();
    command.args(["build", "--package", PACKAGE, "--bin", PACKAGE]);
    command.args(["--target", WASM_TARGET]);
    command.args(["--message-format", "json-render-diagnostics"]);
    let mut features = Vec::new();
    if options.release {
        command.arg("--release");
        features.push(SPLIT);
        command.env(WASM_FLAGS, release_flags(project)?);
    }
    if options.test_hooks {
        features.push(TEST_HOOKS);
    }
    command.args(["--features", &features.join(",")]);
    artifact(&process::output(&mut command)?).context("Cargo has built no WebAssembly")
}

/// The parts of a line of Cargo's JSON messages that are read.
#[derive(Deserialize)]
struct Message {
    target: Option<Target>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// The WebAssembly file among Cargo's messages.
fn artifact(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        .filter(|message| message.target.as_ref().is_some_and(|it| it.name == PACKAGE))
        .flat_map(|message| message.filenames)
        .find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
}

/// Flags that keep the paths of this machine out of the messages of panics. With them the bundle is the same
/// wherever it is built.
fn release_flags(project: &Project) -> Result<String> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let mut names = vec![(project.root.clone(), "/open-vs-closed")];
    if let Some(home) = home {
        let sources = files::list(&home.join("registry").join("src"))?;
        names.push((home, "/cargo"));
        names.extend(sources.into_iter().map(|folder| (folder, "/crates")));
    }
    let names = names.iter().map(|(from, to)| (from.as_path(), *to));
    let own = env::var(WASM_FLAGS).unwrap_or_default();
    let flags = [own.trim(), RELOCATIONS].map(str::to_owned);
    let flags = flags.into_iter().filter(|flag| !flag.is_empty());
    Ok(flags.chain(remapped(names)).collect::<Vec<_>>().join(" "))
}

/// The compiler uses the last name that fits, so the longest paths come last. Cargo splits the variable at
/// spaces, so a path with one cannot be renamed.
fn remapped<'a>(names: impl Iterator<Item = (&'a Path, &'a str)>) -> impl Iterator<Item = String> {
    names.filter_map(|(from, to)| {
        let from = from.to_str().filter(|text| !text.contains([' ', '=']))?;
        Some(format!("--remap-path-prefix={from}={to}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_renamed_but_for_those_that_cannot_be_written() {
        let names = [
            (Path::new("/p"), "/open-vs-closed"),
            (Path::new("/a b"), "/cargo"),
        ];
        let flags: Vec<String> = remapped(names.into_iter()).collect();
        assert_eq!(flags, ["--remap-path-prefix=/p=/open-vs-closed"]);
    }

    #[test]
    fn the_webassembly_is_found_among_cargo_s_messages() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"yew"},"filenames":["/t/libyew.rlib"]}
{"reason":"compiler-artifact","target":{"name":"open-vs-closed"},"filenames":["/t/open-vs-closed.d","/t/open-vs-closed.wasm"]}
{"reason":"build-finished","success":true}"#;
        assert_eq!(artifact(messages), Some("/t/open-vs-closed.wasm".into()));
        assert_eq!(artifact("not JSON"), None);
    }
}
