//! What the sides mean, in one line.

use yew::prelude::*;

use super::definition::definition_name;
use super::disclosure::disclosure_of;
use super::side::icon;
use crate::dataset::{Side, Vocabulary};
use crate::locale::fill;
use crate::ui::context::App;

/// The four sides in one line, one stop for the keyboard. It unfolds to all that stands there.
pub(in crate::ui) fn sides_legend(app: &App) -> Html {
    let words = app.words;
    let definition = definition_name(app, app.definition);
    let side = |side: &Side| {
        let (brief, full) = match side {
            Side::Open => (words.side_open_brief, words.side_open_full),
            Side::Mixed => (words.side_mixed_brief, words.side_mixed_full),
            Side::Closed => (words.side_closed_brief, words.side_closed_full),
            Side::Context => (words.side_context_brief, words.side_context_full),
        };
        let name =
            html! { <>{ icon(*side) }<strong>{ words.side(*side) }{ ":" }</strong>{ " " }</> };
        let full = fill(full, &[("definition", &definition)]);
        (
            html! { <span>{ name.clone() }{ brief }</span> },
            html! { <p>{ name }{ full }</p> },
        )
    };
    let (briefs, texts): (Vec<Html>, Vec<Html>) = Side::ALL.iter().map(side).unzip();
    disclosure_of(
        app,
        "ovc-sides",
        briefs.into_iter().collect(),
        texts.into_iter().collect(),
    )
}
