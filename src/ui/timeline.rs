//! The timeline view: controls, the axis or the list, and what is opened under it.

mod axis;
mod cluster;
mod overview;
mod range;
mod stepper;
mod toolbar;
mod window;

use std::rc::Rc;

use yew::prelude::*;

use super::event::{ClusterPanelProps, cluster_panel, era_note, event_card, year_list};
use super::hooks;
use super::shared::Shared;
use crate::date::range_from_days;
use crate::messages::fill;
use crate::query;
use crate::state::{Action, ViewState};
use crate::timeline::thread;
use axis::Axis;
pub(super) use cluster::OpenCluster;
use overview::Overview;
use stepper::{stepper, threader};
pub(super) use toolbar::{ToolbarProps, toolbar};
pub(super) use window::{Window, Zoom, main_span};

/// Narrower than this, in CSS pixels, the events stand as a list.
const NARROW: f64 = 560.0;
/// So many events of the list are on the page at a time; a list that is a little longer is left whole.
const PAGE: usize = 100;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimelineProps {
    pub shared: Shared,
    pub state: ViewState,
    /// Width of the container before it is measured, in CSS pixels.
    pub width: f64,
    /// Whether to start as a list even where it is wide.
    pub as_list: bool,
}

/// The timeline view.
#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { shared, state, .. } = props;
    let node = use_node_ref();
    // The padding of the widget is part of the width that the loader measured.
    let width = hooks::use_width(&node, (props.width - 32.0).max(0.0));
    let list_wanted = use_state_eq(|| props.as_list);
    let cluster = use_state_eq(|| None::<OpenCluster>);
    let title_ref = use_node_ref();

    let selection = {
        let shared = shared.clone();
        let filters = (state.sides.clone(), state.kinds.clone());
        let state = state.clone();
        use_memo(filters, move |_| query::select(&shared.data, &state))
    };
    let visible = use_memo(selection.clone(), |selection| selection.visible.clone());
    let position = state.event.as_deref();
    let position = position.and_then(|id| shared.data.event_position(id));

    let span = *use_memo(shared.clone(), |shared| main_span(&shared.data));
    let kept = use_state(|| Window::from_state(state, span));
    let window = if kept.shows(state.range) {
        *kept
    } else {
        Window::from_state(state, span)
    };
    let set_window = {
        let kept = kept.setter();
        let dispatch = shared.dispatch.clone();
        let cluster = cluster.setter();
        Callback::from(move |window: Window| {
            kept.set(window);
            cluster.set(None);
            let (start, end) = window.span();
            let range = (!window.is_all()).then(|| range_from_days(start, end));
            dispatch.emit(Action::SetRange(range));
        })
    };
    let on_zoom = {
        let set_window = set_window.clone();
        Callback::from(move |zoom: Zoom| set_window.emit(window.zoomed(zoom)))
    };

    let as_list = *list_wanted || width < NARROW;
    let narrow = width < NARROW;
    hooks::use_reveal(&node, state.event.clone(), as_list);
    let on_layout = {
        let list_wanted = list_wanted.setter();
        Callback::from(move |as_list: bool| list_wanted.set(as_list))
    };
    let on_select = {
        let dispatch = shared.dispatch.clone();
        let cluster = cluster.setter();
        Callback::from(move |event| {
            cluster.set(None);
            dispatch.emit(Action::Select(event));
        })
    };
    let on_cluster = {
        let cluster = cluster.setter();
        let dispatch = shared.dispatch.clone();
        Callback::from(move |opened: OpenCluster| {
            dispatch.emit(Action::Select(None));
            cluster.set(Some(opened));
        })
    };

    // Escape closes from wherever focus is inside, and so does the card's own button; focus goes
    // back to what had opened it.
    let close = {
        let node = node.clone();
        let (cluster, dispatch) = (cluster.setter(), shared.dispatch.clone());
        let opened = state.event.clone();
        Callback::from(move |()| {
            if let Some(id) = &opened {
                hooks::focus_by_id(&node, id);
            } else {
                hooks::focus_first(&node, "[aria-expanded=true], .ovc-axis");
            }
            cluster.set(None);
            dispatch.emit(Action::Select(None));
        })
    };
    let onkeydown = {
        let close = close.clone();
        let is_open = state.event.is_some() || cluster.is_some();
        Callback::from(move |event: KeyboardEvent| {
            if is_open && hooks::key(&event).as_deref() == Some("Escape") {
                event.prevent_default();
                close.emit(());
            }
        })
    };

    // A chain is kept while the reader steps along it.
    let kept_thread = use_mut_ref(Vec::new);
    if let Some(position) = position
        && !kept_thread.borrow().contains(&position)
    {
        kept_thread.replace(thread(&shared.data, position));
    }
    let steps = html! {
        <>
            { stepper(shared, &visible, state.event.as_deref()) }
            if let Some(position) = position {
                { threader(shared, &kept_thread.borrow(), position) }
            }
        </>
    };
    // Where the page of the list begins that the reader has asked for.
    let page = use_state_eq(|| None::<usize>);
    let on_page = {
        let page = page.setter();
        Callback::from(move |start| page.set(Some(start)))
    };

    let events = if visible.is_empty() {
        let clear = shared.on(|| Action::ClearFilters);
        empty(
            shared.messages.nothing_found,
            shared.messages.clear_filters,
            clear,
        )
    } else if as_list {
        let listed = in_range(shared, &visible, window);
        if listed.is_empty() {
            let all = on_zoom.reform(|_: MouseEvent| Zoom::All);
            empty(shared.messages.range_empty, shared.messages.show_all, all)
        } else {
            html! {
                <>
                    { paged_list(shared, &listed, position, *page, &on_page) }
                    if position.is_some() {
                        <div class="ovc-floating">{ steps }</div>
                    }
                </>
            }
        }
    } else {
        let open_first = state.order.open_first(&shared.data);
        html! {
            <>
                <Axis shared={shared.clone()} visible={visible.clone()} selected={state.event.clone()}
                    {open_first} {width} {window} opened={(*cluster).clone()}
                    on_window={set_window.clone()} on_select={on_select.clone()} {on_cluster}
                    title_ref={title_ref.clone()} />
                <Overview shared={shared.clone()} visible={visible.clone()} {open_first} {width} {window}
                    on_window={set_window.clone()} />
                { steps }
                { panel(shared, state, cluster.as_ref(), window, &title_ref, &set_window, &close) }
            </>
        }
    };
    html! {
        <div class="ovc-timeline" part="timeline" ref={node} {onkeydown}>
            { shared.heading(1, "ovc-hidden", html! { shared.messages.view_timeline }) }
            { toolbar(&ToolbarProps {
                shared: shared.clone(),
                state: state.clone(),
                selection: selection.clone(),
                as_list,
                narrow,
                window,
                on_layout,
                on_zoom,
            }) }
            { events }
            <p class="ovc-hidden" role="status">{ announcement(shared, &visible, state) }</p>
        </div>
    }
}

