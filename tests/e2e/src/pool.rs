//! Browsers that tests take and give back: starting one takes seconds.

use std::sync::{Mutex, PoisonError};

use crate::{Browser, Outcome};

/// Idle browsers. At most as many are at work as tests run at a time.
#[derive(Default)]
pub struct Pool {
    idle: Mutex<Vec<Browser>>,
}

impl Pool {
    /// Without browsers yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            idle: Mutex::new(Vec::new()),
        }
    }

    /// An idle browser, or a new one.
    ///
    /// # Errors
    /// Where none can be started.
    pub fn take(&self) -> Outcome<Browser> {
        let idle = {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            idle.pop()
        };
        idle.map_or_else(Browser::start, Ok)
    }

    /// Takes a browser back, if it still answers and has not been used too often.
    pub fn give_back(&self, mut browser: Browser) {
        browser.uses += 1;
        if browser.uses < browser.engine.uses() && browser.goto("about:blank").is_ok() {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            idle.push(browser);
        }
    }

    /// Ends all browsers.
    pub fn close(&self) {
        let idle = {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::take(&mut *idle)
        };
        drop(idle);
    }
}
