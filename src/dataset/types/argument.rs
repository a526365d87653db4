//! What the comparison is made of: levels of release, definitions, dimensions, claims.

use serde::Serialize;

use super::*;

records! {
    /// A step of the gradient of release.
    pub struct Level {
        /// Stable id: `unreleased`, `hosted`, `api`, `restricted`, `permissive` or `full`.
        pub id: Text,
        /// Name.
        pub name: Text,
        /// What it means.
        pub definition: Text,
        /// Examples, a few words each.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub examples: Vec<Text>,
        /// Who can run such a model.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub run: Option<Text>,
        /// Who can study how it was made.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub study: Option<Text>,
        /// Ids of events that exemplify it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub events: Vec<Text>,
        /// Ids of sources.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub sources: Vec<Text>,
    }

    /// A definition of "open".
    pub struct Definition {
        /// Stable id: `osaid`, `permissive`, `downloadable` or `components`.
        pub id: Text,
        /// Name.
        pub name: Text,
        /// What it asks for and how it is applied to incomplete facts.
        pub text: Text,
        /// Ids of the levels that count as open under it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub levels: Vec<Text>,
        /// Ids of sources.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub sources: Vec<Text>,
    }

    /// One dimension of the debate: a row of the comparison.
    pub struct Dimension {
        /// Stable id.
        pub id: Text,
        /// Name.
        pub name: Text,
        /// The question that it answers.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub question: Option<Text>,
        /// The strongest case for open.
        pub open: Vec<Claim>,
        /// The strongest case for closed.
        pub closed: Vec<Claim>,
        /// What the evidence says.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub evidence: Vec<Claim>,
        /// What is contested.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub contested: Option<Text>,
        /// What would change one's mind.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub crux: Option<Text>,
        /// Ids of the sources of `contested` and `crux`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub sources: Vec<Text>,
    }

    /// A statement with its kind, its strength and its sources.
    pub struct Claim {
        /// Stable id.
        pub id: Text,
        /// The statement, in plain text with `*emphasis*`.
        pub text: Text,
        /// What sort of statement it is.
        pub kind: ClaimKind,
        /// How firmly the evidence supports it.
        pub strength: Strength,
        /// Ids of sources.
        pub sources: Vec<Text>,
        /// Ids of events that it rests on.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub events: Vec<Text>,
        /// Ids of models that it rests on.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub models: Vec<Text>,
    }
}
