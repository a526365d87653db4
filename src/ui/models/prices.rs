//! The price chart: list prices over time on a logarithmic axis.

mod drawing;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::chart::Chart;
use super::left_out::{LeftOut, empty_chart, left_out};
use super::reader::reading_slider;
use super::words::openness_name;
use crate::charts::{PriceKind, PriceSeries};
use crate::dataset::{Text, Vocabulary};
use crate::date::{Day, PartialDate};
use crate::definition::Openness;
use crate::locale::{Messages, fill};
use crate::query::FilterResult;
use crate::ui::components::definition::in_force;
use crate::ui::components::select::{SelectOption, select};
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
    let drawn = use_memo(
        (app.clone(), props.selection.clone(), kind, props.width),
        |(app, shown, kind, width)| {
            let prices = PriceSeries::new(&app.data, &shown.visible, *kind, &app.rule);
            let drawing = PriceDrawing::new(app, &prices, *kind, *width);
            DrawnPrices { prices, drawing }
        },
    );
    let models = app.data.models();
    if models.iter().all(|model| model.prices.is_empty()) {
        return Html::default();
    }
    let shown = &props.selection.visible;
    let left_out = left_out(&app, shown.len(), &reasons(&app, &drawn.prices));
    let reading = reading(&app, props, &drawn, &left_out);
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
            <p class="ovc-note">{ kind_name(words, kind) }{ ", " }{ words.price_unit }{ "." }</p>
            { price_table(&app, shown) }
        </section>
    }
}

/// The prices in the chart, and how they are drawn; `None` where there are none.
struct DrawnPrices {
    prices: PriceSeries,
    drawing: Option<PriceDrawing>,
}

fn kind_select(app: &App, kind: PriceKind, set: &Callback<SettingsChange>) -> Html {
    let words = app.words;
    let options = PriceKind::ALL.iter();
    let options: Vec<SelectOption> = options
        .map(|kind| SelectOption::new(kind.as_str(), kind_name(words, *kind)))
        .collect();
    let set = set.clone();
    let on_select = Callback::from(move |kind: String| {
        let kind = PriceKind::from_word(&kind).unwrap_or_default();
        set.emit(Box::new(move |settings| settings.price_kind = kind));
    });
    select(words.price_kind, &options, kind.as_str(), &on_select)
}

/// Why prices are not in the chart.
fn reasons(app: &App, prices: &PriceSeries) -> [LeftOut; 2] {
    [
        (app.words.left_out_unpriced, prices.unpriced),
        (app.words.left_out_free, prices.free),
    ]
    .map(|(pattern, models)| LeftOut { pattern, models })
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

fn kind_name(words: &'static Messages, kind: PriceKind) -> &'static str {
    match kind {
        PriceKind::Input => words.field_input,
        PriceKind::Cached => words.field_cached,
        PriceKind::Output => words.field_output,
    }
}

/// The sentence, the drawing, and the day at which they are read.
fn reading(app: &App, props: &PricesProps, drawn: &DrawnPrices, left_out: &str) -> Option<Html> {
    let drawing = drawn.drawing.as_ref()?;
    let day = drawing.span.nearest(props.day);
    Some(html! {
        <>
            <p class="ovc-sentence">
                { ranges_in_words(app, &drawn.prices, day) }{ " " }{ in_force(app) }{ " " }{ left_out.to_owned() }
            </p>
            <Chart label={app.words.prices} layout={drawing.layout.clone()} picked={props.picked.clone()}
                {day} on_day={props.on_day.clone()}>
                <path class="ovc-changes" d={drawing.changes.clone()} />
            </Chart>
            { reading_slider(app, drawing.span, day, &props.on_day) }
        </>
    })
}

/// The lowest and the highest price of each side at a day.
fn ranges_in_words(app: &App, prices: &PriceSeries, day: Day) -> String {
    let words = app.words;
    let sides = [Openness::Open, Openness::Mixed, Openness::Closed].into_iter();
    let ranges: Vec<String> = sides
        .filter_map(|openness| {
            let range = prices.range_at(day, openness)?;
            let values = [
                ("side", openness_name(app, openness)),
                ("low", &range.low.with_places(2)),
                ("high", &range.high.with_places(2)),
                ("models", &words.models(range.models)),
            ];
            Some(fill(words.prices_range, &values))
        })
        .collect();
    let date = app.formats.date(PartialDate::from_day(day));
    fill(
        words.prices_at,
        &[("date", &*date), ("ranges", &ranges.join("; "))],
    )
}
