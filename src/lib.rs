//! `<open-vs-closed>`: a widget that explains the argument over open and closed AI models.
//!
//! The crate has three storeys, and dependencies point one way, down this list to up:
//!
//! * the pure core ([`date`], [`decimal`], [`dataset`], [`definition`], [`state`], [`query`],
//! [`timeline`], [`charts`], [`models`], [`text`], [`locale`]) knows nothing of Yew
//!   or the browser and is tested natively;
//! * `ui` (feature `ui`) renders it with Yew, to a live view or to static HTML;
//! * `page` (feature `csr`) is the one thin layer that talks to the page.
//!
//! `ARCHITECTURE.md` in the repository has the map and the invariants.

pub mod charts;
pub mod dataset;
pub mod date;
pub mod decimal;
pub mod definition;
mod gather;
pub mod locale;
pub mod models;
mod number;
mod order;
pub mod query;
pub mod state;
pub mod style;
pub mod text;
pub mod timeline;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "csr")]
pub mod page;

#[cfg(feature = "ssr")]
pub mod prerender;

#[cfg(feature = "ui")]
pub use ui::OpenVsClosed;
