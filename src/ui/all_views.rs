//! Views one below another: all of them in the static page, and what is printed.

use yew::prelude::*;

use super::chunks::render_loaded;
use super::components::DefinitionSwitch;
use super::components::sources::NoteList;
use super::context::{App, Notes, Surface, ViewContext};
use crate::dataset::Vocabulary;
use crate::state::View;

/// Width of charts where no container can be measured, in CSS pixels.
const WIDTH_UNKNOWN: f64 = 720.0;

/// Views one below another; `before` stands before the first one that follows a definition. In print, the style sheet shows them in place of the screen view, which
/// does not change.
pub(super) fn all_views(
    surface: Surface,
    views: &[View],
    before: Html,
    app: &App,
    current: &ViewContext,
) -> Html {
    let app = App {
        surface,
        notes: Notes::default(),
        ..app.clone()
    };
    let current = ViewContext {
        node: NodeRef::default(),
        width: WIDTH_UNKNOWN,
        ..current.clone()
    };
    // The story follows no definition.
    let (first, others) = views.split_at(usize::from(views.first() == Some(&View::Story)));
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
                { for first.iter().map(view) }
                { before }
                <DefinitionSwitch />
                { for others.iter().map(view) }
                if surface == Surface::Print {
                    <NoteList />
                }
            </ContextProvider<ViewContext>>
        </ContextProvider<App>>
    }
}
