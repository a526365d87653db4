//! What a picture of the axis is made of, before it is drawn.

use std::cell::{Cell, RefCell};

use yew::prelude::*;

use super::AxisProps;
use super::marks::{LABEL_WIDTH, Labels, cluster_width, labels_of};
use crate::dataset::{Event, Side, Vocabulary};
use crate::number::within;
use crate::timeline::{
    Aggregate, Band, Candidates, IndexQuery, IndexedEvent, ItemSize, Lane, LayoutOptions,
    PanOrigin, Period, Placement, Ticks, TimeIndex, TimeScale, Viewport, pack_bands,
    place_with_edge_markers, ticks,
};
use crate::ui::context::{App, translate};
use crate::ui::hooks::TextMeasure;
use crate::ui::timeline::span::{period_of, reach};

/// Room above each lane for its name, in CSS pixels.
const LANE_HEAD: f64 = 22.0;
/// Least distance of a mark's middle from the ends of the whole span.
const EDGE: f64 = 13.0;
/// Least distance between two ticks.
const TICK_GAP: f64 = 64.0;

/// Least distance between two marks.
const GAP: f64 = 4.0;
/// More events than this in the view may be more marks than there may be nodes.
const DENSE: usize = 260;
/// Then each has so much room in its row: enough for its name, and few enough on wide screens, too.
const DENSE_ROOM: f64 = 170.0;
/// A lane with more events than this has a row more.
const BUSY: usize = 24;

/// Rows for periods that overlap in time; what has no room there is told below the axis and in the list.
const ERA_ROWS: usize = 3;

/// The events that the filters let through, by lane and time; made again only when these change.
#[derive(Default, PartialEq)]
pub(super) struct Lanes {
    /// The sides that the data set has events of, from the top, each with its number of visible ones.
    pub sides: Vec<(Side, usize)>,
    pub index: TimeIndex,
    /// Where each period of the data set stands above them.
    pub bands: Vec<Option<Band>>,
}

impl Lanes {
    /// The lanes; `drawn` tells whether they are to be drawn or only take their room.
    pub fn new(app: &App, visible: &[u32], open_first: bool, drawn: bool) -> Self {
        let events = app.data.events();
        let mut counts = [(false, 0); Side::ALL.len()];
        for event in events {
            event
                .sides()
                .for_each(|side| counts[side as usize].0 = true);
        }
        let visible = || {
            visible
                .iter()
                .filter_map(|position| Some((*position, events.get(*position as usize)?)))
        };
        for (_, event) in visible() {
            event.sides().for_each(|side| counts[side as usize].1 += 1);
        }
        let sides: Vec<(Side, usize)> = crate::state::SideOrder::lanes(open_first)
            .into_iter()
            .filter(|side| counts[*side as usize].0)
            .map(|side| (side, counts[side as usize].1))
            .collect();
        let lane = &|side: Side| sides.iter().position(|(other, _)| *other == side);
        let indexed = visible().filter(|_| drawn).flat_map(|(position, event)| {
            event.sides().map(move |side| IndexedEvent {
                position,
                t: event.date.midpoint(),
                lane: lane(side).unwrap_or(0),
                weight: event.weight,
                extent: extent_of(event),
            })
        });
        let whole = Viewport::new(None, app.data.span());
        let eras = app.data.meta().eras.iter();
        let periods: Vec<Period> = eras.map(|era| period_of(era, whole)).collect();
        Self {
            index: TimeIndex::new(sides.len(), indexed),
            sides,
            bands: pack_bands(&periods, ERA_ROWS),
        }
    }
}

/// How far an event reaches from its middle, in days.
fn extent_of(event: &Event) -> (f64, f64) {
    let (t, (from, to)) = (event.date.midpoint(), reach(event));
    (t - from, to - t)
}

/// What is drawn.
pub(super) struct Scene {
    pub scale: TimeScale,
    /// How far the drawing of marks and dates begins to the right of the view, in CSS pixels.
    pub shift: f64,
    pub placement: Placement,
    /// The text of each mark's label, where it has one.
    pub texts: Vec<Option<AttrValue>>,
    pub ticks: Ticks,
    /// What the clusters hold beside events, by index less the number of all events.
    pub aggregates: Vec<Aggregate>,
    /// Whether time runs from right to left.
    pub rtl: bool,
    /// The sides of the lanes.
    sides: Vec<Side>,
}

impl Scene {
    /// The lane of a side.
    pub fn lane(&self, side: Side) -> Option<Lane> {
        let lane = self.sides.iter().position(|other| *other == side)?;
        self.placement.lanes.get(lane).copied()
    }

    /// What moves with time, in its place in the view: in it, an `x` of the view is [`Self::drawn`].
    pub fn moving(&self, content: Html) -> Html {
        html! { <g transform={translate(self.shift, 0.0)}>{ content }</g> }
    }

    /// Where in the drawing a place of the view is.
    pub fn drawn(&self, x: f64) -> f64 {
        x - self.shift
    }

    /// Where a time stands, or the nearest end of the view.
    pub fn x(&self, t: f64) -> f64 {
        let width = self.scale.width;
        let x = within(self.scale.x(t), 0.0, width);
        if self.rtl { width - x } else { x }
    }

