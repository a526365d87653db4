//! All views one below another: the static page, and the page while it is being printed.

use yew::prelude::*;

use super::chunks::render_loaded;
use super::components::DefinitionSwitch;
use super::context::{App, Current, Surface};
use crate::dataset::Vocabulary;
use crate::state::View;

/// The width for which charts are drawn where there is none to measure, in CSS pixels.
const WIDTH_UNKNOWN: f64 = 720.0;

/// All views one below another, with every event and every source. Printed, the style sheet shows
/// it in place of what is on the screen, which stays as it is.
pub(super) fn all_views(surface: Surface, views: &[View], app: &App, current: &Current) -> Html {
    let app = App {
        surface,
        ..app.clone()
    };
    let current = Current {
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
            <ContextProvider<Current> context={current}>
                <DefinitionSwitch moved="" />
                { for views.iter().map(view) }
            </ContextProvider<Current>>
        </ContextProvider<App>>
    }
}
