//! Packing a lane: which item gets which row, and which label has room.
//!
//! Everything here happens in absolute pixels, counted from 1970-01-01, before any view is looked
//! at. Items choose one after another, the heavier first. Within a weight they do not choose from
//! left to right all along: then, in a crowd, one item more or less at the far left would shift every
//! choice to the right of it. The lane is cut into blocks, and the even blocks choose before the
//! odd ones; so a chain of effects ends after a few blocks.

use super::metrics::Metrics;
use super::overflow::{Group, collect};
use super::placement::{Item, LabelSide};
use super::row::{Row, Taken};
use crate::gather::Gather;
use crate::order;

/// An item on its way to a place.
#[derive(Debug)]
pub(super) struct Node {
    /// Position in the caller's list.
    pub item: usize,
    /// Absolute pixels.
    pub x: f64,
    /// The heavier chooses first.
    pub weight: u8,
    /// 0 where there is none, or none that may be shown.
    pub label_width: f64,
    /// The row of its mark; none while it has no room, and for good in a cluster.
    pub row: Option<usize>,
    pub label: Option<LabelSide>,
    /// Whether it stands for many: it never has a row of its own.
    pub is_crowd: bool,
}

/// A lane that has been packed.
#[derive(Debug)]
pub(super) struct Packed {
    /// By place.
    pub nodes: Vec<Node>,
    /// From the top; what stands on them.
    pub rows: Vec<Row>,
    /// The clusters on the last row, from left to right; two members at least.
    pub groups: Vec<Group>,
}

/// Packs the items of a lane.
pub(super) fn pack(
    items: &[Item],
    lane: usize,
    pixels_per_day: f64,
    bounds: (f64, f64),
    metrics: &Metrics,
) -> Packed {
    let nodes = nodes(items, lane, pixels_per_day, metrics);
    let order = order(&nodes, metrics);
    let mut rows = Vec::new();
    rows.resize_with(metrics.rows, Row::default);
    let mut packing = Packing {
        nodes,
        rows,
        ends: (bounds.0 * pixels_per_day, bounds.1 * pixels_per_day),
        metrics,
    };
    for index in order.iter().copied() {
        packing.settle(index);
    }
    let groups = packing.settle_last_row();
    for index in order {
        packing.label(index);
    }
    Packed {
        nodes: packing.nodes,
        rows: packing.rows,
        groups,
    }
}

fn nodes(items: &[Item], lane: usize, pixels_per_day: f64, metrics: &Metrics) -> Vec<Node> {
    let lane_of = |item: &Item| item.lane.min(metrics.lanes - 1);
    let nodes: Vec<Node> = (0..)
        .zip(items)
        .filter(|(_, item)| lane_of(item) == lane && item.t.is_finite())
        .map(|(position, item)| Node {
            item: position,
            x: item.t * pixels_per_day,
            weight: item.weight,
            label_width: metrics.shown_label(item.label_width),
            row: None,
            label: None,
            is_crowd: item.crowd > 0,
        })
        .gather();
    let x = |at: usize| nodes.get(at).map_or(0.0, |node| node.x);
    let by_place = order::sorted(nodes.len(), &|a, b| x(a).total_cmp(&x(b)));
    order::reordered(nodes, &by_place)
}

/// Who chooses when: by weight, by turn of the block, and then from left to right.
fn order(nodes: &[Node], metrics: &Metrics) -> Vec<usize> {
    let turn = |at: usize| {
        let node = nodes.get(at)?;
        Some((u8::MAX - node.weight, metrics.block(node.x).rem_euclid(2)))
    };
    order::sorted(nodes.len(), &|a, b| turn(a).cmp(&turn(b)))
}

struct Packing<'a> {
    nodes: Vec<Node>,
    rows: Vec<Row>,
    /// Ends of the whole axis, in absolute pixels.
    ends: (f64, f64),
    metrics: &'a Metrics,
}

