//! The view of a packed lane: what of it is visible, and what is adapted at the edges.
//!
//! Given a packed lane and the scale; adds marks and clusters, in pixels of the view, to a placement.

use super::clusters::{Group, insert};
use super::edge_markers::EdgeMarker;
use super::item::Item;
use super::metrics::{Metrics, TOLERANCE};
use super::node::{Label, LabelForm, Node};
use super::packing::Packed;
use super::placement::{Cluster, LabelBox, LabelSide, Mark, Placement};
use super::row::{Clearance, Interval, NO_OWNER, Row};
use crate::timeline::scale::TimeScale;

/// A node this near to the edge, in pixels, counts as inside: rounding must not decide.
const EDGE_TOLERANCE: f64 = 1e-6;

/// The view of a lane.
pub(super) struct LaneView<'a> {
    items: &'a [Item],
    scale: &'a TimeScale,
    metrics: &'a Metrics,
    lane: usize,
    /// The left edge of the view, in absolute pixels.
    left: f64,
}

/// A cluster in view.
struct VisibleCluster {
    /// Middle of its box, in pixels of the view.
    x: f64,
    /// Whether it was moved into the view. Then it may cover marks and labels.
    is_moved: bool,
    /// Indices of its nodes, from left to right.
    members: Vec<usize>,
}

impl VisibleCluster {
    /// Takes in the next cluster to the right, and stands at the edge if either does.
    fn merge(&mut self, next: Self) {
        if next.is_moved && !self.is_moved {
            self.x = next.x;
        }
        self.is_moved |= next.is_moved;
        self.members.extend(next.members);
    }
}

impl<'a> LaneView<'a> {
    pub fn new(items: &'a [Item], scale: &'a TimeScale, metrics: &'a Metrics, lane: usize) -> Self {
        Self {
            items,
            scale,
            metrics,
            lane,
            left: scale.start * scale.pixels_per_day(),
        }
    }

    /// Adds the visible part of a packed lane to the placement.
    pub fn place(&self, packed: Packed, edge_items: &[Item], placement: &mut Placement) {
        let Packed {
            nodes,
            mut rows,
            groups,
        } = packed;
        let mut clusters = self.clusters_in_view(&nodes, groups);
        let mut marks = self.marks_in_view(&nodes, &mut rows, &mut clusters);
        // Labels of marks outside the view are not drawn: their room is free for longer extents and for
        // edge markers.
        for row in &mut rows {
            row.retain(|owner| nodes.get(owner).is_none_or(|node| self.is_visible(node)));
        }
        for (index, mark) in &mut marks {
            self.lengthen_extent(*index, &nodes[*index], mark, &mut rows, &clusters);
        }
        placement
            .marks
            .extend(marks.into_iter().map(|(_, mark)| mark));
        let in_lane = |(_, item): &(usize, &Item)| item.lane == self.lane;
        for (number, item) in edge_items.iter().enumerate().filter(in_lane) {
            let owner = self.edge_owner(number, item, &nodes, &clusters);
            let mark = owner.and_then(|owner| self.edge_mark(owner, item, &mut rows, &clusters));
            placement.marks.extend(mark);
        }
        let clusters = clusters.into_iter();
        placement
            .clusters
            .extend(clusters.filter_map(|cluster| self.cluster(&nodes, cluster)));
    }

    /// The clusters with a member in view, moved so that their boxes are inside it. Clusters that end up
    /// in one place become one.
    fn clusters_in_view(&self, nodes: &[Node], groups: Vec<Group>) -> Vec<VisibleCluster> {
        let half = self.metrics.cluster / 2.0;
        let mut clusters: Vec<VisibleCluster> = Vec::new();
        for group in groups {
            let members = &group.members;
            if !members.iter().any(|index| self.is_visible(&nodes[*index])) {
                continue;
            }
            let place = group.x - self.left;
            let x = if self.scale.width > 2.0 * half {
                place.max(half).min(self.scale.width - half)
            } else {
                self.scale.width / 2.0
            };
            let next = VisibleCluster {
                x,
                is_moved: x != place,
                members: group.members,
            };
            match clusters.last_mut() {
                Some(last) if self.covers(last, (x - half, x + half)) => last.merge(next),
                _ => clusters.push(next),
            }
        }
        clusters
    }

