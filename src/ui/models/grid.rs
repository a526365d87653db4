//! A native table: one function for all tables of the view, because each weighs like a component.

use yew::prelude::*;

use crate::dataset::Text;
use crate::ui::context::{App, Surface, attr, classes};

/// A cell.
#[derive(Default)]
pub(super) struct Td {
    pub content: Html,
    /// The plain number, for whoever reads the page by program.
    pub value: Option<String>,
    pub unknown: bool,
}

impl From<Html> for Td {
    fn from(content: Html) -> Self {
        Self {
            content,
            ..Self::default()
        }
    }
}

/// A row: what it is about, and its cells.
pub(super) struct Row {
    pub key: String,
    pub class: AttrValue,
    /// What it is about, by id.
    pub id: Option<Text>,
    /// Where links to it lead.
    pub anchor: Option<String>,
    pub head: Html,
    pub cells: Vec<Td>,
}

/// The head of a column, with the direction that it is sorted in.
pub(super) type Head = (Html, Option<&'static str>);

/// The table, in a box of its own that scrolls where it is wider than its container.
pub(super) fn grid(caption: Html, heads: Vec<Head>, rows: Vec<Row>) -> Html {
    // What is unknown in a column of numbers stands under them, and so does the head.
    let numbers = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(at));
        if cells.any(|cell| cell.value.is_some()) {
            "is-number"
        } else {
            ""
        }
    };
    let numbers: Vec<&str> = (0..heads.len()).map(numbers).collect();
    let heads = heads.into_iter().enumerate().map(|(at, (name, sort))| {
        // The first column is the heads of the rows.
        let class = at.checked_sub(1).and_then(|at| numbers.get(at).copied());
        html! { <th scope="col" class={class.unwrap_or_default()} aria-sort={sort}>{ name }</th> }
    });
    html! {
        <div class="ovc-scroll">
            <table class="ovc-plain" part="table">
                <caption>{ caption }</caption>
                <thead><tr>
                    { for heads }
                </tr></thead>
                <tbody>
                    { for rows.into_iter().map(|item| row(item, &numbers)) }
                </tbody>
            </table>
        </div>
    }
}

fn row(row: Row, numbers: &[&str]) -> Html {
    html! {
        <tr key={row.key} class={row.class} id={row.anchor} data-id={row.id.as_ref().map(attr)}>
            <th scope="row">{ row.head }</th>
            { for row.cells.into_iter().zip(numbers).map(|(cell, class)| html! {
                <td class={classes(&[class, if cell.unknown { "is-unknown" } else { "" }])} data-value={cell.value}>{ cell.content }</td>
            }) }
        </tr>
    }
}

/// The same, folded under a title; not on paper, where nobody can unfold it. Nothing where there are
/// no rows.
pub(super) fn folded(app: &App, caption: Html, names: &[&'static str], rows: Vec<Row>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    // Heads that sort nothing.
    let heads = names.iter().map(|name| (html! { *name }, None));
    html! {
        <details class="ovc-figures" open={app.surface == Surface::Print}>
            <summary>{ app.words.chart_data }</summary>
            { grid(caption, heads.collect(), rows) }
        </details>
    }
}
