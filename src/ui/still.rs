//! Parts of a view that stay as they are.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{VComp, VNode};

/// A part that is compared with the page only where its node is another one than the last time: where most of
/// a view stays as it is, that comparison takes longest.
pub(super) struct Still;

/// Its node.
#[derive(Properties)]
pub(super) struct Node {
    node: Html,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        matches!((&self.node, &other.node), (VNode::VTag(a), VNode::VTag(b)) if Rc::ptr_eq(a, b))
    }
}

impl Component for Still {
    type Message = ();
    type Properties = Node;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().node.clone()
    }
}

/// A part of a view, with the key of its node.
pub(super) fn still(node: Html) -> Html {
    let key = node.key().cloned();
    VNode::VComp(Rc::new(VComp::new::<Still>(Rc::new(Node { node }), key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_same_node_is_left_alone() {
        let draw = || html! { <p>{ "as it was" }</p> };
        let drawn = draw();
        let part = |node: &Html| Node { node: node.clone() };
        assert!(part(&drawn) == part(&drawn));
        assert!(part(&drawn) != part(&draw()), "it may differ");
        assert!(part(&Html::default()) != part(&Html::default()));
    }
}
