//! Arcs from the selected event to what led to it and what followed.

use yew::prelude::*;

use super::AxisProps;
use super::marks::width_of;
use super::scene::Scene;
use crate::dataset::{Event, Link, Vocabulary};
use crate::gather::Gather;
use crate::timeline::Arc;
use crate::ui::hooks::TextMeasure;
use crate::ui::markup::html;
use crate::ui::shared::px;

/// How high an arc may rise above its marks, in CSS pixels.
const RISE: f64 = 70.0;
/// Height of a label, and how far its baseline stands above its arc.
const LINE: f64 = 15.0;
const ABOVE: f64 = 3.0;
/// Where on an arc its label may stand.
const PLACES: [f64; 5] = [0.5, 0.35, 0.65, 0.25, 0.75];

/// Left, right, top and bottom of what is taken.
type Taken = (f64, f64, f64, f64);

/// The typed links of the selected event. The card has the same in words, so these are for the eye
/// alone: dashes and words tell them apart, not only colour.
pub(super) fn arcs(props: &AxisProps, scene: &Scene, measure: Option<&TextMeasure>) -> Html {
    let data = &props.shared.data;
    let Some(id) = props.selected.as_deref() else {
        return Html::default();
    };
    let links = data.links_to(id).chain(data.links_from(id));
    let mut taken = taken(scene);
    let arcs = links.filter_map(|link| one(props, scene, link, &mut taken, measure));
    let (lines, words): (Vec<Html>, Vec<Html>) = arcs.unzip();
    // Words above all lines.
    html! { <g class="ovc-arcs" aria-hidden="true">{ for lines }{ for words }</g> }
}

fn one(
    props: &AxisProps,
    scene: &Scene,
    link: &Link,
    taken: &mut Vec<Taken>,
    measure: Option<&TextMeasure>,
) -> Option<(Html, Html)> {
    let messages = props.shared.messages;
    let place = |id: &str| place_of(props, scene, id);
    let arc = Arc::new(place(&link.from)?, place(&link.to)?, RISE);
    let status = messages.status(link.status);
    let words = [
        [messages.relation_forward(link.relation), " · ", status].concat(),
        status.to_owned(),
    ];
    let mut label = None;
    for text in words {
        let half = width_of(&text, false, measure) / 2.0;
        let place = PLACES.into_iter().map(|part| arc.at(part)).find(|(x, y)| {
            let (left, right, top, bottom) = (x - half, x + half, y - ABOVE - LINE, *y);
            let is_free = |other: &Taken| {
                right <= other.0 || other.1 <= left || bottom <= other.2 || other.3 <= top
            };
            left >= 0.0 && right <= scene.scale.width && taken.iter().all(is_free)
        });
        if let Some((x, y)) = place {
            taken.push((x - half, x + half, y - ABOVE - LINE, y));
            label = Some((x, y - ABOVE, text));
            break;
        }
    }
    let line = html! {
        <g key={link.id.to_string()} data-relation={link.relation.as_str()} data-status={link.status.as_str()}>
            <path class="ovc-arc-line" d={arc.path()} />
            <path class="ovc-arc-head" d={arc.head()} />
        </g>
    };
    let words = html! {
        if let Some((x, y, text)) = label {
            <text class="ovc-arc-label" x={px(x)} y={px(y)}>{ text }</text>
        }
    };
    Some((line, words))
}

/// Where marks, clusters and their labels stand.
fn taken(scene: &Scene) -> Vec<Taken> {
    let placement = &scene.placement;
    let half = placement.target / 2.0;
    let marks = placement.marks.iter().flat_map(|mark| {
        let label = mark.label.map(|label| {
            (
                label.x,
                label.x + label.width,
                label.y - LINE / 2.0,
                label.y + LINE / 2.0,
            )
        });
        let dot = mark.diameter / 2.0 + 2.0;
        [
            Some((mark.x - dot, mark.x + dot, mark.y - dot, mark.y + dot)),
            label,
        ]
    });
    let clusters = placement.clusters.iter().map(|cluster| {
        let width = cluster.width / 2.0;
        Some((
            cluster.x - width,
            cluster.x + width,
            cluster.y - half,
            cluster.y + half,
        ))
    });
    marks.chain(clusters).flatten().gather()
}

/// Where an event stands: its mark, or the cluster that it is in, or the end of the view that it is
/// beyond.
fn place_of(props: &AxisProps, scene: &Scene, id: &str) -> Option<(f64, f64)> {
    let data = &props.shared.data;
    let position = data.event_position(id)?;
    let marks = &scene.placement.marks;
    if let Some(mark) = marks.iter().find(|mark| mark.index == position) {
        return Some((mark.x, mark.y));
    }
    let clusters = &scene.placement.clusters;
    let mut holding = clusters
        .iter()
        .filter(|cluster| cluster.members.contains(&position));
    if let Some(cluster) = holding.next() {
        return Some((cluster.x, cluster.y));
    }
    let event: &Event = data.events().get(position)?;
    // What a filter hides has no place.
    let hidden = u32::try_from(position)
        .is_ok_and(|position| props.visible.binary_search(&position).is_err());
    let lane = scene.lane(event.side).filter(|_| !hidden)?;
    Some((scene.x(event.date.midpoint()), lane.top + lane.height / 2.0))
}
