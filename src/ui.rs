//! The components: the data set and the state in, markup out.
//!
//! They read no clock, no locale and no window; what they need of those comes in as values
//! ([`Formats`]) or through [`hooks`], the one module here that speaks to the browser. That is why
//! the static page and the live one are made of the same components.

mod app;
mod chunks;
mod compare;
mod definition;
mod event;
mod filters;
mod format;
mod hooks;
pub(crate) mod markup;
mod memory;
mod models;
mod shape;
mod shared;
mod stage;
mod static_page;
mod still;
mod tabs;
mod timeline;

#[cfg(feature = "csr")]
pub(crate) use app::available;
pub use app::{AppProps, OpenVsClosed, SharedDataset};
#[cfg(feature = "csr")]
pub(crate) use chunks::load;
pub use format::{DateStyle, Formats, locale};
#[cfg(feature = "test-hooks")]
pub(crate) use hooks::later;
pub use shared::Surface;
pub use static_page::{StaticPage, StaticPageProps};
