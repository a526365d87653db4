//! What goes into a placement and what comes out of it.

use super::TimeScale;
use super::lane_view::LaneView;
use super::lanes::pack;
use super::metrics::Metrics;
use crate::order;

/// Least width and height of what a finger can hit, in CSS pixels (WCAG 2.2, 2.5.8).
pub const MIN_TARGET: f64 = 24.0;

/// An event to be placed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Item {
    /// Which event it is, in the caller's list; it comes back in [`Mark`] and [`Cluster`].
    pub index: usize,
    /// Where it stands, in days since 1970-01-01.
    pub t: f64,
    /// Its lane, from 0 at the top. One beyond the last counts as the last.
    pub lane: usize,
    /// 1 to 3: the heavier comes first when there is not room for all. More comes before all
    /// others; that is for the one that is selected.
    pub weight: u8,
    /// Whether it chooses before all others of the data, whatever they weigh, so that an aggregate is not
    /// without a name.
    pub leads: bool,
    /// Widths of its label in CSS pixels, whole and in short; 0 for none.
    pub label_widths: [f64; 2],
    /// How many days before and after its time is drawn on: how long it lasted, how far its date is
    /// open. 0 for nothing.
    pub extent: (f64, f64),
    /// 0 for an event. Otherwise it stands for so many events of its stretch of the axis that have
    /// no chance of a mark (see [`TimeIndex`](super::TimeIndex)): always part of a cluster.
    pub aggregate: usize,
}

impl Item {
    /// How many events it stands for.
    pub(super) fn events(&self) -> usize {
        self.aggregate.max(1)
    }
}

/// Sizes of a placement, in CSS pixels. Sizes that make no sense (negative, not a number, a row
/// lower than [`MIN_TARGET`]) count as the nearest that does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutOptions {
    /// Number of lanes, one below another; one at least.
    pub lanes: usize,
    /// Room above the rows of each lane, for its name.
    pub lane_head: f64,
    /// Least width and height of what a finger can hit; [`MIN_TARGET`] at least.
    pub target: f64,
    /// Diameters of marks of weight 1, 2 and 3.
    pub mark: [f64; 3],
    /// Height of a row.
    pub row_height: f64,
    /// Rows of each lane. The last one is for what the others have no room for: single marks and
    /// clusters. A lane without rows shows nothing but its name; one beyond the fourth has as many as
    /// the fourth.
    pub rows: [usize; 4],
    /// Least distance between two boxes; 1 at least.
    pub gap: f64,
    /// Least distance of a label from its mark; two and a half times as much from another label.
    pub label_gap: f64,
    /// Width of a cluster's box. What has no room is collected over stretches of this width.
    pub cluster_width: f64,
    /// A label wider than this is not shown: cut labels to it.
    pub max_label: f64,
    /// Room that is kept for an extent on either side of its mark, at most. What goes beyond is drawn where
    /// nothing else stands.
    pub max_extent: f64,
    /// First and last time of the whole axis, in days: no label reaches beyond, because no pan
    /// would ever bring it into view. Unlike the edges of the view they never move.
    pub bounds: (f64, f64),
}

impl Default for LayoutOptions {
    fn default() -> Self {
        Self {
            lanes: 4,
            lane_head: 22.0,
            target: MIN_TARGET,
            mark: [10.0, 14.0, 18.0],
            row_height: 28.0,
            rows: [3; 4],
            gap: 4.0,
            label_gap: 4.0,
            cluster_width: 36.0,
            max_label: 240.0,
            max_extent: 240.0,
            bounds: (f64::NEG_INFINITY, f64::INFINITY),
        }
    }
}

impl LayoutOptions {
    /// How far outside the view, in pixels, an item can have an effect on what is in the view. See
    /// [`place`] on what that is good for.
    pub fn reach(&self) -> f64 {
        Metrics::new(self).reach()
    }
}

/// Where a lane stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lane {
    /// Its upper end.
    pub top: f64,
    /// Its height, the room for its name included.
    pub height: f64,
}

/// Where a label stands, seen from its mark.
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

/// The place of a label: as high as the row, on the row of its mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelBox {
    /// Its left end, on whichever side it stands.
    pub x: f64,
    /// Its vertical middle.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// On which side of the mark it stands.
    pub side: LabelSide,
    /// Whether it has only room in short.
    pub is_short: bool,
}

/// An event that stands alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Which event: [`Item::index`].
    pub index: usize,
    /// Its lane.
    pub lane: usize,
    /// Its middle; exactly where its time is.
    pub x: f64,
    /// Its vertical middle.
    pub y: f64,
    /// Diameter to draw it with. What a finger hits is wider: [`Placement::target`].
    pub diameter: f64,
    /// Left and right end of its extent, as far as it is in the view, where there is room for it. It
    /// may be cut, and its own label may stand on it: see [`Mark::extent_segments`].
    pub extent: Option<(f64, f64)>,
    /// Its label, where there is room for it.
    pub label: Option<LabelBox>,
}

