//! The words of the story.

use crate::locale::messages_macro::messages;

messages! {
    /// The words of the story, by key.
    StoryMessages,
    /// The English words of the story.
    STORY;

    takeaway = "In short",
    steps = "Steps of the story",
    step_place = "Step {n} of {total}",
    previous_step = "Previous step",
    next_step = "Next step",
    next_step_named = "Next: {title}",
    keys = "Keys: ← and → go from step to step.",
    see_all = "See all of it in “{view}”",
}
