//! The tab bar, after the ARIA Authoring Practices pattern; in the static page, links.

use yew::prelude::*;

use super::context::{App, flag, use_app};
use super::hooks;
use crate::dataset::Vocabulary;
use crate::state::{Action, View};

#[derive(PartialEq, Properties)]
pub(super) struct TabsProps {
    /// The views, in the order of the tabs.
    pub views: Vec<View>,
    /// The active view.
    pub active: View,
}

/// The tab bar. Left and right move between tabs and show them at once, Home and End go to the
/// ends; only the active tab is a tab stop.
#[component]
pub(super) fn Tabs(props: &TabsProps) -> Html {
    let app = use_app();
    let active = props.active;
    let onkeydown = {
        let views = props.views.clone();
        let dispatch = app.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = next_tab(&event, &views, active) else {
                return;
            };
            event.prevent_default();
            if let Some(view) = views.get(next) {
                dispatch.emit(Action::Show(*view));
                // All tabs are on the page, so focus can move before the panel changes.
                if let Some(tab) = sibling_tab(&event, next) {
                    hooks::focus_element(&tab);
                }
            }
        })
    };
    html! {
        <div class="ovc-tabs" role="tablist" part="tabs" aria-label={app.words.views} {onkeydown}>
            { for props.views.iter().copied().map(|view| {
                let active = view == active;
                html! {
                    <button type="button" role="tab" part="tab" class="ovc-tab"
                        id={tab_id(view)} aria-controls={panel_id(view)}
                        aria-selected={flag(active)} tabindex={if active { "0" } else { "-1" }}
                        onclick={app.on(move || Action::Show(view))}>
                        { app.words.view(view) }
                    </button>
                }
            }) }
        </div>
    }
}

/// The number of the tab that a key leads to.
fn next_tab(event: &KeyboardEvent, views: &[View], active: View) -> Option<usize> {
    let at = views.iter().position(|view| *view == active)?;
    let count = views.len();
    let is_forward = !is_right_to_left(event);
    match hooks::key(event)?.as_str() {
        "ArrowRight" if is_forward => Some((at + 1) % count),
        "ArrowLeft" if !is_forward => Some((at + 1) % count),
        "ArrowRight" | "ArrowLeft" => Some((at + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

/// The tab with that number, in the tab bar that the event came from.
fn sibling_tab(event: &KeyboardEvent, number: usize) -> Option<web_sys::Element> {
    let tab = event.target_dyn_into::<web_sys::Element>()?;
    let tabs = tab.closest("[role=tablist]").ok()??.children();
    tabs.item(u32::try_from(number).ok()?)
}

/// Whether the element that the event came from is written from right to left.
fn is_right_to_left(event: &KeyboardEvent) -> bool {
    event
        .target_dyn_into::<web_sys::Element>()
        .and_then(|element| {
            let style = web_sys::window()?.get_computed_style(&element).ok()??;
            style.get_property_value("direction").ok()
        })
        .is_some_and(|direction| direction == "rtl")
}

pub(super) fn tab_id(view: View) -> String {
    format!("ovc-tab-{}", view.as_str())
}

pub(super) fn panel_id(view: View) -> String {
    format!("ovc-panel-{}", view.as_str())
}

/// The tab bar as links, for the static page.
pub(super) fn tab_links(app: &App, views: &[View]) -> Html {
    html! {
        <nav class="ovc-tabs" aria-label={app.words.views}>
            { for views.iter().enumerate().map(|(at, view)| html! {
                <a class={classes!("ovc-tab", (at == 0).then_some("is-first"))} href={format!("#{}", view.as_str())}>
                    { app.words.view(*view) }
                </a>
            }) }
        </nav>
    }
}
