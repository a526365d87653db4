//! What the comparison is made of: levels of release, definitions, dimensions, claims.

use serde::{Deserialize, Serialize};

use crate::dataset::fields::{filled, records};
use crate::dataset::text::Text;
use crate::dataset::vocabulary::{ClaimKind, Strength};

/// A step of the gradient of release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Level {
    /// Stable id: `unreleased`, `hosted`, `api`, `restricted`, `permissive` or `full`.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// What it means.
    #[serde(deserialize_with = "filled")]
    pub definition: Text,
    /// Examples, a few words each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Text>,
    /// Who can run such a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<Text>,
    /// Who can study how it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub study: Option<Text>,
    /// Ids of events that exemplify it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// A definition of "open".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Definition {
    /// Stable id: `osaid`, `permissive`, `downloadable` or `components`.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// What it asks for and how it is applied to incomplete facts.
    #[serde(deserialize_with = "filled")]
    pub text: Text,
    /// Ids of the levels that count as open under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// One dimension of the debate: a row of the comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Dimension {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// The question that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Text>,
    /// The strongest case for open.
    #[serde(default, deserialize_with = "records")]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub open: Vec<Claim>,
    /// The strongest case for closed.
    #[serde(default, deserialize_with = "records")]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub closed: Vec<Claim>,
    /// What the evidence says.
    #[serde(
        default,
        deserialize_with = "records",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub evidence: Vec<Claim>,
    /// What is contested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contested: Option<Text>,
    /// What would change one's mind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crux: Option<Text>,
    /// Ids of the sources of `contested` and `crux`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

impl Dimension {
    /// Its claims: those of the two sides, then the evidence.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        let sides = self.open.iter().chain(&self.closed);
        sides.chain(&self.evidence)
    }
}

/// A statement with its kind, its strength and its sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Claim {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// The statement, in plain text with `*emphasis*`.
    #[serde(deserialize_with = "filled")]
    pub text: Text,
    /// What sort of statement it is.
    pub kind: ClaimKind,
    /// How firmly the evidence supports it.
    pub strength: Strength,
    /// Ids of sources.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub sources: Vec<Text>,
    /// Ids of the actors who say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<Text>,
    /// Ids of events that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Text>,
    /// Ids of models that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<Text>,
}
