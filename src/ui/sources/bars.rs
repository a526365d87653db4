//! Small charts: a measure of both sides as two bars. The figures stand beside them as text.

use yew::prelude::*;

use crate::dataset::{Side, Vocabulary};
use crate::ui::components::side;
use crate::ui::context::App;
use crate::ui::svg::px;

/// Length of the longest bar, in units of the drawing. The style sheet stretches it.
const LENGTH: f64 = 100.0;

/// A bar of a chart.
pub(super) struct Bar {
    pub side: Side,
    pub value: f64,
    /// The value in words.
    pub text: String,
}

/// A chart under its name. The longest bar takes the whole width, or `full` does where that is larger.
pub(super) fn bars(app: &App, name: &str, full: f64, bars: &[Bar]) -> Html {
    let longest = bars.iter().map(|bar| bar.value).fold(full, f64::max);
    let row = |bar: &Bar| {
        let share = if longest > 0.0 {
            bar.value / longest
        } else {
            0.0
        };
        html! {
            <li class={side::class_of(bar.side)} data-side={bar.side.as_str()}>
                <span class="ovc-bar-name">{ side::icon(bar.side) }{ app.words.side(bar.side) }</span>
                <svg class="ovc-share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={px(share * LENGTH)} height="10" />
                </svg>
                <span class="ovc-bar-value">{ bar.text.clone() }</span>
            </li>
        }
    };
    html! {
        <figure class="ovc-bars">
            <figcaption>{ name.to_owned() }</figcaption>
            <ul>{ for bars.iter().map(row) }</ul>
        </figure>
    }
}
