//! A chart: axes, what is drawn behind the marks, the day of reading, and marks that are buttons.

use yew::prelude::*;

use super::layout::{ChartLayout, Mark};
use super::plot::LEFT;
use crate::dataset::{Side, Text};
use crate::date::Day;
use crate::state::{Action, MAX_MODELS};
use crate::ui::components::side;
use crate::ui::components::skip::skip;
use crate::ui::components::tooltip::{naming_of, use_tooltip};
use crate::ui::context::{App, attr, use_app};
use crate::ui::hooks;
use crate::ui::shared::Shared;
use crate::ui::svg::{px, translate, view_box};

#[derive(PartialEq, Properties)]
pub(super) struct ChartProps {
    pub label: &'static str,
    /// Id of its tooltip.
    pub tip: &'static str,
    /// What contains the control after it.
    pub after: NodeRef,
    pub layout: Shared<ChartLayout>,
    /// Ids of the models side by side.
    pub picked: Vec<Text>,
    /// The day at which the chart is read.
    pub day: Day,
    pub on_day: Callback<Day>,
    /// What is drawn behind the marks.
    pub children: Html,
}

/// The chart: one tab stop, with arrow keys from point to point in the order of time.
#[component]
pub(super) fn Chart(props: &ChartProps) -> Html {
    let app = use_app();
    let plot = &props.layout.plot;
    let x = px(plot.x(props.day));
    let marks = props.layout.marks.iter().enumerate();
    let marks = marks.map(|(at, mark)| chart_mark(&app, props, at, mark));
    let (node, group) = (use_node_ref(), use_node_ref());
    let tooltip = use_tooltip(&node, props.tip, naming_of);
    // The newest point: the focus moves the day of reading, which is the newest at first.
    let on_roving = hooks::use_roving(&group, (), "[role=button]:last-child");
    let MarkCallbacks {
        onclick,
        onkeydown,
        onkeyup,
        onfocusin,
    } = mark_callbacks(&app, props, on_roving);
    let drawing = html! {
        <svg class="ovc-chart" part="chart" translate="no" viewBox={view_box(plot.width, plot.height)}
            role="group" aria-label={props.label}>
            <g aria-hidden="true">
                { axes(&props.layout) }
                { props.children.clone() }
                <line class="ovc-reading" x1={x.clone()} x2={x} y1="0" y2={px(plot.bottom())} />
            </g>
            <g ref={group} {onclick} {onfocusin} {onkeydown} {onkeyup}>{ marks.collect::<Html>() }</g>
        </svg>
    };
    if !app.is_live() {
        return drawing;
    }
    html! {
        <div class="ovc-chart-box" ref={node}>
            { skip(app.words.chart_skip, &props.after, "input") }
            { drawing }
            { tooltip }
        </div>
    }
}

/// The values with their grid lines, and the dates.
fn axes(layout: &ChartLayout) -> Html {
    let ChartLayout {
        plot,
        values,
        dates,
        title,
        ..
    } = layout;
    html! {
        <>
            if let Some(title) = title {
                <text class="ovc-axis-title" x="0" y="11">{ *title }</text>
            }
            { for values.iter().map(|value| html! {
                <>
                    <line class="ovc-tick" x1={px(LEFT)} x2={px(plot.width)} y1={px(value.at)} y2={px(value.at)} />
                    <text class="ovc-value" x={px(LEFT - 6.0)} y={px(value.at + 4.0)}>{ &value.text }</text>
                </>
            }) }
            { for dates.iter().map(|date| html! {
                <text class="ovc-tick-label" x={px(date.at)} y={px(plot.bottom() + 16.0)}>{ &date.text }</text>
            }) }
        </>
    }
}

/// What the marks of a chart do; their group listens for all of them.
struct MarkCallbacks {
    onclick: Callback<MouseEvent>,
    onkeydown: Callback<KeyboardEvent>,
    onkeyup: Callback<KeyboardEvent>,
    onfocusin: Callback<FocusEvent>,
}

