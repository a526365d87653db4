//! Tells the range after a zoom or a pan has come to rest.

use yew::prelude::*;

use crate::date::range_from_days;
use crate::locale::fill;
use crate::timeline::Viewport;
use crate::ui::context::App;
use crate::ui::hooks;

/// Milliseconds without a change of the range.
const REST: u32 = 800;

/// The announcement for screen readers: the range that the reader has just come to, or else `announcement`,
/// as soon as that is another one.
#[hook]
pub(super) fn use_rested(app: &App, viewport: Viewport, announcement: String) -> String {
    let told = use_state_eq(|| (String::new(), String::new()));
    let last = use_mut_ref(|| viewport.range());
    let previous = use_mut_ref(String::new);
    // What has just been selected is told, and not the range that it has brought with it.
    let is_news = previous.replace(announcement.clone()) != announcement;
    let latest = hooks::use_latest((viewport.range(), announcement.clone()));
    {
        let (app, told) = (app.clone(), told.clone());
        use_effect_with(viewport.range(), move |range| {
            let range = *range;
            if last.replace(range) == range || is_news {
                return;
            }
            hooks::run_later(REST, move || {
                let (now, announcement) = latest.borrow().clone();
                if now == range {
                    told.set((announcement, range_in_words(&app, range)));
                }
            });
        });
    }
    let (before, range) = &*told;
    if range.is_empty() || *before != announcement {
        announcement
    } else {
        range.clone()
    }
}

/// The first and the last day of a range.
fn range_in_words(app: &App, (start, end): (f64, f64)) -> String {
    let range = range_from_days(start, end);
    let dates = app.date_span(range.start(), range.end());
    fill(app.words.range_shown, &[("dates", &dates)])
}
