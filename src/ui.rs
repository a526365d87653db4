//! The components: the data set and the state in, markup out.
//!
//! They read no clock, no locale and no window; what they need of those comes in as values
//! ([`Formats`]) or through [`hooks`], the one module here that speaks to the browser. That is why
//! the static page and the live one are made of the same components.

mod app;
mod compare;
mod context;
mod definition;
mod event;
mod filters;
mod hooks;
mod memory;
mod models;
mod shape;
mod stage;
mod static_page;
mod still;
mod tabs;
mod timeline;

pub use crate::locale::{DateStyle, Formats, date_locale};
#[cfg(feature = "csr")]
pub(crate) use app::available;
pub use app::{AppProps, OpenVsClosed, SharedDataset};
pub use context::Surface;
#[cfg(feature = "test-hooks")]
pub(crate) use hooks::later;
pub use static_page::{StaticPage, StaticPageProps};
