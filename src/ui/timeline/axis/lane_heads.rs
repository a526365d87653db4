//! The names of the lanes.

use yew::prelude::*;

use super::lanes::Lanes;
use crate::dataset::Vocabulary;
use crate::timeline::Lane;
use crate::ui::components::side;
use crate::ui::context::use_app;
use crate::ui::shared::Shared;
use crate::ui::svg::{px, translate};

#[derive(PartialEq, Properties)]
pub(super) struct LaneHeadsProps {
    pub lanes: Shared<Lanes>,
    /// Where they stand.
    pub places: Vec<Lane>,
    /// Width of the axis in CSS pixels.
    pub width: f64,
    pub is_rtl: bool,
}

/// The name of each lane, with the number of its events, and a line above it.
#[component]
pub(super) fn LaneHeads(props: &LaneHeadsProps) -> Html {
    let app = use_app();
    let start = |x: f64| if props.is_rtl { props.width - x } else { x };
    let lanes = props.lanes.sides.iter().zip(&props.places);
    lanes
        .map(|(lane, place)| {
            let side = lane.side;
            html! {
                <g key={side.as_str()} class={classes!("ovc-lane", side::class_of(side))} data-lane={side.as_str()} aria-hidden="true">
                    if place.top > 0.0 {
                        <line class="ovc-lane-line" x1="0" x2={px(props.width)} y1={px(place.top)} y2={px(place.top)} />
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
