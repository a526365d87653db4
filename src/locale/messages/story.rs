//! The words of the story.

use crate::locale::messages_macro::messages;

messages! {
    /// The words of the story, by key.
    StoryMessages,
    /// The English words of the story.
    STORY;

    steps = "Steps of the story",
}
