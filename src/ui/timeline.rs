//! The timeline view: controls, the axis or the list, and the open card or cluster.

mod actions;
mod axis;
mod axis_layout;
mod cluster;
mod dates;
mod excerpt;
mod filtered;
mod focus;
mod keys;
mod layout;
mod list;
mod list_layout;
mod local;
mod notices;
mod overview;
mod panel;
mod phase;
mod range;
mod rested;
mod span;
mod stepper;
mod steps;
mod thread;
mod toolbar;

use yew::prelude::*;

use super::components::event::year_list;
use super::components::sides::sides_legend;
use super::components::status::status;
use super::context::{App, Highlight, NARROW, Surface, ViewContext, use_app, use_view_context};
use super::dataset_prop::SharedDataset;
use super::hooks::{use_ever_true, use_text_measure};
use super::shared::Shared;
use crate::query::key_events;
use crate::state::View;
use crate::timeline::Viewport;
use actions::use_actions;
use axis_layout::axis_layout;
use excerpt::{axis_excerpt, list_excerpt};
use filtered::{Filtered, use_filtered};
use focus::{use_focus_return, use_reveal};
use keys::on_key;
use layout::LayoutInput;
use list::use_listed;
use list_layout::list_layout;
use local::TimelineState;
use notices::{announcement, no_match_notice};
use phase::use_phase;
use rested::use_rested;
use thread::use_thread;
use toolbar::Toolbar;

/// The timeline view.
#[component]
pub(super) fn Timeline() -> Html {
    let (app, current) = (use_app(), use_view_context());
    match app.surface {
        Surface::Live => html! { <LiveTimeline /> },
        _ if app.is_excerpt => list_excerpt(&app, &current.state),
        Surface::Static => static_timeline(&app, &current),
        Surface::Print => html! { <PrintedTimeline /> },
    }
}

/// The timeline in the browser.
#[component]
fn LiveTimeline() -> Html {
    let (app, current) = (use_app(), use_view_context());
    let state = &current.state;
    let local = use_reducer_eq(|| TimelineState::new(current.static_view == Some(View::Timeline)));
    let (node, axis_node, title_ref) = (use_node_ref(), use_node_ref(), use_node_ref());
    let (filtered, prepare_search) = use_filtered(&app, &current);
    let selected = state.event.as_deref();
    let selected = selected.and_then(|id| app.data.event_position(id));
    let viewport = local.viewport(state, &app.data);
    let actions = use_actions(
        &app,
        &node,
        &local.dispatcher(),
        viewport,
        selected,
        &filtered.visible,
    );
    let is_narrow = current.width < NARROW;
    let as_list = !app.is_excerpt && (is_narrow || local.as_list);
    let is_open = selected.is_some() || local.cluster.is_some();
    let onkeydown = on_key(&actions, viewport, app.is_rtl(), as_list, is_open);
    let was_filtered = use_ever_true(state.is_filtered());
    let visible = filtered.visible.len();
    let phase = use_phase(current.was_drawn, as_list, visible, &current.on_drawn);
    let input = LayoutInput {
        filtered: filtered.clone(),
        selected,
        viewport,
        width: current.width,
        open_first: state.order.open_first(&app.data),
        phase,
        measure: use_text_measure(&axis_node, &current.text_measure),
        cluster: local.cluster.clone(),
        listed: use_listed(&app, &filtered.visible, as_list.then_some(viewport)),
        page: local.page,
        thread: use_thread(&app.data, selected),
        actions: actions.clone(),
        node: node.clone(),
        axis_node,
        title_ref,
    };
    use_reveal(&node, local.reveals, state.target.as_ref());
    let settings = &current.settings;
    let is_folded = is_narrow && !settings.is_unfolded;
    let data = SharedDataset::from(app.data.clone());
    use_focus_return(&node, &data, &current.node, is_narrow, is_folded);
    // The style sheet hides the other events, in the static list as in this one.
    let is_short = is_narrow && !settings.all_events && key_events(app.data.events()).is_some();
    let announcement = announcement(&app, &filtered, selected, was_filtered);
    let announcement = use_rested(&app, viewport, announcement);
    let (name, layout) = if visible == 0 {
        ("empty", empty_layout(&app, &input))
    } else if as_list {
        ("list", list_layout(&app, &input))
    } else {
        ("axis", axis_layout(&app, &input))
    };
    if app.is_excerpt {
        return axis_excerpt(&app, &input, onkeydown);
    }
    html! {
        <ContextProvider<Highlight> context={filtered.highlight.clone()}>
            <div class={classes!("ovc-timeline", is_short.then_some("is-short"))} part="timeline" ref={node.clone()} {onkeydown}>
                { app.heading(1, "ovc-hidden", html! { app.words.view_timeline }) }
                <Toolbar {filtered} range={state.range} {viewport} {as_list} {is_narrow} {node}
                    on_zoom={actions.zoom.clone()} on_layout={actions.set_layout.clone()} on_search={prepare_search} />
                // Keyed, so that Yew does not reuse elements of one layout in another.
                <><key={name}>{ layout }</></>
                { status(&app, announcement.into()) }
            </div>
        </ContextProvider<Highlight>>
    }
}

/// Nothing matches the search and the filters; the selected event stays.
fn empty_layout(app: &App, input: &LayoutInput) -> Html {
    html! {
        <>
            { no_match_notice(app, &input.filtered.state, &input.node) }
            if let Some(event) = input.selected {
                { input.card(event) }
            }
        </>
    }
}

/// The timeline without scripts: all events by year. A placeholder has the height of the live
/// controls, so that nothing moves when the live view replaces the static page.
fn static_timeline(app: &App, current: &ViewContext) -> Html {
    let filtered = Filtered::without_search(&app.data, &current.state);
    let is_short = key_events(app.data.events()).is_some();
    html! {
        <div class={classes!("ovc-timeline", is_short.then_some("starts-short"))} part="timeline">
            { app.heading(1, "ovc-hidden", html! { app.words.view_timeline }) }
            <div class="ovc-placeholder" aria-hidden="true" inert={true}>
                <Toolbar filtered={Shared::from(filtered)} range={current.state.range}
                    viewport={Viewport::new(None, app.data.span())} as_list={true} is_narrow={false}
                    node={NodeRef::default()} on_zoom={Callback::noop()} on_layout={Callback::noop()}
                    on_search={Callback::noop()} />
            </div>
            { all_events(app) }
        </div>
    }
}

/// The timeline on paper: the events of the list.
#[component]
fn PrintedTimeline() -> Html {
    let (app, current) = (use_app(), use_view_context());
    let (filtered, _) = use_filtered(&app, &current);
    let viewport = Viewport::new(current.state.range, app.data.span());
    let listed = use_listed(&app, &filtered.visible, Some(viewport));
    html! {
        <ContextProvider<Highlight> context={filtered.highlight.clone()}>
            <p class="ovc-note">{ app.words.events(listed.len()) }</p>
            { sides_legend(&app) }
            { year_list(&app, &listed, None) }
        </ContextProvider<Highlight>>
    }
}

/// All events by year.
fn all_events(app: &App) -> Html {
    let all: Vec<u32> = (0..).take(app.data.events().len()).collect();
    html! {
        <>
            { sides_legend(app) }
            { year_list(app, &all, None) }
        </>
    }
}
