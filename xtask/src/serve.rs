//! `cargo xtask serve`: the page on this machine.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::cache::Cache;
use crate::cli::Serve;
use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::trunk::{self, Build};

/// Installs what is missing, builds, and serves until it is stopped.
pub fn run(options: &Serve) -> Result<Outcome, Failure> {
    // Said before the minutes of installing and building, not after them.
    require_free(options.port)?;
    let build = if options.release {
        Build::Release
    } else {
        Build::Debug
    };
    let project = Project::load()?;
    let cache = Cache::open()?;
    let toolbox = trunk::ensure_tools(&cache, build)?;

    let port = options.port.to_string();
    let mut command = trunk::command(&project, &cache, &toolbox, build)?;
    command.args(["serve", "--address", "127.0.0.1", "--port", &port]);
    if options.release {
        command.arg("--release");
    }
    if options.open {
        command.arg("--open");
    }
    println!(
        "\nBuilding; the page will be at http://127.0.0.1:{port}/ when trunk says \"success\".\n\
         It builds again at every change: reload to see it. Ctrl-C ends it.\n"
    );
    replace_by(command)
}

/// Becomes trunk, where that is possible: whoever stops this process then stops trunk.
#[cfg(unix)]
fn replace_by(mut command: std::process::Command) -> Result<Outcome, Failure> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(Failure::problem(format!(
        "Trunk could not be started: {error}."
    )))
}

#[cfg(not(unix))]
fn replace_by(mut command: std::process::Command) -> Result<Outcome, Failure> {
    crate::process::run(&mut command).map(|()| Outcome::Good)
}

fn require_free(port: u16) -> Result<(), Failure> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(Failure::problem(format!(
            "Port {port} is in use by another program; choose another with --port, as in \
             `cargo xtask serve --port {}`.",
            free_after(port)
        ))),
        Err(error) => Err(Failure::problem(format!(
            "Port {port} cannot be used ({error}); choose another with --port, as in \
             `cargo xtask serve --port 8081`."
        ))),
    }
}

/// A port near this one that is free at the moment.
fn free_after(port: u16) -> u16 {
    (port.saturating_add(1)..=port.saturating_add(50))
        .find(|&next| next != port && TcpListener::bind((Ipv4Addr::LOCALHOST, next)).is_ok())
        .unwrap_or(8081)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_said_with_the_option_to_use() {
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let port = held
            .as_ref()
            .ok()
            .and_then(|socket| socket.local_addr().ok());
        let Some(port) = port.map(|address| address.port()) else {
            panic!("this machine gives no port");
        };
        let failure = require_free(port).map_err(|failure| failure.to_string());
        assert!(
            matches!(&failure, Err(text) if text.contains("in use") && text.contains("--port")),
            "{failure:?}"
        );
        drop(held);
        assert_eq!(require_free(port), Ok(()));
    }
}
