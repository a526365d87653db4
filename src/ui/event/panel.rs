//! What is opened under the axis: the card of an event, or the events of a cluster.

use yew::prelude::*;

use super::body::body;
use super::opened::Opened;
use crate::dataset::Event;
use crate::locale::fill;
use crate::state::Action;
use crate::ui::context::{App, attr, classes};
use crate::ui::shape;
use crate::ui::timeline::OpenCluster;

/// The card of the selected event: a region labelled by its title. Focus goes to `title_ref` when
/// the reader wants to read on.
pub(in crate::ui) fn event_card(
    app: &App,
    opened: &Opened<'_>,
    title_ref: &NodeRef,
    close: &Callback<()>,
) -> Html {
    let Some(event) = app.data.event(opened.id) else {
        return Html::default();
    };
    let title_id = "ovc-card-title";
    html! {
        <section key={event.id.to_string()} class={classes(&["ovc-card", shape::class_of(event.side)])} part="card"
            role="region" aria-labelledby={title_id} data-card={attr(&event.id)}>
            <header>
                <p class="ovc-card-date">
                    <time datetime={event.date.to_string()}>{ app.spoken_date(event) }</time>
                </p>
                <div class="ovc-card-title" id={title_id} tabindex="-1" ref={title_ref.clone()}>
                    { app.heading(2, "ovc-title", app.marked(&event.title)) }
                </div>
                <button type="button" class="ovc-close" aria-label={app.words.close}
                    onclick={close.reform(|_: MouseEvent| ())}>
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3L13 13M13 3L3 13" /></svg>
                </button>
            </header>
            { opened.note.clone() }
            { body(app, event, Some(opened)) }
        </section>
    }
}

/// An opened cluster.
pub(in crate::ui) struct ClusterPanelProps<'a> {
    pub app: &'a App,
    pub cluster: &'a OpenCluster,
    /// The reader wants a closer look at it on the axis; `None` where there is none.
    pub on_zoom: Option<Callback<MouseEvent>>,
    /// The reader wants the list, which has them all.
    pub on_list: Callback<MouseEvent>,
    /// The reader closes it.
    pub on_close: Callback<()>,
    /// Where focus goes when it opens.
    pub title_ref: NodeRef,
}

/// A cluster, opened: its events as buttons.
pub(in crate::ui) fn cluster_panel(props: &ClusterPanelProps<'_>) -> Html {
    let app = props.app;
    let cluster = props.cluster;
    let event = |position: u32| app.data.events().get(position as usize);
    let events: Vec<_> = cluster.listed.iter().filter_map(|at| event(*at)).collect();
    let (Some(first), Some(last)) = (event(cluster.ends.0), event(cluster.ends.1)) else {
        return Html::default();
    };
    let left_out = cluster.count.saturating_sub(events.len());
    let title = fill(
        app.words.cluster_title,
        &[
            ("count", &cluster.count.to_string()),
            ("dates", &app.date_span(first.date, last.date)),
        ],
    );
    let close = props.on_close.reform(|_: MouseEvent| ());
    let messages = app.words;
    let (more, name, onclick) = match &props.on_zoom {
        Some(zoom) => (messages.cluster_more, messages.cluster_zoom, zoom),
        None => (
            messages.cluster_listed,
            messages.cluster_list,
            &props.on_list,
        ),
    };
    html! {
        <section class="ovc-card is-cluster" part="card" role="region" aria-labelledby="ovc-cluster-title" data-first={attr(&first.id)}>
            <header>
                <div class="ovc-card-title" id="ovc-cluster-title" tabindex="-1" ref={props.title_ref.clone()}>
                    { app.heading(2, "ovc-title", html! { title }) }
                </div>
                <button type="button" class="ovc-close" aria-label={app.words.close} onclick={close}>
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3L13 13M13 3L3 13" /></svg>
                </button>
            </header>
            <ul class="ovc-members">
                { for events.iter().map(|event| {
                    let id = event.id.clone();
                    let onclick = app.on(move || Action::Select(Some(id.clone())));
                    member(app, event, onclick, Html::default())
                }) }
            </ul>
            if left_out > 0 {
                <p class="ovc-hint">{ fill(more, &[("count", &left_out.to_string())]) }</p>
            }
            <button type="button" class="ovc-button" onclick={onclick.clone()}>{ name }</button>
        </section>
    }
}

/// An event in a list of a few: its date, its side and its title as a button.
pub(super) fn member(app: &App, event: &Event, onclick: Callback<MouseEvent>, more: Html) -> Html {
    html! {
        <li key={event.id.to_string()}>
            <time datetime={event.date.to_string()}>{ app.formats.date(event.date) }</time>
            { shape::icon(event.side) }
            <button type="button" class="ovc-link" data-id={attr(&event.id)} {onclick}>
                { app.marked(&event.title) }
            </button>
            { more }
        </li>
    }
}
