//! The dimensions of the debate as a native table. In a narrow container the style sheet stacks
//! its cells; explicit roles keep it a table there, and each cell repeats its column's name.

use yew::prelude::*;

use crate::dataset::{Claim, Dimension, Side, Text, Vocabulary};
use crate::locale::fill;
use crate::ui::components::reference::grounds;
use crate::ui::components::side;
use crate::ui::components::sources::source_details;
use crate::ui::components::terms::terms;
use crate::ui::context::{App, attr, rich, use_app};

/// A column of the table.
#[derive(Clone, Copy)]
enum Column {
    /// The case for a side.
    Case(Side),
    Evidence,
    Contested,
    Crux,
}

impl Column {
    /// The columns in their order.
    fn all(open_first: bool) -> [Self; 5] {
        let (first, second) = if open_first {
            (Side::Open, Side::Closed)
        } else {
            (Side::Closed, Side::Open)
        };
        [
            Self::Case(first),
            Self::Case(second),
            Self::Evidence,
            Self::Contested,
            Self::Crux,
        ]
    }

    fn key(self) -> &'static str {
        match self {
            Self::Case(side) => side.as_str(),
            Self::Evidence => "evidence",
            Self::Contested => "contested",
            Self::Crux => "crux",
        }
    }

    /// The class that carries the colour of its side.
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Case(side) => Some(side::class_of(side)),
            _ => None,
        }
    }

    fn title(self, app: &App) -> Html {
        let words = app.words;
        match self {
            Self::Case(side) => {
                let title = match side {
                    Side::Closed => words.case_closed,
                    _ => words.case_open,
                };
                html! { <>{ side::icon(side) }{ title }</> }
            }
            Self::Evidence => html! { words.evidence },
            Self::Contested => html! { words.contested },
            Self::Crux => html! { words.crux },
        }
    }

    /// The content of this column for a dimension.
    fn content(self, app: &App, dimension: &Dimension) -> Html {
        match self {
            Self::Case(Side::Closed) => claims(app, &dimension.closed),
            Self::Case(_) => claims(app, &dimension.open),
            Self::Evidence => claims(app, &dimension.evidence),
            Self::Contested => statement(app, dimension.contested.as_ref(), &dimension.sources),
            Self::Crux => statement(app, dimension.crux.as_ref(), &dimension.sources),
        }
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct DimensionTableProps {
    /// Whether the case for open comes before the case for closed.
    pub open_first: bool,
    /// Position of the only dimension to show; `None` means all.
    pub only: Option<usize>,
    /// Id of the heading that names the table.
    pub title_id: &'static str,
}

/// The dimensions, one to a row.
#[component]
pub(super) fn DimensionTable(props: &DimensionTableProps) -> Html {
    let app = use_app();
    let open_first = props.open_first;
    let dimensions = app.data.document.dimensions.iter().enumerate();
    let dimensions = dimensions.filter(|(at, _)| props.only.is_none_or(|only| only == *at));
    html! {
        <table class="ovc-table" part="table" role="table" aria-labelledby={props.title_id}>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ app.words.compare_dimension }</th>
                    { for Column::all(open_first).into_iter().map(|column| html! {
                        <th scope="col" role="columnheader" key={column.key()} class={classes!(column.class())}>
                            { column.title(&app) }
                        </th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for dimensions.map(|(at, dimension)| html! {
                    <DimensionRow key={dimension.id.to_string()} dimension={at} {open_first} />
                }) }
            </tbody>
        </table>
    }
}

#[derive(PartialEq, Properties)]
struct DimensionRowProps {
    /// Position of the dimension in the data set.
    dimension: usize,
    open_first: bool,
}

/// A dimension with its question, and a cell for each column.
#[component]
fn DimensionRow(props: &DimensionRowProps) -> Html {
    let app = use_app();
    let Some(dimension) = app.data.document.dimensions.get(props.dimension) else {
        return Html::default();
    };
    html! {
        <tr role="row" id={format!("compare-{}", dimension.id)} data-id={attr(&dimension.id)} lang={app.lang_of(&dimension.id)}>
            <th scope="row" role="rowheader">
                <span class="ovc-dimension">{ attr(&dimension.name) }</span>
                if let Some(question) = &dimension.question {
                    <span class="ovc-question">{ rich(question) }</span>
                }
                { terms(&app, &texts(dimension)) }
            </th>
            { for Column::all(props.open_first).into_iter().map(|column| dimension_cell(&app, dimension, column)) }
        </tr>
    }
}

/// What a question and its answers say, in which hard words may stand.
fn texts(dimension: &Dimension) -> Vec<&str> {
    let more = [&dimension.question, &dimension.contested, &dimension.crux];
    let more = more.into_iter().filter_map(|text| text.as_deref());
    let claims = dimension.claims().map(|claim| &*claim.text);
    core::iter::once(&*dimension.name)
        .chain(more)
        .chain(claims)
        .collect()
}

/// The cell of a dimension in one column.
fn dimension_cell(app: &App, dimension: &Dimension, column: Column) -> Html {
    html! {
        <td key={column.key()} role="cell" class={classes!("ovc-cell", column.class())} data-cell={column.key()}>
            // Shown where the table is stacked, because the column's heading is hidden there.
            <p class="ovc-cell-title" aria-hidden="true">{ column.title(app) }</p>
            { column.content(app, dimension) }
        </td>
    }
}

/// The texts of the cases for both sides, without what they rest on.
pub(super) fn claim_texts(app: &App, dimension: &Dimension, open_first: bool) -> Html {
    let cases = Column::all(open_first).into_iter().take(2);
    let case = |column: Column| {
        let claims = match column {
            Column::Case(Side::Closed) => &dimension.closed,
            _ => &dimension.open,
        };
        html! {
            <div class={classes!(column.class())}>
                <p class="ovc-label">{ column.title(app) }</p>
                <ul>{ for claims.iter().map(|claim| html! { <li>{ rich(&claim.text) }</li> }) }</ul>
            </div>
        }
    };
    html! { <>{ for cases.map(case) }</> }
}

fn claims(app: &App, claims: &[Claim]) -> Html {
    html! {
        <ul class="ovc-claims">
            { for claims.iter().map(|claim| html! {
                <li key={claim.id.to_string()} id={format!("claim-{}", claim.id)} data-id={attr(&claim.id)} lang={app.lang_of(&claim.id)}>
                    <p>{ rich(&claim.text) }</p>
                    <p class="ovc-claim-about">
                        { app.words.claim_kind(claim.kind) }{ " · " }
                        <span class={format!("ovc-strength is-{}", claim.strength.as_str())}>
                            { app.words.strength(claim.strength) }
                        </span>
                        { holders(app, claim) }
                    </p>
                    { grounds(app, claim) }
                </li>
            }) }
        </ul>
    }
}

/// Who says so; nothing where nobody is named.
fn holders(app: &App, claim: &Claim) -> String {
    let actors = claim.holders.iter().filter_map(|id| app.data.actor(id));
    let names: Vec<&str> = actors.map(|actor| &*actor.name).collect();
    if names.is_empty() {
        return String::new();
    }
    let names = names.join(", ");
    format!(" · {}", fill(app.words.held_by, &[("names", &names)]))
}

fn statement(app: &App, text: Option<&Text>, sources: &[Text]) -> Html {
    let Some(text) = text else {
        return Html::default();
    };
    html! {
        <>
            <p>{ rich(text) }</p>
            { source_details(app, sources) }
        </>
    }
}
