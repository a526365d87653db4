//! The mark of a cluster, a button with its count.

use yew::prelude::*;

use crate::dataset::Side;
use crate::locale::fill;
use crate::timeline::MIN_TARGET;
use crate::ui::components::side;
use crate::ui::context::{App, attr, flag};
use crate::ui::svg::{px, translate};
use crate::ui::timeline::cluster::ClusterContents;

/// From this number of events on, a count has three digits, or two and a letter.
const WIDE: usize = 100;

/// Room for the box of a cluster of at most `most` events, in CSS pixels.
pub(super) fn cluster_width(most: usize) -> f64 {
    if most < WIDE { 36.0 } else { 46.0 }
}

/// The box around the count, 32 or 42 pixels wide.
fn box_path(count: usize) -> &'static str {
    if count < WIDE {
        "M-4 -12h8a12 12 0 0 1 0 24h-8a12 12 0 0 1 0 -24z"
    } else {
        "M-9 -12h18a12 12 0 0 1 0 24h-18a12 12 0 0 1 0 -24z"
    }
}

/// A count that fits into the box: thousands as “k”.
fn short_count(count: usize) -> String {
    if count < 1000 {
        count.to_string()
    } else {
        format!("{}k", count / 1000)
    }
}

/// A cluster on the axis, and its place.
pub(super) struct ClusterMark<'a> {
    pub key: String,
    /// Its number among the clusters of the axis.
    pub number: usize,
    pub side: Side,
    pub contents: &'a ClusterContents,
    pub x: f64,
    pub y: f64,
    /// Size of the target.
    pub target: f64,
    pub is_open: bool,
}

/// The mark of a cluster. The group of all marks handles clicks and keys.
pub(super) fn cluster_mark(app: &App, mark: ClusterMark<'_>) -> Html {
    let ClusterMark { side, contents, .. } = mark;
    let count = contents.count;
    let event = |position: u32| app.data.events().get(position as usize);
    let (Some(first), Some(last)) = (event(contents.first), event(contents.last)) else {
        return Html::default();
    };
    let name = fill(
        app.words.cluster_name,
        &[
            ("count", &count.to_string()),
            ("side", app.words.side(side)),
            ("dates", &app.date_span(first.date, last.date)),
        ],
    );
    let text = fill(app.words.cluster, &[("count", &short_count(count))]);
    html! {
        <g key={mark.key} class={classes!("ovc-mark", "ovc-cluster", side::class_of(side))} role="button" tabindex="-1"
            data-at={mark.number.to_string()} data-cluster={count.to_string()}
            data-first={attr(&first.id)} data-last={attr(&last.id)}
            aria-label={name} aria-expanded={flag(mark.is_open)} transform={translate(mark.x, mark.y)}>
            // The box itself is as high as the least target.
            if mark.target > MIN_TARGET {
                <circle class="ovc-hit" r={px(mark.target / 2.0)} />
            }
            <path class="ovc-dot" d={box_path(count)} />
            <text y="4.5">{ text }</text>
        </g>
    }
}
