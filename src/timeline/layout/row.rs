//! A row of a lane: which intervals are taken, and by what.
//!
//! Positions are absolute pixels, counted from 1970-01-01.

use super::metrics::TOLERANCE;

/// Left and right end.
pub(super) type Interval = (f64, f64);

/// Owner of a cluster's box.
pub(super) const NO_OWNER: usize = usize::MAX;

/// The room that something needs on a row.
#[derive(Clone, Copy)]
pub(super) struct Clearance {
    /// Where no mark and no cluster may stand.
    pub boxes: Interval,
    /// Where no label and no extent may stand. It contains `boxes`: text keeps farther from text.
    pub decorations: Interval,
}

impl Clearance {
    /// An interval with a gap to boxes and a larger one to decorations on either side.
    pub fn around((from, to): Interval, box_gap: f64, decoration_gap: f64) -> Self {
        Self {
            boxes: (from - box_gap, to + box_gap),
            decorations: (from - decoration_gap, to + decoration_gap),
        }
    }
}

/// What takes an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// A mark or a cluster. It never gives way.
    Box,
    /// A label or an extent.
    Decoration,
}

#[derive(Clone, Copy, Debug)]
struct Span {
    ends: Interval,
    /// The index of its node.
    owner: usize,
    kind: Kind,
}

/// The room that an owner has on a row.
#[derive(Debug, PartialEq)]
pub(super) struct Room {
    /// From its leftmost to its rightmost span.
    pub own: Interval,
    /// From the nearest span of others before it to the nearest one after it.
    pub free: Interval,
}

/// A row: spans that do not overlap, from left to right.
#[derive(Debug, Default)]
pub(super) struct Row {
    spans: Vec<Span>,
}

impl Row {
    /// Whether there is room for something, apart from what its owner has there already.
    pub fn is_free(&self, clearance: Clearance, owner: usize) -> bool {
        self.obstacles(clearance).all(|span| span.owner == owner)
    }

    /// Takes an interval for a mark or a cluster.
    pub fn add_box(&mut self, ends: Interval, owner: usize) {
        self.add(ends, owner, Kind::Box);
    }

    /// Takes an interval for a label or an extent.
    pub fn add_decoration(&mut self, ends: Interval, owner: usize) {
        self.add(ends, owner, Kind::Decoration);
    }

    fn add(&mut self, ends: Interval, owner: usize, kind: Kind) {
        let at = self.spans.partition_point(|span| span.ends.0 < ends.0);
        self.spans.insert(at, Span { ends, owner, kind });
    }

    /// The owners of the decorations that are in the way; `None` if a box is.
    pub fn owners_in_way(&self, clearance: Clearance) -> Option<Vec<usize>> {
        self.obstacles(clearance)
            .map(|span| (span.kind == Kind::Decoration).then_some(span.owner))
            .collect()
    }

    /// Frees the room of a node's label and extent.
    pub fn clear_decoration(&mut self, owner: usize) {
        self.spans
            .retain(|span| span.kind == Kind::Box || span.owner != owner);
    }

    /// Frees the room of all owners but those that stay.
    pub fn retain(&mut self, stays: impl Fn(usize) -> bool) {
        self.spans.retain(|span| stays(span.owner));
    }

    /// The room of an owner. Without a span of its own, its ends are not numbers.
    pub fn room(&self, owner: usize) -> Room {
        let is_own = |span: &&Span| span.owner == owner;
        let first = self.spans.iter().find(is_own);
        let last = self.spans.iter().rfind(is_own);
        let own = (
            first.map_or(f64::NAN, |span| span.ends.0),
            last.map_or(f64::NAN, |span| span.ends.1),
        );
        let before = self.spans.iter().rfind(|span| span.ends.0 < own.0);
        let after = self.spans.iter().find(|span| span.ends.1 > own.1);
        let free = (
            before.map_or(f64::NEG_INFINITY, |span| span.ends.1),
            after.map_or(f64::INFINITY, |span| span.ends.0),
        );
        Room { own, free }
    }

    /// The spans that are in the way of something.
    fn obstacles(&self, clearance: Clearance) -> impl Iterator<Item = &Span> {
        let Clearance { boxes, decorations } = clearance;
        let touches = |span: &Span, ends: Interval| {
            span.ends.1 > ends.0 + TOLERANCE && span.ends.0 < ends.1 - TOLERANCE
        };
        let start = self
            .spans
            .partition_point(|span| span.ends.1 <= decorations.0 + TOLERANCE);
        let rest = self.spans.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |span| touches(span, decorations))
            .filter(move |span| span.kind == Kind::Decoration || touches(span, boxes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_stay_apart() {
        let mut row = Row::default();
        row.add_box((40.0, 60.0), 6);
        row.add_decoration((0.0, 20.0), 7);
        let is_free = |row: &Row, ends: Interval, owner| {
            row.is_free(Clearance::around(ends, 2.0, 4.0), owner)
        };
        let check = |ends, free| assert_eq!(is_free(&row, ends, NO_OWNER), free, "{ends:?}");
        check((24.0, 38.0), true);
        check((23.9, 38.0), false);
        check((24.0, 38.1), false);
        check((62.0, 900.0), true);
        check((-900.0, -4.0), true);
        check((-900.0, 900.0), false);
        let owners = |boxes, decorations| row.owners_in_way(Clearance { boxes, decorations });
        assert_eq!(owners((8.0, 40.0), (8.0, 72.0)), Some(vec![7]));
        assert_eq!(owners((8.0, 41.0), (8.0, 72.0)), None);
        assert_eq!(owners((60.0, 70.0), (20.0, 72.0)), Some(vec![]));
        assert!(is_free(&row, (-10.0, 38.0), 7));
        let room = |own, free| Room { own, free };
        assert_eq!(row.room(6), room((40.0, 60.0), (20.0, f64::INFINITY)));
        assert_eq!(row.room(7), room((0.0, 20.0), (f64::NEG_INFINITY, 40.0)));
        row.retain(|owner| owner != 7);
        assert_eq!(row.room(6).free, (f64::NEG_INFINITY, f64::INFINITY));
        row.clear_decoration(6);
        assert!(is_free(&row, (-10.0, 38.0), NO_OWNER));
        assert!(!is_free(&row, (-10.0, 39.0), NO_OWNER));
    }
}
