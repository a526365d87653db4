//! The card of an event.

use yew::prelude::*;

use super::body::event_body;
use super::head::{card_title, close_button};
use crate::state::Action;
use crate::ui::components::side;
use crate::ui::context::{attr, use_app, use_highlight};

const TITLE_ID: &str = "ovc-card-title";

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct EventCardProps {
    /// Position of the event in the data set.
    pub event: usize,
    /// Whether the filters hide it on the timeline.
    pub is_hidden: bool,
    /// The title. It takes focus when the reader presses the mark again.
    pub title_ref: NodeRef,
    pub on_close: Callback<()>,
}

/// The card of the selected event: a region labelled by its title.
#[component]
pub(in crate::ui) fn EventCard(props: &EventCardProps) -> Html {
    let app = use_app();
    let highlight = use_highlight();
    let Some(event) = app.data.events().get(props.event) else {
        return Html::default();
    };
    // The button disappears when it is pressed, so focus moves to the title of the card.
    let clear = app.on(|| Action::ClearFilters);
    html! {
        <section class={classes!("ovc-card", side::class_of(event.side))} part="card"
            role="region" lang={app.lang_of(&event.id)} aria-labelledby={TITLE_ID} data-card={attr(&event.id)}>
            <header>
                <p class="ovc-card-date">
                    <time datetime={event.date.to_string()}>{ app.spoken_date(event) }</time>
                </p>
                { card_title(&app, TITLE_ID, &props.title_ref, highlight.marked(&event.title)) }
                { close_button(&app, &props.on_close) }
            </header>
            if props.is_hidden {
                <div class="ovc-empty">
                    <p>{ app.words.hidden_by_filters }</p>
                    <button type="button" class="ovc-button" onclick={clear}>{ app.words.clear_filters }</button>
                </div>
            }
            { event_body(&app, &highlight, props.event, event) }
        </section>
    }
}
