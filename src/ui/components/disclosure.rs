//! Content that the reader unfolds.

use yew::prelude::*;

use crate::ui::context::{Surface, use_app};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct DisclosureProps {
    pub class: &'static str,
    /// What is shown while the rest is folded.
    pub summary: AttrValue,
    pub children: Html,
}

/// Content folded under a summary. The element is native, so that it works without scripts; on paper,
/// where nobody can unfold it, it is open.
#[component]
pub(in crate::ui) fn Disclosure(props: &DisclosureProps) -> Html {
    let app = use_app();
    html! {
        <details class={props.class} open={app.surface == Surface::Print}>
            <summary>{ &props.summary }</summary>
            { props.children.clone() }
        </details>
    }
}
