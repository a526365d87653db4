//! Label placement in a chart: names beside their points, so that none covers anything and none is read
//! as the name of another point.
//!
//! Given points with the sizes of their labels, and the lines of the chart; returns a place for each
//! label that has room. Lengths are pixels.

use crate::sort::sorted_positions;

/// A point of a chart and the size of its label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointLabel {
    /// Horizontal middle of the point.
    pub x: f64,
    /// Vertical middle of the point.
    pub y: f64,
    /// Half the width of the point.
    pub radius: f64,
    /// Width of the label.
    pub width: f64,
    /// Height of the label.
    pub height: f64,
    /// Whether the label prefers to stand below its point.
    pub below: bool,
    /// How much the label matters: the highest rank is placed first. 0 means no label.
    pub rank: f64,
    /// Whether the label may stand away from its point, at the end of a line, where there is no room beside it.
    pub may_be_away: bool,
}

impl PointLabel {
    fn point(&self) -> Rect {
        self.square(self.radius)
    }

    /// A square around the middle of the point.
    fn square(&self, radius: f64) -> Rect {
        Rect {
            left: self.x - radius,
            top: self.y - radius,
            right: self.x + radius,
            bottom: self.y + radius,
        }
    }

    fn label(&self, place: LabelPlace) -> Rect {
        Rect {
            left: place.left,
            top: place.top,
            right: place.left + self.width,
            bottom: place.top + self.height,
        }
    }

    /// What the line to a label covers, outside the point.
    fn line(&self, place: &LabelPlace) -> Vec<Rect> {
        let Some((x, y)) = place.line_to else {
            return Vec::new();
        };
        let (right, down) = (x - self.x, y - self.y);
        let length = right.hypot(down);
        let along = |step: i32| self.radius + f64::from(step) * LINE_STEP / 2.0;
        let steps = (0..).map(along).take_while(|along| *along <= length);
        steps
            .map(|along| Rect {
                left: self.x + right * along / length - 1.0,
                top: self.y + down * along / length - 1.0,
                right: self.x + right * along / length + 1.0,
                bottom: self.y + down * along / length + 1.0,
            })
            .collect()
    }
}

/// Which part of the label stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// The place of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Which part of it stands at its point.
    pub anchor: Anchor,
    /// Where the line from the middle of the point ends, at a label that stands away from it.
    pub line_to: Option<(f64, f64)>,
}

/// Distance of a label from its point.
const GAP: f64 = 2.0;

/// Distance of a label from all other points and lines: clearly more than from its own point, or it would
/// be read as the name of something nearer.
const CLEARANCE: f64 = 8.0;

/// Width of the chart per label. Without this limit, labels would fill a narrow chart.
const WIDTH_PER_LABEL: f64 = 40.0;

/// How far up or down a label may stand away from its point, and the distance between two places that are tried.
const FARTHEST: f64 = 160.0;
const LINE_STEP: f64 = 4.0;

/// How far to the side the line to such a label may end, in the order of preference.
const SIDEWAYS: [f64; 7] = [0.0, 16.0, -16.0, 32.0, -32.0, 64.0, -64.0];

/// A rectangle.
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
    /// Whether another rectangle is nearer than `distance` in both directions.
    fn is_near(&self, other: &Self, distance: f64) -> bool {
        self.left < other.right + distance
            && other.left < self.right + distance
            && self.top < other.bottom + distance
            && other.top < self.bottom + distance
    }

    fn is_inside(&self, width: f64, height: f64) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= width && self.bottom <= height
    }
}

