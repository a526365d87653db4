//! A period in words.

use yew::prelude::*;

use super::sources::source_details;
use crate::dataset::Era;
use crate::messages::fill;
use crate::ui::shared::{Shared, attr, rich};

/// What marks a period, and who says so. With `on_zoom`, its name is a button that zooms to it.
pub(in crate::ui) fn era_note(
    shared: &Shared,
    era: &Era,
    on_zoom: Option<Callback<MouseEvent>>,
) -> Html {
    let from = shared.formats.date(era.start);
    let dates = match era.end {
        Some(end) => fill(
            shared.messages.date_until,
            &[("from", &from), ("to", &shared.formats.date(end))],
        ),
        None => fill(shared.messages.date_since, &[("from", &from)]),
    };
    let name = attr(&era.name);
    let name = match on_zoom {
        Some(onclick) => {
            html! { <button type="button" class="ovc-link" {onclick}>{ name }</button> }
        }
        None => html! { name },
    };
    html! {
        <div class="ovc-era-note" key={format!("era {}", era.id)} data-era={attr(&era.id)}>
            <p class="ovc-era-dates">{ dates }</p>
            { shared.heading(2, "ovc-era-name", name) }
            if let Some(summary) = &era.summary {
                <p>{ rich(summary) }</p>
            }
            { source_details(shared, &era.sources) }
        </div>
    }
}
