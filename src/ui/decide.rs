//! Which strategy fits the reader, and what running a model costs.

mod bars;
mod calculator;
mod chart;
mod cost_table;
mod cost_words;
mod drawing;
mod figures;
mod flips;
mod half;
mod inputs;
mod markup;
mod needs;
mod results;
mod scores;
mod strategy;

use std::rc::Rc;

use yew::prelude::*;

use super::components::status::status;
use super::context::{App, Surface, use_app, use_view_context};
use super::hooks::{use_on_mounted, use_target};
use super::settings::SettingsChange;
use crate::dataset;
use crate::decide::{CostEntries, Ranking, ScoreTable, default_groups, weights};
use crate::locale::fill;
use bars::bars;
use calculator::{Calculator, announcement};
use figures::figures;
use flips::flips_in_words;
use half::half_width;
use markup::paragraph;
use needs::needs;
use scores::Scores;
use strategy::leaders;

/// What the live region spoke of last.
#[derive(Default)]
struct Spoken {
    ranking: Option<Ranking>,
    cost: CostEntries,
    is_cost: bool,
}

impl Spoken {
    /// Whether the reader has changed the calculator last, and not the ranking.
    fn is_about_cost(&mut self, ranking: &Ranking, cost: &CostEntries) -> bool {
        if self.cost != *cost {
            self.is_cost = true;
            self.cost = cost.clone();
        }
        if self.ranking.as_ref() != Some(ranking) {
            self.is_cost = false;
            self.ranking = Some(ranking.clone());
        }
        self.is_cost
    }
}

/// The view.
#[component]
pub(super) fn Decide() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    use_target(&current.node, current.state.target.as_ref());
    let spoken = use_mut_ref(Spoken::default);
    let Some(decide) = &app.data.document.decide else {
        return Html::default();
    };
    let weights = weights(decide, &current.state.weights);
    let edits = &current.settings.score_edits;
    let table = Rc::new(ScoreTable::new(&app.data, edits));
    let ranking = Ranking::new(&table, &weights);
    let cost = &current.settings.cost;
    let news = if spoken.borrow_mut().is_about_cost(&ranking, cost) {
        announcement(&app, decide, cost)
    } else {
        leaders(&app, &ranking)
    };
    html! {
        <div class="ovc-decide">
            { app.heading(1, "ovc-hidden", html! { app.words.view_decide }) }
            if !(decide.needs.is_empty() || app.data.document.levels.is_empty()) {
                { fit(&app, decide, &weights, &table, &ranking, current.width) }
                if !edits.is_empty() {
                    { edited(&app, edits.len(), &current.set) }
                }
                <Scores edits={edits.clone()} set={current.set.clone()} />
            }
            if !decide.cost.is_empty() {
                <Calculator entries={cost.clone()} width={current.width} set={current.set.clone()} />
            }
            { status(&app, news.into()) }
        </div>
    }
}

/// What the reader needs, and the ranking that follows from it.
fn fit(
    app: &App,
    decide: &dataset::Decide,
    weights: &[u8],
    table: &ScoreTable,
    ranking: &Ranking,
    width: f64,
) -> Html {
    let words = &app.words.decide;
    let groups = default_groups(&app.data).map(|groups| {
        let values = [
            ("open", &*groups.open.to_string()),
            ("closed", &*groups.closed.to_string()),
            ("weight", &*groups.weight.to_string()),
        ];
        fill(words.fit_defaults, &values)
    });
    html! {
        <section class="ovc-fit">
            { app.heading(1, "ovc-section-title", html! { words.fit }) }
            { paragraph("ovc-sentence", [words.fit_about, words.fit_judgement].join(" ")) }
            { for groups.map(|groups| paragraph("ovc-note", groups)) }
            <div class="ovc-weighing">
                if app.is_live() {
                    { needs(app, decide, weights) }
                }
                <div class="ovc-ranking">
                    { app.heading(2, "ovc-part-title", html! { words.ranking }) }
                    if ranking.most == 0 {
                        { paragraph("ovc-sentence", words.nothing_weighs.to_owned()) }
                    } else {
                        if app.is_live() {
                            { bars(app, decide, ranking, half_width(width)) }
                        }
                        { flips_in_words(app, decide, table, weights, ranking) }
                        { figures(app, decide, weights, ranking) }
                    }
                </div>
            </div>
            if app.is_live() && ranking.most > 0 {
                // Keeps the two leaders in sight while a slider above them is moved.
                <p class="ovc-leaders" aria-hidden="true">{ leaders(app, ranking) }</p>
            }
        </section>
    }
}

/// How many scores the reader has changed, and a button that takes it back.
fn edited(app: &App, count: usize, set: &Callback<SettingsChange>) -> Html {
    let words = &app.words.decide;
    let onclick = set.reform(|_: MouseEvent| -> SettingsChange {
        Box::new(|settings| settings.score_edits.clear())
    });
    html! {
        <p class="ovc-edited">
            { fill(words.scores_changed, &[("count", &count.to_string())]) }{ " " }
            if app.surface == Surface::Live {
                <button type="button" class="ovc-button" {onclick}>{ words.reset_scores }</button>
            }
        </p>
    }
}
