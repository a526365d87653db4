//! Clusters on the last row of a lane: nodes that have no room on the rows above.
//!
//! The lane is cut into cells, and the nodes of a cell form a group. A node that is alone in its cell
//! becomes a mark again, unless its target reaches into a neighbouring cell that is not empty: then it
//! joins that one. So no box on this row reaches into another occupied cell, and no two overlap.

use super::metrics::{Metrics, TOLERANCE};
use super::node::Node;
use super::row::Interval;

/// Nodes of one cell.
#[derive(Debug)]
pub(super) struct Group {
    cell: i64,
    /// Indices of its nodes, from left to right.
    pub members: Vec<usize>,
    /// Middle of its box, in absolute pixels.
    pub x: f64,
}

impl Group {
    /// Left and right end of its box.
    pub fn ends(&self, metrics: &Metrics) -> Interval {
        let half = metrics.cluster / 2.0;
        (self.x - half, self.x + half)
    }
}

/// Groups the nodes that have no row, from left to right.
pub(super) fn group(nodes: &[Node], metrics: &Metrics) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, node) in nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.row.is_none())
    {
        let cell = metrics.cell(node.x);
        match groups.last_mut() {
            Some(group) if group.cell == cell => group.members.push(index),
            _ => groups.push(Group {
                cell,
                members: vec![index],
                x: node.x,
            }),
        }
    }
    // Even cells first, then odd ones: so no node joins a group that is about to leave its own cell.
    for parity in [0, 1] {
        for position in 0..groups.len() {
            if groups[position].cell.rem_euclid(2) == parity {
                join_neighbour(&mut groups, position, nodes, metrics);
            }
        }
    }
    groups.retain(|group| !group.members.is_empty());
    for group in &mut groups {
        group.x = middle(group, nodes, metrics);
    }
    groups
}

/// Moves a node that is alone in its cell to the neighbouring cell that it reaches into, if that one is
/// not empty.
fn join_neighbour(groups: &mut [Group], position: usize, nodes: &[Node], metrics: &Metrics) {
    let group = &groups[position];
    let [index] = *group.members else {
        return;
    };
    let Some(node) = nodes.get(index).filter(|node| !node.is_aggregate) else {
        return;
    };
    let (start, end) = metrics.cell_ends(group.cell);
    let reach = metrics.half + metrics.gap / 2.0 - TOLERANCE / 2.0;
    let (neighbour, cell) = if node.x - reach < start {
        (position.checked_sub(1), group.cell - 1)
    } else if node.x + reach > end {
        (Some(position + 1), group.cell + 1)
    } else {
        return;
    };
    let Some(neighbour) = neighbour.and_then(|neighbour| groups.get_mut(neighbour)) else {
        return;
    };
    if neighbour.cell == cell && !neighbour.members.is_empty() {
        insert(&mut neighbour.members, index);
        groups[position].members.clear();
    }
}

/// Inserts a node into a list of nodes from left to right.
pub(super) fn insert(members: &mut Vec<usize>, index: usize) {
    let at = members.partition_point(|member| *member < index);
    members.insert(at, index);
}

/// The mean of the members, moved as far as the box needs to stay inside the cell.
fn middle(group: &Group, nodes: &[Node], metrics: &Metrics) -> f64 {
    let members = group.members.iter().filter_map(|index| nodes.get(*index));
    let sum: f64 = members.map(|node| node.x).sum();
    let room = (metrics.cluster + metrics.gap) / 2.0;
    let (start, end) = metrics.cell_ends(group.cell);
    // Not `clamp`, which panics where rounding lets the limits cross.
    (sum / group.members.len().max(1) as f64)
        .min(end - room)
        .max(start + room)
}
