//! The timeline as an axis, with the open card or cluster beside it, or under it where it is narrow.

use yew::prelude::*;

use super::axis::Axis;
use super::layout::LayoutInput;
use super::notices::{count_inside, outside_notice};
use super::overview::Overview;
use super::panel::panel;
use super::steps::steps;
use crate::ui::components::sides::sides_legend;
use crate::ui::components::skip::skip;
use crate::ui::context::App;
use crate::ui::hooks;

/// From this width on, in CSS pixels, the panel stands beside the axis. It has its room there whether a card is
/// open or not, so that no mark moves when one opens.
const WIDE: f64 = 1100.0;
/// The panel's part of the width, and its least and greatest width.
const PANEL: f64 = 0.26;
const PANEL_WIDTHS: (f64, f64) = (320.0, 440.0);
/// Distance of the panel from the axis.
const GAP: f64 = 32.0;

/// Width of the axis in a view, and whether the panel stands beside it.
fn axis_width(width: f64) -> (f64, bool) {
    if width < WIDE {
        return (width, false);
    }
    let panel = (width * PANEL).clamp(PANEL_WIDTHS.0, PANEL_WIDTHS.1);
    ((width - panel - GAP).round(), true)
}

/// The axis alone, in a width in CSS pixels.
pub(super) fn axis(input: &LayoutInput, width: f64) -> Html {
    let actions = &input.actions;
    html! {
        <Axis node={input.axis_node.clone()} visible={input.filtered.visible.clone()} selected={input.selected}
            open_first={input.open_first} {width} target={hooks::target()} viewport={input.viewport}
            phase={input.phase} measure={input.measure.clone()} cluster={input.cluster.clone()}
            on_show={actions.show.clone()} on_select={actions.select.clone()}
            on_cluster={actions.open_cluster.clone()} title_ref={input.title_ref.clone()} />
    }
}

/// The axis, the overview, the panel, what the sides mean, and the steps to other events. The card is the next
/// thing that the Tab key comes to after the axis and the two thumbs of the overview.
pub(super) fn axis_layout(app: &App, input: &LayoutInput) -> Html {
    let LayoutInput {
        filtered,
        viewport,
        actions,
        ..
    } = input;
    let target = hooks::target();
    let inside = count_inside(app, filtered, *viewport);
    let (width, is_beside) = axis_width(input.width);
    html! {
        <div class={classes!("ovc-canvas", is_beside.then_some("is-beside"))}>
            <div class="ovc-drawing">
                { skip(app.words.timeline_skip, &input.node, "[role=slider]") }
                { axis(input, width) }
                <Overview visible={filtered.visible.clone()} open_first={input.open_first} {width}
                    thumb={target} viewport={*viewport} on_show={actions.show.clone()} />
                { outside_notice(app, filtered, inside, *viewport, &actions.zoom) }
            </div>
            // It scrolls by itself; some browsers would make that a stop of the Tab key.
            <div class="ovc-beside" tabindex="-1">{ panel(app, input, is_beside) }</div>
            <div class="ovc-steps">{ sides_legend(app) }{ steps(app, input) }</div>
        </div>
    }
}
