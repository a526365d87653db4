//! The live widget: state at the root, tabs, the view in front.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::Formats;
use super::compare::compare;
use super::definition::definition;
use super::event::year_list;
use super::hooks;
use super::models::models;
use super::shared::{Shared, Surface};
use super::stage::{Settings, Stage};
use super::tabs::{self, tabs};
use super::timeline::Timeline;
use crate::dataset::{Dataset, Side, Vocabulary};
use crate::definition::{Rule, moves};
use crate::gather::Gather;
use crate::messages::{ENGLISH, fill};
use crate::state::{Action, View, ViewState, reduce};
use crate::text;
use crate::ui::markup::html;

/// A data set that is shared and compared by address.
#[derive(Clone, Debug)]
pub struct SharedDataset(Rc<Dataset>);

impl From<Dataset> for SharedDataset {
    fn from(data: Dataset) -> Self {
        Self(Rc::new(data))
    }
}

impl From<Rc<Dataset>> for SharedDataset {
    fn from(data: Rc<Dataset>) -> Self {
        Self(data)
    }
}

impl yew::html::IntoPropValue<SharedDataset> for Dataset {
    fn into_prop_value(self) -> SharedDataset {
        self.into()
    }
}

impl Deref for SharedDataset {
    type Target = Rc<Dataset>;

    fn deref(&self) -> &Rc<Dataset> {
        &self.0
    }
}

impl PartialEq for SharedDataset {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the widget is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The data set.
    pub data: SharedDataset,
    /// Which views exist, in this order; empty means all. One alone shows no tab bar.
    #[prop_or_default]
    pub views: Vec<View>,
    /// What the reader sees first.
    #[prop_or_default]
    pub start: ViewState,
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
    /// the first rendering is the right one.
    #[prop_or(720.0)]
    pub width: f64,
    /// Whether the timeline starts as a list even where it is wide: the reader was in the middle
    /// of the static list when the widget went live.
    #[prop_or_default]
    pub as_list: bool,
    /// Called after every change of the state.
    #[prop_or_default]
    pub on_change: Callback<ViewState>,
    /// Called once with the way to send actions from outside.
    #[prop_or_default]
    pub on_mount: Callback<Callback<Action>>,
}

/// The state, and the data set that it is reduced against.
#[derive(Clone, PartialEq)]
struct Store {
    data: SharedDataset,
    state: ViewState,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self {
            state: reduce(&self.state, action, &self.data),
            data: self.data.clone(),
        })
    }
}

/// The views that are asked for and have data.
pub(crate) fn available(asked: &[View], data: &Dataset) -> Vec<View> {
    let asked = if asked.is_empty() { View::ALL } else { asked };
    let views: Vec<View> = asked
        .iter()
        .copied()
        .filter(|view| view.has_data(data))
        .gather();
    if views.is_empty() {
        vec![View::Timeline]
    } else {
        views
    }
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
    let store = use_reducer_eq(|| {
        let start = Action::Replace(props.start.clone());
        let blank = ViewState {
            views: available(&props.views, &props.data),
            ..ViewState::default()
        };
        Store {
            state: reduce(&blank, start, &props.data),
            data: props.data.clone(),
        }
    });
    let dispatch = use_memo((), |()| {
        let dispatcher = store.dispatcher();
        Callback::from(move |action: Action| dispatcher.dispatch(action))
    });
    {
        let dispatch = (*dispatch).clone();
        let on_mount = props.on_mount.clone();
        use_effect_with((), move |()| on_mount.emit(dispatch));
    }
    {
        let on_change = props.on_change.clone();
        use_effect_with(store.state.clone(), move |state| {
            on_change.emit(state.clone());
        });
    }

    let printing = hooks::use_printing();
    let node = use_node_ref();
    // The padding of the widget is part of the width that the loader measured.
    let width = hooks::use_width(&node, (props.width - 32.0).max(0.0));
    let settings = use_state_eq(Settings::default);
    let set = {
        let setter = settings.setter();
        Callback::from(move |next| setter.set(next))
    };
    let state = &store.state;
    let seen = use_memo(state.definition, |definition| {
        let rule = Rule::new(&props.data, *definition);
        (rule.seen(&props.data), Rc::new(rule))
    });
    let switch = use_mut_ref(|| (state.definition, None));
    if switch.borrow().0 != state.definition {
        let from = switch.borrow().0;
        let moved = moves(&props.data, from, state.definition);
        *switch.borrow_mut() = (state.definition, Some((from, moved)));
    }
    hooks::use_moves(&node, state.definition);
    hooks::use_visit(&node, state.target.clone());
    let shared = Shared {
        data: seen.0.clone(),
        definition: state.definition,
        rule: seen.1.clone(),
        formats: props.formats.clone(),
        messages: &ENGLISH,
        dispatch: (*dispatch).clone(),
        surface: Surface::Live,
        heading_level: props.heading_level,
        highlight: Rc::default(),
    };
    let stage = Stage {
        shared: &shared,
        state,
        settings: &settings,
        set: &set,
        width,
        node: node.clone(),
    };
    let views = available(&props.views, &props.data);
    let active = if views.contains(&state.view) {
        state.view
    } else {
        views.first().copied().unwrap_or_default()
    };
    let view = match active {
        View::Timeline => html! {
            <Timeline shared={shared.clone()} state={state.clone()} {width} as_list={props.as_list} />
        },
        View::Compare => compare(&stage),
        View::Models => models(&stage),
    };
    let view = html! { <>{ definition(&shared, switch.borrow().1) }{ view }</> };
    let content = html! {
        <div class="ovc-views" ref={node}>
            if views.len() > 1 {
                { tabs(&shared, &views, active) }
                <div class="ovc-panel" role="tabpanel" part="panel" id={tabs::panel_id(active)}
                    key={active.as_str()} aria-labelledby={tabs::tab_id(active)}>
                    { view }
                </div>
            } else {
                <div class="ovc-panel" part="panel" key={active.as_str()}>{ view }</div>
            }
            if printing {
                <div class="ovc-paper">
                    { spread(&stage, Surface::Print, &views, &|stage| {
                        let all: Vec<u32> = (0..).take(stage.shared.data.events().len()).gather();
                        year_list(stage.shared, &all, None)
                    }) }
                </div>
            }
        </div>
    };
    frame(&shared, props.left_out, content)
}

