//! Costs, volumes and inputs in words.

use crate::dataset::{CostInput, Vocabulary};
use crate::decide::{NumberNames, Offer, decimal, grouped};
use crate::decimal::Decimal;
use crate::locale::fill;
use crate::ui::components::side::side_name;
use crate::ui::context::App;

/// From here on, an amount has no cents.
const NO_CENTS: f64 = 100.0;

/// An amount in US dollars.
pub(super) fn usd(app: &App, amount: f64) -> String {
    let text = match amount {
        NO_CENTS.. => grouped(amount, 0),
        0.01.. => grouped(amount, 2),
        _ => decimal(amount, 6),
    };
    fill(app.words.decide.usd, &[("amount", &text)])
}

/// A number of tokens, with three significant digits where it is large.
pub(super) fn tokens(app: &App, count: f64) -> String {
    NumberNames::parse(app.words.decide.large_numbers).write(count)
}

/// A number of tokens for a label: one without a name is short, too.
pub(super) fn amount_label(app: &App, amount: f64) -> String {
    match amount {
        1.0.. => tokens(app, amount),
        _ => decimal(amount, 6),
    }
}

/// Name and unit of an input.
pub(super) struct InputWords {
    pub name: &'static str,
    pub unit: &'static str,
}

pub(super) fn input_words(app: &App, input: CostInput) -> InputWords {
    let words = &app.words.decide;
    let (name, unit) = match input {
        CostInput::Tokens => (words.tokens, words.tokens_unit),
        CostInput::OutputShare => (words.output_share, words.output_share_unit),
        CostInput::CachedShare => (words.cached_share, words.cached_share_unit),
        CostInput::GpuPrice => (words.gpu_price, words.gpu_price_unit),
        CostInput::Gpus => (words.gpus, words.gpus_unit),
        CostInput::Throughput => (words.throughput, words.throughput_unit),
        CostInput::Utilisation => (words.utilisation, words.utilisation_unit),
        CostInput::People => (words.people, words.people_unit),
    };
    InputWords { name, unit }
}

/// A value of an input as it is read: large numbers by their names, shares in percent.
pub(super) fn value_in_words(app: &App, input: CostInput, value: Decimal) -> String {
    let number = value.to_f64();
    match input {
        CostInput::Tokens => tokens(app, number),
        CostInput::OutputShare | CostInput::CachedShare | CostInput::Utilisation => {
            let percent = decimal(number * 100.0, 4);
            fill(app.words.decide.percent, &[("percent", &percent)])
        }
        CostInput::GpuPrice | CostInput::People => usd(app, number),
        CostInput::Gpus | CostInput::Throughput => decimal(number, 6),
    }
}

/// The model of an offer, with its side.
pub(super) fn offer_name(app: &App, offer: Offer<'_>) -> String {
    let side = app.rule.of_model(offer.model).side();
    let values = [
        ("name", &*offer.model.name),
        ("side", side_name(app.words, side)),
    ];
    fill(app.words.decide.cost_model_option, &values)
}

/// The prices of an offer, and since when they hold.
pub(super) fn price_in_words(app: &App, offer: Offer<'_>) -> String {
    let words = &app.words.decide;
    let price = offer.price;
    let pattern = match price.cached {
        Some(_) => words.cost_price,
        None => words.cost_price_uncached,
    };
    let cached = price.cached.unwrap_or_default();
    let values = [
        ("name", &*offer.model.name),
        ("input", &*price.input.with_places(2)),
        ("cached", &*cached.with_places(2)),
        ("output", &*price.output.with_places(2)),
        ("date", &*app.formats.date(price.date)),
    ];
    fill(pattern, &values)
}

/// The attribute value of an input.
pub(super) fn input_id(input: CostInput) -> String {
    format!("ovc-cost-{}", input.as_str())
}
