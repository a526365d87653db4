//! The range in words: the presets of the data set, and two dates.

use yew::prelude::*;

use super::dates::Dates;
use crate::date::DateRange;
use crate::timeline::{Viewport, Zoom};
use crate::ui::context::{App, attr, flag};

/// What the controls show.
pub(super) struct RangeControls<'a> {
    /// The range of the state.
    pub range: Option<DateRange>,
    pub viewport: Viewport,
    pub on_zoom: &'a Callback<Zoom>,
}

/// Presets and dates. A narrow container folds the dates.
pub(super) fn range_controls(app: &App, controls: &RangeControls<'_>) -> Html {
    html! {
        <div class="ovc-range">
            { presets(app, controls) }
            <Dates viewport={controls.viewport} on_zoom={controls.on_zoom.clone()} />
        </div>
    }
}

/// The ranges that the data set names.
fn presets(app: &App, controls: &RangeControls<'_>) -> Html {
    let presets = &app.data.meta().presets;
    if presets.is_empty() {
        return Html::default();
    }
    let buttons = presets.iter().map(|preset| {
        let range = app.data.preset_range(preset);
        let zoom = range.map_or(Zoom::All, Zoom::Range);
        let is_current = range.map(DateRange::days) == controls.range.map(DateRange::days);
        let onclick = controls.on_zoom.reform(move |_: MouseEvent| zoom);
        html! {
            <button type="button" class="ovc-button" aria-pressed={flag(is_current)} {onclick}>
                { attr(&preset.name) }
            </button>
        }
    });
    html! {
        <div class="ovc-presets" role="group" aria-label={app.words.go_to_range}>{ for buttons }</div>
    }
}
