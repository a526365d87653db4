//! Numbers as SVG attributes.

/// A length rounded to a tenth of a CSS pixel, as it is written. Rounded lengths compare equal where
/// the attributes are equal.
pub(super) fn tenths(number: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0.
    (number * 10.0).round() / 10.0 + 0.0
}

/// A number of CSS pixels, with one decimal. Through whole tenths: the code that formats floating-point
/// numbers to a precision weighs 3 kB (brotli).
pub(super) fn px(number: f64) -> String {
    let tenths = (number * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    format!("{sign}{whole}.{tenth}")
}

/// A place in a drawing, as the value of `transform`.
pub(super) fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", px(x), px(y))
}

/// The whole of a drawing, as the value of `viewBox`.
pub(super) fn view_box(width: f64, height: f64) -> String {
    format!("0 0 {} {}", px(width), px(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_one_decimal_and_no_negative_zero() {
        assert_eq!(px(3.0), "3.0");
        assert_eq!(px(-0.04), "0.0");
        assert_eq!(px(-0.06), "-0.1");
        assert_eq!(px(1234.56), "1234.6");
        assert_eq!(translate(1.0, -2.25), "translate(1.0 -2.3)");
        assert_eq!(view_box(720.0, 62.0), "0 0 720.0 62.0");
    }
}
