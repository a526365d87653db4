//! The live widget: state at the root, tabs, the view in front.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::Formats;
use super::chunks;
use super::definition::{definition, told};
use super::event::{Years, year_list};
use super::hooks;
use super::memory::{Remembered, changing, put};
use super::shared::{Shared, Surface};
use super::stage::Stage;
use super::tabs::{self, tabs};
use super::timeline::{self, Follow};
use crate::dataset::{Dataset, Side, Vocabulary};
use crate::gather::Gather;
use crate::joined::Joined;
use crate::messages::{ENGLISH, fill};
use crate::query::Table;
use crate::state::{Action, View, ViewState, reduce};
use crate::text;
use crate::ui::markup::html;

/// A data set that is shared and compared by address.
#[derive(Clone, Debug)]
pub struct SharedDataset {
    data: Rc<Dataset>,
    /// The table of its events, where that has been made.
    pub(super) table: Option<Rc<Table>>,
}

impl SharedDataset {
    /// A data set with the table of its events: with very many events that takes longer than a frame.
    pub fn with_table(data: Dataset, table: Table) -> Self {
        Self {
            data: Rc::new(data),
            table: Some(Rc::new(table)),
        }
    }
}

impl From<Dataset> for SharedDataset {
    fn from(data: Dataset) -> Self {
        Rc::new(data).into()
    }
}

impl From<Rc<Dataset>> for SharedDataset {
    fn from(data: Rc<Dataset>) -> Self {
        Self { data, table: None }
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
        &self.data
    }
}

impl PartialEq for SharedDataset {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
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
    /// Which of the widgets it is that one application shows one after another, each from its beginning;
    /// with `None` it shows nothing and listens to nothing. Yew never takes its listeners off an
    /// application's root, hence whoever mounts many widgets uses an application again.
    #[prop_or(Some(0))]
    pub turn: Option<u32>,
    /// Called after every change of the state.
    #[prop_or_default]
    pub on_change: Callback<ViewState>,
    /// Called once with the way to send actions from outside.
    #[prop_or_default]
    pub on_mount: Callback<Callback<Action>>,
    /// Called once when the whole view is drawn.
    #[prop_or_default]
    pub on_ready: Callback<()>,
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
    let remembered = use_mut_ref(|| Remembered::new(props));
    let update = use_force_update();
    let memory = (Rc::downgrade(&remembered), update.clone());
    if remembered.borrow().turn != props.turn {
        remembered.replace(Remembered::new(props));
    }
    if remembered.borrow().seen.is_none() {
        let remembered = &mut *remembered.borrow_mut();
        remembered.dispatch = changing(&memory, |memory, action| {
            memory.is_moved_now = false;
            if matches!(action, Action::Visit(View::Models, _)) {
                // The one asked for may be of another year.
                memory.settings.year = None;
            }
            let next = memory.seen.as_ref();
            let next = next.map(|seen| reduce(&memory.state, action, &seen.source));
            next.is_some_and(|next| put(&mut memory.state, next))
        });
        remembered.set = changing(&memory, |memory, settings| {
            put(&mut memory.settings, settings)
        });
    }
    {
        let on_mount = props.on_mount.clone();
        let remembered = remembered.clone();
        use_effect_with(props.turn, move |turn| {
            let guards = turn.map(|_| {
                let (node, dispatch) = {
                    let memory = remembered.borrow();
                    (memory.node.clone(), memory.dispatch.clone())
                };
                let resized = changing(&memory, |memory, width| put(&mut memory.width, width));
                let printed = changing(&memory, |memory, printing| {
                    put(&mut memory.printing, printing)
                });
                on_mount.emit(dispatch);
                (hooks::on_resize(&node, resized), hooks::on_print(printed))
            });
            move || drop(guards)
        });
    }
    let turn = props.turn;
    let drawn = turn.map(|_| draw(props, &mut remembered.borrow_mut(), &update));
    let (view, follow, is_loading) = drawn.unwrap_or_default();
    let (on_change, on_ready) = (props.on_change.clone(), props.on_ready.clone());
    use_effect(move || {
        if turn.is_none() {
            return;
        }
        let is_more = rendered(&remembered, follow, &on_change);
        if is_loading {
            // Drawn again when the chunk has come.
        } else if !is_more {
            let was_ready = {
                let memory = &mut *remembered.borrow_mut();
                memory.axis.finish();
                core::mem::replace(&mut memory.is_ready, true)
            };
            if !was_ready {
                on_ready.emit(());
            }
        } else if remembered.borrow().is_ready {
            update.force_update();
        } else {
            // The first drawing is the longest: each step of it in a task of its own.
            hooks::later(0, move || update.force_update());
        }
    });
    view
}

