//! The standard library for the WebAssembly, built for size. The one that Rust brings along is built for
//! speed, and tells of each panic in words: both together weigh 11 kB of WebAssembly, as it is sent.
//!
//! `-Cpanic=immediate-abort` is not yet stable. The compiler takes it all the same where
//! `RUSTC_BOOTSTRAP` is set, which nothing but the compiler of the WebAssembly may see: build scripts of
//! other packages look at it, too. So that compiler is called by way of this program ([`as_compiler`]).

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use rustc_build_sysroot::{BuildMode, SysrootBuilder, SysrootConfig, rustc_sysroot_src};

use crate::cache::Cache;
use crate::failure::Failure;
use crate::project::WASM_TARGET;
use crate::{files, process};

/// Lets the compiler take what is not stable.
const UNSTABLE: &str = "RUSTC_BOOTSTRAP";

/// Says that this program is called in place of the compiler, and holds who was to be called in its place
/// before, if anybody.
const IN_PLACE: &str = "OVC_RUSTC_WRAPPER";

/// A panic is a trap at once.
const ABORT: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// The library as it has been built.
#[derive(Debug, Clone)]
pub struct Sysroot(PathBuf);

impl Sysroot {
    /// Builds it, unless that has been done before, by this compiler.
    pub fn ensure(cache: &Cache) -> Result<Self, Failure> {
        let version = process::output(Command::new("rustc").arg("--version"))?;
        let version = process::version(&version).unwrap_or("unknown");
        let sources = sources()?;
        let folder = cache.tool("std", version);
        let _guard = cache.lock()?;
        files::create_folder(&folder)?;
        let mut cargo = Command::new("cargo");
        cargo
            .env(UNSTABLE, "1")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("CARGO_TARGET_DIR");
        SysrootBuilder::new(&folder, WASM_TARGET)
            .build_mode(BuildMode::Build)
            .sysroot_config(SysrootConfig::WithStd {
                std_features: vec!["optimize_for_size".to_owned()],
            })
            .rustflags(ABORT)
            // As the package itself, which takes it in whole.
            .rustflags(["-Copt-level=z", "-Cembed-bitcode=yes", "-Ccodegen-units=1"])
            .cargo(cargo)
            .when_build_required(|| {
                println!(
                    "\nBuilding the standard library for the WebAssembly. This takes about a \
                     minute and happens only once."
                );
            })
            .build_from_source(&sources)
            .map_err(|error| {
                Failure::problem(format!(
                    "The standard library could not be built for the WebAssembly: {error:#}"
                ))
            })?;
        Ok(Self(folder))
    }

    /// What the compiler is told to take it; nothing where the path has a space, at which flags are split.
    pub fn flags(&self) -> Option<String> {
        let path = self.0.to_str().filter(|path| !path.contains(' '))?;
        Some([&format!("--sysroot={path}"), ABORT[0], ABORT[1]].join(" "))
    }

    /// Has the compiler called by way of this program.
    pub fn prepare(command: &mut Command) -> Result<(), Failure> {
        let own = env::current_exe().map_err(|error| {
            Failure::problem(format!("This program does not find itself: {error}."))
        })?;
        let before = env::var_os("RUSTC_WRAPPER").unwrap_or_default();
        command.env("RUSTC_WRAPPER", own).env(IN_PLACE, before);
        Ok(())
    }
}

/// The sources that Rust can bring along.
fn sources() -> Result<PathBuf, Failure> {
    let find = || {
        let folder = rustc_sysroot_src(Command::new("rustc")).ok()?;
        folder.join("std/Cargo.toml").is_file().then_some(folder)
    };
    if let Some(folder) = find() {
        return Ok(folder);
    }
    println!("\nAdding the sources of Rust's standard library.");
    let mut command = Command::new("rustup");
    command.args(["component", "add", "rust-src"]);
    process::run(&mut command)?;
    find().ok_or_else(|| Failure::problem("The sources of Rust's standard library are not there."))
}

/// Calls the compiler, where this program is called in its place; nothing where it is not.
pub fn as_compiler() -> Option<ExitCode> {
    let before = env::var_os(IN_PLACE)?;
    let mut words = env::args_os().skip(1);
    let compiler = words.next().filter(is_compiler)?;
    let words: Vec<OsString> = words.collect();
    let mut command = if before.is_empty() {
        Command::new(compiler)
    } else {
        let mut command = Command::new(before);
        command.arg(compiler);
        command
    };
    if is_for_wasm(&words) {
        command.env(UNSTABLE, "1");
    }
    let code = match command.args(words).status() {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()),
        Err(error) => {
            eprintln!("The compiler does not start: {error}.");
            None
        }
    };
    Some(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

fn is_compiler(word: &OsString) -> bool {
    Path::new(word)
        .file_stem()
        .is_some_and(|name| name == "rustc")
}

fn is_for_wasm(words: &[OsString]) -> bool {
    let is_target = |word: &OsString| word == WASM_TARGET;
    words
        .windows(2)
        .any(|pair| pair[0] == "--target" && is_target(&pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_compiler_is_known_by_its_name() {
        assert!(is_compiler(&"/home/me/.cargo/bin/rustc".into()));
        assert!(!is_compiler(&"dist".into()));
    }

    #[test]
    fn only_the_webassembly_is_built_with_what_is_not_stable() {
        assert!(is_for_wasm(&words(
            "--crate-name yew --target wasm32-unknown-unknown -O"
        )));
        assert!(!is_for_wasm(&words("--crate-name serde -O")));
        assert!(!is_for_wasm(&words("--target x86_64-unknown-linux-gnu")));
    }

    #[test]
    fn a_path_that_cannot_be_written_gives_no_flags() {
        assert_eq!(Sysroot("/a b".into()).flags(), None);
        assert_eq!(
            Sysroot("/c".into()).flags().as_deref(),
            Some("--sysroot=/c -Zunstable-options -Cpanic=immediate-abort")
        );
    }
}
