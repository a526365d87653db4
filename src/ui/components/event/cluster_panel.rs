//! The events of a cluster, as a list under the axis.

use yew::prelude::*;

use super::head::{card_title, close_button};
use super::member::member;
use crate::locale::fill;
use crate::state::Action;
use crate::ui::context::{App, Highlight, attr};

/// The open cluster.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct OpenCluster {
    /// How many events it has.
    pub count: usize,
    /// Position of the first event in the data set.
    pub first: u32,
    /// Position of the last one.
    pub last: u32,
    /// Positions of the listed events, in date order.
    pub listed: Vec<u32>,
}

const TITLE_ID: &str = "ovc-cluster-title";

/// Input of the panel.
pub(in crate::ui) struct ClusterPanel<'a> {
    pub cluster: &'a OpenCluster,
    /// Note on how many events are not listed.
    pub more: &'static str,
    /// Label of the button that leads to them.
    pub label: &'static str,
    pub on_more: Callback<MouseEvent>,
    pub on_close: &'a Callback<()>,
    /// The title. It takes focus when the reader presses the mark again.
    pub title_ref: &'a NodeRef,
}

/// The open cluster, with its events as buttons.
pub(in crate::ui) fn cluster_panel(
    app: &App,
    highlight: &Highlight,
    panel: ClusterPanel<'_>,
) -> Html {
    let cluster = panel.cluster;
    let event = |position: u32| app.data.events().get(position as usize);
    let (Some(first), Some(last)) = (event(cluster.first), event(cluster.last)) else {
        return Html::default();
    };
    let title = fill(
        app.words.cluster_title,
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
            member(app, highlight, event, onclick, Html::default())
        });
    let left_out = cluster.count.saturating_sub(cluster.listed.len());
    html! {
        <section class="ovc-card is-cluster" part="card" role="region" aria-labelledby={TITLE_ID} data-first={attr(&first.id)}>
            <header>
                { card_title(app, TITLE_ID, panel.title_ref, html! { title }) }
                { close_button(app, panel.on_close) }
            </header>
            <ul class="ovc-members">{ for members }</ul>
            if left_out > 0 {
                <p class="ovc-hint">{ fill(panel.more, &[("count", &left_out.to_string())]) }</p>
            }
            <button type="button" class="ovc-button" onclick={panel.on_more}>{ panel.label }</button>
        </section>
    }
}
