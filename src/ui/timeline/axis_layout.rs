//! The timeline as an axis, with what is opened under it.

use yew::prelude::*;

use super::axis::Axis;
use super::layout::LayoutProps;
use super::notices::{count_inside, outside_notice};
use super::overview::Overview;
use super::panel::Panel;
use super::steps::steps;
use crate::ui::context::use_app;
use crate::ui::hooks;

/// The axis, the overview, the ways on, and what is opened.
#[component]
pub(super) fn AxisLayout(props: &LayoutProps) -> Html {
    let app = use_app();
    let LayoutProps {
        filtered,
        selected,
        viewport,
        actions,
        ..
    } = props;
    // There may be a hundred marks, each a stop of the Tab key.
    let skip = {
        let node = props.node.clone();
        Callback::from(move |_: MouseEvent| {
            hooks::focus_first(&node, "[role=slider]");
        })
    };
    let target = hooks::target();
    let inside = count_inside(&app, filtered, *viewport);
    html! {
        <>
            <button type="button" class="ovc-button ovc-skip" onclick={skip}>{ app.words.timeline_skip }</button>
            <Axis node={props.axis_node.clone()} visible={filtered.visible.clone()} {selected}
                open_first={props.open_first} width={props.width} {target} viewport={*viewport}
                phase={props.phase} measure={props.measure.clone()} cluster={props.cluster.clone()}
                on_show={actions.show.clone()} on_select={actions.select.clone()}
                on_cluster={actions.open_cluster.clone()} title_ref={props.title_ref.clone()} />
            <Overview visible={filtered.visible.clone()} open_first={props.open_first} width={props.width}
                thumb={target} viewport={*viewport} on_show={actions.show.clone()} />
            { outside_notice(&app, filtered, inside, *viewport, &actions.zoom) }
            { steps(props) }
            <Panel ..props.clone() />
        </>
    }
}
