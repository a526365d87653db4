//! The words of the view of the sources.

use crate::locale::messages_macro::messages;

messages! {
    /// The words of the view of the sources, by key.
    SourcesMessages,
    /// The English words of the view of the sources.
    SOURCES;

    search = "Search sources",
}
