//! Packages of Debian and Ubuntu.

use std::process::Command;

use anyhow::Result;

use crate::process;

/// Installs packages, where `apt-get` is here and may be run without a password.
pub fn install(packages: &[&str]) -> Result<()> {
    let may_install =
        is_root() || process::probe(Command::new("sudo").args(["-n", "true"])).is_some();
    if packages.is_empty() || !may_install || which::which("apt-get").is_err() {
        return Ok(());
    }
    println!(
        "\nInstalling packages of the system: {}.",
        packages.join(" ")
    );
    // The lists of a fresh machine are empty, and old ones name versions that are gone.
    process::run(apt_get().arg("update"))?;
    process::run(
        apt_get()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
    )
}

fn apt_get() -> Command {
    let mut command = Command::new(if is_root() { "env" } else { "sudo" });
    if !is_root() {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    command
}

/// Whether this runs as root, to whom some browsers refuse their sandbox.
pub fn is_root() -> bool {
    process::probe(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
