//! The timeline as an axis, with the open card or cluster under it.

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

/// The axis, the overview, what the sides mean, the panel, and the steps to other events. The card is the next thing that the Tab
/// key comes to after the axis and the two thumbs of the overview.
pub(super) fn axis_layout(app: &App, input: &LayoutInput) -> Html {
    let LayoutInput {
        filtered,
        viewport,
        actions,
        ..
    } = input;
    let target = hooks::target();
    let inside = count_inside(app, filtered, *viewport);
    html! {
        <>
            { skip(app.words.timeline_skip, &input.node, "[role=slider]") }
            <Axis node={input.axis_node.clone()} visible={filtered.visible.clone()} selected={input.selected}
                open_first={input.open_first} width={input.width} {target} viewport={*viewport}
                phase={input.phase} measure={input.measure.clone()} cluster={input.cluster.clone()}
                on_show={actions.show.clone()} on_select={actions.select.clone()}
                on_cluster={actions.open_cluster.clone()} title_ref={input.title_ref.clone()} />
            <Overview visible={filtered.visible.clone()} open_first={input.open_first} width={input.width}
                thumb={target} viewport={*viewport} on_show={actions.show.clone()} />
            { outside_notice(app, filtered, inside, *viewport, &actions.zoom) }
            <div class="ovc-below">
                { panel(app, input) }
                <div class="ovc-steps">{ sides_legend(app) }{ steps(app, input) }</div>
            </div>
        </>
    }
}