impl Mark {
    /// What is drawn of its extent: a label that stands on it keeps that distance from the line on either
    /// side, and between it and the mark there is none. Empty stretches are none.
    pub fn extent_segments(&self, distance: f64) -> [(f64, f64); 2] {
        let (from, to) = self.extent.unwrap_or_default();
        let is_on = |label: &LabelBox| label.x < to && from < label.x + label.width;
        let Some(label) = self.label.filter(is_on) else {
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
    /// Middle of its box. Near its events, but not exactly at their mean.
    pub x: f64,
    /// Its vertical middle.
    pub y: f64,
    /// Width of its box; the height is [`Placement::target`].
    pub width: f64,
    /// Its lane.
    pub lane: usize,
    /// Which events and aggregates, by time: their [`Item::index`]. At the edge of the view, some of
    /// them may be just outside.
    pub members: Vec<usize>,
    /// How many events these are.
    pub count: usize,
    /// Time of the first one, in days since 1970-01-01.
    pub start_t: f64,
    /// Time of the last one.
    pub end_t: f64,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// What stands alone, by time; from the top where the time is the same.
    pub marks: Vec<Mark>,
    /// What stands together, by the time of the first member.
    pub clusters: Vec<Cluster>,
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// Height of all lanes.
    pub height: f64,
    /// Width and height of the square around the middle of a mark that takes clicks and taps; the
    /// height also of a cluster's box. [`MIN_TARGET`], or the largest mark where that is larger.
    pub target: f64,
    /// Distance of a label from a line; see [`Mark::extent_segments`].
    pub line_gap: f64,
}

/// Gives every item whose time is in the view a mark or a place in a cluster, exactly one.
///
/// * The targets of marks, their extents, the boxes of clusters and the labels never overlap, and
///   labels stay inside the view. A label stands right of its mark and its extent, or left of them,
///   or is left out; on a long extent it stands beside the mark, and the extent goes on behind it.
/// * Heavier items choose first. A label or an extent keeps the marks of lighter items away, but
///   gives way to marks of its own weight. So an item is never in a cluster while a lighter one at the
///   same time and in the same lane is a mark.
/// * Labels are reserved in short, all of one weight before the next weight chooses; what room is left
///   in the end makes them whole, the heavier first.
/// * A lane has at most `width / 28 + 1` boxes in a row (with the default gap), however many items
///   there are. Time is O(*n* log *n*) in the number of items.
/// * The height depends on the layout alone, so that the page below never moves.
///
/// # What is stable while the view is panned
///
/// Which items are marks, which are in clusters, and in which rows is decided before the view is
/// looked at: from the time of the items, the number of pixels a day has, and a grid that is
/// anchored at 1970-01-01. The view only selects; apart from rounding (about a millionth of a
/// pixel) nothing changes when it moves. Two things are adapted at the edges of the view: labels
/// that would be cut are moved to the other side or left out, and a cluster is kept whole inside
/// the view, where it takes in what stands in its way. Zooming is free to rearrange everything.
///
/// An item has no effect on anything farther away than [`LayoutOptions::reach`]. A caller with very many
/// events passes those within that distance of the view; then it does not matter which others there
/// are. `reach` is the worst case, a chain of conflicts over the whole distance; beyond a few
/// hundred pixels an effect is rare, so that passing one width of the view on each side is a fair
/// choice, too.
pub fn place(items: &[Item], scale: &TimeScale, layout: &LayoutOptions) -> Placement {
    place_with_edge_markers(items, &[], scale, layout)
}

/// The same, and at the edges of the view marks for what is `passing`: it reaches into the view while its
/// time is outside. It has what room the others leave, the first one before the next, and changes nothing for them.
pub fn place_with_edge_markers(
    items: &[Item],
    passing: &[Item],
    scale: &TimeScale,
    layout: &LayoutOptions,
) -> Placement {
    let metrics = Metrics::new(layout);
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
    if scale.pixels_per_day() > 0.0 {
        for lane in (0..metrics.lanes).filter(|lane| metrics.rows(*lane) > 0) {
            let packed = pack(items, lane, scale.pixels_per_day(), layout.bounds, &metrics);
            LaneView::new(items, scale, &metrics, lane).show(packed, passing, &mut placement);
        }
    }
    sort_by_time(&mut placement);
    placement
}

impl Placement {
    /// The same for a script that runs from right to left: time runs with it, the earliest at the
    /// right. What was left of a mark is right of it now.
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

fn sort_by_time(placement: &mut Placement) {
    let marks = core::mem::take(&mut placement.marks);
    let x = |at: usize| marks.get(at).map_or(0.0, |mark| mark.x);
    let by_time = order::sorted(marks.len(), &|a, b| x(a).total_cmp(&x(b)));
    placement.marks = order::reordered(marks, &by_time);
    let clusters = core::mem::take(&mut placement.clusters);
    let t = |at: usize| clusters.get(at).map_or(0.0, |cluster| cluster.start_t);
    let by_time = order::sorted(clusters.len(), &|a, b| t(a).total_cmp(&t(b)));
    placement.clusters = order::reordered(clusters, &by_time);
}

#[cfg(test)]
mod tests;
