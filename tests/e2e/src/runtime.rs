//! The tests are plain functions; WebDriver's client and the server are not.

use std::sync::OnceLock;

use tokio::runtime::{Builder, Runtime};

use crate::{Failure, Outcome};

/// The one runtime of the process.
pub(crate) fn runtime() -> Outcome<&'static Runtime> {
    static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| {
        let mut builder = Builder::new_multi_thread();
        builder.worker_threads(2).enable_all().build().ok()
    });
    runtime
        .as_ref()
        .ok_or_else(|| Failure::new("The asynchronous runtime does not start."))
}
