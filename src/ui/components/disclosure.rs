//! Content that the reader unfolds.

use yew::prelude::*;

use crate::ui::context::{App, Surface};

/// Content folded under a summary. The element is native, so that it works without scripts. On
/// paper nobody can unfold it, so it is open.
pub(in crate::ui) fn disclosure(
    app: &App,
    class: &'static str,
    summary: AttrValue,
    content: Html,
) -> Html {
    disclosure_of(app, class, html! { summary }, content)
}

/// The same under a summary with markup.
pub(in crate::ui) fn disclosure_of(
    app: &App,
    class: &'static str,
    summary: Html,
    content: Html,
) -> Html {
    html! {
        <details {class} open={app.surface == Surface::Print}>
            <summary>{ summary }</summary>
            { content }
        </details>
    }
}
