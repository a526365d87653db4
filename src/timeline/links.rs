//! Arcs between marks.

/// The path data (SVG) of an arc from one mark to another that bulges upward. It rises with the
/// distance, but at most `max_rise` pixels above the higher of its ends; numbers are rounded to a
/// tenth of a pixel, and what is not a number is 0.
pub fn arc(x1: f64, y1: f64, x2: f64, y2: f64, max_rise: f64) -> String {
    let rise = ((x2 - x1).abs() * 0.3).min(max_rise.max(0.0));
    // A quadratic curve reaches half the height of its control point above level ends.
    let control = (f64::midpoint(x1, x2), y1.min(y2) - 2.0 * rise);
    let mut path = String::with_capacity(48);
    path.push('M');
    push_point(&mut path, (x1, y1));
    path.push('Q');
    push_point(&mut path, control);
    path.push(' ');
    push_point(&mut path, (x2, y2));
    path
}

fn push_point(path: &mut String, (x, y): (f64, f64)) {
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
        let check = |(x1, y1, x2, y2), path: &str| assert_eq!(arc(x1, y1, x2, y2, 60.0), path);
        check((0.0, 100.0, 100.0, 100.0), "M0 100Q50 40 100 100");
        check((100.0, 100.0, 0.0, 100.0), "M100 100Q50 40 0 100");
        check((0.0, 200.0, 1000.0, 150.0), "M0 200Q500 30 1000 150");
        check((10.04, 5.06, 10.04, 5.06), "M10 5.1Q10 5.1 10 5.1");
        check((-0.26, 0.0, 0.0, -0.04), "M-0.3 0Q-0.1 -0.2 0 0");
        check((f64::NAN, 0.0, 0.0, 0.0), "M0 0Q0 -120 0 0");
    }
}
