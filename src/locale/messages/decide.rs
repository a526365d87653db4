//! The words of the view that helps to decide.

use crate::locale::messages_macro::messages;

messages! {
    /// The words of the view that helps to decide, by key.
    DecideMessages,
    /// The English words of the view that helps to decide.
    DECIDE;

    needs = "What do you need?",
}
