//! The timeline view: controls, the axis or the list, and what is opened under it.
//!
//! Its parts are functions that are never inlined. Each has one caller, and the compiler would make one
//! function of 45 kB of them: in that, WebKitGTK 2.50 traps now and then while it changes to compiled
//! code (seen in 3 of 998 loads, and in none of 1,078 with the parts kept apart).

mod axis;
mod cluster;
mod follow;
mod list;
mod memory;
mod notices;
mod opened;
mod overview;
mod range;
mod selection;
mod span;
mod stepper;
mod toolbar;

use yew::prelude::*;

use super::components::definition::status;
use super::components::event::{
    ClusterPanelProps, Opened, Years, best_matches, cluster_panel, era_note, event_card, year_list,
};
use super::components::filters::{self, FiltersProps, filters};
use super::context::{Surface, use_app, use_current};
use super::hooks;
use super::settings::Unfolded;
use crate::dataset::Text;
use crate::date::range_from_days;
use crate::number::within;
use crate::query::thread;
use crate::state::Action;
use crate::timeline::{Viewport, Zoom};
use crate::ui::stage::Stage;
use axis::gestures::{Step, by_key};
use axis::{AxisProps, axis};
pub(super) use cluster::OpenCluster;
use follow::Follow;
use list::{in_range, paged_list};
use memory::Memory;
use notices::{announcement, empty, inside, nothing_matches, outside};
use opened::is_among;
use overview::{OverviewProps, overview};
use selection::Cache;
use selection::Found;
use span::{between, days_of};
use stepper::{stepper, threader};
use toolbar::{ToolbarProps, toolbar};

/// So many periods are told in words, whatever the view shows: the page keeps its height under a reader who
/// zooms, and a step of the zoom makes no list anew.
const FEW_ERAS: usize = 12;
/// Of more than those, so many that are in the view; zooming in tells of others.
const MOST_ERAS: usize = 30;
/// Narrower than this, in CSS pixels, the events stand as a list.
const NARROW: f64 = 560.0;

/// The view.
#[component]
pub(super) fn Timeline() -> Html {
    let app = use_app();
    match app.surface {
        Surface::Live => html! { <LiveTimeline /> },
        Surface::Static | Surface::Print => html! { <StaticTimeline /> },
    }
}

#[component]
fn LiveTimeline() -> Html {
    let (app, current) = (use_app(), use_current());
    let update = use_force_update();
    let memory = {
        let update = update.clone();
        let current = current.clone();
        use_memo((), move |()| {
            let table = current.source.facets().cloned();
            let cache = Cache::of(&current.source, &table);
            Memory::new(
                current.starts_as_list,
                std::rc::Rc::default(),
                cache,
                update,
            )
        })
    };
    let (view, follow) = timeline(&Stage::new(&app, &current), &memory);
    let on_drawn = current.on_drawn.clone();
    use_effect(move || {
        if follow.rendered() {
            hooks::run_later(0, move || update.force_update());
        } else {
            on_drawn.emit(());
        }
    });
    view
}

/// The timeline where nothing can be pressed: all events by year, below the room that the controls
/// take live, so that going live moves nothing.
#[component]
fn StaticTimeline() -> Html {
    let (app, current) = (use_app(), use_current());
    let all: Vec<u32> = (0..).take(app.data.events().len()).collect();
    let list = year_list(&app, &all, None, &mut Years::default());
    if app.surface == Surface::Print {
        return list;
    }
    let state = &current.state;
    let selection = crate::query::select(&app.data, state);
    let controls = ToolbarProps {
        app: app.clone(),
        state: (**state).clone(),
        filters: filters(&FiltersProps {
            app: &app,
            state,
            selection: &selection,
            search: app.words.search,
            unfolded: Unfolded::default(),
            on_unfold: Callback::noop(),
            on_search: Callback::noop(),
            node: NodeRef::default(),
        }),
        as_list: true,
        // The style sheet folds it where the container turns out to be narrow.
        narrow: false,
        viewport: Viewport::new(None, app.data.span()),
        on_layout: Callback::noop(),
        on_zoom: Callback::noop(),
    };
    html! {
        <div class="ovc-timeline" part="timeline">
            { app.heading(1, "ovc-hidden", html! { app.words.view_timeline }) }
            <div class="ovc-placeholder" aria-hidden="true" inert={true}>
                { toolbar(&controls) }
            </div>
            { list }
        </div>
    }
}