/// The widget as it is now, and what is to be done when it stands on the page.
fn draw(
    props: &AppProps,
    memory: &mut Remembered,
    update: &UseForceUpdateHandle,
) -> (Html, Option<Follow>, bool) {
    let seen = memory.seen(&props.data);
    let (state, node, width) = (&memory.state.clone(), memory.node.clone(), memory.width);
    let mut shared = Shared {
        data: seen.data,
        definition: seen.definition,
        rule: seen.rule,
        formats: props.formats.clone(),
        messages: &ENGLISH,
        dispatch: memory.dispatch.clone(),
        surface: Surface::Live,
        heading_level: props.heading_level,
        news: AttrValue::default(),
        highlight: Rc::default(),
    };
    let moved = memory.moved.map(|(from, moves)| told(&shared, from, moves));
    let moved = AttrValue::from(moved.unwrap_or_default());
    if memory.is_moved_now {
        shared.news = moved.clone();
    }
    let stage = Stage {
        shared: &shared,
        state,
        settings: &memory.settings,
        set: &memory.set,
        width,
        node: node.clone(),
    };
    let views = available(&props.views, &props.data);
    let active = if views.contains(&state.view) {
        state.view
    } else {
        views.first().copied().unwrap_or_default()
    };
    let mut follow = None;
    if active != View::Timeline {
        memory.timeline = None;
    }
    let mut is_loading = false;
    let mut loading = || {
        is_loading = true;
        let update = update.clone();
        chunks::load(active, move || update.force_update());
        Html::default()
    };
    let view = match active {
        // What stands around the view comes first, in a task of its own.
        _ if memory.told.is_none() => Html::default(),
        View::Timeline => {
            let timeline = &mut memory.timeline;
            let update = update.clone();
            let timeline = timeline.get_or_insert_with(|| {
                let cache = timeline::Cache::of(&props.data, &props.data.table);
                timeline::Memory::new(props.as_list, memory.axis.clone(), cache, update)
            });
            match chunks::timeline() {
                Some(draw) => {
                    let (view, after) = draw(&stage, timeline);
                    follow = Some(after);
                    view
                }
                None => loading(),
            }
        }
        View::Compare => chunks::compare().map_or_else(loading, |draw| draw(&stage)),
        View::Models => chunks::models().map_or_else(loading, |draw| draw(&stage)),
    };
    let view = html! { <>{ definition(&shared, moved) }{ view }</> };
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
            if memory.printing {
                <div class="ovc-paper">
                    { spread(&stage, Surface::Print, &views, &|stage| {
                        let all: Vec<u32> = (0..).take(stage.shared.data.events().len()).gather();
                        year_list(stage.shared, &all, None, &mut Years::default())
                    }) }
                </div>
            }
        </div>
    };
    let view = frame(&shared, props.left_out, content);
    (view, follow, is_loading)
}

/// What is done after each rendering; whether there is more to be drawn.
fn rendered(
    remembered: &RefCell<Remembered>,
    follow: Option<Follow>,
    on_change: &Callback<ViewState>,
) -> bool {
    // Nothing of it is borrowed while focus moves: what hears of that may change the memory.
    let (state, told, places, node) = {
        let memory = &mut *remembered.borrow_mut();
        let state = memory.state.clone();
        let told = memory.told.replace(state.clone());
        let places = core::mem::take(&mut memory.places);
        (state, told, places, memory.node.clone())
    };
    let is_more = told.is_none() || follow.is_some_and(Follow::rendered);
    hooks::move_from(&places);
    if told.as_ref() == Some(&state) {
        return is_more;
    }
    let before = told.and_then(|told| told.target);
    let target = state.target.as_ref();
    if let Some(id) = target.filter(|id| before.as_ref() != Some(*id)) {
        hooks::visit(&node, id);
    }
    on_change.emit(state);
    is_more
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
            View::Compare => chunks::compare()
                .map(|draw| draw(&stage))
                .unwrap_or_default(),
            View::Models => chunks::models()
                .map(|draw| draw(&stage))
                .unwrap_or_default(),
        };
        html! {
            <section class="ovc-panel is-static" part="panel" id={(surface == Surface::Static).then_some(view.as_str())}
                aria-label={shared.messages.view(*view)}>
                { content }
            </section>
        }
    };
    html! { <>{ definition(&shared, AttrValue::default()) }{ for views.iter().map(view) }</> }
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
                <p class="ovc-about">{ about.joined(" · ") }</p>
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
