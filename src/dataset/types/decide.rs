//! What a reader decides with: needs, how well each level of openness meets them, and what running a model costs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::dataset::fields::{amount, filled, out_of_four, out_of_ten, records};
use crate::dataset::text::Text;
use crate::dataset::vocabulary::CostInput;
use crate::decimal::Decimal;

/// Needs and strategies, and the assumptions of the calculator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Decide {
    /// What a reader may need.
    #[serde(default, deserialize_with = "records")]
    pub needs: Vec<Need>,
    /// How well each level meets each need. A pair without a score counts as 0.
    #[serde(default, deserialize_with = "records")]
    pub scores: Vec<NeedScore>,
    /// Starting points: weights of an imagined reader.
    #[serde(
        default,
        deserialize_with = "records",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub profiles: Vec<Profile>,
    /// The assumptions of the calculator.
    #[serde(
        default,
        deserialize_with = "records",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub cost: Vec<Assumption>,
}

/// Something that a reader may need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Need {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// The question that the reader weighs.
    #[serde(deserialize_with = "filled")]
    pub question: Text,
    /// Its weight at first, 0 to 10.
    #[serde(deserialize_with = "out_of_ten")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 10)))]
    pub default: u8,
}

/// How well a level of openness meets a need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct NeedScore {
    /// Id of the need.
    #[serde(deserialize_with = "filled")]
    pub need: Text,
    /// Id of the level.
    #[serde(deserialize_with = "filled")]
    pub level: Text,
    /// From 0, not at all, to 4, fully.
    #[serde(deserialize_with = "out_of_four")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 4)))]
    pub value: u8,
    /// Why.
    #[serde(deserialize_with = "filled")]
    pub reason: Text,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// The weights of an imagined reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Profile {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Who it is, such as "A hospital".
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// Why they weigh so.
    #[serde(deserialize_with = "filled")]
    pub text: Text,
    /// Weights by id of the need, 0 to 10. A need without a weight counts as 0.
    #[serde(default)]
    pub weights: BTreeMap<Text, u8>,
}

/// An assumption of the calculator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Assumption {
    /// What is assumed.
    pub id: CostInput,
    /// The value at first, in the unit of the input.
    #[serde(deserialize_with = "amount")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub value: Decimal,
    /// Where it comes from.
    #[serde(deserialize_with = "filled")]
    pub note: Text,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}
