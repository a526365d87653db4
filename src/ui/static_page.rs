//! The static page: every view one below another, complete without a script.

use std::rc::Rc;

use yew::prelude::*;

use super::all_views::all_views;
use super::chunks::render_loaded;
use super::context::{App, Notes, Surface, ViewContext};
use super::dataset_prop::SharedDataset;
use super::fold::fold;
use super::frame::frame;
use super::hooks::SharedMeasure;
use super::settings::Settings;
use super::tabs::tab_links;
use crate::definition::{DefinitionId, Rule};
use crate::locale::{Formats, Messages};
use crate::state::{ViewState, available_views};

/// Props of the static page.
#[derive(Clone, PartialEq, Properties)]
pub struct StaticPageProps {
    /// The data set.
    pub data: SharedDataset,
    /// Dates in words.
    pub formats: Formats,
    /// The words of the interface.
    pub messages: &'static Messages,
    /// Level of the widget's own heading, 1 to 5.
    pub heading_level: u8,
}

/// All views as sections, with the same headings, text and anchors as the live view.
#[component]
pub fn StaticPage(props: &StaticPageProps) -> Html {
    let app = App {
        data: (*props.data).clone(),
        formats: props.formats.clone(),
        words: props.messages,
        dispatch: Callback::noop(),
        surface: Surface::Static,
        heading_level: props.heading_level,
        definition: DefinitionId::default(),
        rule: Rc::new(Rule::new(&props.data, DefinitionId::default())),
        news: AttrValue::default(),
        notes: Notes::default(),
        is_excerpt: false,
    };
    let current = ViewContext {
        source: props.data.clone(),
        state: Rc::new(ViewState::default()),
        settings: Settings::default(),
        set: Callback::noop(),
        width: 0.0,
        node: NodeRef::default(),
        static_view: None,
        was_drawn: false,
        on_drawn: Callback::noop(),
        render: Callback::from(render_loaded),
        text_measure: SharedMeasure::default(),
    };
    let views = available_views(&[], &props.data);
    let placeholder = html! {
        <div class="ovc-placeholder" aria-hidden="true" inert={true}>{ fold(&app, &current) }</div>
    };
    let content = html! {
        <>
            { tab_links(&app, &views) }
            { all_views(Surface::Static, &views, placeholder, &app, &current) }
        </>
    };
    frame(&app, 0, Html::default(), content)
}
