//! What stands on a row.

use core::ops::Range;

use super::metrics::SLACK;

/// What a stretch of a row is taken by. The number is the node that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// A mark or a cluster: it stays.
    Box,
    /// A label of that node.
    Label(usize),
}

#[derive(Clone, Copy, Debug)]
struct Span {
    ends: (f64, f64),
    taken: Taken,
}

/// A row: stretches that do not overlap, from left to right.
#[derive(Debug, Default)]
pub(super) struct Row {
    spans: Vec<Span>,
}

impl Row {
    /// Whether nothing comes nearer to the stretch than the gap.
    pub fn is_free(&self, ends: (f64, f64), gap: f64) -> bool {
        self.near(ends, gap).is_empty()
    }

    /// Takes a stretch that is free.
    pub fn take(&mut self, ends: (f64, f64), taken: Taken) {
        let at = self.spans.partition_point(|span| span.ends.0 < ends.0);
        self.spans.insert(at, Span { ends, taken });
    }

    /// The nodes whose labels come nearer to the stretch than the gap; `None` if something else
    /// does.
    pub fn labels_near(&self, ends: (f64, f64), gap: f64) -> Option<Vec<usize>> {
        let near = self.spans.get(self.near(ends, gap))?;
        near.iter()
            .map(|span| match span.taken {
                Taken::Label(node) => Some(node),
                Taken::Box => None,
            })
            .collect()
    }

    /// Frees what comes nearer to the stretch than the gap.
    pub fn clear(&mut self, ends: (f64, f64), gap: f64) {
        self.spans.drain(self.near(ends, gap));
    }

    fn near(&self, (from, to): (f64, f64), gap: f64) -> Range<usize> {
        let (from, to) = (from - gap + SLACK, to + gap - SLACK);
        let start = self.spans.partition_point(|span| span.ends.1 <= from);
        let rest = self.spans.get(start..).unwrap_or_default();
        start..start + rest.partition_point(|span| span.ends.0 < to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_keep_their_distance() {
        let mut row = Row::default();
        row.take((40.0, 60.0), Taken::Box);
        row.take((0.0, 20.0), Taken::Label(7));
        let check = |ends, free| assert_eq!(row.is_free(ends, 2.0), free, "{ends:?}");
        check((22.0, 38.0), true);
        check((21.9, 38.0), false);
        check((22.0, 38.1), false);
        check((62.0, 900.0), true);
        check((-900.0, -2.0), true);
        check((-900.0, 900.0), false);
        assert_eq!(row.labels_near((10.0, 38.0), 2.0), Some(vec![7]));
        assert_eq!(row.labels_near((10.0, 39.0), 2.0), None);
        assert_eq!(row.labels_near((62.0, 70.0), 2.0), Some(vec![]));
        row.clear((10.0, 38.0), 2.0);
        assert!(row.is_free((-10.0, 38.0), 2.0));
        assert!(!row.is_free((-10.0, 39.0), 2.0));
    }
}
