//! A packed lane seen through the view: what of it is shown, and what is adapted at the edges.

use super::TimeScale;
use super::clusters::insert;
use super::edge_markers::EdgeMarker;
use super::lanes::{Node, Packed, SHORT, WHOLE};
use super::metrics::{Metrics, SLACK};
use super::placement::{Cluster, Item, LabelBox, LabelSide, Mark, Placement};
use super::row::{Ends, NO_OWNER, Row};
use crate::number::within;

/// What stands just at the edge is in the view, whatever rounding says.
const EDGE: f64 = 1e-6;

/// A view of a lane.
pub(super) struct LaneView<'a> {
    items: &'a [Item],
    scale: &'a TimeScale,
    metrics: &'a Metrics,
    lane: usize,
    /// Absolute pixels of the left edge.
    left: f64,
}

/// A cluster's box in the view.
struct VisibleCluster {
    x: f64,
    /// Whether it was moved into the view; then it may stand on something.
    moved: bool,
    /// Positions in the list of nodes, from left to right.
    members: Vec<usize>,
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

    /// Adds what is in the view to the placement.
    pub fn show(&self, packed: Packed, passing: &[Item], placement: &mut Placement) {
        let Packed {
            nodes,
            mut rows,
            groups,
        } = packed;
        let last = rows.len().saturating_sub(1);
        let groups = groups
            .into_iter()
            .map(|group| (group.x - self.left, group.members));
        let mut shown = self.inside(&nodes, groups);
        let mut alone = Vec::new();
        for (index, node) in (0..).zip(&nodes) {
            let Some(at) = node.row.filter(|_| self.sees(node)) else {
                continue;
            };
            let edge = shown.iter_mut().filter(|shown| shown.moved && at == last);
            let x = node.x - self.left;
            if let Some(taker) = edge
                .into_iter()
                .find(|shown| self.covers(shown, self.metrics.target(x)))
            {
                insert(&mut taker.members, index);
                continue;
            }
            let extent = (node.extent.0 - self.left, node.extent.1 - self.left);
            let extent = (
                within(extent.0, 0.0, x),
                within(extent.1, x, self.scale.width),
            );
            let covered = |ends| at == last && shown.iter().any(|shown| self.covers(shown, ends));
            let has_extent = node.decoration.extent && !covered(extent);
            let mut mark = self.mark(node, at);
            if let (Some(mark), Some(row)) = (&mut mark, rows.get_mut(at)) {
                mark.extent = (has_extent && extent.0 < extent.1).then_some(extent);
                if has_extent == node.decoration.extent {
                    mark.label = self.label(index, node, row, mark.y, &covered);
                }
            }
            alone.extend(mark.map(|mark| (index, mark)));
        }
        // When all have their labels: what is left of the rows is for extents that are longer than kept for,
        // and for what only reaches in. Labels of marks outside the view are not drawn.
        for row in &mut rows {
            row.retain(|owner| nodes.get(owner).is_none_or(|node| self.sees(node)));
        }
        for (index, mark) in &mut alone {
            if let Some(node) = nodes.get(*index) {
                let row = node.row.and_then(|at| rows.get_mut(at));
                let shown = if node.row == Some(last) {
                    &shown[..]
                } else {
                    &[]
                };
                self.lengthen((*index, node), mark, row, shown);
            }
        }
        let alone = alone.into_iter().map(|(_, mark)| mark);
        placement.marks.extend(alone);
        for (at, item) in (0..).zip(passing) {
            if item.lane == self.lane {
                let mark = self.pass(at, item, &nodes, &mut rows, &shown);
                placement.marks.extend(mark);
            }
        }
        placement.clusters.extend(
            shown
                .into_iter()
                .filter_map(|shown| self.cluster(&nodes, shown)),
        );
    }

