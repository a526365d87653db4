//! The events to begin with, by the weight that the editors gave them.

use crate::dataset::Event;

/// Of more events the list has pages, and shows all of them.
const MOST: usize = 125;

/// Whether the editors gave an event more than the least weight.
pub fn is_key(event: &Event) -> bool {
    event.weight > 1
}

/// How many key events there are; `None` where the list shows all events from the start: where none
/// or all are key events, and where there are many.
pub fn key_events(events: &[Event]) -> Option<usize> {
    let key = events.iter().take(MOST + 1).filter(|event| is_key(event));
    let key = key.count();
    (events.len() <= MOST && key > 0 && key < events.len()).then_some(key)
}
