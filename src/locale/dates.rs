//! Dates in words, made by whoever knows the reader's language.

use std::rc::Rc;

use crate::date::PartialDate;

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// All that is known: “20 January 2025”, “June 2021”, “2021”.
    Full,
    /// Only its finest part, for an axis: “20”, “Jan”, “2021”.
    Finest,
}

/// The locale in which the dates of words in a language are written. Where it says no more than English, the
/// words are written as in Britain, ours among them: “12 June 2026” stands beside dates in sentences.
pub fn date_locale(lang: &str) -> &str {
    if lang == "en" { "en-GB" } else { lang }
}

/// Dates in the reader's language: the browser's `Intl` live, ICU4X in the static page.
#[derive(Clone)]
pub struct Formats {
    date: Rc<dyn Fn(PartialDate, DateStyle) -> String>,
}

impl Formats {
    /// Formats made by that function.
    pub fn new(date: impl Fn(PartialDate, DateStyle) -> String + 'static) -> Self {
        Self {
            date: Rc::new(date),
        }
    }

    /// ISO 8601, for where no language is known.
    pub fn iso() -> Self {
        Self::new(|date, style| match style {
            DateStyle::Full => date.to_string(),
            DateStyle::Finest => {
                let text = date.to_string();
                text.rsplit('-').next().unwrap_or_default().to_owned()
            }
        })
    }

    /// A date in words.
    pub fn date(&self, date: PartialDate) -> String {
        (self.date)(date, DateStyle::Full)
    }

    /// The finest part of a date, for an axis.
    pub fn finest(&self, date: PartialDate) -> String {
        (self.date)(date, DateStyle::Finest)
    }
}

impl PartialEq for Formats {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.date, &other.date)
    }
}
