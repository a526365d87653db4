//! Dates and countries in words.
//!
//! Given functions that format dates and name countries in the reader's language; returns texts.

use std::rc::Rc;

use crate::date::PartialDate;

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// All that is known: “20 January 2025”, “June 2021”, “2021”.
    Full,
    /// Only the finest part, for an axis: “20”, “Jan”, “2021”.
    Finest,
}

/// The locale in which dates are written for a language. English dates are British: “12 June 2026” reads
/// well in a sentence.
pub fn date_locale(lang: &str) -> &str {
    if lang == "en" { "en-GB" } else { lang }
}

/// Names a country by its ISO 3166 code; `None` where it has no name.
type RegionName = dyn Fn(&str) -> Option<String>;

/// Formats dates and names countries in the reader's language: with the browser's `Intl` live, and with ICU4X in the static
/// page.
#[derive(Clone)]
pub struct Formats {
    date: Rc<dyn Fn(PartialDate, DateStyle) -> String>,
    region: Rc<RegionName>,
}

impl Formats {
    /// Formats that use a function.
    pub fn new(date: impl Fn(PartialDate, DateStyle) -> String + 'static) -> Self {
        Self {
            date: Rc::new(date),
            region: Rc::new(|_| None),
        }
    }

    /// The same with a function that names a country by its ISO 3166 code.
    pub fn with_regions(self, region: impl Fn(&str) -> Option<String> + 'static) -> Self {
        Self {
            region: Rc::new(region),
            ..self
        }
    }

    /// The name of a country, or its code where it has no name.
    pub fn region(&self, code: &str) -> String {
        (self.region)(code).unwrap_or_else(|| code.to_owned())
    }

    /// ISO 8601, for where no language is known.
    pub fn iso() -> Self {
        Self::new(|date, style| {
            let text = date.to_string();
            match style {
                DateStyle::Full => text,
                DateStyle::Finest => text.rsplit('-').next().unwrap_or_default().to_owned(),
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

/// Equal where they share their function. Yew compares props, and closures have no other equality.
impl PartialEq for Formats {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.date, &other.date)
    }
}
