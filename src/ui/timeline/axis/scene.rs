//! The layout of the axis, before it is drawn.
//!
//! Given the lanes and the viewport; returns marks, clusters and their labels in CSS pixels.

use yew::prelude::*;

use super::cluster_mark::cluster_width;
use super::labels::{LABEL_WIDTH, LabelCache};
use super::lanes::{LaneSide, Lanes, extent_of};
use super::view_scale::ViewScale;
use crate::dataset::{Event, Side};
use crate::timeline::{
    Aggregate, Candidates, IndexQuery, ItemSize, Lane, LayoutOptions, Mark, Placement, TimeScale,
    Viewport, place_with_edge_markers,
};
use crate::ui::context::App;
use crate::ui::hooks::TextMeasure;
use crate::ui::svg::translate;

/// Room above each lane for its name, in CSS pixels.
const LANE_HEAD: f64 = 22.0;
/// Least distance of a mark's middle from the ends of the whole span.
const EDGE: f64 = 13.0;
/// Least distance between two marks.
const GAP: f64 = 4.0;
/// More events than this in view could need more marks than the limit of nodes allows.
const DENSE: usize = 260;
/// Then each mark takes this much room in its row: enough for its name, and enough to limit the
/// number of marks on wide screens.
const DENSE_ROOM: f64 = 170.0;
/// A lane with more events than this has a row more.
const BUSY: usize = 24;

/// Input of a scene.
pub(super) struct SceneInput<'a> {
    pub app: &'a App,
    pub lanes: &'a Lanes,
    /// How many events are visible.
    pub visible: usize,
    /// Position of the selected event.
    pub selected: Option<usize>,
    pub viewport: Viewport,
    /// Width of the axis in CSS pixels.
    pub width: f64,
    /// Least size of a target, in CSS pixels.
    pub target: f64,
    pub labels: &'a LabelCache,
    /// `None` before the font is known: then nothing is placed, and the lanes only have their
    /// height.
    pub measure: Option<&'a TextMeasure>,
    /// How far the viewport is from the origin of the drawing, in CSS pixels.
    pub shift: f64,
}

/// What is drawn on the axis.
pub(super) struct Scene {
    pub view: ViewScale,
    /// Distance from the left of the view to the origin of the drawing, in CSS pixels.
    pub shift: f64,
    pub placement: Placement,
    /// The text of each mark's label, where it has one.
    pub texts: Vec<Option<AttrValue>>,
    /// The aggregates in clusters. Their position here is their index minus the number of all
    /// events.
    pub aggregates: Vec<Aggregate>,
    /// The sides of the lanes.
    sides: Vec<LaneSide>,
}

impl Scene {
    /// Places what is in the viewport.
    pub fn new(input: &SceneInput<'_>) -> Self {
        let (start, end) = input.viewport.range();
        let scale = TimeScale::new(start, end, input.width);
        let is_rtl = input.app.is_rtl();
        let layout = layout_options(input);
        let candidates = candidates(input, &scale, &layout);
        let placement = place(input.selected, &scale, &layout, &candidates);
        let texts = placement.marks.iter().map(|mark| text_of(input, mark));
        Self {
            shift: if is_rtl { input.shift } else { -input.shift },
            texts: texts.collect(),
            placement: if is_rtl {
                placement.mirrored(input.width)
            } else {
                placement
            },
            aggregates: candidates.aggregates,
            sides: input.lanes.sides.clone(),
            view: ViewScale { scale, is_rtl },
        }
    }

    /// The side of a lane.
    pub fn side_of(&self, lane: usize) -> Option<Side> {
        self.sides.get(lane).map(|lane| lane.side)
    }

    /// The lane of a side.
    pub fn lane_of(&self, side: Side) -> Option<Lane> {
        let lane = self.sides.iter().position(|lane| lane.side == side)?;
        self.placement.lanes.get(lane).copied()
    }