/// The timeline view, and what is to be done when it has been rendered.
fn timeline(stage: &Stage<'_>, memory: &Memory) -> (Html, Follow) {
    let Stage {
        app, state, width, ..
    } = *stage;
    let (node, title_ref, cache) = (&memory.node, &memory.title, &memory.cache);
    let found = selection::found(cache, app, state);
    let visible = &found.visible;
    let position = state.event.as_deref();
    let position = position.and_then(|id| app.data.event_position(id));

    let kept = memory.read().viewport;
    let viewport = kept.filter(|kept| kept.shows(state.range));
    let viewport = viewport.unwrap_or_else(|| Viewport::new(state.range, app.data.span()));
    let set_viewport = {
        let (memory, dispatch) = (memory.clone(), app.dispatch.clone());
        Callback::from(move |next: Viewport| {
            // A link to the closest look, and the dates beside it, tell the day that is in sight.
            let is_zoomed = (next.length() - viewport.length()).abs() > 0.01;
            let viewport = if is_zoomed {
                next.on_whole_days()
            } else {
                next
            };
            memory.change(|remembered| {
                remembered.viewport = Some(viewport);
                remembered.cluster = None;
            });
            let (start, end) = viewport.range();
            let range = (!viewport.is_all()).then(|| range_from_days(start, end));
            dispatch.emit(Action::SetRange(range));
        })
    };
    // Around the mark or the entry that has the focus, or else the selected one, where it is in the view.
    let on_zoom = {
        let (node, data, selected) = (node.clone(), app.data.clone(), state.event.clone());
        set_viewport.reform(move |zoom: Zoom| {
            let (start, end) = viewport.range();
            let whole = viewport.bounds();
            let time = |id: Option<&str>| {
                // What lies beyond the axis stands at its end.
                let time = within(data.event(id?)?.date.midpoint(), whole.0, whole.1);
                (start <= time && time <= end).then_some(time)
            };
            let focused = hooks::focused(&node);
            let focused = focused
                .filter(|element| element.matches(".ovc-mark, .ovc-anchor").unwrap_or(false));
            let focused = focused.and_then(|mark| follow::event_of(&mark));
            let time = time(focused.as_deref()).or_else(|| time(selected.as_deref()));
            match (zoom, time) {
                (Zoom::In, Some(time)) => viewport.zoomed_at(2.0, time),
                (Zoom::Out, Some(time)) => viewport.zoomed_at(0.5, time),
                _ => viewport.zoomed(zoom),
            }
        })
    };

    let narrow = width < NARROW;
    let as_list = memory.read().as_list || narrow;
    let follow = Follow::new(memory, app, state);
    if state.is_filtered() {
        memory.note(|remembered| remembered.was_filtered = true);
    }
    let on_layout = {
        let memory = memory.clone();
        Callback::from(move |as_list| {
            memory.change(|remembered| {
                remembered.as_list = as_list;
                remembered.to_reveal = as_list;
            });
        })
    };
    let on_select = {
        let (memory, dispatch) = (memory.clone(), app.dispatch.clone());
        Callback::from(move |event| {
            memory.change(|remembered| remembered.cluster = None);
            dispatch.emit(Action::Select(event));
        })
    };
    let on_cluster = {
        let (memory, dispatch) = (memory.clone(), app.dispatch.clone());
        Callback::from(move |opened: OpenCluster| {
            dispatch.emit(Action::Select(None));
            memory.change(|remembered| {
                remembered.cluster = Some(opened);
                remembered.to_reveal = true;
            });
        })
    };

    // Escape closes from wherever focus is inside, and so does the card's own button; focus that is
    // lost with it goes back to what had opened it.
    let close = on_select.reform(|()| None);
    let onkeydown = {
        let close = close.clone();
        let is_open = state.event.is_some() || memory.read().cluster.is_some();
        let (set_viewport, on_zoom) = (set_viewport.clone(), on_zoom.clone());
        let rtl = app.is_rtl();
        Callback::from(move |event: KeyboardEvent| {
            if is_open && hooks::key(&event).as_deref() == Some("Escape") {
                close.emit(());
            } else if let Some(step) = by_key(&event, viewport, rtl, as_list) {
                match step {
                    Step::Zoom(zoom) => on_zoom.emit(zoom),
                    Step::Show(viewport) => set_viewport.emit(viewport),
                }
            } else {
                return;
            }
            event.prevent_default();
        })
    };

    // A chain is kept while the reader steps along it.
    let is_kept = |position| memory.read().thread.contains(&position);
    if let Some(position) = position.filter(|position| !is_kept(*position)) {
        memory.note(|remembered| remembered.thread = thread(&app.data, position));
    }
    let steps = html! {
        <>
            { stepper(app, visible, state.event.as_deref()) }
            if let Some(position) = position {
                { threader(app, &memory.read().thread, position) }
            }
        </>
    };
    let on_page = {
        let memory = memory.clone();
        Callback::from(move |start| memory.change(|remembered| remembered.page = start))
    };
    let on_pick = {
        let (node, data) = (node.clone(), app.data.clone());
        let on_select = on_select.clone();
        Callback::from(move |id: Text| {
            // The button makes room for the card. Where there is neither mark nor entry, focus follows
            // to the card.
            if let Some(entry) = follow::holder(&node, &id, &data) {
                hooks::focus_element(&entry);
            }
            on_select.emit(Some(id));
        })
    };
    let best = best_matches(&found.app, &found.best, &on_pick);
    let outside = |inside| outside(&found, inside, state, viewport, &on_zoom);

    // Where nothing is shown, that is told already.
    let is_hidden = !visible.is_empty() && !is_among(visible, position);
    let opened = state.event.as_deref();
    let opened = opened.map(|id| opened::opened(memory, app, (id, position), is_hidden));
    let opened = opened.as_ref();
    let listed = as_list.then(|| in_range(app, visible, viewport));
    // What has no place in the list stands before it.
    let apart = opened.filter(|_| {
        let listed = listed.as_deref();
        !listed.is_some_and(|listed| is_among(listed, position))
    });
    let card = apart.map(|opened| event_card(&found.app, opened, title_ref, &close));
    let card = card.unwrap_or_default();
    let events = if visible.is_empty() {
        let clear = filters::clear(app, node);
        let text = nothing_matches(app, state);
        let empty = empty(text, app.words.clear_filters, clear);
        html! { <>{ empty }{ card }</> }
    } else if let Some(listed) = &listed {
        html! {
            <>
                { outside(listed.len()) }
                { best }
                if memory.axis.is_drawn() {
                    { card }
                    if !listed.is_empty() {
                        { paged_list(&found.app, listed, position, (opened, &mut memory.years.borrow_mut()), memory.read().page, &on_page) }
                    }
                }
                <div class="ovc-floating">{ steps }</div>
            </>
        }
    } else {
        let open_first = state.order.open_first(&app.data);
        // There may be a hundred marks, each a stop of the Tab key.
        let skip = {
            let node = node.clone();
            Callback::from(move |_: MouseEvent| {
                hooks::focus_first(&node, "[role=slider]");
            })
        };
        let target = hooks::target();
        html! {
            <>
                <button type="button" class="ovc-button ovc-skip" onclick={skip}>{ app.words.timeline_skip }</button>
                { axis(&AxisProps {
                    target,
                    app,
                    visible,
                    selected: state.event.as_deref(),
                    focused: follow.focused().as_deref(),
                    open_first,
                    width,
                    viewport,
                    opened: memory.read().cluster.as_ref(),
                    on_viewport: &set_viewport,
                    on_select: &on_select,
                    on_cluster: &on_cluster,
                    title_ref,
                    kept: &memory.axis,
                }) }
                { overview(&OverviewProps {
                    app,
                    visible,
                    open_first,
                    width,
                    thumb: target,
                    viewport,
                    on_viewport: &set_viewport,
                    kept: &memory.overview,
                }) }
                { outside(inside(&found, viewport)) }
                { steps }
                { panel(&found, (opened, card), memory, viewport, (&set_viewport, &on_layout, &close), best) }
            </>
        }
    };
    let view = html! {
        <div class="ovc-timeline" part="timeline" ref={node.clone()} {onkeydown}>
            { app.heading(1, "ovc-hidden", html! { app.words.view_timeline }) }
            { toolbar(&ToolbarProps {
                app: app.clone(),
                state: state.clone(),
                filters: filters(&FiltersProps {
                    app,
                    state,
                    selection: &found.selection,
                    search: app.words.search,
                    unfolded: memory.read().unfolded,
                    on_unfold: {
                        let memory = memory.clone();
                        Callback::from(move |menu| memory.change(|remembered| remembered.unfolded = menu))
                    },
                    on_search: {
                        let (app, cache) = (app.clone(), cache.clone());
                        Callback::from(move |()| selection::prepare(&cache, &app))
                    },
                    node: node.clone(),
                }),
                as_list,
                narrow,
                viewport,
                on_layout: on_layout.clone(),
                on_zoom,
            }) }
            { events }
            { status(app, announcement(app, visible, state, memory.read().was_filtered)) }
        </div>
    };
    (view, follow)
}

