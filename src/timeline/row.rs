//! What stands on a row.

use super::metrics::SLACK;

/// Left and right end of a stretch.
pub(super) type Ends = (f64, f64);

/// The owner of a cluster's box, and one who has nothing yet.
pub(super) const NO_OWNER: usize = usize::MAX;

#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    ends: Ends,
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
    /// Whether no labels and extents of others are on a stretch, and no marks and clusters on another,
    /// which is no longer.
    pub fn is_free(&self, boxes: Ends, texts: Ends, owner: usize) -> bool {
        self.on(boxes, texts).all(|span| span.owner == owner)
    }

    /// Takes a stretch that is free.
    pub fn take(&mut self, ends: Ends, owner: usize, is_box: bool) {
        let at = self.spans.partition_point(|span| span.ends.0 < ends.0);
        let span = Span {
            ends,
            owner,
            is_box,
        };
        self.spans.insert(at, span);
    }

    /// Whose labels and extents are on a stretch; `None` if marks or clusters are on another, which is no
    /// longer.
    pub fn yielding(&self, boxes: Ends, texts: Ends) -> Option<Vec<usize>> {
        let mut owners = Vec::new();
        for span in self.on(boxes, texts) {
            if span.is_box {
                return None;
            }
            owners.push(span.owner);
        }
        Some(owners)
    }

    /// Frees the place of a node's label and extent.
    pub fn clear_decoration(&mut self, owner: usize) {
        self.spans.retain(|span| span.is_box || span.owner != owner);
    }

    /// Frees what belongs to others than those.
    pub fn retain(&mut self, stays: impl Fn(usize) -> bool) {
        self.spans.retain(|span| stays(span.owner));
    }

    /// From where to where a node's stretches reach, and how far there is nothing of others beyond them.
    pub fn around(&self, owner: usize) -> (Ends, Ends) {
        let mut own = self.spans.iter().filter(|span| span.owner == owner);
        let start = own.next().map_or(f64::NAN, |span| span.ends.0);
        let end = self.spans.iter().rfind(|span| span.owner == owner);
        let end = end.map_or(f64::NAN, |span| span.ends.1);
        let before = self.spans.iter().rfind(|span| span.ends.0 < start);
        let after = self.spans.iter().find(|span| span.ends.1 > end);
        let free = (
            before.map_or(f64::NEG_INFINITY, |span| span.ends.1),
            after.map_or(f64::INFINITY, |span| span.ends.0),
        );
        ((start, end), free)
    }

    /// What is on a stretch, and of marks and clusters only those on another, which is no longer.
    fn on(&self, boxes: Ends, texts: Ends) -> impl Iterator<Item = &Span> {
        let touches =
            |span: &Span, ends: Ends| span.ends.1 > ends.0 + SLACK && span.ends.0 < ends.1 - SLACK;
        let start = self
            .spans
            .partition_point(|span| span.ends.1 <= texts.0 + SLACK);
        let rest = self.spans.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |span| touches(span, texts))
            .filter(move |span| !span.is_box || touches(span, boxes))
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
        let is_free = |row: &Row, ends: Ends, owner| {
            let around = |gap: f64| (ends.0 - gap, ends.1 + gap);
            row.is_free(around(2.0), around(4.0), owner)
        };
        let check = |ends, free| assert_eq!(is_free(&row, ends, NO_OWNER), free, "{ends:?}");
        check((24.0, 38.0), true);
        check((23.9, 38.0), false);
        check((24.0, 38.1), false);
        check((62.0, 900.0), true);
        check((-900.0, -4.0), true);
        check((-900.0, 900.0), false);
        let yielding = |boxes| row.yielding(boxes, (8.0, 72.0));
        assert_eq!(yielding((8.0, 40.0)), Some(vec![7]));
        assert_eq!(yielding((8.0, 41.0)), None);
        assert_eq!(row.yielding((60.0, 70.0), (20.0, 72.0)), Some(vec![]));
        assert!(is_free(&row, (-10.0, 38.0), 7));
        assert_eq!(row.around(6), ((40.0, 60.0), (20.0, f64::INFINITY)));
        assert_eq!(row.around(7), ((0.0, 20.0), (f64::NEG_INFINITY, 40.0)));
        row.retain(|owner| owner != 7);
        assert_eq!(row.around(6).1, (f64::NEG_INFINITY, f64::INFINITY));
        row.clear_decoration(6);
        assert!(is_free(&row, (-10.0, 38.0), NO_OWNER));
        assert!(!is_free(&row, (-10.0, 39.0), NO_OWNER));
    }
}
