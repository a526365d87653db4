//! Places for the names of marks, so that no name covers anything and none is taken for another's.

use crate::order;

/// A mark that may want a label. Lengths are pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointLabel {
    /// Centre of the mark.
    pub x: f64,
    /// Centre of the mark.
    pub y: f64,
    /// Half the width of the mark.
    pub radius: f64,
    /// Width of the label.
    pub width: f64,
    /// Height of the label.
    pub height: f64,
    /// Whether it would rather stand below its mark than above.
    pub below: bool,
    /// How much its label matters: the more, the earlier it gets a place. None is wanted where this
    /// is 0.
    pub rank: f64,
}

/// Which end of the label stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// On which side of the mark it stands: text grows away from it.
    pub anchor: Anchor,
}

/// Distance of a label from its mark.
const GAP: f64 = 2.0;

/// Distance of a label from every other mark and line: clearly more than from its own mark, or it
/// would be read as the name of what stands nearer.
const CLEAR: f64 = 8.0;

/// Width of the chart for each label: a narrow one with as many as fit would be all names.
const ROOM: f64 = 40.0;

/// A box, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Rect {
    /// Whether another box is nearer than `distance` in both directions.
    fn is_near(&self, other: &Self, distance: f64) -> bool {
        self.left < other.right + distance
            && other.left < self.right + distance
            && self.top < other.bottom + distance
            && other.top < self.bottom + distance
    }
}

/// Places labels one after another, the weightiest first, off the marks and off the `lines`. A label
/// for which there is no room in `width` by `height` gets no place, and its mark is named by other
/// means.
pub fn place_labels(
    spots: &[PointLabel],
    lines: &[Rect],
    width: f64,
    height: f64,
) -> Vec<Option<LabelPlace>> {
    let mark = |spot: &PointLabel| Rect {
        left: spot.x - spot.radius,
        top: spot.y - spot.radius,
        right: spot.x + spot.radius,
        bottom: spot.y + spot.radius,
    };
    let mut taken: Vec<Rect> = Vec::new();
    let mut places = vec![None; spots.len()];
    let by_rank = order::sorted(spots.len(), &|a, b| spots[b].rank.total_cmp(&spots[a].rank));
    for at in by_rank {
        let spot = &spots[at];
        if spot.rank <= 0.0 || taken.len() as f64 * ROOM >= width {
            break;
        }
        let off = spot.radius + GAP;
        let (left, middle, right) = (
            (spot.x - GAP - spot.width, Anchor::Right),
            (spot.x - spot.width / 2.0, Anchor::Middle),
            (spot.x + GAP, Anchor::Left),
        );
        let (above, beside, below) = (
            spot.y - off - spot.height,
            spot.y - spot.height / 2.0,
            spot.y + off,
        );
        // A line of best scores comes from below and goes to the right: above to the left and below
        // to the right it is in no name's way.
        let (first, second) = ((left, above), (right, below));
        let (first, second) = if spot.below {
            (second, first)
        } else {
            (first, second)
        };
        let candidates = [
            first,
            ((spot.x - off - spot.width, Anchor::Right), beside),
            second,
            (middle, above),
            (right, above),
            ((spot.x + off, Anchor::Left), beside),
            (middle, below),
            (left, below),
        ];
        let own = mark(spot);
        let centre = Rect {
            left: spot.x,
            top: spot.y,
            right: spot.x,
            bottom: spot.y,
        };
        let found = candidates.into_iter().find_map(|((left, anchor), top)| {
            let bounds = Rect {
                left,
                top,
                right: left + spot.width,
                bottom: top + spot.height,
            };
            let inside =
                left >= 0.0 && top >= 0.0 && bounds.right <= width && bounds.bottom <= height;
            // A line that begins or ends at the mark is its own, and may be as near as the mark.
            let line = |line: &Rect| {
                let clear = if line.is_near(&centre, 1.0) {
                    0.0
                } else {
                    CLEAR
                };
                line.is_near(&bounds, clear)
            };
            let other = |(to, other): (usize, &PointLabel)| {
                let other = mark(other);
                to != at && other.is_near(&bounds, CLEAR)
            };
            let free = inside
                && !bounds.is_near(&own, 0.0)
                && !taken.iter().any(|label| label.is_near(&bounds, 0.0))
                && !lines.iter().any(line)
                && !spots.iter().enumerate().any(other);
            free.then_some((bounds, LabelPlace { left, top, anchor }))
        });
        if let Some((bounds, place)) = found {
            taken.push(bounds);
            places[at] = Some(place);
        }
    }
    places
}
