//! The stretch of time that the axis shows.

use crate::dataset::{Dataset, Era, Event};
use crate::date::DateRange;
use crate::number::within;
use crate::state::ViewState;

/// Shortest stretch, in days.
const SHORTEST: f64 = 1.0;

/// What a control asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum Zoom {
    /// Closer, around the middle.
    In,
    /// Farther, around the middle.
    Out,
    /// Everything.
    All,
    /// That range.
    Range(DateRange),
}

/// A stretch of time within the whole span; all in days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Window {
    start: f64,
    end: f64,
    span: (f64, f64),
}

/// The whole span: the preset `all` where the data set has one, or from the first event to the
/// last with a little room.
pub(in crate::ui) fn main_span(data: &Dataset) -> (f64, f64) {
    let preset = data
        .meta()
        .presets
        .iter()
        .find(|preset| &*preset.id == "all");
    if let Some(preset) = preset {
        let (start, end) = preset.range.days();
        return (f64::from(start), f64::from(end));
    }
    let first = data.events().first();
    let start = first.map_or(0.0, |event| f64::from(event.date.first_day()));
    let end = data
        .events()
        .iter()
        .map(|event| f64::from(event.date.end_day()))
        .fold(start, f64::max);
    let room = ((end - start) * 0.03).max(1.0);
    (start - room, end + room)
}

impl Window {
    /// What the state asks for.
    pub(in crate::ui) fn from_state(state: &ViewState, span: (f64, f64)) -> Self {
        let all = Self {
            start: span.0,
            end: span.1,
            span,
        };
        match state.range {
            None => all,
            Some(range) => {
                let (start, end) = range.days();
                Self {
                    start: f64::from(start),
                    end: f64::from(end),
                    span,
                }
                .fitted()
            }
        }
    }

    /// The stretch that holds what lies between two events, with room on both sides.
    pub(in crate::ui) fn around(self, first: &Event, last: &Event) -> Self {
        let start = f64::from(first.date.first_day());
        let end = f64::from(last.date.end_day()).max(start);
        let room = ((end - start) * 0.25).max(4.0);
        self.set_to((start - room, end + room))
    }

    /// First and last day shown.
    pub(in crate::ui) fn span(self) -> (f64, f64) {
        (self.start, self.end)
    }

    /// The whole span that it moves within.
    pub(in crate::ui) fn whole(self) -> (f64, f64) {
        self.span
    }

    /// Whether it shows everything.
    pub(in crate::ui) fn is_all(self) -> bool {
        self.start <= self.span.0 && self.end >= self.span.1
    }

    /// First day of a period, and the one after its last.
    pub(in crate::ui) fn days_of(self, era: &Era) -> (f64, f64) {
        let end = era.end.map(|end| f64::from(end.end_day()));
        (f64::from(era.start.first_day()), end.unwrap_or(self.span.1))
    }

    /// Whether it is what a range in the state asks for, to the day.
    pub(in crate::ui) fn shows(self, range: Option<DateRange>) -> bool {
        match range {
            None => self.is_all(),
            Some(range) => {
                !self.is_all() && crate::date::range_from_days(self.start, self.end) == range
            }
        }
    }

    /// The same span of time, `start` first.
    pub(in crate::ui) fn moved_to(self, start: f64) -> Self {
        let length = self.end - self.start;
        Self {
            start,
            end: start + length,
            ..self
        }
        .fitted()
    }

    /// Zoomed by a factor (over 1 is closer), keeping a time in its place.
    pub(in crate::ui) fn zoomed_at(self, factor: f64, time: f64) -> Self {
        let length = self.end - self.start;
        let (shortest, longest) = (SHORTEST.min(length), self.span.1 - self.span.0);
        let factor = within(factor, length / longest.max(length), length / shortest);
        Self {
            start: time - (time - self.start) / factor,
            end: time + (self.end - time) / factor,
            ..self
        }
        .fitted()
    }

    /// What a control asks for.
    pub(in crate::ui) fn zoomed(self, zoom: Zoom) -> Self {
        let middle = f64::midpoint(self.start, self.end);
        match zoom {
            Zoom::In => self.zoomed_at(2.0, middle),
            Zoom::Out => self.zoomed_at(0.5, middle),
            Zoom::All => Self {
                start: self.span.0,
                end: self.span.1,
                ..self
            },
            Zoom::Range(range) => {
                let (start, end) = range.days();
                self.set_to((f64::from(start), f64::from(end)))
            }
        }
    }

    /// From one day to another.
    pub(in crate::ui) fn set_to(self, (start, end): (f64, f64)) -> Self {
        Self { start, end, ..self }.fitted()
    }

    /// With another start, and the same end.
    pub(in crate::ui) fn with_start(self, start: f64) -> Self {
        let start = within(start, self.span.0, self.end - SHORTEST);
        Self { start, ..self }
    }

    /// With another end, and the same start.
    pub(in crate::ui) fn with_end(self, end: f64) -> Self {
        let end = within(end, self.start + SHORTEST, self.span.1);
        Self { end, ..self }
    }

    /// Moved by a part of its own length: 1 is a screen.
    pub(in crate::ui) fn panned(self, part: f64) -> Self {
        self.moved_to(self.start + (self.end - self.start) * part)
    }

    /// Inside the whole span, and not too short.
    fn fitted(self) -> Self {
        let whole = self.span.1 - self.span.0;
        let length = (self.end - self.start).max(SHORTEST).min(whole);
        let middle = f64::midpoint(self.start, self.end);
        let start = within(middle - length / 2.0, self.span.0, self.span.1 - length);
        Self {
            start,
            end: start + length,
            ..self
        }
    }
}