/// A mark picks its model, and moves the day of reading to its day.
fn mark_callbacks(app: &App, props: &ChartProps, on_roving: Callback<FocusEvent>) -> MarkCallbacks {
    let read = {
        let (layout, on_day) = (props.layout.clone(), props.on_day.clone());
        move |event: &Event| {
            if let Some(mark) = mark_of(&layout, event) {
                on_day.emit(mark.day);
            }
        }
    };
    let pick = {
        let (layout, dispatch) = (props.layout.clone(), app.dispatch.clone());
        move |event: &Event| {
            if let Some(mark) = mark_of(&layout, event) {
                dispatch.emit(Action::ToggleModel(mark.id.clone()));
            }
        }
    };
    // A click moves the day of reading, too, but only when it ends: the sentence above may grow by
    // a line and move the mark away from the pointer.
    let onfocusin = {
        let read = read.clone();
        Callback::from(move |event: FocusEvent| {
            if hooks::is_by_keyboard(&event) {
                read(&event);
            }
            on_roving.emit(event);
        })
    };
    let onclick = {
        let (read, pick) = (read.clone(), pick.clone());
        Callback::from(move |event: MouseEvent| {
            read(&event);
            pick(&event);
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        match hooks::key(&event).as_deref() {
            Some("ArrowRight" | "ArrowDown") => hooks::focus_neighbour(&event, true),
            Some("ArrowLeft" | "ArrowUp") => hooks::focus_neighbour(&event, false),
            Some("Enter" | " ") => pick(&event),
            _ => return,
        }
        event.prevent_default();
    });
    MarkCallbacks {
        onclick,
        onkeydown,
        // WebKit does not always match `:focus-visible` when focus comes by Tab.
        onkeyup: Callback::from(move |event: KeyboardEvent| read(&event)),
        onfocusin,
    }
}

/// The mark that an event came from.
fn mark_of<'a>(layout: &'a ChartLayout, event: &Event) -> Option<&'a Mark> {
    let place = hooks::closest(event, ".ovc-point")?.get_attribute("data-at")?;
    layout.marks.get(place.parse::<usize>().ok()?)
}

/// The mark at a place of the chart, with its name.
fn chart_mark(app: &App, props: &ChartProps, at: usize, mark: &Mark) -> Html {
    let is_live = app.is_live();
    let Mark { id, side, x, y, .. } = mark;
    let (x, y, day) = (*x, *y, mark.day);
    let is_picked = props.picked.contains(id);
    // There may be no room for another model.
    let is_disabled = props.picked.len() >= MAX_MODELS && !is_picked;
    let class = classes!(
        "ovc-point",
        side::class_of(*side),
        is_picked.then_some("is-picked"),
        mark.is_hollow.then_some("is-hollow")
    );
    html! {
        <g key={format!("{id}-{day}")} {class} role={if is_live { "button" } else { "img" }} tabindex={is_live.then_some("-1")} data-id={attr(id)} data-at={is_live.then(|| at.to_string())}
            aria-label={attr(&mark.description)} aria-pressed={is_live.then(|| is_picked.to_string())}
            aria-disabled={(is_live && is_disabled).then_some("true")}>
            if let Some((to_x, to_y)) = mark.label.and_then(|label| label.line_to) {
                <line class="ovc-pointer" x1={px(x)} y1={px(y)} x2={px(to_x)} y2={px(to_y)} />
            }
            if mark.is_corrected {
                <circle class="ovc-corrected" cx={px(x)} cy={px(y)} r="9" />
            }
            <circle class="ovc-hit" cx={px(x)} cy={px(y)} r="12" />
            <path d={side::outline(*side, 4.5)} transform={translate(x, y)} />
            if let Some(label) = mark.label {
                <text aria-hidden="true" text-anchor={label.anchor} x={px(label.x)} y={px(label.y)}>{ attr(&mark.name) }</text>
            }
        </g>
    }
}

/// A hollow mark with its word, for a legend.
pub(super) fn hollow_key(side: Side, word: &'static str) -> Html {
    html! {
        <span>
            { side::icon_with(side, classes!("is-hollow")) }
            { word }
        </span>
    }
}
