//! An item in a lane, with the choices that packing has made for it.
//!
//! Positions are absolute pixels, counted from 1970-01-01.

use super::item::Item;
use super::metrics::Metrics;
use super::placement::LabelSide;
use super::row::{Clearance, Interval};

/// Added to the weight of an item that leads, so that it chooses before all weights of the data.
const LEADING: u8 = 4;

/// Which form of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum LabelForm {
    Full,
    Short,
}

/// A label beside a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Label {
    pub side: LabelSide,
    pub form: LabelForm,
}

/// What is drawn with a mark: its extent, and its label.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Decoration {
    pub has_extent: bool,
    pub label: Option<Label>,
}

/// An item of a lane.
#[derive(Debug)]
pub(super) struct Node {
    /// Position in the list of items.
    pub item: usize,
    pub x: f64,
    /// The heavier chooses first.
    pub weight: u8,
    /// Widths of the full and the short label; 0 where there is none, or none that may be shown.
    widths: [f64; 2],
    /// The part of the extent that room is reserved for.
    pub extent: Interval,
    /// The whole extent.
    pub full_extent: Interval,
    /// The row of its mark; `None` until it has one, and for a member of a cluster.
    pub row: Option<usize>,
    pub decoration: Decoration,
    /// Whether it stands for several events. Such a node never has a row of its own.
    pub is_aggregate: bool,
}

impl Node {
    /// The node of an item, without a row. `index` is the item's position in the list of items.
    pub fn new(index: usize, item: &Item, pixels_per_day: f64, metrics: &Metrics) -> Self {
        let x = item.t * pixels_per_day;
        let pixels = |days: f64| (days * pixels_per_day).max(0.0);
        let (before, after) = (pixels(item.extent.0), pixels(item.extent.1));
        let priority = if item.leads { LEADING } else { 0 };
        Self {
            item: index,
            x,
            weight: item.weight.saturating_add(priority),
            widths: item.label_widths.map(|width| metrics.shown_label(width)),
            extent: (
                x - before.min(metrics.max_extent),
                x + after.min(metrics.max_extent),
            ),
            full_extent: (x - before, x + after),
            row: None,
            decoration: Decoration::default(),
            is_aggregate: item.aggregate > 0,
        }
    }

    /// The width of a form of its label.
    pub fn label_width(&self, form: LabelForm) -> f64 {
        let [full, short] = self.widths;
        match form {
            LabelForm::Full => full,
            LabelForm::Short => short,
        }
    }

    /// Left and right end of a label. It stands beyond the extent, or beside the mark where the extent
    /// is long enough to go on visibly behind the label.
    pub fn label_ends(&self, has_extent: bool, label: Label, metrics: &Metrics) -> Interval {
        let near = metrics.dot + metrics.label_gap;
        let mut around = (self.x - near, self.x + near);
        let width = self.label_width(label.form);
        if has_extent {
            let long = near + width + metrics.line_gap + 2.0 * metrics.half;
            if self.x - self.full_extent.0 < long {
                around.0 = around.0.min(self.extent.0 - metrics.line_gap);
            }
            if self.full_extent.1 - self.x < long {
                around.1 = around.1.max(self.extent.1 + metrics.line_gap);
            }
        }
        match label.side {
            LabelSide::End => (around.1, around.1 + width),
            LabelSide::Start => (around.0 - width, around.0),
        }
    }

    /// Left and right end of the mark with a decoration.
    pub fn ends(&self, decoration: Decoration, metrics: &Metrics) -> Interval {
        let target = metrics.target(self.x);
        let extent = if decoration.has_extent {
            self.extent
        } else {
            target
        };
        let label = decoration.label.map_or(target, |label| {
            self.label_ends(decoration.has_extent, label, metrics)
        });
        (
            target.0.min(extent.0).min(label.0),
            target.1.max(extent.1).max(label.1),
        )
    }

    /// The room that the mark needs with a decoration, on a row that it has already.
    pub fn clearance(&self, decoration: Decoration, metrics: &Metrics) -> Clearance {
        let (target, ends) = (metrics.target(self.x), self.ends(decoration, metrics));
        let decoration_gap = |is_bare: bool| {
            if is_bare {
                metrics.label_gap
            } else {
                metrics.text_gap
            }
        };
        Clearance {
            boxes: (ends.0 - metrics.label_gap, ends.1 + metrics.label_gap),
            decorations: (
                ends.0 - decoration_gap(ends.0 >= target.0),
                ends.1 + decoration_gap(ends.1 <= target.1),
            ),
        }
    }
}
