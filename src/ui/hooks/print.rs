//! Whether the page is being printed.

use gloo_events::EventListener;
use yew::prelude::*;

use super::{run_later, window_of};

/// Whether the page that `node` is in is being printed.
///
/// `beforeprint` comes before the pages are counted: what is rendered after that would push the end
/// of the host's page off the paper. The media query covers a browser that only emulates print
/// media. Firefox prints a copy of the page, which receives neither event: it prints the static
/// page that the element came with, or else what is on the screen. A script that prints (`window.print()`)
/// lets nothing be drawn either.
#[hook]
pub(in crate::ui) fn use_print(node: &NodeRef) -> bool {
    let is_printing = use_state_eq(|| false);
    let listening = use_mut_ref(|| None);
    {
        let (node, is_printing) = (node.clone(), is_printing.clone());
        // After every rendering: the element may be in another window than before.
        use_effect(move || {
            let window = window_of(&node);
            let mut listening = listening.borrow_mut();
            if listening.as_ref().map(|(window, _)| window) != window.as_ref() {
                let on_print = Callback::from(move |now| is_printing.set(now));
                *listening = window.map(|window| (window.clone(), listen(&window, &on_print)));
            }
        });
    }
    *is_printing
}

/// Milliseconds in which what is to be printed is drawn.
const DRAWING: u32 = 50;

/// Prints the page once a setting is on, and calls `off` after that. What is to be printed is drawn first: while
/// a script waits for the print, nothing is drawn.
#[hook]
pub(in crate::ui) fn use_print_when(node: &NodeRef, is_on: bool, off: Callback<bool>) {
    let node = node.clone();
    use_effect_with(is_on, move |is_on| {
        // Some browsers print after `print()` has returned.
        let printed = window_of(&node).filter(|_| *is_on).map(|window| {
            let printed = EventListener::once(&window, "afterprint", move |_| off.emit(false));
            run_later(DRAWING, move || {
                // Fails only where the page may not open a dialog.
                let _ = window.print();
            });
            printed
        });
        move || drop(printed)
    });
}

fn listen(window: &web_sys::Window, on_print: &Callback<bool>) -> Option<[EventListener; 3]> {
    let query = window.match_media("print").ok().flatten()?;
    let listener = |target: &web_sys::EventTarget, name: &'static str| {
        let (query, on_print) = (query.clone(), on_print.clone());
        EventListener::new(target, name, move |event| {
            on_print.emit(event.type_() == "beforeprint" || query.matches());
        })
    };
    Some([
        listener(&query, "change"),
        listener(window, "beforeprint"),
        listener(window, "afterprint"),
    ])
}
