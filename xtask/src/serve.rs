//! `cargo xtask serve`: builds the page, serves it, and builds again when a source changes.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::build;
use crate::cache::Cache;
use crate::cli::Serve;
use crate::options::Options;
use crate::project::Project;
use crate::server::Server;
use crate::watch::Watcher;

/// What a build depends on, below the root.
const SOURCES: [&str; 4] = ["src", "www", "index.html", "Cargo.toml"];

/// Installs what is missing, builds, and serves until it is stopped.
pub fn run(options: &Serve) -> Result<ExitCode> {
    // A port in use is reported before the minutes of installing and building.
    let server = Server::bind(options.port)?;
    let project = Project::load()?;
    let cache = Cache::open()?;
    // Watched first: what changes during a build is in the next one.
    let watcher = Watcher::new(&SOURCES.map(|name| project.root.join(name)))?;
    let build_options = Options {
        release: options.release,
        test_hooks: false,
    };
    let build = || -> Result<()> {
        let start = Instant::now();
        build::build(&project, &cache, build_options)?.replace(&project.dist())?;
        println!("Built in {:.1} s.", start.elapsed().as_secs_f64());
        Ok(())
    };
    println!("Building the page.");
    build()?;
    server.serve(project.dist());
    let address = format!("http://127.0.0.1:{}/", options.port);
    println!(
        "\nServing {address}. It is built again after every change: reload to see it. Ctrl-C ends it."
    );
    if options.open
        && let Err(error) = open::that(&address)
    {
        eprintln!("No browser could be opened: {error}.");
    }
    loop {
        watcher.wait()?;
        println!("\nBuilding again.");
        if let Err(error) = build() {
            eprintln!("\n{error:#}\nThe last good build is served.");
        }
    }
}
