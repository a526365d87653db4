//! `<open-vs-closed>`: a widget that explains the argument over open and closed AI models.
//!
//! The crate has three layers, and each uses only those above it in this list:
//!
//! * the pure core ([`date`], [`decimal`], [`dataset`], [`definition`], [`openness_framework`],
//!   [`balance`], [`query`], [`state`], [`timeline`], [`charts`], [`models`], [`decide`], [`text`],
//!   [`locale`]) uses neither Yew nor the browser and is tested natively;
//! * `ui` (feature `ui`) renders it with Yew, to a live view or to static HTML;
//! * `page` (feature `csr`) connects it to the page around it.
//!
//! `ARCHITECTURE.md` in the repository describes the modules and the invariants.

pub mod balance;
pub mod charts;
pub mod dataset;
pub mod date;
pub mod decide;
pub mod decimal;
pub mod definition;
mod interval;
pub mod locale;
pub mod models;
pub mod openness_framework;
pub mod query;
mod sort;
pub mod state;
pub mod style;
mod svg;
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
