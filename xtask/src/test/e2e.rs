//! The finished bundle in a browser.

use std::path::Path;
use std::process::Command;

use crate::browsers::Engine;
use crate::failure::Failure;
use crate::parts::{CHROMEDRIVER, CHROMIUM, FIREFOX, MINIBROWSER, WEBKIT_DRIVER, XVFB_RUN};
use crate::project::{E2E_PACKAGE, Project};
use crate::test::output;
use crate::tools::{AXE, Toolbox};

/// What is tested, and with what.
pub struct Bundle<'a> {
    /// The folder of the bundle.
    pub dist: &'a Path,
    /// The tools, the accessibility checker among them.
    pub toolbox: &'a Toolbox,
}

/// Runs the end-to-end tests in one engine; returns those that had to be run twice.
pub fn run(project: &Project, engine: Engine, bundle: &Bundle<'_>) -> Result<Vec<String>, Failure> {
    let mut command = project.cargo();
    environment(&mut command, engine, bundle)?;
    // Two at a time: more browsers than cores make slow tests look like broken ones.
    command.args(["test", "--package", E2E_PACKAGE, "--", "--test-threads=2"]);
    output::run_tests(&mut command)
}

/// Names what to test, in variables that begin with `OVC_`.
pub fn environment(
    command: &mut Command,
    engine: Engine,
    bundle: &Bundle<'_>,
) -> Result<(), Failure> {
    command
        .env("OVC_DIST", bundle.dist)
        .env("OVC_ENGINE", engine.name());
    command.env("OVC_AXE", bundle.toolbox.file(&AXE)?);
    match engine {
        Engine::Chromium => {
            command.env("OVC_CHROMIUM", CHROMIUM.path()?);
            command.env("OVC_CHROMEDRIVER", CHROMEDRIVER.path()?);
        }
        Engine::Firefox => {
            command.env("OVC_FIREFOX", FIREFOX.path()?);
            command.env("OVC_GECKODRIVER", super::geckodriver(bundle.toolbox)?);
        }
        Engine::Webkit => {
            command.env("OVC_WEBKIT_DRIVER", WEBKIT_DRIVER.path()?);
            command.env("OVC_MINIBROWSER", MINIBROWSER.path()?);
            command.env("OVC_XVFB_RUN", XVFB_RUN.path()?);
        }
    }
    Ok(())
}
