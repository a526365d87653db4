//! Marks at the edge of the view, for events that reach into it while their time is outside.
//!
//! They take the room that the others leave. The label stands beside the mark, and the extent goes on
//! behind it.

use super::item::Item;
use super::metrics::Metrics;
use super::placement::{LabelBox, LabelSide, Mark};
use super::row::Interval;
use crate::timeline::scale::TimeScale;

/// A mark at an edge, before a row is found for it.
pub(super) struct EdgeMarker {
    /// What it may take of a row, in pixels of the view, the largest first.
    pub variants: [Option<Variant>; 3],
    x: f64,
    side: LabelSide,
}

/// An interval to take, and what stands there beside the mark.
#[derive(Clone, Copy)]
pub(super) struct Variant {
    pub ends: Interval,
    label: Option<Interval>,
    extent: Option<Interval>,
}

impl EdgeMarker {
    /// `None` where less than a target of the extent is in view.
    pub fn new(item: &Item, scale: &TimeScale, metrics: &Metrics) -> Option<Self> {
        let pixels_per_day = scale.pixels_per_day();
        let middle = scale.x(item.t);
        let visible = (
            (middle - item.extent.0 * pixels_per_day).max(0.0),
            (middle + item.extent.1 * pixels_per_day).min(scale.width),
        );
        let target = 2.0 * metrics.half;
        if visible.1 - visible.0 < target {
            return None;
        }
        let [_, short] = item.label_widths;
        let width = metrics.shown_label(short);
        let near = metrics.dot + metrics.label_gap;
        let far = near + width + metrics.line_gap;
        let is_at_left = middle < 0.0;
        let (x, side) = if is_at_left {
            (visible.0 + metrics.half, LabelSide::End)
        } else {
            (visible.1 - metrics.half, LabelSide::Start)
        };
        let (label, rest) = match side {
            LabelSide::End => ((x + near, x + near + width), (x + far, visible.1)),
            LabelSide::Start => ((x - near - width, x - near), (visible.0, x - far)),
        };
        let mark = metrics.target(x);
        let has_label = width > 0.0 && label.0 >= 0.0 && label.1 <= scale.width;
        let has_extent = has_label && rest.1 - rest.0 > target;
        let bare = Variant {
            ends: mark,
            label: None,
            extent: None,
        };
        let labelled = Variant {
            ends: (mark.0.min(label.0), mark.1.max(label.1)),
            label: Some(label),
            extent: None,
        };
        let full = Variant {
            ends: (
                labelled.ends.0.min(visible.0),
                labelled.ends.1.max(visible.1),
            ),
            extent: Some(rest),
            ..labelled
        };
        Some(Self {
            variants: [
                has_extent.then_some(full),
                has_label.then_some(labelled),
                Some(bare),
            ],
            x,
            side,
        })
    }

    /// The mark on a row with its middle at `y`.
    pub fn mark(&self, variant: &Variant, item: &Item, y: f64, metrics: &Metrics) -> Mark {
        Mark {
            index: item.index,
            lane: item.lane,
            x: self.x,
            y,
            diameter: metrics.diameter(item.weight),
            extent: variant.extent,
            label: variant.label.map(|(from, to)| LabelBox {
                x: from,
                y,
                width: to - from,
                side: self.side,
                is_short: true,
            }),
        }
    }
}
