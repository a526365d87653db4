//! The types of the data set. They are the source of the JSON Schema: the doc comment of a field
//! is what an editor's completion shows.

use serde::{Deserialize, Serialize};

use super::fields::{address, filled, language, months, optional_address, records, sides, weight};
use super::text::Text;
use super::vocabulary::{ActorKind, Confidence, EventKind, LinkStatus, Relation, Side, SourceKind};
use crate::date::{DateRange, PartialDate};

mod argument;
mod decide;
mod explanation;
mod models;
mod story;

pub use argument::*;
pub use decide::*;
pub use explanation::*;
pub use models::*;
pub use story::*;

/// A data set of `<open-vs-closed>`, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Document {
    /// Where editors find this schema.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<Text>,
    /// Version of this format, `"major.minor"`; now `"1.0"`.
    pub version: Text,
    /// About the data set as a whole.
    pub meta: Meta,
    /// The events of the timeline.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100_000)))]
    pub events: Vec<Event>,
    /// The sources that records refer to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The people and organisations that events refer to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Actor>,
    /// Typed links between events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// The gradient of release, from the most closed to the most open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Definitions of "open".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Definition>,
    /// The dimensions of the comparison.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<Dimension>,
    /// Notable models, open and closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<Model>,
    /// What the scores of models measure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benchmarks: Vec<Benchmark>,
    /// What others have published about the distance between open and closed models.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yardsticks: Vec<Yardstick>,
    /// What a reader who has one minute sees first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<Story>,
    /// What helps a reader to decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decide: Option<Decide>,
    /// Hard words, explained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<GlossaryTerm>,
    /// Claims of the founding article, checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<FactCheck>,
    /// How the data set was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub method: Vec<MethodText>,
    /// What has been corrected since it was published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// About the data set as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Meta {
    /// Heading of the widget.
    #[serde(deserialize_with = "filled")]
    pub title: Text,
    /// Language of the words, as a BCP 47 tag.
    #[serde(default = "english", deserialize_with = "language")]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub lang: Text,
    /// Date of the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<PartialDate>,
    /// Licence of the data, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<Text>,
    /// Ranges that the reader can jump to. The one with the id `all` is what "Show all" shows.
    #[serde(
        default,
        deserialize_with = "records",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub presets: Vec<Preset>,
    /// Background periods.
    #[serde(
        default,
        deserialize_with = "records",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub eras: Vec<Era>,
}

/// A range that the reader can jump to: `range`, or else the last `months`, or else the whole span.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Preset {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Label of the button.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// The range, such as `2024-12/2025-03`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<DateRange>,
    /// So many whole months, of which the last is the month of the data's date; 1 to 1200. Where there
    /// is a `range`, that counts.
    #[serde(
        default,
        deserialize_with = "months",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1200)))]
    pub months: Option<u16>,
}

/// A background period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Era {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name of the period.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// First date of the period.
    pub start: PartialDate,
    /// Last date of the period; without it, it lasts to the date of the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// What marks the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// Something that can be read or checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Source {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Its title.
    #[serde(deserialize_with = "filled")]
    pub title: Text,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Its address: `https:`, `http:` or `mailto:`.
    #[serde(deserialize_with = "address")]
    #[cfg_attr(
        feature = "schema",
        schemars(regex(
            pattern = r"^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)[^\s]+$"
        ))
    )]
    pub url: Text,
    /// Where a copy was read, while the record cites the original. An address as `url` is one.
    #[serde(
        default,
        deserialize_with = "optional_address",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(
        feature = "schema",
        schemars(regex(
            pattern = r"^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)[^\s]+$"
        ))
    )]
    pub copy: Option<Text>,
    /// What sort of source it is.
    pub kind: SourceKind,
    /// Its language, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Text>,
    /// The language of `title` where it is not that of the source: the editors’ own words for a source
    /// without a title, or a translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_lang: Option<Text>,
    /// `false` where the address is known but the editors have not opened it.
    #[serde(default = "yes")]
    pub opened: bool,
}

/// A person or an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Actor {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Name.
    #[serde(deserialize_with = "filled")]
    pub name: Text,
    /// What sort of actor it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActorKind>,
    /// Country, as an ISO 3166 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Text>,
}

/// One event of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Event {
    /// Stable id; also the anchor in the static page.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// When it happened, with the precision that is known.
    pub date: PartialDate,
    /// Last date, for what lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Other dates that sources give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<PartialDate>,
    /// Title.
    #[serde(deserialize_with = "filled")]
    pub title: Text,
    /// Title where there is little room: a name, such as `DeepSeek-R1`. At most 28 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(max = 28)))]
    pub short: Option<Text>,
    /// What happened, in plain text with `*emphasis*`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Its effect on openness; decides the lane. `context` where it is left out.
    #[serde(default = "context")]
    pub side: Side,
    /// Other sides that it concerns as well: it stands in their lanes, too.
    #[serde(
        default,
        deserialize_with = "sides",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub also: Vec<Side>,
    /// What sort of thing happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EventKind>,
    /// Id of the level of openness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Text>,
    /// Ids of the models that came out with it. The parts of the first one that are out decide its side
    /// where a definition asks for parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<Text>,
    /// Weight that the editors give it, 1 to 3.
    #[serde(default = "one", deserialize_with = "weight")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 3)))]
    pub weight: u8,
    /// Ids of actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Text>,
    /// How sure the editors are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What a careful reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

/// A typed link from an event to a later one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Link {
    /// Stable id.
    #[serde(deserialize_with = "filled")]
    pub id: Text,
    /// Id of the earlier event.
    #[serde(deserialize_with = "filled")]
    pub from: Text,
    /// Id of the later event.
    #[serde(deserialize_with = "filled")]
    pub to: Text,
    /// How the one bears on the other.
    pub relation: Relation,
    /// How well that is supported.
    pub status: LinkStatus,
    /// The reason, or who claims it and what contradicts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Ids of sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Text>,
}

fn english() -> Text {
    "en".into()
}

fn yes() -> bool {
    true
}

fn context() -> Side {
    Side::Context
}

fn one() -> u8 {
    1
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            title: Text::default(),
            lang: english(),
            updated: None,
            license: None,
            presets: Vec::new(),
            eras: Vec::new(),
        }
    }
}

impl Event {
    /// The side that it speaks for, and the others that it concerns as well.
    pub fn sides(&self) -> impl Iterator<Item = Side> {
        let also = self.also.iter().copied();
        core::iter::once(self.side).chain(also.filter(|side| *side != self.side))
    }
}
