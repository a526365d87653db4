//! The frame around the views on every surface: the heading, the date of the data, and the number
//! of records left out.

use yew::prelude::*;

use super::context::App;
use crate::locale::fill;
use crate::text;

/// The frame of the widget; `left_out` is how many records of the data set were left
/// out, and `tools` are the controls of the whole widget.
pub(super) fn frame(app: &App, left_out: usize, tools: Html, content: Html) -> Html {
    let meta = app.data.meta();
    let words = app.words;
    let events = words.events(app.data.events().len());
    let date = meta.updated.map(|updated| app.formats.date(updated));
    html! {
        // The direction follows the language of the data, not the page around the widget.
        <div class="ovc" lang={AttrValue::from(meta.lang.clone())} dir={text::direction(&meta.lang)}>
            <div class="ovc-head">
                if !meta.title.is_empty() {
                    { app.heading(0, "ovc-heading", html! { AttrValue::from(meta.title.clone()) }) }
                }
                <p class="ovc-about">
                    <span class="ovc-lead">{ fill(words.lead, &[("events", &events)]) }</span>
                    if let Some(date) = date {
                        { " " }{ fill(words.data_of, &[("date", &date)]) }
                    }
                </p>
                { tools }
                if left_out > 0 {
                    <p class="ovc-left-out">{ words.issues(left_out) }</p>
                }
            </div>
            { content }
        </div>
    }
}