impl Packing<'_> {
    /// The sides on which a label would not reach beyond the axis, the one after the mark first.
    fn sides(&self, node: &Node) -> impl Iterator<Item = LabelSide> + use<> {
        let inside = |side: LabelSide| {
            let label = self.metrics.label(node.x, node.label_width, side);
            label.0 >= self.ends.0 && label.1 <= self.ends.1
        };
        let [after, before] = [LabelSide::End, LabelSide::Start].map(|side| (side, inside(side)));
        [after, before]
            .into_iter()
            .filter_map(|(side, inside)| inside.then_some(side))
    }

    /// Gives a node the first row where it has room with its label, or else without, or else where
    /// only labels of its own weight are in the way, which then go. The last row is left out: what
    /// is there may yet be clustered, and that is for those who have room nowhere else.
    fn settle(&mut self, index: usize) {
        let Some(node) = self.nodes.get(index) else {
            return;
        };
        if node.is_crowd {
            return;
        }
        let (target, gap) = (self.metrics.target(node.x), self.metrics.gap);
        for side in self.sides(node) {
            let label = self.metrics.label(node.x, node.label_width, side);
            let both = (target.0.min(label.0), target.1.max(label.1));
            if node.label_width > 0.0
                && let Some(row) = self.upper().iter().position(|row| row.is_free(both, gap))
            {
                self.put(index, row);
                self.put_label(index, side);
                return;
            }
        }
        let free = self.upper().iter().position(|row| row.is_free(target, gap));
        if let Some(row) = free {
            self.put(index, row);
            return;
        }
        let weight = node.weight;
        let yielding = (0..).zip(self.upper()).find_map(|(at, row)| {
            let labels = row.labels_near(target, gap)?;
            let of = |label: &usize| self.nodes.get(*label).map(|node| node.weight);
            let yields = labels.iter().all(|label| of(label) == Some(weight));
            yields.then_some((at, labels))
        });
        if let Some((at, labels)) = yielding {
            if let Some(row) = self.rows.get_mut(at) {
                row.clear(target, gap);
            }
            for label in labels {
                if let Some(node) = self.nodes.get_mut(label) {
                    node.label = None;
                }
            }
            self.put(index, at);
        }
    }

    /// All rows but the last.
    fn upper(&self) -> &[Row] {
        self.rows.split_last().map_or(&[], |(_, upper)| upper)
    }

    /// Collects what has no row; who is alone there gets a mark on the last row.
    fn settle_last_row(&mut self) -> Vec<Group> {
        let last = self.metrics.last_row();
        let mut groups = collect(&self.nodes, self.metrics);
        groups.retain(|group| match *group.members {
            [index] if !self.nodes.get(index).is_some_and(|node| node.is_crowd) => {
                self.put(index, last);
                false
            }
            _ => true,
        });
        if let Some(row) = self.rows.get_mut(last) {
            for group in &groups {
                row.take(group.ends(self.metrics), Taken::Box);
            }
        }
        groups
    }

    /// Gives a mark without a label one, if there is room on its row.
    fn label(&mut self, index: usize) {
        let Some(node) = self.nodes.get(index) else {
            return;
        };
        if node.label.is_some() || node.label_width <= 0.0 {
            return;
        }
        let Some(row) = node.row.and_then(|row| self.rows.get(row)) else {
            return;
        };
        let side = self.sides(node).find(|side| {
            let label = self.metrics.label(node.x, node.label_width, *side);
            row.is_free(label, self.metrics.gap)
        });
        if let Some(side) = side {
            self.put_label(index, side);
        }
    }

    fn put(&mut self, index: usize, at: usize) {
        if let (Some(node), Some(row)) = (self.nodes.get_mut(index), self.rows.get_mut(at)) {
            node.row = Some(at);
            row.take(self.metrics.target(node.x), Taken::Box);
        }
    }

    fn put_label(&mut self, index: usize, side: LabelSide) {
        let Some(node) = self.nodes.get_mut(index) else {
            return;
        };
        if let Some(row) = node.row.and_then(|row| self.rows.get_mut(row)) {
            node.label = Some(side);
            let label = self.metrics.label(node.x, node.label_width, side);
            row.take(label, Taken::Label(index));
        }
    }
}
