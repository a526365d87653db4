//! WebAssembly tests in a headless browser, through the runner of wasm-bindgen.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::output;
use crate::browsers::{self, Engine};
use crate::cache::Cache;
use crate::parts::{CHROMEDRIVER, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB_RUN};
use crate::project::{PACKAGE, Project, WASM_TARGET};
use crate::tools::WASM_BINDGEN;
use crate::{apt, files};

/// Runs `tests/browser` in one engine; returns a note where tests had to be run twice.
pub fn run(project: &Project, cache: &Cache, engine: Engine) -> Result<Vec<String>> {
    let mut command = match engine {
        Engine::Webkit => {
            let mut command = project.command(XVFB_RUN.path()?);
            command.args(["-a", "--server-args=-screen 0 1920x1600x24", "cargo"]);
            command
        }
        Engine::Chromium | Engine::Firefox => project.cargo(),
    };
    command.args(["test", "--target", WASM_TARGET]);
    command.args(["--package", PACKAGE, "--test", "browser"]);
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        WASM_BINDGEN.path(cache)?,
    );
    // The runner takes the first driver that it has a variable for: only ours may be set.
    for variable in [
        "CHROMEDRIVER",
        "GECKODRIVER",
        "SAFARIDRIVER",
        "MSEDGEDRIVER",
    ] {
        command.env_remove(variable);
        command.env_remove(format!("{variable}_REMOTE"));
    }
    // Seconds, for slow machines that have just compiled.
    command.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180");

    let capabilities = match engine {
        Engine::Chromium => {
            command.env("CHROMEDRIVER", CHROMEDRIVER.path()?);
            chromium(&CHROMIUM.path()?, apt::is_root())
        }
        Engine::Firefox => {
            command.env("GECKODRIVER", browsers::geckodriver(cache)?);
            firefox(&FIREFOX.path()?)
        }
        Engine::Webkit => {
            // The runner supports Safari's driver, which uses the same protocol and takes the same
            // option; the driver then starts the browser that it comes with.
            command.env("SAFARIDRIVER", WEBKIT_DRIVER.path()?);
            json!({})
        }
    };
    // Written here, because the place of the browser differs between machines.
    let name = format!("xtask/webdriver-{}.json", engine.name());
    let place = project.target.join(name);
    files::write(&place, capabilities.to_string())?;
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", place);
    output::run_tests_in_page(&mut command)
}

fn chromium(binary: &Path, root: bool) -> Value {
    let mut flags = vec![
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    if root {
        // Chromium refuses to start its sandbox for root, as in containers.
        flags.push("--no-sandbox");
    }
    json!({ "goog:chromeOptions": { "binary": binary, "args": flags } })
}

fn firefox(binary: &Path) -> Value {
    json!({ "moz:firefoxOptions": { "binary": binary, "args": ["-headless"] } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_root_goes_without_the_sandbox() {
        let flags = |root| chromium(Path::new("/usr/bin/chromium"), root).to_string();
        assert!(flags(true).contains("--no-sandbox"));
        assert!(!flags(false).contains("--no-sandbox"));
    }

    #[test]
    fn the_browser_is_named() {
        let capabilities = firefox(Path::new("/opt/firefox"));
        assert_eq!(capabilities["moz:firefoxOptions"]["binary"], "/opt/firefox");
    }
}
