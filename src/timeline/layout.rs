//! The layout of the axis: which events get a mark, on which row, and which labels have room.
//!
//! Given items with times, lanes, weights and label widths, and the scale of the view; returns marks,
//! clusters and lanes in pixels. Lanes are packed before the view is looked at, so that a pan
//! rearranges nothing; the view then selects what is visible.

mod clusters;
mod edge_markers;
mod item;
mod lane_view;
pub(super) mod metrics;
mod node;
mod options;
mod packing;
mod placement;
mod row;

pub use item::Item;
pub use options::{LayoutOptions, MIN_TARGET};
pub use placement::{Cluster, LabelBox, LabelSide, Lane, Mark, Placement};

use lane_view::LaneView;
use metrics::Metrics;
use packing::pack;

use super::scale::TimeScale;
use crate::sort::sort_by;

/// Gives every item whose time is in the view a mark or a place in a cluster, exactly one.
///
/// * Targets of marks, extents, boxes of clusters and labels never overlap, and labels stay inside the
///   view. A label stands right of its mark and its extent, or left of them, or is left out. On a long
///   extent it stands beside the mark, and the extent goes on behind it.
/// * Heavier items choose first. A label or an extent keeps the marks of lighter items away, but gives
///   way to marks of its own weight. So an item is never in a cluster while a lighter one at the same
///   time and in the same lane is a mark.
/// * All labels of one weight get room for their short form before the next weight chooses. Room that is
///   left in the end makes labels full, the heavier ones first.
/// * A lane has at most `width / 28 + 1` boxes in a row (with the default gap), however many items there
///   are. The time is O(*n* log *n*) in the number of items.
/// * The height depends on the options alone, so that the page below never moves.
///
/// # What is stable while the view is panned
///
/// Which items are marks, which are in clusters, and on which rows is decided before the view is looked
/// at: from the times of the items, the pixels per day, and a grid that is anchored at 1970-01-01. The
/// view only selects. Apart from rounding (about a millionth of a pixel) nothing changes when it moves.
/// Two things are adapted at the edges of the view: labels that would be cut move to the other side or
/// are left out, and a cluster stays whole inside the view, where it takes in the marks in its way.
/// Zooming may rearrange everything.
///
/// An item has no effect on anything farther away than [`LayoutOptions::reach`]. A caller with very many
/// events passes those within that distance of the view, and the result is the same. That distance is
/// the worst case, a chain of conflicts all the way; effects over more than a few hundred pixels are
/// rare, so that one width of the view on each side is a fair choice, too.
pub fn place(items: &[Item], scale: &TimeScale, options: &LayoutOptions) -> Placement {
    place_with_edge_markers(items, &[], scale, options)
}

/// The same, with marks at the edges of the view for `edge_items`, which reach into the view while their
/// time is outside.
///
/// They take the room that the others leave, in their order, and change nothing for the others. One
/// without room is left out.
pub fn place_with_edge_markers(
    items: &[Item],
    edge_items: &[Item],
    scale: &TimeScale,
    options: &LayoutOptions,
) -> Placement {
    let metrics = Metrics::new(options);
    let mut placement = Placement {
        marks: Vec::new(),
        clusters: Vec::new(),
        lanes: (0..metrics.lanes)
            .map(|lane| Lane {
                top: metrics.lane_top(lane),
                height: metrics.lane_height(lane),
            })
            .collect(),
        height: metrics.lane_top(metrics.lanes),
        target: metrics.half * 2.0,
        line_gap: metrics.line_gap,
    };
    let pixels_per_day = scale.pixels_per_day();
    if pixels_per_day > 0.0 {
        for lane in (0..metrics.lanes).filter(|lane| metrics.rows(*lane) > 0) {
            let packed = pack(items, lane, pixels_per_day, options.bounds, &metrics);
            LaneView::new(items, scale, &metrics, lane).place(packed, edge_items, &mut placement);
        }
    }
    sort_by(&mut placement.marks, |a, b| a.x.total_cmp(&b.x));
    sort_by(&mut placement.clusters, |a, b| {
        a.start_t.total_cmp(&b.start_t).then(a.lane.cmp(&b.lane))
    });
    placement
}

#[cfg(test)]
mod tests;
