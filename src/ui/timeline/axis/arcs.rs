//! Arcs from the selected event to what led to it and what followed.

use yew::prelude::*;

use super::AxisProps;
use super::marks::width_of;
use super::scene::Scene;
use crate::dataset::{Link, LinkStatus, Relation, Vocabulary};
use crate::order;
use crate::timeline::{Cluster, LinkArc, truncate_to_width};
use crate::ui::context::px;
use crate::ui::hooks::TextMeasure;

/// How high an arc may rise above its marks, in CSS pixels.
const RISE: f64 = 70.0;
/// Height of a label, and how far its baseline stands above its arc.
const LINE: f64 = 15.0;
const ABOVE: f64 = 3.0;
/// Where on an arc its label may stand: so many places, so far from each other, from the middle on.
const PLACES: i32 = 24;
const STEP: f64 = 0.035;
/// An arc is told by so many of its points, and a label stands nearer to its own arc than to all others by
/// at least this much.
const POINTS: u32 = 32;
const APART: f64 = 3.0;
/// More than so many would tell nothing; the card has them in words.
const MOST: usize = 40;
/// Room for the name of a lane, and for the name of an event beyond the view.
const NAME: (f64, f64) = (130.0, 20.0);
const BEYOND: f64 = 150.0;

/// A place on the axis, from the left and the top.
type Point = (f64, f64);

/// Left, right, top and bottom of what is taken.
type Taken = (f64, f64, f64, f64);

/// A text around a middle, its baseline at a height.
struct Word {
    x: f64,
    y: f64,
    half: f64,
    text: String,
}

impl Word {
    fn taken(&self) -> Taken {
        let Self { x, y, half, .. } = *self;
        (x - half, x + half, y - LINE, y + ABOVE)
    }

    fn is_free(&self, taken: &[Taken]) -> bool {
        let (left, right, top, bottom) = self.taken();
        taken
            .iter()
            .all(|other| right <= other.0 || other.1 <= left || bottom <= other.2 || other.3 <= top)
    }

    /// How far the nearest of some points is.
    fn away(&self, points: &[Point]) -> f64 {
        let (left, right, top, bottom) = self.taken();
        let away = |(x, y): &Point| {
            let aside = (left - x).max(x - right).max(0.0);
            aside.hypot((top - y).max(y - bottom).max(0.0))
        };
        points.iter().map(away).fold(f64::INFINITY, f64::min)
    }

    fn drawn(&self) -> Html {
        html! { <text class="ovc-arc-label" x={px(self.x)} y={px(self.y)}>{ self.text.clone() }</text> }
    }
}

/// The typed links of the selected event. The card has the same in words, so these are for the eye
/// alone: dashes and words tell them apart, not only colour.
pub(super) fn arcs(props: &AxisProps<'_>, scene: &Scene, measure: Option<&TextMeasure>) -> Html {
    let data = &props.app.data;
    let Some(id) = props.selected else {
        return Html::default();
    };
    let mut links: Vec<&Link> = data.links_to(id).chain(data.links_from(id)).collect();
    links.truncate(MOST);
    // What is least certain is labelled first.
    let rank = |at: usize| match (links[at].status, links[at].relation) {
        (LinkStatus::Disputed, _) => 0,
        (_, Relation::Scheduled) => 1,
        (LinkStatus::Claimed, _) => 2,
        (LinkStatus::Documented, _) => 3,
    };
    let by_rank = order::sorted(links.len(), &|a, b| rank(a).cmp(&rank(b)));
    let mut taken = taken(scene);
    let mut words = Vec::new();
    let mut arcs: Vec<(&Link, LinkArc)> = Vec::new();
    let mut pairs = Vec::new();
    for at in by_rank {
        let link = links[at];
        let mut end = |id: &str| end_of(props, scene, id, &mut taken, &mut words, measure);
        if let (Some(from), Some(to)) = (end(&link.from), end(&link.to)) {
            // None rises into the row of periods.
            let rise = RISE.min(from.1.min(to.1) - ABOVE);
            let pair = if from < to { (from, to) } else { (to, from) };
            let before = pairs.iter().filter(|other| **other == pair).count();
            pairs.push(pair);
            arcs.push((link, LinkArc::new(from, to, rise, before)));
        }
    }
    let lines = arcs.iter().map(|(_, arc)| points(arc).collect());
    let lines: Vec<Vec<Point>> = lines.collect();
    for ((link, arc), own) in arcs.iter().zip(&lines) {
        let of_arcs = (own, &lines[..]);
        if let Some(word) = label(props, scene, link, arc, &taken, of_arcs, measure) {
            taken.push(word.taken());
            words.push(word);
        }
    }
    // Words above all lines.
    html! {
        <g class="ovc-arcs" aria-hidden="true">
            { for arcs.iter().map(|(link, arc)| html! {
                <g key={link.id.to_string()} data-relation={link.relation.as_str()} data-status={link.status.as_str()}>
                    <path class="ovc-arc-line" d={arc.path()} />
                    <path class="ovc-arc-head" d={arc.head()} />
                </g>
            }) }
            { for words.iter().map(Word::drawn) }
        </g>
    }
}

