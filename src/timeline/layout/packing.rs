//! Row packing: which item of a lane gets which row, and which label has room.
//!
//! Given the items of a lane and the pixels per day; returns nodes with rows and decorations, and
//! clusters. Positions are absolute pixels, and do not depend on the view. Items choose one after another,
//! the heavier ones first.

use core::cmp::Reverse;

use super::clusters::{Group, group};
use super::item::Item;
use super::metrics::Metrics;
use super::node::{Decoration, Label, LabelForm, Node};
use super::placement::LabelSide;
use super::row::{Clearance, NO_OWNER, Row};
use crate::sort::{sort_by, sort_by_key};

const fn decoration(has_extent: bool, side: Option<LabelSide>) -> Decoration {
    let label = match side {
        Some(side) => Some(Label {
            side,
            form: LabelForm::Short,
        }),
        None => None,
    };
    Decoration { has_extent, label }
}

/// Decorations with a label, in the order of preference.
const LABELLED: [Decoration; 4] = [
    decoration(true, Some(LabelSide::End)),
    decoration(true, Some(LabelSide::Start)),
    decoration(false, Some(LabelSide::End)),
    decoration(false, Some(LabelSide::Start)),
];

/// Decorations without a label, in the order of preference.
const UNLABELLED: [Decoration; 2] = [decoration(true, None), decoration(false, None)];

/// What nodes of the same weight give up for a node's mark.
#[derive(Clone, Copy, PartialEq)]
enum Concession {
    Nothing,
    /// The side of their label: it moves to the other one.
    LabelSide,
    /// Label and extent.
    Decoration,
}

/// A lane after packing.
#[derive(Debug)]
pub(super) struct Packed {
    /// From left to right.
    pub nodes: Vec<Node>,
    /// From the top.
    pub rows: Vec<Row>,
    /// The clusters on the last row, from left to right; two members at least.
    pub groups: Vec<Group>,
}

/// Packs the items of a lane. `bounds` are the ends of the axis, in days.
///
/// All nodes of one weight take a row and a decoration with a short label before the next weight does.
/// In the end, labels with room become full.
pub(super) fn pack(
    items: &[Item],
    lane: usize,
    pixels_per_day: f64,
    bounds: (f64, f64),
    metrics: &Metrics,
) -> Packed {
    let nodes = nodes(items, lane, pixels_per_day, metrics);
    let order = choosing_order(&nodes, metrics);
    let weights: Vec<u8> = nodes.iter().map(|node| node.weight).collect();
    let mut rows = Vec::new();
    rows.resize_with(metrics.rows(lane), Row::default);
    let mut packing = Packing {
        nodes,
        rows,
        axis: (bounds.0 * pixels_per_day, bounds.1 * pixels_per_day),
        metrics,
    };
    for same_weight in order.chunk_by(|a, b| weights[*a] == weights[*b]) {
        for index in same_weight {
            packing.assign_row(*index);
        }
        // Nodes whose label gave way to a mark look for another place for it.
        for index in same_weight {
            packing.assign_decoration(*index);
        }
    }
    let groups = packing.fill_last_row();
    for index in &order {
        packing.assign_decoration(*index);
    }
    for index in &order {
        if packing.nodes[*index].decoration.label.is_some() {
            packing.lengthen_label(*index);
        } else {
            packing.assign_decoration(*index);
        }
    }
    Packed {
        nodes: packing.nodes,
        rows: packing.rows,
        groups,
    }
}

/// The nodes of a lane, from left to right.
fn nodes(items: &[Item], lane: usize, pixels_per_day: f64, metrics: &Metrics) -> Vec<Node> {
    let lane_of = |item: &Item| item.lane.min(metrics.lanes - 1);
    let mut nodes: Vec<Node> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| lane_of(item) == lane && item.t.is_finite())
        .map(|(index, item)| Node::new(index, item, pixels_per_day, metrics))
        .collect();
    sort_by(&mut nodes, |a, b| {
        a.x.total_cmp(&b.x).then(a.item.cmp(&b.item))
    });
    nodes
}

/// The order in which nodes choose: by weight, then by block, then from left to right.
///
/// The lane is cut into blocks, and even blocks choose before odd ones. If all nodes of a weight chose
/// from left to right, one more item far to the left could shift every choice to the right of it. With
/// blocks, a chain of effects ends after a few of them.
fn choosing_order(nodes: &[Node], metrics: &Metrics) -> Vec<usize> {
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    sort_by_key(&mut order, |index| {
        let node = &nodes[*index];
        let turn = metrics.block(node.x).rem_euclid(2);
        (Reverse(node.weight), turn, *index)
    });
    order
}

struct Packing<'a> {
    nodes: Vec<Node>,
    rows: Vec<Row>,
    /// Ends of the whole axis, in absolute pixels.
    axis: (f64, f64),
    metrics: &'a Metrics,
}

