//! The axis: four lanes on a calendar scale.

mod gestures;
mod marks;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::window::Window;
use crate::dataset::{Event, Side, Text, Vocabulary};
use crate::number::within;
use crate::timeline::{Item, Layout, Placement, Ticks, TimeScale, place, ticks};
use crate::ui::app::lane_order;
use crate::ui::hooks::{self, TextMeasure};
use crate::ui::shape;
use crate::ui::shared::{Shared, classes, px};
use marks::{LABEL_WIDTH, Label, MarksProps, label_of};

/// Room above each lane for its name, in CSS pixels.
const LANE_HEAD: f64 = 22.0;
/// Room below the lanes for two rows of dates.
const FOOT: f64 = 44.0;
/// Least distance of a mark's middle from the ends of the whole span.
const EDGE: f64 = 13.0;
/// Room that a tick's label needs before the end of the axis.
const LABEL_ROOM: f64 = 40.0;
/// Least distance between two ticks.
const TICK_GAP: f64 = 64.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AxisProps {
    pub shared: Shared,
    pub visible: Rc<Vec<u32>>,
    pub selected: Option<Text>,
    pub open_first: bool,
    pub width: f64,
    pub window: Window,
    /// Members of the cluster that stands open.
    pub opened: Option<Vec<u32>>,
    pub on_window: Callback<Window>,
    pub on_select: Callback<Option<Text>>,
    pub on_cluster: Callback<Vec<u32>>,
    /// The title of what is opened: where Enter leads from what is selected already.
    pub title_ref: NodeRef,
}

/// What a picture of the axis is made of.
struct Scene {
    pub lanes: Vec<Side>,
    pub placement: Placement,
    pub labels: Vec<(usize, Label)>,
    pub ticks: Ticks,
}

/// The axis. It is one group for the keyboard: keys act while focus is inside.
#[component]
pub(super) fn Axis(props: &AxisProps) -> Html {
    let shared = &props.shared;
    let node = use_node_ref();
    let measure = hooks::use_text_measure(&node);
    let labels = use_mut_ref(LabelCache::default);
    let gestures = gestures::use_gestures(props, &node);

    let scene = scene(props, measure.as_ref(), &labels);
    let height = scene.placement.height + FOOT;
    let counts = use_memo(
        (props.visible.clone(), shared.clone()),
        |(visible, shared)| count_sides(shared, visible),
    );
    html! {
        <div class={classes(&["ovc-axis", if gestures.dragging { "is-dragging" } else { "" }])}
            role="group" aria-label={shared.messages.timeline_axis} aria-describedby="ovc-keys"
            tabindex="0" ref={node}
            onkeydown={gestures.onkeydown} onwheel={gestures.onwheel}
            onpointerdown={gestures.onpointerdown} onpointermove={gestures.onpointermove}
            onpointerup={gestures.onpointerup.clone()} onpointercancel={gestures.onpointerup}>
            <svg width={px(props.width)} height={px(height)} viewBox={format!("0 0 {} {}", px(props.width), px(height))} role="group" aria-label={shared.messages.timeline_axis}>
                { grid(shared, &scene, props.width, measure.as_ref()) }
                { lane_heads(shared, &scene, &counts, props.width) }
                { marks::marks(&MarksProps {
                    shared,
                    scene: &scene,
                    selected: props.selected.as_deref(),
                    opened: props.opened.as_deref(),
                    on_select: props.on_select.clone(),
                    on_cluster: props.on_cluster.clone(),
                    moved: gestures.moved,
                    title_ref: props.title_ref.clone(),
                }) }
            </svg>
            <p class="ovc-keys" id="ovc-keys">{ shared.messages.timeline_hint }</p>
        </div>
    }
}

fn count_sides(shared: &Shared, visible: &[u32]) -> Vec<(Side, usize)> {
    let count = |side: Side| {
        let events = visible.iter();
        events
            .filter_map(|position| shared.data.events().get(*position as usize))
            .filter(|event| event.side == side)
            .count()
    };
    Side::ALL.iter().map(|side| (*side, count(*side))).collect()
}

/// Labels that have been measured, by position of their event.
#[derive(Default)]
pub(super) struct LabelCache {
    labels: Vec<Option<Label>>,
    measured: bool,
}

impl LabelCache {
    fn get(&mut self, position: u32, make: impl FnOnce() -> Label, measured: bool) -> Label {
        // The first rendering comes before the font is known: what it guessed is thrown away.
        if measured != self.measured {
            self.labels.clear();
            self.measured = measured;
        }
        let at = position as usize;
        if self.labels.len() <= at {
            self.labels.resize(at + 1, None);
        }
        self.labels[at].get_or_insert_with(make).clone()
    }
}

