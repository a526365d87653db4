//! The widget: state, contexts, tabs, and the active view. Given a data set and options; it
//! notifies the host of every change of the state.

use std::rc::Rc;

use yew::prelude::*;

use super::all_views::all_views;
use super::chunks::{ChunkPanel, is_loaded};
use super::components::select::{SelectOption, select};
use super::components::{DefinitionSwitch, moves_in_words};
use super::context::{
    App, Notes, Surface, ViewContext, flag, use_app, use_setting, use_view_context,
};
use super::dataset_prop::SharedDataset;
use super::fold::fold;
use super::frame::frame;
use super::hooks::{
    SharedMeasure, use_flip, use_next_task, use_print, use_print_when, use_translated, use_width,
};
use super::store::{Change, Store};
use super::tabs::{Tabs, panel_id, tab_id};
use crate::dataset::Vocabulary;
use crate::definition::DefinitionChange;
use crate::locale::{ENGLISH, Formats, Messages, fill};
use crate::query::Filters;
use crate::state::{Action, View, ViewState, available_views};

/// Props of the widget.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The data set.
    pub data: SharedDataset,
    /// Which views exist, in this order; empty means all. One alone shows no tab bar.
    #[prop_or_default]
    pub views: Vec<View>,
    /// The state in which the widget starts.
    #[prop_or_default]
    pub start: ViewState,
    /// The words of the interface: English, or those of another language.
    #[prop_or(&ENGLISH)]
    pub messages: &'static Messages,
    /// The languages to choose from, each a tag and its own name; fewer than two offer no choice.
    #[prop_or_default]
    pub languages: Vec<(AttrValue, AttrValue)>,
    /// Dates in words.
    #[prop_or_else(Formats::iso)]
    pub formats: Formats,
    /// Level of the widget's own heading, 1 to 5.
    #[prop_or(2)]
    pub heading_level: u8,
    /// How many records of the data set were left out.
    #[prop_or_default]
    pub left_out: usize,
    /// Width of the container in CSS pixels where it is known before the first rendering, so that
    /// the first rendering fits.
    #[prop_or(720.0)]
    pub width: f64,
    /// Whether the first view starts as the static one, with all events or questions below one another: for
    /// a reader who was in the middle of it when the live view replaced it.
    #[prop_or_default]
    pub as_static: bool,
    /// Called after every change of the state.
    #[prop_or_default]
    pub on_change: Callback<ViewState>,
    /// Called once with a callback by which the host sends actions.
    #[prop_or_default]
    pub on_mount: Callback<Callback<Action>>,
    /// Called once when the whole view is drawn.
    #[prop_or_default]
    pub on_ready: Callback<()>,
    /// Called when the code of a view cannot be loaded. Where that is the first view, `on_ready` is not
    /// called.
    #[prop_or_default]
    pub on_failed: Callback<()>,
}

/// The widget as a Yew component.
///
/// ```ignore
/// html! { <OpenVsClosed data={data} /> }
/// ```
///
/// Its style sheet is [`crate::style::STYLESHEET`]; adopt it once in the document or shadow root.
#[component]
pub fn OpenVsClosed(props: &AppProps) -> Html {
    let store = use_reducer_eq(|| Store::new(&props.data, &props.views, &props.start));
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action, ()| {
            dispatcher.dispatch(Change::Do(action));
        })
    };
    let set = {
        let dispatcher = store.dispatcher();
        use_callback((), move |settings, ()| {
            dispatcher.dispatch(Change::Set(settings));
        })
    };
    {
        let dispatcher = store.dispatcher();
        use_effect_with(props.data.clone(), move |data| {
            dispatcher.dispatch(Change::Load(data.clone()));
        });
    }
    {
        let (on_mount, dispatch) = (props.on_mount.clone(), dispatch.clone());
        use_effect_with((), move |()| on_mount.emit(dispatch));
    }
    let node = use_node_ref();
    let width = use_width(&node).unwrap_or(props.width);
    use_translated(&node);
    use_flip(&node, ".ovc-axis [data-id]", store.state.definition);
    // The view that is asked for may have no data.
    let static_view = use_memo((), |()| props.as_static.then_some(store.state.view));
    let (on_drawn, was_drawn) = use_once(&props.on_ready);
    let text_measure = use_memo((), |()| SharedMeasure::default());
    {
        let on_change = props.on_change.clone();
        use_effect_with(store.state.clone(), move |state| {
            on_change.emit((**state).clone());
        });
    }

    let mut app = App {
        data: store.data.clone(),
        definition: store.state.definition,
        rule: store.rule.clone(),
        formats: props.formats.clone(),
        words: props.messages,
        dispatch,
        surface: Surface::Live,
        heading_level: props.heading_level,
        news: AttrValue::default(),
        notes: Notes::default(),
        is_excerpt: false,
    };
    if let Some(moved) = &store.moved {
        app.news = moves_in_words(&app, moved).into();
    }
    let current = ViewContext {
        source: props.data.clone(),
        state: store.state.clone(),
        settings: store.settings.clone(),
        set,
        width,
        node: node.clone(),
        static_view: *static_view,
        was_drawn,
        on_drawn,
        render: use_callback(
            (),
            |view, ()| html! { <ChunkPanel {view} on_failed={Callback::noop()} /> },
        ),
        text_measure: (*text_measure).clone(),
    };
    let views = html! {
        <div class="ovc-views" ref={node}>
            <Views asked={props.views.clone()} languages={props.languages.clone()} moved={store.moved.clone()} on_failed={props.on_failed.clone()} />
        </div>
    };
    let tools = language_switch(&app, &props.languages);
    let content = frame(&app, props.left_out, tools, views);
    html! {
        <ContextProvider<App> context={app}>
            <ContextProvider<ViewContext> context={current}>{ content }</ContextProvider<ViewContext>>
        </ContextProvider<App>>
    }
}

