//! The live region of a view.

use yew::prelude::*;

use crate::ui::context::App;

/// Announces a text to screen readers, or what a switch of the definition has just changed. It is
/// the only live region of its view. The static page and the printed page have none, nor has an excerpt.
pub(in crate::ui) fn status(app: &App, text: AttrValue) -> Html {
    if !app.is_live() || app.is_excerpt {
        return Html::default();
    }
    let text = if app.news.is_empty() {
        text
    } else {
        app.news.clone()
    };
    html! { <p class="ovc-hidden" role="status">{ text }</p> }
}