fn scene(
    props: &AxisProps,
    measure: Option<&TextMeasure>,
    labels: &Rc<RefCell<LabelCache>>,
) -> Scene {
    let shared = &props.shared;
    let lanes = lanes(shared, props.open_first);
    let (start, end) = props.window.span();
    let whole = props.window.whole();
    let scale = TimeScale::new(start, end, props.width);
    let margin = end - start;
    let mut items = Vec::new();
    let mut shown = Vec::new();
    let mut cache = labels.borrow_mut();
    for position in props.visible.iter().copied() {
        let Some(event) = shared.data.events().get(position as usize) else {
            continue;
        };
        let t = plotted(event, whole, &scale);
        if t < start - margin || t > end + margin {
            continue;
        }
        let far = event.date.midpoint() < whole.0 || event.date.midpoint() > whole.1;
        let label = cache.get(
            position,
            || label_of(shared, event, far, measure),
            measure.is_some(),
        );
        items.push(Item {
            index: position as usize,
            t,
            lane: lane_of(&lanes, event.side),
            weight: event.weight,
            label_width: label.width,
        });
        shown.push((position as usize, label));
    }
    let layout = layout(lanes.len(), whole);
    let mut placement = place(&items, &scale, &layout);
    let selected = props
        .selected
        .as_deref()
        .and_then(|id| shared.data.event_position(id));
    // The selected event is always a mark. Only where it would be in a cluster is anything
    // rearranged for it: marks must not jump when the reader picks one of them.
    let hidden = selected.filter(|selected| {
        let mut clusters = placement.clusters.iter();
        clusters.any(|cluster| cluster.members.contains(selected))
    });
    if let Some(selected) = items.iter_mut().find(|item| Some(item.index) == hidden) {
        selected.weight = u8::MAX;
        placement = place(&items, &scale, &layout);
    }
    Scene {
        placement,
        ticks: ticks(&scale, TICK_GAP),
        labels: shown,
        lanes,
    }
}

fn layout(lanes: usize, bounds: (f64, f64)) -> Layout {
    Layout {
        lanes,
        lane_head: LANE_HEAD,
        max_label: LABEL_WIDTH,
        bounds,
        ..Layout::default()
    }
}

fn lane_of(lanes: &[Side], side: Side) -> usize {
    lanes.iter().position(|lane| *lane == side).unwrap_or(0)
}

/// The sides that the data set has events of.
fn lanes(shared: &Shared, open_first: bool) -> Vec<Side> {
    let has = |side: &Side| shared.data.events().iter().any(|event| event.side == *side);
    lane_order(open_first).into_iter().filter(has).collect()
}

/// Where an event stands: in the middle of what its date covers. What lies outside the span of the
/// axis (a metaphor's origin, decades before) stands at its end, far enough inside to be seen whole.
fn plotted(event: &Event, (start, end): (f64, f64), scale: &TimeScale) -> f64 {
    let inside = (EDGE / scale.pixels_per_day()).min((end - start) / 2.0);
    within(event.date.midpoint(), start + inside, end - inside)
}

fn grid(shared: &Shared, scene: &Scene, width: f64, measure: Option<&TextMeasure>) -> Html {
    let width_of = |text: &str| marks::width_of(text, true, measure);
    let bottom = scene.placement.height;
    let right = px(width);
    html! {
        <g aria-hidden="true">
            { for scene.ticks.major.iter().map(|tick| {
                let x = px(tick.x);
                html! {
                    <>
                        <line class="ovc-tick" x1={x.clone()} x2={x.clone()} y1="0" y2={px(bottom)} />
                        if tick.x < width - LABEL_ROOM {
                            <text class="ovc-tick-label" x={px(tick.x + 4.0)} y={px(bottom + 17.0)}>{ shared.formats.finest(tick.date) }</text>
                        }
                    </>
                }
            }) }
            <line class="ovc-axis-line" x1="0" x2={right} y1={px(bottom)} y2={px(bottom)} />
            { for scene.ticks.context.iter().filter_map(|span| {
                let text = shared.formats.date(span.date);
                // A month of which only the first days are in the view has no room for its name.
                let fits = width_of(&text) + 8.0 <= span.x2 - span.x1;
                fits.then(|| html! {
                    <text class="ovc-tick-context" x={px(span.x1 + 4.0)} y={px(bottom + 36.0)}>{ text }</text>
                })
            }) }
        </g>
    }
}

fn lane_heads(shared: &Shared, scene: &Scene, counts: &[(Side, usize)], width: f64) -> Html {
    let right = px(width);
    let lanes = scene.lanes.iter().zip(&scene.placement.lanes);
    lanes
        .map(|(side, lane)| {
            let count = counts
                .iter()
                .find(|(other, _)| other == side)
                .map_or(0, |(_, count)| *count);
            html! {
                <g key={side.as_str()} class={classes(&["ovc-lane", shape::class_of(*side)])} data-lane={side.as_str()} aria-hidden="true">
                    if lane.top > 0.0 {
                        <line class="ovc-lane-line" x1="0" x2={right.clone()} y1={px(lane.top)} y2={px(lane.top)} />
                    }
                    <path d={shape::outline(*side, 4.5)} transform={format!("translate(6 {})", px(lane.top + 13.0))} />
                    <text class="ovc-lane-name" x="17" y={px(lane.top + 17.0)}>
                        { shared.messages.side(*side) }{ format!(" {count}") }
                    </text>
                </g>
            }
        })
        .collect()
}
