//! Places for the names of marks, so that no name covers another name or a mark.

/// A mark that wants a label. Lengths are pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
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
const GAP: f64 = 3.0;

/// A box, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Bounds {
    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Places labels one after another, the first first, off the marks and off the `lines`; a label that
/// fits nowhere in `width` by `height` gets no place, and its mark is named by other means.
pub fn place_labels(
    spots: &[Spot],
    lines: &[Bounds],
    width: f64,
    height: f64,
) -> Vec<Option<LabelPlace>> {
    let mut taken: Vec<Bounds> = lines.to_vec();
    let marks = spots.iter().map(|spot| Bounds {
        left: spot.x - spot.radius,
        top: spot.y - spot.radius,
        right: spot.x + spot.radius,
        bottom: spot.y + spot.radius,
    });
    taken.extend(marks);
    let mut places = Vec::with_capacity(spots.len());
    for spot in spots {
        let off = spot.radius + GAP;
        let (left, middle, right) = (
            (spot.x - spot.width, Anchor::Right),
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
            ((left.0 - off, Anchor::Right), beside),
            second,
            (middle, above),
            (right, above),
            ((spot.x + off, Anchor::Left), beside),
            (middle, below),
            (left, below),
        ];
        let found = candidates.into_iter().find_map(|((left, anchor), top)| {
            let bounds = Bounds {
                left,
                top,
                right: left + spot.width,
                bottom: top + spot.height,
            };
            let inside =
                left >= 0.0 && top >= 0.0 && bounds.right <= width && bounds.bottom <= height;
            let free = inside && !taken.iter().any(|other| other.overlaps(&bounds));
            free.then_some((bounds, LabelPlace { left, top, anchor }))
        });
        places.push(found.map(|(bounds, place)| {
            taken.push(bounds);
            place
        }));
    }
    places
}
