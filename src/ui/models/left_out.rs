//! What is not in a chart.

use yew::prelude::*;

use crate::locale::fill;
use crate::ui::context::App;

/// Why models are not in a chart, and how many they are.
pub(super) struct LeftOut {
    /// A sentence with a place for the number of models.
    pub pattern: &'static str,
    pub models: usize,
}

/// What is not in a chart of `shown` models, in words: what the filters leave out, and what is
/// missing for other reasons. Empty where everything is in it.
pub(super) fn left_out(app: &App, shown: usize, reasons: &[LeftOut]) -> String {
    let filtered = LeftOut {
        pattern: app.words.left_out_filtered,
        models: app.data.models().len().saturating_sub(shown),
    };
    let sentences: Vec<String> = std::iter::once(&filtered)
        .chain(reasons)
        .filter(|reason| reason.models > 0)
        .map(|reason| {
            fill(
                reason.pattern,
                &[("models", &app.words.models(reason.models))],
            )
        })
        .collect();
    sentences.join(" ")
}

/// In place of a chart with nothing in it.
pub(super) fn empty_chart(app: &App, left_out: &str) -> Html {
    html! { <p class="ovc-sentence">{ format!("{} {left_out}", app.words.chart_empty) }</p> }
}
