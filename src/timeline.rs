//! From events on a calendar to boxes in pixels.
//!
//! The chain has three steps, and each knows nothing of the next:
//!
//! 1. *Data*: the caller has events with dates. It says where each stands on the axis, in which
//!    lane, and how much it weighs.
//! 2. *Sized*: the caller measures the labels (cut with [`truncate_to_width`]) and has an [`Item`]
//!    for each event.
//! 3. *Placed*: [`place`] gives every visible item a mark or a place in a cluster, and says which
//!    labels fit; [`ticks`] gives the dates under the axis; [`Arc`] joins two marks.
//!
//! Time is counted in days since 1970-01-01, as `f64`: one unit for dates, scale and drags, exact
//! far beyond the years that a date can have. Places are in CSS pixels, from the left of the view
//! to the right and from the top down. Words are not made here: ticks carry dates.
//!
//! Every function is total: whatever the numbers are, none of them panics, and a view without width
//! is an empty one.

mod bands;
mod density;
mod index;
mod labels;
mod lanes;
mod lasting;
mod late;
mod links;
mod metrics;
mod overflow;
mod passing;
mod placement;
mod row;
mod scale;
mod ticks;
mod view;
mod window;

pub use bands::{Band, bands};
pub use density::density;
pub use index::{Crowd, Indexed, Part, Selection, Size, TimeIndex};
pub use labels::{TextWidths, truncate_to_width};
pub use late::Late;
pub use links::Arc;
pub use placement::{
    Cluster, Item, LabelBox, LabelSide, Lane, Layout, Mark, Placement, TARGET, place, place_with,
};
pub use scale::{Origin, TimeScale};
pub use ticks::{ContextSpan, Tick, TickUnit, Ticks, ticks};
pub use window::{Window, Zoom};