/// What stands under the axis: a cluster's events, the selected event's card, or an invitation and the
/// periods: all of them, or where there are many those that are in the view.
fn panel(
    found: &Found,
    (opened, card): (Option<&Opened<'_>>, Html),
    memory: &Memory,
    viewport: Viewport,
    (set_viewport, on_layout, close): (&Callback<Viewport>, &Callback<bool>, &Callback<()>),
    best: Html,
) -> Html {
    let app = &found.app;
    let (title_ref, is_drawn) = (&memory.title, memory.axis.is_drawn());
    if let (Some(cluster), None) = (memory.read().cluster.as_ref(), opened) {
        let event = |position: u32| app.data.events().get(position as usize);
        let ends = (event(cluster.ends.0), event(cluster.ends.1));
        let mut closer = viewport;
        if let (Some(first), Some(last)) = ends {
            let ends = between(first, last);
            closer = viewport.around(ends);
            if closer.length() >= viewport.length() {
                closer = viewport.set_to(ends);
            }
        }
        // A day is the closest look: there, the list has what the axis has no room for.
        let on_zoom = (closer.length() < viewport.length())
            .then(|| set_viewport.reform(move |_: MouseEvent| closer));
        return cluster_panel(&ClusterPanelProps {
            app,
            cluster,
            on_zoom,
            on_list: on_layout.reform(|_: MouseEvent| true),
            on_close: close.clone(),
            title_ref: title_ref.clone(),
        });
    }
    if let Some(opened) = opened {
        let position = app.data.event_position(opened.id);
        let is_match = |at: &u32| Some(*at as usize) == position;
        // What was opened before the search does not stand in its way.
        return if found.best.iter().any(is_match) {
            card
        } else {
            html! { <>{ best }{ card }</> }
        };
    }
    if !found.best.is_empty() {
        return best;
    }
    // Going live, what nobody has asked for comes last.
    let eras = &app.data.meta().eras;
    let are_few = eras.len() <= FEW_ERAS;
    let (start, end) = viewport.range();
    let shown = eras.iter().filter(|era| {
        let days = days_of(era, viewport);
        is_drawn && (are_few || days.0 < end && days.1 > start)
    });
    html! {
        <>
            <p class="ovc-hint">{ app.words.choose_event }</p>
            <div class="ovc-eras">
                { for shown.take(MOST_ERAS).map(|era| {
                    let zoomed = viewport.set_to(days_of(era, viewport));
                    era_note(app, era, Some(set_viewport.reform(move |_: MouseEvent| zoomed)))
                }) }
            </div>
        </>
    }
}
