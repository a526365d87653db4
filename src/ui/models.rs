//! The models: frontier and prices as charts, a table, and a few side by side.

mod chart;
mod comparison;
mod frontier;
mod grid;
mod prices;
mod table;

use yew::prelude::*;

use super::components::choice::choice;
use super::components::definition::{in_force, status};
use super::components::filters::{FiltersProps, filters};
use super::components::side::side_name;
use super::components::sources::source_details;
use super::context::{App, attr, rich};
use super::context::{use_app, use_current};
use super::hooks::{use_drawn, use_target};
use super::settings::Settings;
use super::stage::Stage;
use crate::dataset::Score;
use crate::decimal::Decimal;
use crate::definition::Openness;
use crate::locale::fill;
use crate::models::{Cell, Field, select};
use crate::query::FilterResult;
use crate::state::MAX_MODELS;

/// The view.
#[component]
pub(super) fn Models() -> Html {
    let (app, current) = (use_app(), use_current());
    use_drawn(&current.on_drawn);
    use_target(&current.node, current.state.target.as_ref());
    models(&Stage::new(&app, &current))
}

/// Filters, charts, the models side by side, and all of them in a table.
fn models(stage: &Stage<'_>) -> Html {
    let app = stage.app;
    let messages = app.words;
    let selection = select(&app.data, &app.rule, stage.state, stage.settings.year);
    let shown = &selection.visible;
    let count = if shown.is_empty() {
        messages.models_none.to_owned()
    } else {
        fill(
            messages.models_count,
            &[
                ("count", &shown.len().to_string()),
                ("total", &app.data.models().len().to_string()),
            ],
        )
    };
    let said = [&*count, &*full(stage)].join(" ");
    html! {
        <div class="ovc-models">
            { app.heading(1, "ovc-hidden", html! { messages.view_models }) }
            if stage.is_live() {
                { controls(stage, &selection) }
            }
            <p class="ovc-note">
                <span data-value={shown.len().to_string()}>{ count.clone() }</span>{ " " }{ in_force(app) }
            </p>
            { frontier::frontier(stage, shown) }
            { prices::prices(stage, shown) }
            { comparison::side_by_side(stage) }
            { table::table(stage, shown) }
            { status(app, said.trim_end().to_owned()) }
        </div>
    }
}

/// That there is no room for another model side by side, where there is none.
fn full(stage: &Stage<'_>) -> String {
    let most = MAX_MODELS.to_string();
    if stage.state.models.len() < MAX_MODELS {
        return String::new();
    }
    fill(stage.app.words.models_full, &[("most", &most)])
}

fn controls(stage: &Stage<'_>, selection: &FilterResult) -> Html {
    let (app, messages) = (stage.app, stage.app.words);
    let mut years = vec![(String::new(), messages.filter_any.to_owned())];
    for released in app.data.models().iter().filter_map(|model| model.released) {
        let year = released.year().to_string();
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year.clone(), year));
        }
    }
    let chosen = stage
        .settings
        .year
        .map_or_else(String::new, |year| year.to_string());
    let pick = stage.on(|settings, value| settings.year = value.parse().ok());
    let settings = *stage.settings;
    let on_unfold = stage.set.reform(move |unfolded| Settings {
        unfolded,
        ..settings
    });
    html! {
        <div class="ovc-toolbar" part="toolbar">
            { filters(&FiltersProps {
                app,
                state: stage.state,
                selection,
                search: messages.models_search,
                unfolded: stage.settings.unfolded,
                on_unfold,
                on_search: Callback::noop(),
                node: stage.node.clone(),
            }) }
            { choice(messages.filter_year, years, &chosen, pick) }
        </div>
    }
}

/// What others have published, each by its own yardstick.
fn yardsticks(app: &App) -> Html {
    let yardsticks = &app.data.document.yardsticks;
    if yardsticks.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ovc-yardsticks">
            { app.heading(2, "ovc-part-title", html! { app.words.models_yardsticks }) }
            <p class="ovc-note">{ app.words.yardsticks_differ }</p>
            <ul>
                { for yardsticks.iter().map(|item| html! {
                    <li key={item.id.to_string()} data-id={attr(&item.id)}>
                        <p>{ rich(&item.text) }</p>
                        { source_details(app, &item.sources) }
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// A cell in words.
fn words(app: &App, field: Field, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Date(date) => app.formats.date(*date),
        Cell::Level(at) => {
            let level = app.data.document.levels.get(*at);
            level.map_or_else(String::new, |level| level.name.to_string())
        }
        Cell::Number(number) => match field {
            Field::Input | Field::Cached | Field::Output => number.with_places(2),
            _ => grouped(*number),
        },
        Cell::Unknown => app.words.unknown.to_owned(),
    }
}

/// A whole number with its thousands apart.
fn grouped(number: Decimal) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && !digits.contains('.') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The score of that value in a benchmark, with who measured it.
fn score<'a>(app: &'a App, model: usize, benchmark: &str, value: Decimal) -> Option<&'a Score> {
    let mut scores = app.data.models().get(model)?.scores.iter();
    scores.find(|score| *score.benchmark == *benchmark && score.value == value)
}

/// Name of a model by its position.
fn name(app: &App, model: usize) -> &str {
    app.data.models().get(model).map_or("", |model| &model.name)
}

/// What the definition says of a model, in words.
fn side(app: &App, openness: Openness) -> &'static str {
    side_name(app.words, openness.side())
}

/// Name of a field.
fn field_name(app: &App, field: Field) -> String {
    let messages = app.words;
    let name = match field {
        Field::Name => messages.field_name,
        Field::Developer => messages.filter_developer,
        Field::Country => messages.field_country,
        Field::Released => messages.field_released,
        Field::Level => messages.filter_level,
        Field::Licence => messages.field_licence,
        Field::Total => messages.field_total,
        Field::Active => messages.field_active,
        Field::Context => messages.field_context,
        Field::Input => messages.field_input,
        Field::Cached => messages.field_cached,
        Field::Output => messages.field_output,
        Field::Score(at) => {
            let benchmark = app.data.document.benchmarks.get(at);
            return benchmark.map_or_else(String::new, |benchmark| benchmark.name.to_string());
        }
    };
    name.to_owned()
}
