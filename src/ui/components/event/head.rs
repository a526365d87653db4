//! The head of a card: its title, and the button that closes it.

use yew::prelude::*;

use crate::ui::context::App;

/// The title of a card, which is labelled by `id`. It takes focus when the reader presses the mark
/// again.
pub(super) fn card_title(app: &App, id: &'static str, node: &NodeRef, title: Html) -> Html {
    html! {
        <div class="ovc-card-title" {id} tabindex="-1" ref={node.clone()}>
            { app.heading(2, "ovc-title", title) }
        </div>
    }
}

/// The button that closes a card.
pub(super) fn close_button(app: &App, on_close: &Callback<()>) -> Html {
    html! {
        <button type="button" class="ovc-close" aria-label={app.words.close}
            onclick={on_close.reform(|_: MouseEvent| ())}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3L13 13M13 3L3 13" /></svg>
        </button>
    }
}
