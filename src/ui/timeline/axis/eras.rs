//! The periods of the data set above the lanes.

use yew::prelude::*;

use super::labels::width_of;
use super::view_scale::ViewScale;
use crate::timeline::{Band, Viewport, truncate_to_width};
use crate::ui::context::App;
use crate::ui::hooks::{self, TextMeasure};
use crate::ui::svg::{px, translate};
use crate::ui::timeline::span::days_of;

/// Distance from one row of periods to the next, in CSS pixels.
const ROW: f64 = 26.0;
/// Additional distance from the last row to the lanes.
const GAP: f64 = 2.0;
/// Most periods that are drawn.
const MOST: usize = 60;
/// A name that is cut to no more characters than this is left out.
const SHORTEST: usize = 5;

/// The room that the periods take above the lanes: the same whatever the viewport is.
pub(super) fn eras_height(bands: &[Option<Band>]) -> f64 {
    let rows = bands.iter().flatten().map(|band| band.row + 1).max();
    rows.map_or(0.0, |rows| rows as f64 * ROW + GAP)
}

/// Input of the periods.
pub(super) struct Eras<'a> {
    /// The band of each period of the data set.
    pub bands: &'a [Option<Band>],
    pub view: ViewScale,
    pub viewport: Viewport,
    pub measure: Option<&'a TextMeasure>,
    pub on_show: &'a Callback<Viewport>,
}

/// The periods. A click zooms to one; the panel below the axis has them for the keyboard and in
/// words.
pub(super) fn eras(app: &App, input: &Eras<'_>) -> Html {
    let view = input.view;
    let eras = app.data.meta().eras.iter().zip(input.bands);
    let eras = eras.filter_map(|(era, band)| {
        let band = band.as_ref()?;
        let days = days_of(&app.data, era);
        let (left, right) = view.ends((days.0, band.end));
        let width = right - left - 2.0;
        if width < 1.0 {
            return None;
        }
        let zoomed = input.viewport.set_to(days);
        let onclick = input.on_show.reform(move |_: MouseEvent| zoomed);
        let width_of = |text: &str| width_of(text, false, input.measure);
        let (text, _) = truncate_to_width(&era.name, width - 12.0, &width_of, &hooks::character_ends);
        let is_name = text.chars().count() > SHORTEST || !text.ends_with('…');
        let text = is_name.then_some(text);
        let text_x = if view.is_rtl { width - 6.0 } else { 6.0 };
        Some(html! {
            <g key={&*era.id} class="ovc-era" transform={translate(left + 1.0, band.row as f64 * ROW)} {onclick}>
                <title>{ era.name.to_string() }</title>
                <rect width={px(width)} height="24" />
                <text x={px(text_x)} y="16">{ text }</text>
            </g>
        })
    });
    html! { <g aria-hidden="true">{ for eras.take(MOST) }</g> }
}
