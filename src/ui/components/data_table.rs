//! A native table of figures.

use yew::prelude::*;

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

/// The table in a box that scrolls where the table is wider than its container.
pub(in crate::ui) fn data_table(caption: AttrValue, columns: Vec<Column>, rows: Html) -> Html {
    html! {
        <div class="ovc-scroll">
            <table class="ovc-plain" part="table">
                <caption>{ caption }</caption>
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
    }
}
