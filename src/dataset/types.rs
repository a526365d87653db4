//! The types of the data set. They are the source of the JSON Schema: the doc comment of a field
//! is what an editor's completion shows.

use std::rc::Rc;

use serde::Serialize;

use super::vocabulary::*;
use crate::date::{DateRange, PartialDate};
use crate::decimal::Decimal;

/// Text that is shared rather than copied when it reaches the page.
pub type Text = Rc<str>;

macro_rules! records {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize)]
            #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
            pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
        )*
    };
}

mod argument;
mod models;

pub use argument::*;
pub use models::*;

records! {
    /// A data set of `<open-vs-closed>`, as it stands in a file.
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
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub sources: Vec<Source>,
        /// The people and organisations that events refer to.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub actors: Vec<Actor>,
        /// Typed links between events.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub links: Vec<Link>,
        /// The gradient of release, from the most closed to the most open.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub levels: Vec<Level>,
        /// Definitions of "open".
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub definitions: Vec<Definition>,
        /// The dimensions of the comparison.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub dimensions: Vec<Dimension>,
        /// Notable models, open and closed.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub models: Vec<Model>,
        /// What the scores of models measure.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub benchmarks: Vec<Benchmark>,
        /// What others have published about the distance between open and closed models.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub yardsticks: Vec<Yardstick>,
    }

    /// About the data set as a whole.
    pub struct Meta {
        /// Heading of the widget.
        pub title: Text,
        /// Language of the words, as a BCP 47 tag.
        pub lang: Text,
        /// Date of the data.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub updated: Option<PartialDate>,
        /// Licence of the data, in a few words.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub license: Option<Text>,
        /// Ranges that the reader can jump to. The one with the id `all` is what "Show all" shows.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub presets: Vec<Preset>,
        /// Background periods.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub eras: Vec<Era>,
    }

    /// A range that the reader can jump to.
    pub struct Preset {
        /// Stable id.
        pub id: Text,
        /// Label of the button.
        pub name: Text,
        /// The range, such as `2024-12/2025-03`.
        pub range: DateRange,
    }

    /// A background period.
    pub struct Era {
        /// Stable id.
        pub id: Text,
        /// Name of the period.
        pub name: Text,
        /// First date of the period.
        pub start: PartialDate,
        /// Last date of the period; without it, it lasts until now.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end: Option<PartialDate>,
        /// What marks the period.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub summary: Option<Text>,
        /// Ids of sources.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub sources: Vec<Text>,
    }

    /// Something that can be read or checked.
    pub struct Source {
        /// Stable id.
        pub id: Text,
        /// Its title.
        pub title: Text,
        /// Who published it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub publisher: Option<Text>,
        /// When it was published.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<PartialDate>,
        /// Its address: `https:`, `http:` or `mailto:`.
        #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)[^\s]+$")))]
        pub url: Text,
        /// What sort of source it is.
        pub kind: SourceKind,
        /// Its language, as a BCP 47 tag.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lang: Option<Text>,
        /// `false` where the address is known but the editors have not opened it.
        #[cfg_attr(feature = "schema", schemars(default = "yes"))]
        pub opened: bool,
    }

    /// A person or an organisation.
    pub struct Actor {
        /// Stable id.
        pub id: Text,
        /// Name.
        pub name: Text,
        /// What sort of actor it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<ActorKind>,
        /// Country, as an ISO 3166 code.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub country: Option<Text>,
    }

    /// One event of the timeline.
    pub struct Event {
        /// Stable id; also the anchor in the static page.
        pub id: Text,
        /// When it happened, with the precision that is known.
        pub date: PartialDate,
        /// Last date, for what lasts.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end: Option<PartialDate>,
        /// Other dates that sources give.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub disputed: Vec<PartialDate>,
        /// Title.
        pub title: Text,
        /// Title where there is little room: a name, such as `DeepSeek-R1`. At most 28 characters.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(length(max = 28)))]
        pub short: Option<Text>,
        /// What happened, in plain text with `*emphasis*`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub summary: Option<Text>,
        /// Its effect on openness; decides the lane. `context` where it is left out.
        #[cfg_attr(feature = "schema", schemars(default = "context"))]
        pub side: Side,
        /// Other sides that it concerns as well: it stands in their lanes, too.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub also: Vec<Side>,
        /// What sort of thing happened.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<EventKind>,
        /// Id of the level of openness.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub level: Option<Text>,
        /// Weight that the editors give it, 1 to 3.
        #[cfg_attr(feature = "schema", schemars(default = "one", range(min = 1, max = 3)))]
        pub weight: u8,
        /// Ids of actors.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub actors: Vec<Text>,
        /// How sure the editors are.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub confidence: Option<Confidence>,
        /// What a careful reader should know.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<Text>,
        /// Ids of sources.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub sources: Vec<Text>,
    }

    /// A typed link from an event to a later one.
    pub struct Link {
        /// Stable id.
        pub id: Text,
        /// Id of the earlier event.
        pub from: Text,
        /// Id of the later event.
        pub to: Text,
        /// How the one bears on the other.
        pub relation: Relation,
        /// How well that is supported.
        pub status: LinkStatus,
        /// The reason, or who claims it and what contradicts it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<Text>,
        /// Ids of sources.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub sources: Vec<Text>,
    }
}

#[cfg(feature = "schema")]
fn yes() -> bool {
    true
}

#[cfg(feature = "schema")]
fn context() -> Side {
    Side::Context
}

#[cfg(feature = "schema")]
fn one() -> u8 {
    1
}

impl Event {
    /// The side that it speaks for, and the others that it concerns as well.
    pub fn sides(&self) -> impl Iterator<Item = Side> {
        let also = self.also.iter().copied();
        core::iter::once(self.side).chain(also.filter(|side| *side != self.side))
    }
}
