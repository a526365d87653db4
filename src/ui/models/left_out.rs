//! What is not in a chart.

use yew::prelude::*;

use crate::locale::counted;
use crate::ui::context::App;

/// Why models are not in a chart, and how many they are.
pub(super) struct LeftOut {
    /// The sentence for one of them, and the sentence for several, with a place for their number.
    pub one: &'static str,
    pub many: &'static str,
    pub count: usize,
}

/// What is not in a chart of `shown` models, in words: what the filters leave out, and what is
/// missing for other reasons. Empty where everything is in it.
pub(super) fn left_out(app: &App, shown: usize, reasons: &[LeftOut]) -> String {
    let filtered = LeftOut {
        one: app.words.left_out_filtered_one,
        many: app.words.left_out_filtered_many,
        count: app.data.models().len().saturating_sub(shown),
    };
    let sentences: Vec<String> = std::iter::once(&filtered)
        .chain(reasons)
        .filter(|reason| reason.count > 0)
        .map(|reason| counted(reason.one, reason.many, reason.count))
        .collect();
    sentences.join(" ")
}

/// In place of a chart with nothing in it.
pub(super) fn empty_chart(app: &App, left_out: &str) -> Html {
    html! { <p class="ovc-sentence">{ format!("{} {left_out}", app.words.chart_empty) }</p> }
}
