//! Decimal numbers as they are written: scores, prices, sizes.
//!
//! A price of 0.0036 stays 0.0036, and two equal scores are equal. The standard library's
//! floating-point code is not used: it adds 12 kB for writing alone, before compression.

use core::fmt;

use serde::{Serialize, Serializer};

/// How many parts a whole has.
const PARTS: i64 = 1_000_000;

/// How many decimal places a number has.
const PLACES: i32 = 6;

/// A number with up to six decimal places, between about -9 and 9 million million.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(i64);

impl Decimal {
    /// 0.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    pub const fn whole(number: i32) -> Self {
        Self(number as i64 * PARTS)
    }

    /// `numerator / denominator`, rounded half away from zero to `places` decimal places; `None`
    /// where the denominator is 0 or the result is too large.
    pub fn ratio(numerator: i64, denominator: i64, places: u32) -> Option<Self> {
        let unit = 10_i64.checked_pow(places).filter(|unit| *unit <= PARTS)?;
        let scaled = numerator.checked_mul(unit)?;
        let quotient = scaled.checked_div(denominator)?;
        // The remainder is compared with half of the denominator, to round.
        let rest = scaled.checked_rem(denominator)?.unsigned_abs();
        let up = rest >= denominator.unsigned_abs() - rest;
        let away = if (numerator < 0) == (denominator < 0) {
            1
        } else {
            -1
        };
        let rounded = quotient.checked_add(if up { away } else { 0 })?;
        rounded.checked_mul(PARTS / unit).map(Self)
    }

    /// Reads a number as JSON and JavaScript write it, such as `0.0036`, `1e-6` and `-4`. More than
    /// six decimal places are rounded down. `None` for any other text and for what is too large.
    pub fn parse(text: &str) -> Option<Self> {
        let (text, exponent) = match text.split_once(['e', 'E']) {
            Some((text, exponent)) => (text, exponent.parse::<i8>().ok()?),
            None => (text, 0),
        };
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if whole.is_empty() {
            return None;
        }
        let mut parts = 0_i64;
        let mut places = PLACES + i32::from(exponent);
        // The first digit is as many places before the point as there are digits before it.
        places += i32::try_from(whole.len()).ok()?;
        for byte in whole.bytes().chain(fraction.bytes()) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            places -= 1;
            let place = 10_i64.checked_pow(places.max(0).unsigned_abs());
            match (digit, place) {
                (0, _) => {}
                (_, None) => return None,
                _ if places < 0 => {}
                (_, Some(place)) => {
                    parts = parts.checked_add(place.checked_mul(i64::from(digit))?)?;
                }
            }
        }
        Some(Self(if negative { -parts } else { parts }))
    }

    /// The nearest floating-point number, for places in a chart.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / PARTS as f64
    }

    /// The sum, or the largest or smallest number that there is.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, or the largest or smallest number that there is.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The number times `factor`, or the largest or smallest number that there is.
    pub fn times(self, factor: i64) -> Self {
        Self(self.0.saturating_mul(factor))
    }

    /// How often `unit` fits into the number, rounded down; 0 where the unit is not above 0.
    pub fn div_floor(self, unit: Self) -> i64 {
        if unit.0 <= 0 {
            return 0;
        }
        self.0.div_euclid(unit.0)
    }

    /// The same without its sign.
    pub fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Ten to that power, from -6 to 12; beyond, the nearest of them.
    pub const fn power_of_ten(power: i32) -> Self {
        let power = power.saturating_add(PLACES);
        let power = if power < 0 { 0 } else { power };
        let power = if power > 18 { 18 } else { power };
        Self(10_i64.pow(power.unsigned_abs()))
    }

    /// How many decimal places it needs: 1 for 49.9, 0 for 49.
    pub fn places(self) -> usize {
        let text = self.to_string();
        text.split_once('.')
            .map_or(0, |(_, fraction)| fraction.len())
    }

    /// Written with at least that many decimal places, and with as many more as it has: prices take
    /// two, `0.30` and `0.0036`.
    pub fn with_places(self, least: usize) -> String {
        let parts = self.0.unsigned_abs();
        let unit = PARTS.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let fraction = (parts % unit + unit).to_string();
        // The leading 1 keeps the zeros after the point.
        let digits = fraction.get(1..).unwrap_or_default();
        let needed = digits.trim_end_matches('0').len().max(least);
        let shown = digits.get(..needed).unwrap_or(digits);
        let point = if shown.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{shown}", parts / unit)
    }
}

/// The shortest decimal form, which [`Decimal::parse`] reads back: `86.4`, `-3`, `0.0036`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with_places(0))
    }
}

/// As a JSON number.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % PARTS == 0 {
            serializer.serialize_i64(self.0 / PARTS)
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A number; six decimal places are kept.",
            "type": "number",
            "minimum": -9_000_000_000_000_i64,
            "maximum": 9_000_000_000_000_i64
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, printed: &str) {
        let found = Decimal::parse(text).map(|number| number.to_string());
        assert_eq!(found.as_deref().unwrap_or("-"), printed, "{text}");
    }

    #[test]
    fn reads_what_json_and_javascript_write() {
        check("0", "0");
        check("-0", "0");
        check("86.4", "86.4");
        check("128000.0", "128000");
        check("0.0036", "0.0036");
        check("1e-6", "0.000001");
        check("3.6E-3", "0.0036");
        check("1e3", "1000");
        check("1e+3", "1000");
        check("-12.5", "-12.5");
        check("0.00000049", "0");
        check("1e-7", "0");
        check("9000000000000", "9000000000000");
        check("0000000000000000000000001", "1");
    }

    #[test]
    fn refuses_the_rest() {
        for text in [
            "", "-", ".5", "banana", "1,5", "1 000", "NaN", "Infinity", "0x10", "1e", "1e999",
        ] {
            check(text, "-");
        }
        check("1e13", "-");
        check("100000000000000000000", "-");
    }

    #[test]
    fn prices_have_two_places_or_more() {
        let price = |text: &str| Decimal::parse(text).map(|number| number.with_places(2));
        assert_eq!(price("3").as_deref(), Some("3.00"));
        assert_eq!(price("0.3").as_deref(), Some("0.30"));
        assert_eq!(price("0.0036").as_deref(), Some("0.0036"));
        assert_eq!(price("-0.075").as_deref(), Some("-0.075"));
    }

    #[test]
    fn places_are_counted_without_zeros_at_the_end() {
        let places = |text: &str| Decimal::parse(text).map(Decimal::places);
        assert_eq!(places("49"), Some(0));
        assert_eq!(places("49.90"), Some(1));
        assert_eq!(places("-0.0036"), Some(4));
    }

    #[test]
    fn a_ratio_is_rounded_half_away_from_zero() {
        let ratio = |a, b, places| Decimal::ratio(a, b, places).map(|number| number.to_string());
        assert_eq!(ratio(100, 3044, 2).as_deref(), Some("0.03"));
        assert_eq!(ratio(12_200, 3044, 2).as_deref(), Some("4.01"));
        assert_eq!(ratio(1, 2, 0).as_deref(), Some("1"));
        assert_eq!(ratio(-1, 2, 0).as_deref(), Some("-1"));
        assert_eq!(ratio(1, 8, 2).as_deref(), Some("0.13"));
        assert_eq!(ratio(1, 0, 2), None);
        assert_eq!(ratio(i64::MAX, 1, 2), None);
    }
}
