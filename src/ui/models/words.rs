//! Models, cells, prices and fields in words.

use yew::prelude::*;

use crate::charts::{PriceKind, PriceOrigin, ScorePoint, newest_price, price_origin};
use crate::dataset::{Model, Price};
use crate::date::{PartialDate, Precision};
use crate::decimal::Decimal;
use crate::definition::Openness;
use crate::locale::fill;
use crate::models::{Cell, Field};
use crate::state::MAX_MODELS;
use crate::ui::components::side::side_name;
use crate::ui::context::App;

/// A note that there is no room for another model side by side; empty where there is.
pub(super) fn full_note(app: &App, picked: usize) -> String {
    if picked < MAX_MODELS {
        return String::new();
    }
    fill(app.words.models_full, &[("most", &MAX_MODELS.to_string())])
}

/// A cell of a field in words; numbers have `places` decimal places.
pub(super) fn cell_text(app: &App, field: Field, cell: &Cell, places: usize) -> String {
    match cell {
        Cell::Text(code) if field == Field::Country => app.formats.region(code),
        Cell::Text(text) => text.to_string(),
        Cell::Date(date) => app.formats.date(*date),
        Cell::Level(at) => {
            let level = app.data.document.levels.get(*at);
            level.map_or_else(String::new, |level| level.name.to_string())
        }
        Cell::Number(number) => match field {
            Field::Input | Field::Cached | Field::Output => number.with_places(places),
            _ => grouped(*number, places),
        },
        Cell::Unknown => app.words.unknown.to_owned(),
    }
}

/// The decimal places that all numbers among the cells of a field are written with. Prices have cents.
pub(super) fn places<'a>(field: Field, cells: impl Iterator<Item = &'a Cell>) -> usize {
    let numbers = cells.filter_map(|cell| match cell {
        Cell::Number(number) => Some(*number),
        _ => None,
    });
    match field {
        Field::Input | Field::Cached | Field::Output => price_places(numbers),
        _ => most_places(numbers),
    }
}

/// A score with the unit of its benchmark: “71.5%”, or “1200 points”.
pub(super) fn with_unit(score: String, unit: Option<&str>) -> String {
    match unit {
        Some("%") => score + "%",
        Some(unit) => format!("{score}\u{a0}{unit}"),
        None => score,
    }
}

/// The decimal places of a column of prices: at least cents.
pub(super) fn price_places(prices: impl Iterator<Item = Decimal>) -> usize {
    most_places(prices).max(2)
}

/// The decimal places that the longest of some numbers needs.
pub(super) fn most_places(numbers: impl Iterator<Item = Decimal>) -> usize {
    numbers.map(Decimal::places).max().unwrap_or_default()
}

/// A number with separators between its thousands.
fn grouped(number: Decimal, places: usize) -> String {
    let text = number.with_places(places);
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => ("-", text),
        None => ("", &*text),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut grouped = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// “on 20 January 2025”, or “in June 2025” where the day is not known.
pub(super) fn on_date(app: &App, date: PartialDate) -> String {
    let pattern = match date.precision() {
        Precision::Day => app.words.date_on,
        Precision::Month | Precision::Year => app.words.date_in,
    };
    fill(pattern, &[("date", &app.formats.date(date))])
}

/// What a price is and since when: the list price when the model came out, a change, or a promotion.
pub(super) fn price_since(app: &App, model: &Model, price: &Price) -> String {
    let words = app.words;
    let date = app.formats.date(price.date);
    let (pattern, date) = match price_origin(model, price) {
        PriceOrigin::Promotion => (words.price_promotion, date),
        PriceOrigin::Release => (words.price_released, date),
        PriceOrigin::Change => (words.price_changed, on_date(app, price.date)),
        PriceOrigin::FirstKnown => (words.price_first_known, on_date(app, price.date)),
    };
    fill(pattern, &[("date", &date)])
}

/// What a price in a cell is, under its number; nothing where it is the list price when the model came out.
pub(super) fn price_remark(app: &App, model: &Model, field: Field, cell: &Cell) -> Html {
    let is_price = matches!(field, Field::Input | Field::Cached | Field::Output);
    let price = newest_price(model).filter(|_| is_price && *cell != Cell::Unknown);
    let remarkable = price.filter(|price| price_origin(model, price) != PriceOrigin::Release);
    remarkable.map_or_else(Html::default, |price| {
        html! { <>{ " " }<span class="ovc-remark">{ price_since(app, model, price) }</span></> }
    })
}

/// Name of a kind of price.
pub(super) fn price_kind_name(app: &App, kind: PriceKind) -> &'static str {
    match kind {
        PriceKind::Input => app.words.field_input,
        PriceKind::Cached => app.words.field_cached,
        PriceKind::Output => app.words.field_output,
    }
}

