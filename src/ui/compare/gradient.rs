//! The gradient of release, from unreleased to fully open.

use yew::prelude::*;

use super::level::level_card;
use crate::dataset::Dataset;
use crate::ui::components::definition::in_force;
use crate::ui::components::select::{SelectOption, select};
use crate::ui::components::sides::sides_legend;
use crate::ui::context::{App, use_app};

/// The levels shown side by side in a narrow container until the reader chooses: the usual level of
/// models that are sold, and the usual level of published weights.
const PINNED: [&str; 2] = ["api", "permissive"];

/// Positions of the levels that the reader has pinned, by column; `None` means the default.
type Pinned = [Option<usize>; 2];

#[derive(PartialEq, Properties)]
pub(super) struct GradientProps {
    /// Whether the scale starts at the open end.
    pub open_first: bool,
    pub pinned: Pinned,
    pub on_pin: Callback<Pinned>,
}

/// The levels as a scale. It starts at the end whose side comes first.
#[component]
pub(super) fn Gradient(props: &GradientProps) -> Html {
    let app = use_app();
    let columns = columns(&app.data, props.pinned);
    let levels = app.data.document.levels.iter().enumerate();
    let mut cards: Vec<Html> = levels
        .map(|(at, level)| {
            let column = columns.iter().position(|pinned| *pinned == at);
            level_card(&app, at, level, column)
        })
        .collect();
    if props.open_first {
        cards.reverse();
    }
    html! {
        <>
            <p class="ovc-note">{ in_force(&app) }</p>
            { sides_legend(&app) }
            if app.is_live() {
                { level_pickers(&app, props.pinned, &props.on_pin) }
            }
            <ol class="ovc-levels">{ for cards }</ol>
        </>
    }
}

/// Selects the level for each column of a narrow container.
fn level_pickers(app: &App, pinned: Pinned, on_pin: &Callback<Pinned>) -> Html {
    let columns = columns(&app.data, pinned);
    let levels = app.data.document.levels.iter().enumerate();
    let options: Vec<SelectOption> = levels
        .map(|(at, level)| SelectOption::new(at.to_string(), level.name.clone()))
        .collect();
    let picker = |column: usize, label: &'static str| {
        let on_pin = on_pin.clone();
        let on_select = Callback::from(move |value: String| {
            on_pin.emit(repin(pinned, columns, column, value.parse().ok()));
        });
        select(label, &options, &columns[column].to_string(), &on_select)
    };
    html! {
        <div class="ovc-pins">
            { picker(0, app.words.compare_first) }
            { picker(1, app.words.compare_second) }
        </div>
    }
}

/// Positions of the levels in the two columns of a narrow container.
fn columns(data: &Dataset, pinned: Pinned) -> [usize; 2] {
    let last = data.document.levels.len().saturating_sub(1);
    let default = |id: &str, otherwise: usize| data.level_position(id).unwrap_or(otherwise);
    [
        pinned[0].unwrap_or_else(|| default(PINNED[0], 0)),
        pinned[1].unwrap_or_else(|| default(PINNED[1], last)),
    ]
}

/// What is pinned after the reader has picked a level for a column. Where the other column has that
/// level, the two columns swap, so that neither is empty.
fn repin(pinned: Pinned, columns: [usize; 2], column: usize, picked: Option<usize>) -> Pinned {
    let other = 1 - column;
    let mut next = pinned;
    if picked == Some(columns[other]) {
        next[other] = Some(columns[column]);
    }
    next[column] = picked;
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_picked_twice_changes_places() {
        assert_eq!(repin([None, None], [2, 4], 0, Some(5)), [Some(5), None]);
        assert_eq!(repin([None, None], [2, 4], 0, Some(4)), [Some(4), Some(2)]);
        assert_eq!(
            repin([Some(3), None], [3, 4], 1, Some(3)),
            [Some(4), Some(3)]
        );
    }
}
