//! Parses JSON text natively, by serde_json.

use serde::de;
use serde_json::value::RawValue;

use super::{Issue, Parsed, Refusal, Text, Value, surrogates};

/// Parses a document record by record, so that what is wrong with one does not cost the rest.
pub(super) fn parse(text: &str) -> Result<Parsed, Refusal> {
    let keys = serde_json::from_str::<Keys>(text).map_err(|error| {
        if error.is_data() {
            Refusal::no_object()
        } else {
            Refusal::no_json(&error.to_string())
        }
    })?;
    let mut issues = Vec::new();
    let document = keys.0.into_iter().map(|(key, raw)| {
        let value = match serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
            Ok(items) => {
                let items = items.into_iter().enumerate();
                Value::List(
                    items
                        .map(|(at, raw)| record(raw, &format!("{key}[{at}]"), &mut issues))
                        .collect(),
                )
            }
            Err(_) => record(raw, &key, &mut issues),
        };
        (key, value)
    });
    Ok(Parsed {
        document: Value::Object(document.collect()),
        issues,
    })
}

/// A piece of the document, whose syntax is known to be sound.
fn record(raw: &RawValue, path: &str, issues: &mut Vec<Issue>) -> Value {
    if let Ok(value) = serde_json::from_str::<serde_json::Value>(raw.get()) {
        return value.into();
    }
    match serde_json::from_str::<serde_json::Value>(&surrogates::mend(raw.get())) {
        Ok(value) => {
            issues.push(Issue::half_of_a_pair(path));
            value.into()
        }
        Err(_) => {
            issues.push(Issue::too_deep(path));
            Value::Null
        }
    }
}

impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(flag) => Self::Bool(flag),
            serde_json::Value::Number(number) => Self::Number(number.to_string().into()),
            serde_json::Value::String(text) => Self::Text(text.into()),
            serde_json::Value::Array(items) => {
                Self::List(items.into_iter().map(Self::from).collect())
            }
            serde_json::Value::Object(entries) => {
                let entries = entries.into_iter();
                Self::Object(
                    entries
                        .map(|(key, value)| (key.into(), value.into()))
                        .collect(),
                )
            }
        }
    }
}

/// The keys of the document in the order of the file, each with its value unread.
struct Keys<'a>(Vec<(Text, &'a RawValue)>);

impl<'de> de::Deserialize<'de> for Keys<'de> {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeysVisitor)
    }
}

struct KeysVisitor;

impl<'de> de::Visitor<'de> for KeysVisitor {
    type Value = Keys<'de>;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Keys<'de>, A::Error> {
        let mut keys = Vec::new();
        while let Some(entry) = map.next_entry()? {
            keys.push(entry);
        }
        Ok(Keys(keys))
    }
}
