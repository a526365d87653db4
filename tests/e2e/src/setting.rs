//! What is tested, and with what: the variables that `cargo xtask test` sets.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::{Failure, Outcome};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK.
    Webkit,
}

fn path(variable: &str) -> Outcome<PathBuf> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| {
        Failure::new(format!(
            "{variable} is not set. `cargo xtask test --only e2e` builds the bundle, finds the \
             browsers and sets it."
        ))
    })
}

/// The folder of the built bundle.
///
/// # Errors
/// Where `OVC_DIST` is not set.
pub fn dist() -> Outcome<PathBuf> {
    path("OVC_DIST")
}

/// The folder of the built projects that use the npm package.
///
/// # Errors
/// Where `OVC_CONSUMERS` is not set.
pub fn consumers() -> Outcome<PathBuf> {
    path("OVC_CONSUMERS")
}

/// The script of axe-core.
///
/// # Errors
/// Where `OVC_AXE` is not set.
pub fn axe() -> Outcome<PathBuf> {
    path("OVC_AXE")
}

impl Engine {
    /// The engine that `OVC_ENGINE` names.
    ///
    /// # Errors
    /// Where it is not set, or names none.
    pub fn from_environment() -> Outcome<Self> {
        match path("OVC_ENGINE")?.to_str() {
            Some("chromium") => Ok(Self::Chromium),
            Some("firefox") => Ok(Self::Firefox),
            Some("webkit") => Ok(Self::Webkit),
            _ => Err(Failure::new(
                "OVC_ENGINE is chromium, firefox or webkit, and nothing else.",
            )),
        }
    }

    /// The driver's command line for a port.
    pub(crate) fn driver(self, port: u16) -> Outcome<(PathBuf, Vec<String>)> {
        let port = port.to_string();
        let (variable, arguments) = match self {
            Self::Chromium => ("OVC_CHROMEDRIVER", vec![format!("--port={port}")]),
            // Two drivers at a time would want the same port for their second protocol.
            Self::Firefox => (
                "OVC_GECKODRIVER",
                ["--port", &port, "--websocket-port", "0"]
                    .map(str::to_owned)
                    .to_vec(),
            ),
            // Each on a screen of its own: `:focus` holds only in the window in front.
            Self::Webkit => {
                let driver = path("OVC_WEBKIT_DRIVER")?.display().to_string();
                let screen = "--server-args=-screen 0 1920x1600x24".to_owned();
                let port = format!("--port={port}");
                ("OVC_XVFB_RUN", vec!["-a".to_owned(), screen, driver, port])
            }
        };
        Ok((path(variable)?, arguments))
    }

    /// Variables of the environment that the driver and the browser get.
    pub(crate) fn variables(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Chromium | Self::Firefox => &[],
            Self::Webkit => &[
                // Layers are put together by a graphics card. Where there is none, that is emulated, and
                // takes twice the time of all the rest; so does each scroll bar that fades out.
                ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
                // Pages that live for a second are not worth a second of optimisation.
                ("JSC_useOMGJIT", "0"),
                // What is compiled beside the page goes in at another moment each time.
                ("JSC_useConcurrentJIT", "0"),
            ],
        }
    }

    /// How many tests a browser takes. Starting one takes seconds; of each page that it has shown WebKit
    /// keeps some memory, and one of a WebAssembly is four gigabytes of addresses.
    pub(crate) fn uses(self) -> u32 {
        match self {
            Self::Chromium | Self::Firefox => 120,
            Self::Webkit => 40,
        }
    }

    /// What the driver is asked for.
    pub(crate) fn capabilities(self) -> Outcome<Value> {
        Ok(match self {
            Self::Chromium => {
                let mut flags = vec![
                    "--headless",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // A process made ahead for the next page takes its time from this one.
                    "--disable-features=SpareRendererForSitePerProcess",
                    "--hide-scrollbars",
                    "--force-device-scale-factor=1",
                ];
                if is_root() {
                    // Chromium refuses to start its sandbox for root, as in containers.
                    flags.push("--no-sandbox");
                }
                json!({ "goog:chromeOptions": { "binary": path("OVC_CHROMIUM")?, "args": flags } })
            }
            Self::Firefox => json!({ "moz:firefoxOptions": {
                "binary": path("OVC_FIREFOX")?,
                "args": ["-headless"],
                "prefs": {
                    // Tab reaches links and buttons alike, whatever the system says.
                    "accessibility.tabfocus": 7,
                    // Pages that live for a second are not worth a second of optimisation.
                    "javascript.options.wasm_optimizingjit": false,
                    // A process made ahead for the next page takes its time from this one.
                    "dom.ipc.processPrelaunch.enabled": false,
                },
            } }),
            Self::Webkit => json!({ "webkitgtk:browserOptions": {
                "binary": path("OVC_MINIBROWSER")?,
                "args": ["--automation"],
            } }),
        })
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| String::from_utf8_lossy(&id.stdout).trim() == "0")
}
