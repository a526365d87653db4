//! Reading markup.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Expr, Ident, LitStr, Token, braced, token};

/// Nodes side by side.
pub(crate) struct Nodes(pub(crate) Vec<Node>);

pub(crate) enum Node {
    Element(Element),
    Fragment(Nodes),
    Text(LitStr),
    /// The tokens of `<Component … />`, which are left to Yew.
    Component(TokenStream),
    Expression(Expr),
    Iterator(Expr),
    Condition(Box<Condition>),
}

pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Nodes,
}

pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) value: Value,
}

pub(crate) enum Value {
    Literal(LitStr),
    Expression(Expr),
}

pub(crate) struct Condition {
    pub(crate) test: Expr,
    pub(crate) then: Nodes,
    pub(crate) otherwise: Option<Nodes>,
}

impl Parse for Nodes {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut nodes = Vec::new();
        let ends = || input.is_empty() || (input.peek(Token![<]) && input.peek2(Token![/]));
        while !ends() {
            nodes.push(input.parse()?);
        }
        Ok(Self(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![<]) {
            markup(input)
        } else if input.peek(Token![if]) {
            Ok(Self::Condition(Box::new(input.parse()?)))
        } else if input.peek(LitStr) {
            Ok(Self::Text(input.parse()?))
        } else if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            if content.peek(Token![for]) && !content.peek2(Token![<]) {
                content.parse::<Token![for]>()?;
                return Ok(Self::Iterator(whole(&content)?));
            }
            if content.peek(LitStr) && content.peek2(syn::parse::End) {
                return Ok(Self::Text(content.parse()?));
            }
            Ok(Self::Expression(whole(&content)?))
        } else {
            Ok(Self::Expression(input.parse()?))
        }
    }
}

/// An expression, and nothing after it.
fn whole(content: ParseStream<'_>) -> syn::Result<Expr> {
    let expression = content.parse()?;
    if content.is_empty() {
        Ok(expression)
    } else {
        Err(content.error("one expression was expected here"))
    }
}

/// What begins with `<`.
fn markup(input: ParseStream<'_>) -> syn::Result<Node> {
    if input.peek2(Token![>]) {
        input.parse::<Token![<]>()?;
        input.parse::<Token![>]>()?;
        let children = input.parse()?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        return Ok(Node::Fragment(children));
    }
    let ahead = input.fork();
    ahead.parse::<Token![<]>()?;
    let first = ahead.call(Ident::parse_any)?.to_string();
    if first.starts_with(|letter: char| letter.is_ascii_uppercase()) {
        return component(input).map(Node::Component);
    }
    input.parse::<Token![<]>()?;
    let span = input.span();
    let name = name(input)?;
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        attributes.push(input.parse()?);
    }
    let mut children = Nodes(Vec::new());
    if input.parse::<Option<Token![/]>>()?.is_some() {
        input.parse::<Token![>]>()?;
    } else {
        input.parse::<Token![>]>()?;
        children = input.parse()?;
        if input.is_empty() {
            return Err(syn::Error::new(span, format!("<{name}> is not closed")));
        }
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        let end = input.span();
        let closed = self::name(input)?;
        if closed != name {
            let message = format!("</{name}> was expected here, and not </{closed}>");
            return Err(syn::Error::new(end, message));
        }
        input.parse::<Token![>]>()?;
    }
    Ok(Node::Element(Element {
        name,
        attributes,
        children,
    }))
}

/// All tokens up to and with `/>`.
fn component(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let start = input.span();
    let mut tokens = TokenStream::new();
    while !input.is_empty() {
        let end = input.peek(Token![/]) && input.peek2(Token![>]);
        tokens.extend([input.parse::<TokenTree>()?]);
        if end {
            tokens.extend([input.parse::<TokenTree>()?]);
            return Ok(tokens);
        }
    }
    let message = "a component ends with />; for one with children, use yew::html!";
    Err(syn::Error::new(start, message))
}

/// A name as in HTML: words with hyphens between.
fn name(input: ParseStream<'_>) -> syn::Result<String> {
    let mut name = input.call(Ident::parse_any)?.to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name.push('-');
        name.push_str(&input.call(Ident::parse_any)?.to_string());
    }
    Ok(name)
}

impl Parse for Attribute {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let expression = whole(&content)?;
            let Expr::Path(path) = &expression else {
                return Err(syn::Error::new(expression.span(), "a name was expected"));
            };
            let name = path.path.require_ident()?.unraw().to_string();
            return Ok(Self {
                name,
                value: Value::Expression(expression),
            });
        }
        let name = name(input)?;
        input.parse::<Token![=]>()?;
        let value = if input.peek(LitStr) {
            Value::Literal(input.parse()?)
        } else {
            let content;
            braced!(content in input);
            Value::Expression(whole(&content)?)
        };
        Ok(Self { name, value })
    }
}

impl Parse for Condition {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.parse::<Token![if]>()?;
        let test = Expr::parse_without_eager_brace(input)?;
        let content;
        braced!(content in input);
        let then = content.parse()?;
        let mut otherwise = None;
        if input.parse::<Option<Token![else]>>()?.is_some() {
            otherwise = Some(if input.peek(Token![if]) {
                Nodes(vec![Node::Condition(Box::new(input.parse()?))])
            } else {
                let content;
                braced!(content in input);
                content.parse()?
            });
        }
        Ok(Self {
            test,
            then,
            otherwise,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Nodes;

    fn refusal(markup: &str) -> String {
        match syn::parse_str::<Nodes>(markup) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(refusal("<p>"), "<p> is not closed");
        assert_eq!(
            refusal("<p><b></p>"),
            "</b> was expected here, and not </p>"
        );
        assert_eq!(
            refusal("<p>{ a b }</p>"),
            "one expression was expected here"
        );
        assert_eq!(refusal("<p {a.b} />"), "a name was expected");
        assert!(refusal("<Panel>{ a }</Panel>").starts_with("a component ends with />"));
    }

    #[test]
    fn what_the_widget_uses_is_understood() {
        let markup = r#"
            <svg aria-hidden="true" {class} key={a.b()}><path d={d} /></svg>
            <> "text" { "text" } { for a.iter().map(|b| b) } </>
            if let Some(a) = b { <b>{ a }</b> } else if c { "c" } else { <Panel a={b / c} /> }
        "#;
        assert_eq!(refusal(markup), "");
        assert_eq!(
            syn::parse_str::<Nodes>(markup)
                .map(|nodes| nodes.0.len())
                .ok(),
            Some(3)
        );
    }
}
