//! Threads: chains of links, from what led to an event to what followed.
//!
//! Given an event; returns the longest chain of links through it, as positions in date order.

use core::cmp::Reverse;

use crate::dataset::{Dataset, Link, LinkStatus};
use crate::sort::sort_by_key;

/// A link between two events, by their positions in date order.
#[derive(Clone, Copy)]
struct Edge {
    from: usize,
    to: usize,
    doubt: Doubt,
}

/// How little a link is supported; the doubts of the links of a chain add up.
type Doubt = usize;

/// The best chain that starts at an event.
#[derive(Clone, Copy, Default)]
struct Chain {
    start: usize,
    length: usize,
    doubt: Doubt,
    next: Option<usize>,
}

impl Chain {
    /// A longer chain is better, and of two equally long ones the better supported.
    fn is_better_than(&self, other: &Self) -> bool {
        (self.length, Reverse(self.doubt)) > (other.length, Reverse(other.doubt))
    }
}

/// The longest chain of links through an event, as positions in [`Dataset::events`], by time.
///
/// Links that run against time (a reply dated before what it replies to) are left out, so that every
/// chain ends. The chain of an event without links is the event alone.
pub fn thread(data: &Dataset, position: usize) -> Vec<usize> {
    let links = data.document.links.iter();
    let mut forward: Vec<Edge> = links.filter_map(|link| edge(data, link)).collect();
    sort_by_key(&mut forward, |edge| edge.from);
    // The chain before an event is the chain after it, with time reversed.
    let reversed = forward.iter().map(|edge| Edge {
        from: edge.to,
        to: edge.from,
        ..*edge
    });
    let mut backward: Vec<Edge> = reversed.collect();
    sort_by_key(&mut backward, |edge| Reverse(edge.from));

    let mut thread = longest_chain(&backward, position);
    thread.reverse();
    thread.push(position);
    thread.extend(longest_chain(&forward, position));
    thread
}

fn edge(data: &Dataset, link: &Link) -> Option<Edge> {
    let from = data.event_position(&link.from)?;
    let to = data.event_position(&link.to)?;
    let doubt = match link.status {
        LinkStatus::Documented => 0,
        LinkStatus::Claimed => 1,
        LinkStatus::Disputed => 2,
    };
    (from < to).then_some(Edge { from, to, doubt })
}

/// The events after `start` on its longest chain, the nearest first.
///
/// Edges are sorted by their start, in the direction of the chain. They are looked at from the last one
/// on, so that the best chain from the end of an edge is known before the edge is looked at.
fn longest_chain(edges: &[Edge], start: usize) -> Vec<usize> {
    let mut chains: Vec<Chain> = Vec::new();
    let find = |chains: &[Chain], start: usize| {
        let known = chains.iter().rev().find(|chain| chain.start == start);
        known.copied().unwrap_or_default()
    };
    for edge in edges.iter().rev() {
        let rest = find(&chains, edge.to);
        let chain = Chain {
            start: edge.from,
            length: rest.length + 1,
            doubt: rest.doubt + edge.doubt,
            next: Some(edge.to),
        };
        match chains.last_mut() {
            Some(best) if best.start == edge.from => {
                if chain.is_better_than(best) {
                    *best = chain;
                }
            }
            _ => chains.push(chain),
        }
    }
    let next = |at: &usize| find(&chains, *at).next;
    core::iter::successors(next(&start), next).collect()
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
    fn of_equally_long_chains_the_better_supported_is_taken() {
        check("a?c b>c c>d", "c", "b c d");
        check("b>c b?d c>e d>e", "b", "b c e");
    }

    #[test]
    fn a_link_against_time_is_left_out() {
        check("b>a b>c c>b", "b", "b c");
    }
}
