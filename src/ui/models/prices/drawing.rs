//! The drawing of the prices: a mark for each, and lines from a price to the next of its model.

use yew::AttrValue;

use crate::charts::{PriceKind, PricePoint, PriceSeries, ValueScale};
use crate::dataset::Text;
use crate::locale::fill;
use crate::ui::context::App;
use crate::ui::models::layout::{ChartLayout, DataPoint, Points, text_width};
use crate::ui::models::plot::Plot;
use crate::ui::models::reader::DaySpan;
use crate::ui::models::words::{openness_name, price_since};
use crate::ui::shared::Shared;
use crate::ui::svg::px;

/// What is drawn of the prices.
pub(super) struct PriceDrawing {
    /// The days of the first and of the newest price.
    pub span: DaySpan,
    pub layout: Shared<ChartLayout>,
    /// The path of all changes of prices.
    pub changes: AttrValue,
}

impl PriceDrawing {
    /// Draws the prices in a container of that width, with the names of the `picked` models; `None` where there
    /// are none.
    pub fn new(
        app: &App,
        prices: &PriceSeries,
        picked: &[Text],
        kind: PriceKind,
        width: f64,
    ) -> Option<Self> {
        let span = DaySpan::from(prices.span()?);
        let plot = Plot::new(width, span);
        let values = prices.points.iter().map(|point| point.value);
        let scale = ValueScale::log(values, plot.value_range_below_title());
        let title = app.words.price_axis;
        let place = |point: &PricePoint| (plot.x(point.day), scale.position(point.value));
        let (mut changes, mut points) = (String::new(), Vec::new());
        let mut obstacles = vec![plot.title_box(text_width(title))];
        for (at, point) in prices.points.iter().enumerate() {
            let mut later = prices.points.iter().skip(at + 1);
            let next = later.find(|other| other.model == point.model);
            if let Some(next) = next {
                let (from, to) = (place(point), place(next));
                obstacles.push(plot.line_box(from, (to.0, from.1)));
                obstacles.push(plot.line_box((to.0, from.1), to));
                let [x, y, x2, y2] = [from.0, from.1, to.0, to.1].map(px);
                changes.push_str(&format!("M{x} {y}H{x2}V{y2}"));
            }
            points.extend(data_point(app, kind, point, next.is_none()));
        }
        let layout = ChartLayout {
            title: Some(title),
            ..ChartLayout::new(
                app,
                plot,
                &scale,
                None,
                Points {
                    all: &points,
                    picked,
                    obstacles: &obstacles,
                },
            )
        };
        Some(Self {
            span,
            layout: layout.into(),
            changes: changes.into(),
        })
    }
}

/// A price; `is_newest` is whether it is the last one of its model.
fn data_point(
    app: &App,
    kind: PriceKind,
    point: &PricePoint,
    is_newest: bool,
) -> Option<DataPoint> {
    let model = app.data.models().get(point.model)?;
    let price = model.prices.get(point.price)?;
    // Corrections are about the prices of input.
    let is_corrected = kind != PriceKind::Output && price.correction.is_some();
    // A model has its name once, at its newest price; marks with a correction come first.
    let rank = if is_corrected {
        f64::MAX
    } else if is_newest {
        f64::from(point.day.max(1))
    } else {
        0.0
    };
    let values = [
        ("name", &*model.name),
        ("price", &*point.value.with_places(2)),
        ("since", &*price_since(app, model, price)),
        ("side", openness_name(app, point.openness)),
    ];
    Some(DataPoint {
        model: point.model,
        day: point.day,
        value: point.value,
        openness: point.openness,
        rank,
        is_leader: false,
        description: fill(app.words.price_mark, &values),
        remark: point.is_promotion.then_some(app.words.promotions_drawn),
        is_corrected,
    })
}
