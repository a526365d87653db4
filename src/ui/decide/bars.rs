//! The ranking as stacked bars: a bar for each strategy, with a part for each need.

use yew::prelude::*;

use super::markup::{each, paragraph};
use super::strategy::{marked_name, side};
use crate::dataset::Decide;
use crate::decide::{Ranked, Ranking};
use crate::locale::fill;
use crate::ui::components::side::class_of;
use crate::ui::context::{App, attr};
use crate::ui::svg::{px, translate, view_box};

/// Height of a bar, and what is left free between two parts, in CSS pixels.
const HEIGHT: f64 = 22.0;
const GAP: f64 = 1.5;

/// The least width of a part that has room for its number.
const NUMBER: f64 = 10.0;

/// The bars, with the numbers of the needs in them. A full bar is `width` wide.
pub(super) fn bars(app: &App, decide: &Decide, ranking: &Ranking, width: f64) -> Html {
    let words = &app.words.decide;
    let numbers = decide.needs.iter().enumerate().map(|(at, need)| {
        let number = (at + 1).to_string();
        fill(
            words.need_number,
            &[("number", &number), ("name", &need.name)],
        )
    });
    let numbers: Vec<String> = numbers.collect();
    html! {
        <>
            <ol class="ovc-ranks">
                { each(&ranking.rows, &|_, row| strategy(app, ranking, row, width)) }
            </ol>
            { paragraph("ovc-note", fill(words.ranking_about, &[("needs", &numbers.join(" · "))])) }
        </>
    }
}

fn strategy(app: &App, ranking: &Ranking, row: &Ranked, width: f64) -> Html {
    let percent = ranking.percent(row.total).to_string();
    let percent = fill(app.words.decide.percent, &[("percent", &percent)]);
    let level = app.data.document.levels.get(row.level);
    html! {
        <li key={row.level} data-id={level.map(|level| attr(&level.id))}>
            <p class="ovc-rank">
                <span class="ovc-number">{ row.place }</span>
                <span class="ovc-rank-name">{ marked_name(app, row.level) }</span>
                <b class="ovc-weight" data-value={row.total.to_string()}>{ percent }</b>
            </p>
            <svg class={classes!("ovc-bar", class_of(side(app, row.level)))} viewBox={view_box(width, HEIGHT)}
                preserveAspectRatio="none" aria-hidden="true">
                <rect class="ovc-bar-most" x="0" y={px(HEIGHT - 1.0)} width={px(width)} height="1" />
                { parts(app, ranking, row, width) }
            </svg>
        </li>
    }
}

/// The parts of a bar. They start at the right where the text does.
fn parts(app: &App, ranking: &Ranking, row: &Ranked, width: f64) -> Html {
    let mut before = 0;
    let parts = row
        .parts
        .iter()
        .enumerate()
        .filter(|(_, points)| **points > 0);
    let scale = width / f64::from(ranking.most.max(1));
    parts
        .map(|(need, points)| {
            let length = f64::from(*points) * scale;
            let start = f64::from(before) * scale;
            before += points;
            let x = if app.is_rtl() {
                width - start - length
            } else {
                start
            };
            html! {
                <g transform={translate(x, 0.0)} data-part={(need + 1).to_string()}>
                    <rect width={px((length - GAP).max(0.5))} height={px(HEIGHT)} />
                    if length >= NUMBER {
                        <text x={px((length - GAP) / 2.0)} y={px(HEIGHT - 7.0)}>{ need + 1 }</text>
                    }
                </g>
            }
        })
        .collect::<Html>()
}
