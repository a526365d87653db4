//! Numbers as SVG attributes.

pub(super) use crate::svg::px;

/// A length rounded to a tenth of a CSS pixel, as it is written. Rounded lengths compare equal where
/// the attributes are equal.
pub(super) fn tenths(number: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0.
    (number * 10.0).round() / 10.0 + 0.0
}

/// A place in a drawing, as the value of `transform`.
pub(super) fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", px(x), px(y))
}

/// The size of a drawing, as the value of `viewBox`.
pub(super) fn view_box(width: f64, height: f64) -> String {
    format!("0 0 {} {}", px(width), px(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_sizes_are_written_to_a_tenth() {
        assert_eq!(translate(1.0, -2.25), "translate(1.0 -2.3)");
        assert_eq!(view_box(720.0, 62.0), "0 0 720.0 62.0");
    }
}
