//! The events of a cluster, as a list under the axis.

use std::rc::Rc;

use yew::prelude::*;

use super::member::member;
use crate::locale::fill;
use crate::state::Action;
use crate::ui::context::{attr, use_app, use_highlight};

/// The cluster that stands open.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct OpenCluster {
    /// How many events it has.
    pub count: usize,
    /// Position of the first event in the data set.
    pub first: u32,
    /// Position of the last one.
    pub last: u32,
    /// Positions of those that are listed, in date order.
    pub listed: Vec<u32>,
}

const TITLE_ID: &str = "ovc-cluster-title";

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct ClusterPanelProps {
    pub cluster: Rc<OpenCluster>,
    /// Whether the axis can show it closer.
    pub can_zoom: bool,
    /// The reader wants a closer look at it on the axis.
    pub on_zoom: Callback<()>,
    /// The reader wants the list, which has all of its events.
    pub on_list: Callback<()>,
    pub on_close: Callback<()>,
    /// The title: where focus goes when the reader wants to read on.
    pub title_ref: NodeRef,
}

/// A cluster, opened: its events as buttons.
#[component]
pub(in crate::ui) fn ClusterPanel(props: &ClusterPanelProps) -> Html {
    let app = use_app();
    let highlight = use_highlight();
    let cluster = &props.cluster;
    let event = |position: u32| app.data.events().get(position as usize);
    let (Some(first), Some(last)) = (event(cluster.first), event(cluster.last)) else {
        return Html::default();
    };
    let words = app.words;
    let title = fill(
        words.cluster_title,
        &[
            ("count", &cluster.count.to_string()),
            ("dates", &app.date_span(first.date, last.date)),
        ],
    );
    let members = cluster
        .listed
        .iter()
        .filter_map(|at| event(*at))
        .map(|event| {
            let id = event.id.clone();
            let onclick = app.on(move || Action::Select(Some(id.clone())));
            member(&app, &highlight, event, onclick, Html::default())
        });
    let left_out = cluster.count.saturating_sub(cluster.listed.len());
    let (more, label, on_more) = if props.can_zoom {
        (words.cluster_more, words.cluster_zoom, &props.on_zoom)
    } else {
        (words.cluster_listed, words.cluster_list, &props.on_list)
    };
    html! {
        <section class="ovc-card is-cluster" part="card" role="region" aria-labelledby={TITLE_ID} data-first={attr(&first.id)}>
            <header>
                <div class="ovc-card-title" id={TITLE_ID} tabindex="-1" ref={props.title_ref.clone()}>
                    { app.heading(2, "ovc-title", html! { title }) }
                </div>
                <button type="button" class="ovc-close" aria-label={words.close}
                    onclick={props.on_close.reform(|_: MouseEvent| ())}>
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3L13 13M13 3L3 13" /></svg>
                </button>
            </header>
            <ul class="ovc-members">{ for members }</ul>
            if left_out > 0 {
                <p class="ovc-hint">{ fill(more, &[("count", &left_out.to_string())]) }</p>
            }
            <button type="button" class="ovc-button" onclick={on_more.reform(|_: MouseEvent| ())}>{ label }</button>
        </section>
    }
}
