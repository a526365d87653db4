//! The static page: every view one below another, complete without a script.

use std::rc::Rc;

use yew::prelude::*;

use super::Formats;
use super::app::{SharedDataset, available, frame, spread};
use super::context::{App, Surface};
use super::event::{Years, year_list};
use super::filters::{FiltersProps, Unfolded, filters};
use super::stage::{Settings, Stage};
use super::tabs;
use super::timeline::{ToolbarProps, toolbar};
use crate::definition::{DefinitionId, Rule};
use crate::locale::ENGLISH;
use crate::query;
use crate::state::ViewState;
use crate::timeline::Viewport;

/// What the static page is given.
#[derive(Clone, PartialEq, Properties)]
pub struct StaticPageProps {
    /// The data set.
    pub data: SharedDataset,
    /// Dates in words.
    pub formats: Formats,
    /// Level of the widget's own heading, 1 to 5.
    pub heading_level: u8,
}

/// All views as sections, with the same headings, text and anchors as the live view.
#[component]
pub fn StaticPage(props: &StaticPageProps) -> Html {
    let app = App {
        data: (*props.data).clone(),
        formats: props.formats.clone(),
        words: &ENGLISH,
        dispatch: Callback::noop(),
        surface: Surface::Static,
        heading_level: props.heading_level,
        definition: DefinitionId::default(),
        rule: Rc::new(Rule::new(&props.data, DefinitionId::default())),
        news: AttrValue::default(),
        highlight: Rc::default(),
    };
    let views = available(&[], &props.data);
    let stage = Stage {
        app: &app,
        state: &ViewState::default(),
        settings: &Settings::default(),
        set: &Callback::noop(),
        width: 0.0,
        node: NodeRef::default(),
    };
    let content = html! {
        <>
            { tabs::links(&app, &views) }
            { spread(&stage, Surface::Static, &views, &timeline) }
        </>
    };
    frame(&app, 0, content)
}

fn timeline(stage: &Stage<'_>) -> Html {
    let (app, state) = (stage.app, stage.state);
    let selection = query::select(&app.data, &state.filters, &state.search);
    let controls = ToolbarProps {
        app: app.clone(),
        state: state.clone(),
        filters: filters(&FiltersProps {
            app,
            state,
            selection: &selection,
            search: app.words.search,
            unfolded: Unfolded::default(),
            on_unfold: Callback::noop(),
            on_search: Callback::noop(),
            node: NodeRef::default(),
        }),
        as_list: true,
        // The style sheet folds it where the container turns out to be narrow.
        narrow: false,
        viewport: Viewport::new(None, app.data.span()),
        on_layout: Callback::noop(),
        on_zoom: Callback::noop(),
    };
    html! {
        <div class="ovc-timeline" part="timeline">
            { app.heading(1, "ovc-hidden", html! { app.words.view_timeline }) }
            // Holds the place of the live controls, so that going live moves nothing.
            <div class="ovc-placeholder" aria-hidden="true" inert={true}>
                { toolbar(&controls) }
            </div>
            { year_list(app, &selection.visible, None, &mut Years::default()) }
        </div>
    }
}