    /// A mark for what reaches into the view, on the first row with room for it.
    fn pass(
        &self,
        at: usize,
        item: &Item,
        nodes: &[Node],
        rows: &mut [Row],
        shown: &[VisibleCluster],
    ) -> Option<Mark> {
        let passing = EdgeMarker::new(item, self.scale, self.metrics)?;
        let is_it = |node: &Node| {
            let other = self.items.get(node.item);
            other.is_some_and(|other| other.index == item.index)
        };
        let node = nodes.iter().position(is_it);
        // It is in a cluster that is seen.
        if let Some(index) = node
            && shown.iter().any(|shown| shown.members.contains(&index))
        {
            return None;
        }
        // What it has taken outside the view is its own.
        let owner = node.unwrap_or(NO_OWNER - 1 - at);
        let last = rows.len().saturating_sub(1);
        for plan in passing.plans.iter().flatten() {
            let ends = (plan.ends.0 + self.left, plan.ends.1 + self.left);
            let around = |gap: f64| (ends.0 - gap, ends.1 + gap);
            let gap = self.metrics.gap.max(self.metrics.label_gap);
            for (row, taken) in (0..).zip(&mut *rows) {
                let covered =
                    row == last && shown.iter().any(|shown| self.covers(shown, plan.ends));
                if !covered
                    && taken.is_free(around(gap), around(self.metrics.text_gap.max(gap)), owner)
                {
                    taken.take(ends, owner, true);
                    let y = self.metrics.y(self.lane, row);
                    return Some(passing.mark(plan, item, y, self.metrics));
                }
            }
        }
        None
    }

    /// Takes as much of a row for the extent of a mark as is free and in the view, where more of it was to be
    /// drawn than kept for; where nothing was, there is at least what stands on the mark's own target.
    fn lengthen(
        &self,
        (index, node): (usize, &Node),
        mark: &mut Mark,
        row: Option<&mut Row>,
        shown: &[VisibleCluster],
    ) {
        let Some(row) = row.filter(|_| node.reach.0 < node.reach.1) else {
            return;
        };
        let mut extent = mark.extent.unwrap_or_else(|| {
            if mark.label.is_none() {
                // What was kept for it is covered.
                row.clear_decoration(index);
            }
            self.on_target(node, mark)
        });
        let (own, free) = row.around(index);
        let near = self.metrics.text_gap;
        let limits = (
            (node.reach.0.max(free.0 + near) - self.left).max(0.0),
            (node.reach.1.min(free.1 - near) - self.left).min(self.scale.width),
        );
        let own = (own.0 - self.left, own.1 - self.left);
        // Behind a label that stands beyond the extent it must be seen to go on.
        let beyond = self.metrics.line_gap + self.metrics.half;
        let least = (
            own.0 - if own.0 < extent.0 { beyond } else { SLACK },
            own.1 + if extent.1 < own.1 { beyond } else { SLACK },
        );
        let is_clear = |ends: Ends| !shown.iter().any(|shown| self.covers(shown, ends));
        let before = (limits.0, own.0);
        if limits.0 < least.0 && is_clear(before) {
            extent.0 = limits.0;
            row.take((before.0 + self.left, before.1 + self.left), index, false);
        }
        let after = (own.1, limits.1);
        if least.1 < limits.1 && is_clear(after) {
            extent.1 = limits.1;
            row.take((after.0 + self.left, after.1 + self.left), index, false);
        }
        mark.extent = (extent.0 < extent.1).then_some(extent);
    }

    /// What of an extent stands on the target of its mark, beside the label and in the view.
    fn on_target(&self, node: &Node, mark: &Mark) -> Ends {
        let mut room = self.metrics.target(mark.x);
        if let Some(label) = &mark.label {
            let beside = self.metrics.line_gap;
            match label.side {
                LabelSide::Start => room.0 = room.0.max(label.x + label.width + beside),
                LabelSide::End => room.1 = mark.x.max(label.x - beside),
            }
        }
        let (from, to) = (node.reach.0 - self.left, node.reach.1 - self.left);
        (
            within(from, room.0.max(0.0), mark.x),
            within(to, mark.x, room.1.min(self.scale.width)),
        )
    }

    fn sees(&self, node: &Node) -> bool {
        let x = node.x - self.left;
        // An aggregate stands in the middle of its cell, and its events all over it.
        let room = if node.is_aggregate {
            self.metrics.cell_width() / 2.0
        } else {
            EDGE
        };
        (-room..=self.scale.width + room).contains(&x)
    }

