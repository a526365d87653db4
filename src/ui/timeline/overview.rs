//! The overview: where the events are, and which stretch of it the axis shows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::dataset::Side;
use crate::date::PartialDate;
use crate::number::within;
use crate::timeline::Viewport;
use crate::timeline::{TimeScale, density, ticks};
use crate::ui::app::lane_order;
use crate::ui::hooks;

use crate::ui::context::{App, px, translate, view_box};
use crate::ui::shape;

/// Height of the bars, and of the whole, in CSS pixels.
const BARS: f64 = 44.0;
const HEIGHT: f64 = 62.0;
/// Width of a bar.
const BAR: f64 = 8.0;
/// Least distance between two years.
const YEAR_GAP: f64 = 44.0;
/// Room for the name of a year, of a month, of a day.
const DATE_ROOM: [f64; 3] = [32.0, 96.0, 120.0];

pub(super) struct OverviewProps<'a> {
    pub app: &'a App,
    pub visible: &'a Rc<Vec<u32>>,
    pub open_first: bool,
    pub width: f64,
    /// Width of a thumb; both stand outside the viewport, so that they never cover each other.
    pub thumb: f64,
    pub viewport: Viewport,
    pub on_viewport: &'a Callback<Viewport>,
    pub kept: &'a Rc<Kept>,
}

/// What it remembers.
#[derive(Default)]
pub(super) struct Kept {
    node: NodeRef,
    /// What the pointer has hold of, since where, and what the viewport was then.
    held: Cell<Option<(Hold, f64, Viewport)>>,
    bars: RefCell<Option<Bars>>,
}

/// The bars, and what they were drawn for.
struct Bars {
    app: App,
    visible: Rc<Vec<u32>>,
    open_first: bool,
    width: f64,
    drawing: Html,
}

/// What a pointer has hold of.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    Start,
    End,
    Whole,
}

/// The overview: a slider with two thumbs, whose viewport can be dragged.
pub(super) fn overview(props: &OverviewProps<'_>) -> Html {
    let OverviewProps {
        app,
        viewport,
        kept,
        ..
    } = props;
    let room = props.thumb;
    let inner = (props.width - 2.0 * room).max(1.0);
    let whole = viewport.bounds();
    let scale = TimeScale::new(whole.0, whole.1, inner);
    let bars = bars(props, inner);

    let rtl = app.is_rtl();
    // Time, so many pixels from the left.
    let at = move |x: f64| if rtl { inner - x } else { x };
    let onpointerdown = {
        let kept = Rc::clone(kept);
        let (viewport, on_viewport) = (*viewport, props.on_viewport.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let x = at(hooks::offset_x(&kept.node, &event) - room);
            let (start, end) = viewport.range();
            let (left, right) = (scale.x(start), scale.x(end));
            let hold = if x < left && x >= left - room {
                Hold::Start
            } else if x > right && x <= right + room {
                Hold::End
            } else {
                Hold::Whole
            };
            let viewport = if hold == Hold::Whole && !(left..=right).contains(&x) {
                let viewport = viewport.moved_to(scale.t(x) - (end - start) / 2.0);
                on_viewport.emit(viewport);
                viewport
            } else {
                viewport
            };
            kept.held.set(Some((hold, x, viewport)));
            hooks::capture(&kept.node, event.pointer_id());
        })
    };
    let onpointermove = {
        let (kept, on_viewport) = (Rc::clone(kept), props.on_viewport.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((hold, from, viewport)) = kept.held.get() else {
                return;
            };
            let x = at(hooks::offset_x(&kept.node, &event) - room);
            let shift = scale.t(x) - scale.t(from);
            let (start, end) = viewport.range();
            on_viewport.emit(match hold {
                Hold::Whole => viewport.moved_to(start + shift),
                Hold::Start => viewport.with_start(start + shift),
                Hold::End => viewport.with_end(end + shift),
            });
        })
    };
    let onpointerup = {
        let kept = Rc::clone(kept);
        Callback::from(move |_: PointerEvent| kept.held.set(None))
    };

    let (start, end) = viewport.range();
    let (from, to) = (at(scale.x(start)), at(scale.x(end)));
    let (left, right) = (room + from.min(to), room + from.max(to));
    let messages = app.words;
    html! {
        <div class="ovc-overview" role="group" aria-label={messages.overview} ref={kept.node.clone()}
            {onpointerdown} {onpointermove} onpointerup={onpointerup.clone()} onpointercancel={onpointerup}>
            <svg class={if rtl { "is-rtl" } else { "" }} width={px(props.width)} height={px(HEIGHT)} viewBox={view_box(props.width, HEIGHT)}>
                <rect class="ovc-overview-hit" width={px(props.width)} height={px(HEIGHT)} />
                <g transform={translate(room, 0.0)} aria-hidden="true">
                    <g transform={rtl.then(|| [&*translate(inner, 0.0), " scale(-1 1)"].concat())}>{ bars }</g>
                    <line class="ovc-axis-line" x2={px(inner)} y1={px(BARS)} y2={px(BARS)} />
                    { for dates(&scale).into_iter().filter(|(x, _)| *x < inner - 30.0).map(|(x, date)| html! {
                        <text class="ovc-overview-date" x={px(at(x))} y={px(HEIGHT - 4.0)}>{ app.formats.date(date) }</text>
                    }) }
                </g>
                <rect class="ovc-overview-shade" x={px(room)} width={px(left - room)} height={px(BARS)} />
                <rect class="ovc-overview-shade" x={px(right)} width={px(room + inner - right)} height={px(BARS)} />
                <rect class="ovc-overview-window" x={px(left)} width={px((right - left).max(1.0))} y="0.5" height={px(BARS - 1.0)} />
                { thumb(props, true, at(scale.x(start)) + room, rtl) }
                { thumb(props, false, at(scale.x(end)) + room, rtl) }
            </svg>
        </div>
    }
}

