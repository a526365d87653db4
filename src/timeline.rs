//! From events on a calendar to boxes in pixels.
//!
//! The chain has three steps, and each knows nothing of the next:
//!
//! 1. *Data*: the caller has events with dates. It says where each stands on the axis, in which
//!    lane, and how much it weighs.
//! 2. *Sized*: the caller measures the labels (cut with [`truncate_to_width`]) and has an [`Item`]
//!    for each event.
//! 3. *Placed*: [`place`] gives every visible item a mark or a place in a cluster, and says which
//!    labels fit; [`ticks`] gives the dates under the axis; [`LinkArc`] joins two marks.
//!
//! Time is counted in days since 1970-01-01, as `f64`: one unit for dates, scale and drags, exact
//! far beyond the years that a date can have. Places are in CSS pixels, from the left of the view
//! to the right and from the top down. Words are not made here: ticks carry dates.
//!
//! Every function is total: whatever the numbers are, none of them panics, and a view without width
//! is an empty one.

mod arcs;
mod bands;
mod clusters;
mod deferred;
mod density;
mod edge_markers;
mod index;
mod intervals;
mod labels;
mod lane_view;
mod lanes;
mod metrics;
mod placement;
mod row;
mod scale;
mod ticks;
mod viewport;

pub use arcs::LinkArc;
pub use bands::{Band, pack_bands};
pub use deferred::DeferredMarks;
pub use density::density;
pub use index::{Aggregate, Candidates, IndexQuery, IndexedEvent, ItemSize, TimeIndex};
pub use labels::{TextWidths, truncate_to_width};
pub use placement::{
    Cluster, Item, LabelBox, LabelSide, Lane, LayoutOptions, MIN_TARGET, Mark, Placement, place,
    place_with_edge_markers,
};
pub use scale::{PanOrigin, TimeScale};
pub use ticks::{ContextSpan, Tick, TickUnit, Ticks, ticks};
pub use viewport::{Viewport, Zoom};
