//! What the calculator finds, in figures and in a sentence.

use yew::prelude::*;

use super::cost_words::{tokens, usd};
use super::markup::{each, paragraph};
use crate::decide::{Costs, plain};
use crate::locale::fill;
use crate::ui::context::App;

/// The three results with their units, and what follows from them.
pub(super) fn results(app: &App, volume: f64, costs: &Costs) -> Html {
    let words = &app.words.decide;
    let per_month = |amount: f64| fill(words.per_month, &[("amount", &usd(app, amount))]);
    let break_even = match costs.break_even {
        Some(count) => fill(words.tokens_per_month, &[("count", &tokens(app, count))]),
        None => words.break_even_none.to_owned(),
    };
    let all = [
        (
            words.api_cost,
            "api-cost",
            Some(costs.api),
            per_month(costs.api),
        ),
        (
            words.self_host_cost,
            "self-host-cost",
            Some(costs.self_host),
            per_month(costs.self_host),
        ),
        (words.break_even, "break-even", costs.break_even, break_even),
    ];
    // They do not speak by themselves: the view has one live region.
    type Found = (&'static str, &'static str, Option<f64>, String);
    let result = |_: usize, (name, output, value, text): &Found| {
        html! {
            <div>
                <dt>{ *name }</dt>
                <dd><output aria-live="off" data-output={*output} data-value={value.map(plain)}>{ text.clone() }</output></dd>
            </div>
        }
    };
    html! {
        <div class="ovc-results">
            { app.heading(2, "ovc-part-title", html! { words.results }) }
            <dl>{ each(&all, &result) }</dl>
            { paragraph("ovc-sentence", conclusion(app, volume, costs)) }
        </div>
    }
}

/// Which way is cheaper now, where both cost the same, and whether the GPUs can serve that.
pub(super) fn conclusion(app: &App, volume: f64, costs: &Costs) -> String {
    let words = &app.words.decide;
    let cheaper = match costs.api.total_cmp(&costs.self_host) {
        core::cmp::Ordering::Less => words.cheaper_api,
        core::cmp::Ordering::Greater => words.cheaper_self,
        core::cmp::Ordering::Equal => words.cheaper_same,
    };
    // What the GPUs cannot serve has no price here.
    let mut patterns = vec![if volume > costs.capacity {
        words.over_capacity
    } else {
        cheaper
    }];
    if costs.break_even.is_some() {
        patterns.push(if costs.is_out_of_reach() {
            words.out_of_reach
        } else {
            words.reached
        });
    }
    let values = [
        ("tokens", &*tokens(app, volume)),
        (
            "break_even",
            &*tokens(app, costs.break_even.unwrap_or_default()),
        ),
        ("capacity", &*tokens(app, costs.capacity)),
    ];
    fill(&patterns.join(" "), &values)
}
