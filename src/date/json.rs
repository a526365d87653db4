//! Dates and ranges in JSON, where they are strings, and in the JSON Schema.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{DateError, DateRange, PartialDate};

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for DateRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parsed("a date such as \"2021-06-09\"", PhantomData))
    }
}

impl<'de> Deserialize<'de> for DateRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parsed("a range such as \"2024-12/2025-03\"", PhantomData))
    }
}

/// Reads a string by its `FromStr`. The text names what was expected where the value is not a string.
struct Parsed<T>(&'static str, PhantomData<T>);

impl<T: FromStr<Err = DateError>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{DateRange, PartialDate};

    /// A date as far as a pattern can tell; which days a month has, [`PartialDate::parse`] checks.
    const DATE: &str = "-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

    impl JsonSchema for PartialDate {
        fn schema_name() -> Cow<'static, str> {
            "Date".into()
        }

        fn schema_id() -> Cow<'static, str> {
            concat!(module_path!(), "::PartialDate").into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "description": "A date in ISO 8601, with the precision it has: a year, a month or a day.",
                "pattern": format!("^{DATE}$"),
                "examples": ["2021", "2021-06", "2021-06-09"],
            })
        }
    }

    impl JsonSchema for DateRange {
        fn schema_name() -> Cow<'static, str> {
            "DateRange".into()
        }

        fn schema_id() -> Cow<'static, str> {
            concat!(module_path!(), "::DateRange").into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "description": "A range of dates; it ends with all that its second date covers. One date alone is all that it covers.",
                "pattern": format!("^{DATE}(/{DATE})?$"),
                "examples": ["2024-12/2025-03", "2025-01"],
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_string() {
        let check = |json: &str, expected: Result<&str, &str>| {
            let found = serde_json::from_str::<PartialDate>(json)
                .and_then(|date| serde_json::to_string(&date))
                .map_err(|error| error.to_string());
            let found = found
                .as_deref()
                .map_err(|error| error.split(" at ").next().unwrap_or(""));
            assert_eq!(found, expected);
        };
        check("\"2021-06\"", Ok("\"2021-06\""));
        check(
            "\"banana\"",
            Err("\"banana\" is not a date; write 2021, 2021-06 or 2021-06-09"),
        );
        check(
            "2021",
            Err("invalid type: integer `2021`, expected a date such as \"2021-06-09\""),
        );
    }

    #[test]
    fn a_range_is_a_string() {
        let range = serde_json::from_str::<DateRange>("\"2024-12/2025-03\"");
        assert_eq!(range.ok(), DateRange::parse("2024-12/2025-03").ok());
        assert!(serde_json::from_str::<DateRange>("\"2025/2024\"").is_err());
    }

    #[cfg(feature = "schema")]
    #[test]
    fn the_schema_says_that_it_is_a_string_with_a_pattern() {
        for schema in [
            schemars::schema_for!(PartialDate),
            schemars::schema_for!(DateRange),
        ] {
            let field = |name| schema.get(name).and_then(|value| value.as_str());
            assert_eq!(field("type"), Some("string"));
            assert!(field("pattern").is_some_and(|pattern| pattern.starts_with("^-?[0-9]{4}(")));
        }
    }
}
