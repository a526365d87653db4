//! Marks and clusters: every one a button.

use std::rc::Rc;

use yew::prelude::*;

use super::Scene;
use crate::dataset::{Event, Side, Text, Vocabulary};
use crate::date::{PartialDate, Precision};
use crate::messages::fill;
use crate::order;
use crate::timeline::{Cluster, Mark, truncate_to_width};
use crate::ui::hooks::{self, TextMeasure};
use crate::ui::shape;
use crate::ui::shared::{Shared, attr, classes, px};

/// Longest label, in CSS pixels.
pub(super) const LABEL_WIDTH: f64 = 240.0;

/// A label that has been cut to fit, and measured.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub text: AttrValue,
    pub width: f64,
}

/// Width of a text on the axis, or a guess before the font is known, in CSS pixels.
pub(super) fn width_of(text: &str, bold: bool, measure: Option<&TextMeasure>) -> f64 {
    match measure {
        Some(measure) => measure.width(text, bold),
        None => text.chars().count() as f64 * 7.0,
    }
}

/// The label of an event: its title, cut at a word. One that stands `far` from its place on the
/// axis says when it was instead: there, a title alone would tell a wrong date.
pub(super) fn label_of(
    shared: &Shared,
    event: &Event,
    far: bool,
    measure: Option<&TextMeasure>,
) -> Label {
    let bold = event.weight == 3;
    let width = |text: &str| width_of(text, bold, measure);
    let year = PartialDate::from_year(event.date.year()).filter(|_| far);
    let (text, width) = match year {
        Some(year) => {
            let text = fill(
                shared.messages.off_axis,
                &[("date", &shared.formats.date(year))],
            );
            let width = width(&text);
            (text, width)
        }
        None => truncate_to_width(&event.title, LABEL_WIDTH, &width),
    };
    Label {
        text: text.into(),
        width,
    }
}

/// What the marks are given.
pub(super) struct MarksProps<'a> {
    pub shared: &'a Shared,
    pub scene: &'a Scene,
    pub selected: Option<&'a str>,
    pub opened: Option<&'a [u32]>,
    pub on_select: Callback<Option<Text>>,
    pub on_cluster: Callback<Vec<u32>>,
    /// Whether the pointer has dragged since it went down: then it has not clicked.
    pub moved: Rc<std::cell::Cell<bool>>,
    pub title_ref: NodeRef,
}

/// Marks and clusters in the order of time, which is the order of the Tab key.
pub(super) fn marks(props: &MarksProps<'_>) -> Html {
    let placement = &props.scene.placement;
    let marks = placement
        .marks
        .iter()
        .map(|item| (item.x, mark(props, item)));
    let clusters = placement
        .clusters
        .iter()
        .map(|item| (item.x, cluster(props, item)));
    let all: Vec<(f64, Html)> = marks.chain(clusters).collect();
    let by_time = order::sorted(all.len(), &|a, b| all[a].0.total_cmp(&all[b].0));
    let all = order::reordered(all, &by_time);
    html! { <g>{ for all.into_iter().map(|(_, item)| item) }</g> }
}

/// A callback for a click and one for Enter and Space, as a native button has.
fn press(
    props: &MarksProps<'_>,
    action: impl Fn() + 'static,
) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let action = Rc::new(action);
    let moved = props.moved.clone();
    let click = {
        let action = action.clone();
        Callback::from(move |_: MouseEvent| {
            if !moved.replace(false) {
                action();
            }
        })
    };
    let key = Callback::from(move |event: KeyboardEvent| {
        if matches!(hooks::key(&event).as_deref(), Some("Enter" | " ")) {
            event.prevent_default();
            action();
        }
    });
    (click, key)
}

fn mark(props: &MarksProps<'_>, mark: &Mark) -> Html {
    let shared = props.shared;
    let Some(event) = shared.data.events().get(mark.index) else {
        return Html::default();
    };
    let selected = props.selected == Some(&*event.id);
    let (onclick, onkeydown) = {
        let id = event.id.clone();
        let on_select = props.on_select.clone();
        let title = props.title_ref.clone();
        press(props, move || {
            // A second press leads to what the first one opened.
            if selected {
                hooks::focus(&title);
            } else {
                on_select.emit(Some(id.clone()));
            }
        })
    };
    let radius = mark.diameter / 2.0;
    let date = shared.spoken_date(event);
    let name = format!(
        "{}, {date}, {}",
        event.title,
        shared.messages.side(event.side)
    );
    let hollow = event.date.precision() != Precision::Day;
    let label = props
        .scene
        .labels
        .iter()
        .find(|(index, _)| *index == mark.index)
        .map(|(_, label)| label.text.clone());
    html! {
        <g key={event.id.to_string()} class={classes(&["ovc-mark", shape::class_of(event.side), weight_class(event.weight), if hollow { "is-hollow" } else { "" }])}
            role="button" part="event" tabindex="0" data-id={attr(&event.id)} aria-label={name} aria-pressed={selected.to_string()}
            transform={format!("translate({} {})", px(mark.x), px(mark.y))} {onclick} {onkeydown}>
            <rect class="ovc-hit" x="-12" y="-12" width="24" height="24" />
            <circle class="ovc-ring" r={px(radius + 4.0)} />
            <path class="ovc-dot" d={shape::outline(event.side, radius)} />
            if let (Some(place), Some(text)) = (&mark.label, label) {
                <text class="ovc-mark-label" x={px(place.x - mark.x)} y="4.5">{ text }</text>
            }
        </g>
    }
}

fn weight_class(weight: u8) -> &'static str {
    match weight {
        3 => "is-weight-3",
        2 => "is-weight-2",
        _ => "is-weight-1",
    }
}

fn cluster(props: &MarksProps<'_>, cluster: &Cluster) -> Html {
    let shared = props.shared;
    let count = cluster.members.len();
    let side = props
        .scene
        .lanes
        .get(cluster.lane)
        .copied()
        .unwrap_or(Side::Context);
    let events: Vec<&Event> = cluster
        .members
        .iter()
        .filter_map(|position| shared.data.events().get(*position))
        .collect();
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return Html::default();
    };
    let name = fill(
        shared.messages.cluster_name,
        &[
            ("count", &count.to_string()),
            ("side", shared.messages.side(side)),
            ("from", &shared.formats.date(first.date)),
            ("to", &shared.formats.date(last.date)),
        ],
    );
    let members: Vec<u32> = cluster
        .members
        .iter()
        .filter_map(|position| u32::try_from(*position).ok())
        .collect();
    let open = props.opened == Some(&*members);
    let (onclick, onkeydown) = {
        let on_cluster = props.on_cluster.clone();
        let title = props.title_ref.clone();
        press(props, move || {
            if open {
                hooks::focus(&title);
            } else {
                on_cluster.emit(members.clone());
            }
        })
    };
    let text = fill(shared.messages.cluster, &[("count", &count.to_string())]);
    html! {
        <g key={format!("cluster {} {}", side.as_str(), first.id)} class={classes(&["ovc-mark", "ovc-cluster", shape::class_of(side)])}
            role="button" tabindex="0" data-cluster={count.to_string()} aria-label={name.clone()} aria-expanded={open.to_string()}
            transform={format!("translate({} {})", px(cluster.x), px(cluster.y))} {onclick} {onkeydown}>
            <rect class="ovc-ring" x="-18" y="-14" width="36" height="28" rx="14" />
            <rect class="ovc-dot" x="-16" y="-12" width="32" height="24" rx="12" />
            <text y="4.5">{ text }</text>
        </g>
    }
}