/// The events that the window shows, all of them where it shows everything.
fn in_range(shared: &Shared, visible: &[u32], window: Window) -> Vec<u32> {
    let (start, end) = window.span();
    let shows = |position: &u32| {
        let event = shared.data.events().get(*position as usize);
        event.is_some_and(|event| {
            let end_day = event.end.unwrap_or(event.date).end_day();
            f64::from(event.date.first_day()) < end && f64::from(end_day) > start
        })
    };
    let all = visible.iter().copied();
    if window.is_all() {
        all.collect()
    } else {
        all.filter(shows).collect()
    }
}

/// The list, or the page of it that holds the selected event or that the reader has turned to: the
/// number of nodes stays bounded, whatever the number of events.
fn paged_list(
    shared: &Shared,
    listed: &[u32],
    selected: Option<usize>,
    asked: Option<usize>,
    on_page: &Callback<usize>,
) -> Html {
    let selected = selected.and_then(|position| u32::try_from(position).ok());
    let id = selected.and_then(|position| shared.data.events().get(position as usize));
    let id = id.map(|event| &*event.id);
    if listed.len() <= PAGE + PAGE / 4 {
        return year_list(shared, listed, id);
    }
    let last = listed.len().saturating_sub(1);
    let place = selected.map(|position| listed.partition_point(|other| *other < position));
    let asked = asked.unwrap_or(0).min(last);
    let start = match place {
        // The selected event is never on another page.
        Some(place) if !(asked..asked + PAGE).contains(&place) => place / PAGE * PAGE,
        _ => asked,
    };
    let end = (start + PAGE).min(listed.len());
    let turn = |count: usize, to: usize, label: &str| {
        let text = fill(label, &[("count", &count.to_string())]);
        let (on_page, dispatch) = (on_page.clone(), shared.dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Select(None));
            on_page.emit(to);
        });
        html! {
            if count > 0 {
                <p><button type="button" class="ovc-button" {onclick}>{ text }</button></p>
            }
        }
    };
    html! {
        <>
            { turn(start, start.saturating_sub(PAGE), shared.messages.list_earlier) }
            { year_list(shared, listed.get(start..end).unwrap_or_default(), id) }
            { turn(listed.len() - end, end, shared.messages.list_later) }
        </>
    }
}

