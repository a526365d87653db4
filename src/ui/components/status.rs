//! The live region of a view.

use yew::prelude::*;

use crate::ui::context::use_app;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct StatusProps {
    /// What the view has to announce.
    pub text: AttrValue,
}

/// Announces a text to screen readers, or what a switch of the definition has just changed. It is the
/// only live region of its view, and is on no static page and on no paper.
#[component]
pub(in crate::ui) fn Status(props: &StatusProps) -> Html {
    let app = use_app();
    if !app.is_live() {
        return Html::default();
    }
    let text = if app.news.is_empty() {
        &props.text
    } else {
        &app.news
    };
    html! { <p class="ovc-hidden" role="status">{ text }</p> }
}
