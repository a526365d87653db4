//! What explains the data set itself: hard words, a fact-check, the method, corrections.

use serde::{Deserialize, Serialize};

use crate::dataset::fields::filled;
use crate::dataset::text::Text;
use crate::dataset::vocabulary::Verdict;
use crate::date::PartialDate;

/// A hard word, explained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct GlossaryTerm {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// The word.
    #[serde(deserialize_with = "filled")]
    pub term: Text,
    /// What it means, in plain text with `*emphasis*`.
    #[serde(deserialize_with = "filled")]
    pub definition: Text,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// A claim of the founding article, checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct FactCheck {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// What the article says.
    #[serde(deserialize_with = "filled")]
    pub claim: Text,
    /// What the editors found.
    pub verdict: Verdict,
    /// Why, in plain text with `*emphasis*`.
    #[serde(deserialize_with = "filled")]
    pub explanation: Text,
    /// What is right instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
    /// Ids of events that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Text>,
}

/// A part of how the data set was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct MethodText {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Heading.
    #[serde(deserialize_with = "filled")]
    pub title: Text,
    /// The text, in plain text with `*emphasis*`.
    #[serde(deserialize_with = "filled")]
    pub text: Text,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// Something that was wrong in the data set and has been put right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Correction {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// When it was corrected.
    pub date: PartialDate,
    /// Id of the event, the model or the claim that was corrected; left out where it was none of them,
    /// or is no longer there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Text>,
    /// What was wrong and what is right, in plain text with `*emphasis*`.
    #[serde(deserialize_with = "filled")]
    pub text: Text,
}
