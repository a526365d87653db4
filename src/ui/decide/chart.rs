//! The chart of costs against volume, and its figures as a table.

use yew::prelude::*;

use super::cost_words::{amount_label, tokens, usd};
use super::drawing::{CostDrawing, LEFT, Place, VolumeMark};
use super::markup::{each, label, line, list, number_cell, paragraph};
use crate::decide::{CostLines, Costs, Offer, plain};
use crate::locale::fill;
use crate::sort::sort_by;
use crate::ui::components::data_table::{Column, figures_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::context::{App, Surface};
use crate::ui::svg::{px, view_box};

/// The chart in a container of that width. The static page has its figures only.
pub(super) fn chart(app: &App, offer: Offer<'_>, volume: f64, costs: &Costs, width: f64) -> Html {
    let words = &app.words.decide;
    let Some(drawing) = CostDrawing::new(width, volume, costs) else {
        return paragraph("ovc-sentence", words.chart_empty.to_owned());
    };
    html! {
        <div class="ovc-cost-chart">
            { app.heading(2, "ovc-part-title", html! { words.chart }) }
            if app.surface != Surface::Static {
                { paragraph("ovc-note", words.chart_about.to_owned()) }
                <svg class="ovc-chart" part="chart" viewBox={view_box(drawing.width, drawing.height)} width={px(drawing.width)}
                    role="img" aria-label={words.chart}>
                    { axes(app, &drawing) }
                    { lines(app, offer, &drawing) }
                    { each(&drawing.marks, &|_, mark| volume_line(app, &drawing, mark)) }
                </svg>
            }
            { table(app, offer, volume, costs, &drawing.lines) }
        </div>
    }
}

fn axes(app: &App, drawing: &CostDrawing) -> Html {
    let words = &app.words.decide;
    let (right, bottom) = (drawing.width, drawing.bottom());
    let mut items = Vec::new();
    let place = |x: f64, y: f64| Place { x, y };
    for cost in CostLines::powers(drawing.lines.costs) {
        let y = drawing.y(cost);
        items.push(line(
            "ovc-tick",
            format!("M{} {}H{}", px(LEFT), px(y), px(right)),
        ));
        let at = place(LEFT - 8.0, y + 4.0);
        items.push(label("", "end", at, amount_label(app, cost)));
    }
    for volume in drawing.volume_ticks() {
        let x = drawing.x(volume);
        items.push(line("ovc-tick", format!("M{} {}v6", px(x), px(bottom))));
        let at = place(x, bottom + 19.0);
        items.push(label("", "middle", at, tokens(app, volume)));
    }
    items.push(label(
        "",
        "start",
        place(0.0, 12.0),
        words.chart_costs.to_owned(),
    ));
    let at = place(right, drawing.height - 4.0);
    items.push(label("", "end", at, words.chart_volumes.to_owned()));
    list(items)
}

fn lines(app: &App, offer: Offer<'_>, drawing: &CostDrawing) -> Html {
    let words = &app.words.decide;
    let [from, to] = drawing
        .api
        .map(|place| format!("{} {}", px(place.x), px(place.y)));
    let y = px(drawing.self_host);
    let (capacity, right) = (px(drawing.capacity), px(drawing.api[1].x));
    let name = fill(words.chart_api, &[("name", &offer.model.name)]);
    let self_name = Place {
        x: LEFT + 6.0,
        y: drawing.self_host - 7.0,
    };
    list(vec![
        line("ovc-cost-line", format!("M{from}L{to}")),
        line(
            "ovc-cost-line is-level",
            format!("M{} {y}H{capacity}", px(LEFT)),
        ),
        line(
            "ovc-cost-line is-level is-beyond",
            format!("M{capacity} {y}H{right}"),
        ),
        label("ovc-line-name", "end", drawing.api_name, name),
        label(
            "ovc-line-name",
            "start",
            self_name,
            words.chart_self.to_owned(),
        ),
    ])
}

/// A vertical line at a volume, with its label, and a ring where both ways cost the same.
fn volume_line(app: &App, drawing: &CostDrawing, mark: &VolumeMark) -> Html {
    let words = &app.words.decide;
    let pattern = if mark.is_break_even {
        words.volume_break_even
    } else {
        words.volume_now
    };
    let text = fill(pattern, &[("tokens", &tokens(app, mark.volume))]);
    let path = format!(
        "M{} {}V{}",
        px(mark.x),
        px(mark.label.y - 10.0),
        px(drawing.bottom())
    );
    html! {
        <>
            { line("ovc-reading", path) }
            { label("ovc-line-name", mark.anchor, mark.label, text) }
            if mark.is_break_even {
                <circle class="ovc-cross" cx={px(mark.x)} cy={px(drawing.self_host)} r="5" />
            }
        </>
    }
}

/// The costs at the ticks and at what is marked.
fn table(app: &App, offer: Offer<'_>, volume: f64, costs: &Costs, lines: &CostLines) -> Html {
    let words = &app.words.decide;
    let name = |pattern: &str, count: f64| fill(pattern, &[("tokens", &tokens(app, count))]);
    let powers = CostLines::powers(lines.volumes).into_iter();
    let mut rows: Vec<(f64, String)> = powers.map(|count| (count, tokens(app, count))).collect();
    rows.push((volume, name(words.volume_now, volume)));
    rows.push((costs.capacity, name(words.volume_capacity, costs.capacity)));
    rows.extend(
        costs
            .break_even
            .map(|count| (count, name(words.volume_break_even, count))),
    );
    sort_by(&mut rows, |(a, _), (b, _)| a.total_cmp(b));
    let self_host = |count: f64| {
        if count > costs.capacity {
            words.beyond_capacity.to_owned()
        } else {
            usd(app, costs.self_host)
        }
    };
    let row = |_: usize, (count, name): &(f64, String)| {
        let api = count * costs.api_token;
        html! {
            <tr>
                <th scope="row" data-value={plain(*count)}>{ name.clone() }</th>
                { number_cell(Some(plain(api)), usd(app, api)) }
                { number_cell(None, self_host(*count)) }
            </tr>
        }
    };
    let per_month = |name: &str| {
        let values = [("name", name), ("unit", words.chart_costs)];
        fill(app.words.with_unit, &values)
    };
    let columns = vec![
        Column::text(words.chart_volumes),
        Column::number(per_month(&fill(
            words.chart_api,
            &[("name", &offer.model.name)],
        ))),
        Column::number(per_month(words.chart_self)),
    ];
    let table = figures_table(app, words.chart, columns, each(&rows, &row));
    disclosure(app, "ovc-figures", app.words.chart_data.into(), table)
}
