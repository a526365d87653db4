//! The price chart: list prices over time on a logarithmic axis.

mod drawing;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::chart::{Chart, hollow_key};
use super::left_out::{LeftOut, empty_chart, left_out};
use super::reader::reading_slider;
use super::words::{openness_name, price_kind_name, price_places};
use crate::charts::{PriceKind, PriceRange, PriceSeries};
use crate::dataset::{Text, Vocabulary};
use crate::date::{Day, PartialDate};
use crate::definition::Openness;
use crate::locale::{counted, fill};
use crate::query::FilterResult;
use crate::ui::components::definition::in_force;
use crate::ui::components::select::{SelectOption, select};
use crate::ui::components::terms::terms;
use crate::ui::context::{App, attr, rich, use_app};
use crate::ui::settings::SettingsChange;
use drawing::PriceDrawing;
use table::price_table;

#[derive(PartialEq, Properties)]
pub(super) struct PricesProps {
    /// The result of the filters.
    pub selection: Rc<FilterResult>,
    /// Ids of the models side by side.
    pub picked: Vec<Text>,
    /// Width of the view in CSS pixels.
    pub width: f64,
    pub kind: PriceKind,
    /// Changes the settings.
    pub set: Callback<SettingsChange>,
    /// The day at which the reader reads the chart; `None` means the day of the newest price.
    pub day: Option<Day>,
    pub on_day: Callback<Day>,
}

/// The chart with its sentence, its table and what it leaves out; nothing where no model has a price.
#[component]
pub(super) fn Prices(props: &PricesProps) -> Html {
    let app = use_app();
    let words = app.words;
    let kind = props.kind;
    let reader = use_node_ref();
    let drawn = use_memo(
        (
            app.clone(),
            props.selection.clone(),
            props.picked.clone(),
            kind,
            props.width,
        ),
        |(app, shown, picked, kind, width)| {
            let prices = PriceSeries::new(&app.data, &shown.visible, *kind, &app.rule);
            let drawing = PriceDrawing::new(app, &prices, picked, *kind, *width);
            DrawnPrices {
                prices,
                drawing,
                table: price_table(app, &shown.visible),
            }
        },
    );
    let models = app.data.models();
    if models.iter().all(|model| model.prices.is_empty()) {
        return Html::default();
    }
    let shown = &props.selection.visible;
    let left_out = left_out(&app, shown.len(), &reasons(&app, &drawn.prices));
    let reading = reading(&app, props, &drawn, &left_out, &reader);
    html! {
        <section class="ovc-prices">
            { app.heading(1, "ovc-section-title", html! { words.prices }) }
            if app.is_live() {
                { kind_select(&app, kind, &props.set) }
            }
            { reading.unwrap_or_else(|| empty_chart(&app, &left_out)) }
            if kind != PriceKind::Output {
                { corrections(&app, shown) }
            }
            <p class="ovc-note">{ words.price_axis_note }</p>
            { terms(&app, &[words.price_unit, words.field_cached]) }
            { drawn.table.clone() }
        </section>
    }
}

/// The prices in the chart, how they are drawn (`None` where there are none), and all prices as a table.
struct DrawnPrices {
    prices: PriceSeries,
    drawing: Option<PriceDrawing>,
    table: Html,
}

fn kind_select(app: &App, kind: PriceKind, set: &Callback<SettingsChange>) -> Html {
    let options = PriceKind::ALL.iter();
    let options: Vec<SelectOption> = options
        .map(|kind| SelectOption::new(kind.as_str(), price_kind_name(app, *kind)))
        .collect();
    let set = set.clone();
    let on_select = Callback::from(move |kind: String| {
        let kind = PriceKind::from_word(&kind).unwrap_or_default();
        set.emit(Box::new(move |settings| settings.price_kind = kind));
    });
    select(app.words.price_kind, &options, kind.as_str(), &on_select)
}

/// Why prices are not in the chart.
fn reasons(app: &App, prices: &PriceSeries) -> [LeftOut; 2] {
    let words = app.words;
    [
        LeftOut {
            one: words.left_out_unpriced_one,
            many: words.left_out_unpriced_many,
            count: prices.unpriced,
        },
        LeftOut {
            one: words.left_out_free_one,
            many: words.left_out_free_many,
            count: prices.free,
        },
    ]
}

/// False reports about prices, with their corrections.
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

/// The sentence, the drawing, and the day at which they are read.
fn reading(
    app: &App,
    props: &PricesProps,
    drawn: &DrawnPrices,
    left_out: &str,
    reader: &NodeRef,
) -> Option<Html> {
    let DrawnPrices {
        prices, drawing, ..
    } = drawn;
    let drawing = drawing.as_ref()?;
    let span = drawing.span;
    let day = span.nearest(props.day.unwrap_or(span.last));
    let promotion = prices.points.iter().find(|point| point.is_promotion);
    Some(html! {
        <>
            <p class="ovc-sentence">
                { ranges_in_words(app, prices, props.kind, day) }{ " " }{ in_force(app) }{ " " }{ left_out.to_owned() }
            </p>
            <Chart label={app.words.prices} tip="ovc-price-tip" after={reader.clone()} layout={drawing.layout.clone()} picked={props.picked.clone()}
                {day} on_day={props.on_day.clone()}>
                <path class="ovc-changes" d={drawing.changes.clone()} />
            </Chart>
            if let Some(promotion) = promotion {
                <p class="ovc-legend">{ hollow_key(promotion.openness.side(), app.words.promotions_drawn) }</p>
            }
            { reading_slider(app, span, day, &props.on_day, reader) }
        </>
    })
}

/// The lowest and the highest recent list price of each side at a day.
fn ranges_in_words(app: &App, prices: &PriceSeries, kind: PriceKind, day: Day) -> String {
    let words = app.words;
    let date = app.formats.date(PartialDate::from_day(day));
    let values = [("kind", price_kind_name(app, kind)), ("date", &*date)];
    let mut sentences = vec![fill(words.prices_recent, &values)];
    let recent = prices.recent_at(day);
    let sides = [Openness::Open, Openness::Mixed, Openness::Closed];
    sentences.extend(sides.into_iter().filter_map(|openness| {
        let range = PriceRange::of(&recent, openness)?;
        let pattern = if range.low == range.high {
            words.prices_one
        } else {
            words.prices_range
        };
        let places = price_places([range.low, range.high].into_iter());
        let values = [
            ("side", openness_name(app, openness)),
            ("low", &range.low.with_places(places)),
            ("high", &range.high.with_places(places)),
            ("models", &words.models(range.models)),
        ];
        Some(fill(pattern, &values))
    }));
    if sentences.len() == 1 {
        sentences.push(words.prices_none.to_owned());
    }
    let promotions = prices.promotions_at(day);
    if promotions > 0 {
        sentences.push(counted(
            words.promotions_one,
            words.promotions_many,
            promotions,
        ));
    }
    sentences.join(" ")
}
