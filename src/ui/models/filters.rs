//! The year of release to show models of.

use yew::prelude::*;

use crate::ui::components::select::{SelectOption, select};
use crate::ui::context::{App, ViewContext};

/// The select for the year of release.
pub(super) fn year_select(app: &App, current: &ViewContext) -> Html {
    let set = current.set.clone();
    let on_select = Callback::from(move |year: String| {
        set.emit(Box::new(move |settings| settings.year = year.parse().ok()));
    });
    let year = current.settings.year.map(|year| year.to_string());
    let year = year.unwrap_or_default();
    select(app.words.filter_year, &years(app), &year, &on_select)
}

/// Every year, and those in which models were released.
fn years(app: &App) -> Vec<SelectOption> {
    let mut options = vec![SelectOption::new("", app.words.filter_any)];
    let mut last = None;
    // Models are in the order of release.
    for date in app.data.models().iter().filter_map(|model| model.released) {
        if last != Some(date.year()) {
            last = Some(date.year());
            let year = AttrValue::from(date.year().to_string());
            options.push(SelectOption::new(year.clone(), year));
        }
    }
    options
}
