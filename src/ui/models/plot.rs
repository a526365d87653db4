//! Places in a chart, in CSS pixels.

use super::reader::DaySpan;
use crate::charts::Rect;
use crate::date::Day;
use crate::timeline::{Ticks, TimeScale, ticks};

/// Room left of the chart for the values, and under it for the years.
pub(super) const LEFT: f64 = 44.0;
const BOTTOM: f64 = 22.0;

/// The drawing area of a chart, with its time scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plot {
    pub width: f64,
    pub height: f64,
    time: TimeScale,
}

impl Plot {
    /// A chart of these days in a container of that width.
    pub fn new(container: f64, span: DaySpan) -> Self {
        let width = container.max(240.0);
        let margin = (f64::from(span.last - span.first) * 0.03).max(20.0);
        let (start, end) = (
            f64::from(span.first) - margin,
            f64::from(span.last) + margin,
        );
        Self {
            width,
            // Where there is room, high enough for names between two lines.
            height: if width < 480.0 {
                240.0
            } else {
                (width * 0.36).clamp(320.0, 440.0)
            },
            time: TimeScale::new(start, end, width - LEFT),
        }
    }

    /// The places of the lowest and of the highest value.
    pub fn value_range(&self) -> (f64, f64) {
        (self.bottom() - 4.0, 12.0)
    }

    /// The same below a title of the axis.
    pub fn value_range_below_title(&self) -> (f64, f64) {
        (self.bottom() - 4.0, 32.0)
    }

    /// What a title of that width covers, from the left of the plot.
    pub fn title_box(&self, width: f64) -> Rect {
        Rect {
            left: -LEFT,
            top: 0.0,
            right: width - LEFT,
            bottom: 14.0,
        }
    }

    /// Where the time axis is.
    pub fn bottom(&self) -> f64 {
        self.height - BOTTOM
    }

    /// The place of the middle of a day.
    pub fn x(&self, day: Day) -> f64 {
        LEFT + self.time.x(f64::from(day) + 0.5)
    }

    /// The dates under the chart.
    pub fn ticks(&self) -> Ticks {
        ticks(&self.time, 60.0)
    }

    /// The box that a line covers as it is drawn, from the left of the plot.
    pub fn line_box(&self, from: (f64, f64), to: (f64, f64)) -> Rect {
        Rect {
            left: from.0.min(to.0) - LEFT - 1.0,
            top: from.1.min(to.1) - 1.0,
            right: from.0.max(to.0) - LEFT + 1.0,
            bottom: from.1.max(to.1) + 1.0,
        }
    }
}
