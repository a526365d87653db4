//! What the filters and the search leave, reckoned only when one of them changes.

use std::rc::Rc;

use yew::prelude::*;

use crate::query::{Selection, Table};
use crate::search::{Haystack, Query};
use crate::state::ViewState;
use crate::ui::shared::Shared;

/// How many best matches are shown.
const BEST: usize = 5;

/// What the filters and the search leave.
pub(super) struct Found {
    pub selection: Rc<Selection>,
    /// Positions of the visible events, in date order.
    pub visible: Rc<Vec<u32>>,
    /// Positions of the events that fit the search best, the best first; none without a search.
    pub best: Vec<u32>,
    /// The same as what was given, with the words of the search to be marked in texts.
    pub shared: Shared,
}

/// What the filters and the search leave, and a callback to call before the first key stroke of a
/// search: the texts of a large data set take longer to prepare than a frame.
#[hook]
pub(super) fn use_found(shared: &Shared, filters: &ViewState) -> (Rc<Found>, Callback<()>) {
    let is_searching = !filters.search.is_empty();
    let wanted = use_state_eq(|| is_searching);
    let table = {
        let data = shared.data.clone();
        use_memo(shared.clone(), move |_| Table::new(&data))
    };
    let haystack = {
        let key = (shared.clone(), *wanted || is_searching);
        use_memo(key, |(shared, wanted)| {
            let words = |date| shared.formats.date(date);
            wanted.then(|| Haystack::new(&shared.data, &words))
        })
    };
    let found = {
        let key = (shared.clone(), filters.clone());
        use_memo(key, move |(shared, filters)| {
            let data = &shared.data;
            let query = Query::new(&filters.search);
            let haystack = (*haystack).as_ref().filter(|_| !query.is_empty());
            let found = haystack.map(|haystack| haystack.find(&query));
            let selection = table.select(data, filters, found.as_deref());
            let best =
                haystack.map(|haystack| haystack.best(&query, data, &selection.visible, BEST));
            Found {
                visible: Rc::new(selection.visible.clone()),
                selection: Rc::new(selection),
                best: best.unwrap_or_default(),
                shared: Shared {
                    highlight: Rc::new(query),
                    ..shared.clone()
                },
            }
        })
    };
    let on_search = {
        let wanted = wanted.setter();
        Callback::from(move |()| wanted.set(true))
    };
    (found, on_search)
}
