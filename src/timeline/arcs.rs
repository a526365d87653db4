//! Arcs that join the marks of linked events.
//!
//! Given the middles of two marks and the texts on the axis; returns the path data of a quadratic curve, which
//! leaves the texts free, and of its arrowhead.

use crate::svg::px;

/// A point in the picture, in CSS pixels.
type Point = (f64, f64);

/// Distance between an end of an arc and the middle of its mark, in CSS pixels.
const MARK_CLEARANCE: f64 = 13.0;
/// Length of an arrowhead, in CSS pixels.
const HEAD_LENGTH: f64 = 8.0;
/// Half the width of an arrowhead, in CSS pixels.
const HEAD_HALF_WIDTH: f64 = 3.5;

/// How far an arc bulges to the side between marks that stand nearly above each other, as a part of
/// its length: one way where it leads up, the other way where it leads down.
const SIDE_BULGE: f64 = 0.08;

/// How much flatter each further arc between the same two marks is, or how much more it bulges to the
/// side.
const SIBLING_STEP: f64 = 0.6;
/// Further arcs than this between the same two marks look alike.
const MAX_SIBLINGS: usize = 8;

/// Distance between the places of an arc that are looked at, in CSS pixels.
const STEP: f64 = 3.0;
/// How many places are looked at, at most.
const MAX_PLACES: f64 = 600.0;

/// A rectangle in the picture, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// Its upper end.
    pub top: f64,
    /// Its lower end.
    pub bottom: f64,
}

impl Area {
    fn contains(&self, (x, y): Point) -> bool {
        self.left < x && x < self.right && self.top < y && y < self.bottom
    }
}

/// An arc from one mark to another: a quadratic Bézier curve that bulges upward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinkArc {
    from: Point,
    control: Point,
    to: Point,
}

impl LinkArc {
    /// The arc between the middles of two marks; a coordinate that is not a number counts as 0.
    ///
    /// It rises with the distance, at most `max_rise` pixels above the higher of its ends. Between
    /// marks that stand nearly above each other it bulges to the side instead: if it bulged upward, the
    /// mark would hide its arrowhead. `siblings` is the number of arcs that join the same two marks
    /// already; each gets a line of its own.
    pub fn new(from: Point, to: Point, max_rise: f64, siblings: usize) -> Self {
        let (from, to) = (finite(from), finite(to));
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let step = 1.0 + SIBLING_STEP * siblings.min(MAX_SIBLINGS) as f64;
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let control = if dy.abs() > 2.0 * dx.abs() {
            (middle.0 - dy * SIDE_BULGE * step, middle.1)
        } else {
            let rise = (dx.abs() * 0.3).min(max_rise.max(0.0)) / step;
            // A quadratic curve reaches half the height of its control point above level ends.
            (middle.0, from.1.min(to.1) - 2.0 * rise)
        };
        Self {
            from: moved_toward(from, control, MARK_CLEARANCE),
            control,
            to: moved_toward(to, control, MARK_CLEARANCE),
        }
    }

    /// The point at a part of the curve, from 0 at its start to 1 at its end.
    pub fn at(&self, part: f64) -> Point {
        let rest = 1.0 - part;
        let mix = |a: f64, control: f64, b: f64| {
            rest * rest * a + 2.0 * rest * part * control + part * part * b
        };
        (
            mix(self.from.0, self.control.0, self.to.0),
            mix(self.from.1, self.control.1, self.to.1),
        )
    }

    /// SVG path data of the parts of the curve that are in none of the `texts`, to a tenth of a pixel.
    pub fn path(&self, texts: &[Area]) -> String {
        let parts = self.free_parts(texts);
        parts.into_iter().map(|part| self.part_path(part)).collect()
    }

    /// How many of the places along the curve are in one of the texts.
    pub fn covered(&self, texts: &[Area]) -> usize {
        let steps = self.places();
        let is_covered = |place: &u32| self.is_covered(f64::from(*place) / steps, texts);
        (0..=steps as u32).filter(is_covered).count()
    }

    fn is_covered(&self, part: f64, texts: &[Area]) -> bool {
        let point = self.at(part);
        texts.iter().any(|text| text.contains(point))
    }

    /// How many steps lead along the curve.
    fn places(&self) -> f64 {
        let leg = |a: Point, b: Point| (a.0 - b.0).hypot(a.1 - b.1);
        let length = leg(self.from, self.control) + leg(self.control, self.to);
        (length / STEP).ceil().clamp(1.0, MAX_PLACES)
    }

    /// The parts of the curve that are in none of the texts, from start to end.
    fn free_parts(&self, texts: &[Area]) -> Vec<(f64, f64)> {
        let steps = self.places();
        let part = |place: u32| f64::from(place) / steps;
        let free: Vec<u32> = (0..=steps as u32)
            .filter(|place| !self.is_covered(part(*place), texts))
            .collect();
        let runs = free.chunk_by(|place, next| place + 1 == *next);
        let runs = runs.filter(|run| run.len() > 1);
        runs.map(|run| (part(run[0]), part(run[run.len() - 1])))
            .collect()
    }

    /// Path data of a part of the curve.
    fn part_path(&self, (start, end): (f64, f64)) -> String {
        let between = |a: f64, control: f64, b: f64| {
            let middle = (1.0 - start) * end + start * (1.0 - end);
            (1.0 - start) * (1.0 - end) * a + middle * control + start * end * b
        };
        let control = (
            between(self.from.0, self.control.0, self.to.0),
            between(self.from.1, self.control.1, self.to.1),
        );
        let (from, control, to) = (place(self.at(start)), place(control), place(self.at(end)));
        format!("M{from}Q{control} {to}")
    }