/// The bars; they are drawn anew only where what they show is another.
fn bars(props: &OverviewProps<'_>, width: f64) -> Html {
    let OverviewProps {
        app,
        visible,
        open_first,
        viewport,
        kept,
        ..
    } = props;
    let is_same = |bars: &&Bars| {
        Rc::ptr_eq(&bars.visible, visible)
            && bars.app == **app
            && bars.open_first == *open_first
            && bars.width == width
    };
    if let Some(bars) = kept.bars.borrow().as_ref().filter(is_same) {
        return bars.drawing.clone();
    }
    let sides = lane_order(*open_first);
    let drawing = paths(app, visible, &sides, viewport.bounds(), width);
    kept.bars.replace(Some(Bars {
        app: (*app).clone(),
        visible: Rc::clone(visible),
        open_first: *open_first,
        width,
        drawing: drawing.clone(),
    }));
    drawing
}

/// The years under the bars, or the months where there is no more than a year. Of the first one there may
/// be only the end: too little for its name.
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
        // Where there is no room for any name.
        *first = scale.width;
    }
    dates
}

/// A thumb: with an arrow it moves by a hundredth of the whole, or by a tenth of the viewport where that
/// is less; with Page Up and Down ten times as far; with Shift by a day.
fn thumb(props: &OverviewProps<'_>, is_start: bool, x: f64, rtl: bool) -> Html {
    let OverviewProps { app, viewport, .. } = props;
    let viewport = *viewport;
    let (start, end) = viewport.range();
    let (first, last) = viewport.bounds();
    let (value, lowest, highest) = if is_start {
        (start, first, end)
    } else {
        (end, start, last)
    };
    let onkeydown = {
        let on_viewport = props.on_viewport.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = if event.shift_key() {
                1.0
            } else {
                ((last - first) / 100.0).min(((end - start) / 10.0).max(1.0))
            };
            let to = match hooks::key(&event).as_deref() {
                Some("ArrowLeft") if rtl => value + step,
                Some("ArrowRight") if rtl => value - step,
                Some("ArrowLeft" | "ArrowDown") => value - step,
                Some("ArrowRight" | "ArrowUp") => value + step,
                Some("PageDown") => value - 10.0 * step,
                Some("PageUp") => value + 10.0 * step,
                Some("Home") => lowest,
                Some("End") => highest,
                _ => return,
            };
            event.prevent_default();
            on_viewport.emit(if is_start {
                viewport.with_start(to)
            } else {
                viewport.with_end(to)
            });
        })
    };
    let messages = app.words;
    let label = if is_start {
        messages.overview_start
    } else {
        messages.overview_end
    };
    // The end is the first moment that is not shown any more; what is told is the last day.
    let day = if is_start {
        value.round()
    } else {
        value.round() - 1.0
    };
    let (least, most) = if is_start {
        (first, end - 1.0)
    } else {
        (start, last - 1.0)
    };
    let number = |day: f64| (day.round() as i64).to_string();
    // Both stand outside the viewport.
    let is_left = is_start != rtl;
    let left = if is_left { x - props.thumb } else { x };
    let grip = if is_left { x - 7.0 } else { x + 1.0 };
    html! {
        <g class="ovc-thumb" role="slider" tabindex="0" aria-label={label} aria-orientation="horizontal"
            aria-valuemin={number(least)} aria-valuemax={number(most)} aria-valuenow={number(day)}
            aria-valuetext={app.formats.date(PartialDate::from_day(day as i32))} {onkeydown}>
            <rect class="ovc-hit" x={px(left)} width={px(props.thumb)} height={px(BARS)} />
            <rect class="ovc-grip" x={px(grip)} y="5" width="6" height={px(BARS - 10.0)} rx="3" />
        </g>
    }
}

/// A path for each side: bars that stand on one another.
fn paths(app: &App, visible: &[u32], sides: &[Side], whole: (f64, f64), width: f64) -> Html {
    let events = app.data.events();
    let lane = |side: Side| sides.iter().position(|other| *other == side).unwrap_or(0);
    let shown = visible
        .iter()
        .filter_map(|position| events.get(*position as usize));
    let shown = shown.flat_map(|event| {
        let lanes = event.sides().map(lane);
        lanes.map(|lane| (event.date.midpoint(), lane))
    });
    let bins = (width / BAR) as usize;
    let counts = density(shown, whole, bins, sides.len());
    let total = |bin: usize| counts.iter().filter_map(|lane| lane.get(bin)).sum::<u32>();
    let most = (0..bins).map(total).max().unwrap_or(0).max(1);
    let unit = (BARS - 4.0) / f64::from(most);
    let tops: Vec<Cell<f64>> = (0..bins).map(|_| Cell::new(BARS)).collect();
    // The first lane stands on top, as on the axis.
    let lanes = sides.iter().zip(&counts).rev();
    lanes
        .map(|(side, counts)| {
            let mut path = String::new();
            for ((bin, count), top) in (0u32..).zip(counts).zip(&tops) {
                if *count > 0 {
                    let height = within(f64::from(*count) * unit, 2.0, BARS);
                    top.set(top.get() - height);
                    let x = px(f64::from(bin) * BAR);
                    path.push_str(&format!(
                        "M{x} {}h{}v{}h-{}z",
                        px(top.get()),
                        px(BAR - 1.0),
                        px(height),
                        px(BAR - 1.0)
                    ));
                }
            }
            html! { <path class={shape::class_of(*side)} d={path} /> }
        })
        .collect::<Html>()
}
