//! A part of a view inside another view: the real components in a state of their own.

use yew::prelude::*;

use super::context::{App, ViewContext, use_app, use_view_context};
use super::hooks::use_width;
use super::settings::SettingsChange;
use super::store::{Change, Store};
use crate::dataset::Vocabulary;
use crate::locale::fill;
use crate::state::{Action, View, ViewState};

#[derive(PartialEq, Properties)]
pub(super) struct ExcerptProps {
    /// The state in which it starts. Its view is the one that is shown.
    pub start: ViewState,
}

/// The heart of a view. The reader can use it; what they follow out of it leads to the whole view, and so does the
/// button under it.
#[component]
pub(super) fn Excerpt(props: &ExcerptProps) -> Html {
    let (outer, around) = (use_app(), use_view_context());
    let view = props.start.view;
    let store = use_reducer_eq(|| Store::new(&around.source, &[view], &props.start));
    let node = use_node_ref();
    let width = use_width(&node).unwrap_or(around.width);
    {
        let dispatcher = store.dispatcher();
        use_effect_with(around.state.definition, move |definition| {
            dispatcher.dispatch(Change::Do(Action::SetDefinition(*definition)));
        });
    }
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_callback(outer.dispatch.clone(), move |action: Action, outer| {
            if !leads_away(&action, view) {
                dispatcher.dispatch(Change::Do(action));
            } else if matches!(action, Action::Follow(..)) {
                outer.emit(action);
            } else {
                outer.emit(Action::Follow(Box::new(action), None));
            }
        })
    };
    let set = {
        let dispatcher = store.dispatcher();
        use_callback((), move |settings: SettingsChange, ()| {
            dispatcher.dispatch(Change::Set(settings));
        })
    };
    let app = App {
        data: store.data.clone(),
        definition: store.state.definition,
        rule: store.rule.clone(),
        dispatch,
        heading_level: outer.heading_level.saturating_add(1),
        news: AttrValue::default(),
        is_excerpt: true,
        ..outer.clone()
    };
    let current = ViewContext {
        state: store.state.clone(),
        settings: store.settings.clone(),
        set,
        width,
        node: node.clone(),
        static_view: None,
        was_drawn: true,
        on_drawn: Callback::noop(),
        ..around.clone()
    };
    html! {
        <div class="ovc-inset">
            <div class="ovc-inset-view" ref={node}>
                <ContextProvider<App> context={app}>
                    <ContextProvider<ViewContext> context={current}>
                        { around.render.emit(view) }
                    </ContextProvider<ViewContext>>
                </ContextProvider<App>>
            </div>
            { see_all(&outer, &around, &store.state) }
        </div>
    }
}

/// Whether an action of an excerpt leads out of it, to another view.
fn leads_away(action: &Action, view: View) -> bool {
    match action {
        Action::Show(to) | Action::Visit(to, _) => *to != view,
        Action::GoTo(_) => view != View::Timeline,
        Action::Follow(action, _) => leads_away(action, view),
        _ => false,
    }
}

/// The way to the whole view, in the state of the excerpt; nothing where that view is not shown.
fn see_all(app: &App, around: &ViewContext, state: &ViewState) -> Html {
    let view = state.view;
    let views = &around.state.views;
    if !views.is_empty() && !views.contains(&view) {
        return Html::default();
    }
    let text = fill(app.words.story.see_all, &[("view", app.words.view(view))]);
    if !app.is_live() {
        return html! { <p class="ovc-see-all"><a href={anchor(state)}>{ text }</a></p> };
    }
    let whole = ViewState {
        step: around.state.step.clone(),
        weights: around.state.weights.clone(),
        ..state.clone()
    };
    let onclick = app.on(move || {
        let show = Action::Replace(whole.clone());
        Action::Follow(Box::new(show), None)
    });
    html! {
        <p class="ovc-see-all">
            <button type="button" class="ovc-link" {onclick}>{ text }</button>
        </p>
    }
}

/// The place in the static page that an excerpt is taken from.
fn anchor(state: &ViewState) -> String {
    match (&state.question, &state.event) {
        (Some(question), _) => format!("#compare-{question}"),
        (None, Some(event)) => format!("#{event}"),
        (None, None) => format!("#{}", state.view.as_str()),
    }
}
