//! Strategies by their names: the levels of openness, each with its side by the definition in force.

use yew::prelude::*;

use crate::dataset::Side;
use crate::decide::{Ranked, Ranking};
use crate::locale::fill;
use crate::ui::components::side::{self, side_name};
use crate::ui::context::App;

/// Name of the level at a position.
pub(super) fn name(app: &App, level: usize) -> AttrValue {
    let level = app.data.document.levels.get(level);
    level.map_or_else(AttrValue::default, |level| level.name.clone().into())
}

/// Side of the level at a position.
pub(super) fn side(app: &App, level: usize) -> Side {
    let level = app.data.document.levels.get(level);
    let id = level.map(|level| &*level.id);
    app.rule.openness(id).side()
}

/// The mark of the side, the name, and the side in words.
pub(super) fn marked_name(app: &App, level: usize) -> Html {
    let side = side(app, level);
    html! {
        <>
            { side::icon(side) }{ name(app, level) }{ " " }
            <span class="ovc-remark">{ side_name(app.words, side) }</span>
        </>
    }
}

/// The first two strategies in words; empty where nothing is ranked.
pub(super) fn leaders(app: &App, ranking: &Ranking) -> String {
    let words = &app.words.decide;
    match &ranking.rows[..] {
        [first, second, ..] if ranking.most > 0 => {
            let percent = |row: &Ranked| ranking.percent(row.total).to_string();
            let values = [
                ("first", &*name(app, first.level)),
                ("first_percent", &*percent(first)),
                ("second", &*name(app, second.level)),
                ("second_percent", &*percent(second)),
            ];
            fill(words.leaders, &values)
        }
        _ => words.nothing_weighs.to_owned(),
    }
}
