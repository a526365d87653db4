//! A native table of figures.

use yew::prelude::*;

use crate::ui::context::App;

/// A column of a table.
pub(in crate::ui) struct Column {
    pub head: Html,
    /// Whether its cells are numbers, which are aligned at the end.
    pub is_number: bool,
    /// Direction in which the rows are sorted by this column, as the value of `aria-sort`.
    pub sort: Option<&'static str>,
}

impl Column {
    /// A column of words.
    pub fn text(head: impl Into<Html>) -> Self {
        Self {
            head: head.into(),
            is_number: false,
            sort: None,
        }
    }

    /// A column of numbers.
    pub fn number(head: impl Into<Html>) -> Self {
        Self {
            is_number: true,
            ..Self::text(head)
        }
    }
}

/// The table with its name, in a box that scrolls where the table is wider than its container; the style
/// sheet shows the sentence that says so.
pub(in crate::ui) fn data_table(
    app: &App,
    name: impl Into<AttrValue>,
    columns: Vec<Column>,
    rows: Html,
) -> Html {
    table(app, name.into(), columns, rows, None)
}

/// The same for figures without a link or a control in them: the box is a stop of the keyboard, which could not
/// scroll it otherwise.
pub(in crate::ui) fn figures_table(
    app: &App,
    name: impl Into<AttrValue>,
    columns: Vec<Column>,
    rows: Html,
) -> Html {
    table(app, name.into(), columns, rows, Some("0"))
}

fn table(
    app: &App,
    name: AttrValue,
    columns: Vec<Column>,
    rows: Html,
    stop: Option<&'static str>,
) -> Html {
    let label = stop.is_some().then(|| name.clone());
    let role = stop.is_some().then_some("group");
    html! {
        <>
        <p class="ovc-scrolls" aria-hidden="true">{ app.words.table_scrolls }</p>
        <div class="ovc-scroll" tabindex={stop} {role} aria-label={label}>
            <table class="ovc-plain" part="table">
                <caption>{ name }</caption>
                <thead><tr>
                    { for columns.into_iter().map(|column| html! {
                        <th scope="col" class={classes!(column.is_number.then_some("is-number"))} aria-sort={column.sort}>
                            { column.head }
                        </th>
                    }) }
                </tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
        </>
    }
}
