//! The dates under the bars of the overview.

use yew::prelude::*;

use super::size::HEIGHT;
use crate::date::PartialDate;
use crate::timeline::{TimeScale, ticks};
use crate::ui::context::App;
use crate::ui::svg::px;

/// Least distance between two years, in CSS pixels.
const YEAR_GAP: f64 = 44.0;
/// Room for the name of a year, of a month, of a day.
const DATE_ROOM: [f64; 3] = [32.0, 96.0, 120.0];
/// Room that a date needs before the end.
const END_ROOM: f64 = 30.0;

/// The years under the bars, or the months where there is no more than a year; `scale` has the whole
/// span.
pub(super) fn overview_dates(app: &App, scale: &TimeScale) -> Html {
    let width = scale.width;
    let date = |(x, date): (f64, PartialDate)| {
        let place = if app.is_rtl() { width - x } else { x };
        (x < width - END_ROOM).then(|| {
            html! {
                <text class="ovc-overview-date" x={px(place)} y={px(HEIGHT - 4.0)}>{ app.formats.date(date) }</text>
            }
        })
    };
    dates(scale).into_iter().filter_map(date).collect::<Html>()
}

/// Dates and their places. Where the first date has too little room for its name, its place is the
/// far end, where it is left out.
fn dates(scale: &TimeScale) -> Vec<(f64, PartialDate)> {
    let ticks = ticks(scale, YEAR_GAP);
    let mut dates: Vec<(f64, PartialDate)> = if ticks.context.is_empty() {
        ticks.major.iter().map(|tick| (tick.x, tick.date)).collect()
    } else {
        let spans = ticks.context.iter();
        spans.map(|span| (span.x1, span.date)).collect()
    };
    if let [(first, date), (second, _), ..] = &mut dates[..]
        && *second - *first < DATE_ROOM[date.precision() as usize]
    {
        *first = scale.width;
    }
    dates
}
