//! The needs: a slider for the weight of each, and weights to start from.

use yew::prelude::*;

use super::markup::each;
use crate::dataset::{Decide, Need, Profile, Text};
use crate::decide::weights;
use crate::locale::fill;
use crate::state::{Action, MAX_WEIGHT};
use crate::ui::context::{App, attr, flag, rich};
use crate::ui::hooks;

/// The controls of the weights.
pub(super) fn needs(app: &App, decide: &Decide, current: &[u8]) -> Html {
    let words = &app.words.decide;
    let defaults = weights(decide, &[]);
    html! {
        <div class="ovc-needs">
            { app.heading(2, "ovc-part-title", html! { words.needs }) }
            if !decide.profiles.is_empty() {
                <div class="ovc-profiles" role="group" aria-label={words.start}>
                    <span class="ovc-label">{ words.start }</span>
                    <ul>{ each(&decide.profiles, &|_, profile| starting_point(app, decide, profile, current)) }</ul>
                </div>
            }
            <ol>{ each(&decide.needs, &|at, need| slider(app, at, need, current)) }</ol>
            <button type="button" class="ovc-button" disabled={current == defaults}
                onclick={app.on(|| Action::SetWeights(Vec::new()))}>{ words.reset_weights }</button>
        </div>
    }
}

/// The weights as the state has them: those that differ from the defaults.
fn state_of(decide: &Decide, weights: &[u8]) -> Vec<(Text, u8)> {
    let needs = decide.needs.iter().zip(weights);
    let own = needs.filter(|(need, weight)| need.default != **weight);
    own.map(|(need, weight)| (need.id.clone(), *weight))
        .collect()
}

/// A button that sets the weights of an imagined reader; it is pressed while they hold.
fn starting_point(app: &App, decide: &Decide, profile: &Profile, current: &[u8]) -> Html {
    let weight = |need: &Need| profile.weights.get(&need.id).copied().unwrap_or_default();
    let weights: Vec<u8> = decide.needs.iter().map(weight).collect();
    let is_pressed = weights == current;
    let state = state_of(decide, &weights);
    let onclick = app.on(move || Action::SetWeights(state.clone()));
    html! {
        <li>
            <button type="button" class="ovc-button" aria-pressed={flag(is_pressed)} {onclick}>{ attr(&profile.name) }</button>
            <span class="ovc-note">{ rich(&profile.text) }</span>
        </li>
    }
}

fn slider(app: &App, at: usize, need: &Need, current: &[u8]) -> Html {
    let words = &app.words.decide;
    let weight = current.get(at).copied().unwrap_or_default();
    let spoken = fill(words.weight_of, &[("weight", &weight.to_string())]);
    let question = format!("ovc-need-{}", need.id);
    let oninput = {
        let (app, current) = (app.clone(), current.to_vec());
        Callback::from(move |event: InputEvent| {
            let weight = hooks::value(&event).parse::<u8>();
            let (Ok(weight), Some(decide)) = (weight, &app.data.document.decide) else {
                return;
            };
            let mut next = current.clone();
            if let Some(own) = next.get_mut(at) {
                *own = weight.min(MAX_WEIGHT);
            }
            let next = state_of(decide, &next);
            app.dispatch.emit(Action::SetWeights(next));
        })
    };
    html! {
        <li key={need.id.to_string()} data-need={attr(&need.id)} data-id={attr(&need.id)}>
            <span class="ovc-need-head" aria-hidden="true">
                <span class="ovc-number">{ at + 1 }</span>
                <b>{ attr(&need.name) }</b>
                <span class="ovc-weight">{ spoken.clone() }</span>
            </span>
            <input type="range" dir={if app.is_rtl() { "rtl" } else { "ltr" }} min="0" max={MAX_WEIGHT.to_string()} step="1"
                value={weight.to_string()} aria-label={attr(&need.name)} aria-valuetext={spoken}
                aria-describedby={question.clone()} {oninput} />
            <p class="ovc-note" id={question}>{ rich(&need.question) }</p>
        </li>
    }
}
