//! Marks and clusters: every one a button.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::gestures::SharedHeld;
use super::scene::{Lanes, Scene};
use crate::dataset::{Event, Side, Text, Vocabulary};
use crate::date::{PartialDate, Precision};
use crate::locale::fill;
use crate::order;
use crate::timeline::{Cluster, DeferredMarks, MIN_TARGET, Mark, truncate_to_width};
use crate::ui::context::{App, attr, classes, flag, px, translate};
use crate::ui::hooks::{self, TextMeasure};
use crate::ui::shape;
use crate::ui::timeline::cluster::{Contents, OpenCluster};
use crate::ui::timeline::span::reaches;

/// What is seen of a bar or a whisker beside its mark, in CSS pixels; less than that is not drawn.
const SEEN: f64 = 3.5;

/// Longest label, in CSS pixels, and the longest that is cut for want of a short one.
pub(super) const LABEL_WIDTH: f64 = 420.0;
const CUT_WIDTH: f64 = 150.0;

/// The label of an event, whole and in short, and measured.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Labels {
    pub texts: [AttrValue; 2],
    pub widths: [f64; 2],
}

/// Width of a text on the axis, or a guess before the font is known, in CSS pixels.
pub(super) fn width_of(text: &str, bold: bool, measure: Option<&TextMeasure>) -> f64 {
    match measure {
        Some(measure) => measure.width(text, bold),
        None => text.chars().count() as f64 * 7.0,
    }
}

/// The label of an event: its title, and its short one, or else the title cut at a word. One that
/// stands `far` from its place on the axis says when it was instead: there, a title alone would tell a
/// wrong date.
pub(super) fn labels_of(
    app: &App,
    event: &Event,
    far: bool,
    measure: Option<&TextMeasure>,
) -> Labels {
    let bold = event.weight == 3;
    let width = |text: &str| width_of(text, bold, measure);
    let year = PartialDate::from_year(event.date.year()).filter(|_| far);
    let [whole, short] = match year {
        Some(year) => {
            let date = &app.formats.date(year);
            let text = fill(app.words.off_axis, &[("date", date)]);
            [text.clone(), text]
        }
        None => {
            let cut = || truncate_to_width(&event.title, CUT_WIDTH, &width).0;
            let short = event.short.as_deref().map_or_else(cut, str::to_owned);
            [event.title.to_string(), short]
        }
    };
    Labels {
        widths: [width(&whole), width(&short)],
        texts: [whole.into(), short.into()],
    }
}

/// What the marks are given.
pub(super) struct MarksProps<'a> {
    pub app: &'a App,
    pub scene: &'a Scene,
    pub lanes: &'a Rc<Lanes>,
    /// What may be drawn later.
    pub deferred: &'a RefCell<DeferredMarks>,
    /// Whether they have never been drawn.
    pub is_first: bool,
    pub selected: Option<&'a str>,
    pub focused: Option<&'a str>,
    pub opened: Option<&'a OpenCluster>,
    pub on_select: &'a Callback<Option<Text>>,
    pub on_cluster: &'a Callback<OpenCluster>,
    /// The pointers: what was dragged was not clicked.
    pub held: &'a SharedHeld,
    pub title_ref: &'a NodeRef,
}

/// Marks and clusters in the order of time, which is the order of the Tab key. What is pressed is heard
/// by the group of them: there may be hundreds, and a listener takes as long as a node.
pub(super) fn marks(props: &MarksProps<'_>) -> Html {
    let Scene {
        placement,
        aggregates,
        ..
    } = props.scene;
    let contents = placement.clusters.iter();
    let contents = contents
        .map(|cluster| Contents::new(&props.app.data, &props.lanes.index, aggregates, cluster));
    let contents: Vec<Option<Contents>> = contents.collect();
    let data = &props.app.data;
    let wanted = [props.selected, props.focused].map(|id| data.event_position(id?));
    let is_needed = |index| wanted.contains(&Some(index));
    let now = (!props.is_first).then(js_sys::Date::now);
    let mut deferred = props.deferred.borrow_mut();
    let drawn = deferred.update(&placement.marks, &is_needed, now);
    let marks = placement.marks.iter().zip(&props.scene.texts).zip(&drawn);
    let marks = marks
        .filter(|(_, is_drawn)| **is_drawn)
        .map(|((item, text), _)| (item.x, mark(props, item, text.as_ref())));
    let clusters = placement.clusters.iter().zip(&contents).enumerate();
    let clusters = clusters.filter_map(|(at, (item, contents))| {
        Some((item.x, cluster(props, at, item, contents.as_ref()?)))
    });
    let all: Vec<(f64, Html)> = marks.chain(clusters).collect();
    let by_time = order::sorted(all.len(), &|a, b| all[a].0.total_cmp(&all[b].0));
    let all = order::reordered(all, &by_time);
    let (onclick, onkeydown) = presses(props, contents);
    html! { <g {onclick} {onkeydown}>{ for all.into_iter().map(|(_, item)| item) }</g> }
}

