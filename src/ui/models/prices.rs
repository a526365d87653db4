//! The price chart: list prices over time on a logarithmic axis.

use yew::prelude::*;

use super::chart::{Backdrop, Frame, Point, chart, counted_out, empty, reader};
use super::grid::{Row, Td, folded};
use super::side;
use crate::charts::{PriceKind, PricePoint, PriceSeries, ValueScale, day_of};
use crate::dataset::{Price, Vocabulary};
use crate::date::{Day, PartialDate};
use crate::definition::Openness;
use crate::locale::{Messages, fill};
use crate::ui::components::definition::in_force;
use crate::ui::components::sources::source_details;
use crate::ui::hooks;

use crate::ui::components::choice::choice;
use crate::ui::context::{App, attr, px, rich};
use crate::ui::settings::Settings;
use crate::ui::stage::Stage;

/// The chart with its sentence, its table and what it leaves out.
pub(super) fn prices(stage: &Stage<'_>, shown: &[u32]) -> Html {
    let app = stage.app;
    let messages = app.words;
    let kind = stage.settings.price_kind;
    let prices = PriceSeries::new(&app.data, shown, kind, &app.rule);
    if app
        .data
        .models()
        .iter()
        .all(|model| model.prices.is_empty())
    {
        return Html::default();
    }
    let options = PriceKind::ALL.iter();
    let options = options.map(|kind| {
        (
            kind.as_str().to_owned(),
            kind_name(messages, *kind).to_owned(),
        )
    });
    let onchange = stage.on(|settings, value| {
        settings.price_kind = PriceKind::from_word(&value).unwrap_or_default();
    });
    let left_out = [
        (messages.left_out_unpriced, prices.unpriced),
        (messages.left_out_free, prices.free),
        Default::default(),
    ];
    let left_out = counted_out(app, shown, left_out);
    html! {
        <section class="ovc-prices">
            { app.heading(1, "ovc-section-title", html! { messages.prices }) }
            if stage.is_live() {
                { choice(messages.price_kind, options.collect(), kind.as_str(), onchange) }
            }
            { match prices.span() {
                Some(span) => reading(stage, &prices, span, &left_out),
                None => empty(app, &left_out),
            } }
            if kind != PriceKind::Output {
                { corrections(app, shown) }
            }
            <p class="ovc-note">{ kind_name(messages, kind) }{ ", " }{ messages.price_unit }{ "." }</p>
            { figures(app, shown) }
        </section>
    }
}

/// The sentence, the drawing, and where it is read.
fn reading(stage: &Stage<'_>, prices: &PriceSeries, span: (Day, Day), left_out: &str) -> Html {
    let asked = stage.settings.price_day.unwrap_or(span.1);
    let day = asked.max(span.0).min(span.1);
    let read = stage.on(|settings, value| settings.price_day = value.parse().ok());
    let settings = *stage.settings;
    let on_day = stage.set.reform(move |day| Settings {
        price_day: Some(day),
        ..settings
    });
    html! {
        <>
            { sentence(stage.app, prices, day, left_out) }
            { drawing(stage, prices, span, day, &on_day) }
            { reader(stage, span, day, read) }
        </>
    }
}

/// What has been told of prices that is not right.
fn corrections(app: &App, shown: &[u32]) -> Html {
    let models = shown
        .iter()
        .filter_map(|at| app.data.models().get(*at as usize));
    let items = models.flat_map(|model| {
        let corrected = model.prices.iter().filter_map(|price| price.correction.as_ref());
        corrected.map(|text| html! {
            <p class="ovc-correction" data-id={attr(&model.id)}><b>{ attr(&model.name) }</b>{ " " }{ rich(text) }</p>
        })
    });
    items.collect::<Html>()
}