/// What stands under the axis: a cluster's events, the selected event's card, or an invitation and the
/// periods that are in the view.
fn panel(
    shared: &Shared,
    state: &ViewState,
    cluster: Option<&OpenCluster>,
    window: Window,
    title_ref: &NodeRef,
    set_window: &Callback<Window>,
    close: &Callback<()>,
) -> Html {
    if let (Some(cluster), None) = (cluster, &state.event) {
        let event = |position: u32| shared.data.events().get(position as usize);
        let ends = (event(cluster.ends.0), event(cluster.ends.1));
        let around = match ends {
            (Some(first), Some(last)) => window.around(first, last),
            _ => window,
        };
        let on_zoom = set_window.reform(move |()| around);
        return cluster_panel(&ClusterPanelProps {
            shared,
            cluster,
            on_zoom,
            on_close: close.clone(),
            title_ref: title_ref.clone(),
        });
    }
    if let Some(event) = &state.event {
        return event_card(shared, event, title_ref, close);
    }
    let eras = shared.data.meta().eras.iter();
    let (start, end) = window.span();
    let shown = eras.filter(|era| {
        let days = window.days_of(era);
        days.0 < end && days.1 > start
    });
    html! {
        <>
            <p class="ovc-hint">{ shared.messages.choose_event }</p>
            <div class="ovc-eras">
                { for shown.map(|era| {
                    let zoomed = window.set_to(window.days_of(era));
                    era_note(shared, era, Some(set_window.reform(move |_: MouseEvent| zoomed)))
                }) }
            </div>
        </>
    }
}

/// That there is nothing, and the way back.
fn empty(text: &'static str, label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <div class="ovc-empty">
            <p>{ text }</p>
            <button type="button" class="ovc-button" {onclick}>{ label }</button>
        </div>
    }
}

/// What a screen reader is told after a selection: one sentence and no more.
fn announcement(shared: &Shared, visible: &Rc<Vec<u32>>, state: &ViewState) -> String {
    let position = state
        .event
        .as_deref()
        .and_then(|id| shared.data.event_position(id));
    let Some(position) = position else {
        return if state.is_filtered() {
            shared.messages.events(visible.len())
        } else {
            String::new()
        };
    };
    let place = u32::try_from(position).ok();
    let place = place.and_then(|position| visible.binary_search(&position).ok());
    match (shared.data.events().get(position), place) {
        (Some(event), Some(place)) => fill(
            shared.messages.announce,
            &[
                ("n", &(place + 1).to_string()),
                ("total", &visible.len().to_string()),
                ("title", &event.title),
                ("date", &shared.spoken_date(event)),
            ],
        ),
        (Some(event), None) => event.title.to_string(),
        _ => String::new(),
    }
}
