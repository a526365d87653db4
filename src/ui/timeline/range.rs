//! The range in words: the presets of the data set, and two dates.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::date::{DateRange, PartialDate};
use crate::locale::fill;
use crate::timeline::{Viewport, Zoom};
use crate::ui::context::{App, attr, flag};

/// What the controls show.
pub(super) struct RangeControls<'a> {
    /// The range of the state.
    pub range: Option<DateRange>,
    pub viewport: Viewport,
    pub on_zoom: &'a Callback<Zoom>,
}

/// Presets and dates. A narrow container folds the dates.
pub(super) fn range_controls(app: &App, controls: &RangeControls<'_>) -> Html {
    html! {
        <div class="ovc-range">
            { presets(app, controls) }
            { dates(app, controls) }
        </div>
    }
}

/// The ranges that the data set names.
fn presets(app: &App, controls: &RangeControls<'_>) -> Html {
    let presets = &app.data.meta().presets;
    if presets.is_empty() {
        return Html::default();
    }
    let buttons = presets.iter().map(|preset| {
        let range = app.data.preset_range(preset);
        let zoom = range.map_or(Zoom::All, Zoom::Range);
        let is_current = range.map(DateRange::days) == controls.range.map(DateRange::days);
        let onclick = controls.on_zoom.reform(move |_: MouseEvent| zoom);
        html! {
            <button type="button" class="ovc-button" aria-pressed={flag(is_current)} {onclick}>
                { attr(&preset.name) }
            </button>
        }
    });
    html! {
        <div class="ovc-presets" role="group" aria-label={app.words.go_to_range}>{ for buttons }</div>
    }
}

/// The same range as two dates: the first and the last day.
fn dates(app: &App, controls: &RangeControls<'_>) -> Html {
    let words = app.words;
    let day = |t: f64| PartialDate::from_day(t.round() as i32);
    let (start, end) = controls.viewport.range();
    let (start, end) = (day(start), day(end - 1.0));
    let (first, last) = controls.viewport.bounds();
    let days = (day(first), day(last - 1.0));
    // A first day after the last day moves the last day, too.
    let from = zoom_to(controls.on_zoom, move |from| (from, end.max(from)));
    let to = zoom_to(controls.on_zoom, move |to| (start.min(to), to));
    html! {
        <div class="ovc-dates" role="group" aria-label={words.range_label}>
            { date_input(app, words.range_from, start, days, from) }
            { date_input(app, words.range_to, end, days, to) }
        </div>
    }
}

/// A callback that zooms to the range that follows from a chosen day.
fn zoom_to(
    on_zoom: &Callback<Zoom>,
    days: impl Fn(PartialDate) -> (PartialDate, PartialDate) + 'static,
) -> Callback<PartialDate> {
    let on_zoom = on_zoom.clone();
    Callback::from(move |date| {
        let (from, to) = days(date);
        if let Some(range) = DateRange::new(from, to) {
            on_zoom.emit(Zoom::Range(range));
        }
    })
}

/// A date input. It takes effect only when the date is complete: while a reader types 2024,
/// browsers already report the years 2 and 20.
fn date_input(
    app: &App,
    label: &'static str,
    value: PartialDate,
    (first, last): (PartialDate, PartialDate),
    on_date: Callback<PartialDate>,
) -> Html {
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
                value={typed(value).unwrap_or_default()} {onchange} {onblur} />
        </label>
    }
}

/// A day as the value of a date input; `None` before the year 1, which date inputs do not support.
fn typed(date: PartialDate) -> Option<String> {
    (date.year() > 0).then(|| date.to_string())
}
