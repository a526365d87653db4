//! The axis: lanes of events on a calendar scale.

mod arc_label;
mod arcs;
mod cluster_mark;
mod deferred;
mod eras;
mod extent;
mod grid;
mod labels;
mod lane_heads;
mod lanes;
mod mark;
mod marks;
mod naming;
mod pan_zoom;
mod pointers;
mod scene;
mod view_scale;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::filtered::Positions;
use super::phase::Phase;
use crate::dataset::Text;
use crate::timeline::{PanOrigin, TimeScale, Viewport};
use crate::ui::components::event::OpenCluster;
use crate::ui::components::tooltip::use_tooltip;
use crate::ui::context::{App, attr, use_app};
use crate::ui::dataset_prop::SharedDataset;
use crate::ui::hooks::TextMeasure;
use crate::ui::shared::Shared;
use crate::ui::svg::{px, translate, view_box};
use arcs::{Arcs, arcs};
use eras::{Eras, eras, eras_height};
use grid::{Grid, grid};
use labels::LabelCache;
use lane_heads::lane_heads;
use lanes::Lanes;
use marks::Marks;
use naming::naming;
use pan_zoom::use_pan_zoom;
use scene::{Scene, SceneInput};

/// Room below the lanes for two rows of dates, in CSS pixels.
const FOOT: f64 = 44.0;

/// Letters of which each font has another width.
const SAMPLE: &str = "Agile 0123";

#[derive(PartialEq, Properties)]
pub(super) struct AxisProps {
    /// The element of the axis.
    pub node: NodeRef,
    /// The visible events.
    pub visible: Positions,
    /// Position of the selected event.
    pub selected: Option<usize>,
    /// Whether the lane of open models comes first.
    pub open_first: bool,
    /// Width in CSS pixels.
    pub width: f64,
    /// Least size of a target, in CSS pixels.
    pub target: f64,
    pub viewport: Viewport,
    /// How much of the view is drawn.
    pub phase: Phase,
    /// Measures labels, once their font is known.
    pub measure: Option<TextMeasure>,
    /// The open cluster.
    pub cluster: Option<Rc<OpenCluster>>,
    pub on_show: Callback<Viewport>,
    pub on_select: Callback<Option<Text>>,
    pub on_cluster: Callback<OpenCluster>,
    /// The title of the open card or cluster.
    pub title_ref: NodeRef,
}

/// The axis. It is one group and one tab stop for the keyboard: keys act while focus is inside.
#[component]
pub(super) fn Axis(props: &AxisProps) -> Html {
    let app = use_app();
    let (lanes, scene) = use_scene(&app, props);
    let AxisProps {
        width, viewport, ..
    } = *props;
    let view = scene.view;
    let is_rtl = view.is_rtl;
    let pan_zoom = use_pan_zoom(&props.node, viewport, width, is_rtl, &props.on_show);
    let tooltip = {
        let (app, lanes, scene) = (app.clone(), lanes.clone(), scene.clone());
        let describe = move |mark: &Element| naming(&app, &lanes, &scene, mark);
        use_tooltip(&props.node, "ovc-axis-tip", describe)
    };
    let measure = props.measure.as_ref();
    let periods = Eras {
        bands: &lanes.bands,
        view,
        viewport,
        measure,
        on_show: &props.on_show,
    };
    let calendar = Grid {
        view,
        shift: scene.shift,
        height: scene.placement.height,
        measure,
    };
    let is_placed = is_placed(props);
    let top = eras_height(&lanes.bands);
    let height = top + scene.placement.height + FOOT;
    // Where there is no mark to come to, the Tab key comes to the axis itself.
    let is_empty = scene.placement.marks.is_empty() && scene.placement.clusters.is_empty();
    html! {
        <div class="ovc-axis" role="group" aria-label={app.words.timeline_axis} aria-describedby="ovc-keys"
            tabindex={if is_empty { "0" } else { "-1" }} ref={props.node.clone()} onwheel={pan_zoom.onwheel}
            onpointerdown={pan_zoom.onpointerdown} onpointermove={pan_zoom.onpointermove}
            onpointerup={pan_zoom.onpointerup.clone()} onpointercancel={pan_zoom.onpointerup}>
            <svg class={if is_rtl { "is-rtl" } else { "" }} translate="no" width={px(width)} height={px(height)}
                viewBox={view_box(width, height)} role="group" aria-label={app.words.timeline_axis}>
                { eras(&app, &periods) }
                <g transform={translate(0.0, top)}>
                    { grid(&app, &calendar) }
                    { lane_heads(&app, &lanes, &scene, viewport) }
                    if let Some(selected) = props.selected {
                        { arcs(&app, &Arcs { selected, visible: &props.visible, scene: &scene, measure }) }
                    }
                    if is_placed {
                        <Marks scene={scene.clone()} lanes={lanes.clone()} selected={props.selected}
                            cluster={props.cluster.clone()} was_dragged={pan_zoom.was_dragged}
                            on_select={props.on_select.clone()} on_cluster={props.on_cluster.clone()}
                            title_ref={props.title_ref.clone()} />
                    }
                </g>
            </svg>
            { tooltip }
            <div class="ovc-sample" aria-hidden="true" translate="no">
                <span>{ attr(&app.data.meta().title) }{ SAMPLE }<strong>{ attr(&app.data.meta().title) }{ SAMPLE }</strong></span>
            </div>
            <p class="ovc-keys">{ app.words.timeline_legend }</p>
            <p class="ovc-keys" id="ovc-keys">{ app.words.timeline_hint }</p>
        </div>
    }
}

/// Whether the marks are drawn.
fn is_placed(props: &AxisProps) -> bool {
    props.phase >= Phase::Marks && props.measure.is_some()
}

/// The lanes, and the scene in the viewport.
#[hook]
fn use_scene(app: &App, props: &AxisProps) -> (Shared<Lanes>, Shared<Scene>) {
    let data = SharedDataset::from(app.data.clone());
    let measure = props.measure.as_ref();
    let lanes = {
        let is_indexed = props.phase >= Phase::Indexed && measure.is_some();
        use_memo(
            (
                data.clone(),
                props.visible.clone(),
                props.open_first,
                is_indexed,
            ),
            |(data, visible, open_first, is_indexed)| {
                Lanes::new(data, visible, *open_first, *is_indexed)
            },
        )
    };
    let labels = use_memo((data, measure.cloned()), |_| LabelCache::default());
    let origin = use_mut_ref(PanOrigin::default);
    let (start, end) = props.viewport.range();
    let shift = origin
        .borrow_mut()
        .shift(&TimeScale::new(start, end, props.width));
    let scene = Scene::new(&SceneInput {
        app,
        lanes: &lanes,
        visible: props.visible.len(),
        selected: props.selected,
        viewport: props.viewport,
        width: props.width,
        target: props.target,
        labels: &labels,
        measure: measure.filter(|_| is_placed(props)),
        shift,
    });
    (lanes.into(), scene.into())
}
