//! The names of the lanes.

use yew::prelude::*;

use super::lanes::Lanes;
use super::scene::Scene;
use crate::dataset::Vocabulary;
use crate::locale::fill;
use crate::timeline::Viewport;
use crate::ui::components::side;
use crate::ui::context::App;
use crate::ui::svg::{px, translate};

/// The name of each lane, with the number of its events, and a line above it. Where less than everything is in
/// the viewport, it says how many of them are.
pub(super) fn lane_heads(app: &App, lanes: &Lanes, scene: &Scene, viewport: Viewport) -> Html {
    let view = scene.view;
    let start = |x: f64| view.flipped(x);
    let width = px(view.width());
    let range = (!viewport.is_all() && lanes.is_indexed).then(|| in_view(viewport));
    let places = scene.placement.lanes.iter().enumerate();
    let lanes = lanes.sides.iter().zip(places).map(|(lane, (at, place))| {
        let side = lane.side;
        let total = lane.count.to_string();
        let count = match range {
            Some(range) => {
                let inside = lanes.index.count_in(at, range).to_string();
                fill(app.words.lane_in_view, &[("count", &inside), ("total", &total)])
            }
            None => total,
        };
        html! {
            <g key={side.as_str()} class={classes!("ovc-lane", side::class_of(side))} data-lane={side.as_str()} aria-hidden="true">
                if place.top > 0.0 {
                    <line class="ovc-lane-line" x1="0" x2={width.clone()} y1={px(place.top)} y2={px(place.top)} />
                }
                <path d={side::outline(side, 4.5)} transform={translate(start(6.0), place.top + 13.0)} />
                <text class="ovc-lane-name" x={px(start(17.0))} y={px(place.top + 17.0)}>
                    { app.words.side(side) }{ format!(" {count}") }
                </text>
            </g>
        }
    });
    lanes.collect::<Html>()
}

/// The times of the events in a viewport. What lies beyond the end of the axis is drawn at its end.
fn in_view(viewport: Viewport) -> (f64, f64) {
    let (start, end) = viewport.range();
    let (first, last) = viewport.bounds();
    let from = if start > first {
        start
    } else {
        f64::NEG_INFINITY
    };
    let to = if end < last { end } else { f64::INFINITY };
    (from, to)
}
