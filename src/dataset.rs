//! The data set: its types, reading it with issues by path, and the JSON Schema made from the types.
//!
//! Reading is tolerant by record: what is wrong is left out and reported with its JSON path, and
//! everything sound is kept. Only what is no data set at all is refused whole.

mod format;
mod index;
mod issue;
mod list;
mod load;
mod look_up;
mod parse;
mod read;
mod record;
mod references;
mod types;
mod value;
mod vocabulary;

pub use index::Index;
pub use issue::{Issue, Refusal, left_out};
pub use load::{Fault, Loaded, MAX_BYTES, MAX_EVENTS, Reading, Step, check, load};
pub use look_up::Dataset;
pub use types::*;
pub use value::{MAX_DEPTH, Value};
pub use vocabulary::{
    ActorKind, ClaimKind, Confidence, EventKind, LinkStatus, Relation, Side, SourceKind, Strength,
    Vocabulary,
};

/// The JSON Schema of the data set, generated from the types, pretty-printed with a final newline.
#[cfg(feature = "schema")]
pub fn schema_json() -> String {
    let schema = schemars::schema_for!(Document);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
