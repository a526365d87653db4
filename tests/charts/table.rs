//! The table of models, and models side by side.

use open_vs_closed::dataset::Dataset;
use open_vs_closed::definition::{DefinitionId, Rule};
use open_vs_closed::models::{Cell, Field, Sort, comparison, rows, select};
use open_vs_closed::state::{Filter, ViewState};

use super::{all, shipped};

fn ids(data: &Dataset, positions: &[u32]) -> Vec<String> {
    let models = positions.iter().map(|at| &data.models()[*at as usize]);
    models.map(|model| model.id.to_string()).collect()
}

#[test]
fn the_table_sorts() {
    let data = shipped();
    let by = |field, descending| {
        let sort = Sort { field, descending };
        ids(&data, &rows(&data, &all(&data), &sort))
    };
    let newest = ids(&data, &rows(&data, &all(&data), &Sort::default()));
    assert_eq!(newest.len(), data.models().len());
    let released = |id: &String| data.model(id).expect("a model").released;
    let oldest_first: Vec<_> = newest.iter().rev().map(released).collect();
    assert!(oldest_first.is_sorted(), "the newest first");
    assert_eq!(by(Field::Total, true)[0], "kimi-k3");
    assert_eq!(by(Field::Input, true)[0], "gpt-4-5");
    // Unknown cells come last in both directions.
    let unpriced = |id: &String| data.model(id).expect("a model").prices.is_empty();
    for descending in [true, false] {
        assert!(by(Field::Input, descending).is_sorted_by_key(unpriced));
    }
}

#[test]
fn models_are_searched_and_filtered() {
    let data = shipped();
    let chosen = |definition, state: &ViewState, year| {
        let selection = select(&data, &Rule::new(&data, definition), state, year);
        ids(&data, &selection.visible)
    };
    let mut state = ViewState {
        search: " DEEPSEEK mit ".into(),
        ..ViewState::default()
    };
    let found = chosen(DefinitionId::Downloadable, &state, None);
    assert!(found.contains(&"deepseek-v3".to_owned()) && found.contains(&"deepseek-r1".to_owned()));
    let is_found = |id: &String| {
        let model = data.model(id).expect("a model");
        let licence = model.licence.as_deref().unwrap_or_default();
        model.name.contains("DeepSeek") && licence.contains("MIT")
    };
    assert!(found.iter().all(is_found), "{found:?}");
    state.search = "".into();
    state.filters.set(Filter::Level, &["full".into()], &data);
    // The filter of event kinds does not apply to models.
    state.filters.set(Filter::Kind, &["policy".into()], &data);
    let full = chosen(DefinitionId::Downloadable, &state, Some(2024));
    assert_eq!(full, ["olmo-7b", "olmo-2-13b"]);
    // The side follows the definition, and its counts with it.
    state
        .filters
        .set(Filter::Level, &["permissive".into()], &data);
    state.filters.set(Filter::Side, &["open".into()], &data);
    let permissive = chosen(DefinitionId::Permissive, &state, None);
    assert!(permissive.contains(&"deepseek-r1".to_owned()));
    assert!(chosen(DefinitionId::Osaid, &state, None).is_empty());
    let osaid = Rule::new(&data, DefinitionId::Osaid);
    let selection = select(&data, &osaid, &state, None);
    let facets = selection.facets(Filter::Side);
    let mixed = facets.iter().find(|facet| &*facet.value == "mixed");
    assert_eq!(mixed.map(|facet| facet.count), Some(permissive.len()));
}

#[test]
fn a_comparison_marks_rows_that_are_known_to_differ() {
    let data = shipped();
    let models = ["o3-mini", "deepseek-r1"].map(|id| data.model(id).expect("a model"));
    let rows = comparison(&data, &models);
    let row = |field: Field| rows.iter().find(|row| row.field == field).expect("the row");
    assert!(row(Field::Input).differs);
    assert!(!row(Field::Total).differs, "one of the two is not known");
    assert_eq!(row(Field::Total).cells[0], Cell::Unknown);
    let both = comparison(&data, &[models[0], models[0]]);
    assert!(both.iter().all(|row| !row.differs));
}
