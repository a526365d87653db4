//! The part of the axis that is visible, and how controls move it.
//!
//! Given the bounds of the axis and what a control asks for; returns the next viewport, which always
//! lies inside the bounds.

use crate::date::{DateRange, SHORTEST, range_from_days};
use crate::interval::fit;

/// What a control asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zoom {
    /// Closer, around the middle.
    In,
    /// Farther, around the middle.
    Out,
    /// The whole axis.
    All,
    /// That range.
    Range(DateRange),
}

/// The visible part of the axis; all times are days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    start: f64,
    end: f64,
    bounds: (f64, f64),
}

impl Viewport {
    /// A range inside the bounds of the axis; `None` is the whole axis.
    pub fn new(range: Option<DateRange>, bounds: (f64, f64)) -> Self {
        let all = Self {
            start: bounds.0,
            end: bounds.1,
            bounds,
        };
        match range {
            None => all,
            Some(range) => all.zoomed(Zoom::Range(range)),
        }
    }

    /// Around a time span, with room on both sides.
    #[must_use]
    pub fn around(self, (start, end): (f64, f64)) -> Self {
        let room = ((end - start) * 0.25).max(4.0);
        self.set_to((start - room, end + room))
    }

    /// The first and the last time in view.
    pub fn range(self) -> (f64, f64) {
        (self.start, self.end)
    }

    /// The first and the last time of the whole axis.
    pub fn bounds(self) -> (f64, f64) {
        self.bounds
    }

    /// Whether the whole axis is in view.
    pub fn is_all(self) -> bool {
        self.start <= self.bounds.0 && self.end >= self.bounds.1
    }

    /// Whether it shows a range, to the day; `None` is the whole axis.
    pub fn shows(self, range: Option<DateRange>) -> bool {
        match range {
            None => self.is_all(),
            Some(range) => !self.is_all() && range_from_days(self.start, self.end) == range,
        }
    }

    /// As long as before, with `start` at its start.
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

    /// Zoomed by a factor: 2 shows half as much time. `time` keeps its place in the view.
    #[must_use]
    pub fn zoomed_at(self, factor: f64, time: f64) -> Self {
        let length = self.end - self.start;
        let (shortest, longest) = (SHORTEST.min(length), self.bounds.1 - self.bounds.0);
        let (least, most) = (length / longest.max(length), length / shortest);
        // Not `clamp`, which panics where the limits are no numbers.
        let factor = factor.max(least).min(most);
        Self {
            start: time - (time - self.start) / factor,
            end: time + (self.end - time) / factor,
            ..self
        }
        .fitted()
    }

    /// After a control.
    #[must_use]
    pub fn zoomed(self, zoom: Zoom) -> Self {
        let middle = f64::midpoint(self.start, self.end);
        match zoom {
            Zoom::In => self.zoomed_at(2.0, middle),
            Zoom::Out => self.zoomed_at(0.5, middle),
            Zoom::All => Self::new(None, self.bounds),
            Zoom::Range(range) => {
                let (start, end) = range.days();
                self.set_to((f64::from(start), f64::from(end)))
            }
        }
    }

    /// From one time to another.
    #[must_use]
    pub fn set_to(self, (start, end): (f64, f64)) -> Self {
        Self { start, end, ..self }.fitted()
    }

    /// With another start and the same end.
    #[must_use]
    pub fn with_start(self, start: f64) -> Self {
        let start = start.max(self.bounds.0).min(self.end - SHORTEST);
        Self { start, ..self }
    }

    /// With another end and the same start.
    #[must_use]
    pub fn with_end(self, end: f64) -> Self {
        let end = end.max(self.start + SHORTEST).min(self.bounds.1);
        Self { end, ..self }
    }

    /// Its length in days.
    pub fn length(self) -> f64 {
        self.end - self.start
    }

    /// The nearest viewport that a range of whole days can express: a view shorter than two days
    /// becomes the day in its middle.
    #[must_use]
    pub fn on_whole_days(self) -> Self {
        if self.length() < 2.0 * SHORTEST {
            let start = f64::midpoint(self.start, self.end).floor();
            return self.set_to((start, start + SHORTEST));
        }
        self
    }

    /// Panned by a part of its own length: 1 is a screen to the right. A view of a day moves from day
    /// to day, because less would show a part of one day and a part of the next.
    #[must_use]
    pub fn panned(self, part: f64) -> Self {
        if self.length() < 2.0 * SHORTEST {
            let day = self.on_whole_days();
            return day.moved_to(day.start + SHORTEST.copysign(part));
        }
        self.moved_to(self.start + self.length() * part)
    }

    /// Inside the bounds, and not too short.
    fn fitted(self) -> Self {
        let (start, end) = fit((self.start, self.end), self.bounds, SHORTEST);
        Self { start, end, ..self }
    }
}