impl Packing<'_> {
    /// Whether the label of a decoration can be shown: it has a width and stays on the axis.
    fn can_show(&self, node: &Node, decoration: Decoration) -> bool {
        decoration.label.is_none_or(|label| {
            let (from, to) = node.label_ends(decoration.has_extent, label, self.metrics);
            from < to && from >= self.axis.0 && to <= self.axis.1
        })
    }

    /// Whether a row has room for a decoration of a mark that stands there.
    fn fits(&self, index: usize, decoration: Decoration, row: &Row) -> bool {
        let node = &self.nodes[index];
        self.can_show(node, decoration)
            && row.is_free(node.clearance(decoration, self.metrics), index)
    }

    /// Puts a node on the first row with room for its mark, its label and its extent, or else with one
    /// of these; then where nodes of its own weight can move their labels to the other side; then where
    /// these lose their labels and extents. The last row is left to clusters, and to nodes without room
    /// anywhere else.
    fn assign_row(&mut self, index: usize) {
        let attempts: [(&[Decoration], Concession); 5] = [
            (&LABELLED, Concession::Nothing),
            (&LABELLED, Concession::LabelSide),
            (&UNLABELLED, Concession::Nothing),
            (&UNLABELLED, Concession::LabelSide),
            (&[Decoration::default()], Concession::Decoration),
        ];
        for (decorations, concession) in attempts {
            for decoration in decorations {
                let Some((row, others)) = self.find_row(index, *decoration, concession) else {
                    continue;
                };
                for other in &others {
                    self.decorate(*other, Decoration::default());
                }
                self.put(index, row);
                self.decorate(index, *decoration);
                for other in others {
                    self.assign_decoration(other);
                }
                return;
            }
        }
    }

    /// The first row with room for a node and a decoration, and the nodes that have to make room.
    fn find_row(
        &self,
        index: usize,
        decoration: Decoration,
        concession: Concession,
    ) -> Option<(usize, Vec<usize>)> {
        let node = &self.nodes[index];
        if node.is_aggregate || !self.can_show(node, decoration) {
            return None;
        }
        let gap = self.metrics.gap;
        let target = self.metrics.target(node.x);
        let with_target =
            |(from, to): (f64, f64)| (from.min(target.0 - gap), to.max(target.1 + gap));
        let clearance = node.clearance(decoration, self.metrics);
        let clearance = Clearance {
            boxes: with_target(clearance.boxes),
            decorations: with_target(clearance.decorations),
        };
        let makes_room = |other: usize, row: &Row| {
            let other_node = &self.nodes[other];
            if other_node.weight != node.weight {
                return false;
            }
            match (concession, other_node.decoration.label) {
                (Concession::LabelSide, Some(label)) => {
                    let moved = Label {
                        side: label.side.other(),
                        ..label
                    };
                    let moved = Decoration {
                        label: Some(moved),
                        ..other_node.decoration
                    };
                    self.fits(other, moved, row)
                }
                _ => concession == Concession::Decoration,
            }
        };
        let (_, upper_rows) = self.rows.split_last()?;
        upper_rows.iter().enumerate().find_map(|(at, row)| {
            let others = row.owners_in_way(clearance)?;
            let all_make_room = others.iter().all(|other| makes_room(*other, row));
            all_make_room.then_some((at, others))
        })
    }

    /// Groups the nodes without a row. Nodes that stay alone get a mark on the last row.
    fn fill_last_row(&mut self) -> Vec<Group> {
        let Some(last) = self.rows.len().checked_sub(1) else {
            return Vec::new();
        };
        let mut groups = group(&self.nodes, self.metrics);
        groups.retain(|group| match *group.members {
            [index] if !self.nodes[index].is_aggregate => {
                self.put(index, last);
                false
            }
            _ => true,
        });
        for group in &groups {
            self.rows[last].add_box(group.ends(self.metrics), NO_OWNER);
        }
        groups
    }

    /// Gives a mark without a label the first decoration that its row has room for.
    fn assign_decoration(&mut self, index: usize) {
        let node = &self.nodes[index];
        let Some(row) = node.row.map(|row| &self.rows[row]) else {
            return;
        };
        if node.decoration.label.is_some() {
            return;
        }
        let mut decorations = LABELLED.iter().chain(&UNLABELLED);
        let found = decorations.find(|decoration| self.fits(index, **decoration, row));
        if let Some(decoration) = found {
            self.decorate(index, *decoration);
        }
    }

    /// Makes the label of a mark full where its row has room for that, on the same side. The other side
    /// may have room that nodes in clusters would have taken.
    fn lengthen_label(&mut self, index: usize) {
        let node = &self.nodes[index];
        let (Some(row), Some(label)) = (node.row, node.decoration.label) else {
            return;
        };
        let full = Decoration {
            label: Some(Label {
                form: LabelForm::Full,
                ..label
            }),
            ..node.decoration
        };
        if self.fits(index, full, &self.rows[row]) {
            self.decorate(index, full);
        }
    }

    /// Puts the mark of a node on a row.
    fn put(&mut self, index: usize, row: usize) {
        let node = &mut self.nodes[index];
        node.row = Some(row);
        self.rows[row].add_box(self.metrics.target(node.x), index);
    }

    /// Takes the room for a decoration of a mark, and frees that of the former one.
    fn decorate(&mut self, index: usize, decoration: Decoration) {
        let node = &mut self.nodes[index];
        node.decoration = decoration;
        let Some(row) = node.row.map(|row| &mut self.rows[row]) else {
            return;
        };
        row.clear_decoration(index);
        let (target, ends) = (
            self.metrics.target(node.x),
            node.ends(decoration, self.metrics),
        );
        for side in [(ends.0, target.0), (target.1, ends.1)] {
            if side.0 < side.1 {
                row.add_decoration(side, index);
            }
        }
    }
}
