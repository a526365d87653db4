//! The two columns of a wide view.

/// From this width on, in CSS pixels, the style sheet sets what is drawn beside the controls.
const SIDE_BY_SIDE: f64 = 900.0;

/// Room between the two columns, in CSS pixels.
const GUTTER: f64 = 40.0;

/// The width of what is drawn in a view of that width.
pub(super) fn half_width(width: f64) -> f64 {
    if width < SIDE_BY_SIDE {
        width
    } else {
        (width - GUTTER) / 2.0
    }
}
