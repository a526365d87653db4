//! The sources, and what explains the data set: fact-check, balance report, glossary, method, corrections.

mod aimed;
mod balance;
mod bars;
mod checks;
mod citing;
mod corrections;
mod explanations;
mod list;
mod row;
mod section;

use yew::prelude::*;

use super::context::{use_app, use_view_context};
use super::hooks::{use_on_mounted, use_target};
use balance::BalanceReport;
use checks::Checks;
use explanations::Explanations;
use list::SourceList;
use section::index;

/// The view.
#[component]
pub(super) fn Sources() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    let target = current.state.target.clone();
    use_target(&current.node, target.as_ref());
    let open_first = current.state.order.open_first(&app.data);
    html! {
        <div class="ovc-sources-view">
            { app.heading(1, "ovc-hidden", html! { app.words.view_sources }) }
            { index(&app, &current.node) }
            <Checks target={target.clone()} />
            <BalanceReport {open_first} />
            <Explanations />
            <SourceList {target} node={current.node.clone()} />
        </div>
    }
}
