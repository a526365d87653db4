//! The range as two dates, the first and the last day. Where the first is after the last, it says so in place.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::date::{DateRange, PartialDate};
use crate::locale::fill;
use crate::timeline::{Viewport, Zoom};
use crate::ui::context::{App, use_app};

const PROBLEM_ID: &str = "ovc-dates-problem";

#[derive(PartialEq, Properties)]
pub(super) struct DatesProps {
    pub viewport: Viewport,
    pub on_zoom: Callback<Zoom>,
}

/// Two days, the first one after the last one. They stay in the inputs until they are a range.
#[derive(Clone, Copy, PartialEq)]
struct Wrong {
    chosen: (PartialDate, PartialDate),
    /// Whether the first one was chosen last.
    is_start: bool,
}

/// The first and the last day in view.
#[component]
pub(super) fn Dates(props: &DatesProps) -> Html {
    let app = use_app();
    let words = app.words;
    let wrong = use_state_eq(|| None::<Wrong>);
    let day = |t: f64| PartialDate::from_day(t.round() as i32);
    let days = |(start, end): (f64, f64)| (day(start), day(end - 1.0));
    let shown = days(props.viewport.range());
    let limits = days(props.viewport.bounds());
    {
        // Another range takes their place.
        let wrong = wrong.setter();
        use_effect_with(shown, move |_| wrong.set(None));
    }
    let (from, to) = wrong.map_or(shown, |wrong| wrong.chosen);
    let choose = |is_start: bool| {
        let (wrong, on_zoom) = (wrong.setter(), props.on_zoom.clone());
        Callback::from(move |date: PartialDate| {
            let chosen = if is_start { (date, to) } else { (from, date) };
            let range = DateRange::new(chosen.0, chosen.1);
            wrong.set(range.is_none().then_some(Wrong { chosen, is_start }));
            if let Some(range) = range {
                on_zoom.emit(Zoom::Range(range));
            }
        })
    };
    let problem = wrong.map(|wrong| {
        let (message, other) = if wrong.is_start {
            (words.range_from_late, to)
        } else {
            (words.range_to_early, from)
        };
        fill(message, &[("date", &app.formats.date(other))])
    });
    let input = |is_start: bool| {
        let (label, value) = if is_start {
            (words.range_from, from)
        } else {
            (words.range_to, to)
        };
        let input = DateInput {
            label,
            value,
            limits,
            is_wrong: wrong.is_some_and(|wrong| wrong.is_start == is_start),
            on_date: choose(is_start),
        };
        date_input(&app, input)
    };
    html! {
        <div class="ovc-dates" role="group" aria-label={words.range_label}>
            { input(true) }
            { input(false) }
            if let Some(problem) = &problem {
                <p class="ovc-problem" id={PROBLEM_ID}>{ problem }</p>
            }
        </div>
    }
}

/// One of the two date inputs.
struct DateInput {
    label: &'static str,
    value: PartialDate,
    /// The first and the last day that it takes.
    limits: (PartialDate, PartialDate),
    /// Whether it is the one that the problem is told of.
    is_wrong: bool,
    on_date: Callback<PartialDate>,
}

/// A date input. It takes effect only when the date is complete: while a reader types 2024,
/// browsers already report the years 2 and 20.
fn date_input(app: &App, input: DateInput) -> Html {
    let DateInput {
        label,
        value,
        limits: (first, last),
        is_wrong,
        on_date,
    } = input;
    let limits = fill(
        app.words.date_until,
        &[
            ("from", &app.formats.date(first)),
            ("to", &app.formats.date(last)),
        ],
    );
    // Resets a date that was not completed.
    let onblur = Callback::from(move |event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.set_value(&typed(value).unwrap_or_default());
        }
    });
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let Ok(date) = PartialDate::parse(&input.value()) else {
            return;
        };
        if date.year() < 1000 {
            return;
        }
        // A day outside the whole span becomes its nearest end.
        let inside = date.clamp(first, last);
        if inside != date {
            input.set_value(&typed(inside).unwrap_or_default());
        }
        on_date.emit(inside);
    });
    html! {
        <label class="ovc-date"><span>{ label }</span>
            <input type="date" min={typed(first)} max={typed(last)} title={limits}
                value={typed(value).unwrap_or_default()} aria-invalid={is_wrong.then_some("true")}
                aria-describedby={is_wrong.then_some(PROBLEM_ID)} {onchange} {onblur} />
        </label>
    }
}

/// A day as the value of a date input; `None` before the year 1, which date inputs do not support.
fn typed(date: PartialDate) -> Option<String> {
    (date.year() > 0).then(|| date.to_string())
}
