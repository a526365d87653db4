//! All views one below another: the static page, and the page while it is being printed.

use yew::prelude::*;

use super::chunks::render_loaded;
use super::components::DefinitionSwitch;
use super::context::{App, Surface, ViewContext};
use crate::dataset::Vocabulary;
use crate::state::View;

/// Width of charts where no container can be measured, in CSS pixels.
const WIDTH_UNKNOWN: f64 = 720.0;

/// All views one below another, with every event and every source. In print, the style sheet shows
/// it in place of the screen view, which does not change.
pub(super) fn all_views(
    surface: Surface,
    views: &[View],
    app: &App,
    current: &ViewContext,
) -> Html {
    let app = App {
        surface,
        ..app.clone()
    };
    let current = ViewContext {
        node: NodeRef::default(),
        width: WIDTH_UNKNOWN,
        ..current.clone()
    };
    let view = |view: &View| {
        html! {
            <section class="ovc-panel is-static" part="panel" id={(surface == Surface::Static).then_some(view.as_str())}
                aria-label={app.words.view(*view)}>
                { render_loaded(*view) }
            </section>
        }
    };
    html! {
        <ContextProvider<App> context={app.clone()}>
            <ContextProvider<ViewContext> context={current}>
                <DefinitionSwitch />
                { for views.iter().map(view) }
            </ContextProvider<ViewContext>>
        </ContextProvider<App>>
    }
}
