//! Numbers in SVG.

/// A number of CSS pixels, with one decimal. It is written as whole tenths, because the code that formats
/// floating-point numbers adds 12 kB, before compression.
pub(crate) fn px(number: f64) -> String {
    let tenths = (number * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    format!("{sign}{whole}.{tenth}")
}

#[cfg(test)]
mod tests {
    use super::px;

    #[test]
    fn lengths_have_one_decimal_and_no_negative_zero() {
        assert_eq!(px(3.0), "3.0");
        assert_eq!(px(-0.04), "0.0");
        assert_eq!(px(-0.06), "-0.1");
        assert_eq!(px(1234.56), "1234.6");
    }
}
