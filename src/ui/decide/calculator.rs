//! The calculator: what a month costs through an API and on rented GPUs.

use yew::prelude::*;

use super::chart::chart;
use super::cost_table::{assumptions, formulas};
use super::cost_words::{offer_name, price_in_words};
use super::half::half_width;
use super::inputs::{number_field, what_is_allowed};
use super::markup::{each, paragraph};
use super::results::{conclusion, results};
use crate::dataset::{CostInput, Decide, Text};
use crate::decide::{CostEntries, Costs, Offer, Prices, default_offer, offers};
use crate::definition::Openness;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::select::{SelectOption, select};
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, rich, use_app};
use crate::ui::settings::SettingsChange;

/// The inputs about what the reader uses, and those about self-hosting.
const USE: [CostInput; 3] = [
    CostInput::Tokens,
    CostInput::OutputShare,
    CostInput::CachedShare,
];
const HOSTING: [CostInput; 5] = [
    CostInput::GpuPrice,
    CostInput::Gpus,
    CostInput::Throughput,
    CostInput::Utilisation,
    CostInput::People,
];

#[derive(PartialEq, Properties)]
pub(super) struct CalculatorProps {
    /// What the reader has changed.
    pub entries: CostEntries,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// Changes the settings.
    pub set: Callback<SettingsChange>,
}

/// The section with inputs, results, chart, assumptions and formulas; nothing where no model has a price.
#[component]
pub(super) fn Calculator(props: &CalculatorProps) -> Html {
    let app = use_app();
    let words = &app.words.decide;
    let offers = offers(&app.data);
    let offer = default_offer(&offers, props.entries.model.as_deref());
    let (Some(decide), Some(offer)) = (&app.data.document.decide, offer) else {
        return Html::default();
    };
    let inputs = props.entries.inputs(decide);
    let costs = Costs::new(&inputs, &Prices::from(offer.price));
    let groups = [(words.cost_use, &USE[..]), (words.cost_hosting, &HOSTING)];
    let group = |_: usize, (name, group): &(&'static str, &[CostInput])| {
        let field = |_: usize, input: &CostInput| {
            number_field(&app, decide, &props.entries, *input, &props.set)
        };
        html! { <div role="group" aria-label={*name}>{ each(group, &field) }</div> }
    };
    html! {
        <section class="ovc-cost">
            { app.heading(1, "ovc-section-title", html! { words.cost }) }
            { paragraph("ovc-sentence", words.cost_about.to_owned()) }
            <div class="ovc-costing">
                <div>
                    if app.is_live() {
                        { model_select(&app, &offers, offer, &props.set) }
                    }
                    { price(&app, offer) }
                    if app.is_live() {
                        <div class="ovc-inputs">
                            { each(&groups, &group) }
                        </div>
                        { reset(&app, &props.entries, &props.set) }
                    }
                    { results(&app, inputs.tokens, &costs) }
                </div>
                { chart(&app, offer, inputs.tokens, &costs, half_width(props.width)) }
            </div>
            { assumptions(&app, decide) }
            { disclosure(&app, "ovc-figures", words.formulas.into(), formulas(&app)) }
        </section>
    }
}

/// What the calculator finds, or what is allowed where something is not: for screen readers.
pub(super) fn announcement(app: &App, decide: &Decide, entries: &CostEntries) -> String {
    let mut inputs = USE.iter().chain(&HOSTING);
    if let Some(wrong) = inputs.find(|input| entries.is_wrong(**input)) {
        return what_is_allowed(app, decide, entries, *wrong);
    }
    let offers = offers(&app.data);
    let Some(offer) = default_offer(&offers, entries.model.as_deref()) else {
        return String::new();
    };
    let inputs = entries.inputs(decide);
    let costs = Costs::new(&inputs, &Prices::from(offer.price));
    conclusion(app, inputs.tokens, &costs)
}

fn model_select(
    app: &App,
    offers: &[Offer<'_>],
    current: Offer<'_>,
    set: &Callback<SettingsChange>,
) -> Html {
    let options: Vec<SelectOption> = offers
        .iter()
        .map(|offer| SelectOption::new(offer.model.id.clone(), offer_name(app, *offer)))
        .collect();
    let set = set.clone();
    let on_select = Callback::from(move |id: String| {
        set.emit(Box::new(move |settings| {
            settings.cost.model = Some(Text::from(id));
        }));
    });
    select(
        app.words.decide.cost_model,
        &options,
        &current.model.id,
        &on_select,
    )
}

/// The prices that count, with what a careful reader should know, and their source.
fn price(app: &App, offer: Offer<'_>) -> Html {
    let openness = app.rule.of_model(offer.model);
    let has_weights = matches!(openness, Openness::Open | Openness::Mixed);
    html! {
        <div class="ovc-offer">
            <p class="ovc-note">
                { price_in_words(app, offer) }
                if has_weights {
                    { " " }{ app.words.decide.cost_price_open }
                }
                if let Some(note) = &offer.price.note {
                    { " " }{ rich(note) }
                }
            </p>
            { source_details(app, offer.price.source.as_slice()) }
        </div>
    }
}

fn reset(app: &App, entries: &CostEntries, set: &Callback<SettingsChange>) -> Html {
    let onclick = set.reform(|_: MouseEvent| -> SettingsChange {
        Box::new(|settings| settings.cost = CostEntries::default())
    });
    html! {
        <button type="button" class="ovc-button" disabled={*entries == CostEntries::default()} {onclick}>
            { app.words.decide.reset_cost }
        </button>
    }
}