    /// The same, however far out of the view.
    pub fn unbound_ends(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let (from, to) = (self.scale.x(from), self.scale.x(to));
        if self.rtl {
            (self.scale.width - to, self.scale.width - from)
        } else {
            (from, to)
        }
    }

    /// Where a stretch of time stands: its left and its right end, in the view.
    pub fn ends(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let (from, to) = (self.x(from), self.x(to));
        (from.min(to), from.max(to))
    }
}

/// Labels that have been measured, by position of their event.
#[derive(Default)]
pub(super) struct LabelCache {
    labels: Vec<Option<Labels>>,
}

impl LabelCache {
    fn get(&mut self, position: usize, make: impl FnOnce() -> Labels) -> &Labels {
        if self.labels.len() <= position {
            self.labels.resize(position + 1, None);
        }
        self.labels[position].get_or_insert_with(make)
    }
}

/// Places what is in the view.
pub(super) fn scene(
    props: &AxisProps<'_>,
    lanes: &Lanes,
    measure: Option<&TextMeasure>,
    (labels, origin): (&RefCell<LabelCache>, &Cell<PanOrigin>),
) -> Scene {
    let app = &props.app;
    let events = app.data.events();
    let (start, end) = props.viewport.range();
    let whole = props.viewport.bounds();
    let scale = TimeScale::new(start, end, props.width);
    let target = props.target;
    let mut cache = labels.borrow_mut();
    let mut label = |position: usize, event: &Event| {
        let far = event.date.midpoint() < whole.0 || event.date.midpoint() > whole.1;
        let make = || labels_of(app, event, far, measure);
        cache.get(position, make).clone()
    };
    let gap = if lanes.index.count((start, end)) > DENSE {
        DENSE_ROOM - target
    } else {
        GAP
    };
    let mut rows = [0; 4];
    for (rows, (_, count)) in rows.iter_mut().zip(&lanes.sides) {
        *rows = match count {
            0 => 0,
            _ if *count > BUSY => 4,
            _ => 3,
        };
    }
    let layout = LayoutOptions {
        lanes: lanes.sides.len(),
        rows,
        target,
        gap,
        lane_head: LANE_HEAD,
        cluster_width: cluster_width(props.visible.len()),
        max_label: LABEL_WIDTH,
        max_extent: LABEL_WIDTH,
        bounds: whole,
        ..LayoutOptions::default()
    };
    let selected = props.selected.and_then(|id| app.data.event_position(id));
    // What lies outside the span of the axis (a metaphor's origin, decades before) stands at its
    // end, far enough inside to be seen whole.
    let inside = (EDGE / scale.pixels_per_day()).min((whole.1 - whole.0) / 2.0);
    let part = IndexQuery {
        scale: &scale,
        layout: &layout,
        ends: (whole.0 + inside, whole.1 - inside),
        selected: selected.and_then(|position| u32::try_from(position).ok()),
        first_aggregate: events.len(),
    };
    let mut size = |position: u32, labelled: bool| {
        let position = position as usize;
        let Some(event) = events.get(position) else {
            return Default::default();
        };
        let label_widths = if labelled {
            label(position, event).widths
        } else {
            [0.0; 2]
        };
        ItemSize {
            label_widths,
            extent: extent_of(event),
        }
    };
    // The first rendering comes before the font is known and is never seen: it only takes its room.
    let mut chosen = match measure {
        Some(_) => lanes.index.select(&part, &mut size),
        None => Candidates::default(),
    };
    let placed = |chosen: &Candidates| {
        place_with_edge_markers(&chosen.items, &chosen.edge_markers, &scale, &layout)
    };
    let mut placement = placed(&chosen);
    // The selected event is always a mark. Only where it would be in a cluster is anything
    // rearranged for it: marks must not jump when the reader picks one of them.
    let hidden = selected.filter(|selected| {
        let mut clusters = placement.clusters.iter();
        clusters.any(|cluster| cluster.members.contains(selected))
    });
    let mut items = chosen.items.iter_mut();
    if let Some(selected) = items.find(|item| Some(item.index) == hidden) {
        selected.weight = u8::MAX;
        placement = placed(&chosen);
    }
    let text = |mark: &crate::timeline::Mark| {
        let place = mark.label?;
        let labels = label(mark.index, events.get(mark.index)?);
        let [whole, short] = labels.texts;
        Some(if place.is_short { short } else { whole })
    };
    let ticks = ticks(&scale, TICK_GAP);
    let rtl = app.is_rtl();
    let mut from = origin.get();
    let shift = from.shift(&scale);
    origin.set(from);
    Scene {
        shift: if rtl { shift } else { -shift },
        texts: placement.marks.iter().map(text).collect(),
        placement: if rtl {
            placement.mirrored(props.width)
        } else {
            placement
        },
        ticks: if rtl {
            ticks.mirrored(props.width)
        } else {
            ticks
        },
        rtl,
        aggregates: chosen.aggregates,
        sides: lanes.sides.iter().map(|(side, _)| *side).collect(),
        scale,
    }
}
