//! The axis: four lanes on a calendar scale.

mod arcs;
mod backdrop;
pub(super) mod gestures;
mod marks;
mod scene;

use std::rc::Rc;

use yew::prelude::*;

use super::cluster::OpenCluster;
use crate::dataset::Text;
use crate::timeline::Window;
use crate::ui::hooks;
use crate::ui::markup::html;
use crate::ui::shared::{Shared, px};
use marks::MarksProps;
use scene::{LabelCache, Lanes, scene};

/// Room below the lanes for two rows of dates.
const FOOT: f64 = 44.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AxisProps {
    pub shared: Shared,
    pub visible: Rc<Vec<u32>>,
    pub selected: Option<Text>,
    pub open_first: bool,
    pub width: f64,
    pub window: Window,
    /// The cluster that stands open.
    pub opened: Option<OpenCluster>,
    pub on_window: Callback<Window>,
    pub on_select: Callback<Option<Text>>,
    pub on_cluster: Callback<OpenCluster>,
    /// The title of what is opened: where Enter leads from what is selected already.
    pub title_ref: NodeRef,
}

/// The axis. It is one group for the keyboard: keys act while focus is inside.
#[component]
pub(super) fn Axis(props: &AxisProps) -> Html {
    let shared = &props.shared;
    let node = use_node_ref();
    let measure = hooks::use_text_measure(&node);
    let labels = use_mut_ref(LabelCache::default);
    let gestures = gestures::use_gestures(props, &node);
    let lanes = use_memo(
        (props.visible.clone(), shared.clone(), props.open_first),
        |(visible, shared, open_first)| Lanes::new(shared, visible, *open_first),
    );

    // Nothing is measured, nor asked for, outside a page.
    let coarse = measure.is_some() && hooks::is_coarse();

    let scene = scene(props, &lanes, coarse, measure.as_ref(), &labels);
    let eras = backdrop::eras(props, &scene, measure.as_ref());
    let top = if eras.is_some() {
        backdrop::ERA_HEAD
    } else {
        0.0
    };
    let bottom = scene.placement.height;
    let height = top + bottom + FOOT;
    html! {
        <div class="ovc-axis"
            role="group" aria-label={shared.messages.timeline_axis} aria-describedby="ovc-keys"
            tabindex="0" ref={node}
            onwheel={gestures.onwheel}
            onpointerdown={gestures.onpointerdown} onpointermove={gestures.onpointermove}
            onpointerup={gestures.onpointerup.clone()} onpointercancel={gestures.onpointerup}>
            <svg class={if scene.rtl { "is-rtl" } else { "" }} width={px(props.width)} height={px(height)} viewBox={format!("0 0 {} {}", px(props.width), px(height))} role="group" aria-label={shared.messages.timeline_axis}>
                { eras.unwrap_or_default() }
                <g transform={format!("translate(0 {})", px(top))}>
                    { backdrop::grid(shared, &scene, measure.as_ref()) }
                    { backdrop::lane_heads(shared, &scene, &lanes.sides) }
                    { arcs::arcs(props, &scene, measure.as_ref()) }
                    { marks::marks(&MarksProps {
                        shared,
                        scene: &scene,
                        lanes: &lanes,
                        selected: props.selected.as_deref(),
                        opened: props.opened.as_ref(),
                        on_select: props.on_select.clone(),
                        on_cluster: props.on_cluster.clone(),
                        held: gestures.held,
                        title_ref: props.title_ref.clone(),
                    }) }
                </g>
            </svg>
            <p class="ovc-keys" id="ovc-keys">{ shared.messages.timeline_hint }</p>
        </div>
    }
}
