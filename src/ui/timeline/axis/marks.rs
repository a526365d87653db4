//! The marks and clusters of the axis.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::cluster_mark::{ClusterMark, cluster_mark};
use super::deferred::use_deferred_marks;
use super::extent::extent;
use super::lanes::Lanes;
use super::mark::{EventMark, MarkLabel};
use super::scene::{Scene, moving};
use crate::dataset::{Dataset, Side, Text, Vocabulary};
use crate::sort::sort_by;
use crate::timeline::{Cluster, Mark};
use crate::ui::components::event::OpenCluster;
use crate::ui::context::{App, use_app};
use crate::ui::hooks;
use crate::ui::shared::Shared;
use crate::ui::svg::tenths;
use crate::ui::timeline::cluster::ClusterContents;
use crate::ui::timeline::focus::event_of;

#[derive(PartialEq, Properties)]
pub(super) struct MarksProps {
    pub scene: Shared<Scene>,
    pub lanes: Shared<Lanes>,
    /// Position of the selected event.
    pub selected: Option<usize>,
    /// The open cluster.
    pub cluster: Option<Rc<OpenCluster>>,
    /// Whether the last press was a drag and not a click.
    pub was_dragged: Callback<(), bool>,
    pub on_select: Callback<Option<Text>>,
    pub on_cluster: Callback<OpenCluster>,
    /// The title of the open card or cluster.
    pub title_ref: NodeRef,
}

/// Marks and clusters in the order of time, one tab stop: arrow keys lead from one to the next. Only
/// their group has listeners: there may be hundreds of marks, and a listener costs as much as a node.
#[component]
pub(super) fn Marks(props: &MarksProps) -> Html {
    let app = use_app();
    let group = use_node_ref();
    let data = &app.data;
    let Scene {
        placement,
        aggregates,
        ..
    } = &*props.scene;
    let contents = placement
        .clusters
        .iter()
        .map(|cluster| ClusterContents::new(data, &props.lanes.index, aggregates, cluster))
        .collect::<Vec<_>>();
    let focused = hooks::focused(&group).and_then(|mark| data.event_position(&event_of(&mark)?));
    let needed = [props.selected, focused];
    let drawn = use_deferred_marks(&group, &placement.marks, &needed);
    let mut items: Vec<(f64, Html)> = Vec::new();
    for ((mark, text), is_drawn) in placement.marks.iter().zip(&props.scene.texts).zip(drawn) {
        if is_drawn {
            items.push((mark.x, event_mark(props, data, mark, text.as_ref())));
        }
    }
    for (number, (cluster, contents)) in placement.clusters.iter().zip(&contents).enumerate() {
        if let Some(contents) = contents {
            let mark = self::cluster(&app, props, number, cluster, contents);
            items.push((cluster.x, mark));
        }
    }
    sort_by(&mut items, |a, b| a.0.total_cmp(&b.0));
    if props.scene.view.is_rtl {
        items.reverse();
    }
    let open = props.cluster.as_ref().map(|open| (open.first, open.count));
    let onfocusin = hooks::use_roving(&group, (props.selected, open), "[role=button]");
    let press = press(props, contents);
    let onclick = {
        let (press, was_dragged) = (press.clone(), props.was_dragged.clone());
        Callback::from(move |event: MouseEvent| {
            // A click without a pointer (from assistive technology or a script) is never part of a
            // drag.
            if event.detail() == 0 || !was_dragged.emit(()) {
                press.emit(event.into());
            }
        })
    };
    // Enter and the space bar press a native button, too.
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        match hooks::key(&event).as_deref() {
            Some("Enter" | " ") if press.emit(event.clone().into()) => {}
            Some(key @ ("ArrowUp" | "ArrowDown")) => {
                hooks::focus_neighbour(&event, key == "ArrowDown");
            }
            _ => return,
        }
        event.prevent_default();
    });
    let items = items.into_iter().map(|(_, item)| item);
    moving(
        props.scene.shift,
        html! { <g ref={group} {onclick} {onkeydown} {onfocusin}>{ for items }</g> },
    )
}

/// A callback for a press: selects the event of a mark or opens a cluster. Returns whether there is
/// one.
fn press(
    props: &MarksProps,
    contents: Vec<Option<ClusterContents>>,
) -> Callback<web_sys::Event, bool> {
    let (lanes, title) = (props.lanes.clone(), props.title_ref.clone());
    let (on_select, on_cluster) = (props.on_select.clone(), props.on_cluster.clone());
    let act = move |mark: &Element| -> Option<()> {
        let is_open = mark.matches("[aria-pressed=true], [aria-expanded=true]");
        // A second press moves focus to what the first one opened.
        if is_open.unwrap_or_default() {
            hooks::focus(&title);
        } else if let Some(id) = mark.get_attribute("data-id") {
            on_select.emit(Some(id.into()));
        } else {
            let number: usize = mark.get_attribute("data-at")?.parse().ok()?;
            on_cluster.emit(contents.get(number)?.as_ref()?.open(&lanes.index));
        }
        Some(())
    };
    Callback::from(move |event: web_sys::Event| {
        let mark = hooks::closest(&event, ".ovc-mark");
        mark.and_then(|mark| act(&mark)).is_some()
    })
}

fn event_mark(props: &MarksProps, data: &Dataset, mark: &Mark, text: Option<&AttrValue>) -> Html {
    let scene = &props.scene;
    let Some(event) = data.events().get(mark.index) else {
        return Html::default();
    };
    let label = mark.label.zip(text).map(|(place, text)| MarkLabel {
        x: tenths(place.x - mark.x),
        text: text.clone(),
        is_short: place.is_short,
    });
    // An event may have more marks in the lanes of other sides. The key of the mark in its own lane
    // does not name the side, so that the mark survives a change of side.
    let lane = scene.side_of(mark.lane).filter(|side| *side != event.side);
    let key = format!("{} {}", mark.index, lane.map_or("", |side| side.as_str()));
    html! {
        <EventMark {key} event={mark.index} x={tenths(scene.drawn(mark.x))} y={mark.y} diameter={mark.diameter}
            target={scene.placement.target} {label} extent={extent(scene, event, mark)}
            is_selected={props.selected == Some(mark.index)} />
    }
}

fn cluster(
    app: &App,
    props: &MarksProps,
    number: usize,
    cluster: &Cluster,
    contents: &ClusterContents,
) -> Html {
    let scene = &props.scene;
    let side = scene.side_of(cluster.lane).unwrap_or(Side::Context);
    let first = app.data.events().get(contents.first as usize);
    let id = first.map_or("", |event| &event.id);
    let mark = ClusterMark {
        key: format!("cluster {} {id}", side.as_str()),
        number,
        side,
        contents,
        x: scene.drawn(cluster.x),
        y: cluster.y,
        target: scene.placement.target,
        is_open: props.cluster.as_ref().is_some_and(|open| contents.is(open)),
    };
    cluster_mark(app, mark)
}
