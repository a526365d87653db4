//! Models, their prices and scores, and how these are measured.

use serde::{Deserialize, Serialize};

use crate::dataset::fields::{
    amount, filled, optional_amount, optional_record, record_map, records, score,
};
use crate::dataset::text::Text;
use crate::dataset::vocabulary::{ComponentKind, Confidence};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::sort::sort_by_key;

/// A model. What is not known is left out, and shown as unknown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Model {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// Id of the actor that developed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Text>,
    /// When it was released; without it, it stands in no chart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released: Option<PartialDate>,
    /// Id of the level of openness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Text>,
    /// Licence of the weights, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Text>,
    /// Its parts that are out, each with its licence. A part that is absent is not out.
    #[serde(
        default,
        deserialize_with = "record_map",
        skip_serializing_if = "Components::is_empty"
    )]
    #[cfg_attr(feature = "schema", schemars(schema_with = "components_schema"))]
    pub components: Components,
    /// Its size.
    #[serde(
        default,
        deserialize_with = "optional_record",
        skip_serializing_if = "Option::is_none"
    )]
    pub parameters: Option<Parameters>,
    /// Context window, in tokens.
    #[serde(
        default,
        deserialize_with = "optional_amount",
        skip_serializing_if = "Option::is_none"
    )]
    pub context: Option<Decimal>,
    /// List prices of the developer, each from its date on.
    #[serde(
        default,
        deserialize_with = "records",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub prices: Vec<Price>,
    /// What it scored, and who measured that.
    #[serde(
        default,
        deserialize_with = "records",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub scores: Vec<Score>,
    /// How sure the editors are of its date, level and size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What a careful reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// The parts of a model that are out, in the order of [`ComponentKind`]. (A map of the standard library would add
/// 5 kB, brotli, for at most seventeen entries.)
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Components(Vec<(ComponentKind, Component)>);

impl Components {
    /// Whether nothing is known of the parts.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts.
    pub fn iter(&self) -> impl Iterator<Item = &(ComponentKind, Component)> {
        self.0.iter()
    }

    /// The part of that kind, where it is out.
    pub fn get(&self, kind: ComponentKind) -> Option<&Component> {
        // Of a part that a file names twice the last one counts.
        let mut parts = self.0.iter().rev();
        let found = parts.find(|(other, _)| *other == kind);
        found.map(|(_, component)| component)
    }
}

impl FromIterator<(ComponentKind, Component)> for Components {
    fn from_iter<I: IntoIterator<Item = (ComponentKind, Component)>>(parts: I) -> Self {
        let mut parts = parts.into_iter().collect();
        sort_by_key(&mut parts, |(kind, _): &(ComponentKind, Component)| *kind);
        Self(parts)
    }
}

impl Serialize for Components {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(kind, component)| (kind, component)))
    }
}

/// A part of a model that is out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Component {
    /// Its licence, by its SPDX id where it has one; left out where none is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Text>,
}

/// An object with the parts as keys, so that editors complete them. (A map with these keys would take
/// any key.)
#[cfg(feature = "schema")]
fn components_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    use schemars::{JsonSchema, json_schema};
    let component = generator.subschema_for::<Component>().to_value();
    let words = ComponentKind::json_schema(generator).to_value();
    let words = words["oneOf"].as_array().into_iter().flatten();
    let properties: serde_json::Map<_, _> = words
        .filter_map(|word| {
            let mut property = component.clone();
            property["description"] = word["description"].clone();
            Some((word["const"].as_str()?.to_owned(), property))
        })
        .collect();
    json_schema!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// Numbers of parameters, in billions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Parameters {
    /// All of them, in billions.
    #[serde(deserialize_with = "amount")]
    pub total: Decimal,
    /// Those used for one token, in billions; left out where all are used or it is not known.
    #[serde(
        default,
        deserialize_with = "optional_amount",
        skip_serializing_if = "Option::is_none"
    )]
    pub active: Option<Decimal>,
}

/// List prices, in US dollars per million tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Price {
    /// Since when they have held.
    pub date: PartialDate,
    /// For what goes in.
    #[serde(deserialize_with = "amount")]
    pub input: Decimal,
    /// For input that repeats an earlier prompt; left out where there is no such price.
    #[serde(
        default,
        deserialize_with = "optional_amount",
        skip_serializing_if = "Option::is_none"
    )]
    pub cached: Option<Decimal>,
    /// For what comes out.
    #[serde(deserialize_with = "amount")]
    pub output: Decimal,
    /// Whether it was a promotion and not the list price.
    #[serde(default)]
    pub promotion: bool,
    /// Id of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// What a careful reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What has been told of these prices that is not right, and what is; drawn in the chart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Text>,
}

/// What a model scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Score {
    /// Id of the benchmark.
    #[serde(deserialize_with = "filled")]
    pub benchmark: Text,
    /// The score, in the unit of the benchmark.
    #[serde(deserialize_with = "score")]
    pub value: Decimal,
    /// Who measured it.
    #[serde(deserialize_with = "filled")]
    pub tester: Text,
    /// Id of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// How it was measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A fixed set of tasks by which models are compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Benchmark {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// Unit of its scores, such as `%`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// The best score that there can be.
    #[serde(
        default,
        deserialize_with = "optional_amount",
        skip_serializing_if = "Option::is_none"
    )]
    pub max: Option<Decimal>,
    /// What it measures.
    #[serde(deserialize_with = "filled")]
    pub description: Text,
    /// What keeps its scores from being compared like for like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparable: Option<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// A published measurement of the distance between open and closed models.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Yardstick {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// When it was published.
    pub date: PartialDate,
    /// What it says, in plain text with `*emphasis*`.
    #[serde(deserialize_with = "filled")]
    pub text: Text,
    /// Ids of sources.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub sources: Vec<Text>,
}
