//! What the two charts have in common: axes, marks that are buttons, a range input to read by.

use yew::prelude::*;

use crate::charts::{Anchor, LabelPlace, PointLabel, Rect, ValueScale, place_labels};
use crate::dataset::Text;
use crate::date::{Day, PartialDate, Precision};
use crate::decimal::Decimal;
use crate::definition::Openness;
use crate::locale::fill;
use crate::number::within;
use crate::state::{Action, MAX_MODELS};
use crate::timeline::{TimeScale, ticks};

use crate::ui::context::{App, attr, classes, px, translate, view_box};
use crate::ui::shape;
use crate::ui::stage::Stage;

/// Room left of the chart for the values, and under it for the years.
const LEFT: f64 = 44.0;
const BOTTOM: f64 = 22.0;

/// A mark: a model at a day with a value.
pub(super) struct Point {
    pub model: usize,
    pub day: Day,
    pub value: Decimal,
    pub openness: Openness,
    /// How much its name matters, which stands beside it where there is room; 0 is not at all.
    pub rank: f64,
    /// What it says of itself.
    pub name: String,
    /// Whether something told of it is corrected under the chart.
    pub corrected: bool,
}

/// What is drawn under the marks, and the lines in it that no name should stand on.
pub(super) struct Backdrop {
    pub drawing: Html,
    pub lines: Vec<Rect>,
    /// What the values are counted in, where the axis says so.
    pub unit: Option<Text>,
}

/// Where things stand.
pub(super) struct Frame {
    pub width: f64,
    pub height: f64,
    time: TimeScale,
}

impl Frame {
    pub fn new(stage: &Stage<'_>, (first, last): (Day, Day)) -> Self {
        let width = stage.width.max(240.0);
        let margin = (f64::from(last - first) * 0.03).max(20.0);
        let (start, end) = (f64::from(first) - margin, f64::from(last) + margin);
        Self {
            width,
            // Where there is room, high enough for names between two lines.
            height: if width < 480.0 {
                240.0
            } else {
                within(width * 0.36, 320.0, 440.0)
            },
            time: TimeScale::new(start, end, width - LEFT),
        }
    }

    /// From the lowest to the highest place of a value.
    pub fn values(&self) -> (f64, f64) {
        (self.height - BOTTOM - 4.0, 12.0)
    }

    pub fn x(&self, day: Day) -> f64 {
        LEFT + self.time.x(f64::from(day) + 0.5)
    }

    /// The room of a line from one place to another, as wide as it is drawn.
    pub fn line(&self, from: (f64, f64), to: (f64, f64)) -> Rect {
        Rect {
            left: from.0.min(to.0) - LEFT - 1.0,
            top: from.1.min(to.1) - 1.0,
            right: from.0.max(to.0) - LEFT + 1.0,
            bottom: from.1.max(to.1) + 1.0,
        }
    }
}

/// The chart: a grid, what `below` the marks, the marks with their names, and the day of reading.
pub(super) fn chart(
    stage: &Stage<'_>,
    frame: &Frame,
    values: &ValueScale,
    label: &'static str,
    below: Backdrop,
    points: &[Point],
    (day, on_day): (Day, &Callback<Day>),
) -> Html {
    let app = stage.app;
    let (width, height) = (frame.width, frame.height);
    let bottom = height - BOTTOM;
    let time = ticks(&frame.time, 60.0);
    let ticks_of_values = values.ticks(7);
    let x = px(frame.x(day));
    html! {
        <svg class="ovc-chart" part="chart" viewBox={view_box(width, height)}
            role="group" aria-label={label}>
            <g aria-hidden="true">
                { for ticks_of_values.iter().map(|tick| {
                    let y = values.position(*tick);
                    let unit = below.unit.as_deref().filter(|_| Some(tick) == ticks_of_values.last());
                    let value = [&*tick.to_string(), unit.unwrap_or_default()].join("\u{a0}");
                    html! {
                        <>
                            <line class="ovc-tick" x1={px(LEFT)} x2={px(width)} y1={px(y)} y2={px(y)} />
                            <text class="ovc-value" x={px(LEFT - 6.0)} y={px(y + 4.0)}>{ value.trim_end().to_owned() }</text>
                        </>
                    }
                }) }
                { for time.major.iter().enumerate().map(|(at, tick)| html! {
                    <text class="ovc-tick-label" x={px(LEFT + tick.x)} y={px(bottom + 16.0)}>{ year_or_month(app, tick.date, at == 0) }</text>
                }) }
                { below.drawing }
                <line class="ovc-reading" x1={x.clone()} x2={x} y1="0" y2={px(bottom)} />
            </g>
            { marks(stage, frame, values, points, &below.lines, on_day) }
        </svg>
    }
}

/// January goes by its year, and the first month has its year beside it: an axis of months would not
/// tell which year they are of.
fn year_or_month(app: &App, date: PartialDate, is_first: bool) -> String {
    let formats = &app.formats;
    let year = || formats.date(date.truncated(Precision::Year));
    match date.month() {
        Some(1) => year(),
        Some(_) if is_first => [formats.finest(date), year()].join(" "),
        _ => formats.finest(date),
    }
}

