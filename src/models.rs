//! The table of models, and the comparison of a few side by side.
//!
//! Given a data set and the state; returns which models are shown, the cells of a model, the order of the
//! rows, and which rows of a comparison differ.

use core::cmp::Ordering;

use crate::charts::ScoreSet;
use crate::charts::newest_price;
use crate::dataset::{Dataset, Model, Price, Text};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::definition::Rule;
use crate::query::search::Query;
use crate::query::{FacetIndex, Filter, FilterResult};
use crate::sort::sort_by;
use crate::state::ViewState;

/// A property of a model: a column of the table, and a row of the comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field {
    /// Its name.
    Name,
    /// Who developed it.
    Developer,
    /// The developer's country, as an ISO 3166 code.
    Country,
    /// When it was released.
    Released,
    /// Its level of openness.
    Level,
    /// Licence of the weights.
    Licence,
    /// Parameters, in billions.
    Total,
    /// Parameters that are active for one token, in billions.
    Active,
    /// Context window, in tokens.
    Context,
    /// The newest price of input, in US dollars per million tokens.
    Input,
    /// The newest price of cached input.
    Cached,
    /// The newest price of output.
    Output,
    /// The best score in the benchmark at that position in the document.
    Score(usize),
}

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text.
    Text(Text),
    /// A date.
    Date(PartialDate),
    /// Position of a level in the document.
    Level(usize),
    /// A number.
    Number(Decimal),
    /// Not known.
    Unknown,
}

impl Cell {
    /// The order among cells of the same field: by alphabet, date, level or number. Unknown cells come
    /// last in both directions.
    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let known = match (self, other) {
            (Self::Text(a), Self::Text(b)) => {
                let lower = |text: &Text| text.to_ascii_lowercase();
                lower(a).cmp(&lower(b))
            }
            (Self::Date(a), Self::Date(b)) => a.cmp(b),
            (Self::Level(a), Self::Level(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            _ => {
                let is_unknown = |cell: &Self| *cell == Self::Unknown;
                return is_unknown(self).cmp(&is_unknown(other));
            }
        };
        if descending { known.reverse() } else { known }
    }
}

/// The cell of a model.
pub fn cell(data: &Dataset, model: &Model, field: Field) -> Cell {
    let actor = || model.actor.as_deref().and_then(|id| data.actor(id));
    let newest = |pick: fn(&Price) -> Option<Decimal>| number(newest_price(model).and_then(pick));
    match field {
        Field::Name => Cell::Text(model.name.clone()),
        Field::Developer => text(actor().map(|actor| &actor.name)),
        Field::Country => text(actor().and_then(|actor| actor.country.as_ref())),
        Field::Released => model.released.map_or(Cell::Unknown, Cell::Date),
        Field::Level => {
            let mut levels = data.document.levels.iter();
            let position = levels.position(|level| Some(&level.id) == model.level.as_ref());
            position.map_or(Cell::Unknown, Cell::Level)
        }
        Field::Licence => text(model.licence.as_ref()),
        Field::Total => number(model.parameters.as_ref().map(|sizes| sizes.total)),
        Field::Active => number(model.parameters.as_ref().and_then(|sizes| sizes.active)),
        Field::Context => number(model.context),
        Field::Input => newest(|price| Some(price.input)),
        Field::Cached => newest(|price| price.cached),
        Field::Output => newest(|price| Some(price.output)),
        Field::Score(at) => {
            let benchmark = data.document.benchmarks.get(at);
            let score = benchmark.and_then(|benchmark| ScoreSet::all(&benchmark.id).best(model));
            number(score.map(|score| score.value))
        }
    }
}

fn text(text: Option<&Text>) -> Cell {
    text.map_or(Cell::Unknown, |text| Cell::Text(text.clone()))
}

fn number(number: Option<Decimal>) -> Cell {
    number.map_or(Cell::Unknown, Cell::Number)
}

/// The order of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sort {
    /// The column that the rows are ordered by.
    pub field: Field,
    /// Whether the order is descending.
    pub descending: bool,
}

impl Default for Sort {
    /// The newest first.
    fn default() -> Self {
        Self {
            field: Field::Released,
            descending: true,
        }
    }
}

/// The models that match the filters, the search and the year of release, and the facets.
///
/// The side of a model follows from the definition of “open”. The filter of event kinds does
/// not apply to models.
pub fn select(data: &Dataset, rule: &Rule, state: &ViewState, year: Option<i32>) -> FilterResult {
    let models = data.models();
    let index = FacetIndex::of(data, models.len(), &|at, filter, visit| {
        let model = &models[at];
        let position = match filter {
            Filter::Side => Some(rule.of_model(model).side() as usize),
            Filter::Kind => None,
            Filter::Actor => model
                .actor
                .as_deref()
                .and_then(|actor| data.actor_position(actor)),
            Filter::Level => model
                .level
                .as_deref()
                .and_then(|level| data.level_position(level)),
            Filter::Confidence => model.confidence.map(|confidence| confidence as usize),
        };
        position.into_iter().for_each(visit);
    });
    let query = Query::new(&state.search, data.normalize);
    let found: Vec<u32> = (0u32..)
        .zip(models)
        .filter(|(_, model)| {
            let released = model.released.map(PartialDate::year);
            (year.is_none() || year == released) && query.matches_text(&searched_text(data, model))
        })
        .map(|(at, _)| at)
        .collect();
    let mut filters = state.filters.clone();
    filters.set(Filter::Kind, &[], data);
    index.select(&filters, Some(&found))
}

/// The text that is searched: name, developer and licence.
fn searched_text(data: &Dataset, model: &Model) -> String {
    let mut text = String::new();
    for field in [Field::Name, Field::Developer, Field::Licence] {
        if let Cell::Text(words) = cell(data, model, field) {
            text.push_str(&words);
            text.push('\n');
        }
    }
    text
}

/// The rows of the table: positions in [`Dataset::models`]. Equal rows stay in the order of release.
pub fn rows(data: &Dataset, shown: &[u32], sort: &Sort) -> Vec<u32> {
    let models = data.models();
    let mut rows: Vec<(u32, Cell)> = shown
        .iter()
        .filter_map(|at| Some((*at, cell(data, models.get(*at as usize)?, sort.field))))
        .collect();
    sort_by(&mut rows, |(i, a), (j, b)| {
        a.compare(b, sort.descending).then(i.cmp(j))
    });
    rows.into_iter().map(|(at, _)| at).collect()
}

/// A row of the comparison of a few models.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// Its property.
    pub field: Field,
    /// A cell for each model.
    pub cells: Vec<Cell>,
    /// Whether two known cells differ.
    pub differs: bool,
}

/// The rows with at least one known cell.
pub fn comparison(data: &Dataset, models: &[&Model]) -> Vec<ComparisonRow> {
    let mut fields = vec![
        Field::Developer,
        Field::Country,
        Field::Released,
        Field::Level,
        Field::Licence,
        Field::Total,
        Field::Active,
        Field::Context,
        Field::Input,
        Field::Cached,
        Field::Output,
    ];
    fields.extend((0..data.document.benchmarks.len()).map(Field::Score));
    let rows = fields.into_iter().map(|field| {
        let cells: Vec<Cell> = models
            .iter()
            .map(|model| cell(data, model, field))
            .collect();
        let mut known = cells.iter().filter(|cell| **cell != Cell::Unknown);
        let first = known.next();
        let differs = known.any(|cell| Some(cell) != first);
        ComparisonRow {
            field,
            cells,
            differs,
        }
    });
    rows.filter(|row| row.cells.iter().any(|cell| *cell != Cell::Unknown))
        .collect()
}
