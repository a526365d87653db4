//! What stands open of an event, and how far its links are turned to.

use yew::prelude::*;

use crate::dataset::Text;

/// How many pages of links are passed over, of those that lead to an event and of those that lead on.
pub(in crate::ui) type Turned = [usize; 2];

/// The event whose card stands open.
pub(in crate::ui) struct Opened<'a> {
    pub id: &'a str,
    pub turned: Turned,
    /// The reader turns to other links; the focus goes to the one with that id.
    pub on_turn: Callback<(Turned, Text)>,
    /// What is told before all else.
    pub note: Html,
}
