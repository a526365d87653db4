//! The error for a text that is not a date.

use core::fmt;

/// How much of the offending text is repeated, in characters.
const QUOTED: usize = 40;

/// A text that is not a date or not a range. Its `Display` is a whole sentence for an editor:
/// it repeats the text (cut at 40 characters) and says what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    text: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Date,
    Range,
    Order,
}

impl DateError {
    pub(super) fn date(text: &str) -> Self {
        Self::new(text, Kind::Date)
    }

    pub(super) fn range(text: &str) -> Self {
        Self::new(text, Kind::Range)
    }

    pub(super) fn order(text: &str) -> Self {
        Self::new(text, Kind::Order)
    }

    fn new(text: &str, kind: Kind) -> Self {
        let end = text.char_indices().nth(QUOTED).map(|(end, _)| end);
        let text = match end.and_then(|end| text.get(..end)) {
            Some(start) => format!("{start}…"),
            None => text.to_owned(),
        };
        Self { text, kind }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let advice = match self.kind {
            Kind::Date => "date; write 2021, 2021-06 or 2021-06-09",
            Kind::Range => "range; write 2024-12/2025-03",
            Kind::Order => "range; write 2024-12/2025-03, the earlier date first",
        };
        write!(f, "\"{}\" is not a {advice}", self.text)
    }
}

impl core::error::Error for DateError {}
