//! The text of a document, and the place of each value and each record in it.
//!
//! One scan checks that the text is JSON and finds every record; nothing is deserialised.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::issue::{Issue, Refusal};
use super::lists::LISTS;
use super::raw::place;
use super::utf8::{WrongByte, decode};

/// Some editors put it first.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A JSON object whose values have been found and not yet deserialised.
#[derive(Default)]
pub(super) struct DocumentText {
    text: String,
    /// The values by key. Of a key that occurs twice the last one counts.
    values: Vec<(String, Found)>,
    /// The bytes that are not UTF-8, in the order of the text.
    wrong: Vec<WrongByte>,
}

/// Where a value stands in the text.
enum Found {
    /// The records of a list.
    Records(Vec<Range<usize>>),
    /// What stands in the place of a list and is none.
    NoList,
    /// Another value.
    Value(Range<usize>),
}

impl DocumentText {
    /// Scans a text without a byte order mark.
    fn scan(text: String) -> Result<Self, Refusal> {
        let fields: Scanned =
            serde_json::from_str(&text).map_err(|error| refusal(&text, &error))?;
        let found = |value: &RawValue| place(value, &text);
        let values = fields.0.into_iter().map(|(key, value)| {
            let place = match value {
                ScannedValue::List(List(Some(records))) => {
                    Found::Records(records.into_iter().map(found).collect())
                }
                ScannedValue::List(List(None)) => Found::NoList,
                ScannedValue::Other(value) => Found::Value(found(value)),
            };
            (key, place)
        });
        let values = values.collect();
        Ok(Self {
            text,
            values,
            wrong: Vec::new(),
        })
    }

    /// Decodes and scans a file.
    ///
    /// # Errors
    /// Refuses what is not JSON, and what is not an object.
    pub(super) fn decode(mut bytes: Vec<u8>) -> Result<Self, Refusal> {
        if bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        let (text, wrong) = decode(bytes);
        let scanned = Self::scan(text);
        match (scanned, wrong.first()) {
            (Ok(document), _) => Ok(Self { wrong, ..document }),
            (Err(mut refusal), Some(wrong)) => {
                refusal.message = format!("{} Its {}.", refusal.message, wrong.message());
                Err(refusal)
            }
            (refused, None) => refused,
        }
    }

    /// The first byte at a place that is not UTF-8.
    pub(super) fn wrong_in(&self, place: &Range<usize>) -> Option<&WrongByte> {
        let next = self.wrong.partition_point(|wrong| wrong.at < place.start);
        self.wrong.get(next).filter(|wrong| wrong.at < place.end)
    }

    /// The issues of bytes in values that are not lists, by key: what they stand in is left out.
    pub(super) fn wrong_values(&self) -> Vec<Issue> {
        let issue = |(key, value): &(String, Found)| {
            let Found::Value(place) = value else {
                return None;
            };
            let wrong = self.wrong_in(place)?;
            Some(wrong.issue(self.slice(place)?, place.start, key))
        };
        self.values.iter().filter_map(issue).collect()
    }

    fn place(&self, key: &str) -> Option<&Found> {
        let mut values = self.values.iter().rev();
        values
            .find(|(other, _)| other == key)
            .map(|(_, place)| place)
    }

    /// The JSON text of the value with that key, which is not a list of records; `None` where it has bytes
    /// that are not UTF-8.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        match self.place(key)? {
            Found::Value(place) if self.wrong_in(place).is_none() => self.slice(place),
            Found::Value(_) | Found::Records(_) | Found::NoList => None,
        }
    }

    /// Whether it has a list with that key, or something else in its place.
    pub(super) fn has_list(&self, key: &str) -> bool {
        matches!(self.place(key), Some(Found::Records(_) | Found::NoList))
    }

    /// The places of the records of a list; `None` where the value is not a list.
    pub(super) fn records(&self, key: &str) -> Option<&[Range<usize>]> {
        match self.place(key)? {
            Found::Records(records) => Some(records),
            Found::NoList | Found::Value(_) => None,
        }
    }

    /// The JSON text at a place.
    pub(super) fn slice(&self, place: &Range<usize>) -> Option<&str> {
        self.text.get(place.clone())
    }

    /// Length of the text in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The keys.
    #[cfg(feature = "schema")]
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(key, _)| key.as_str())
    }
}

fn refusal(text: &str, error: &serde_json::Error) -> Refusal {
    // JSON that is no object is sound up to its end.
    match serde_json::from_str::<&RawValue>(text) {
        Ok(_) if error.is_data() => Refusal::no_object(),
        Ok(_) => Refusal::no_json(&error.to_string()),
        Err(error) => Refusal::no_json(&error.to_string()),
    }
}

/// The values of a document by key, as they stand in the text.
struct Scanned<'a>(Vec<(String, ScannedValue<'a>)>);

enum ScannedValue<'a> {
    List(List<'a>),
    Other(&'a RawValue),
}

impl<'de> Deserialize<'de> for Scanned<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ScannedVisitor)
    }
}

struct ScannedVisitor;

impl<'de> Visitor<'de> for ScannedVisitor {
    type Value = Scanned<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object {…}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = if LISTS.contains(&key.as_str()) {
                ScannedValue::List(map.next_value()?)
            } else {
                ScannedValue::Other(map.next_value()?)
            };
            values.push((key, value));
        }
        Ok(Scanned(values))
    }
}

/// The items of a list; `None` for any other value.
struct List<'a>(Option<Vec<&'a RawValue>>);

impl<'de> Deserialize<'de> for List<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor)
    }
}

struct ListVisitor;

impl<'de> Visitor<'de> for ListVisitor {
    type Value = List<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(List(Some(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(List(None))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(List(None))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(List(None))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(List(None))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(List(None))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(List(None))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(List(None))
    }
}
