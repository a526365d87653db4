//! The price chart: list prices over time on a logarithmic axis.

use yew::prelude::*;

use super::Scene;
use super::chart::{Frame, Point, chart, reader};
use super::grid::{Row, Td, folded, grid, heads};
use crate::charts::{PriceKind, Prices, ValueScale};
use crate::dataset::Vocabulary;
use crate::date::PartialDate;
use crate::definition::Openness;
use crate::gather::Gather;
use crate::messages::{Messages, fill};
use crate::ui::event::source_details;
use crate::ui::hooks;
use crate::ui::markup::{SideBySide, html};
use crate::ui::shared::{Shared, attr, rich};

/// The chart with its sentence, its table and what it leaves out.
pub(super) fn prices(scene: &Scene<'_>) -> Html {
    let shared = scene.shared;
    let messages = shared.messages;
    let kind = scene.settings.price_kind;
    let prices = Prices::new(&shared.data, kind, &shared.rule);
    let Some(span) = prices.span() else {
        return Html::default();
    };
    let day = scene
        .settings
        .price_day
        .unwrap_or(span.1)
        .clamp(span.0, span.1);
    let options = PriceKind::ALL.iter();
    let options = options.map(|kind| {
        (
            kind.as_str().to_owned(),
            kind_name(messages, *kind).to_owned(),
        )
    });
    let onchange = scene.on(|settings, value| {
        settings.price_kind = PriceKind::from_word(&value).unwrap_or_default();
    });
    let read = scene.on(|settings, value| settings.price_day = value.parse().ok());
    html! {
        <section class="ovc-prices">
            { shared.heading(1, "ovc-section-title", html! { messages.prices }) }
            if scene.is_live() {
                { scene.choice(messages.price_kind, options.gather(), kind.as_str(), onchange) }
            }
            <p class="ovc-sentence">{ sentence(shared, &prices, day) }</p>
            { drawing(scene, &prices, span, day) }
            { reader(scene, span, day, read) }
            <p class="ovc-note">{ kind_name(messages, kind) }{ ", " }{ messages.price_unit }{ ". " }
                { fill(messages.prices_left_out, &[("unpriced", &prices.unpriced.to_string()), ("free", &prices.free.to_string())]) }</p>
            { figures(shared) }
        </section>
    }
}

fn kind_name(messages: &'static Messages, kind: PriceKind) -> &'static str {
    match kind {
        PriceKind::Input => messages.field_input,
        PriceKind::Cached => messages.field_cached,
        PriceKind::Output => messages.field_output,
    }
}

fn sentence(shared: &Shared, prices: &Prices, day: i32) -> String {
    let mut parts = vec![shared.formats.date(PartialDate::from_day(day))];
    for openness in [Openness::Open, Openness::Between, Openness::Closed] {
        if let Some(range) = prices.range_at(day, openness) {
            parts.push(fill(
                shared.messages.prices_range,
                &[
                    ("side", shared.messages.side(openness.side())),
                    ("low", &range.low.with_places(2)),
                    ("high", &range.high.with_places(2)),
                    ("count", &range.models.to_string()),
                ],
            ));
        }
    }
    parts.join(" · ")
}

fn drawing(scene: &Scene<'_>, prices: &Prices, span: (i32, i32), day: i32) -> Html {
    let shared = scene.shared;
    let frame = Frame::new(scene, span);
    let values = ValueScale::log(
        prices.points.iter().map(|point| point.value),
        frame.values(),
        hooks::log,
    );
    let points: Vec<Point> = prices
        .points
        .iter()
        .map(|point| {
            let model = shared.data.models().get(point.model);
            let name = model.map_or("", |model| &model.name);
            let date = shared.formats.date(PartialDate::from_day(point.day));
            let side = shared.messages.side(point.openness.side());
            Point {
                model: point.model,
                day: point.day,
                value: point.value,
                openness: point.openness,
                named: true,
                name: format!("{name}: {}, {date}, {side}", point.value.with_places(2)),
            }
        })
        .gather();
    chart(
        scene,
        &frame,
        &values,
        shared.messages.prices,
        Html::default(),
        &points,
        day,
    )
}

/// The price table: every list price with its source.
fn figures(shared: &Shared) -> Html {
    let messages = shared.messages;
    let rows = shared.data.models().iter().flat_map(|model| {
        model.prices.iter().map(move |price| {
            let mut cells: Vec<Td> = vec![Html::from(shared.formats.date(price.date)).into()];
            let prices = [Some(price.input), price.cached, Some(price.output)];
            cells.extend(prices.into_iter().map(|price| Td {
                content: Html::from(
                    price.map_or_else(|| "–".to_owned(), |price| price.with_places(2)),
                ),
                value: price.map(|price| price.to_string()),
                unknown: false,
            }));
            let sources = source_details(shared, price.source.as_slice());
            let about = [price.note.as_ref().map(rich).unwrap_or_default(), sources];
            cells.push(about.into_iter().side_by_side().into());
            Row {
                key: format!("{}-{}", model.id, price.date),
                class: AttrValue::default(),
                id: Some(model.id.clone()),
                head: html! { attr(&model.name) },
                cells,
            }
        })
    });
    let heads = heads(&[
        messages.field_name,
        messages.field_since,
        messages.field_input,
        messages.field_cached,
        messages.field_output,
        messages.field_source,
    ]);
    folded(
        messages.chart_data,
        grid(Html::from(messages.price_unit), heads, rows.gather()),
    )
}
