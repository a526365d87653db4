//! The filters of the models, with the year of release.

use std::rc::Rc;

use yew::prelude::*;

use crate::dataset::Text;
use crate::query::FilterResult;
use crate::state::{Filters, View};
use crate::ui::components::filters::FilterBar;
use crate::ui::components::select::{Select, SelectOption};
use crate::ui::context::{App, attr, use_app};
use crate::ui::settings::Unfolded;

#[derive(PartialEq, Properties)]
pub(super) struct ModelFiltersProps {
    /// The values that the reader has pressed.
    pub filters: Filters,
    /// What the reader looks for.
    pub search: Text,
    pub selection: Rc<FilterResult>,
    pub unfolded: Unfolded,
    pub on_unfold: Callback<Unfolded>,
    /// The only year of release to show models of.
    pub year: Option<i32>,
    pub on_year: Callback<Option<i32>>,
    /// The element of the view.
    pub node: NodeRef,
}

/// The filter bar, and the years to choose from.
#[component]
pub(super) fn ModelFilters(props: &ModelFiltersProps) -> Html {
    let app = use_app();
    let words = app.words;
    let on_select = use_callback(props.on_year.clone(), |year: String, on_year| {
        on_year.emit(year.parse().ok());
    });
    let year = props.year.map_or_else(String::new, |year| year.to_string());
    html! {
        <div class="ovc-toolbar" part="toolbar">
            <FilterBar view={View::Models} filters={props.filters.clone()} search={attr(&props.search)}
                search_label={words.models_search} selection={props.selection.clone()}
                unfolded={props.unfolded} on_unfold={props.on_unfold.clone()} node={props.node.clone()} />
            <Select label={words.filter_year} options={years(&app)} selected={year} {on_select} />
        </div>
    }
}

/// Every year, and those in which models were released.
fn years(app: &App) -> Vec<SelectOption> {
    let released = app.data.models().iter().filter_map(|model| model.released);
    // Models are in the order of release.
    let mut years: Vec<i32> = released.map(|date| date.year()).collect();
    years.dedup();
    let any = SelectOption::new("", app.words.filter_any);
    let years = years
        .into_iter()
        .map(|year| SelectOption::new(year.to_string(), year.to_string()));
    std::iter::once(any).chain(years).collect()
}
