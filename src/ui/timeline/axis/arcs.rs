//! Arcs from the selected event to what led to it and what followed.

use yew::prelude::*;

use super::arc_label::{ABOVE, Candidate, LINE, Point, Word, boxes, label, points, titles};
use super::labels::width_of;
use super::scene::Scene;
use crate::dataset::{Dataset, Link, LinkStatus, Relation, Vocabulary};
use crate::locale::Messages;
use crate::sort::sort_by_key;
use crate::timeline::{Area, Cluster, Lane, LinkArc, truncate_to_width};
use crate::ui::context::App;
use crate::ui::hooks::{self, TextMeasure};
use crate::ui::timeline::filtered::is_among;

/// How high an arc may rise above its marks, in CSS pixels.
const RISE: f64 = 70.0;
/// How many shapes of an arc are tried.
const SHAPES: usize = 4;
/// Most arcs that are drawn. More would be unreadable; the card has all links in words.
const MOST: usize = 40;
/// Room for the name of an event beyond the view.
const BEYOND: f64 = 150.0;
/// Distance between the end of such a name and the end of its arc.
const BEFORE_NAME: f64 = 8.0;

/// Input of the arcs.
pub(super) struct Arcs<'a> {
    /// Position of the selected event.
    pub selected: usize,
    /// The visible events.
    pub visible: &'a [u32],
    pub scene: &'a Scene,
    pub measure: Option<&'a TextMeasure>,
}

/// The typed links of the selected event. The card has the same in words, so the arcs are hidden
/// from screen readers. Dashes and words distinguish them, not only colour.
pub(super) fn arcs(app: &App, input: &Arcs<'_>) -> Html {
    let mut texts: Vec<Area> = titles(input.scene).collect();
    let mut plan = Plan {
        data: &app.data,
        visible: input.visible,
        scene: input.scene,
        measure: input.measure,
        taken: boxes(input.scene).chain(texts.iter().copied()).collect(),
        words: Vec::new(),
    };
    let arcs = plan.arcs(input.selected, &texts);
    plan.add_labels(&arcs, app.words);
    // No line strikes through a text.
    texts.extend(plan.words.iter().map(Word::letters));
    html! {
        <g class="ovc-arcs" aria-hidden="true">
            { for arcs.iter().map(|(link, arc)| html! {
                <g key={&*link.id} data-relation={link.relation.as_str()} data-status={link.status.as_str()}>
                    <path class="ovc-arc-line" d={arc.path(&texts)} />
                    <path class="ovc-arc-head" d={arc.head()} />
                </g>
            }) }
            { for plan.words.iter().map(Word::view) }
        </g>
    }
}

/// Places arcs and words, one after another.
struct Plan<'a> {
    data: &'a Dataset,
    visible: &'a [u32],
    scene: &'a Scene,
    measure: Option<&'a TextMeasure>,
    /// Rectangles where no word may be placed.
    taken: Vec<Area>,
    words: Vec<Word>,
}

impl<'a> Plan<'a> {
    /// The arcs of an event, the least certain first, because these are labelled first.
    fn arcs(&mut self, selected: usize, titles: &[Area]) -> Vec<(&'a Link, LinkArc)> {
        let data = self.data;
        let Some(event) = data.events().get(selected) else {
            return Vec::new();
        };
        let links = data.links_to(&event.id).chain(data.links_from(&event.id));
        let mut links: Vec<&Link> = links.take(MOST).collect();
        sort_by_key(&mut links, |link| match (link.status, link.relation) {
            (LinkStatus::Disputed, _) => 0,
            (_, Relation::Scheduled) => 1,
            (LinkStatus::Claimed, _) => 2,
            (LinkStatus::Documented, _) => 3,
        });
        let mut pairs = Vec::new();
        let mut arcs = Vec::new();
        for link in links {
            let (Some(from), Some(to)) = (self.end(&link.from), self.end(&link.to)) else {
                continue;
            };
            // No arc rises into the rows of periods.
            let rise = RISE.min(from.y.min(to.y) - ABOVE);
            let pair = if from < to { (from, to) } else { (to, from) };
            let before = pairs.iter().filter(|other| **other == pair).count();
            pairs.push(pair);
            let shape = |shape: usize| {
                LinkArc::new((from.x, from.y), (to.x, to.y), rise, before + 2 * shape)
            };
            // Of some shapes, the one that meets the least of the titles.
            let mut best = (shape(0), usize::MAX);
            for arc in (0..SHAPES).map(shape) {
                let covered = arc.covered(titles);
                if covered < best.1 {
                    best = (arc, covered);
                }
                if covered == 0 {
                    break;
                }
            }
            arcs.push((link, best.0));
        }
        arcs
    }

