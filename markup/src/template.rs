//! Writing the template and its slots.
//!
//! A template is a row of marks, characters below U+0009, each followed by the text that belongs
//! to it. `src/ui/markup.rs` of the widget reads it, and its marks are the same.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::node::{Attribute, Condition, Element, Node, Nodes, Value};

/// An element with this name begins.
const ELEMENT: char = '\u{1}';
/// An attribute of this name.
const NAME: char = '\u{2}';
/// The value of the attribute just named.
const VALUE: char = '\u{3}';
/// The value of the attribute just named is in the next slot.
const VALUE_SLOT: char = '\u{4}';
/// The next slot says by itself what it is of the element: a key, a reference, a listener.
const OWN_SLOT: char = '\u{5}';
/// A text.
const TEXT: char = '\u{6}';
/// The next slot is a node.
const NODE_SLOT: char = '\u{7}';
/// The element ends.
const END: char = '\u{8}';

#[derive(Default)]
struct Template {
    text: String,
    /// The statements that fill the slots.
    slots: Vec<TokenStream>,
}

/// The variable that a template is in; hygienic, so that markup can have one of its name.
fn variable() -> Ident {
    Ident::new("template", Span::mixed_site())
}

/// The expression that makes these nodes.
pub(crate) fn expression(nodes: &Nodes) -> TokenStream {
    let mut template = Template::default();
    template.nodes(nodes);
    let Template { text, slots } = template;
    let variable = variable();
    let mutable = (!slots.is_empty()).then(|| quote!(mut));
    quote! {{
        let #mutable #variable = crate::ui::markup::Template::new(#text);
        #(#slots)*
        #variable.build()
    }}
}

/// The statement that fills a slot with what stands under a condition.
fn condition_slot(condition: &Condition) -> TokenStream {
    let Condition {
        test,
        then,
        otherwise,
    } = condition;
    let variable = variable();
    let then = nodes_slot(then);
    let otherwise = match otherwise {
        Some(nodes) => nodes_slot(nodes),
        None => quote!(#variable.empty();),
    };
    quote!(if #test { #then } else { #otherwise })
}

fn nodes_slot(nodes: &Nodes) -> TokenStream {
    if let [node] = &nodes.0[..]
        && let Some(slot) = node_slot(node)
    {
        return slot;
    }
    let variable = variable();
    let nodes = expression(nodes);
    quote!(#variable.node(#nodes);)
}

/// The statement that fills a slot with a node, if the node does not belong in the template itself.
fn node_slot(node: &Node) -> Option<TokenStream> {
    let variable = variable();
    Some(match node {
        Node::Element(_) | Node::Fragment(_) | Node::Text(_) => return None,
        Node::Component(tokens) => quote!(#variable.node(::yew::html!(#tokens));),
        Node::Expression(expression) => quote!(#variable.node(#expression);),
        Node::Condition(condition) => condition_slot(condition),
        Node::Iterator(iterator) => quote!(#variable.list(#iterator);),
    })
}

impl Template {
    fn mark(&mut self, mark: char, text: &str) {
        self.text.push(mark);
        self.text.push_str(text);
    }

    fn nodes(&mut self, nodes: &Nodes) {
        for node in &nodes.0 {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Element(element) => self.element(element),
            Node::Fragment(nodes) => self.nodes(nodes),
            Node::Text(text) => self.mark(TEXT, &text.value()),
            _ => {
                self.mark(NODE_SLOT, "");
                self.slots.extend(node_slot(node));
            }
        }
    }

    fn element(&mut self, element: &Element) {
        self.mark(ELEMENT, &element.name);
        for attribute in &element.attributes {
            self.attribute(&element.name, attribute);
        }
        self.nodes(&element.children);
        self.mark(END, "");
    }

    fn attribute(&mut self, element: &str, Attribute { name, value }: &Attribute) {
        let own = matches!((name.as_str(), element), ("key", _) | ("value", "input"));
        let value = match value {
            Value::Literal(literal) if !own => {
                self.mark(NAME, name);
                return self.mark(VALUE, &literal.value());
            }
            Value::Literal(literal) => quote!(#literal),
            Value::Expression(expression) => quote!(#expression),
        };
        let variable = variable();
        let slot = match (name.as_str(), element) {
            ("key", _) => quote!(#variable.key(#value);),
            ("ref", _) => quote!(#variable.reference(#value);),
            ("value", "input") => quote!(#variable.value(#value);),
            (listener, _) if listener.starts_with("on") => {
                let module = format_ident!("{listener}");
                quote!(#variable.listener(::yew::html::#module::Wrapper::__macro_new(#value));)
            }
            _ => {
                self.mark(NAME, name);
                self.mark(VALUE_SLOT, "");
                self.slots.push(match (name.as_str(), element) {
                    ("checked", "input") | ("selected", "option") => {
                        quote!(#variable.property(#value);)
                    }
                    _ => quote!(#variable.attribute(#value);),
                });
                return;
            }
        };
        self.mark(OWN_SLOT, "");
        self.slots.push(slot);
    }
}
