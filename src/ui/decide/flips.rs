//! The weights at which the ranking turns round, in words.

use yew::prelude::*;

use super::markup::{each, paragraph};
use super::strategy::{name, side};
use crate::dataset::{Decide, Side};
use crate::decide::{Flip, Ranked, Ranking, ScoreTable, flips};
use crate::locale::fill;
use crate::ui::components::disclosure::disclosure;
use crate::ui::context::App;

/// What is compared, for the words of it.
#[derive(Clone, Copy)]
struct Pair<'a> {
    decide: &'a Decide,
    ranking: &'a Ranking,
    ahead: usize,
    behind: usize,
}

/// Between the two leaders, and between the best open and the best closed strategy where these are others.
pub(super) fn flips_in_words(
    app: &App,
    decide: &Decide,
    table: &ScoreTable,
    weights: &[u8],
    ranking: &Ranking,
) -> Html {
    let words = &app.words.decide;
    let [first, second, ..] = &ranking.rows[..] else {
        return Html::default();
    };
    let best = |wanted: Side| ranking.best(|level| side(app, level) == wanted);
    let sides = match (best(Side::Open), best(Side::Closed)) {
        (Some(open), Some(closed)) if open.total < closed.total => Some((closed, open)),
        (Some(open), Some(closed)) => Some((open, closed)),
        _ => None,
    };
    let mut pairs = vec![(words.flip_leaders, first.level, second.level)];
    let leaders = [first.level, second.level];
    let others_lead = |(ahead, behind): &(&Ranked, &Ranked)| {
        !(leaders.contains(&ahead.level) && leaders.contains(&behind.level))
    };
    let pair = sides.filter(others_lead);
    pairs.extend(pair.map(|(ahead, behind)| (words.flip_pair, ahead.level, behind.level)));
    let sentence = |_: usize, (label, ahead, behind): &(&'static str, usize, usize)| {
        let (label, ahead, behind) = (*label, *ahead, *behind);
        let pair = Pair {
            decide,
            ranking,
            ahead,
            behind,
        };
        let found = flips(table, weights, ahead, behind);
        html! {
            <div class="ovc-flip">
                <p class="ovc-sentence"><b>{ label }</b>{ " " }{ nearest(app, pair, found.first()) }</p>
                { others(app, decide, found.get(1..).unwrap_or_default()) }
            </div>
        }
    };
    html! {
        <>
            { each(&pairs, &sentence) }
            if sides.is_none() {
                { paragraph("ovc-note", words.flip_no_pair.to_owned()) }
            }
        </>
    }
}

/// The smallest change that turns the order of a pair round.
fn nearest(app: &App, pair: Pair<'_>, flip: Option<&Flip>) -> String {
    let words = &app.words.decide;
    let total = |level| {
        pair.ranking
            .best(|other| other == level)
            .map(|row| row.total)
    };
    let pattern = match flip {
        _ if total(pair.ahead) == total(pair.behind) => words.flip_level,
        None => words.flip_none,
        Some(flip) if flip.above => words.flip_above,
        Some(_) => words.flip_below,
    };
    let (ahead, behind) = (name(app, pair.ahead), name(app, pair.behind));
    let names = fill(pattern, &[("ahead", &ahead), ("behind", &behind)]);
    flip.map_or_else(|| names.clone(), |flip| values(pair.decide, &names, flip))
}

/// A pattern with the need, the weight and the share of a flip.
fn values(decide: &Decide, pattern: &str, flip: &Flip) -> String {
    let need = decide.needs.get(flip.need);
    let values = [
        ("need", need.map_or("", |need| &*need.name)),
        ("weight", &*flip.weight.to_string()),
        ("share", &*flip.share.to_string()),
    ];
    fill(pattern, &values)
}

/// The larger changes that do the same, folded; nothing where there are none.
fn others(app: &App, decide: &Decide, flips: &[Flip]) -> Html {
    let words = &app.words.decide;
    if flips.is_empty() {
        return Html::default();
    }
    let item = |_: usize, flip: &Flip| {
        let pattern = if flip.above {
            words.flip_other_above
        } else {
            words.flip_other_below
        };
        html! { <li>{ values(decide, pattern, flip) }</li> }
    };
    let summary = fill(words.flip_others, &[("count", &flips.len().to_string())]);
    let list = html! { <ul class="ovc-flips">{ each(flips, &item) }</ul> };
    disclosure(app, "ovc-figures", summary.into(), list)
}
