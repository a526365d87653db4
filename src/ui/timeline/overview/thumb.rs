//! A thumb of the overview: the first or the last day that the axis shows.

use yew::prelude::*;

use super::size::BARS_HEIGHT;
use crate::date::PartialDate;
use crate::timeline::Viewport;
use crate::ui::context::App;
use crate::ui::hooks;
use crate::ui::svg::px;

/// Which thumb it is, and its place.
pub(super) struct Thumb {
    /// Whether it is the thumb of the start.
    pub is_start: bool,
    /// The place of that end of the viewport.
    pub x: f64,
    pub width: f64,
    pub viewport: Viewport,
}

/// A slider. The end of a viewport is the first moment that it does not show; the slider's value is
/// the last day before.
pub(super) fn thumb(app: &App, thumb: &Thumb, on_show: &Callback<Viewport>) -> Html {
    let Thumb {
        is_start,
        x,
        width,
        viewport,
    } = *thumb;
    let is_rtl = app.is_rtl();
    let on_show = on_show.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(next) = moved(&event, viewport, is_start, is_rtl) {
            event.prevent_default();
            on_show.emit(next);
        }
    });
    let (start, end) = viewport.range();
    let (first, last) = viewport.bounds();
    let (label, least, most, day) = if is_start {
        (app.words.overview_start, first, end - 1.0, start.round())
    } else {
        let day = end.round() - 1.0;
        (app.words.overview_end, start, last - 1.0, day)
    };
    let number = |day: f64| (day.round() as i64).to_string();
    // Both thumbs are outside the viewport.
    let is_left = is_start != is_rtl;
    let left = if is_left { x - width } else { x };
    let grip = if is_left { x - 7.0 } else { x + 1.0 };
    html! {
        <g class="ovc-thumb" role="slider" tabindex="0" aria-label={label} aria-orientation="horizontal"
            aria-valuemin={number(least)} aria-valuemax={number(most)} aria-valuenow={number(day)}
            aria-valuetext={app.formats.date(PartialDate::from_day(day as i32))} {onkeydown}>
            <rect class="ovc-hit" x={px(left)} width={px(width)} height={px(BARS_HEIGHT)} />
            <rect class="ovc-grip" x={px(grip)} y="5" width="6" height={px(BARS_HEIGHT - 10.0)} rx="3" />
        </g>
    }
}

/// The viewport after a key. An arrow moves an end by a hundredth of the whole span, or by a tenth of
/// the viewport where that is less, but by a day at least; Page Up and Page Down move it ten times as
/// far; with Shift it moves by a day.
fn moved(
    event: &KeyboardEvent,
    viewport: Viewport,
    is_start: bool,
    is_rtl: bool,
) -> Option<Viewport> {
    let (start, end) = viewport.range();
    let (first, last) = viewport.bounds();
    let (value, lowest, highest) = if is_start {
        (start, first, end)
    } else {
        (end, start, last)
    };
    let step = if event.shift_key() {
        1.0
    } else {
        ((last - first) / 100.0).min(((end - start) / 10.0).max(1.0))
    };
    let to = match hooks::key(event).as_deref()? {
        "ArrowLeft" if is_rtl => value + step,
        "ArrowRight" if is_rtl => value - step,
        "ArrowLeft" | "ArrowDown" => value - step,
        "ArrowRight" | "ArrowUp" => value + step,
        "PageDown" => value - 10.0 * step,
        "PageUp" => value + 10.0 * step,
        "Home" => lowest,
        "End" => highest,
        _ => return None,
    };
    Some(if is_start {
        viewport.with_start(to)
    } else {
        viewport.with_end(to)
    })
}