    /// SVG path data of the arrowhead at its end, to a tenth of a pixel.
    pub fn head(&self) -> String {
        let tip = self.to;
        let base = moved_toward(tip, self.control, HEAD_LENGTH);
        // A unit vector from the tip to the base.
        let (dx, dy) = (
            (base.0 - tip.0) / HEAD_LENGTH,
            (base.1 - tip.1) / HEAD_LENGTH,
        );
        let corner = |side: f64| (base.0 - dy * side, base.1 + dx * side);
        let (left, right) = (corner(HEAD_HALF_WIDTH), corner(-HEAD_HALF_WIDTH));
        format!("M{}L{}L{}Z", place(tip), place(left), place(right))
    }
}

fn finite((x, y): Point) -> Point {
    let finite = |number: f64| if number.is_finite() { number } else { 0.0 };
    (finite(x), finite(y))
}

/// A point in path data.
fn place((x, y): Point) -> String {
    format!("{} {}", px(x), px(y))
}

/// A point moved by so many pixels toward another, or half the way where they are nearer than that.
fn moved_toward(point: Point, toward: Point, pixels: f64) -> Point {
    let (dx, dy) = (toward.0 - point.0, toward.1 - point.1);
    let distance = dx.hypot(dy);
    if distance <= 0.0 {
        return point;
    }
    let part = (pixels / distance).min(0.5);
    (point.0 + dx * part, point.1 + dy * part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_bulges_upward_but_not_too_high() {
        let check = |from, to, path: &str, middle| {
            let arc = LinkArc::new(from, to, 60.0, 0);
            assert_eq!(arc.path(&[]), path);
            assert_eq!(arc.at(0.5), middle);
        };
        check(
            (9.0, 9.0),
            (9.0, 9.0),
            "M9.0 9.0Q9.0 9.0 9.0 9.0",
            (9.0, 9.0),
        );
        // Toward the control point it is 30 across and 36 up, 46.86 in all: 13 of these are 8.3 and 10.
        let low = LinkArc::new((0.0, 100.0), (60.0, 100.0), 20.0, 0);
        assert_eq!(low.path(&[]), "M8.3 90.0Q30.0 64.0 51.7 90.0");
        let far = LinkArc::new((0.0, 200.0), (1000.0, 150.0), 60.0, 0);
        assert_eq!(far.control, (500.0, 30.0));
        assert_eq!(
            LinkArc::new((f64::NAN, 0.0), (0.0, 0.0), 60.0, 0).path(&[]),
            "M0.0 0.0Q0.0 0.0 0.0 0.0"
        );
    }

    #[test]
    fn two_arcs_between_the_same_marks_are_two_lines() {
        let low = |siblings| LinkArc::new((0.0, 100.0), (60.0, 100.0), 20.0, siblings);
        let up = |siblings| LinkArc::new((0.0, 100.0), (0.0, 0.0), 60.0, siblings);
        let apart = |arcs: [LinkArc; 2]| {
            let [a, b] = arcs.map(|arc| arc.at(0.5));
            (a.0 - b.0).hypot(a.1 - b.1)
        };
        for siblings in 0..4 {
            assert!(
                apart([low(siblings), low(siblings + 1)]) > 0.8,
                "{siblings}"
            );
            assert!(apart([up(siblings), up(siblings + 1)]) > 2.0, "{siblings}");
        }
    }

    #[test]
    fn an_arc_leaves_texts_free() {
        let arc = LinkArc::new((0.0, 100.0), (300.0, 100.0), 60.0, 0);
        let text = Area {
            left: 120.0,
            right: 180.0,
            top: 32.0,
            bottom: 48.0,
        };
        let whole = arc.path(&[]);
        assert_eq!(whole.matches('M').count(), 1, "{whole}");
        assert_eq!(arc.covered(&[]), 0);
        let around = arc.path(&[text]);
        assert_eq!(around.matches('M').count(), 2, "{around}");
        assert!(arc.covered(&[text]) > 10);
        let parts = arc.free_parts(&[text]);
        assert_eq!(
            (parts[0].0, parts[1].1),
            (0.0, 1.0),
            "it begins and ends at its marks"
        );
        for (start, end) in parts {
            for step in 0..=20 {
                let point = arc.at(start + (end - start) * f64::from(step) / 20.0);
                assert!(!text.contains(point), "{point:?} is in the text");
            }
            // A part is drawn where the whole was.
            let (from, to) = (place(arc.at(start)), place(arc.at(end)));
            let path = arc.part_path((start, end));
            assert!(path.starts_with(&format!("M{from}Q")) && path.ends_with(&to));
        }
        let all = Area {
            left: -10.0,
            right: 310.0,
            top: -100.0,
            bottom: 200.0,
        };
        assert_eq!(arc.path(&[all]), "");
    }

    #[test]
    fn the_head_points_where_the_arc_ends() {
        // One above the other: both ends are clear of the marks, whichever way it leads.
        let up = LinkArc::new((0.0, 100.0), (0.0, 0.0), 60.0, 0);
        assert_eq!(up.path(&[]), "M2.1 87.2Q8.0 50.0 2.1 12.8");
        assert_eq!(up.head(), "M2.1 12.8L-0.1 21.3L6.8 20.2Z");
        let down = LinkArc::new((0.0, 0.0), (0.0, 100.0), 60.0, 0);
        assert_eq!(down.path(&[]), "M-2.1 12.8Q-8.0 50.0 -2.1 87.2");
        let level = LinkArc::new((0.0, 0.0), (100.0, 0.0), 0.0, 0);
        assert_eq!(level.path(&[]), "M13.0 0.0Q50.0 0.0 87.0 0.0");
        assert_eq!(level.head(), "M87.0 0.0L79.0 -3.5L79.0 3.5Z");
    }
}
