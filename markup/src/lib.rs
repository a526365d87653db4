//! `html!` with Yew's syntax and less code behind it.
//!
//! Yew's own macro writes for each element the statements that make it. This one writes the
//! elements as one string, a template, and statements only for what is not known beforehand, its
//! slots; `src/ui/markup.rs` of the widget makes the nodes of both. The nodes are Yew's.
//!
//! What of Yew's syntax is understood: elements, fragments, literals, `{expression}`,
//! `{for iterator}`, `if` with `else` and `let`, attributes, `{shorthand}`, `key`, `ref`,
//! listeners, and components without children. For the rest there is `yew::html!`.

mod node;
mod template;

use proc_macro::TokenStream;

/// A Yew `Html` of the given markup.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let nodes = syn::parse_macro_input!(input as node::Nodes);
    template::expression(&nodes).into()
}
