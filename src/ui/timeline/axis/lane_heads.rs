//! The names of the lanes.

use yew::prelude::*;

use super::lanes::Lanes;
use super::scene::Scene;
use crate::dataset::Vocabulary;
use crate::ui::components::side;
use crate::ui::context::App;
use crate::ui::svg::{px, translate};

/// The name of each lane, with the number of its events, and a line above it.
pub(super) fn lane_heads(app: &App, lanes: &Lanes, scene: &Scene) -> Html {
    let view = scene.view;
    let start = |x: f64| view.flipped(x);
    let width = px(view.width());
    let lanes = lanes.sides.iter().zip(&scene.placement.lanes);
    lanes
        .map(|(lane, place)| {
            let side = lane.side;
            html! {
                <g key={side.as_str()} class={classes!("ovc-lane", side::class_of(side))} data-lane={side.as_str()} aria-hidden="true">
                    if place.top > 0.0 {
                        <line class="ovc-lane-line" x1="0" x2={width.clone()} y1={px(place.top)} y2={px(place.top)} />
                    }
                    <path d={side::outline(side, 4.5)} transform={translate(start(6.0), place.top + 13.0)} />
                    <text class="ovc-lane-name" x={px(start(17.0))} y={px(place.top + 17.0)}>
                        { app.words.side(side) }{ format!(" {}", lane.count) }
                    </text>
                </g>
            }
        })
        .collect::<Html>()
}