/// Places along an arc, from its beginning to its end.
fn points(arc: &LinkArc) -> impl Iterator<Item = Point> {
    let arc = *arc;
    (0..=POINTS).map(move |point| arc.at(f64::from(point) / f64::from(POINTS)))
}

/// The label of an arc: its relation and its status, or what of it says more, where it plainly belongs to
/// this arc; nothing where it would be read as another one's: the dashes and the card tell it, too.
fn label(
    props: &AxisProps<'_>,
    scene: &Scene,
    link: &Link,
    arc: &LinkArc,
    taken: &[Taken],
    (own, lines): (&Vec<Point>, &[Vec<Point>]),
    measure: Option<&TextMeasure>,
) -> Option<Word> {
    let messages = props.app.words;
    let (relation, status) = (
        messages.relation_forward(link.relation),
        messages.status(link.status),
    );
    let is_plain = link.status == LinkStatus::Documented;
    let brief = if is_plain { relation } else { status };
    let texts = [[relation, " · ", status].concat(), brief.to_owned()];
    let others = || lines.iter().filter(|line| !core::ptr::eq(*line, own));
    for text in texts {
        let half = width_of(&text, false, measure) / 2.0;
        for place in 0..PLACES {
            let step = f64::from((place + 1) / 2) * STEP;
            let (x, y) = arc.at(if place % 2 == 0 {
                0.5 - step
            } else {
                0.5 + step
            });
            for aside in [0.0, half + 2.0 * ABOVE, -half - 2.0 * ABOVE] {
                let x = x + aside;
                let word = Word {
                    x,
                    y: y - ABOVE,
                    half,
                    text: text.clone(),
                };
                let inside = x >= half && x + half <= scene.scale.width && y > LINE + ABOVE;
                let is_nearest = || {
                    let near = word.away(own) + APART;
                    others().all(|line| near < word.away(line))
                };
                if inside && word.is_free(taken) && is_nearest() {
                    return Some(word);
                }
            }
        }
    }
    None
}

/// Where marks, clusters, their labels and the names of the lanes stand.
fn taken(scene: &Scene) -> Vec<Taken> {
    let placement = &scene.placement;
    let half = placement.target / 2.0;
    let marks = placement.marks.iter().flat_map(|mark| {
        let label = mark.label.map(|label| {
            // Some browsers draw a little wider than they measure.
            (
                label.x - ABOVE,
                label.x + label.width * 1.03 + ABOVE,
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
    let names = placement.lanes.iter().map(|lane| {
        let left = if scene.rtl {
            scene.scale.width - NAME.0
        } else {
            0.0
        };
        Some((left, left + NAME.0, lane.top, lane.top + NAME.1))
    });
    marks.chain(clusters).chain(names).flatten().collect()
}

/// Where an event stands: its mark, or the cluster that it is in, or the end of the view that it is
/// beyond. There, its name says so.
fn end_of(
    props: &AxisProps<'_>,
    scene: &Scene,
    id: &str,
    taken: &mut Vec<Taken>,
    words: &mut Vec<Word>,
    measure: Option<&TextMeasure>,
) -> Option<(f64, f64)> {
    let data = &props.app.data;
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
    let event = data.events().get(position)?;
    // What a filter hides has no place.
    let hidden = u32::try_from(position)
        .is_ok_and(|position| props.visible.binary_search(&position).is_err());
    let lane = scene.lane(event.side).filter(|_| !hidden)?;
    let width_of = |text: &str| width_of(text, false, measure);
    let name = event.short.as_ref().unwrap_or(&event.title);
    let (name, _) = truncate_to_width(name, BEYOND, &width_of);
    let t = event.date.midpoint();
    let x = scene.x(t);
    if (scene.scale.start..=scene.scale.end).contains(&t) {
        // One of an aggregate: it is in the nearest cluster.
        let away = |cluster: &&Cluster| (cluster.x - x).abs();
        let near = clusters.iter().filter(|cluster| {
            scene
                .placement
                .lanes
                .get(cluster.lane)
                .is_some_and(|other| other.top == lane.top)
        });
        let nearest = near.min_by(|a, b| away(a).total_cmp(&away(b)));
        return nearest.map(|cluster| (cluster.x, cluster.y));
    }
    let is_left = x < scene.scale.width / 2.0;
    let text = if is_left {
        ["← ", &name].concat()
    } else {
        [&name, " →"].concat()
    };
    let half = width_of(&text) / 2.0;
    let mut word = Word {
        x: if is_left { half } else { x - half },
        y: lane.top + LINE,
        half,
        text,
    };
    while word.y < lane.top + lane.height {
        if word.is_free(taken) {
            // An arc ends a little before what it leads to, and this far before the name.
            let x = word.x + (half - 8.0) * if is_left { 1.0 } else { -1.0 };
            let point = (x, word.y - LINE / 3.0);
            taken.push(word.taken());
            words.push(word);
            return Some(point);
        }
        word.y += LINE / 3.0;
    }
    Some((x, lane.top + lane.height / 2.0))
}
