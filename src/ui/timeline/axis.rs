//! The axis: four lanes on a calendar scale.

mod arcs;
mod backdrop;
pub(super) mod gestures;
mod marks;
mod scene;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::cluster::OpenCluster;
use crate::dataset::Text;
use crate::timeline::{DeferredMarks, PanOrigin, Viewport};
use crate::ui::context::{App, px, translate, view_box};
use crate::ui::hooks::{self, TextMeasure};
use gestures::SharedHeld;
use marks::MarksProps;
use scene::{LabelCache, Lanes, scene};

/// More events than this are put in order in a task of their own.
const MANY: usize = 10_000;
/// Room below the lanes for two rows of dates.
const FOOT: f64 = 44.0;

pub(super) struct AxisProps<'a> {
    /// The least size of what is pressed, in CSS pixels.
    pub target: f64,
    pub app: &'a App,
    pub visible: &'a Rc<Vec<u32>>,
    pub selected: Option<&'a str>,
    /// The event whose mark, or whose cluster, has the focus.
    pub focused: Option<&'a str>,
    pub open_first: bool,
    pub width: f64,
    pub viewport: Viewport,
    /// The cluster that stands open.
    pub opened: Option<&'a OpenCluster>,
    pub on_viewport: &'a Callback<Viewport>,
    pub on_select: &'a Callback<Option<Text>>,
    pub on_cluster: &'a Callback<OpenCluster>,
    /// The title of what is opened: where Enter leads from what is selected already.
    pub title_ref: &'a NodeRef,
    pub kept: &'a Kept,
}

/// What the axis remembers.
#[derive(Default)]
pub(in crate::ui) struct Kept {
    node: NodeRef,
    /// `None` until the axis is on the page.
    measure: RefCell<Option<TextMeasure>>,
    is_drawn: Cell<bool>,
    /// Whether many events have been put in order and are still to be drawn.
    is_ordered: Cell<bool>,
    labels: RefCell<LabelCache>,
    origin: Cell<PanOrigin>,
    deferred: RefCell<DeferredMarks>,
    held: SharedHeld,
    lanes: RefCell<Option<Placed>>,
}

/// The lanes, and what they are of.
struct Placed {
    app: App,
    visible: Rc<Vec<u32>>,
    open_first: bool,
    drawn: bool,
    lanes: Rc<Lanes>,
}

impl Kept {
    /// Whether nothing is left for a later step: the first drawing is made in several.
    pub fn is_drawn(&self) -> bool {
        self.is_drawn.get()
    }

    /// The first drawing is done, of whichever view: from now on all is drawn at once.
    pub fn finish(&self) {
        self.is_drawn.set(true);
    }

    /// Whether there are marks that are to be drawn after the page has shown the others; told once.
    pub fn has_deferred_marks(&self) -> bool {
        self.deferred.borrow_mut().take_pending()
    }

    /// Learns how wide texts are, once the axis is on the page; whether there is more to be drawn: then
    /// the marks, and after them what stands under the axis. Without an axis that is the list.
    pub fn rendered(&self) -> bool {
        if self.is_ordered.take() {
            return true;
        }
        if self.measure.borrow().is_none() {
            let measure = hooks::text_measure(&self.node);
            if measure.is_some() {
                self.measure.replace(measure);
                return true;
            }
        }
        !self.is_drawn.replace(true)
    }

    /// The lanes, made anew only where what stands in them is another.
    fn lanes(&self, props: &AxisProps<'_>) -> Rc<Lanes> {
        let drawn = self.measure.borrow().is_some();
        let is_same = |placed: &&Placed| {
            Rc::ptr_eq(&placed.visible, props.visible)
                && placed.app == *props.app
                && placed.open_first == props.open_first
                && placed.drawn == drawn
        };
        if let Some(placed) = self.lanes.borrow().as_ref().filter(is_same) {
            return placed.lanes.clone();
        }
        let lanes = Lanes::new(props.app, props.visible, props.open_first, drawn);
        let lanes = Rc::new(lanes);
        let is_first = drawn && !self.is_drawn();
        self.is_ordered.set(is_first && props.visible.len() > MANY);
        self.lanes.replace(Some(Placed {
            app: props.app.clone(),
            visible: props.visible.clone(),
            open_first: props.open_first,
            drawn,
            lanes: lanes.clone(),
        }));
        lanes
    }
}

/// The axis. It is one group for the keyboard: keys act while focus is inside.
pub(super) fn axis(props: &AxisProps<'_>) -> Html {
    let AxisProps { app, kept, .. } = props;
    let gestures = gestures::gestures(props, &kept.node, &kept.held);
    let lanes = kept.lanes(props);
    let measure = kept.measure.borrow().clone();
    let measure = measure.filter(|_| !kept.is_ordered.get());

    let scene = scene(
        props,
        &lanes,
        measure.as_ref(),
        (&kept.labels, &kept.origin),
    );
    let (eras, top) = backdrop::eras(props, &scene, &lanes.bands, measure.as_ref());
    let bottom = scene.placement.height;
    let height = top + bottom + FOOT;
    html! {
        <div class="ovc-axis"
            role="group" aria-label={app.words.timeline_axis} aria-describedby="ovc-keys"
            tabindex="0" ref={kept.node.clone()}
            onwheel={gestures.onwheel}
            onpointerdown={gestures.onpointerdown} onpointermove={gestures.onpointermove}
            onpointerup={gestures.onpointerup.clone()} onpointercancel={gestures.onpointerup}>
            <svg class={if scene.rtl { "is-rtl" } else { "" }} width={px(props.width)} height={px(height)} viewBox={view_box(props.width, height)} role="group" aria-label={app.words.timeline_axis}>
                { eras }
                <g transform={translate(0.0, top)}>
                    { backdrop::grid(app, &scene, measure.as_ref()) }
                    { backdrop::lane_heads(app, &scene, &lanes.sides) }
                    { arcs::arcs(props, &scene, measure.as_ref()) }
                    { scene.moving(marks::marks(&MarksProps {
                        app,
                        scene: &scene,
                        lanes: &lanes,
                        deferred: &kept.deferred,
                        is_first: !kept.is_drawn(),
                        selected: props.selected,
                        focused: props.focused,
                        opened: props.opened,
                        on_select: props.on_select,
                        on_cluster: props.on_cluster,
                        held: &kept.held,
                        title_ref: props.title_ref,
                    })) }
                </g>
            </svg>
            <p class="ovc-keys">{ app.words.timeline_legend }</p>
            <p class="ovc-keys" id="ovc-keys">{ app.words.timeline_hint }</p>
        </div>
    }
}
