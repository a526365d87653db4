//! The shape of each side, which distinguishes the sides without colour.

use yew::prelude::*;

use crate::dataset::Side;
use crate::locale::Messages;
use crate::ui::svg::px;

/// The outline of a side's shape around the origin, as an SVG path; `radius` is half its width.
/// The four have about the same area, so that none looks heavier.
pub(in crate::ui) fn outline(side: Side, radius: f64) -> String {
    let size = |factor: f64| px(radius * factor);
    match side {
        Side::Open => {
            let r = size(1.0);
            let d = size(2.0);
            format!("M-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z")
        }
        Side::Closed => {
            let half = size(0.89);
            let whole = size(1.78);
            format!("M-{half} -{half}h{whole}v{whole}h-{whole}z")
        }
        Side::Mixed => {
            let r = size(1.25);
            format!("M0 -{r}L{r} 0L0 {r}L-{r} 0z")
        }
        Side::Context => {
            let (half, top, bottom) = (size(1.3), size(1.2), size(1.05));
            format!("M0 -{top}L{half} {bottom}L-{half} {bottom}z")
        }
    }
}

/// The shape of a side beside its name.
pub(in crate::ui) fn icon(side: Side) -> Html {
    icon_with(side, Classes::new())
}

/// The same with further classes.
pub(in crate::ui) fn icon_with(side: Side, classes: Classes) -> Html {
    html! {
        <svg class={classes!("ovc-shape", class_of(side), classes)} viewBox="-8 -8 16 16" aria-hidden="true">
            <path d={outline(side, 5.5)} />
        </svg>
    }
}

/// The class that carries a side's colour.
pub(in crate::ui) fn class_of(side: Side) -> &'static str {
    match side {
        Side::Open => "is-open",
        Side::Closed => "is-closed",
        Side::Mixed => "is-both",
        Side::Context => "is-context",
    }
}

/// Name of a side of models, where `Context` means that the side is unknown.
pub(in crate::ui) fn side_name(messages: &Messages, side: Side) -> &'static str {
    match side {
        Side::Context => messages.unknown,
        side => messages.side(side),
    }
}
