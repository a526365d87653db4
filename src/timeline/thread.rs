//! Chains of links: how one thing led to another.

use crate::dataset::{Dataset, Link, LinkStatus};
use crate::order;

/// A link between two events, by their positions in date order.
#[derive(Clone, Copy)]
struct Edge {
    from: usize,
    to: usize,
    /// The better supported is the smaller.
    doubt: usize,
}

/// How far a chain goes from an event, and with how much doubt. The longer is better, and of two
/// equally long ones the better supported.
#[derive(Clone, Copy, Default)]
struct Reach {
    length: usize,
    doubt: usize,
    next: Option<usize>,
}

impl Reach {
    fn is_better_than(self, other: Self) -> bool {
        (self.length, other.doubt) > (other.length, self.doubt)
    }
}

/// The longest chain of links through an event, as positions in [`Dataset::events`] in the order of
/// time. Links that run against time (a reply dated before what it replies to) are passed over, so
/// that every chain ends. An event without links has a chain of itself alone.
pub fn thread(data: &Dataset, position: usize) -> Vec<usize> {
    let mut edges: Vec<Edge> = data
        .document
        .links
        .iter()
        .filter_map(|link| edge(data, link))
        .collect();
    let by_time = order::sorted(edges.len(), &|a, b| edges[a].from.cmp(&edges[b].from));
    edges = order::reordered(edges, &by_time);
    let mut after = walk(edges.iter().copied(), position);
    // Backward it is the same with time turned around.
    let by_end = order::sorted(edges.len(), &|a, b| edges[b].to.cmp(&edges[a].to));
    let turned = order::reordered(edges, &by_end)
        .into_iter()
        .map(|edge| Edge {
            from: edge.to,
            to: edge.from,
            doubt: edge.doubt,
        });
    let mut chain = walk(turned, position);
    chain.reverse();
    chain.push(position);
    chain.append(&mut after);
    chain
}

fn edge(data: &Dataset, link: &Link) -> Option<Edge> {
    let (from, to) = (
        data.event_position(&link.from)?,
        data.event_position(&link.to)?,
    );
    let doubt = match link.status {
        LinkStatus::Documented => 0,
        LinkStatus::Claimed => 1,
        LinkStatus::Disputed => 2,
    };
    (from < to).then_some(Edge { from, to, doubt })
}

/// What follows an event on its longest chain, the nearest first. Edges come in the order of where
/// they start, seen in the direction of the walk.
fn walk(edges: impl DoubleEndedIterator<Item = Edge>, start: usize) -> Vec<usize> {
    let mut reaches: Vec<(usize, Reach)> = Vec::new();
    let find = |reaches: &[(usize, Reach)], at: usize| {
        let mut known = reaches.iter().rev();
        known
            .find(|(known, _)| *known == at)
            .map(|(_, reach)| *reach)
            .unwrap_or_default()
    };
    // From the end: where an edge leads is settled before the edge itself is looked at.
    for edge in edges.rev() {
        let beyond = find(&reaches, edge.to);
        let reach = Reach {
            length: beyond.length + 1,
            doubt: beyond.doubt + edge.doubt,
            next: Some(edge.to),
        };
        match reaches.last_mut() {
            Some((from, best)) if *from == edge.from => {
                if reach.is_better_than(*best) {
                    *best = reach;
                }
            }
            _ => reaches.push((edge.from, reach)),
        }
    }
    let mut chain = Vec::new();
    let mut at = start;
    while let Some(next) = find(&reaches, at).next {
        chain.push(next);
        at = next;
    }
    chain
}
