//! The models: frontier and prices as charts, a table, and a few side by side.

mod chart;
mod comparison;
mod frontier;
mod grid;
mod prices;
mod table;

use yew::prelude::*;

use super::event::source_details;
use super::hooks;
use super::shared::{Shared, Surface, attr, rich};
use crate::charts::PriceKind;
use crate::dataset::Text;
use crate::date::Day;
use crate::decimal::Decimal;
use crate::models::{Cell, Field, TableQuery};
use crate::state::ViewState;
use crate::ui::markup::html;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ModelsProps {
    pub shared: Shared,
    pub state: ViewState,
    /// Width of the container before it is measured, in CSS pixels.
    pub width: f64,
}

/// What the reader has set here and no link keeps.
#[derive(Clone, Default, PartialEq)]
struct Settings {
    query: TableQuery,
    /// Where the frontier is read; `None` is the newest scored model.
    frontier_day: Option<Day>,
    /// Where the prices are read; `None` is the newest price.
    price_day: Option<Day>,
    price_kind: PriceKind,
}

/// Everything that the parts of the view are given.
struct Scene<'a> {
    shared: &'a Shared,
    state: &'a ViewState,
    settings: &'a Settings,
    set: &'a Callback<Settings>,
    width: f64,
}

impl Scene<'_> {
    /// A handler that changes the settings by what stands in the control it came from.
    fn on<E: AsRef<Event> + 'static>(&self, change: fn(&mut Settings, String)) -> Callback<E> {
        let (settings, set) = (self.settings.clone(), self.set.clone());
        Callback::from(move |event: E| {
            let mut settings = settings.clone();
            change(&mut settings, hooks::value(event.as_ref()));
            set.emit(settings);
        })
    }

    fn is_live(&self) -> bool {
        self.shared.surface == Surface::Live
    }

    /// A control under its name: a list to choose from.
    fn choice(
        &self,
        label: &'static str,
        options: Vec<(String, String)>,
        chosen: &str,
        onchange: Callback<Event>,
    ) -> Html {
        html! {
            <label class="ovc-choice">
                <span class="ovc-label">{ label }</span>
                <select {onchange}>
                    { for options.into_iter().map(|(value, name)| html! {
                        <option value={value.clone()} selected={value == chosen}>{ name }</option>
                    }) }
                </select>
            </label>
        }
    }
}

/// The view in a browser.
#[component]
pub(super) fn Models(props: &ModelsProps) -> Html {
    let node = use_node_ref();
    let width = hooks::use_width(&node, (props.width - 32.0).max(0.0));
    let settings = use_state_eq(Settings::default);
    let set = {
        let setter = settings.setter();
        Callback::from(move |next| setter.set(next))
    };
    let scene = Scene {
        shared: &props.shared,
        state: &props.state,
        settings: &settings,
        set: &set,
        width,
    };
    html! { <div class="ovc-models" ref={node}>{ parts(&scene) }</div> }
}

/// The same without a script.
pub(super) fn still(shared: &Shared, state: &ViewState) -> Html {
    let scene = Scene {
        shared,
        state,
        settings: &Settings::default(),
        set: &Callback::noop(),
        width: 720.0,
    };
    html! { <div class="ovc-models">{ parts(&scene) }</div> }
}

fn parts(scene: &Scene<'_>) -> Html {
    html! {
        <>
            { frontier::frontier(scene) }
            { yardsticks(scene.shared) }
            { prices::prices(scene) }
            { comparison::side_by_side(scene) }
            { table::table(scene) }
        </>
    }
}

fn yardsticks(shared: &Shared) -> Html {
    let yardsticks = &shared.data.document.yardsticks;
    if yardsticks.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ovc-yardsticks">
            { shared.heading(2, "ovc-part-title", html! { shared.messages.models_yardsticks }) }
            <ul>
                { for yardsticks.iter().map(|item| html! {
                    <li key={item.id.to_string()} data-id={attr(&item.id)}>
                        <p>{ rich(&item.text) }</p>
                        { source_details(shared, &item.sources) }
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// A cell in words.
fn words(shared: &Shared, field: &Field, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Date(date) => shared.formats.date(*date),
        Cell::Level(at) => {
            let level = shared.data.document.levels.get(*at);
            level.map_or_else(String::new, |level| level.name.to_string())
        }
        Cell::Number(number) => match field {
            Field::Input | Field::Cached | Field::Output => number.with_places(2),
            Field::Context => grouped(*number),
            _ => number.to_string(),
        },
        Cell::Unknown => shared.messages.unknown.to_owned(),
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

/// Name of a field.
fn field_name(shared: &Shared, field: &Field) -> String {
    let messages = shared.messages;
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
        Field::Score(id) => return benchmark_name(shared, id),
    };
    name.to_owned()
}

fn benchmark_name(shared: &Shared, id: &Text) -> String {
    let benchmark = shared.data.benchmark(id);
    benchmark.map_or_else(String::new, |benchmark| benchmark.name.to_string())
}
