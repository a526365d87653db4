//! Labels of events on the axis, measured.

use std::cell::RefCell;

use yew::AttrValue;

use crate::dataset::Event;
use crate::date::PartialDate;
use crate::locale::fill;
use crate::timeline::truncate_to_width;
use crate::ui::context::App;
use crate::ui::hooks::{self, TextMeasure};

/// Longest label, in CSS pixels.
pub(super) const LABEL_WIDTH: f64 = 420.0;
/// Longest shortened title, for an event without a short title of its own.
const CUT_WIDTH: f64 = 150.0;
/// Width of a character before the font is known.
const GUESS: f64 = 7.0;

/// Width of a text on the axis in CSS pixels, or a guess before the font is known.
pub(super) fn width_of(text: &str, bold: bool, measure: Option<&TextMeasure>) -> f64 {
    match measure {
        Some(measure) => measure.width(text, bold),
        None => text.chars().count() as f64 * GUESS,
    }
}

/// The label of an event, whole and in short.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Labels {
    pub whole: AttrValue,
    pub short: AttrValue,
    /// Their widths.
    pub widths: [f64; 2],
}

impl Labels {
    /// The label of an event: its title, and its short one, or else the title cut at a word. A mark
    /// `far` from its time, at the end of the axis, is labelled with its year instead, because a
    /// title alone would suggest a wrong date.
    fn new(app: &App, event: &Event, far: bool, measure: Option<&TextMeasure>) -> Self {
        let bold = event.weight == 3;
        let width = |text: &str| width_of(text, bold, measure);
        let year = PartialDate::from_year(event.date.year()).filter(|_| far);
        let (whole, short) = match year {
            Some(year) => {
                let date = &app.formats.date(year);
                let text = fill(app.words.off_axis, &[("date", date)]);
                (text.clone(), text)
            }
            None => {
                let cut =
                    || truncate_to_width(&event.title, CUT_WIDTH, &width, &hooks::character_ends).0;
                let short = event.short.as_deref().map_or_else(cut, str::to_owned);
                (event.title.to_string(), short)
            }
        };
        Self {
            widths: [width(&whole), width(&short)],
            whole: whole.into(),
            short: short.into(),
        }
    }
}

/// Labels that have been measured, by position of their event.
#[derive(Default)]
pub(super) struct LabelCache {
    labels: RefCell<Vec<Option<Labels>>>,
}

impl LabelCache {
    /// The label of the event at a position.
    pub fn get(
        &self,
        position: usize,
        app: &App,
        event: &Event,
        bounds: (f64, f64),
        measure: Option<&TextMeasure>,
    ) -> Labels {
        let mut labels = self.labels.borrow_mut();
        if labels.len() <= position {
            labels.resize(position + 1, None);
        }
        let make = || {
            let time = event.date.midpoint();
            let far = time < bounds.0 || time > bounds.1;
            Labels::new(app, event, far, measure)
        };
        labels[position].get_or_insert_with(make).clone()
    }
}
