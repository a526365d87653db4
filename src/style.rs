//! The style sheet: one text, made of the files beside the components, for the static page and
//! for the shadow root alike.

/// The whole style sheet. Its layers are declared once, so that the files may come in any order.
pub const STYLESHEET: &str = concat!(
    "@property --ovc-em { syntax: \"<length>\"; inherits: true; initial-value: 16px; }\n",
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
