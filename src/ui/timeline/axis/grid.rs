//! Lines and dates of the calendar behind the marks.

use yew::prelude::*;

use super::labels::width_of;
use super::scene::moving;
use super::view_scale::ViewScale;
use crate::timeline::{ContextSpan, Tick, ticks};
use crate::ui::context::App;
use crate::ui::hooks::TextMeasure;
use crate::ui::svg::px;

/// Least distance between two ticks, in CSS pixels.
const TICK_GAP: f64 = 64.0;
/// Room that a tick's label needs before the end of the axis.
const LABEL_ROOM: f64 = 40.0;

/// Input of the grid.
pub(super) struct Grid<'a> {
    pub view: ViewScale,
    /// Distance from the left of the view to the origin of the drawing, in CSS pixels.
    pub shift: f64,
    /// Height of the lanes.
    pub height: f64,
    pub measure: Option<&'a TextMeasure>,
}

impl Grid<'_> {
    /// Distance from a tick to its label.
    fn inward(&self) -> f64 {
        if self.view.is_rtl { -4.0 } else { 4.0 }
    }
}

/// Lines and dates of the calendar.
pub(super) fn grid(app: &App, grid: &Grid<'_>) -> Html {
    let width = grid.view.width();
    let bottom = px(grid.height);
    let ticks = ticks(&grid.view.scale, TICK_GAP);
    let ticks = if grid.view.is_rtl {
        ticks.mirrored(width)
    } else {
        ticks
    };
    let lines = ticks.major.iter().map(|tick| line(app, grid, tick));
    let spans = ticks.context.iter();
    html! {
        <g aria-hidden="true">
            { moving(grid.shift, lines.collect::<Html>()) }
            <line class="ovc-axis-line" x1="0" x2={px(width)} y1={bottom.clone()} y2={bottom} />
            { for spans.filter_map(|span| context(app, grid, span)) }
        </g>
    }
}

/// A tick: a line, and its date where there is room before the end of the axis.
fn line(app: &App, grid: &Grid<'_>, tick: &Tick) -> Html {
    let x = px(tick.x - grid.shift);
    let to_end = if grid.view.is_rtl {
        tick.x
    } else {
        grid.view.width() - tick.x
    };
    html! {
        <g key={tick.date.to_string()}>
            <line class="ovc-tick" x1={x.clone()} x2={x} y1="0" y2={px(grid.height)} />
            if to_end > LABEL_ROOM {
                <text class="ovc-tick-label" x={px(tick.x + grid.inward() - grid.shift)} y={px(grid.height + 17.0)}>
                    { app.formats.finest(tick.date) }
                </text>
            }
        </g>
    }
}

/// The date that several ticks share; nothing where there is no room for it, as for a month of which
/// only the first days are in the view.
fn context(app: &App, grid: &Grid<'_>, span: &ContextSpan) -> Option<Html> {
    let text = app.formats.date(span.date);
    if width_of(&text, true, grid.measure) + 8.0 > span.x2 - span.x1 {
        return None;
    }
    let start = if grid.view.is_rtl { span.x2 } else { span.x1 };
    Some(html! {
        <text class="ovc-tick-context" x={px(start + grid.inward())} y={px(grid.height + 36.0)}>{ text }</text>
    })
}
