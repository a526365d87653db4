//! The words of the interface, and dates in words.
//!
//! Words come from a table by key. How a date is written comes in as a function, because only the
//! page or the static renderer knows the reader's language.

mod dates;
mod messages;

pub use dates::{DateStyle, Formats, date_locale};
pub use messages::{ENGLISH, Messages, fill};
