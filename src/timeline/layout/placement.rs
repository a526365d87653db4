//! What comes out of a layout: marks, clusters and lanes, in CSS pixels.

use super::options::MIN_TARGET;

/// The place of a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lane {
    /// Its upper end.
    pub top: f64,
    /// Its height, with the room for its name.
    pub height: f64,
}

/// The side of its mark on which a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSide {
    /// To the left.
    Start,
    /// To the right.
    End,
}

impl LabelSide {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::End => Self::Start,
        }
    }
}

/// The place of a label, on the row of its mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelBox {
    /// Its left end, whichever side it stands on.
    pub x: f64,
    /// Its vertical middle.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// The side of the mark on which it stands.
    pub side: LabelSide,
    /// Whether there is room for its short form only.
    pub is_short: bool,
}

/// An event that stands alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The event: [`Item::index`](super::Item::index).
    pub index: usize,
    /// Its lane.
    pub lane: usize,
    /// Its middle, exactly at its time.
    pub x: f64,
    /// Its vertical middle.
    pub y: f64,
    /// Diameter to draw it with. Its target is larger: see [`Placement::target`].
    pub diameter: f64,
    /// Left and right end of its extent in the view, where there is room for it. It may be cut, and its
    /// own label may stand on it: see [`Mark::extent_segments`].
    pub extent: Option<(f64, f64)>,
    /// Its label, where there is room for it.
    pub label: Option<LabelBox>,
}

impl Mark {
    /// The lines that show its extent. A label on the extent keeps `distance` from the line on either
    /// side, and there is no line between the label and the mark. Segments may be empty.
    pub fn extent_segments(&self, distance: f64) -> [(f64, f64); 2] {
        let (from, to) = self.extent.unwrap_or_default();
        let is_on_extent = |label: &LabelBox| label.x < to && from < label.x + label.width;
        let Some(label) = self.label.filter(is_on_extent) else {
            return [(from, to), (to, to)];
        };
        let (mut before, mut after) = (label.x - distance, label.x + label.width + distance);
        match label.side {
            LabelSide::End if before - self.x < MIN_TARGET => before = self.x,
            LabelSide::Start if self.x - after < MIN_TARGET => after = self.x,
            _ => {}
        }
        [(from, before), (after, to)]
    }
}

/// Events that have no room to stand alone; two at least.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Middle of its box: near its events, but not exactly at their mean.
    pub x: f64,
    /// Its vertical middle.
    pub y: f64,
    /// Width of its box; the height is [`Placement::target`].
    pub width: f64,
    /// Its lane.
    pub lane: usize,
    /// Its events and aggregates, by time: their [`Item::index`](super::Item::index). At the edge of the
    /// view, some may be just outside.
    pub members: Vec<usize>,
    /// How many events it holds.
    pub count: usize,
    /// Time of the first one, in days since 1970-01-01.
    pub start_t: f64,
    /// Time of the last one.
    pub end_t: f64,
}

/// The places of everything in a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// Events that stand alone, by time, and from the top where the time is the same.
    pub marks: Vec<Mark>,
    /// Clusters, by the time of their first member.
    pub clusters: Vec<Cluster>,
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// Height of all lanes.
    pub height: f64,
    /// Width and height of the square around a mark that takes clicks and taps, and the height of a
    /// cluster's box. [`MIN_TARGET`], or the largest mark where that is larger.
    pub target: f64,
    /// Distance of a label from a line; see [`Mark::extent_segments`].
    pub line_gap: f64,
}

impl Placement {
    /// The same for a script that runs from right to left, with the earliest time at the right. What was
    /// left of a mark is right of it.
    #[must_use]
    pub fn mirrored(mut self, width: f64) -> Self {
        for mark in &mut self.marks {
            mark.x = width - mark.x;
            mark.extent = mark.extent.map(|(from, to)| (width - to, width - from));
            if let Some(label) = &mut mark.label {
                label.x = width - label.x - label.width;
                label.side = label.side.other();
            }
        }
        for cluster in &mut self.clusters {
            cluster.x = width - cluster.x;
        }
        self
    }
}
