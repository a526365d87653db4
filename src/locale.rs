//! The words of the interface, and dates in words.
//!
//! Words come from a table by key. The function that formats a date comes from outside, because only the
//! page or the static renderer knows the reader's language.

mod dates;
mod fill;
mod messages;
mod messages_macro;
mod names;
mod static_word;
mod translated;

pub use dates::{DateStyle, Formats, date_locale};
pub use fill::fill;
pub use messages::{ENGLISH, Messages, SourcesMessages};
pub use names::counted;
pub use translated::messages_of;
#[cfg(feature = "schema")]
pub use translated::missing_words;
