//! The stretch of time that the axis shows, and how controls move it.

use crate::date::{DateRange, SHORTEST, range_from_days};
use crate::number::{fitted, within};

/// What a control asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zoom {
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
pub struct Viewport {
    start: f64,
    end: f64,
    span: (f64, f64),
}

impl Viewport {
    /// A range within the whole span, or all of it.
    pub fn new(range: Option<DateRange>, span: (f64, f64)) -> Self {
        let all = Self {
            start: span.0,
            end: span.1,
            span,
        };
        match range {
            None => all,
            Some(range) => all.zoomed(Zoom::Range(range)),
        }
    }

    /// Around a stretch of time, with room on both sides.
    #[must_use]
    pub fn around(self, (start, end): (f64, f64)) -> Self {
        let room = ((end - start) * 0.25).max(4.0);
        self.set_to((start - room, end + room))
    }

    /// First and last day shown.
    pub fn range(self) -> (f64, f64) {
        (self.start, self.end)
    }

    /// The whole span that it moves within.
    pub fn bounds(self) -> (f64, f64) {
        self.span
    }

    /// Whether it shows everything.
    pub fn is_all(self) -> bool {
        self.start <= self.span.0 && self.end >= self.span.1
    }

    /// Whether it is what a range asks for, to the day.
    pub fn shows(self, range: Option<DateRange>) -> bool {
        match range {
            None => self.is_all(),
            Some(range) => !self.is_all() && range_from_days(self.start, self.end) == range,
        }
    }

    /// The same span of time, `start` first.
    #[must_use]
    pub fn moved_to(self, start: f64) -> Self {
        let length = self.end - self.start;
        Self {
            start,
            end: start + length,
            ..self
        }
        .fitted()
    }

    /// Zoomed by a factor (over 1 is closer), keeping a time in its place.
    #[must_use]
    pub fn zoomed_at(self, factor: f64, time: f64) -> Self {
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
    #[must_use]
    pub fn zoomed(self, zoom: Zoom) -> Self {
        let middle = f64::midpoint(self.start, self.end);
        match zoom {
            Zoom::In => self.zoomed_at(2.0, middle),
            Zoom::Out => self.zoomed_at(0.5, middle),
            Zoom::All => Self::new(None, self.span),
            Zoom::Range(range) => {
                let (start, end) = range.days();
                self.set_to((f64::from(start), f64::from(end)))
            }
        }
    }

    /// From one day to another.
    #[must_use]
    pub fn set_to(self, (start, end): (f64, f64)) -> Self {
        Self { start, end, ..self }.fitted()
    }

    /// With another start, and the same end.
    #[must_use]
    pub fn with_start(self, start: f64) -> Self {
        let start = within(start, self.span.0, self.end - SHORTEST);
        Self { start, ..self }
    }

    /// With another end, and the same start.
    #[must_use]
    pub fn with_end(self, end: f64) -> Self {
        let end = within(end, self.start + SHORTEST, self.span.1);
        Self { end, ..self }
    }

    /// How long it is, in days.
    pub fn length(self) -> f64 {
        self.end - self.start
    }

    /// The same where it is longer than a day or two, and else the day in its middle, from its beginning to
    /// its end: what a range in days can say of it.
    #[must_use]
    pub fn on_whole_days(self) -> Self {
        if self.length() < 2.0 * SHORTEST {
            let start = f64::midpoint(self.start, self.end).floor();
            return self.set_to((start, start + SHORTEST));
        }
        self
    }

    /// Moved by a part of its own length: 1 is a screen. The closest look moves from day to day: less would
    /// show a part of one and a part of the next.
    #[must_use]
    pub fn panned(self, part: f64) -> Self {
        if self.length() < 2.0 * SHORTEST {
            let day = self.on_whole_days();
            return day.moved_to(day.start + SHORTEST.copysign(part));
        }
        self.moved_to(self.start + self.length() * part)
    }

    /// Inside the whole span, and not too short.
    fn fitted(self) -> Self {
        let (start, end) = fitted((self.start, self.end), self.span, SHORTEST);
        Self { start, end, ..self }
    }
}
