//! A period in words.

use yew::prelude::*;

use crate::locale::fill;
use crate::ui::components::sources::source_details;
use crate::ui::context::{attr, rich, use_app};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct EraNoteProps {
    /// Position of the period in the data set.
    pub era: usize,
    /// Called with its position when its name is pressed; without it, the name is no button.
    #[prop_or_default]
    pub on_zoom: Option<Callback<usize>>,
}

/// What marks a period, and who says so.
#[component]
pub(in crate::ui) fn EraNote(props: &EraNoteProps) -> Html {
    let app = use_app();
    let position = props.era;
    let Some(era) = app.data.meta().eras.get(position) else {
        return Html::default();
    };
    let from = app.formats.date(era.start);
    let dates = match era.end {
        Some(end) => fill(
            app.words.date_until,
            &[("from", &from), ("to", &app.formats.date(end))],
        ),
        None => fill(app.words.date_since, &[("from", &from)]),
    };
    let name = attr(&era.name);
    let name = match &props.on_zoom {
        Some(on_zoom) => {
            let onclick = on_zoom.reform(move |_: MouseEvent| position);
            html! { <button type="button" class="ovc-link" {onclick}>{ name }</button> }
        }
        None => html! { name },
    };
    html! {
        <div class="ovc-era-note" data-era={attr(&era.id)}>
            <p class="ovc-era-dates">{ dates }</p>
            { app.heading(2, "ovc-era-name", name) }
            if let Some(summary) = &era.summary {
                <p>{ rich(summary) }</p>
            }
            { source_details(&app, &era.sources) }
        </div>
    }
}