    /// The marks in view, each with the index of its node. A mark that a moved cluster covers becomes a
    /// member of it.
    fn marks_in_view(
        &self,
        nodes: &[Node],
        rows: &mut [Row],
        clusters: &mut [VisibleCluster],
    ) -> Vec<(usize, Mark)> {
        let last = rows.len().saturating_sub(1);
        let mut marks = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let Some(row) = node.row.filter(|_| self.is_visible(node)) else {
                continue;
            };
            let target = self.metrics.target(node.x - self.left);
            let mut moved = clusters.iter_mut().filter(|cluster| cluster.is_moved);
            if row == last
                && let Some(cluster) = moved.find(|cluster| self.covers(cluster, target))
            {
                insert(&mut cluster.members, index);
                continue;
            }
            let on_row: &[VisibleCluster] = if row == last { &*clusters } else { &[] };
            let mark = self.mark(index, node, &mut rows[row], on_row);
            marks.extend(mark.map(|mark| (index, mark)));
        }
        marks
    }

    /// The mark of a node with what of its decoration can stand in this view.
    fn mark(
        &self,
        index: usize,
        node: &Node,
        row: &mut Row,
        clusters: &[VisibleCluster],
    ) -> Option<Mark> {
        let item = self.items.get(node.item)?;
        let x = node.x - self.left;
        let extent = (
            (node.extent.0 - self.left).max(0.0).min(x),
            (node.extent.1 - self.left).max(x).min(self.scale.width),
        );
        let has_extent = node.decoration.has_extent && !self.is_covered(extent, clusters);
        let mut mark = Mark {
            index: item.index,
            lane: self.lane,
            x: self.scale.x(item.t).max(0.0).min(self.scale.width),
            y: self.metrics.y(self.lane, node.row?),
            diameter: self.metrics.diameter(item.weight),
            extent: (has_extent && extent.0 < extent.1).then_some(extent),
            label: None,
        };
        if has_extent == node.decoration.has_extent {
            mark.label = self.label(index, node, row, mark.y, clusters);
        }
        Some(mark)
    }

    /// The label as it can stand in this view: as it was packed, or short, or on the other side.
    fn label(
        &self,
        index: usize,
        node: &Node,
        row: &mut Row,
        y: f64,
        clusters: &[VisibleCluster],
    ) -> Option<LabelBox> {
        let packed = node.decoration.label?;
        let other = packed.side.other();
        let label = |side: LabelSide, form: LabelForm| Label { side, form };
        let candidates = [
            packed,
            label(packed.side, LabelForm::Short),
            label(other, LabelForm::Full),
            label(other, LabelForm::Short),
        ];
        candidates.into_iter().find_map(|label| {
            let ends = node.label_ends(node.decoration.has_extent, label, self.metrics);
            let (from, to) = (ends.0 - self.left, ends.1 - self.left);
            let is_inside = 0.0 <= from && from < to && to <= self.scale.width;
            let clearance = Clearance::around(ends, self.metrics.label_gap, self.metrics.text_gap);
            if !is_inside || self.is_covered((from, to), clusters) || !row.is_free(clearance, index)
            {
                return None;
            }
            if label.side == other {
                row.add_decoration(ends, index);
            }
            Some(LabelBox {
                x: from,
                y,
                width: node.label_width(label.form),
                side: label.side,
                is_short: label.form == LabelForm::Short,
            })
        })
    }

    /// Draws an extent farther than room was reserved for, as far as the row is free and in view. Where
    /// nothing was reserved, at least the part on the mark's own target is drawn.
    fn lengthen_extent(
        &self,
        index: usize,
        node: &Node,
        mark: &mut Mark,
        rows: &mut [Row],
        clusters: &[VisibleCluster],
    ) {
        let last = rows.len().saturating_sub(1);
        let Some(at) = node.row.filter(|_| node.full_extent.0 < node.full_extent.1) else {
            return;
        };
        let row = &mut rows[at];
        let clusters = if at == last { clusters } else { &[] };
        let mut extent = mark.extent.unwrap_or_else(|| {
            if mark.label.is_none() {
                // A cluster covers what was reserved.
                row.clear_decoration(index);
            }
            self.extent_on_target(node, mark)
        });
        let room = row.room(index);
        let gap = self.metrics.text_gap;
        let limits = (
            (node.full_extent.0.max(room.free.0 + gap) - self.left).max(0.0),
            (node.full_extent.1.min(room.free.1 - gap) - self.left).min(self.scale.width),
        );
        let own = (room.own.0 - self.left, room.own.1 - self.left);
        // An extent that goes on behind a label must be long enough to be noticed there.
        let beyond_label = self.metrics.line_gap + self.metrics.half;
        let least = (
            own.0
                - if own.0 < extent.0 {
                    beyond_label
                } else {
                    TOLERANCE
                },
            own.1
                + if extent.1 < own.1 {
                    beyond_label
                } else {
                    TOLERANCE
                },
        );
        let before = (limits.0, own.0);
        if limits.0 < least.0 && !self.is_covered(before, clusters) {
            extent.0 = limits.0;
            row.add_decoration((before.0 + self.left, before.1 + self.left), index);
        }
        let after = (own.1, limits.1);
        if least.1 < limits.1 && !self.is_covered(after, clusters) {
            extent.1 = limits.1;
            row.add_decoration((after.0 + self.left, after.1 + self.left), index);
        }
        mark.extent = (extent.0 < extent.1).then_some(extent);
    }

    /// The part of an extent on the target of its mark, beside the label and in view.
    fn extent_on_target(&self, node: &Node, mark: &Mark) -> Interval {
        let mut room = self.metrics.target(mark.x);
        if let Some(label) = &mark.label {
            let gap = self.metrics.line_gap;
            match label.side {
                LabelSide::Start => room.0 = room.0.max(label.x + label.width + gap),
                LabelSide::End => room.1 = mark.x.max(label.x - gap),
            }
        }
        let (from, to) = (
            node.full_extent.0 - self.left,
            node.full_extent.1 - self.left,
        );
        (
            from.max(room.0.max(0.0)).min(mark.x),
            to.max(mark.x).min(room.1.min(self.scale.width)),
        )
    }

    /// The owner whose room on the rows an edge marker may use; `None` where its event is in a visible cluster.
    fn edge_owner(
        &self,
        number: usize,
        item: &Item,
        nodes: &[Node],
        clusters: &[VisibleCluster],
    ) -> Option<usize> {
        let is_same = |node: &Node| {
            let other = self.items.get(node.item);
            other.is_some_and(|other| other.index == item.index)
        };
        // The marker may use the room that its own node has taken outside the view.
        let Some(node) = nodes.iter().position(is_same) else {
            return Some(NO_OWNER - 1 - number);
        };
        let is_in_cluster = clusters
            .iter()
            .any(|cluster| cluster.members.contains(&node));
        (!is_in_cluster).then_some(node)
    }

    /// A mark at the edge of the view, on the first row with room for it.
    fn edge_mark(
        &self,
        owner: usize,
        item: &Item,
        rows: &mut [Row],
        clusters: &[VisibleCluster],
    ) -> Option<Mark> {
        let marker = EdgeMarker::new(item, self.scale, self.metrics)?;
        let last = rows.len().saturating_sub(1);
        let gap = self.metrics.gap.max(self.metrics.label_gap);
        for variant in marker.variants.iter().flatten() {
            let ends = (variant.ends.0 + self.left, variant.ends.1 + self.left);
            let clearance = Clearance::around(ends, gap, self.metrics.text_gap.max(gap));
            for (at, row) in rows.iter_mut().enumerate() {
                let is_covered = at == last && self.is_covered(variant.ends, clusters);
                if !is_covered && row.is_free(clearance, owner) {
                    row.add_box(ends, owner);
                    let y = self.metrics.y(self.lane, at);
                    return Some(marker.mark(variant, item, y, self.metrics));
                }
            }
        }
        None
    }

    /// Whether a node is in view. An aggregate stands in the middle of its cell, while its events stand
    /// all over it.
    fn is_visible(&self, node: &Node) -> bool {
        let x = node.x - self.left;
        let room = if node.is_aggregate {
            self.metrics.cell_width() / 2.0
        } else {
            EDGE_TOLERANCE
        };
        (-room..=self.scale.width + room).contains(&x)
    }

    /// Whether any of the clusters covers an interval of the view.
    fn is_covered(&self, ends: Interval, clusters: &[VisibleCluster]) -> bool {
        clusters.iter().any(|cluster| self.covers(cluster, ends))
    }

    /// Whether a cluster is nearer to an interval of the view than the gap.
    fn covers(&self, cluster: &VisibleCluster, (from, to): Interval) -> bool {
        let near = self.metrics.cluster / 2.0 + self.metrics.gap - TOLERANCE;
        cluster.x - near < to && from < cluster.x + near
    }

    fn cluster(&self, nodes: &[Node], cluster: VisibleCluster) -> Option<Cluster> {
        let nodes = cluster.members.iter().filter_map(|index| nodes.get(*index));
        let items: Vec<&Item> = nodes.filter_map(|node| self.items.get(node.item)).collect();
        let last_row = self.metrics.rows(self.lane).saturating_sub(1);
        Some(Cluster {
            x: cluster.x,
            y: self.metrics.y(self.lane, last_row),
            width: self.metrics.cluster,
            lane: self.lane,
            members: items.iter().map(|item| item.index).collect(),
            count: items.iter().map(|item| item.event_count()).sum(),
            start_t: items.first()?.t,
            end_t: items.last()?.t,
        })
    }
}
