//! What stands on a row.

use super::metrics::SLACK;

/// The owner of a cluster's box, and one who has nothing yet.
pub(super) const NOBODY: usize = usize::MAX;

#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    ends: (f64, f64),
    /// The node that it belongs to.
    pub owner: usize,
    /// A mark or a cluster, which stays; or else a label or an extent.
    is_box: bool,
}

/// A row: stretches that do not overlap, from left to right.
#[derive(Debug, Default)]
pub(super) struct Row {
    spans: Vec<Span>,
}

impl Row {
    /// Whether nothing of others comes nearer to the stretch than the gap.
    pub fn is_free(&self, ends: (f64, f64), gap: f64, owner: usize) -> bool {
        self.near(ends, gap).iter().all(|span| span.owner == owner)
    }

    /// Takes a stretch that is free.
    pub fn take(&mut self, ends: (f64, f64), owner: usize, is_box: bool) {
        let at = self.spans.partition_point(|span| span.ends.0 < ends.0);
        let span = Span {
            ends,
            owner,
            is_box,
        };
        self.spans.insert(at, span);
    }

    /// The labels and extents on the stretch; `None` if there is something else.
    pub fn yielding(&self, ends: (f64, f64)) -> Option<&[Span]> {
        let near = self.near(ends, 0.0);
        near.iter().all(|span| !span.is_box).then_some(near)
    }

    /// Frees the place of a node's label and extent.
    pub fn undress(&mut self, owner: usize) {
        self.spans.retain(|span| span.is_box || span.owner != owner);
    }

    fn near(&self, (from, to): (f64, f64), gap: f64) -> &[Span] {
        let (from, to) = (from - gap + SLACK, to + gap - SLACK);
        let start = self.spans.partition_point(|span| span.ends.1 <= from);
        let rest = self.spans.get(start..).unwrap_or_default();
        let count = rest.partition_point(|span| span.ends.0 < to);
        rest.get(..count).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_keep_their_distance() {
        let mut row = Row::default();
        row.take((40.0, 60.0), 6, true);
        row.take((0.0, 20.0), 7, false);
        let check = |ends, free| assert_eq!(row.is_free(ends, 2.0, NOBODY), free, "{ends:?}");
        check((22.0, 38.0), true);
        check((21.9, 38.0), false);
        check((22.0, 38.1), false);
        check((62.0, 900.0), true);
        check((-900.0, -2.0), true);
        check((-900.0, 900.0), false);
        let yielding = |ends| {
            let spans = row.yielding(ends)?.iter();
            Some(spans.map(|span| span.owner).collect::<Vec<_>>())
        };
        assert_eq!(yielding((8.0, 40.0)), Some(vec![7]));
        assert_eq!(yielding((8.0, 41.0)), None);
        assert_eq!(yielding((60.0, 72.0)), Some(vec![]));
        assert!(row.is_free((-10.0, 38.0), 2.0, 7));
        row.undress(6);
        row.undress(7);
        assert!(row.is_free((-10.0, 38.0), 2.0, NOBODY));
        assert!(!row.is_free((-10.0, 39.0), 2.0, NOBODY));
    }
}
