//! The story: what a reader who has one minute sees first.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::dataset::fields::{filled, records};
use crate::dataset::text::Text;

/// A takeaway, and the steps that lead to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Story {
    /// The heart of the matter, a sentence each. `[^id]` after a sentence cites the source with that id.
    pub takeaway: Vec<Text>,
    /// The steps, in the order of reading.
    #[serde(default, deserialize_with = "records")]
    pub steps: Vec<StoryStep>,
}

/// A step of the story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct StoryStep {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Heading.
    #[serde(deserialize_with = "filled")]
    pub title: Text,
    /// Two to four sentences, in plain text with `*emphasis*`. `[^id]` after a sentence cites the source with that id.
    #[serde(deserialize_with = "filled")]
    pub text: Text,
    /// What the illustration beside it shows: keys of the state and their values, as links have them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub state: BTreeMap<Text, StateValue>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// The value of a key of the state.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum StateValue {
    /// One value.
    One(Text),
    /// A list of values.
    Many(Vec<Text>),
}

impl StateValue {
    /// The values.
    pub fn as_slice(&self) -> &[Text] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }
}

impl<'de> Deserialize<'de> for StateValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StateValueVisitor)
    }
}

struct StateValueVisitor;

impl<'de> Visitor<'de> for StateValueVisitor {
    type Value = StateValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<StateValue, E> {
        Ok(StateValue::One(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<StateValue, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element()? {
            values.push(value);
        }
        Ok(StateValue::Many(values))
    }
}
