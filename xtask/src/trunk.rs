//! Calling trunk so that it does the same on every machine.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::cache::Cache;
use crate::failure::Failure;
use crate::project::Project;
use crate::sysroot::Sysroot;
use crate::tools::{self, BINARYEN, FOR_BUILDING, TRUNK, Toolbox, WASM_BINDGEN};
use crate::{files, install, process};

/// Flags for the compiler that hold for the WebAssembly only, and not for this program, which
/// trunk's hook calls again.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Whether the build is the optimised one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Quick to build.
    Debug,
    /// Small and fast.
    Release,
}

impl Build {
    /// The build that trunk calls a hook in.
    pub fn of_hook() -> Self {
        match env::var("TRUNK_PROFILE").as_deref() {
            Ok("release") => Self::Release,
            _ => Self::Debug,
        }
    }
}

/// Installs what building needs.
pub fn ensure_tools(cache: &Cache, build: Build) -> Result<Toolbox, Failure> {
    install::ensure_wasm_target()?;
    if build == Build::Release {
        return tools::ensure(cache, FOR_BUILDING);
    }
    let mut toolbox = tools::ensure(cache, &[&WASM_BINDGEN, &TRUNK])?;
    // The optimiser has no part in a debug build: without it the page can still be served.
    match tools::ensure(cache, &[&BINARYEN]) {
        Ok(more) => toolbox.folders.extend(more.folders),
        Err(failure) => eprintln!("\n{failure}\nGoing on without {}, for now.", BINARYEN.name),
    }
    Ok(toolbox)
}

/// Trunk, ready for its arguments.
pub fn command(
    project: &Project,
    cache: &Cache,
    toolbox: &Toolbox,
    build: Build,
) -> Result<Command, Failure> {
    let mut command = Command::new(toolbox.program("trunk")?);
    command.current_dir(&project.root);
    process::prepend_path(&mut command, &toolbox.folders)?;
    // Trunk asks its registry for newer versions of itself at each start; ours is pinned.
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // The convention is that any value counts, but trunk reads only "true" and "false".
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    if build == Build::Release {
        // Where the paths cannot be named, the flags that were there stay all the same.
        let paths = release_flags(project)?.or_else(|| env::var(WASM_FLAGS).ok());
        let own = own_library(cache, &mut command);
        let flags: Vec<String> = paths.into_iter().chain(own).collect();
        command.env(WASM_FLAGS, flags.join(" "));
    }
    Ok(command)
}

/// Flags for the standard library that is built for size. Without it the WebAssembly works as well, and is
/// one part in thirteen bigger.
fn own_library(cache: &Cache, command: &mut Command) -> Option<String> {
    let flags = Sysroot::ensure(cache).and_then(|library| {
        Sysroot::prepare(command)?;
        Ok(library.flags())
    });
    flags.unwrap_or_else(|failure| {
        eprintln!("\n{failure}\nGoing on with the one that Rust brings along: the WebAssembly will be bigger.");
        None
    })
}

/// Flags that keep the paths of this machine out of the messages of panics: they are nobody's
/// business, and without them the bundle is the same wherever it is built.
fn release_flags(project: &Project) -> Result<Option<String>, Failure> {
    let home = env::var_os("CARGO_HOME")
        .map(std::path::PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let mut names = vec![(project.root.clone(), "/open-vs-closed")];
    if let Some(home) = home {
        let sources = files::list(&home.join("registry").join("src"))?;
        names.push((home, "/cargo"));
        names.extend(sources.into_iter().map(|folder| (folder, "/crates")));
    }
    let old = env::var(WASM_FLAGS).unwrap_or_default();
    Ok(remapped(
        &old,
        names.iter().map(|(from, to)| (from.as_path(), *to)),
    ))
}

/// The compiler uses the last name that fits, so the longest paths come last. The variable is split
/// at spaces: with one in a path there is no way to say this, and the paths stay.
fn remapped<'a>(old: &str, names: impl Iterator<Item = (&'a Path, &'a str)>) -> Option<String> {
    let mut flags = old.trim().to_owned();
    for (from, to) in names {
        let from = from.to_str().filter(|text| !text.contains([' ', '=']))?;
        if !flags.is_empty() {
            flags.push(' ');
        }
        flags.push_str(&format!("--remap-path-prefix={from}={to}"));
    }
    Some(flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_renamed_after_the_flags_that_were_there() {
        let names = [
            (Path::new("/p"), "/open-vs-closed"),
            (Path::new("/c"), "/cargo"),
        ];
        assert_eq!(
            remapped("-Cdebuginfo=0 ", names.into_iter()).as_deref(),
            Some(
                "-Cdebuginfo=0 --remap-path-prefix=/p=/open-vs-closed --remap-path-prefix=/c=/cargo"
            )
        );
    }

    #[test]
    fn a_path_that_cannot_be_written_leaves_the_flags_alone() {
        assert_eq!(
            remapped("", [(Path::new("/a b"), "/cargo")].into_iter()),
            None
        );
    }
}
