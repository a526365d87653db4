//! A period in words.

use yew::prelude::*;

use crate::dataset::Era;
use crate::locale::fill;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, rich};

/// What marks a period, and the sources for it. With `on_zoom`, its name is a button.
pub(in crate::ui) fn era_note(app: &App, era: &Era, on_zoom: Option<Callback<MouseEvent>>) -> Html {
    let name = attr(&era.name);
    let name = match on_zoom {
        Some(onclick) => {
            html! { <button type="button" class="ovc-link" {onclick}>{ name }</button> }
        }
        None => html! { name },
    };
    html! {
        <div key={format!("era {}", era.id)} class="ovc-era-note" data-era={attr(&era.id)}>
            { era_text(app, era, name) }
            { source_details(app, &era.sources) }
        </div>
    }
}

/// What marks a period, under its dates and its name.
pub(in crate::ui) fn era_text(app: &App, era: &Era, name: Html) -> Html {
    let from = app.formats.date(era.start);
    let dates = match era.end {
        Some(end) => fill(
            app.words.date_until,
            &[("from", &from), ("to", &app.formats.date(end))],
        ),
        None => fill(app.words.date_since, &[("from", &from)]),
    };
    html! {
        <>
            <p class="ovc-era-dates">{ dates }</p>
            { app.heading(2, "ovc-era-name", name) }
            if let Some(summary) = &era.summary {
                <p>{ rich(summary) }</p>
            }
        </>
    }
}
