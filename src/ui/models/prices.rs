//! The price chart: list prices over time on a logarithmic axis.

mod drawing;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::chart::Chart;
use super::left_out::{LeftOut, empty_chart, left_out};
use super::reader::{DaySpan, ReadingSlider};
use super::words::openness_name;
use crate::charts::{PriceKind, PriceSeries};
use crate::dataset::{Text, Vocabulary};
use crate::date::{Day, PartialDate};
use crate::definition::Openness;
use crate::locale::{Messages, fill};
use crate::query::FilterResult;
use crate::ui::components::definition::in_force;
use crate::ui::components::select::{Select, SelectOption};
use crate::ui::context::{App, attr, rich, use_app};
use drawing::PriceDrawing;
use table::PriceTable;

#[derive(PartialEq, Properties)]
pub(super) struct PricesProps {
    /// What the filters leave.
    pub selection: Rc<FilterResult>,
    /// Ids of the models side by side.
    pub picked: Vec<Text>,
    /// Width of the view in CSS pixels.
    pub width: f64,
    pub kind: PriceKind,
    pub on_kind: Callback<PriceKind>,
    /// The day at which the reader reads the chart; `None` is that of the newest price.
    pub day: Option<Day>,
    pub on_day: Callback<Day>,
}

/// The chart with its sentence, its table and what it leaves out; nothing where no model has a price.
#[component]
pub(super) fn Prices(props: &PricesProps) -> Html {
    let app = use_app();
    let words = app.words;
    let kind = props.kind;
    let prices = use_memo(
        (app.clone(), props.selection.clone(), kind),
        |(app, shown, kind)| PriceSeries::new(&app.data, &shown.visible, *kind, &app.rule),
    );
    let on_select = use_callback(props.on_kind.clone(), |kind: String, on_kind| {
        on_kind.emit(PriceKind::from_word(&kind).unwrap_or_default());
    });
    let models = app.data.models();
    if models.iter().all(|model| model.prices.is_empty()) {
        return Html::default();
    }
    let shown = &props.selection.visible;
    let options = PriceKind::ALL.iter();
    let options = options.map(|kind| SelectOption::new(kind.as_str(), kind_name(words, *kind)));
    let left_out = left_out(&app, shown.len(), &reasons(&app, &prices));
    html! {
        <section class="ovc-prices">
            { app.heading(1, "ovc-section-title", html! { words.prices }) }
            if app.is_live() {
                <Select label={words.price_kind} options={options.collect::<Vec<_>>()} selected={kind.as_str()} {on_select} />
            }
            if let Some(span) = prices.span() {
                <PriceReading {prices} {kind} span={DaySpan::from(span)} {left_out} picked={props.picked.clone()}
                    width={props.width} day={props.day} on_day={props.on_day.clone()} />
            } else {
                { empty_chart(&app, &left_out) }
            }
            if kind != PriceKind::Output {
                { corrections(&app, shown) }
            }
            <p class="ovc-note">{ kind_name(words, kind) }{ ", " }{ words.price_unit }{ "." }</p>
            <PriceTable selection={props.selection.clone()} />
        </section>
    }
}

/// Why prices are not in the chart.
fn reasons(app: &App, prices: &PriceSeries) -> [LeftOut; 2] {
    [
        (app.words.left_out_unpriced, prices.unpriced),
        (app.words.left_out_free, prices.free),
    ]
    .map(|(pattern, models)| LeftOut { pattern, models })
}

/// False reports about prices, with what is right.
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

#[derive(PartialEq, Properties)]
struct PriceReadingProps {
    prices: Rc<PriceSeries>,
    kind: PriceKind,
    /// The days of the first and of the newest price.
    span: DaySpan,
    /// What is not in the chart, in words.
    left_out: AttrValue,
    picked: Vec<Text>,
    width: f64,
    day: Option<Day>,
    on_day: Callback<Day>,
}

/// The sentence, the drawing, and the day at which they are read.
#[component]
fn PriceReading(props: &PriceReadingProps) -> Html {
    let app = use_app();
    let span = props.span;
    let drawing = use_memo(
        (app.clone(), props.prices.clone(), props.kind, props.width),
        |(app, prices, kind, width)| PriceDrawing::new(app, prices, *kind, span, *width),
    );
    let day = span.nearest(props.day);
    let ranges = ranges_in_words(&app, &props.prices, day);
    html! {
        <>
            <p class="ovc-sentence">{ ranges }{ " " }{ in_force(&app) }{ " " }{ &props.left_out }</p>
            <Chart label={app.words.prices} layout={drawing.layout.clone()} picked={props.picked.clone()}
                {day} on_day={props.on_day.clone()}>
                <path class="ovc-changes" d={drawing.changes.clone()} />
            </Chart>
            <ReadingSlider {span} {day} on_day={props.on_day.clone()} />
        </>
    }
}

/// Between which limits the prices of each side lie at a day.
fn ranges_in_words(app: &App, prices: &PriceSeries, day: Day) -> String {
    let words = app.words;
    let sides = [Openness::Open, Openness::Between, Openness::Closed].into_iter();
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
