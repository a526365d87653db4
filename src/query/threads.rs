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

#[cfg(test)]
mod tests {
    use super::*;

    /// Events a to f, a year each, and links such as `a>b` (documented) or `a?b` (disputed).
    fn check(links: &str, of: &str, expected: &str) {
        let events: Vec<String> = ["a", "b", "c", "d", "e", "f"]
            .iter()
            .zip(2001..)
            .map(|(id, year)| format!(r#"{{"id":"{id}","date":"{year}","title":"{id}"}}"#))
            .collect();
        let links: Vec<String> = links
            .split_whitespace()
            .map(|link| {
                let (from, to) = (&link[..1], &link[2..]);
                let status = if link.contains('>') { "documented" } else { "disputed" };
                format!(r#"{{"id":"{from}{to}","from":"{from}","to":"{to}","relation":"led-to","status":"{status}"}}"#)
            })
            .collect();
        let text = format!(
            r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{}],"links":[{}]}}"#,
            events.join(","),
            links.join(",")
        );
        let Ok(loaded) = crate::dataset::load(&text) else {
            panic!("{text} is no data set");
        };
        let data = loaded.dataset;
        let ids = |at: usize| {
            data.events()
                .get(at)
                .map_or("", |event| &*event.id)
                .to_owned()
        };
        let position = data.event_position(of).unwrap_or_default();
        let found: Vec<String> = thread(&data, position).into_iter().map(ids).collect();
        assert_eq!(found.join(" "), expected, "through {of} of {links:?}");
    }

    #[test]
    fn the_longest_chain_runs_through_the_event() {
        check("a>b b>c a>c c>d", "a", "a b c d");
        check("a>b b>c a>c c>d", "c", "a b c d");
        check("a>d b>c c>d d>e d>f e>f", "d", "b c d e f");
        check("", "b", "b");
        check("c>d", "a", "a");
    }

    #[test]
    fn of_equally_long_ones_the_better_supported_is_taken() {
        check("a?c b>c c>d", "c", "b c d");
        check("b>c b?d c>e d>e", "b", "b c e");
    }

    #[test]
    fn what_runs_against_time_is_passed_over() {
        check("b>a b>c c>b", "b", "b c");
    }
}
