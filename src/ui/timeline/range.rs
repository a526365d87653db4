//! The stretch of time in words: the presets of the data set, and two dates.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::date::{DateRange, PartialDate};
use crate::locale::fill;
use crate::state::ViewState;
use crate::timeline::{Viewport, Zoom};
use crate::ui::context::{App, attr, flag};

/// What the controls are given.
pub(in crate::ui) struct RangeProps<'a> {
    pub app: &'a App,
    pub state: &'a ViewState,
    pub viewport: Viewport,
    /// Whether the container is too narrow for anything but the list.
    pub narrow: bool,
    pub on_zoom: &'a Callback<Zoom>,
}

/// Presets and dates.
pub(in crate::ui) fn range(props: &RangeProps<'_>) -> Html {
    // Folded where it is narrow; where it is wide its summary is out of sight.
    html! {
        <details class="ovc-range" open={!props.narrow}>
            <summary>{ props.app.words.range_label }</summary>
            <div class="ovc-range-controls">
                { presets(props) }
                { dates(props) }
            </div>
        </details>
    }
}

fn presets(props: &RangeProps<'_>) -> Html {
    let presets = &props.app.data.meta().presets;
    if presets.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ovc-presets" role="group" aria-label={props.app.words.go_to_range}>
            { for presets.iter().map(|preset| {
                let is_all = &*preset.id == "all";
                let zoom = if is_all { Zoom::All } else { Zoom::Range(preset.range) };
                let current = match props.state.range {
                    None => is_all,
                    Some(range) => !is_all && range.days() == preset.range.days(),
                };
                html! {
                    <button type="button" class="ovc-button" aria-pressed={flag(current)}
                        onclick={props.on_zoom.reform(move |_| zoom)}>{ attr(&preset.name) }</button>
                }
            }) }
        </div>
    }
}

/// The same range as two dates. A date takes effect where it is whole: while a reader types a year,
/// browsers already tell of the year 2 and 20.
fn dates(props: &RangeProps<'_>) -> Html {
    let messages = props.app.words;
    let (first, last) = props.viewport.bounds();
    let (start, end) = props.viewport.range();
    let day = |t: f64| PartialDate::from_day(t.round() as i32);
    let (first, last) = (day(first), day(last - 1.0));
    let (start, end) = (day(start), day(end - 1.0));
    let words = |date| props.app.formats.date(date);
    // Controls for dates know no year before the first.
    let typed = |date: PartialDate| (date.year() > 0).then(|| date.to_string());
    let limits = fill(
        messages.date_until,
        &[("from", &words(first)), ("to", &words(last))],
    );
    let input = |label: &'static str, value: PartialDate, is_start: bool| {
        let on_zoom = props.on_zoom.clone();
        let put = move |input: Option<HtmlInputElement>, value| {
            if let Some(input) = input {
                input.set_value(&typed(value).unwrap_or_default());
            }
        };
        // What was given up halfway does not stay.
        let onblur = Callback::from(move |event: FocusEvent| put(event.target_dyn_into(), value));
        let onchange = Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let typed = input.as_ref();
            let Some(typed) = typed.and_then(|input| PartialDate::parse(&input.value()).ok())
            else {
                return;
            };
            if typed.year() < 1000 {
                return;
            }
            // What lies outside the span is its nearest end.
            let date = typed.clamp(first, last);
            if date != typed {
                put(input, date);
            }
            let (from, to) = if is_start {
                (date, end.max(date))
            } else {
                (start.min(date), date)
            };
            if let Some(range) = DateRange::new(from, to) {
                on_zoom.emit(Zoom::Range(range));
            }
        });
        html! {
            <label class="ovc-date"><span>{ label }</span>
                <input type="date" min={typed(first)} max={typed(last)} title={limits.clone()} value={typed(value).unwrap_or_default()} {onchange} {onblur} />
            </label>
        }
    };
    html! {
        <div class="ovc-dates" role="group" aria-label={messages.range_label}>
            { input(messages.range_from, start, true) }
            { input(messages.range_to, end, false) }
        </div>
    }
}
