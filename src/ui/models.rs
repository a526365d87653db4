//! The models: frontier and prices as charts, a table, and a few side by side.

mod benchmarks;
mod chart;
mod filters;
mod frontier;
mod layout;
mod left_out;
mod plot;
mod prices;
mod reader;
mod side_by_side;
mod table;
mod words;

use yew::prelude::*;

use super::components::definition::in_force;
use super::components::filters::FilterBar;
use super::components::status::status;
use super::context::{App, attr, use_app, use_setting, use_view_context};
use super::hooks::{use_on_mounted, use_target};
use super::settings::Settings;
use crate::locale::fill;
use crate::models::select;
use crate::state::View;
use filters::year_select;
use frontier::FrontierSection;
use prices::Prices;
use side_by_side::side_by_side;
use table::ModelTable;
use words::full_note;

/// The view: filters, charts, the models side by side, and all of them in a table.
#[component]
pub(super) fn Models() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    use_target(&current.node, current.state.target.as_ref());
    let on_unfold = use_setting(&current, |settings, unfolded| settings.unfolded = unfolded);
    let on_frontier_day = use_setting(&current, |settings, day| settings.frontier_day = Some(day));
    let on_tester = use_setting(&current, |settings, tester| settings.tester = tester);
    let on_price_day = use_setting(&current, |settings, day| settings.price_day = Some(day));
    let on_sort = use_setting(&current, |settings, sort| settings.sort = sort);
    let state = &current.state;
    let Settings {
        year,
        sort,
        unfolded,
        ..
    } = current.settings;
    let (filters, search) = (state.filters.clone(), state.search.clone());
    let selection = use_memo((app.clone(), filters, search, year), |(app, _, _, year)| {
        select(&app.data, &app.rule, state, *year)
    });

    let width = current.width;
    let picked = &state.models;
    let benchmark = benchmark(&app, state.benchmark.as_deref());
    let frontier = benchmark.map(|benchmark| {
        html! {
            <FrontierSection {benchmark} selection={selection.clone()} picked={picked.clone()} {width}
                day={current.settings.frontier_day} on_day={on_frontier_day}
                tester={current.settings.tester.clone()} {on_tester} />
        }
    });
    if app.is_excerpt {
        return html! { <div class="ovc-models">{ frontier }</div> };
    }
    let count = count(&app, selection.visible.len());
    let announcement = [&*count, &*full_note(&app, picked.len())].join(" ");
    html! {
        <div class="ovc-models">
            { app.heading(1, "ovc-hidden", html! { app.words.view_models }) }
            if app.is_live() {
                <div class="ovc-toolbar" part="toolbar">
                    <FilterBar view={View::Models} filters={state.filters.clone()} search={attr(&state.search)}
                        search_label={app.words.models_search} selection={selection.clone()}
                        {unfolded} {on_unfold} node={current.node.clone()} />
                    { year_select(&app, &current) }
                </div>
            }
            <p class="ovc-note">
                <span data-value={selection.visible.len().to_string()}>{ count }</span>{ " " }{ in_force(&app) }
            </p>
            { frontier }
            <Prices selection={selection.clone()} picked={picked.clone()} {width}
                kind={current.settings.price_kind} set={current.set.clone()}
                day={current.settings.price_day} on_day={on_price_day} />
            <div class="ovc-picking">
                <ModelTable {selection} {benchmark} picked={picked.clone()} {sort} {on_sort} />
                // After the table, so that no row moves when one is ticked; the style sheet docks it.
                { side_by_side(&app, picked, &current.node) }
            </div>
            { status(&app, announcement.trim_end().to_owned().into()) }
        </div>
    }
}

/// Position of the benchmark that is asked for, or else of the first one; `None` where there is none.
fn benchmark(app: &App, asked: Option<&str>) -> Option<usize> {
    let benchmarks = &app.data.document.benchmarks;
    let asked = benchmarks.iter().position(|item| Some(&*item.id) == asked);
    asked.or((!benchmarks.is_empty()).then_some(0))
}

/// How many models are shown, in words.
fn count(app: &App, shown: usize) -> String {
    if shown == 0 {
        return app.words.models_none.to_owned();
    }
    fill(
        app.words.models_count,
        &[
            ("count", &shown.to_string()),
            ("total", &app.data.models().len().to_string()),
        ],
    )
}
