//! Getting what is missing, through the ordinary clients of the registries.

use std::path::Path;
use std::process::Command;

use crate::cache::{Cache, Guard};
use crate::failure::Failure;
use crate::project::WASM_TARGET;
use crate::tools::{Source, Tool};
use crate::{files, process};

/// Installs tools into the cache.
pub fn all(cache: &Cache, tools: &[&'static Tool]) -> Result<(), Failure> {
    let guard = cache.lock()?;
    for (index, tool) in tools.iter().enumerate() {
        let finished = cache.tool(tool.name, tool.version);
        // The run that held the lock before may have done it.
        if tool.is_in(&finished) {
            continue;
        }
        println!(
            "\n[{}/{}] Installing {} {}, needed to {}. This takes {} and happens only once.",
            index + 1,
            tools.len(),
            tool.name,
            tool.version,
            tool.purpose,
            tool.takes,
        );
        let built = guard.scratch(tool.name);
        files::create_folder(&built)?;
        let mut command = command_for(tool, &guard, &built)?;
        process::run(&mut command).map_err(|failure| not_had(tool, &finished, &failure))?;
        verify(tool, &built).map_err(|failure| not_had(tool, &finished, &failure))?;
        guard.finish(&built, &finished)?;
    }
    Ok(())
}

fn command_for(tool: &Tool, guard: &Guard, built: &Path) -> Result<Command, Failure> {
    let what = format!("{}@{}", tool.name, tool.version);
    let mut command;
    match tool.source {
        // Downloads a finished program where there is one, and else compiles.
        Source::Cargo if has_binstall() => {
            command = Command::new("cargo");
            command
                .args(["binstall", "--no-confirm", "--root"])
                .arg(built);
        }
        Source::Cargo => {
            command = Command::new("cargo");
            command.args(["install", "--locked", "--root"]).arg(built);
            // One target folder for all of them: what two tools have in common compiles once.
            command.arg("--target-dir").arg(guard.scratch("target"));
            // Flags and settings of the project are not meant for its tools.
            command
                .env_remove("RUSTFLAGS")
                .env_remove("CARGO_BUILD_TARGET");
            // Else Cargo advises to put the scratch folder on the search path.
            process::prepend_path(&mut command, &[tool.programs_in(built)])?;
        }
        Source::Npm => {
            command = Command::new(process::find("npm").unwrap_or_else(|| "npm".into()));
            command.args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ]);
            command.arg(built);
        }
    }
    command.arg(what).current_dir(built);
    Ok(command)
}

fn has_binstall() -> bool {
    process::quiet_output(Command::new("cargo").args(["binstall", "-V"])).is_some()
}

/// A tool that was installed has to be complete, and has to run.
fn verify(tool: &Tool, built: &Path) -> Result<(), Failure> {
    if !tool.is_in(built) {
        return Err(Failure::problem(
            "The installation ended without bringing what it should.",
        ));
    }
    let Some(first) = tool.programs.first() else {
        return Ok(());
    };
    let programs = tool.programs_in(built);
    let program = process::find_in(first, &programs).unwrap_or_else(|| programs.join(first));
    let said = process::output(Command::new(program).arg("--version"))?;
    if process::version(&said) == Some(tool.says) {
        Ok(())
    } else {
        Err(Failure::problem(format!(
            "`{first} --version` says \"{}\" where {} was expected.",
            said.trim(),
            tool.says
        )))
    }
}

fn not_had(tool: &Tool, finished: &Path, failure: &Failure) -> Failure {
    let Tool { name, version, .. } = tool;
    let how = match tool.source {
        Source::Cargo => "cargo install --locked --root",
        Source::Npm => "npm install --ignore-scripts --prefix",
    };
    Failure::problem(format!(
        "{name} {version}, needed to {}, could not be installed.\n{failure}\n\
         By hand: `{how} {} {name}@{version}`.",
        tool.purpose,
        finished.display()
    ))
}

/// Node.js and npm, which run and install some of the tools.
pub fn require_node(tool: &Tool) -> Result<(), Failure> {
    for program in ["node", "npm"] {
        if process::find(program).is_none() {
            return Err(Failure::problem(format!(
                "{} {}, needed to {}, comes through Node.js, and there is no `{program}` on the \
                 search path.\nInstall Node.js 20 or newer (on Debian and Ubuntu: \
                 `apt-get install nodejs npm`), and try again.",
                tool.name, tool.version, tool.purpose
            )));
        }
    }
    Ok(())
}

/// The compiler's side of WebAssembly.
pub fn ensure_wasm_target() -> Result<(), Failure> {
    if has_wasm_target() {
        return Ok(());
    }
    println!(
        "\nAdding the Rust target {WASM_TARGET}. This takes some seconds and happens only once."
    );
    let mut command = Command::new("rustup");
    command.args(["target", "add", WASM_TARGET]);
    process::run(&mut command).map_err(|failure| {
        Failure::problem(format!(
            "The Rust target {WASM_TARGET} is missing and could not be added.\n{failure}\n\
             By hand: `{}`; where Rust does not come from rustup, install your system's package \
             of the standard library for {WASM_TARGET} (on Debian: libstd-rust-dev-wasm32).",
            process::show(&command)
        ))
    })
}

fn has_wasm_target() -> bool {
    // Asking the compiler instead of rustup also serves those who have Rust from their system.
    process::quiet_output(Command::new("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))
    .is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// The formatter and the linter, which a minimal Rust does not have.
pub fn ensure_components() -> Result<(), Failure> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::quiet_output(Command::new("cargo").args([program, "--version"])).is_some() {
            continue;
        }
        println!("\nAdding {component} to Rust.");
        let mut command = Command::new("rustup");
        command.args(["component", "add", component]);
        process::run(&mut command).map_err(|failure| {
            Failure::problem(format!(
                "`cargo {program}` is missing and could not be added.\n{failure}\nBy hand: `{}`.",
                process::show(&command)
            ))
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::{AXE, BINARYEN, GECKODRIVER};

    #[test]
    fn a_failed_installation_says_what_to_do() {
        let failure = Failure::problem("`cargo install` failed.");
        let text = not_had(&GECKODRIVER, Path::new("/c/g"), &failure).to_string();
        assert!(
            text.contains("cargo install --locked --root /c/g geckodriver@0.36.0"),
            "{text}"
        );
        assert!(text.contains("drive Firefox in tests"), "{text}");
        let text = not_had(&BINARYEN, Path::new("/c/b"), &failure).to_string();
        assert!(text.contains("--prefix /c/b binaryen@132.0.0"), "{text}");
    }

    #[test]
    fn nothing_installed_is_not_verified() {
        for tool in [&GECKODRIVER, &AXE] {
            assert!(verify(tool, Path::new("no/such/folder")).is_err());
        }
    }
}
