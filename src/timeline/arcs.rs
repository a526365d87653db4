//! Arcs between marks.

use crate::number::within;

/// A place in the picture, in CSS pixels.
type Point = (f64, f64);

/// How far an arc stays away from the middles of its marks, in CSS pixels.
const CLEAR: f64 = 13.0;
/// Length and half the width of an arrowhead.
const HEAD: (f64, f64) = (8.0, 3.5);

/// How far an arc between marks that stand nearly above each other bulges to the side, as a part of its
/// length; one way when it leads up, and the other when it leads down.
const ASIDE: f64 = 0.08;

/// How much lower each further arc between the same two marks is, or else how much of its bulge it has more.
const NEXT: f64 = 0.6;

/// An arc that bulges upward, from one mark to another: a quadratic curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinkArc {
    from: Point,
    control: Point,
    to: Point,
}

impl LinkArc {
    /// The arc between the middles of two marks. It rises with the distance, but at most `max_rise`
    /// pixels above the higher of its ends (and half of what is cut off there); what is not a number
    /// is 0. Between marks that stand nearly above each other it bulges to the side instead: upward, it
    /// would come from behind the mark that it leads to, and its head would not be seen. `before` arcs
    /// between the same two marks are there already: each is another line.
    pub fn new(from: Point, to: Point, max_rise: f64, before: usize) -> Self {
        let finite = |number: f64| if number.is_finite() { number } else { 0.0 };
        let (from, to) = (
            (finite(from.0), finite(from.1)),
            (finite(to.0), finite(to.1)),
        );
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let before = before.min(8) as f64;
        let rise = within(dx.abs() * 0.3, 0.0, max_rise.max(0.0)) / (1.0 + NEXT * before);
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let control = if dy.abs() > 2.0 * dx.abs() {
            (middle.0 - dy * ASIDE * (1.0 + NEXT * before), middle.1)
        } else {
            // A quadratic curve reaches half the height of its control point above level ends.
            (middle.0, from.1.min(to.1) - 2.0 * rise)
        };
        Self {
            from: nearer(from, control, CLEAR),
            control,
            to: nearer(to, control, CLEAR),
        }
    }

    /// The point at a part of its way, from 0 to 1.
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

    /// SVG path data, to a tenth of a pixel.
    pub fn path(&self) -> String {
        let mut path = String::with_capacity(48);
        for (command, point) in [('M', self.from), ('Q', self.control), (' ', self.to)] {
            push(&mut path, command, point);
        }
        path
    }

    /// SVG path data of the arrowhead at its end.
    pub fn head(&self) -> String {
        let base = nearer(self.to, self.control, HEAD.0);
        let along = ((base.0 - self.to.0) / HEAD.0, (base.1 - self.to.1) / HEAD.0);
        let corner = |side: f64| (base.0 - along.1 * side, base.1 + along.0 * side);
        let mut path = String::with_capacity(48);
        push(&mut path, 'M', self.to);
        push(&mut path, 'L', corner(HEAD.1));
        push(&mut path, 'L', corner(-HEAD.1));
        path.push('Z');
        path
    }
}

/// The point so many pixels from `point` toward another, or half the way where it is not so far.
fn nearer(point: Point, toward: Point, pixels: f64) -> Point {
    let (dx, dy) = (toward.0 - point.0, toward.1 - point.1);
    let distance = dx.hypot(dy);
    if distance <= 0.0 {
        return point;
    }
    let part = (pixels / distance).min(0.5);
    (point.0 + dx * part, point.1 + dy * part)
}

fn push(path: &mut String, command: char, (x, y): Point) {
    path.push(command);
    push_number(path, x);
    path.push(' ');
    push_number(path, y);
}

/// Writes a number to a tenth, with integers only: formatting floats costs bytes.
fn push_number(path: &mut String, number: f64) {
    let tenths = (number * 10.0).round() as i32;
    if tenths < 0 {
        path.push('-');
    }
    let tenths = tenths.unsigned_abs();
    path.push_str(&(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        path.push('.');
        path.push_str(&(tenths % 10).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_bulges_upward_and_not_too_high() {
        let check = |from, to, path: &str, middle| {
            let arc = LinkArc::new(from, to, 60.0, 0);
            assert_eq!(arc.path(), path);
            assert_eq!(arc.at(0.5), middle);
        };
        check((9.0, 9.0), (9.0, 9.0), "M9 9Q9 9 9 9", (9.0, 9.0));
        // Toward the control point it is 30 across and 36 up, 46.86 in all: 13 of these are 8.3 and 10.
        let low = LinkArc::new((0.0, 100.0), (60.0, 100.0), 20.0, 0);
        assert_eq!(low.path(), "M8.3 90Q30 64 51.7 90");
        let far = LinkArc::new((0.0, 200.0), (1000.0, 150.0), 60.0, 0);
        assert_eq!(far.control, (500.0, 30.0));
        assert_eq!(
            LinkArc::new((f64::NAN, 0.0), (0.0, 0.0), 60.0, 0).path(),
            "M0 0Q0 0 0 0"
        );
    }

    #[test]
    fn two_between_the_same_marks_are_two_lines() {
        let low = |before| LinkArc::new((0.0, 100.0), (60.0, 100.0), 20.0, before);
        let up = |before| LinkArc::new((0.0, 100.0), (0.0, 0.0), 60.0, before);
        let apart = |arcs: [LinkArc; 2]| {
            let [a, b] = arcs.map(|arc| arc.at(0.5));
            (a.0 - b.0).hypot(a.1 - b.1)
        };
        for before in 0..4 {
            assert!(apart([low(before), low(before + 1)]) > 0.8, "{before}");
            assert!(apart([up(before), up(before + 1)]) > 2.0, "{before}");
        }
    }

    #[test]
    fn the_head_points_where_the_arc_ends() {
        // One above the other: both ends are clear of the marks, whichever way it leads.
        let up = LinkArc::new((0.0, 100.0), (0.0, 0.0), 60.0, 0);
        assert_eq!(up.path(), "M2.1 87.2Q8 50 2.1 12.8");
        assert_eq!(up.head(), "M2.1 12.8L-0.1 21.3L6.8 20.2Z");
        let down = LinkArc::new((0.0, 0.0), (0.0, 100.0), 60.0, 0);
        assert_eq!(down.path(), "M-2.1 12.8Q-8 50 -2.1 87.2");
        let level = LinkArc::new((0.0, 0.0), (100.0, 0.0), 0.0, 0);
        assert_eq!(level.path(), "M13 0Q50 0 87 0");
        assert_eq!(level.head(), "M87 0L79 -3.5L79 3.5Z");
    }
}