/// Places labels one after another, by rank, away from all points and lines. A label without room in
/// `width` by `height` gets no place.
pub fn place_labels(
    points: &[PointLabel],
    lines: &[Rect],
    width: f64,
    height: f64,
) -> Vec<Option<LabelPlace>> {
    let by_rank = sorted_positions(points.len(), &|a, b| {
        points[b].rank.total_cmp(&points[a].rank)
    });

    let mut places = vec![None; points.len()];
    let mut taken: Vec<Rect> = Vec::new();
    let mut count = 0;
    for index in by_rank {
        let point = &points[index];
        if point.rank <= 0.0 || f64::from(count) * WIDTH_PER_LABEL >= width {
            break;
        }
        let others: Vec<Rect> = points
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .map(|(_, other)| other.point())
            .collect();
        let has_room = |place: &LabelPlace| {
            let label = point.label(*place);
            // At the end of a line, nobody takes it for the name of something nearer.
            let clearance = place.line_to.map_or(CLEARANCE, |_| GAP);
            let is_taken = |rect: &Rect| taken.iter().any(|other| other.is_near(rect, 0.0));
            // What covers the point is crossed by every line to it.
            let is_crossed = |other: &Rect, line: &Rect| {
                other.is_near(line, 1.0) && !other.is_near(&point.point(), 0.0)
            };
            let is_free = |line: &Rect| {
                !is_taken(line) && !others.iter().any(|other| is_crossed(other, line))
            };
            label.is_inside(width, height)
                && !label.is_near(&point.point(), 0.0)
                && !is_taken(&label)
                && !lines
                    .iter()
                    .any(|line| line_is_near(line, point, &label, clearance))
                && !others.iter().any(|other| other.is_near(&label, clearance))
                && point.line(place).iter().all(is_free)
        };
        let beside = candidates(point).into_iter().find(has_room);
        let place = beside.or_else(|| candidates_away(point).find(has_room));
        if let Some(place) = place {
            count += 1;
            taken.push(point.label(place));
            taken.extend(point.line(&place));
        }
        places[index] = place;
    }
    places
}

/// Whether a line is too near to a label. A line that starts or ends at the point may be as near as the
/// point.
fn line_is_near(line: &Rect, point: &PointLabel, label: &Rect, clearance: f64) -> bool {
    let is_own = line.is_near(&point.square(0.0), 1.0);
    line.is_near(label, if is_own { 0.0 } else { clearance })
}

/// The places for a label, in the order of preference.
///
/// A line of best scores comes from below and goes on to the right. A label above to the left, or below
/// to the right, is not in the way of such a line.
fn candidates(point: &PointLabel) -> [LabelPlace; 8] {
    let distance = point.radius + GAP;
    let left = (point.x - GAP - point.width, Anchor::Right);
    let middle = (point.x - point.width / 2.0, Anchor::Middle);
    let right = (point.x + GAP, Anchor::Left);
    let far_left = (point.x - distance - point.width, Anchor::Right);
    let far_right = (point.x + distance, Anchor::Left);
    let above = point.y - distance - point.height;
    let beside = point.y - point.height / 2.0;
    let below = point.y + distance;

    let (first, second) = if point.below {
        ((right, below), (left, above))
    } else {
        ((left, above), (right, below))
    };
    let places = [
        first,
        (far_left, beside),
        second,
        (middle, above),
        (right, above),
        (far_right, beside),
        (middle, below),
        (left, below),
    ];
    places.map(|((left, anchor), top)| LabelPlace {
        left,
        top,
        anchor,
        line_to: None,
    })
}

/// The places at the end of a line, the nearest first; none where the label has to stand at its point.
fn candidates_away(point: &PointLabel) -> impl Iterator<Item = LabelPlace> {
    let point = *point;
    let steps = if point.may_be_away {
        (FARTHEST / LINE_STEP) as i32
    } else {
        0
    };
    let at = move |y: f64, top: f64| {
        SIDEWAYS.into_iter().flat_map(move |sideways| {
            let x = point.x + sideways;
            let place = move |left: f64, anchor: Anchor| LabelPlace {
                left,
                top,
                anchor,
                line_to: Some((x, y)),
            };
            [
                place(x - GAP, Anchor::Left),
                place(x + GAP - point.width, Anchor::Right),
            ]
        })
    };
    (1..=steps).flat_map(move |step| {
        let away = point.radius + f64::from(step) * LINE_STEP;
        let (above, below) = (point.y - away, point.y + away);
        let (above, below) = ((above, above - point.height), (below, below));
        let (first, second) = if point.below {
            (below, above)
        } else {
            (above, below)
        };
        at(first.0, first.1).chain(at(second.0, second.1))
    })
}
