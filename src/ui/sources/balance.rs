//! The balance report: how much room each side has, and what its claims rest on.

use yew::prelude::*;

use super::bars::{Bar, bars};
use super::section::{Section, section};
use crate::balance::{Balance, Sides, balance, widest_gap};
use crate::dataset::{ClaimKind, Side, SourceKind, Strength, Vocabulary};
use crate::decimal::Decimal;
use crate::locale::fill;
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::side;
use crate::ui::context::{App, use_app};

#[derive(PartialEq, Properties)]
pub(super) struct BalanceReportProps {
    /// Whether the case for open comes before the case for closed.
    pub open_first: bool,
}

/// The report in a few sentences, as small charts, and as a table.
#[component]
pub(super) fn BalanceReport(props: &BalanceReportProps) -> Html {
    let app = use_app();
    let open_first = props.open_first;
    section(&app, Section::Balance, || {
        let sides = balance(&app.data, &app.data.document.dimensions);
        html! {
            <>
                <p class="ovc-legend">{ app.words.sources_view.balance_about }</p>
                <p class="ovc-sentence">{ sentences(&app, &sides) }</p>
                { charts(&app, &sides, open_first) }
                { table(&app, &sides, open_first) }
                <p class="ovc-legend">{ app.words.sources_view.balance_note }</p>
            </>
        }
    })
}

/// A share from 0 to 1 in whole percent.
fn percent(share: f64) -> String {
    whole(share * 100.0)
}

/// The same with its sign.
fn shared(app: &App, share: f64) -> String {
    fill(app.words.sources_view.share, &[("share", &percent(share))])
}

/// The nearest whole number. Formatting it as a float would say `12.0`.
fn whole(number: f64) -> String {
    (number.round() as i64).to_string()
}

/// The median age in years, to a tenth; nothing where no source has a date.
fn age(balance: &Balance) -> Option<String> {
    let tenths = (balance.median_age? * 10.0).round() as i64;
    Some(Decimal::ratio(tenths, 10, 1)?.with_places(1))
}

/// What the report shows, in words.
fn sentences(app: &App, sides: &Sides) -> String {
    let words = &app.words.sources_view;
    let Sides { open, closed, .. } = sides;
    let dimensions = &app.data.document.dimensions;
    let questions = dimensions.len().to_string();
    let count = |balance: &Balance| balance.claims.to_string();
    let of_both = |pattern: &str, value: fn(&Balance) -> String| {
        fill(
            pattern,
            &[("open", &value(open)), ("closed", &value(closed))],
        )
    };
    let mut all = vec![if open.claims == closed.claims {
        let values = [("count", &*count(open)), ("questions", &questions)];
        fill(words.balance_equal, &values)
    } else {
        fill(
            &of_both(words.balance_unequal, |balance| balance.claims.to_string()),
            &[("questions", &questions)],
        )
    }];
    let gap = percent(widest_gap(&app.data, dimensions));
    let pattern = of_both(words.balance_words, |balance| balance.words.to_string());
    all.push(fill(&pattern, &[("gap", &gap)]));
    all.push(of_both(words.balance_vendor, |balance| {
        percent(balance.vendor_share())
    }));
    if let (Some(open), Some(closed)) = (age(open), age(closed)) {
        let values = [("open", &*open), ("closed", &closed)];
        all.push(fill(words.balance_age, &values));
    }
    all.push(words.balance_limits.to_owned());
    all.join(" ")
}

/// The two sides in their order.
fn in_order(sides: &Sides, open_first: bool) -> [(Side, &Balance); 2] {
    let (open, closed) = ((Side::Open, &sides.open), (Side::Closed, &sides.closed));
    if open_first {
        [open, closed]
    } else {
        [closed, open]
    }
}

