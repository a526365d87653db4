//! What drives the finished bundle in a browser: the end-to-end tests, the screenshots and the benchmarks. Variables
//! that begin with `OVC_` name the bundle, the browser and the tools.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::parts::{CHROMEDRIVER, CHROMIUM, FIREFOX, MINIBROWSER, WEBKIT_DRIVER, XVFB_RUN};
use crate::project::Project;
use crate::tools::AXE;
use crate::{consumers, dist, install};

/// A call of Cargo that can drive the bundle in `dist` with one engine.
pub fn cargo(project: &Project, cache: &Cache, engine: Engine, dist: &Path) -> Result<Command> {
    let mut command = project.cargo();
    command
        .env("OVC_DIST", dist)
        .env("OVC_CONSUMERS", consumers::folder(project))
        .env("OVC_ENGINE", engine.name())
        .env("OVC_AXE", AXE.path(cache)?);
    match engine {
        Engine::Chromium => {
            command.env("OVC_CHROMIUM", CHROMIUM.path()?);
            command.env("OVC_CHROMEDRIVER", CHROMEDRIVER.path()?);
        }
        Engine::Firefox => {
            command.env("OVC_FIREFOX", FIREFOX.path()?);
            command.env("OVC_GECKODRIVER", browsers::geckodriver(cache)?);
        }
        Engine::Webkit => {
            command.env("OVC_WEBKIT_DRIVER", WEBKIT_DRIVER.path()?);
            command.env("OVC_MINIBROWSER", MINIBROWSER.path()?);
            command.env("OVC_XVFB_RUN", XVFB_RUN.path()?);
        }
    }
    Ok(command)
}

/// Builds the bundle, and returns a call of Cargo that can drive it in Chromium. Installs what that needs.
pub fn cargo_in_chromium(project: &Project, cache: &Cache) -> Result<Command> {
    browsers::install_missing(&[Engine::Chromium]);
    browsers::require(Engine::Chromium)?;
    install::ensure(cache, &[&AXE])?;
    let dist = dist::build(project, cache, false)?;
    cargo(project, cache, Engine::Chromium, &dist)
}
