//! The day at which a chart is read.

use yew::prelude::*;

use crate::date::{Day, PartialDate};
use crate::ui::context::App;
use crate::ui::hooks;

/// The days of a chart, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DaySpan {
    pub first: Day,
    pub last: Day,
}

impl From<(Day, Day)> for DaySpan {
    fn from((first, last): (Day, Day)) -> Self {
        Self { first, last }
    }
}

impl DaySpan {
    /// The day of the span that is nearest to the one asked for.
    pub fn nearest(self, asked: Day) -> Day {
        asked.max(self.first).min(self.last)
    }
}

/// A range input that moves the day of reading, with the day in words, in the element of `node`; nothing where
/// it cannot be moved.
pub(super) fn reading_slider(
    app: &App,
    span: DaySpan,
    day: Day,
    on_day: &Callback<Day>,
    node: &NodeRef,
) -> Html {
    if !app.is_live() {
        return Html::default();
    }
    let date = app.formats.date(PartialDate::from_day(day));
    let on_day = on_day.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Ok(day) = hooks::value(&event).parse() {
            on_day.emit(day);
        }
    });
    html! {
        <label class="ovc-reader" ref={node.clone()}>
            <span class="ovc-label">{ app.words.read_at }</span>
            <input type="range" dir="ltr" min={span.first.to_string()} max={span.last.to_string()} value={day.to_string()}
                aria-valuetext={date.clone()} {oninput} />
            <span>{ date }</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_read_within_its_days() {
        let span = DaySpan {
            first: 10,
            last: 20,
        };
        assert_eq!(span.nearest(12), 12);
        assert_eq!(span.nearest(3), 10);
        assert_eq!(span.nearest(30), 20);
    }
}