    /// The clusters with a member in the view, moved so that the box is inside it. Where that puts
    /// two in one place they become one.
    fn inside(
        &self,
        nodes: &[Node],
        groups: impl Iterator<Item = (f64, Vec<usize>)>,
    ) -> Vec<VisibleCluster> {
        let half = self.metrics.cluster / 2.0;
        let mut shown: Vec<VisibleCluster> = Vec::new();
        for (place, members) in groups {
            let seen = members.iter().filter_map(|index| nodes.get(*index));
            if !seen.into_iter().any(|node| self.sees(node)) {
                continue;
            }
            let x = if self.scale.width > 2.0 * half {
                within(place, half, self.scale.width - half)
            } else {
                self.scale.width / 2.0
            };
            let moved = x != place;
            let next = VisibleCluster { x, moved, members };
            match shown.last_mut() {
                Some(before) if self.covers(before, (x - half, x + half)) => before.merge(next),
                _ => shown.push(next),
            }
        }
        shown
    }

    /// Whether a cluster comes nearer to a stretch of the view than the gap.
    fn covers(&self, shown: &VisibleCluster, (from, to): (f64, f64)) -> bool {
        let near = self.metrics.cluster / 2.0 + self.metrics.gap - SLACK;
        shown.x - near < to && from < shown.x + near
    }

    /// The label as it can stand in this view: as it was packed, or else in short, or else on the
    /// other side.
    fn label(
        &self,
        index: usize,
        node: &Node,
        row: &mut Row,
        y: f64,
        covered: &dyn Fn((f64, f64)) -> bool,
    ) -> Option<LabelBox> {
        let Metrics {
            label_gap,
            text_gap,
            ..
        } = *self.metrics;
        let packed = node.decoration.label?;
        let other = packed.0.other();
        let places = [packed, (packed.0, SHORT), (other, WHOLE), (other, SHORT)];
        places.into_iter().find_map(|label| {
            let ends = node.label(node.decoration.extent, label, self.metrics);
            let around = |gap: f64| (ends.0 - gap, ends.1 + gap);
            let (from, to) = (ends.0 - self.left, ends.1 - self.left);
            let is_inside = 0.0 <= from && from < to && to <= self.scale.width;
            if !is_inside
                || covered((from, to))
                || !row.is_free(around(label_gap), around(text_gap), index)
            {
                return None;
            }
            if label.0 == other {
                row.take(ends, index, false);
            }
            Some(LabelBox {
                x: from,
                y,
                width: node.width(label.1),
                side: label.0,
                is_short: label.1 == SHORT,
            })
        })
    }

    fn mark(&self, node: &Node, row: usize) -> Option<Mark> {
        let item = self.items.get(node.item)?;
        Some(Mark {
            index: item.index,
            lane: self.lane,
            x: within(self.scale.x(item.t), 0.0, self.scale.width),
            y: self.metrics.y(self.lane, row),
            diameter: self.metrics.diameter(item.weight),
            extent: None,
            label: None,
        })
    }

    fn cluster(&self, nodes: &[Node], shown: VisibleCluster) -> Option<Cluster> {
        let items = shown.members.iter().filter_map(|index| nodes.get(*index));
        let items: Vec<&Item> = items.filter_map(|node| self.items.get(node.item)).collect();
        Some(Cluster {
            x: shown.x,
            y: self
                .metrics
                .y(self.lane, self.metrics.rows(self.lane).saturating_sub(1)),
            width: self.metrics.cluster,
            lane: self.lane,
            members: items.iter().map(|item| item.index).collect(),
            count: items.iter().map(|item| item.events()).sum(),
            start_t: items.first()?.t,
            end_t: items.last()?.t,
        })
    }
}

impl VisibleCluster {
    /// Takes in the next one to the right, and stands at the edge if either does.
    fn merge(&mut self, other: Self) {
        if other.moved && !self.moved {
            self.x = other.x;
        }
        self.moved |= other.moved;
        self.members.extend(other.members);
    }
}
