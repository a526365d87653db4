//! Models, cells and fields in words.

use crate::dataset::Score;
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

/// A cell of a field in words.
pub(super) fn cell_text(app: &App, field: Field, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Date(date) => app.formats.date(*date),
        Cell::Level(at) => {
            let level = app.data.document.levels.get(*at);
            level.map_or_else(String::new, |level| level.name.to_string())
        }
        Cell::Number(number) => match field {
            Field::Input | Field::Cached | Field::Output => number.with_places(2),
            _ => grouped(*number),
        },
        Cell::Unknown => app.words.unknown.to_owned(),
    }
}

/// A whole number with separators between its thousands.
fn grouped(number: Decimal) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && !digits.contains('.') {
            text.push(',');
        }
        text.push(digit);
    }
    text
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
        Field::Input => words.field_input,
        Field::Cached => words.field_cached,
        Field::Output => words.field_output,
        Field::Score(at) => {
            let benchmark = app.data.document.benchmarks.get(at);
            return benchmark.map_or_else(String::new, |benchmark| benchmark.name.to_string());
        }
    };
    name.to_owned()
}

/// Name of a model by its position.
pub(super) fn model_name(app: &App, model: usize) -> &str {
    app.data.models().get(model).map_or("", |model| &model.name)
}

/// The score with that value in a benchmark, of the model at a position.
pub(super) fn score<'a>(
    app: &'a App,
    model: usize,
    benchmark: &str,
    value: Decimal,
) -> Option<&'a Score> {
    let mut scores = app.data.models().get(model)?.scores.iter();
    scores.find(|score| *score.benchmark == *benchmark && score.value == value)
}

/// What the definition says of a model, in words.
pub(super) fn openness_name(app: &App, openness: Openness) -> &'static str {
    side_name(app.words, openness.side())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_of_whole_numbers_are_apart() {
        let grouped = |text| Decimal::parse(text).map(grouped);
        assert_eq!(grouped("999").as_deref(), Some("999"));
        assert_eq!(grouped("1048576").as_deref(), Some("1,048,576"));
        assert_eq!(grouped("1234.5").as_deref(), Some("1234.5"));
    }
}
