//! The chart of costs against volume, and its figures as a table.

use yew::prelude::*;

use super::cost_words::{amount_label, tokens, usd};
use super::drawing::{CostDrawing, LEFT, VolumeMark};
use crate::decide::{CostLines, Costs, Offer, plain};
use crate::locale::fill;
use crate::sort::sort_by;
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::context::{App, Surface};
use crate::ui::svg::{px, view_box};

/// The chart in a container of that width. The static page has its figures only.
pub(super) fn chart(app: &App, offer: Offer<'_>, volume: f64, costs: &Costs, width: f64) -> Html {
    let words = &app.words.decide;
    let Some(drawing) = CostDrawing::new(width, volume, costs) else {
        return html! { <p class="ovc-sentence">{ words.chart_empty }</p> };
    };
    html! {
        <div class="ovc-cost-chart">
            { app.heading(2, "ovc-part-title", html! { words.chart }) }
            if app.surface != Surface::Static {
                <p class="ovc-note">{ words.chart_about }</p>
                <svg class="ovc-chart" part="chart" viewBox={view_box(drawing.width, drawing.height)} width={px(drawing.width)}
                    role="img" aria-label={words.chart}>
                    { axes(app, &drawing) }
                    { lines(app, offer, &drawing) }
                    if let Some(mark) = &drawing.break_even {
                        { volume_line(&drawing, mark, 28.0, fill(words.volume_break_even, &[("tokens", &tokens(app, mark.volume))])) }
                        <circle class="ovc-cross" cx={px(mark.x)} cy={px(drawing.self_host)} r="5" />
                    }
                    if let Some(mark) = &drawing.now {
                        { volume_line(&drawing, mark, 46.0, fill(words.volume_now, &[("tokens", &tokens(app, mark.volume))])) }
                    }
                </svg>
            }
            { table(app, offer, volume, costs, &drawing.lines) }
        </div>
    }
}

fn axes(app: &App, drawing: &CostDrawing) -> Html {
    let words = &app.words.decide;
    let (right, bottom) = (px(drawing.width), drawing.bottom());
    let cost = |cost: f64| {
        let y = drawing.y(cost);
        html! {
            <>
                <path class="ovc-tick" d={format!("M{} {}H{right}", px(LEFT), px(y))} />
                <text class="ovc-value" x={px(LEFT - 8.0)} y={px(y + 4.0)}>{ amount_label(app, cost) }</text>
            </>
        }
    };
    let volume = |volume: f64| {
        let x = drawing.x(volume);
        html! {
            <>
                <path class="ovc-tick" d={format!("M{} {}v6", px(x), px(bottom))} />
                <text class="ovc-volume" x={px(x)} y={px(bottom + 19.0)}>{ tokens(app, volume) }</text>
            </>
        }
    };
    html! {
        <>
            <text x="0" y="12">{ words.chart_costs }</text>
            { for CostLines::powers(drawing.lines.costs).into_iter().map(cost) }
            { for drawing.volume_ticks().into_iter().map(volume) }
            <text class="ovc-value" x={right} y={px(drawing.height - 4.0)}>{ words.chart_volumes }</text>
        </>
    }
}

fn lines(app: &App, offer: Offer<'_>, drawing: &CostDrawing) -> Html {
    let words = &app.words.decide;
    let [from, to] = drawing
        .api
        .map(|place| format!("{} {}", px(place.x), px(place.y)));
    let y = px(drawing.self_host);
    let (capacity, right) = (px(drawing.capacity), px(drawing.api[1].x));
    let name = fill(words.chart_api, &[("name", &offer.model.name)]);
    html! {
        <>
            <path class="ovc-cost-line" d={format!("M{from}L{to}")} />
            <path class="ovc-cost-line is-level" d={format!("M{} {y}H{capacity}", px(LEFT))} />
            <path class="ovc-cost-line is-level is-beyond" d={format!("M{capacity} {y}H{right}")} />
            <text class="ovc-line-name ovc-value" x={px(drawing.api_name.x)} y={px(drawing.api_name.y)}>{ name }</text>
            <text class="ovc-line-name" x={px(LEFT + 6.0)} y={px(drawing.self_host - 7.0)}>{ words.chart_self }</text>
        </>
    }
}

/// A vertical line at a volume, with its label at that height.
fn volume_line(drawing: &CostDrawing, mark: &VolumeMark, y: f64, label: String) -> Html {
    let x = match mark.anchor {
        "start" => mark.x + 5.0,
        _ => mark.x - 5.0,
    };
    html! {
        <>
            <path class="ovc-reading" d={format!("M{} {}V{}", px(mark.x), px(y - 10.0), px(drawing.bottom()))} />
            <text class="ovc-line-name" text-anchor={mark.anchor} x={px(x)} y={px(y)}>{ label }</text>
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
    let row = |(count, name): &(f64, String)| {
        let api = count * costs.api_token;
        html! {
            <tr>
                <th scope="row" data-value={plain(*count)}>{ name.clone() }</th>
                <td class="is-number" data-value={plain(api)}>{ usd(app, api) }</td>
                <td class="is-number">{ self_host(*count) }</td>
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
    let table = data_table(app, words.chart, columns, rows.iter().map(row).collect());
    disclosure(app, "ovc-figures", app.words.chart_data.into(), table)
}
