//! Markup that this view writes often. A function for each keeps its chunk small.

use yew::prelude::*;

use super::drawing::Place;
use crate::ui::svg::px;

/// A paragraph of text.
pub(super) fn paragraph(class: &'static str, text: String) -> Html {
    html! { <p {class}>{ text }</p> }
}

/// A line of a drawing.
pub(super) fn line(class: &'static str, path: String) -> Html {
    html! { <path {class} d={path} /> }
}

/// A text in a drawing; `anchor` is which part of it is at its place, as the value of `text-anchor`.
pub(super) fn label(class: &'static str, anchor: &'static str, at: Place, text: String) -> Html {
    html! { <text {class} text-anchor={anchor} x={px(at.x)} y={px(at.y)}>{ text }</text> }
}

/// A cell with a number, and the plain number for those who read it by script.
pub(super) fn number_cell(value: Option<String>, text: String) -> Html {
    html! { <td class="is-number" data-value={value}>{ text }</td> }
}

/// The markup of each of some items, with its position. One loop stands for all lists: an iterator of its own for
/// each list is compiled anew.
pub(super) fn each<T>(items: &[T], item: &dyn Fn(usize, &T) -> Html) -> Html {
    let mut all = Vec::with_capacity(items.len());
    for (at, one) in items.iter().enumerate() {
        all.push(item(at, one));
    }
    list(all)
}

/// Several pieces of markup as one.
pub(super) fn list(items: Vec<Html>) -> Html {
    items.into_iter().collect()
}
