//! The overview: where the events are on the whole span, and which part of it the axis shows.

mod bars;
mod brush;
mod dates;
mod size;
mod thumb;

use yew::prelude::*;

use super::filtered::Positions;
use crate::timeline::Viewport;
use crate::ui::context::use_app;
use crate::ui::svg::{px, translate, view_box};
use bars::DensityBars;
use brush::{Track, use_brush};
use dates::overview_dates;
use size::{BARS_HEIGHT, HEIGHT};
use thumb::{Thumb, thumb};

#[derive(PartialEq, Properties)]
pub(super) struct OverviewProps {
    /// The visible events.
    pub visible: Positions,
    /// Whether the lane of open models comes first.
    pub open_first: bool,
    /// Width in CSS pixels.
    pub width: f64,
    /// Width of a thumb. Both thumbs are outside the viewport, so that they never cover each other.
    pub thumb: f64,
    pub viewport: Viewport,
    pub on_show: Callback<Viewport>,
}

/// A slider with two thumbs, whose viewport can be dragged.
#[component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let app = use_app();
    let node = use_node_ref();
    let OverviewProps {
        width,
        thumb: room,
        viewport,
        ..
    } = *props;
    let is_rtl = app.is_rtl();
    let track = Track::new(viewport, width, room, is_rtl);
    let brush = use_brush(&node, track, viewport, &props.on_show);
    let (from, to) = track.ends(viewport);
    let (left, right) = (from.min(to), from.max(to));
    let inner = track.scale.width;
    let handle = |is_start: bool, x: f64| {
        let place = Thumb {
            is_start,
            x,
            width: room,
            viewport,
        };
        thumb(&app, &place, &props.on_show)
    };
    let (full, bars) = (px(HEIGHT), px(BARS_HEIGHT));
    html! {
        <div class="ovc-overview" role="group" aria-label={app.words.overview} ref={node}
            onpointerdown={brush.onpointerdown} onpointermove={brush.onpointermove}
            onpointerup={brush.onpointerup.clone()} onpointercancel={brush.onpointerup}>
            <svg class={if is_rtl { "is-rtl" } else { "" }} translate="no" width={px(width)} height={full.clone()} viewBox={view_box(width, HEIGHT)}>
                <rect class="ovc-overview-hit" width={px(width)} height={full} />
                <g transform={translate(room, 0.0)} aria-hidden="true">
                    <g transform={is_rtl.then(|| format!("{} scale(-1 1)", translate(inner, 0.0)))}>
                        <DensityBars visible={props.visible.clone()} open_first={props.open_first}
                            width={inner} bounds={viewport.bounds()} />
                    </g>
                    <line class="ovc-axis-line" x2={px(inner)} y1={bars.clone()} y2={bars.clone()} />
                    { overview_dates(&app, &track.scale) }
                </g>
                <rect class="ovc-overview-shade" x={px(room)} width={px(left - room)} height={bars.clone()} />
                <rect class="ovc-overview-shade" x={px(right)} width={px(room + inner - right)} height={bars} />
                <rect class="ovc-overview-window" x={px(left)} width={px((right - left).max(1.0))} y="0.5" height={px(BARS_HEIGHT - 1.0)} />
                { handle(true, from) }
                { handle(false, to) }
            </svg>
        </div>
    }
}
