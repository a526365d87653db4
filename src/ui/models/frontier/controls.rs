//! What the frontier is drawn of: a benchmark, and all testers or one.

use yew::prelude::*;

use crate::dataset::{Benchmark, Text};
use crate::state::Action;
use crate::ui::components::select::{SelectOption, select};
use crate::ui::context::{App, attr};

/// The lists to choose from. Testers are offered where one of them scored enough models.
pub(super) fn controls(
    app: &App,
    shown: &Benchmark,
    testers: &[Text],
    tester: Option<&Text>,
    on_tester: &Callback<Option<Text>>,
) -> Html {
    html! {
        <div class="ovc-chart-toolbar" part="toolbar">
            { benchmark_select(app, shown) }
            if !testers.is_empty() {
                { tester_select(app, testers, tester, on_tester) }
            }
        </div>
    }
}

fn benchmark_select(app: &App, shown: &Benchmark) -> Html {
    let benchmarks = app.data.document.benchmarks.iter();
    let options: Vec<SelectOption> = benchmarks
        .map(|item| SelectOption::new(item.id.clone(), item.name.clone()))
        .collect();
    let dispatch = app.dispatch.clone();
    let on_select =
        Callback::from(move |id: String| dispatch.emit(Action::SetBenchmark(id.into())));
    select(app.words.benchmark, &options, &shown.id, &on_select)
}

fn tester_select(
    app: &App,
    testers: &[Text],
    tester: Option<&Text>,
    on_tester: &Callback<Option<Text>>,
) -> Html {
    let mut options = vec![SelectOption::new("", app.words.all_testers)];
    options.extend(
        testers
            .iter()
            .map(|name| SelectOption::new(attr(name), attr(name))),
    );
    let on_select = on_tester.reform(|name: String| (!name.is_empty()).then(|| Text::from(name)));
    let selected = tester.map_or("", |name| name);
    select(app.words.one_tester, &options, selected, &on_select)
}
