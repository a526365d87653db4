//! Marks at the edge of the view, for what reaches into it and has its middle outside.
//!
//! They take what room the others leave: nothing moves for them, and one for which there is none is left
//! out. Beside the mark stands its name, and from there its extent goes on.

use super::TimeScale;
use super::metrics::Metrics;
use super::placement::{Item, LabelBox, LabelSide, Mark};
use super::row::Ends;

/// What stands at an edge, if there is room.
pub(super) struct EdgeMarker {
    /// Which stretches it takes, in pixels of the view: the most that it can have comes first.
    pub plans: [Option<Plan>; 3],
    x: f64,
    side: LabelSide,
}

/// A stretch to be taken, and what stands there beside the mark.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub ends: Ends,
    label: Option<Ends>,
    extent: Option<Ends>,
}

impl EdgeMarker {
    /// `None` where hardly anything reaches into the view.
    pub fn new(item: &Item, scale: &TimeScale, metrics: &Metrics) -> Option<Self> {
        let day = scale.pixels_per_day();
        let middle = scale.x(item.t);
        let reach = (
            (middle - item.extent.0 * day).max(0.0),
            (middle + item.extent.1 * day).min(scale.width),
        );
        let target = 2.0 * metrics.half;
        if reach.1 - reach.0 < target {
            return None;
        }
        let [_, short] = item.label_widths;
        let width = metrics.shown_label(short);
        let near = metrics.dot + metrics.label_gap;
        let far = near + width + metrics.line_gap;
        let is_before = middle < 0.0;
        let (x, side, label, rest) = if is_before {
            let x = reach.0 + metrics.half;
            let label = (x + near, x + near + width);
            (x, LabelSide::End, label, (x + far, reach.1))
        } else {
            let x = reach.1 - metrics.half;
            let label = (x - near - width, x - near);
            (x, LabelSide::Start, label, (reach.0, x - far))
        };
        let mark = metrics.target(x);
        let has_label = width > 0.0 && label.0 >= 0.0 && label.1 <= scale.width;
        let named = Plan {
            ends: (mark.0.min(label.0), mark.1.max(label.1)),
            label: Some(label),
            extent: None,
        };
        let whole = Plan {
            ends: (named.ends.0.min(reach.0), named.ends.1.max(reach.1)),
            extent: Some(rest),
            ..named
        };
        let bare = Plan {
            ends: mark,
            label: None,
            extent: None,
        };
        let goes_on = has_label && rest.1 - rest.0 > target;
        Some(Self {
            plans: [
                goes_on.then_some(whole),
                has_label.then_some(named),
                Some(bare),
            ],
            x,
            side,
        })
    }

    /// The mark on a row.
    pub fn mark(&self, plan: &Plan, item: &Item, y: f64, metrics: &Metrics) -> Mark {
        Mark {
            index: item.index,
            lane: item.lane,
            x: self.x,
            y,
            diameter: metrics.diameter(item.weight),
            extent: plan.extent,
            label: plan.label.map(|(from, to)| LabelBox {
                x: from,
                y,
                width: to - from,
                side: self.side,
                is_short: true,
            }),
        }
    }
}
