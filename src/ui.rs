//! The components: the data set and the state in, markup out.
//!
//! They read no clock, no locale and no window; what they need of those comes in as values
//! ([`Formats`]) or through `hooks`, the only module here that uses the browser. So the static
//! page and the live view share their components.

mod all_views;
mod app;
mod chunks;
mod compare;
mod components;
mod context;
mod dataset_prop;
mod decide;
mod excerpt;
mod fold;
mod frame;
mod hooks;
mod models;
mod settings;
mod shared;
mod sources;
mod static_page;
mod store;
mod story;
mod svg;
mod tabs;
mod timeline;

pub use crate::locale::{DateStyle, Formats, date_locale};
pub use app::{AppProps, OpenVsClosed};
#[cfg(feature = "csr")]
pub(crate) use chunks::preload;
pub use context::Surface;
pub use dataset_prop::SharedDataset;
#[cfg(feature = "test-hooks")]
pub(crate) use hooks::run_later;
pub use static_page::{StaticPage, StaticPageProps};