/// The same with its unit, for the head of a column.
pub(super) fn price_column_name(app: &App, kind: PriceKind) -> String {
    column_name(app, price_kind_name(app, kind), Some(app.words.price_unit))
}

/// The head of a column of numbers, with their unit where they have one.
pub(super) fn column_name(app: &App, name: &str, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => fill(app.words.with_unit, &[("name", name), ("unit", unit)]),
        None => name.to_owned(),
    }
}

/// Name of a field.
pub(super) fn field_name(app: &App, field: Field) -> String {
    let words = app.words;
    let name = match field {
        Field::Name => words.field_name,
        Field::Developer => words.filter_developer,
        Field::Country => words.field_country,
        Field::Released => words.field_released,
        Field::Level => words.filter_level,
        Field::Licence => words.field_licence,
        Field::Total => words.field_total,
        Field::Active => words.field_active,
        Field::Context => words.field_context,
        Field::Input => return price_column_name(app, PriceKind::Input),
        Field::Cached => return price_column_name(app, PriceKind::Cached),
        Field::Output => return price_column_name(app, PriceKind::Output),
        Field::Score(at) => {
            let benchmark = app.data.document.benchmarks.get(at);
            return benchmark.map_or_else(String::new, |benchmark| {
                column_name(app, &benchmark.name, benchmark.unit.as_deref())
            });
        }
    };
    name.to_owned()
}

/// Name of a model by its position.
pub(super) fn model_name(app: &App, model: usize) -> &str {
    app.data.models().get(model).map_or("", |model| &model.name)
}

/// What the definition says of a model, in words.
pub(super) fn openness_name(app: &App, openness: Openness) -> &'static str {
    side_name(app.words, openness.side())
}

/// The same of a scored model, and that it is not released where that is so.
pub(super) fn point_side_name(app: &App, point: &ScorePoint) -> String {
    let side = openness_name(app, point.openness);
    if point.is_released {
        side.to_owned()
    } else {
        format!("{side}, {}", app.words.unreleased)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_apart_and_places_are_those_of_the_column() {
        let grouped = |text, places| Decimal::parse(text).map(|number| grouped(number, places));
        assert_eq!(grouped("999", 0).as_deref(), Some("999"));
        assert_eq!(grouped("1048576", 0).as_deref(), Some("1,048,576"));
        assert_eq!(grouped("1234.5", 1).as_deref(), Some("1,234.5"));
        assert_eq!(grouped("49", 1).as_deref(), Some("49.0"));
    }

    #[test]
    fn a_column_has_the_places_of_its_longest_number() {
        let cells = |texts: &[&str]| -> Vec<Cell> {
            let numbers = texts.iter().filter_map(|text| Decimal::parse(text));
            numbers.map(Cell::Number).chain([Cell::Unknown]).collect()
        };
        assert_eq!(places(Field::Score(0), cells(&["49", "49.9"]).iter()), 1);
        assert_eq!(places(Field::Context, cells(&["128000"]).iter()), 0);
        assert_eq!(places(Field::Input, cells(&["3"]).iter()), 2);
        assert_eq!(places(Field::Input, cells(&["3", "0.435"]).iter()), 3);
    }
}
