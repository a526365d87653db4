//! The dimensions of the debate as a native table. In a narrow container the style sheet stacks
//! its cells; explicit roles keep it a table there, and each cell repeats its column's name.

use yew::prelude::*;

use crate::dataset::{Claim, Dimension, Side, Text, Vocabulary};
use crate::ui::components::reference::grounds;
use crate::ui::components::side;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, classes, rich};

/// The dimensions, one to a row.
pub(super) fn table(app: &App, open_first: bool, title_id: &'static str) -> Html {
    let messages = app.words;
    let sides = if open_first {
        [Side::Open, Side::Closed]
    } else {
        [Side::Closed, Side::Open]
    };
    html! {
        <table class="ovc-table" part="table" role="table" aria-labelledby={title_id}>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ messages.compare_dimension }</th>
                    { for sides.iter().map(|side| html! {
                        <th scope="col" role="columnheader" key={side.as_str()} class={side::class_of(*side)}>
                            { side::icon(*side) }{ case_title(app, *side) }
                        </th>
                    }) }
                    <th scope="col" role="columnheader">{ messages.evidence }</th>
                    <th scope="col" role="columnheader">{ messages.contested }</th>
                    <th scope="col" role="columnheader">{ messages.crux }</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for app.data.document.dimensions.iter().map(|item| row(app, item, sides)) }
            </tbody>
        </table>
    }
}

fn case_title(app: &App, side: Side) -> &'static str {
    match side {
        Side::Closed => app.words.case_closed,
        _ => app.words.case_open,
    }
}

fn row(app: &App, dimension: &Dimension, sides: [Side; 2]) -> Html {
    let messages = app.words;
    html! {
        <tr role="row" key={dimension.id.to_string()} id={format!("compare-{}", dimension.id)} data-id={attr(&dimension.id)}>
            <th scope="row" role="rowheader">
                <span class="ovc-dimension">{ attr(&dimension.name) }</span>
                if let Some(question) = &dimension.question {
                    <span class="ovc-question">{ rich(question) }</span>
                }
            </th>
            { for sides.iter().map(|side| {
                let claims = match side {
                    Side::Closed => &dimension.closed,
                    _ => &dimension.open,
                };
                let title = html! { <>{ side::icon(*side) }{ case_title(app, *side) }</> };
                cell(side.as_str(), side::class_of(*side), title, claims_html(app, claims))
            }) }
            { cell("evidence", "", html! { messages.evidence }, claims_html(app, &dimension.evidence)) }
            { cell("contested", "", html! { messages.contested }, statement(app, dimension.contested.as_ref(), &dimension.sources)) }
            { cell("crux", "", html! { messages.crux }, statement(app, dimension.crux.as_ref(), &dimension.sources)) }
        </tr>
    }
}

fn cell(key: &'static str, class: &'static str, title: Html, content: Html) -> Html {
    html! {
        <td role="cell" {key} class={classes(&["ovc-cell", class])} data-cell={key}>
            // Shown where the table is stacked; there the column's heading is out of sight.
            <p class="ovc-cell-title" aria-hidden="true">{ title }</p>
            { content }
        </td>
    }
}

fn claims_html(app: &App, claims: &[Claim]) -> Html {
    html! {
        <ul class="ovc-claims">
            { for claims.iter().map(|claim| html! {
                <li key={claim.id.to_string()} id={format!("claim-{}", claim.id)} data-id={attr(&claim.id)}>
                    <p>{ rich(&claim.text) }</p>
                    <p class="ovc-claim-about">
                        { app.words.claim_kind(claim.kind) }{ " · " }
                        <span class={format!("ovc-strength is-{}", claim.strength.as_str())}>
                            { app.words.strength(claim.strength) }
                        </span>
                    </p>
                    { grounds(app, claim) }
                </li>
            }) }
        </ul>
    }
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