/// A callback for a click and one for Enter and Space, as a native button has.
fn presses(
    props: &MarksProps<'_>,
    contents: Vec<Option<Contents>>,
) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let (lanes, title) = (props.lanes.clone(), props.title_ref.clone());
    let (on_select, on_cluster) = (props.on_select.clone(), props.on_cluster.clone());
    let press = Rc::new(move |event: &web_sys::Event| -> Option<()> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let mark = target.closest(".ovc-mark").ok()??;
        let is = |selector| mark.matches(selector).unwrap_or_default();
        // A second press leads to what the first one opened.
        if is("[aria-pressed=true], [aria-expanded=true]") {
            hooks::focus(&title);
        } else if let Some(id) = mark.get_attribute("data-id") {
            on_select.emit(Some(id.into()));
        } else {
            let at: usize = mark.get_attribute("data-at")?.parse().ok()?;
            on_cluster.emit(contents.get(at)?.as_ref()?.open(&lanes.index));
        }
        Some(())
    });
    let held = props.held.clone();
    let click = {
        let press = press.clone();
        Callback::from(move |event: MouseEvent| {
            // A click that no pointer has made (of assistive technology, of a script) comes at any time.
            if event.detail() == 0 || !held.borrow_mut().was_dragged() {
                press(&event);
            }
        })
    };
    let key = Callback::from(move |event: KeyboardEvent| {
        if matches!(hooks::key(&event).as_deref(), Some("Enter" | " ")) && press(&event).is_some() {
            event.prevent_default();
        }
    });
    (click, key)
}