fn kind_name(messages: &'static Messages, kind: PriceKind) -> &'static str {
    match kind {
        PriceKind::Input => messages.field_input,
        PriceKind::Cached => messages.field_cached,
        PriceKind::Output => messages.field_output,
    }
}

fn sentence(app: &App, prices: &PriceSeries, day: Day, left_out: &str) -> Html {
    let messages = app.words;
    let mut parts = Vec::new();
    for openness in [Openness::Open, Openness::Between, Openness::Closed] {
        if let Some(range) = prices.range_at(day, openness) {
            parts.push(fill(
                messages.prices_range,
                &[
                    ("side", side(app, openness)),
                    ("low", &range.low.with_places(2)),
                    ("high", &range.high.with_places(2)),
                    ("models", &messages.models(range.models)),
                ],
            ));
        }
    }
    let date = app.formats.date(PartialDate::from_day(day));
    let parts = [("date", &*date), ("ranges", &parts.join("; "))];
    html! { <p class="ovc-sentence">{ fill(messages.prices_at, &parts) }{ " " }{ in_force(app) }{ " " }{ left_out.to_owned() }</p> }
}

fn drawing(
    stage: &Stage<'_>,
    prices: &PriceSeries,
    span: (Day, Day),
    day: Day,
    on_day: &Callback<Day>,
) -> Html {
    let app = stage.app;
    let frame = Frame::new(stage, span);
    let values = ValueScale::log(
        prices.points.iter().map(|point| point.value),
        frame.values(),
        hooks::log,
    );
    let place = |point: &PricePoint| (frame.x(point.day), values.position(point.value));
    let (mut changes, mut lines) = (String::new(), Vec::new());
    let points: Vec<Point> = prices
        .points
        .iter()
        .enumerate()
        .map(|(at, point)| {
            let mut later = prices.points.iter().skip(at + 1);
            let next = later.find(|other| other.model == point.model);
            if let Some(next) = next {
                let (from, to) = (place(point), place(next));
                lines.push(frame.line(from, (to.0, from.1)));
                lines.push(frame.line((to.0, from.1), to));
                let [x, y, x2, y2] = [from.0, from.1, to.0, to.1].map(px);
                changes.push_str(&format!("M{x} {y}H{x2}V{y2}"));
            }
            let name = super::name(app, point.model);
            let date = app.formats.date(PartialDate::from_day(point.day));
            let side = side(app, point.openness);
            let told = |price: &Price| {
                stage.settings.price_kind != PriceKind::Output
                    && price.correction.is_some()
                    && day_of(price.date) == point.day
            };
            let model = app.data.models().get(point.model);
            let corrected = model.is_some_and(|model| model.prices.iter().any(told));
            Point {
                model: point.model,
                day: point.day,
                value: point.value,
                openness: point.openness,
                // A model has its name once, at what it costs now; what is told below is found first.
                rank: match next {
                    _ if corrected => f64::MAX,
                    None => f64::from(point.day.max(1)),
                    Some(_) => 0.0,
                },
                name: format!("{name}: {}, {date}, {side}", point.value.with_places(2)),
                corrected,
            }
        })
        .collect();
    chart(
        stage,
        &frame,
        &values,
        app.words.prices,
        Backdrop {
            drawing: html! { <path class="ovc-changes" d={changes} /> },
            lines,
            unit: None,
        },
        &points,
        (day, on_day),
    )
}

/// The price table: every list price with its source.
fn figures(app: &App, shown: &[u32]) -> Html {
    let messages = app.words;
    let models = shown
        .iter()
        .filter_map(|at| app.data.models().get(*at as usize));
    let rows = models.flat_map(|model| {
        model.prices.iter().map(move |price| {
            let mut cells: Vec<Td> = vec![Html::from(app.formats.date(price.date)).into()];
            let prices = [Some(price.input), price.cached, Some(price.output)];
            cells.extend(prices.into_iter().map(|price| Td {
                content: Html::from(
                    price.map_or_else(|| "–".to_owned(), |price| price.with_places(2)),
                ),
                value: price.map(|price| price.to_string()),
                unknown: false,
            }));
            let sources = source_details(app, price.source.as_slice());
            let about = [price.note.as_ref().map(rich).unwrap_or_default(), sources];
            cells.push(about.into_iter().collect::<Html>().into());
            Row {
                key: format!("{}-{}", model.id, price.date),
                class: AttrValue::default(),
                id: Some(model.id.clone()),
                anchor: None,
                head: html! { attr(&model.name) },
                cells,
            }
        })
    });
    let names = [
        messages.field_name,
        messages.field_since,
        messages.field_input,
        messages.field_cached,
        messages.field_output,
        messages.field_source,
    ];
    folded(app, Html::from(messages.price_unit), &names, rows.collect())
}
