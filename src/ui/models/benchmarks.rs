//! What benchmarks measure, and what others have measured by yardsticks of their own.

use yew::prelude::*;

use crate::dataset::Benchmark;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::sources::SourceDetails;
use crate::ui::context::{App, attr, rich, use_app};

/// What a benchmark measures, what is to be said against comparing its scores, and where that is from.
pub(super) fn about_benchmark(app: &App, benchmark: &Benchmark, name: Html) -> Html {
    html! {
        <>
            <p class="ovc-note">{ name }{ rich(&benchmark.description) }
                if let Some(remark) = &benchmark.comparable {
                    { " " }<b>{ app.words.caution }</b>{ " " }{ rich(remark) }
                }
            </p>
            <SourceDetails ids={benchmark.sources.clone()} />
        </>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct OtherBenchmarksProps {
    /// Position of the benchmark that is in the chart.
    pub benchmark: usize,
}

/// The benchmarks that are not in the chart, folded; nothing where there are none.
#[component]
pub(super) fn OtherBenchmarks(props: &OtherBenchmarksProps) -> Html {
    let app = use_app();
    let benchmarks = &app.data.document.benchmarks;
    if benchmarks.len() < 2 {
        return Html::default();
    }
    let all = benchmarks.iter().enumerate();
    let others = all.filter(|(at, _)| *at != props.benchmark);
    html! {
        <Disclosure class="ovc-figures" summary={app.words.benchmarks}>
            { for others.map(|(_, other)| {
                let name = html! { <><b>{ attr(&other.name) }</b>{ ": " }</> };
                about_benchmark(&app, other, name)
            }) }
        </Disclosure>
    }
}

/// What others have published, each by its own yardstick; nothing where there is none.
#[component]
pub(super) fn Yardsticks() -> Html {
    let app = use_app();
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
                        <SourceDetails ids={item.sources.clone()} />
                    </li>
                }) }
            </ul>
        </section>
    }
}
