//! What the end-to-end tests and the screenshots stand on: browsers behind WebDriver, a server
//! that can misbehave as a test needs it, and pages that tell what went wrong in them.
//!
//! `cargo xtask test --only e2e` starts the tests; see [`setting`] for what it passes.

mod browser;
mod devtools;
mod guard;
mod keys;
mod outcome;
mod page;
mod pool;
mod runtime;
mod server;
pub mod setting;
mod site;

pub use browser::{Browser, SILENT};
pub use outcome::{Failure, Outcome, equal};
pub use page::Page;
pub use pool::Pool;
pub use server::Server;
pub use site::{Site, host_page};