    /// Converts a place of the view into a place of the drawing, which moves with time.
    pub fn drawn(&self, x: f64) -> f64 {
        x - self.shift
    }
}

/// Content that moves with time, in its place in the view.
pub(super) fn moving(shift: f64, content: Html) -> Html {
    html! { <g transform={translate(shift, 0.0)}>{ content }</g> }
}

fn layout_options(input: &SceneInput<'_>) -> LayoutOptions {
    let lanes = input.lanes;
    let mut rows = [0; 4];
    for (rows, lane) in rows.iter_mut().zip(&lanes.sides) {
        *rows = match lane.count {
            0 => 0,
            count if count > BUSY => 4,
            _ => 3,
        };
    }
    let is_dense = lanes.index.count(input.viewport.range()) > DENSE;
    LayoutOptions {
        lanes: lanes.sides.len(),
        rows,
        target: input.target,
        gap: if is_dense {
            DENSE_ROOM - input.target
        } else {
            GAP
        },
        lane_head: LANE_HEAD,
        cluster_width: cluster_width(input.visible),
        max_label: LABEL_WIDTH,
        max_extent: LABEL_WIDTH,
        bounds: input.viewport.bounds(),
        ..LayoutOptions::default()
    }
}

/// The events that are in the viewport or reach into it, with the sizes of their labels.
fn candidates(input: &SceneInput<'_>, scale: &TimeScale, layout: &LayoutOptions) -> Candidates {
    if input.measure.is_none() {
        return Candidates::default();
    }
    let events = input.app.data.events();
    let bounds = input.viewport.bounds();
    // An event outside the span of the axis (such as an origin decades before) is placed at its
    // end, far enough inside to be fully visible.
    let inside = (EDGE / scale.pixels_per_day()).min((bounds.1 - bounds.0) / 2.0);
    let query = IndexQuery {
        scale,
        layout,
        ends: (bounds.0 + inside, bounds.1 - inside),
        selected: input
            .selected
            .and_then(|position| u32::try_from(position).ok()),
        first_aggregate: events.len(),
    };
    let mut size = |position: u32, labelled: bool| {
        let position = position as usize;
        let Some(event) = events.get(position) else {
            return Default::default();
        };
        let widths = if labelled {
            let labels = input.labels;
            labels
                .get(position, input.app, event, bounds, input.measure)
                .widths
        } else {
            [0.0; 2]
        };
        ItemSize {
            label_widths: widths,
            extent: extent_of(event),
        }
    };
    input.lanes.index.select(&query, &mut size)
}

/// Places the candidates. The selected event is always a mark: where it would be in a cluster, the
/// others make room for it. Elsewhere they do not, because marks must not jump when the reader
/// selects one.
fn place(
    selected: Option<usize>,
    scale: &TimeScale,
    layout: &LayoutOptions,
    candidates: &Candidates,
) -> Placement {
    let placed = |candidates: &Candidates| {
        place_with_edge_markers(&candidates.items, &candidates.edge_markers, scale, layout)
    };
    let placement = placed(candidates);
    let clustered = selected.filter(|selected| {
        let mut clusters = placement.clusters.iter();
        clusters.any(|cluster| cluster.members.contains(selected))
    });
    if clustered.is_none() {
        return placement;
    }
    let mut candidates = candidates.clone();
    let mut items = candidates.items.iter_mut();
    if let Some(selected) = items.find(|item| Some(item.index) == clustered) {
        selected.weight = u8::MAX;
    }
    placed(&candidates)
}

fn text_of(input: &SceneInput<'_>, mark: &Mark) -> Option<AttrValue> {
    let place = mark.label?;
    let event: &Event = input.app.data.events().get(mark.index)?;
    let bounds = input.viewport.bounds();
    let labels = input
        .labels
        .get(mark.index, input.app, event, bounds, input.measure);
    Some(if place.is_short {
        labels.short
    } else {
        labels.whole
    })
}