    /// Adds the label of each arc that has room for it: its relation and its status, or the more
    /// important of the two. The dashes and the card have the same information where there is no
    /// room.
    fn add_labels(&mut self, arcs: &[(&Link, LinkArc)], words: &Messages) {
        let lines: Vec<Vec<Point>> = arcs.iter().map(|(_, arc)| points(arc)).collect();
        for (own, (link, arc)) in arcs.iter().enumerate() {
            let relation = words.relation_forward(link.relation);
            let status = words.status(link.status);
            let is_plain = link.status == LinkStatus::Documented;
            let short = if is_plain { relation } else { status };
            let candidate = |text: String| Candidate {
                half: self.width_of(&text) / 2.0,
                text,
            };
            let candidates = vec![
                candidate(format!("{relation} · {status}")),
                candidate(short.to_owned()),
            ];
            let width = self.scene.view.width();
            if let Some(word) = label(candidates, arc, own, &lines, &self.taken, width) {
                self.add(word);
            }
        }
    }

    fn add(&mut self, word: Word) {
        self.taken.push(word.taken());
        self.words.push(word);
    }

    fn width_of(&self, text: &str) -> f64 {
        width_of(text, false, self.measure)
    }

    /// Where the arc of an event ends: at its mark, at the cluster that it is in, or at the end of
    /// the view beyond which it lies. `None` for an event that the filters hide.
    fn end(&mut self, id: &str) -> Option<Point> {
        let placement = &self.scene.placement;
        let position = self.data.event_position(id)?;
        if let Some(mark) = placement.marks.iter().find(|mark| mark.index == position) {
            return Some(Point {
                x: mark.x,
                y: mark.y,
            });
        }
        let mut holding = placement
            .clusters
            .iter()
            .filter(|cluster| cluster.members.contains(&position));
        if let Some(cluster) = holding.next() {
            return Some(Point {
                x: cluster.x,
                y: cluster.y,
            });
        }
        let event = self.data.events().get(position)?;
        if !is_among(self.visible, position) {
            return None;
        }
        let lane = self.scene.lane_of(event.side)?;
        let time = event.date.midpoint();
        let x = self.scene.view.x(time);
        let scale = self.scene.view.scale;
        if (scale.start..=scale.end).contains(&time) {
            // It is in an aggregate, and so in the nearest cluster.
            return self.nearest_cluster(x, lane);
        }
        let name = event.short.as_ref().unwrap_or(&event.title);
        Some(self.beyond(name, x, lane))
    }

    fn nearest_cluster(&self, x: f64, lane: Lane) -> Option<Point> {
        let placement = &self.scene.placement;
        let is_in_lane = |cluster: &&Cluster| {
            let other = placement.lanes.get(cluster.lane);
            other.is_some_and(|other| other.top == lane.top)
        };
        let distance = |cluster: &Cluster| (cluster.x - x).abs();
        let clusters = placement.clusters.iter().filter(is_in_lane);
        let nearest = clusters.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        Some(Point {
            x: nearest.x,
            y: nearest.y,
        })
    }

    /// Where the arc of an event beyond the view ends: at the event's name, which is placed at the
    /// end of the view at `x`. Without room for the name it is the middle of its lane.
    fn beyond(&mut self, name: &str, x: f64, lane: Lane) -> Point {
        let (name, _) = truncate_to_width(
            name,
            BEYOND,
            &|text| self.width_of(text),
            &hooks::character_ends,
        );
        let is_left = x < self.scene.view.width() / 2.0;
        let text = if is_left {
            format!("← {name}")
        } else {
            format!("{name} →")
        };
        let half = self.width_of(&text) / 2.0;
        let mut word = Word {
            x: if is_left { half } else { x - half },
            y: lane.top + LINE,
            half,
            text,
        };
        while word.y < lane.top + lane.height {
            if word.is_free(&self.taken) {
                let to_edge = if is_left { 1.0 } else { -1.0 };
                let point = Point {
                    x: word.x + (half - BEFORE_NAME) * to_edge,
                    y: word.y - LINE / 3.0,
                };
                self.add(word);
                return point;
            }
            word.y += LINE / 3.0;
        }
        Point {
            x,
            y: lane.top + lane.height / 2.0,
        }
    }
}
