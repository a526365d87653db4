//! The data set: its types, reading it with issues by path, and the JSON Schema made from the types.
//!
//! A wrong record is left out and reported with its JSON path; all sound records are read. Only a text
//! that is no data set at all is refused.

#[cfg(feature = "schema")]
mod check;
mod document;
mod fields;
mod ids;
mod issue;
mod lists;
mod load;
mod look_up;
mod object;
mod problem;
mod raw;
mod record;
mod references;
#[cfg(feature = "schema")]
mod schema;
mod text;
mod translate;
mod types;
mod utf8;
#[cfg(feature = "schema")]
mod validator;
mod version;
mod vocabulary;
mod words;

#[cfg(feature = "schema")]
pub use check::check;
pub use fields::is_language_tag;
pub use issue::{Issue, Refusal, left_out};
pub use load::{Loaded, MAX_BYTES, MAX_EVENTS, Reading, Step, load};
pub use look_up::Dataset;
#[cfg(feature = "schema")]
pub use schema::schema_json;
pub use text::Text;
pub use types::*;
pub use vocabulary::{
    ActorKind, ClaimKind, ComponentKind, Confidence, CostInput, EventKind, LinkStatus, Relation,
    Side, SourceKind, Strength, Verdict, Vocabulary,
};
pub use words::{Words, WordsFile};