fn marks(
    stage: &Stage<'_>,
    frame: &Frame,
    values: &ValueScale,
    points: &[Point],
    lines: &[Rect],
    on_day: &Callback<Day>,
) -> Html {
    let models = stage.app.data.models();
    let spots: Vec<PointLabel> = points
        .iter()
        .map(|point| {
            let letters = models
                .get(point.model)
                .map_or(0, |model| model.name.chars().count());
            PointLabel {
                // Names stay off the values of the axis.
                x: frame.x(point.day) - LEFT,
                y: values.position(point.value),
                radius: if point.corrected { 10.0 } else { 5.0 },
                width: letters as f64 * 6.6 + 2.0,
                height: 12.0,
                rank: point.rank,
                // The best closed score stands above the best open one more often than not.
                below: point.openness == Openness::Open,
            }
        })
        .collect();
    let places = place_labels(&spots, lines, frame.width - LEFT, frame.height - BOTTOM);
    let is_full = stage.is_live() && stage.state.models.len() >= MAX_MODELS;
    let drawn = points.iter().zip(&spots).zip(places);
    drawn
        .filter_map(|((point, spot), place)| {
            let model = models.get(point.model)?;
            let id = model.id.clone();
            let picked = stage.state.models.contains(&model.id);
            let side = point.openness.side();
            let pick = {
                let (dispatch, id) = (stage.app.dispatch.clone(), id.clone());
                Callback::from(move |()| dispatch.emit(Action::ToggleModel(id.clone())))
            };
            let day = point.day;
            // A click reads there too, but only once it is over: the sentence above may then be a line
            // longer, and the mark no longer under the pointer.
            let onfocus = {
                let on_day = on_day.clone();
                Callback::from(move |event: FocusEvent| {
                    if crate::ui::hooks::is_by_keyboard(&event) {
                        on_day.emit(day);
                    }
                })
            };
            // WebKit does not always hold a focus that comes by Tab to be visible.
            let onkeyup = on_day.reform(move |_: KeyboardEvent| day);
            let onclick = {
                let (pick, on_day) = (pick.clone(), on_day.clone());
                Callback::from(move |_: MouseEvent| {
                    on_day.emit(day);
                    pick.emit(());
                })
            };
            let onkeydown = Callback::from(move |event: KeyboardEvent| {
                let key = crate::ui::hooks::key(&event);
                if matches!(key.as_deref(), Some("Enter" | " ")) {
                    event.prevent_default();
                    pick.emit(());
                }
            });
            Some(html! {
                <g key={format!("{id}-{}", point.day)} class={classes(&["ovc-point", shape::class_of(side), if picked { "is-picked" } else { "" }])}
                    role={if stage.is_live() { "button" } else { "img" }} tabindex={stage.is_live().then_some("0")} data-id={attr(&id)}
                    aria-label={point.name.clone()} aria-pressed={stage.is_live().then(|| picked.to_string())}
                    aria-disabled={(is_full && !picked).then_some("true")} {onclick} {onkeydown} {onkeyup} {onfocus}>
                    if point.corrected {
                        <circle class="ovc-corrected" cx={px(spot.x + LEFT)} cy={px(spot.y)} r="9" />
                    }
                    <circle class="ovc-hit" cx={px(spot.x + LEFT)} cy={px(spot.y)} r="12" />
                    <path d={shape::outline(side, 4.5)} transform={translate(spot.x + LEFT, spot.y)} />
                    if let Some((place, (x, anchor))) = place.map(|place| (place, anchored(spot, place))) {
                        <text aria-hidden="true" text-anchor={anchor} x={px(x + LEFT)} y={px(place.top + 10.0)}>{ attr(&model.name) }</text>
                    }
                </g>
            })
        })
        .collect::<Html>()
}

/// Where the end of a name stands that is at its mark, and which end: how wide a name is drawn is only
/// guessed, and the rest of the guess must not part the two.
fn anchored(spot: &PointLabel, place: LabelPlace) -> (f64, &'static str) {
    match place.anchor {
        Anchor::Left => (place.left, "start"),
        Anchor::Middle => (spot.x, "middle"),
        Anchor::Right => (place.left + spot.width, "end"),
    }
}

/// What is not in a chart, and how much of it; nothing where all is.
pub(super) fn counted_out(app: &App, shown: &[u32], reasons: [(&'static str, usize); 3]) -> String {
    let filtered = app.data.models().len().saturating_sub(shown.len());
    let filtered = (app.words.left_out_filtered, filtered);
    let reasons = [filtered].into_iter().chain(reasons);
    let mut parts = Vec::new();
    for (pattern, count) in reasons.filter(|(_, count)| *count > 0) {
        let models = app.words.models(count);
        parts.push(fill(pattern, &[("models", &models)]));
    }
    parts.join(" ")
}

/// In place of a chart with nothing in it.
pub(super) fn empty(app: &App, left_out: &str) -> Html {
    let text = [app.words.chart_empty, left_out].join(" ");
    html! { <p class="ovc-sentence">{ text }</p> }
}

/// A range input that moves the day of reading, with the day in words.
pub(super) fn reader(
    stage: &Stage<'_>,
    (first, last): (Day, Day),
    day: Day,
    oninput: Callback<InputEvent>,
) -> Html {
    let date = stage.app.formats.date(PartialDate::from_day(day));
    if !stage.is_live() {
        return Html::default();
    }
    html! {
        <label class="ovc-reader">
            <span class="ovc-label">{ stage.app.words.read_at }</span>
            <input type="range" dir="ltr" min={first.to_string()} max={last.to_string()} value={day.to_string()}
                aria-valuetext={date.clone()} {oninput} />
            <span>{ date }</span>
        </label>
    }
}
