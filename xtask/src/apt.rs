//! Packages of Debian and Ubuntu.

use std::process::Command;

use crate::process;

/// Installs packages, where `apt-get` exists and may be run without a password. A failure is only printed: another
/// engine may have all that it needs.
pub fn install(packages: &[&str]) {
    let may_install =
        is_root() || process::probe(Command::new("sudo").args(["-n", "true"])).is_some();
    if packages.is_empty() || !may_install || which::which("apt-get").is_err() {
        return;
    }
    println!(
        "\nInstalling packages of the system: {}.",
        packages.join(" ")
    );
    // A new machine has empty lists, and old lists name versions that no longer exist.
    let mut install = apt_get();
    install.args(["install", "--yes", "--no-install-recommends"]);
    let result =
        process::run(apt_get().arg("update")).and_then(|()| process::run(install.args(packages)));
    if let Err(error) = result {
        eprintln!("{error:#}");
    }
}

fn apt_get() -> Command {
    let mut command = Command::new(if is_root() { "env" } else { "sudo" });
    if !is_root() {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    command
}

/// Whether this process runs as root. Some browsers refuse to start their sandbox for root.
pub fn is_root() -> bool {
    process::probe(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
