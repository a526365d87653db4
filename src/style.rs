//! The style sheet: one text, made of the files beside the components, for the static page and
//! for the shadow root alike.

/// A colour that is computed once, at the widget, and inherited. As plain text it would be worked out anew for each
/// element, and a page of all views would take Firefox six times as long.
macro_rules! registered_color {
    ($name:literal, $initial:literal) => {
        concat!(
            "@property --_ovc-",
            $name,
            " { syntax: \"<color>\"; inherits: true; initial-value: ",
            $initial,
            "; }\n"
        )
    };
}

/// The whole style sheet. Its layers are declared once, so that the files may come in any order.
pub const STYLESHEET: &str = concat!(
    "@property --ovc-em { syntax: \"<length>\"; inherits: true; initial-value: 16px; }\n",
    registered_color!("bg", "#fff"),
    registered_color!("text", "#000"),
    registered_color!("line", "#000"),
    registered_color!("muted", "#000"),
    registered_color!("open", "#000"),
    registered_color!("closed", "#000"),
    registered_color!("both", "#000"),
    registered_color!("context", "#000"),
    "@layer ovc.tokens, ovc.base, ovc.parts;\n",
    include_str!("ui/tokens.css"),
    include_str!("ui/base.css"),
    include_str!("ui/app.css"),
    include_str!("ui/components/event/event.css"),
    include_str!("ui/timeline/timeline.css"),
    include_str!("ui/components/filters.css"),
    include_str!("ui/compare/compare.css"),
    include_str!("ui/models/models.css"),
    include_str!("ui/story/story.css"),
    include_str!("ui/decide/decide.css"),
    include_str!("ui/sources/sources.css"),
);
