//! One browser behind its driver.

use std::future::Future;
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    Actions, InputSource, KeyActions, MouseActions, PointerAction, WheelAction, WheelActions,
};
use fantoccini::error::CmdError;
use fantoccini::wd::PrintConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};

use crate::devtools::Devtools;
use crate::guard::Guarded;
use crate::keys;
use crate::runtime::runtime;
use crate::setting::Engine;
use crate::{Failure, Outcome, ensure};

/// What a failure says where a browser hangs.
pub const SILENT: &str = "The browser does not answer any more.";

/// No single command takes longer, unless something hangs.
const PATIENCE: Duration = Duration::from_secs(60);
/// A driver that does not answer by then never will.
const STARTING: Duration = Duration::from_secs(30);
/// Left button of a mouse.
const LEFT: u64 = 0;

fn wait<T>(work: impl Future<Output = Result<T, CmdError>>) -> Outcome<T> {
    let result = runtime()?.block_on(async { tokio::time::timeout(PATIENCE, work).await });
    match result {
        Ok(done) => Ok(done?),
        Err(_) => Err(Failure::new(SILENT)),
    }
}

/// A browser and its driver. Dropping it ends both, by the guard: asked to close, Firefox takes its time.
pub struct Browser {
    /// Which one it is.
    pub engine: Engine,
    /// How many tests it has been through.
    pub(crate) uses: u32,
    client: Client,
    _driver: Guarded,
}

impl Browser {
    /// Starts the browser that the environment names.
    ///
    /// # Errors
    /// Where something is missing or does not start; the message says what.
    pub fn start() -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let engine = Engine::from_environment()?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let (program, arguments) = engine.driver(port)?;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("ovc-e2e-{}-{count}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let driver = Guarded::start(&program, &arguments, engine.variables(), &folder)?;
        let capabilities = match engine.capabilities()? {
            Value::Object(capabilities) => capabilities,
            _ => Map::new(),
        };
        let client = connect(port, &capabilities)?;
        Ok(Self {
            engine,
            uses: 0,
            client,
            _driver: driver,
        })
    }

    pub(crate) fn goto(&self, url: &str) -> Outcome {
        wait(self.client.goto(url))
    }

    /// Runs a script that ends by calling its last argument.
    pub(crate) fn execute(&self, script: &str, argument: Value) -> Outcome<Value> {
        wait(self.client.execute_async(script, vec![argument]))
    }

    /// Gives the window a size; where the system has its own least size, that.
    ///
    /// # Errors
    /// Where the driver refuses.
    pub fn set_size(&self, width: u32, height: u32) -> Outcome {
        wait(self.client.set_window_rect(0, 0, width, height))
    }

    /// Picture of the window as PNG.
    ///
    /// # Errors
    /// Where the driver refuses.
    pub fn screenshot(&self) -> Outcome<Vec<u8>> {
        wait(self.client.screenshot())
    }

    /// The page as it is printed: a PDF.
    ///
    /// # Errors
    /// Where the driver refuses.
    pub fn print(&self) -> Outcome<Vec<u8>> {
        wait(self.client.print(PrintConfiguration::default()))
    }

    /// Sends a command of Chromium's own protocol.
    ///
    /// # Errors
    /// Where it is not Chromium, or refuses.
    pub fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        wait(self.client.issue_cmd(Devtools {
            command: command.to_owned(),
            parameters,
        }))
    }

    pub(crate) fn has_cookies(&self) -> Outcome<bool> {
        Ok(!wait(self.client.get_all_cookies())?.is_empty())
    }

    fn perform(&self, actions: impl Into<Actions>) -> Outcome {
        wait(self.client.perform_actions(actions))?;
        wait(self.client.release_actions())
    }

    /// Presses chords one after another, with a pause after each.
    pub(crate) fn press(&self, chords: &[&str], pause: Duration) -> Outcome {
        let mut actions = KeyActions::new("keys".to_owned());
        for chord in chords {
            actions = keys::chord(actions, chord);
            if !pause.is_zero() {
                actions = actions.pause(pause);
            }
        }
        self.perform(actions)
    }

    /// Drags the pointer through places of the window; one place is a click.
    pub(crate) fn drag(&self, places: &[(f64, f64)]) -> Outcome {
        let mut actions = MouseActions::new("mouse".to_owned());
        for (step, (x, y)) in places.iter().copied().enumerate() {
            let duration = Some(Duration::from_millis(if step == 0 { 0 } else { 60 }));
            actions = actions.then(PointerAction::MoveTo { duration, x, y });
            if step == 0 {
                actions = actions.then(PointerAction::Down { button: LEFT });
            }
        }
        self.perform(actions.then(PointerAction::Up { button: LEFT }))
    }

    /// Turns the wheel over a place of the window.
    pub(crate) fn wheel(&self, (x, y): (i64, i64), delta_y: i64) -> Outcome {
        let duration = Some(Duration::ZERO);
        let turn = WheelAction::Scroll {
            duration,
            x,
            y,
            delta_x: 0,
            delta_y,
        };
        // Not released: WebKit's driver would turn it back.
        wait(
            self.client
                .perform_actions(WheelActions::new("wheel".to_owned()).then(turn)),
        )
    }
}

fn connect(port: u16, capabilities: &Map<String, Value>) -> Outcome<Client> {
    let end = Instant::now() + STARTING;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        ensure!(Instant::now() < end, "The driver does not start.");
        thread::sleep(Duration::from_millis(30));
    }
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities.clone());
    let address = format!("http://127.0.0.1:{port}");
    let connecting = builder.connect(&address);
    runtime()?
        .block_on(async { tokio::time::timeout(STARTING, connecting).await })
        .map_err(|_| Failure::new("The browser does not start."))?
        .map_err(|error| Failure::new(format!("The browser does not start: {error}")))
}
