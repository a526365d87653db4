//! Installs missing tools into the cache, through the ordinary clients of the registries.

use std::process::Command;

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::cache::Cache;
use crate::process;
use crate::tools::{Source, Tool};

/// Installs the tools that are missing.
pub fn ensure(cache: &Cache, tools: &[&Tool]) -> Result<()> {
    if tools.iter().any(|tool| tool.source == Source::Npm) {
        require_node()?;
    }
    let mut missing = tools.iter().filter(|tool| tool.find(cache).is_none());
    let Some(first) = missing.next() else {
        return Ok(());
    };
    let _lock = cache.lock()?;
    for tool in std::iter::once(first).chain(missing) {
        // The run that held the lock before may have installed it.
        if tool.find(cache).is_none() {
            install(cache, tool).with_context(|| {
                let Tool { name, purpose, .. } = tool;
                format!("{name}, needed to {purpose}, could not be installed")
            })?;
        }
    }
    Ok(())
}

fn install(cache: &Cache, tool: &Tool) -> Result<()> {
    let mut command = match tool.source {
        // Downloads a program where there is one, and else compiles.
        Source::Cargo if has_binstall() => command("cargo binstall --no-confirm --root"),
        Source::Cargo => command("cargo install --locked --root"),
        Source::Npm => command("npm install --no-audit --no-fund --ignore-scripts --prefix"),
    };
    let time = match tool.source {
        Source::Cargo => "about two minutes",
        Source::Npm => "some seconds",
    };
    println!(
        "\nInstalling {} {}, needed to {}. This takes {time} and happens only once.",
        tool.name, tool.version, tool.purpose
    );
    let folder = tool.folder(cache);
    fs::create_dir_all(&folder)?;
    command
        .arg(&folder)
        .arg(format!("{}@{}", tool.name, tool.version))
        .current_dir(&folder);
    process::run(&mut command)?;
    tool.path(cache)?;
    Ok(())
}

fn command(line: &str) -> Command {
    let mut words = line.split(' ');
    let name = words.next().unwrap_or_default();
    // On Windows npm is a script, which is found by its full name only.
    let mut command = Command::new(which::which(name).unwrap_or_else(|_| name.into()));
    command.args(words);
    command
}

fn has_binstall() -> bool {
    process::probe(Command::new("cargo").args(["binstall", "-V"])).is_some()
}

/// Fails where Node.js or npm is missing, which run and install some of the tools.
fn require_node() -> Result<()> {
    for program in ["node", "npm"] {
        if which::which(program).is_err() {
            bail!(
                "there is no `{program}` on the search path; install Node.js 18 or newer (on Debian and \
                 Ubuntu: `apt-get install nodejs npm`), and try again"
            );
        }
    }
    Ok(())
}
