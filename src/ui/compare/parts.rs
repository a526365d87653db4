//! The parts of models that are out, as a table: models as rows, parts as columns.

use yew::prelude::*;

use crate::dataset::{ComponentKind, Model, Vocabulary};
use crate::definition::DefinitionId;
use crate::locale::fill;
use crate::openness_framework::{OpennessClass, is_open, openness_class};
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::reference::{ReferenceTarget, reference};
use crate::ui::components::select::{SelectOption, select};
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, use_app};

/// What the reader narrows the table down to.
#[derive(Clone, Copy, Default, PartialEq)]
struct Narrowed {
    /// The only class that is shown.
    class: Option<OpennessClass>,
    /// A part that must be out under an open licence.
    part: Option<ComponentKind>,
}

impl Narrowed {
    fn shows(self, model: &Model) -> bool {
        let has = |part: ComponentKind| model.components.get(part).is_some_and(is_open);
        let is_of = |class| openness_class(&model.components) == Some(class);
        self.class.is_none_or(is_of) && self.part.is_none_or(has)
    }
}

/// The table; nothing where the parts of no model are known.
#[component]
pub(super) fn PartsTable() -> Html {
    let app = use_app();
    let narrowed = use_state_eq(Narrowed::default);
    let models = app.data.models().iter();
    let known: Vec<&Model> = models
        .filter(|model| !model.components.is_empty())
        .collect();
    if known.is_empty() {
        return Html::default();
    }
    let words = app.words;
    let shown = known.iter().filter(|model| narrowed.shows(model));
    let rows: Vec<Html> = shown.map(|model| row(&app, model)).collect();
    let count = fill(
        words.parts_count,
        &[
            ("count", &rows.len().to_string()),
            ("known", &known.len().to_string()),
            ("total", &app.data.models().len().to_string()),
        ],
    );
    let definition = app.data.definition(DefinitionId::Components.as_str());
    let mut columns = vec![
        Column::text(words.field_name),
        Column::text(words.parts_class),
    ];
    let parts = ComponentKind::ALL.iter();
    columns.extend(parts.map(|part| Column::text(words.component(*part))));
    html! {
        <section class="ovc-parts">
            { app.heading(1, "ovc-section-title", html! { words.parts_title }) }
            <p class="ovc-legend">{ words.parts_legend }</p>
            if app.is_live() {
                { narrowing(&app, &narrowed) }
            }
            <p class="ovc-note">{ count }</p>
            { data_table(&app, words.parts_title, columns, rows.into_iter().collect()) }
            if let Some(definition) = definition {
                { source_details(&app, &definition.sources) }
            }
        </section>
    }
}

/// The lists by which the reader narrows the table down.
fn narrowing(app: &App, narrowed: &UseStateHandle<Narrowed>) -> Html {
    let words = app.words;
    let mut classes = vec![SelectOption::new("", words.filter_any)];
    let all = OpennessClass::ALL.iter();
    classes
        .extend(all.map(|class| SelectOption::new(class.as_str(), words.openness_class(*class))));
    let class = narrowed.class.map_or("", Vocabulary::as_str);
    let on_class = {
        let narrowed = narrowed.clone();
        Callback::from(move |value: String| {
            let class = OpennessClass::from_word(&value);
            narrowed.set(Narrowed { class, ..*narrowed });
        })
    };
    let mut parts = vec![SelectOption::new("", words.filter_any)];
    parts.extend(
        ComponentKind::ALL
            .iter()
            .map(|part| SelectOption::new(part.as_str(), words.component(*part))),
    );
    let part = narrowed.part.map_or("", Vocabulary::as_str);
    let on_part = {
        let narrowed = narrowed.clone();
        Callback::from(move |value: String| {
            let part = ComponentKind::from_word(&value);
            narrowed.set(Narrowed { part, ..*narrowed });
        })
    };
    html! {
        <div class="ovc-toolbar is-live">
            { select(words.parts_class, &classes, class, &on_class) }
            { select(words.parts_open, &parts, part, &on_part) }
        </div>
    }
}

fn row(app: &App, model: &Model) -> Html {
    let name = reference(app, &ReferenceTarget::Model(model), attr(&model.name));
    let class = openness_class(&model.components).unwrap_or(OpennessClass::Unclassified);
    html! {
        <tr key={model.id.to_string()} data-id={attr(&model.id)}>
            <th scope="row">{ name }</th>
            <td data-class={class.as_str()}>{ app.words.openness_class(class) }</td>
            { for ComponentKind::ALL.iter().map(|part| part_cell(app, model, *part)) }
        </tr>
    }
}

/// Whether a part is out, and on which terms: a mark and words.
fn part_cell(app: &App, model: &Model, part: ComponentKind) -> Html {
    let words = app.words;
    let component = model.components.get(part);
    let licence = component.and_then(|component| component.licence.as_deref());
    let (state, mark, text) = match (component, licence) {
        (None, _) => ("absent", "–", words.part_absent),
        (Some(_), None) => ("unlicensed", "○", words.part_unlicensed),
        (Some(component), Some(licence)) if is_open(component) => ("open", "●", licence),
        (Some(_), Some(licence)) => ("own", "◐", licence),
    };
    html! {
        <td class={classes!("ovc-part", format!("is-{state}"))} data-part={part.as_str()}>
            if !app.is_live() {
                // On paper the columns have no room, and their heads are hidden.
                <span class="ovc-part-name" aria-hidden="true">{ words.component(part) }{ ": " }</span>
            }
            <span aria-hidden="true">{ mark }{ " " }</span>{ text.to_owned() }
        </td>
    }
}