fn mark(props: &MarksProps<'_>, mark: &Mark, text: Option<&AttrValue>) -> Html {
    let app = props.app;
    let Some(event) = app.data.events().get(mark.index) else {
        return Html::default();
    };
    let selected = props.selected == Some(&*event.id);
    let radius = mark.diameter / 2.0;
    let target = props.scene.placement.target;
    let date = app.spoken_date(event);
    // The name holds what is seen.
    let seen = text.filter(|text| {
        let mut parts = event.title.as_bytes().windows(text.len().max(1));
        let is_short = mark.label.is_some_and(|label| label.is_short);
        is_short && !parts.any(|part| part == text.as_bytes())
    });
    let side = app.words.side(event.side);
    let name = match seen {
        Some(seen) => [&*event.title, seen, &date, side].join(", "),
        None => [&*event.title, &date, side].join(", "),
    };
    // In the lanes of other sides it is there once more.
    let lane = props.lanes.sides.get(mark.lane);
    let lane = lane.filter(|(side, _)| *side != event.side);
    let lane = lane.map_or("", |(side, _)| side.as_str());
    let hollow = event.date.precision() != Precision::Day || !event.disputed.is_empty();
    html! {
        <g key={[&*event.id, lane].concat()} class={classes(&["ovc-mark", shape::class_of(event.side), weight_class(event.weight), if hollow { "is-hollow" } else { "" }])}
            role="button" part="event" tabindex="0" data-id={attr(&event.id)} aria-label={name} aria-pressed={flag(selected)}
            transform={translate(props.scene.drawn(mark.x), mark.y)}>
            <circle class="ovc-hit ovc-ring" r={px(target / 2.0)} />
            { extent(props.scene, event, mark) }
            <path class="ovc-dot" d={shape::outline(event.side, radius)} />
            if let (Some(place), Some(text)) = (&mark.label, text) {
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

/// How long the event lasted, as a bar, and how far what is known of its date leaves it open, as a
/// whisker. Where there is no room for all of it, its ends are open, too; where there is hardly any, the bar
/// stands under the mark, and of an open date its hollow mark tells.
fn extent(scene: &Scene, event: &Event, mark: &Mark) -> Html {
    let room = mark.extent.unwrap_or((mark.x, mark.x));
    let least = mark.diameter / 2.0 + SEEN;
    let is_seen = |ends: (f64, f64)| ends.0 < mark.x - least || ends.1 > mark.x + least;
    let around = mark.extent_segments(scene.placement.line_gap);
    let half = scene.placement.target / 2.0;
    let [bar, whisker] = reaches(event).map(|reach| {
        let (from, to) = scene.unbound_ends(reach?);
        let within = |room: (f64, f64)| (from.max(room.0), to.min(room.1));
        let mut seen = within(room);
        let mut lines = around;
        let is_under = !is_seen(seen);
        if is_under {
            seen = within((mark.x - half, mark.x + half));
            lines = [seen, (0.0, 0.0)];
        }
        let lines = lines.map(|line| (line.0.max(seen.0), line.1.min(seen.1)));
        let lines = lines.into_iter().filter(|line| line.0 < line.1);
        let lines: Vec<(f64, f64)> = lines
            .map(|line| (line.0 - mark.x, line.1 - line.0))
            .collect();
        let end = |x: f64, is_end: bool| {
            if is_end {
                ["M", &px(x - mark.x), " -5v10"].concat()
            } else {
                String::new()
            }
        };
        is_seen((from, to)).then(|| {
            let ends = [
                end(seen.0, from >= room.0 - 0.5),
                end(seen.1, to <= room.1 + 0.5),
            ];
            (lines, is_under, ends.concat())
        })
    });
    html! {
        <>
            if let Some((lines, is_under, _)) = bar {
                { for lines.iter().map(|(x, width)| html! {
                    <rect class="ovc-span" x={px(*x)} y={px(if is_under { least - SEEN } else { -3.5 })} width={px(*width)} height="7" rx="3.5" />
                }) }
            }
            if let Some((lines, _, ends)) = whisker.filter(|(_, is_under, _)| !is_under) {
                <path class="ovc-whisker" d={lines.iter().fold(ends, |d, (x, width)| {
                    [&*d, "M", &px(*x), " 0h", &px(*width)].concat()
                })} />
            }
        </>
    }
}

fn cluster(props: &MarksProps<'_>, at: usize, cluster: &Cluster, contents: &Contents) -> Html {
    let app = props.app;
    let scene = props.scene;
    let event = |position: u32| app.data.events().get(position as usize);
    let lane = props.lanes.sides.get(cluster.lane);
    let side = lane.map_or(Side::Context, |(side, _)| *side);
    let (first, last) = contents.ends;
    let (Some(first), Some(last)) = (event(first), event(last)) else {
        return Html::default();
    };
    let count = contents.count.to_string();
    let name = fill(
        app.words.cluster_name,
        &[
            ("count", &count),
            ("side", app.words.side(side)),
            ("dates", &app.date_span(first.date, last.date)),
        ],
    );
    let open = props
        .opened
        .is_some_and(|opened| opened.count == contents.count && opened.ends == contents.ends);
    let target = scene.placement.target;
    let text = fill(app.words.cluster, &[("count", &short_count(cluster.count))]);
    html! {
        <g key={["cluster ", side.as_str(), " ", &*first.id].concat()} class={classes(&["ovc-mark", "ovc-cluster", shape::class_of(side)])}
            role="button" tabindex="0" data-at={at.to_string()} data-cluster={count} data-first={attr(&first.id)} data-last={attr(&last.id)} aria-label={name.clone()} aria-expanded={flag(open)}
            transform={translate(scene.drawn(cluster.x), cluster.y)}>
            // The box itself is as high as the least target.
            if target > MIN_TARGET {
                <circle class="ovc-hit" r={px(target / 2.0)} />
            }
            <path class="ovc-dot" d={box_of(cluster.count)} />
            <text y="4.5">{ text }</text>
        </g>
    }
}

/// So many events are told in three digits, or with a letter after two.
const WIDE: usize = 100;

/// The box around the count of a cluster, 32 or 42 pixels wide.
fn box_of(count: usize) -> &'static str {
    if count < WIDE {
        "M-4 -12h8a12 12 0 0 1 0 24h-8a12 12 0 0 1 0 -24z"
    } else {
        "M-9 -12h18a12 12 0 0 1 0 24h-18a12 12 0 0 1 0 -24z"
    }
}

/// Room for the box of a cluster of at most so many events, in CSS pixels.
pub(super) fn cluster_width(most: usize) -> f64 {
    if most < WIDE { 36.0 } else { 46.0 }
}

/// A count that fits into a cluster's box: thousands as “k”.
fn short_count(count: usize) -> String {
    if count < 1000 {
        count.to_string()
    } else {
        format!("{}k", count / 1000)
    }
}
