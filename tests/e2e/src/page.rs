//! A page in a browser, and what is done to it and asked of it.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::setting::Engine;
use crate::{Browser, Failure, Outcome, Server};

/// How long something may take that takes a blink.
const PATIENCE: Duration = Duration::from_secs(15);

/// The page that a test works with. Whatever goes wrong in it without being expected is a failure.
pub struct Page {
    browser: Browser,
    expected: RefCell<Vec<String>>,
    is_open: Cell<bool>,
}

impl Page {
    /// With a window of the usual size.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn new(browser: Browser) -> Outcome<Self> {
        let page = Self {
            browser,
            expected: RefCell::default(),
            is_open: Cell::new(false),
        };
        page.browser.set_size(1500, 1100)?;
        Ok(page)
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// The browser.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Gives the browser back.
    #[must_use]
    pub fn into_browser(self) -> Browser {
        self.browser
    }

    /// Opens a page of a server.
    ///
    /// # Errors
    /// Where the one before has had trouble, or this one does not load.
    pub fn open(&self, server: &Server, path: &str) -> Outcome {
        self.check()?;
        // A fragment alone would not load the page again.
        if self.is_open.get() {
            self.browser.goto("about:blank")?;
        }
        self.browser.goto(&server.url(path))?;
        self.is_open.set(true);
        Ok(())
    }

    /// Opens a page and waits until its first widget is live.
    ///
    /// # Errors
    /// Where it does not get there.
    pub fn open_live(&self, server: &Server, path: &str) -> Outcome {
        self.open(server, path)?;
        self.eval("await e2e.live()", Value::Null)
    }

    /// Lets pass every trouble that contains this text.
    pub fn expect(&self, text: &str) {
        self.expected.borrow_mut().push(text.to_owned());
    }

    /// Fails where the page has had trouble that was not expected.
    ///
    /// # Errors
    /// That trouble.
    pub fn check(&self) -> Outcome {
        if !self.is_open.get() {
            return Ok(());
        }
        let trouble: Vec<String> = self.eval("return e2e.trouble.splice(0)", Value::Null)?;
        let expected = self.expected.borrow();
        let unexpected: Vec<String> = trouble
            .into_iter()
            .filter(|trouble| !expected.iter().any(|text| trouble.contains(text)))
            .collect();
        if unexpected.is_empty() {
            Ok(())
        } else {
            Err(Failure::new(format!(
                "The page has had trouble:\n  {}",
                unexpected.join("\n  ")
            )))
        }
    }

    /// A failure, and with it what the page says of its state and its trouble, where it does not
    /// tell them yet and still can.
    #[must_use]
    pub fn with_plight(&self, failure: Failure) -> Failure {
        if failure.0.contains("\n  state: ") {
            return failure;
        }
        match self.get::<String>("location.href + e2e.plight()") {
            Ok(plight) => Failure::new(format!("{failure}\n  at: {plight}")),
            Err(silent) => Failure::new(format!("{failure}\n  of the page: {silent}")),
        }
    }

    /// Runs the body of an asynchronous function in the page, with `e2e` (see `observer.js`) and
    /// `arg` at hand, and gives what it returns.
    ///
    /// # Errors
    /// Where the script throws, or returns something else than `T`.
    pub fn eval<T: DeserializeOwned>(&self, script: &str, arg: Value) -> Outcome<T> {
        let wrapped = format!(
            "const arg = arguments[0], done = arguments[arguments.length - 1];\n\
             (async () => {{ {script}\n }})().then(\n\
             (value) => done({{ value: value === undefined ? null : value }}),\n\
             (error) => done({{ error: String(error) + (globalThis.e2e?.plight() ?? '') }}));"
        );
        let mut answer = self.browser.execute(&wrapped, arg)?;
        if let Some(error) = answer.get("error").and_then(Value::as_str) {
            return Err(Failure::new(error));
        }
        let Some(value) = answer.get_mut("value").map(Value::take) else {
            return Err(Failure::new(format!(
                "The page answered no value but: {answer}"
            )));
        };
        serde_json::from_value(value.clone())
            .map_err(|error| Failure::new(format!("{error} in what the page answers: {value}")))
    }

    /// Runs a script for what it does.
    ///
    /// # Errors
    /// Where it throws.
    pub fn run(&self, script: &str) -> Outcome {
        self.eval::<Value>(script, Value::Null).map(drop)
    }

