//! What benchmarks measure, and what others have measured by yardsticks of their own.

use yew::prelude::*;

use crate::dataset::Benchmark;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, rich};

/// What a benchmark measures, why its scores may not be comparable, and the sources.
pub(super) fn about_benchmark(app: &App, benchmark: &Benchmark, name: Html) -> Html {
    html! {
        <>
            <p class="ovc-note ovc-benchmark" data-id={attr(&benchmark.id)}>{ name }{ rich(&benchmark.description) }
                if let Some(remark) = &benchmark.comparable {
                    { " " }<b>{ app.words.caution }</b>{ " " }{ rich(remark) }
                }
            </p>
            { source_details(app, &benchmark.sources) }
        </>
    }
}

/// The benchmarks that are not in the chart, folded; nothing where there are none. `shown` is the
/// position of the benchmark in the chart.
pub(super) fn other_benchmarks(app: &App, shown: usize) -> Html {
    let benchmarks = &app.data.document.benchmarks;
    if benchmarks.len() < 2 {
        return Html::default();
    }
    let all = benchmarks.iter().enumerate();
    let others = all.filter(|(at, _)| *at != shown);
    let others = others.map(|(_, other)| {
        let name = html! { <><b>{ attr(&other.name) }</b>{ ": " }</> };
        about_benchmark(app, other, name)
    });
    let summary = app.words.benchmarks.into();
    disclosure(app, "ovc-figures", summary, others.collect())
}

/// What others have published, each by its own yardstick; nothing where there is none.
pub(super) fn yardsticks(app: &App) -> Html {
    let yardsticks = &app.data.document.yardsticks;
    if yardsticks.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ovc-yardsticks">
            { app.heading(2, "ovc-part-title", html! { app.words.models_yardsticks }) }
            <p class="ovc-note">{ app.words.yardsticks_differ }</p>
            <ul>
                { for yardsticks.iter().map(|item| html! {
                    <li key={item.id.to_string()} data-id={attr(&item.id)}>
                        <p>{ rich(&item.text) }</p>
                        { source_details(app, &item.sources) }
                    </li>
                }) }
            </ul>
        </section>
    }
}