/// All views one below another, with every event and every source. Printed, the style sheet shows it in
/// place of what is on the screen, which stays as it is.
pub(super) fn spread(
    stage: &Stage<'_>,
    surface: Surface,
    views: &[View],
    timeline: &dyn Fn(&Stage<'_>) -> Html,
) -> Html {
    let shared = Shared {
        surface,
        ..stage.shared.clone()
    };
    let stage = Stage {
        shared: &shared,
        node: NodeRef::default(),
        width: WIDTH_UNKNOWN,
        ..*stage
    };
    let view = |view: &View| {
        let content = match view {
            View::Timeline => timeline(&stage),
            View::Compare => compare(&stage),
            View::Models => models(&stage),
        };
        html! {
            <section class="ovc-panel is-static" part="panel" id={(surface == Surface::Static).then_some(view.as_str())}
                aria-label={shared.messages.view(*view)}>
                { content }
            </section>
        }
    };
    html! { <>{ definition(&shared, None) }{ for views.iter().map(view) }</> }
}

/// The width for which charts are drawn where there is none to measure, in CSS pixels.
const WIDTH_UNKNOWN: f64 = 720.0;

/// What stands around the views on every surface: the heading, the date of the data, and how much
/// could not be shown.
pub(super) fn frame(shared: &Shared, left_out: usize, content: Html) -> Html {
    let meta = shared.data.meta();
    let messages = shared.messages;
    let mut about = vec![messages.events(shared.data.events().len())];
    if let Some(updated) = meta.updated {
        let date = shared.formats.date(updated);
        about.push(fill(messages.data_of, &[("date", &date)]));
    }
    html! {
        // The words have a direction of their own, whatever the page around them has.
        <div class="ovc" lang={AttrValue::from(meta.lang.clone())} dir={text::direction(&meta.lang)}>
            <header class="ovc-head">
                if !meta.title.is_empty() {
                    { shared.heading(0, "ovc-heading", html! { AttrValue::from(meta.title.clone()) }) }
                }
                <p class="ovc-about">{ about.join(" · ") }</p>
                if left_out > 0 {
                    <p class="ovc-left-out">{ messages.issues(left_out) }</p>
                }
            </header>
            { content }
        </div>
    }
}

/// The sides in the order in which they stand: the two of the argument as the state says, what is
/// both between them, context last.
pub(super) fn lane_order(open_first: bool) -> [Side; 4] {
    if open_first {
        [Side::Open, Side::Both, Side::Closed, Side::Context]
    } else {
        [Side::Closed, Side::Both, Side::Open, Side::Context]
    }
}
