//! What the crate's `html!` is made of: templates with slots, from which Yew's nodes come.
//!
//! Yew's own macro writes out for each element the code that makes it; here an element is a few
//! bytes of text, and there is code only for what is not known beforehand. The macro is in
//! `markup/` at the top of the repository.

use std::cell::RefCell;
use std::rc::Rc;

use crate::gather::Gather;
pub(crate) use open_vs_closed_markup::html;
use wasm_bindgen::JsValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};

/// A template, and what belongs in its slots. The macro fills them in the order in which the markup
/// names them.
pub(crate) struct Template {
    text: &'static str,
    slots: Vec<Slot>,
}

enum Slot {
    Empty,
    Node(VNode),
    Attribute(Option<AttrValue>),
    /// What a reader changes too, so that the attribute only tells how it began: `checked` and `selected`.
    Property(bool),
    Listener(Rc<dyn Listener>),
    Key(Key),
    Reference(NodeRef),
    /// The `value` of an input, which is a property.
    Value(AttrValue),
}

/// What can stand between tags.
pub(crate) trait IntoNode {
    fn into_node(self) -> VNode;
}

impl IntoNode for VNode {
    fn into_node(self) -> VNode {
        self
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> VNode {
        self.map_or_else(VNode::default, IntoNode::into_node)
    }
}

/// The nodes of an iterator, side by side.
pub(crate) trait SideBySide: Iterator + Sized
where
    Self::Item: IntoNode,
{
    fn side_by_side(self) -> Html {
        let mut row = Row::default();
        self.for_each(|node| row.push(node.into_node()));
        row.into_node()
    }
}

impl<I: Iterator> SideBySide for I where I::Item: IntoNode {}

/// Nodes side by side. It grows by a call, where `collect` would be written out for each iterator.
#[derive(Default)]
struct Row(Vec<VNode>);

impl Row {
    #[inline(never)]
    fn push(&mut self, node: VNode) {
        self.0.push(node);
    }
}

impl IntoNode for Row {
    #[inline(never)]
    fn into_node(self) -> VNode {
        row(self.0)
    }
}

/// What can be the value of an attribute; `None` and `false` leave it away.
pub(crate) trait IntoAttribute {
    fn into_attribute(self) -> Option<AttrValue>;
}

impl IntoAttribute for bool {
    fn into_attribute(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

impl<T: Into<AttrValue>> IntoAttribute for Option<T> {
    fn into_attribute(self) -> Option<AttrValue> {
        self.map(Into::into)
    }
}

impl IntoNode for &AttrValue {
    fn into_node(self) -> VNode {
        self.clone().into_node()
    }
}

impl IntoNode for usize {
    fn into_node(self) -> VNode {
        self.to_string().into_node()
    }
}

macro_rules! text {
    ($($text:ty),*) => {$(
        impl IntoNode for $text {
            fn into_node(self) -> VNode {
                VNode::VText(VText::new(self))
            }
        }

        impl IntoAttribute for $text {
            fn into_attribute(self) -> Option<AttrValue> {
                Some(self.into())
            }
        }
    )*};
}

text!(AttrValue, &'static str, String);

// None of these is inlined: each is called hundreds of times, and a call is shorter than what it does.
impl Template {
    /// In a box, because a place is shorter to name than a stretch of the stack.
    #[inline(never)]
    pub(crate) fn new(text: &'static str) -> Box<Self> {
        let slots = Vec::new();
        Box::new(Self { text, slots })
    }

    #[inline(never)]
    fn put(&mut self, slot: Slot) {
        self.slots.push(slot);
    }

    /// A node that is not there.
    #[inline(never)]
    pub(crate) fn empty(&mut self) {
        self.put(Slot::Empty);
    }

    #[inline(never)]
    pub(crate) fn node(&mut self, node: impl IntoNode) {
        self.put(Slot::Node(node.into_node()));
    }

    /// The nodes of an iterator, side by side.
    pub(crate) fn list<T: IntoNode>(&mut self, nodes: impl IntoIterator<Item = T>) {
        self.node(nodes.into_iter().side_by_side());
    }

    #[inline(never)]
    pub(crate) fn attribute(&mut self, value: impl IntoAttribute) {
        self.put(Slot::Attribute(value.into_attribute()));
    }

    #[inline(never)]
    pub(crate) fn property(&mut self, value: bool) {
        self.put(Slot::Property(value));
    }

    #[inline(never)]
    pub(crate) fn listener(&mut self, listener: Option<Rc<dyn Listener>>) {
        self.put(listener.map_or(Slot::Empty, Slot::Listener));
    }

    pub(crate) fn value(&mut self, value: impl Into<AttrValue>) {
        self.put(Slot::Value(value.into()));
    }

    #[inline(never)]
    pub(crate) fn key(&mut self, key: impl Into<Key>) {
        self.put(Slot::Key(key.into()));
    }

    #[inline(never)]
    pub(crate) fn reference(&mut self, reference: NodeRef) {
        self.put(Slot::Reference(reference));
    }

    /// The nodes.
    #[inline(never)]
    #[expect(
        clippy::boxed_local,
        reason = "it comes in the box that it was made in"
    )]
    pub(crate) fn build(self: Box<Self>) -> Html {
        fill(parts(self.text), &mut self.slots.into_iter())
    }
}

fn row(nodes: Vec<VNode>) -> VNode {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

/// A piece of a template, read.
enum Part {
    Element(Element),
    Text(&'static str),
    Slot,
}

struct Element {
    name: &'static str,
    /// The names of the attributes whose values are in `values`, in their order. Yew compares
    /// attributes one by one only where their names are the same in memory.
    names: &'static [&'static str],
    values: Box<[Value]>,
    children: Box<[Part]>,
}

enum Value {
    Static(&'static str),
    Slot,
    /// A slot that is no attribute.
    Own,
}

fn fill(parts: &[Part], slots: &mut std::vec::IntoIter<Slot>) -> VNode {
    let mut nodes = parts.iter().map(|part| match part {
        Part::Element(element) => tag(element, slots),
        Part::Text(text) => VNode::VText(VText::new(*text)),
        Part::Slot => match slots.next() {
            Some(Slot::Node(node)) => node,
            _ => VNode::default(),
        },
    });
    match nodes.len() {
        1 => nodes.next().unwrap_or_default(),
        _ => row(nodes.gather()),
    }
}

fn tag(element: &Element, slots: &mut std::vec::IntoIter<Slot>) -> VNode {
    let mut tag = VTag::new(element.name);
    let mut values = Vec::with_capacity(element.names.len());
    for value in &element.values {
        match value {
            Value::Static(text) => values.push(Some(AttributeOrProperty::Attribute(
                AttrValue::Static(text),
            ))),
            Value::Slot | Value::Own => match slots.next().unwrap_or(Slot::Empty) {
                Slot::Attribute(value) => values.push(value.map(AttributeOrProperty::Attribute)),
                Slot::Property(value) => values.push(Some(AttributeOrProperty::Property(
                    JsValue::from_bool(value),
                ))),
                Slot::Listener(listener) => {
                    tag.add_listener(listener);
                }
                Slot::Key(key) => tag.key = Some(key),
                Slot::Reference(reference) => tag.node_ref = reference,
                Slot::Value(value) => tag.set_value(Some(value)),
                Slot::Node(_) | Slot::Empty => {}
            },
        }
    }
    if !values.is_empty() {
        tag.set_attributes(Attributes::Dynamic {
            keys: element.names,
            values: values.into(),
        });
    }
    if !element.children.is_empty()
        && let Some(children) = tag.children_mut()
    {
        *children = fill(&element.children, slots);
    }
    VNode::VTag(Rc::new(tag))
}

/// An element of which even the name is not known beforehand, with a class and an id.
pub(crate) fn element(name: &'static str, values: [Option<AttrValue>; 2], content: Html) -> Html {
    let mut tag = VTag::new(name);
    tag.set_attributes(Attributes::Dynamic {
        keys: &["class", "id"],
        values: Box::new(values.map(|value| value.map(AttributeOrProperty::Attribute))),
    });
    if let Some(children) = tag.children_mut() {
        *children = content;
    }
    VNode::VTag(Rc::new(tag))
}

/// A template as it was read the first time. There are as many as there are markups in the source,
/// hence they are kept for good.
fn parts(template: &'static str) -> &'static [Part] {
    thread_local! {
        static READ: RefCell<Vec<(&'static str, &'static [Part])>> = const { RefCell::new(Vec::new()) };
    }
    let place = |text: &str| (text.as_ptr() as usize, text.len());
    READ.with_borrow_mut(|read| {
        match read.binary_search_by_key(&place(template), |(text, _)| place(text)) {
            Ok(index) => read[index].1,
            Err(index) => {
                let mut rest = template;
                let parts: &'static [Part] = Box::leak(read_parts(&mut rest));
                read.insert(index, (template, parts));
                parts
            }
        }
    })
}

/// The next mark and its text.
fn next_mark(rest: &mut &'static str) -> Option<(u8, &'static str)> {
    let mark = *rest.as_bytes().first()?;
    let text = rest.get(1..)?;
    let end = text
        .bytes()
        .position(|byte| byte < b'\t')
        .unwrap_or(text.len());
    let (text, after) = (text.get(..end)?, text.get(end..)?);
    *rest = after;
    Some((mark, text))
}

fn read_parts(rest: &mut &'static str) -> Box<[Part]> {
    let mut parts = Vec::new();
    while let Some((mark, text)) = next_mark(rest) {
        parts.push(match mark {
            1 => Part::Element(read_element(text, rest)),
            6 => Part::Text(text),
            7 => Part::Slot,
            _ => break,
        });
    }
    parts.into()
}

fn read_element(name: &'static str, rest: &mut &'static str) -> Element {
    let mut names = Vec::new();
    let mut values = Vec::new();
    loop {
        let before = *rest;
        match next_mark(rest) {
            Some((2, name)) => names.push(name),
            Some((3, text)) => values.push(Value::Static(text)),
            Some((4, _)) => values.push(Value::Slot),
            Some((5, _)) => values.push(Value::Own),
            _ => {
                *rest = before;
                break;
            }
        }
    }
    Element {
        name,
        names: names.leak(),
        values: values.into(),
        children: read_parts(rest),
    }
}