/// The languages to choose from; nothing where there is no choice. The page brings the words.
fn language_switch(app: &App, languages: &[(AttrValue, AttrValue)]) -> Html {
    if languages.len() < 2 {
        return Html::default();
    }
    let options = languages.iter();
    let options = options.map(|(tag, name)| SelectOption::new(tag.clone(), name.clone()));
    let options: Vec<SelectOption> = options.collect();
    let dispatch = app.dispatch.clone();
    let on_select = Callback::from(move |tag: String| dispatch.emit(Action::SetLang(tag.into())));
    html! {
        <div class="ovc-languages">
            { select(app.words.language, &options, &app.data.meta().lang, &on_select) }
        </div>
    }
}

/// A callback that calls `callback` the first time only, and whether it has been called.
#[hook]
fn use_once(callback: &Callback<()>) -> (Callback<()>, bool) {
    let is_done = use_mut_ref(|| false);
    let once = {
        let is_done = is_done.clone();
        use_callback(callback.clone(), move |(), callback: &Callback<()>| {
            if !is_done.replace(true) {
                callback.emit(());
            }
        })
    };
    (once, *is_done.borrow())
}

/// The way back to where a reference was followed from.
fn back_button(app: &App, back: &ViewState) -> Html {
    let event = back
        .event
        .as_deref()
        .filter(|_| back.view == View::Timeline);
    let event = event.and_then(|id| app.data.event(id));
    let place = event.map_or(app.words.view(back.view), |event| &*event.title);
    html! {
        <div class="ovc-back">
            <button type="button" class="ovc-button" onclick={app.on(|| Action::Back)}>
                { fill(app.words.back_to, &[("place", place)]) }
            </button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ViewsProps {
    /// The requested views; empty means all.
    asked: Vec<View>,
    languages: Vec<(AttrValue, AttrValue)>,
    /// What the last action has moved, where that was a switch of the definition.
    moved: Option<Rc<DefinitionChange>>,
    on_failed: Callback<()>,
}

/// The tabs, the active view, and what is printed while the page is being printed: the active view as it
/// is set, or all of them where the reader asks for everything.
#[component]
fn Views(props: &ViewsProps) -> Html {
    let app = use_app();
    let current = use_view_context();
    let is_framed = use_next_task();
    let end = use_node_ref();
    let is_printing = use_print(&end);
    let on_everything = use_setting(&current, |settings, is_on| {
        settings.prints_everything = is_on
    });
    let print_everything = on_everything.reform(|_: MouseEvent| true);
    let views = available_views(&props.asked, &current.source);
    let state = &current.state;
    let active = if views.contains(&state.view) {
        state.view
    } else {
        views.first().copied().unwrap_or_default()
    };
    let is_everything = current.settings.prints_everything;
    use_print_when(&end, is_everything, on_everything);
    let mut on_paper = views.clone();
    on_paper.retain(|view| is_loaded(*view) && (is_everything || *view == active));
    let mut printed = current.clone();
    if is_everything {
        printed.settings.year = None;
        printed.state = Rc::new(ViewState {
            filters: Filters::default(),
            search: ViewState::default().search,
            range: None,
            ..(*current.state).clone()
        });
    }
    // The parts around the view are drawn first, in a separate task.
    let back = state.back.as_deref();
    let is_timeline = active == View::Timeline;
    let panel = html! {
        <>
            if let Some(back) = back {
                { back_button(&app, back) }
            }
            if is_timeline {
                { fold(&app, &current) }
            }
            if active != View::Story && active != View::Sources {
                <DefinitionSwitch moved={props.moved.clone()} />
            }
            if is_framed {
                <ChunkPanel key={active.as_str()} view={active} on_failed={props.on_failed.clone()} />
            }
        </>
    };
    let is_folded = is_timeline && !current.settings.is_unfolded;
    let class = classes!("ovc-panel", is_folded.then_some("is-folded"));
    html! {
        <>
            if views.len() > 1 {
                <Tabs views={views.clone()} {active} />
                <div {class} role="tabpanel" part="panel" id={panel_id(active)}
                    key={active.as_str()} aria-labelledby={tab_id(active)}>{ panel }</div>
            } else {
                <div {class} part="panel" key={active.as_str()}>{ panel }</div>
            }
            <div class="ovc-end is-live" ref={end}>
                <button type="button" class="ovc-link" onclick={print_everything}>
                    { app.words.print_everything }
                </button>
                // At the head in a wide container, where it takes no room of its own.
                { language_switch(&app, &props.languages) }
            </div>
            if (is_printing || is_everything) && !on_paper.is_empty() {
                <div class="ovc-paper" key={flag(is_everything)}>
                    { all_views(Surface::Print, &on_paper, Html::default(), &app, &printed) }
                </div>
            }
        </>
    }
}
