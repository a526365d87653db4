//! Packages of Debian and Ubuntu.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::{files, process};

/// Something that comes as a package of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    /// Its name in Debian.
    pub name: &'static str,
    /// Whether Ubuntu's package of the same purpose is a snap, which a driver cannot start reliably.
    pub snap_on_ubuntu: bool,
}

impl Package {
    /// A package that is the same in Debian and Ubuntu.
    pub const fn plain(name: &'static str) -> Self {
        Self {
            name,
            snap_on_ubuntu: false,
        }
    }

    /// A package that Ubuntu has only as a snap.
    pub const fn snap_on_ubuntu(name: &'static str) -> Self {
        Self {
            name,
            snap_on_ubuntu: true,
        }
    }
}

/// What this machine lets us do about a missing package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct System {
    /// `apt-get` is here.
    pub apt: bool,
    /// It is Ubuntu's.
    pub ubuntu: bool,
    /// We are root, or may become root without a password.
    pub may_install: bool,
}

impl System {
    /// This machine.
    pub fn here() -> Self {
        let apt = process::find("apt-get").is_some();
        let release = files::read(Path::new("/etc/os-release")).unwrap_or_default();
        Self {
            apt,
            ubuntu: is_ubuntu(&release),
            may_install: apt && (is_root() || may_sudo()),
        }
    }

    /// The packages to install out of those that are missing.
    pub fn installable(self, missing: &[Package]) -> Vec<&'static str> {
        if !self.apt || !self.may_install {
            return Vec::new();
        }
        let mut names = Vec::new();
        for package in missing
            .iter()
            .filter(|package| !(self.ubuntu && package.snap_on_ubuntu))
        {
            if !names.contains(&package.name) {
                names.push(package.name);
            }
        }
        names
    }

    /// What a person can do about a package that is still missing.
    pub fn advice(self, package: Package, variable: Option<&str>) -> String {
        let instead = variable
            .map(|name| format!(", or set {name} to its path"))
            .unwrap_or_default();
        let name = package.name;
        if self.ubuntu && package.snap_on_ubuntu {
            format!(
                "Ubuntu has `{name}` only as a snap, which a driver cannot start reliably. Install \
                 the browser and its driver from the maker's own archive{instead}."
            )
        } else if self.apt {
            format!("Install the package: `sudo apt-get install {name}`{instead}.")
        } else {
            format!("Install it (the package `{name}` in Debian){instead}.")
        }
    }
}

/// Installs packages.
pub fn install(names: &[&str]) -> Result<(), Failure> {
    println!("\nInstalling packages of the system: {}.", names.join(" "));
    // The lists of a fresh machine are empty, and old ones name versions that are gone.
    process::run(apt_get().arg("update"))?;
    process::run(
        apt_get()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(names),
    )
}

fn apt_get() -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    } else {
        let mut command = Command::new("sudo");
        command.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    command.arg("--quiet");
    command
}

/// Whether this runs as root, to whom some browsers refuse their sandbox.
pub fn is_root() -> bool {
    process::quiet_output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn may_sudo() -> bool {
    process::quiet_output(Command::new("sudo").args(["-n", "true"])).is_some()
}

fn is_ubuntu(release: &str) -> bool {
    release
        .lines()
        .filter_map(|line| line.split_once('='))
        .filter(|(key, _)| matches!(*key, "ID" | "ID_LIKE"))
        .any(|(_, value)| {
            value
                .trim_matches('"')
                .split(' ')
                .any(|word| word == "ubuntu")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHROMIUM: Package = Package::snap_on_ubuntu("chromium");
    const XVFB: Package = Package::plain("xvfb");
    const DEBIAN: System = System {
        apt: true,
        ubuntu: false,
        may_install: true,
    };
    const UBUNTU: System = System {
        ubuntu: true,
        ..DEBIAN
    };
    const FEDORA: System = System {
        apt: false,
        ubuntu: false,
        may_install: false,
    };

    #[test]
    fn each_package_is_installed_once_and_no_snap_is() {
        let missing = [CHROMIUM, XVFB, CHROMIUM];
        assert_eq!(DEBIAN.installable(&missing), ["chromium", "xvfb"]);
        assert_eq!(UBUNTU.installable(&missing), ["xvfb"]);
        assert!(FEDORA.installable(&missing).is_empty());
        let visitor = System {
            may_install: false,
            ..DEBIAN
        };
        assert!(visitor.installable(&missing).is_empty());
    }

    #[test]
    fn advice_names_the_package_and_the_variable() {
        let advice = DEBIAN.advice(CHROMIUM, Some("CHROMIUM"));
        assert_eq!(
            advice,
            "Install the package: `sudo apt-get install chromium`, or set CHROMIUM to its path."
        );
        assert!(UBUNTU.advice(CHROMIUM, Some("CHROMIUM")).contains("snap"));
        assert!(UBUNTU.advice(XVFB, None).contains("apt-get install xvfb"));
        assert!(FEDORA.advice(XVFB, None).contains("`xvfb`"));
    }

    #[test]
    fn ubuntu_is_told_from_debian() {
        assert!(is_ubuntu("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(is_ubuntu("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_ubuntu("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
    }
}
