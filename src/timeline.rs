//! From events on a calendar to boxes in pixels: viewport, scale, ticks, time index and layout.
//!
//! Given events with dates, lanes, weights and label widths, and the viewport; returns marks,
//! clusters, labels, arcs and ticks. Times are days since 1970-01-01 as `f64`; positions are CSS pixels
//! from the left and from the top of the view. No number makes a function panic, and a view without
//! width is empty.

mod arcs;
mod deferred;
mod density;
mod era_bands;
mod index;
mod labels;
mod layout;
mod scale;
mod ticks;
mod viewport;

pub use arcs::{Area, LinkArc};
pub use deferred::DeferredMarks;
pub use density::{densest_half, density};
pub use era_bands::{Band, Period, pack_bands};
pub use index::{Aggregate, Candidates, IndexQuery, IndexedEvent, ItemSize, TimeIndex};
pub use labels::{TextWidths, truncate_to_width};
pub use layout::{
    Cluster, Item, LabelBox, LabelSide, Lane, LayoutOptions, MIN_TARGET, Mark, Placement, place,
    place_with_edge_markers,
};
pub use scale::{PanOrigin, TimeScale};
pub use ticks::{ContextSpan, Tick, TickUnit, Ticks, ticks};
pub use viewport::{Viewport, Zoom};
