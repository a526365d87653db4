//! An event in a list of a few.

use yew::prelude::*;

use crate::dataset::Event;
use crate::ui::components::side;
use crate::ui::context::{App, Highlight, attr};

/// The date of an event, its side, its title as a button, and further content.
pub(super) fn member(
    app: &App,
    highlight: &Highlight,
    event: &Event,
    onclick: Callback<MouseEvent>,
    more: Html,
) -> Html {
    html! {
        <li key={event.id.to_string()}>
            <time datetime={event.date.to_string()}>{ app.formats.date(event.date) }</time>
            { side::icon(event.side) }
            <button type="button" class="ovc-link" data-id={attr(&event.id)} {onclick}>
                { highlight.marked(&event.title) }
            </button>
            { more }
        </li>
    }
}