    /// What an expression comes to.
    ///
    /// # Errors
    /// Where it throws, or comes to something else than `T`.
    pub fn get<T: DeserializeOwned>(&self, expression: &str) -> Outcome<T> {
        self.eval(&format!("return {expression};"), Value::Null)
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    /// Where it never is.
    pub fn wait(&self, expression: &str) -> Outcome {
        let end = Instant::now() + PATIENCE;
        loop {
            if self.get::<bool>(&format!("Boolean({expression})"))? {
                return Ok(());
            }
            if Instant::now() > end {
                let seen: Vec<String> = self.get("e2e.trouble")?;
                return Err(Failure::new(format!(
                    "Never true: {expression}\n  trouble of the page: {seen:?}"
                )));
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Presses a chord such as `Tab`, `+` or `Shift+Tab`, and waits for two frames.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub fn press(&self, chord: &str) -> Outcome {
        self.run("e2e.arm('keyup')")?;
        self.browser.press(&[chord], Duration::ZERO)?;
        self.run("await e2e.fired()")
    }

    /// Presses chords one after another, each with time to act.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub fn press_all(&self, chords: &[&str]) -> Outcome {
        // Actions run inside one command, which must not take longer than a command may.
        for chords in chords.chunks(60) {
            self.browser.press(chords, Duration::from_millis(45))?;
        }
        self.run("await e2e.frames(3)")
    }

    /// Middle of what an expression stands for, in window coordinates, scrolled into view.
    ///
    /// # Errors
    /// Where there is no such element.
    pub fn middle(&self, expression: &str) -> Outcome<(f64, f64)> {
        self.eval(
            &format!(
                "const target = {expression}; if (!target) throw new Error(`nothing there`);\n\
                 const {{ top, bottom }} = target.getBoundingClientRect();\n\
                 // Above the bar that floats at the end of a narrow list.\n\
                 if (top < 0 || bottom > innerHeight - 60) {{\n\
                 target.scrollIntoView({{ block: 'center', behavior: 'instant' }});\n\
                 await e2e.frames(2); }}\n\
                 const box = target.getBoundingClientRect();\n\
                 return [box.x + box.width / 2, box.y + box.height / 2];"
            ),
            Value::Null,
        )
        .map_err(|error| Failure::new(format!("{expression}: {error}")))
    }

    /// Clicks with the mouse on what an expression stands for.
    ///
    /// # Errors
    /// Where there is no such element.
    pub fn click(&self, expression: &str) -> Outcome {
        let middle = self.middle(expression)?;
        self.run("e2e.arm('click')")?;
        self.browser.drag(&[middle])?;
        self.run("await e2e.fired()")
    }

    /// Drags the mouse from the middle of an element.
    ///
    /// # Errors
    /// Where there is no such element.
    pub fn drag(&self, expression: &str, (x, y): (f64, f64)) -> Outcome {
        let from = self.middle(expression)?;
        let half = (from.0 + x / 2.0, from.1 + y / 2.0);
        self.run("e2e.arm('pointerup')")?;
        self.browser.drag(&[from, half, (from.0 + x, from.1 + y)])?;
        self.run("await e2e.fired()")
    }

    /// Turns the wheel over the middle of an element.
    ///
    /// # Errors
    /// Where there is no such element.
    pub fn wheel(&self, expression: &str, delta: i64) -> Outcome {
        let (x, y) = self.middle(expression)?;
        self.browser.wheel((x as i64, y as i64), delta)?;
        self.run("await e2e.frames(4)")
    }

    /// The state of the first widget.
    ///
    /// # Errors
    /// Where there is none.
    pub fn state(&self) -> Outcome<Value> {
        self.get("e2e.widget().getState()")
    }

    /// Sets keys of the state of the first widget, and waits until it is drawn.
    ///
    /// # Errors
    /// Where that fails.
    pub fn set_state(&self, partial: Value) -> Outcome {
        // The code of a view may still be on its way.
        let script = "await e2e.widget().setState(arg); await e2e.shown(); await e2e.frames(3)";
        self.eval::<Value>(script, partial).map(drop)
    }

    /// Makes the first widget's container so wide, and waits until it is drawn.
    ///
    /// # Errors
    /// Where the page has no `#box`.
    pub fn set_width(&self, width: u32) -> Outcome {
        let script = "document.querySelector('#box').style.width = `${arg}px`; await e2e.frames(4)";
        self.eval::<Value>(script, json!(width)).map(drop)
    }

    /// Whether the browser holds a cookie for this page.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub fn has_cookies(&self) -> Outcome<bool> {
        self.browser.has_cookies()
    }
}