fn charts(app: &App, sides: &Sides, open_first: bool) -> Html {
    let words = &app.words.sources_view;
    let chart = |name: &str, full: f64, value: &dyn Fn(&Balance) -> (f64, String)| {
        let both = in_order(sides, open_first).map(|(side, balance)| {
            let (value, text) = value(balance);
            Bar { side, value, text }
        });
        bars(app, name, full, &both)
    };
    let counted = |count: usize| (count as f64, count.to_string());
    let aged = |balance: &Balance| {
        let text = age(balance).map_or_else(
            || app.words.unknown.to_owned(),
            |age| fill(words.years, &[("count", &age)]),
        );
        (balance.median_age.unwrap_or_default(), text)
    };
    html! {
        <div class="ovc-bar-charts">
            { chart(words.balance_claims, 0.0, &|balance| counted(balance.claims)) }
            { chart(words.balance_words_count, 0.0, &|balance| counted(balance.words)) }
            { chart(words.balance_held, 0.0, &|balance| counted(balance.held)) }
            { chart(words.balance_vendor_share, 1.0, &|balance| (balance.vendor_share(), shared(app, balance.vendor_share()))) }
            { chart(words.balance_unopened, 1.0, &|balance| (balance.unopened_share(), shared(app, balance.unopened_share()))) }
            { chart(words.balance_age_row, 0.0, &aged) }
        </div>
    }
}

fn table(app: &App, sides: &Sides, open_first: bool) -> Html {
    let words = &app.words.sources_view;
    let both = in_order(sides, open_first);
    let mut columns = vec![Column::text(words.balance_measure)];
    columns.extend(both.iter().map(|(side, _)| {
        Column::number(html! { <>{ side::icon(*side) }{ app.words.side(*side) }</> })
    }));
    columns.push(Column::number(words.evidence));
    let all = [both[0].1, both[1].1, &sides.evidence];
    let rows = measures(app, all).into_iter().map(|measure| {
        let cell = |at: usize| {
            let count = measure.counts[at];
            let text = measure.totals.map_or_else(
                || count.to_string(),
                |totals| {
                    let share = percent(count as f64 / totals[at].max(1) as f64);
                    let values = [("count", &*count.to_string()), ("share", &share)];
                    fill(words.with_share, &values)
                },
            );
            html! { <td class="is-number">{ text }</td> }
        };
        html! { <tr><th scope="row">{ measure.name.clone() }</th>{ for (0..all.len()).map(cell) }</tr> }
    });
    let in_words = |name: &'static str, text: &dyn Fn(&Balance) -> String| {
        let cells = all
            .iter()
            .map(|balance| html! { <td class="is-number">{ text(balance) }</td> });
        html! { <tr><th scope="row">{ name }</th>{ for cells }</tr> }
    };
    let rows = html! {
        <>
            { for rows }
            { in_words(words.balance_age_row, &|balance| age(balance).unwrap_or_else(|| app.words.unknown.to_owned())) }
            { in_words(words.balance_most_named, &|balance| shared(app, balance.largest_share())) }
        </>
    };
    data_table(app, words.balance_table, columns, rows)
}

/// What is counted of both sides and of the evidence.
struct Measure {
    name: String,
    counts: [usize; 3],
    /// Of how many, where a share says more.
    totals: Option<[usize; 3]>,
}

fn measures(app: &App, all: [&Balance; 3]) -> Vec<Measure> {
    let words = &app.words.sources_view;
    let claims = all.map(|balance| balance.claims);
    let references = all.map(|balance| balance.references);
    let mut measures = Vec::new();
    let mut add = |name: String, counts: [usize; 3], totals: Option<[usize; 3]>| {
        measures.push(Measure {
            name,
            counts,
            totals,
        });
    };
    let kind_name = |pattern: &str, kind: &str| fill(pattern, &[("kind", kind)]);
    add(words.balance_claims.into(), claims, None);
    let counts = all.map(|balance| balance.words);
    add(words.balance_words_count.into(), counts, None);
    let counts = all.map(|balance| balance.held);
    add(words.balance_held.into(), counts, Some(claims));
    for kind in ClaimKind::ALL {
        let name = kind_name(words.balance_claim_kind, app.words.claim_kind(*kind));
        let counts = all.map(|balance| balance.kinds[*kind as usize]);
        add(name, counts, Some(claims));
    }
    for strength in Strength::ALL {
        let name = kind_name(words.balance_claim_kind, app.words.strength(*strength));
        let counts = all.map(|balance| balance.strengths[*strength as usize]);
        add(name, counts, Some(claims));
    }
    add(words.balance_references.into(), references, None);
    for kind in SourceKind::ALL {
        let name = kind_name(words.balance_kind, app.words.source_kind(*kind));
        let counts = all.map(|balance| balance.source_kinds[*kind as usize]);
        add(name, counts, Some(references));
    }
    let counts = all.map(|balance| balance.unopened);
    add(words.balance_unopened.into(), counts, Some(references));
    measures
}
