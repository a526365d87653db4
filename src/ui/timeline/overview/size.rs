//! Sizes of the overview in CSS pixels.

/// Height of the whole.
pub(super) const HEIGHT: f64 = 62.0;
/// Height of the bars.
pub(super) const BARS_HEIGHT: f64 = 44.0;
