//! The legend of the frontier chart.

use yew::prelude::*;

use crate::charts::{Frontier, FrontierStep};
use crate::dataset::{Side, Vocabulary};
use crate::ui::components::side;
use crate::ui::context::{App, attr};
use crate::ui::models::chart::hollow_key;

/// The legend of what is drawn: the lines, the marks that are on neither, and the hollow ones.
pub(super) fn legend(app: &App, frontier: &Frontier) -> Html {
    let words = app.words;
    let is_other = |side: &Side| {
        let mut points = frontier.points.iter();
        points.any(|point| {
            point.is_released && point.openness.side() == *side && frontier.weight(point) <= 0.0
        })
    };
    let sides = Side::ALL.iter().copied();
    let others: Vec<Html> = sides.filter(is_other).map(side::icon).collect();
    html! {
        <p class="ovc-legend">
            { line(app, Side::Open, words.best_open, &frontier.open) }
            { line(app, Side::Closed, words.best_closed, &frontier.closed) }
            if !others.is_empty() {
                <span>{ for others }{ words.other_models }{ " " }</span>
            }
            if frontier.unreleased > 0 {
                { hollow_key(Side::Closed, words.unreleased_drawn) }
            }
        </p>
    }
}

/// A line as it is drawn, with its name and that of its newest step, which may have no room at its mark;
/// nothing where it has no step.
fn line(app: &App, side: Side, name: &'static str, steps: &[FrontierStep]) -> Html {
    let newest = steps
        .last()
        .and_then(|step| app.data.models().get(step.model));
    let Some(newest) = newest else {
        return Html::default();
    };
    html! {
        <span class={side::class_of(side)}>
            <svg class="ovc-shape" viewBox="-20 -8 40 16" aria-hidden="true">
                <path class={classes!("ovc-line", side::class_of(side))} d="M-20 0H20" />
                <path d={side::outline(side, 5.5)} />
            </svg>
            { name }{ ": " }{ attr(&newest.name) }{ " " }
        </span>
    }
}
