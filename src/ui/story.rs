//! The story: a takeaway, and the argument in a few steps, each beside an illustration that can be used.

mod citations;
mod steps;

use yew::prelude::*;

use super::components::terms::terms;
use super::context::{App, ViewContext, attr, use_app, use_view_context};
use super::excerpt::Excerpt;
use super::hooks::{use_on_mounted, use_target};
use crate::dataset::{Story as StoryData, StoryStep};
use crate::state::{ViewState, keys};
use citations::{cited_text, numbered_sources, takeaway};
use steps::{StepFrame, use_steps};

/// The view: one step at a time in the browser, all of them as an article elsewhere.
#[component]
pub(super) fn Story() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    use_target(&current.node, current.state.target.as_ref());
    let Some(story) = &app.data.document.story else {
        return Html::default();
    };
    html! {
        <div class="ovc-story">
            { app.heading(1, "ovc-hidden", html! { app.words.view_story }) }
            if app.is_live() {
                <LiveStory />
            } else {
                { takeaway(&app, story) }
                { for story.steps.iter().map(|step| article_step(&app, &current, step)) }
            }
        </div>
    }
}

/// The story in the browser.
#[component]
fn LiveStory() -> Html {
    let (app, current) = (use_app(), use_view_context());
    let node = use_node_ref();
    let position = (current.state.step.as_deref()).and_then(|id| app.data.step_position(id));
    let position = position.unwrap_or_default();
    let frame = use_steps(&app, &node, position);
    let story = app.data.document.story.as_ref();
    let Some((story, step)) = story.and_then(|story| Some((story, story.steps.get(position)?)))
    else {
        return Html::default();
    };
    live_step(&app, &current, story, step, position, &frame, node)
}

/// The step in front, with the ways to the others.
fn live_step(
    app: &App,
    current: &ViewContext,
    story: &StoryData,
    step: &StoryStep,
    position: usize,
    frame: &StepFrame,
    node: NodeRef,
) -> Html {
    html! {
        <div class="ovc-steps-of-story" onkeydown={frame.onkeydown.clone()} ref={node}>
            if position == 0 {
                { takeaway(app, story) }
            }
            { frame.list.clone() }
            <section class="ovc-step" key={step.id.to_string()} data-id={attr(&step.id)} lang={app.lang_of(&step.id)}
                aria-labelledby="ovc-step-title">
                <div class="ovc-step-text">
                    <div class="ovc-step-head" id="ovc-step-title" tabindex="-1">
                        { app.heading(1, "ovc-section-title", html! { attr(&step.title) }) }
                    </div>
                    <p>{ cited_text(app, &step.text, &step.sources) }</p>
                    { terms(app, &[&step.text]) }
                    { numbered_sources(app, &step.sources) }
                    { frame.stepper.clone() }
                </div>
                { illustration(app, current, step) }
            </section>
        </div>
    }
}

/// A step of the article.
fn article_step(app: &App, current: &ViewContext, step: &StoryStep) -> Html {
    html! {
        <section class="ovc-step" id={format!("story-{}", step.id)} data-id={attr(&step.id)} lang={app.lang_of(&step.id)}>
            <div class="ovc-step-text">
                { app.heading(1, "ovc-section-title", html! { attr(&step.title) }) }
                <p>{ cited_text(app, &step.text, &step.sources) }</p>
                { numbered_sources(app, &step.sources) }
            </div>
            { illustration(app, current, step) }
        </section>
    }
}

/// The illustration of a step; nothing where the step has none.
fn illustration(app: &App, current: &ViewContext, step: &StoryStep) -> Html {
    if step.state.is_empty() {
        return Html::default();
    }
    let start = ViewState {
        order: current.state.order,
        definition: current.state.definition,
        ..ViewState::default()
    };
    let mut state = start.clone();
    for (key, value) in &step.state {
        keys::set(&mut state, &start, key, value.as_slice(), &app.data);
    }
    // A story inside a story would have no end.
    if state.view == start.view {
        return Html::default();
    }
    html! {
        <div class="ovc-illustration">
            <Excerpt key={step.id.to_string()} start={state} />
        </div>
    }
}
