//! Labels of the arcs, placed where nothing else is drawn.

use yew::prelude::*;

use super::scene::Scene;
use crate::timeline::{Area, LinkArc};
use crate::ui::svg::px;

/// Height of a line of text, in CSS pixels.
pub(super) const LINE: f64 = 15.0;
/// Distance of a label's baseline above its arc.
pub(super) const ABOVE: f64 = 3.0;
/// Height of its letters above the baseline.
const LETTERS: f64 = 11.0;
/// Number of points that approximate an arc.
const POINTS: u32 = 32;
/// A label is nearer to its own arc than to all others by at least this much.
const APART: f64 = 3.0;
/// Number of places on an arc that are tried for its label, from the middle on, and their distance.
const PLACES: i32 = 24;
const STEP: f64 = 0.035;
/// Room for the name of a lane.
const LANE_NAME_WIDTH: f64 = 180.0;
const LANE_NAME_HEIGHT: f64 = 20.0;

/// A place on the axis, from the left and the top.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Area {
    Area {
        left: x - half_width,
        right: x + half_width,
        top: y - half_height,
        bottom: y + half_height,
    }
}

fn overlap(a: &Area, b: &Area) -> bool {
    a.right > b.left && b.right > a.left && a.bottom > b.top && b.bottom > a.top
}

/// A text, centred at `x`, with its baseline at `y`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub x: f64,
    pub y: f64,
    /// Half its width.
    pub half: f64,
    pub text: String,
}

impl Word {
    /// The room that it takes.
    pub fn taken(&self) -> Area {
        Area {
            left: self.x - self.half,
            right: self.x + self.half,
            top: self.y - LINE,
            bottom: self.y + ABOVE,
        }
    }

    /// Its letters, which no line crosses.
    pub fn letters(&self) -> Area {
        Area {
            top: self.y - LETTERS,
            bottom: self.y + ABOVE / 2.0,
            ..self.taken()
        }
    }

    pub fn is_free(&self, taken: &[Area]) -> bool {
        let own = self.taken();
        !taken.iter().any(|other| overlap(&own, other))
    }

    /// Distance to the nearest of some points.
    fn distance(&self, points: &[Point]) -> f64 {
        let own = self.taken();
        let distance = |point: &Point| {
            let aside = (own.left - point.x).max(point.x - own.right).max(0.0);
            aside.hypot((own.top - point.y).max(point.y - own.bottom).max(0.0))
        };
        points.iter().map(distance).fold(f64::INFINITY, f64::min)
    }

    pub fn view(&self) -> Html {
        html! { <text class="ovc-arc-label" x={px(self.x)} y={px(self.y)}>{ self.text.clone() }</text> }
    }
}

/// The rectangles of marks and clusters.
pub(super) fn boxes(scene: &Scene) -> impl Iterator<Item = Area> {
    let placement = &scene.placement;
    let marks = placement.marks.iter().map(|mark| {
        let dot = mark.diameter / 2.0 + 2.0;
        around(mark.x, mark.y, dot, dot)
    });
    let height = placement.target / 2.0;
    let clusters = placement.clusters.iter();
    marks.chain(
        clusters.map(move |cluster| around(cluster.x, cluster.y, cluster.width / 2.0, height)),
    )
}

/// The rectangles of the titles beside marks and of the names of the lanes.
pub(super) fn titles(scene: &Scene) -> impl Iterator<Item = Area> {
    let placement = &scene.placement;
    let labels = placement.marks.iter().filter_map(|mark| mark.label);
    let left = if scene.view.is_rtl {
        scene.view.width() - LANE_NAME_WIDTH
    } else {
        0.0
    };
    let names = placement.lanes.iter().map(move |lane| Area {
        left,
        right: left + LANE_NAME_WIDTH,
        top: lane.top,
        bottom: lane.top + LANE_NAME_HEIGHT,
    });
    let labels = labels.map(|label| Area {
        // Some browsers draw a text a little wider than they measure it.
        left: label.x - ABOVE,
        right: label.x + label.width * 1.03 + ABOVE,
        top: label.y - LINE / 2.0,
        bottom: label.y + LINE / 2.0,
    });
    labels.chain(names)
}

/// Places along an arc, from its beginning to its end.
pub(super) fn points(arc: &LinkArc) -> Vec<Point> {
    let at = |point: u32| {
        let (x, y) = arc.at(f64::from(point) / f64::from(POINTS));
        Point { x, y }
    };
    (0..=POINTS).map(at).collect()
}

/// A text that may label an arc.
pub(super) struct Candidate {
    pub text: String,
    /// Half its width.
    pub half: f64,
}

/// The label of an arc: the first candidate that has room where it clearly belongs to this arc.
/// `lines` are the points of all arcs, and `own` is the position of this one among them.
pub(super) fn label(
    candidates: Vec<Candidate>,
    arc: &LinkArc,
    own: usize,
    lines: &[Vec<Point>],
    taken: &[Area],
    width: f64,
) -> Option<Word> {
    let own_points = lines.get(own)?;
    let is_nearest = |word: &Word| {
        let near = word.distance(own_points) + APART;
        let mut others = lines.iter().enumerate().filter(|(at, _)| *at != own);
        others.all(|(_, line)| near < word.distance(line))
    };
    candidates.into_iter().find_map(|Candidate { text, half }| {
        places(arc, half)
            .filter(|place| place.x >= half && place.x + half <= width && place.y > LINE + ABOVE)
            .map(|place| Word {
                x: place.x,
                y: place.y - ABOVE,
                half,
                text: text.clone(),
            })
            .find(|word| word.is_free(taken) && is_nearest(word))
    })
}

/// Places for a label on either side of an arc, from its middle on.
fn places(arc: &LinkArc, half: f64) -> impl Iterator<Item = Point> {
    let arc = *arc;
    (0..PLACES).flat_map(move |place| {
        let step = f64::from((place + 1) / 2) * STEP;
        let (x, y) = arc.at(if place % 2 == 0 {
            0.5 - step
        } else {
            0.5 + step
        });
        let aside = half + 2.0 * ABOVE;
        [0.0, aside, -aside].map(|aside| Point { x: x + aside, y })
    })
}
