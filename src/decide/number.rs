//! Numbers as text, without the standard library's code for floating-point numbers, which adds 12 kB.

/// How many digits are exact in a floating-point number.
const DIGITS: i32 = 15;

/// A number that is not negative, with all of its digits and no separators: `data-value` has it so.
pub fn plain(value: f64) -> String {
    let value = value.max(0.0);
    let magnitude = value.max(1e-9).log10().floor() as i32 + 1;
    let places = (DIGITS - magnitude).clamp(0, DIGITS + 3) as u32;
    let (whole, fraction) = split(value, places);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{whole}{point}{fraction}")
}

/// A number that is not negative, with so many decimal places and separators between its thousands.
pub fn grouped(value: f64, places: u32) -> String {
    let (whole, fraction) = split(value.max(0.0), places);
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(&fraction);
    }
    grouped
}

/// The same with as few decimal places as it needs, at most so many.
pub fn decimal(value: f64, most: u32) -> String {
    let text = grouped(value, most);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// The digits before the point and those after it, rounded.
fn split(value: f64, places: u32) -> (String, String) {
    let unit = 10_u64.pow(places.min(18));
    let scaled = (value * unit as f64).round() as u64;
    let fraction = match places {
        0 => String::new(),
        // The leading 1 keeps the zeros after the point.
        _ => (scaled % unit + unit).to_string().split_off(1),
    };
    ((scaled / unit).to_string(), fraction)
}

/// The names of large numbers in a language.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberNames<'a>(Vec<(f64, &'a str)>);

impl<'a> NumberNames<'a> {
    /// Reads a list such as `6 {count} million|9 {count} billion`: powers of ten, each with its pattern.
    pub fn parse(text: &'a str) -> Self {
        let names = text.split('|').filter_map(|name| {
            let (power, pattern) = name.split_once(' ')?;
            Some((10_f64.powi(power.parse().ok()?), pattern))
        });
        Self(names.collect())
    }

    /// A number with three significant digits and its name: “2.41 billion”. One without a name is written out
    /// as a whole number.
    pub fn write(&self, value: f64) -> String {
        // What rounds up to the next name has that name.
        let names = self.0.iter().rev();
        let mut large = names.filter(|(unit, _)| value >= unit * 0.9995);
        let Some((unit, pattern)) = large.next() else {
            return grouped(value, 0);
        };
        let count = value / unit;
        let places = match count {
            ..9.995 => 2,
            ..99.95 => 1,
            _ => 0,
        };
        pattern.replace("{count}", &decimal(count, places))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_all_of_its_digits() {
        for (value, text) in [
            (0.0, "0"),
            (15_307.0, "15307"),
            (6_348.2, "6348.2"),
            (0.000_123_456, "0.000123456"),
            (1.0 / 3.0, "0.333333333333333"),
            (2_411_310_649.023_314, "2411310649.02331"),
            (3e16, "30000000000000000"),
            (1e-30, "0"),
        ] {
            assert_eq!(plain(value), text);
        }
    }

    #[test]
    fn thousands_are_apart() {
        assert_eq!(grouped(999.4, 0), "999");
        assert_eq!(grouped(1_234_567.891, 2), "1,234,567.89");
        assert_eq!(grouped(0.999, 2), "1.00");
        assert_eq!(decimal(2.50, 2), "2.5");
        assert_eq!(decimal(1_000.0, 2), "1,000");
        assert_eq!(decimal(1_000.0, 0), "1,000");
    }

    #[test]
    fn large_numbers_have_names() {
        let english = NumberNames::parse("6 {count} million|9 {count} billion");
        for (value, text) in [
            (999_000.0, "999,000"),
            (999_999.0, "1 million"),
            (12_614_400_000.0, "12.6 billion"),
            (2_411_310_649.0, "2.41 billion"),
            (999_960_000.0, "1 billion"),
            (5e13, "50,000 billion"),
        ] {
            assert_eq!(english.write(value), text);
        }
        let korean = NumberNames::parse("4 {count}만|8 {count}억");
        assert_eq!(korean.write(1e9), "10억");
    }
}
