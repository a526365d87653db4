//! Survives page translators.
//!
//! They put an element with other words in the place of a text node. Yew holds that node: it would change
//! a text that nobody sees, and panic where it inserts something before it. So each node that was
//! replaced comes back, empty, before what replaced it; where Yew changes or removes it, the
//! replacement goes, and the translator finds the new text.

use std::cell::Cell;

use js_sys::{Array, WeakMap};
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};
use yew::{NodeRef, hook, use_effect_with};

/// What translators put in the place of a text; the widget has none of its own.
const REPLACEMENT: &str = "font";

/// Keeps the text nodes of the widget around `node` in their places.
#[hook]
pub(in crate::ui) fn use_translated(node: &NodeRef) {
    use_effect_with(node.clone(), |node| {
        let root = node
            .cast::<Element>()
            .and_then(|node| node.parent_element());
        let watch = root.and_then(|root| Watch::new(&root));
        move || drop(watch)
    });
}

/// Called with the records and the observer.
type Callback = Closure<dyn FnMut(Array, MutationObserver)>;

/// An observer that stops when it is dropped.
struct Watch {
    observer: MutationObserver,
    _callback: Callback,
}

impl Watch {
    fn new(root: &Element) -> Option<Self> {
        let callback = {
            let root = root.clone();
            let translation = Translation::default();
            Callback::new(move |records: Array, observer: MutationObserver| {
                if !translation.is_begun.get() {
                    if !is_translated(&root) {
                        return;
                    }
                    translation.is_begun.set(true);
                    // From now on Yew may change a text that is replaced. The same target again has these options.
                    observe(&observer, &root, true);
                }
                for record in records {
                    translation.record(&record.unchecked_into());
                }
                // What has been done here is nothing to follow.
                observer.take_records();
            })
        };
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observe(&observer, root, false);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Observes which elements and texts come and go, and where asked for which texts change.
fn observe(observer: &MutationObserver, root: &Element, texts: bool) {
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    options.set_character_data(texts);
    // Fails only without anything to observe.
    let _ = observer.observe_with_options(root, &options);
}

/// Whether the page has been translated. Until then each change of the page costs this question.
fn is_translated(root: &Element) -> bool {
    root.query_selector(REPLACEMENT)
        .is_ok_and(|found| found.is_some())
}

/// The texts that are replaced.
#[derive(Default)]
struct Translation {
    is_begun: Cell<bool>,
    /// The replacement of each text node.
    replacements: WeakMap,
    /// The text node of each replacement, and what it said.
    replaced: WeakMap,
}

impl Translation {
    fn record(&self, record: &MutationRecord) {
        if let Some(target) = record
            .target()
            .filter(|_| record.type_() == "characterData")
        {
            if let Some(replacement) = self.replacement(&target) {
                self.drop_replacement(&target, &replacement);
            }
            return;
        }
        let removed = record.removed_nodes();
        for node in (0..removed.length()).filter_map(|at| removed.get(at)) {
            if node.node_type() == Node::TEXT_NODE {
                self.text_removed(&node, record);
            } else if is_replacement(&node) {
                self.replacement_removed(&node, record);
            }
        }
    }

    fn replacement(&self, text: &Node) -> Option<Element> {
        self.replacements.get(text).dyn_into().ok()
    }

    /// A text has left its place: by a translator, or by Yew.
    fn text_removed(&self, text: &Node, record: &MutationRecord) {
        match self.replacement(text) {
            Some(replacement) if !text.is_connected() => self.drop_replacement(text, &replacement),
            // Yew has moved it.
            Some(replacement) if replacement.is_connected() => {
                put_before(text.next_sibling(), &replacement, text)
            }
            Some(_) => {}
            None => {
                if let Some(replacement) = self.new_replacement(record)
                    && !text.is_connected()
                {
                    self.keep(text, &replacement);
                }
            }
        }
    }

    /// What has come in the place of what a record says was removed.
    fn new_replacement(&self, record: &MutationRecord) -> Option<Element> {
        let added = record.added_nodes();
        let beside = [record.previous_sibling(), record.next_sibling()];
        (0..added.length())
            .map(|at| added.get(at))
            .chain(beside)
            .flatten()
            .find(|node| is_replacement(node) && node.is_connected() && !self.replaced.has(node))
            .map(JsCast::unchecked_into)
    }

    /// Brings a text back, empty, before its replacement.
    fn keep(&self, text: &Node, replacement: &Element) {
        let said = JsValue::from(text.text_content());
        self.replacements.set(text, replacement);
        self.replaced.set(replacement, &Array::of2(text, &said));
        text.set_text_content(Some(""));
        put_before(Some(replacement.clone().into()), text, replacement);
    }

    fn drop_replacement(&self, text: &Node, replacement: &Element) {
        self.replacements.delete(text);
        self.replaced.delete(replacement);
        replacement.remove();
    }

    /// The translator takes its words back: the text says again what it said, once.
    fn replacement_removed(&self, replacement: &Node, record: &MutationRecord) {
        let Ok(known) = self.replaced.get(replacement).dyn_into::<Array>() else {
            return;
        };
        let text: Node = known.get(0).unchecked_into();
        self.replacements.delete(&text);
        self.replaced.delete(replacement);
        if !text.is_connected() {
            return;
        }
        text.set_text_content(known.get(1).as_string().as_deref());
        let added = record.added_nodes();
        for other in (0..added.length()).filter_map(|at| added.get(at)) {
            if other != text
                && let Some(parent) = other.parent_node()
            {
                // Fails only where it is not there.
                let _ = parent.remove_child(&other);
            }
        }
    }
}

fn is_replacement(node: &Node) -> bool {
    node.node_name().eq_ignore_ascii_case(REPLACEMENT)
}

/// Puts a node before another one that has the same parent as `sibling`, or at the end.
fn put_before(next: Option<Node>, node: &Node, sibling: &Node) {
    if let Some(parent) = sibling.parent_node() {
        // Fails only where one of them has just left the page.
        let _ = parent.insert_before(node, next.as_ref());
    }
}
