//! The ways from step to step: a list, two buttons, and keys.

use yew::prelude::*;

use crate::dataset::{StoryStep, Text};
use crate::locale::fill;
use crate::state::Action;
use crate::ui::context::{App, attr};
use crate::ui::hooks;

/// What stands around the step in front.
pub(super) struct StepFrame {
    /// All steps as buttons.
    pub list: Html,
    /// Previous and next.
    pub stepper: Html,
    /// Left and right go from step to step.
    pub onkeydown: Callback<KeyboardEvent>,
}

/// The ways to other steps from the one at a position. `node` is the element around them.
#[hook]
pub(super) fn use_steps(app: &App, node: &NodeRef, position: usize) -> StepFrame {
    let steps = app.data.document.story.as_ref();
    let steps = steps.map_or(&[][..], |story| &story.steps);
    let go = {
        let (dispatch, node) = (app.dispatch.clone(), node.clone());
        Callback::from(move |id: Text| {
            dispatch.emit(Action::SetStep(id));
            let node = node.clone();
            // Once the step is drawn.
            hooks::run_later(0, move || {
                if let Some(title) = hooks::first(&node, ".ovc-step-head") {
                    hooks::focus_element(&title);
                    hooks::scroll_to(&title, hooks::Block::Nearest);
                }
            });
        })
    };
    let step = |at: Option<usize>| at.and_then(|at| steps.get(at));
    let (previous, next) = (step(position.checked_sub(1)), step(position.checked_add(1)));
    let id = |step: Option<&StoryStep>| step.map(|step| step.id.clone());
    let (previous_id, next_id) = (id(previous), id(next));
    let words = &app.words.story;
    let place = fill(
        words.step_place,
        &[
            ("n", &(position + 1).to_string()),
            ("total", &steps.len().to_string()),
        ],
    );
    let next_label = next.map(|step| fill(words.next_step_named, &[("title", &step.title)]));
    let list = steps.iter().enumerate().map(|(at, step)| {
        let id = step.id.clone();
        html! {
            <li>
                <button type="button" class="ovc-step-link" aria-current={(at == position).then_some("step")}
                    onclick={go.reform(move |_: MouseEvent| id.clone())}>
                    <span class="ovc-step-number">{ at + 1 }</span>
                    <span class="ovc-step-name">{ attr(&step.title) }</span>
                </button>
            </li>
        }
    });
    StepFrame {
        list: html! {
            <nav class="ovc-step-list" aria-label={words.steps}><ol>{ for list }</ol></nav>
        },
        stepper: html! {
            <div class="ovc-stepper">
                { step_button(words.previous_step, app.words.previous.into(), previous_id.clone(), &go) }
                { step_button(words.next_step, next_label.unwrap_or_else(|| app.words.next.to_owned()), next_id.clone(), &go) }
                <span class="ovc-place">{ place }</span>
                <span class="ovc-keys">{ words.keys }</span>
            </div>
        },
        onkeydown: on_key(previous_id, next_id, app.is_rtl(), &go),
    }
}

/// A button to a step. At an end it stays and does nothing: a disabled button would lose focus.
fn step_button(name: &'static str, label: String, to: Option<Text>, go: &Callback<Text>) -> Html {
    let is_disabled = to.is_none();
    let onclick = match to {
        Some(id) => go.reform(move |_: MouseEvent| id.clone()),
        None => Callback::noop(),
    };
    let name = (!label.contains(':')).then_some(name);
    html! {
        <button type="button" class="ovc-button" aria-label={name} aria-disabled={is_disabled.then_some("true")} {onclick}>
            { label }
        </button>
    }
}

/// Left and right, but not inside the illustration, which has keys of its own.
fn on_key(
    previous: Option<Text>,
    next: Option<Text>,
    is_rtl: bool,
    go: &Callback<Text>,
) -> Callback<KeyboardEvent> {
    let go = go.clone();
    Callback::from(move |event: KeyboardEvent| {
        if hooks::closest(&event, ".ovc-illustration, input, select").is_some() {
            return;
        }
        let to = match hooks::key(&event).as_deref() {
            Some("ArrowRight") if is_rtl => &previous,
            Some("ArrowLeft") if is_rtl => &next,
            Some("ArrowRight") => &next,
            Some("ArrowLeft") => &previous,
            _ => return,
        };
        event.prevent_default();
        if let Some(id) = to {
            go.emit(id.clone());
        }
    })
}
