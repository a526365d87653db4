//! What stands behind the marks: periods, dates, the names of the lanes.

use yew::prelude::*;

use super::AxisProps;
use super::marks::width_of;
use super::scene::Scene;
use crate::dataset::{Side, Vocabulary};
use crate::timeline::{Band, truncate_to_width};
use crate::ui::hooks::TextMeasure;

use crate::ui::context::{App, classes, px, translate};
use crate::ui::shape;
use crate::ui::timeline::span::days_of;

/// From one row of periods to the next, and from the last one to the lanes in addition, in CSS pixels.
const ERA_ROW: f64 = 26.0;
const ERA_GAP: f64 = 2.0;
/// So many periods are drawn.
const MOST: usize = 60;
/// What is cut to no more signs than this is no name.
const SHORTEST: usize = 5;
/// Room that a tick's label needs before the end of the axis.
const LABEL_ROOM: f64 = 40.0;

/// The periods of the data set above the lanes, and the room that they take there, which is the same whatever
/// the view shows. A click zooms to one; for the keyboard and in words, they stand below the axis.
pub(super) fn eras(
    props: &AxisProps<'_>,
    scene: &Scene,
    bands: &[Option<Band>],
    measure: Option<&TextMeasure>,
) -> (Html, f64) {
    let eras = &props.app.data.meta().eras;
    let rows = bands.iter().flatten().map(|band| band.row + 1).max();
    let height = rows.map_or(0.0, |rows| rows as f64 * ERA_ROW + ERA_GAP);
    let bands = eras.iter().zip(bands).filter_map(|(era, band)| {
        let band = band.as_ref()?;
        let days = days_of(era, props.viewport);
        let (x1, x2) = scene.ends((days.0, band.end));
        let width = x2 - x1 - 2.0;
        let zoomed = props.viewport.set_to(days);
        let onclick = props.on_viewport.reform(move |_: MouseEvent| zoomed);
        let width_of = |text: &str| width_of(text, false, measure);
        let (text, _) = truncate_to_width(&era.name, width - 12.0, &width_of);
        let is_name = text.chars().count() > SHORTEST || !text.ends_with('…');
        let text = is_name.then_some(text);
        (width >= 1.0).then(|| html! {
            <g key={era.id.to_string()} class="ovc-era" transform={translate(x1 + 1.0, band.row as f64 * ERA_ROW)} {onclick}>
                <title>{ era.name.to_string() }</title>
                <rect width={px(width)} height="24" />
                <text x={px(start_of(scene.rtl, width, 6.0))} y="16">{ text }</text>
            </g>
        })
    });
    (
        html! { <g aria-hidden="true">{ for bands.take(MOST) }</g> },
        height,
    )
}

/// Lines and dates of the calendar.
pub(super) fn grid(app: &App, scene: &Scene, measure: Option<&TextMeasure>) -> Html {
    let bottom = scene.placement.height;
    let width = scene.scale.width;
    let inward = if scene.rtl { -4.0 } else { 4.0 };
    let ticks = scene.ticks.major.iter().map(|tick| {
        let x = px(scene.drawn(tick.x));
        html! {
            <g key={tick.date.to_string()}>
                <line class="ovc-tick" x1={x.clone()} x2={x.clone()} y1="0" y2={px(bottom)} />
                if end_of(scene.rtl, width, tick.x) > LABEL_ROOM {
                    <text class="ovc-tick-label" x={px(scene.drawn(tick.x + inward))} y={px(bottom + 17.0)}>{ app.formats.finest(tick.date) }</text>
                }
            </g>
        }
    });
    html! {
        <g aria-hidden="true">
            { scene.moving(ticks.collect::<Html>()) }
            <line class="ovc-axis-line" x1="0" x2={px(width)} y1={px(bottom)} y2={px(bottom)} />
            { for scene.ticks.context.iter().filter_map(|span| {
                let text = app.formats.date(span.date);
                // A month of which only the first days are in the view has no room for its name.
                let fits = width_of(&text, true, measure) + 8.0 <= span.x2 - span.x1;
                fits.then(|| html! {
                    <text class="ovc-tick-context" x={px(inward + if scene.rtl { span.x2 } else { span.x1 })} y={px(bottom + 36.0)}>{ text }</text>
                })
            }) }
        </g>
    }
}

/// The names of the lanes, each with the number of its events.
pub(super) fn lane_heads(app: &App, scene: &Scene, sides: &[(Side, usize)]) -> Html {
    let width = scene.scale.width;
    let start = |from_start: f64| start_of(scene.rtl, width, from_start);
    let lanes = sides.iter().zip(&scene.placement.lanes);
    lanes
        .map(|((side, count), lane)| {
            html! {
                <g key={side.as_str()} class={classes(&["ovc-lane", shape::class_of(*side)])} data-lane={side.as_str()} aria-hidden="true">
                    if lane.top > 0.0 {
                        <line class="ovc-lane-line" x1="0" x2={px(width)} y1={px(lane.top)} y2={px(lane.top)} />
                    }
                    <path d={shape::outline(*side, 4.5)} transform={translate(start(6.0), lane.top + 13.0)} />
                    <text class="ovc-lane-name" x={px(start(17.0))} y={px(lane.top + 17.0)}>
                        { app.words.side(*side) }{ format!(" {count}") }
                    </text>
                </g>
            }
        })
        .collect::<Html>()
}

/// So far from where time starts, reckoned from the left.
fn start_of(rtl: bool, width: f64, from_start: f64) -> f64 {
    if rtl { width - from_start } else { from_start }
}

/// How far a place is from where time ends.
fn end_of(rtl: bool, width: f64, x: f64) -> f64 {
    if rtl { x } else { width - x }
}
