//! The last row of a lane: collecting what has no room on the rows above.
//!
//! The lane is cut into cells, and what is in one cell stands together. Who is alone in a cell is a
//! mark again, unless it reaches into a neighbouring cell that is not empty: then it joins that one.
//! So a box on this row never reaches into a cell that another one is in, and no two overlap.

use super::lanes::Node;
use super::metrics::{Metrics, SLACK};

/// Nodes that stand together.
#[derive(Debug)]
pub(super) struct Group {
    cell: i64,
    /// Positions in the list of nodes, from left to right.
    pub members: Vec<usize>,
    /// Middle of its box, in absolute pixels.
    pub x: f64,
}

impl Group {
    /// Left and right end of its box.
    pub fn ends(&self, metrics: &Metrics) -> (f64, f64) {
        (
            self.x - metrics.cluster / 2.0,
            self.x + metrics.cluster / 2.0,
        )
    }
}

/// Collects the nodes that have no row, from left to right.
pub(super) fn collect(nodes: &[Node], metrics: &Metrics) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, node) in (0..).zip(nodes).filter(|(_, node)| node.row.is_none()) {
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
    // In two turns: while the even ones join the odd ones, no odd one goes away, and the other way
    // round. So nobody joins one that leaves.
    for turn in [0, 1] {
        for position in 0..groups.len() {
            join_neighbour(&mut groups, position, turn, nodes, metrics);
        }
    }
    groups.retain(|group| !group.members.is_empty());
    for group in &mut groups {
        group.x = middle(group, nodes, metrics);
    }
    groups
}

/// Moves who is alone and reaches into a neighbouring cell that is not empty over to it.
fn join_neighbour(
    groups: &mut [Group],
    position: usize,
    turn: i64,
    nodes: &[Node],
    metrics: &Metrics,
) {
    let Some(group) = groups.get(position) else {
        return;
    };
    let ([index], true) = (&*group.members, group.cell.rem_euclid(2) == turn) else {
        return;
    };
    let index = *index;
    let Some(node) = nodes.get(index).filter(|node| !node.is_aggregate) else {
        return;
    };
    let (start, end) = metrics.cell_ends(group.cell);
    let reach = metrics.half + metrics.gap / 2.0 - SLACK / 2.0;
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
    if neighbour.cell != cell || neighbour.members.is_empty() {
        return;
    }
    insert(&mut neighbour.members, index);
    if let Some(group) = groups.get_mut(position) {
        group.members.clear();
    }
}

/// Adds a node to a list of nodes from left to right.
pub(super) fn insert(members: &mut Vec<usize>, index: usize) {
    let at = members.partition_point(|member| *member < index);
    members.insert(at, index);
}

/// As near to the mean of the members as its cell allows.
fn middle(group: &Group, nodes: &[Node], metrics: &Metrics) -> f64 {
    let places = group.members.iter().filter_map(|index| nodes.get(*index));
    let sum: f64 = places.map(|node| node.x).sum();
    let room = (metrics.cluster + metrics.gap) / 2.0;
    let (start, end) = metrics.cell_ends(group.cell);
    // Not `clamp`, which panics where rounding puts the limits in the wrong order.
    (sum / group.members.len().max(1) as f64)
        .min(end - room)
        .max(start + room)
}
