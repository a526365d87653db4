//! The number of events over time, as bars.

use yew::prelude::*;

use super::size::BARS_HEIGHT;
use crate::dataset::{Dataset, Side};
use crate::state::SideOrder;
use crate::timeline::density;
use crate::ui::components::side;
use crate::ui::context::use_app;
use crate::ui::svg::px;
use crate::ui::timeline::filtered::Positions;

/// Width of a bar with its gap, in CSS pixels.
const BAR: f64 = 8.0;
/// Least height of a bar.
const LEAST: f64 = 2.0;

#[derive(PartialEq, Properties)]
pub(super) struct DensityBarsProps {
    /// The visible events.
    pub visible: Positions,
    /// Whether the lane of open models comes first.
    pub open_first: bool,
    pub width: f64,
    /// The whole span of time, in days.
    pub bounds: (f64, f64),
}

/// A path for each side: stacked bars, in the order of the lanes.
#[component]
pub(super) fn DensityBars(props: &DensityBarsProps) -> Html {
    let app = use_app();
    let sides = SideOrder::lanes(props.open_first);
    let bins = (props.width / BAR) as usize;
    let counts = counts(&app.data, &props.visible, &sides, props.bounds, bins);
    let total = |bin: usize| counts.iter().filter_map(|lane| lane.get(bin)).sum::<u32>();
    let most = (0..bins).map(total).max().unwrap_or(0).max(1);
    let unit = (BARS_HEIGHT - 4.0) / f64::from(most);
    let mut tops = vec![BARS_HEIGHT; bins];
    // The first lane is on top, as on the axis.
    sides
        .iter()
        .zip(&counts)
        .rev()
        .map(|(side, counts)| {
            html! { <path class={side::class_of(*side)} d={stacked(counts, unit, &mut tops)} /> }
        })
        .collect::<Html>()
}

/// The number of events by lane and bin.
fn counts(
    data: &Dataset,
    visible: &[u32],
    sides: &[Side],
    bounds: (f64, f64),
    bins: usize,
) -> Vec<Vec<u32>> {
    let lane = |side: Side| sides.iter().position(|other| *other == side).unwrap_or(0);
    let events = visible
        .iter()
        .filter_map(|position| data.events().get(*position as usize));
    let points = events.flat_map(|event| {
        let lanes = event.sides().map(lane);
        lanes.map(|lane| (event.date.midpoint(), lane))
    });
    density(points, bounds, bins, sides.len())
}

/// The bars of a lane as a path, on top of the bars before. `tops` are the upper ends, which it
/// raises.
fn stacked(counts: &[u32], unit: f64, tops: &mut [f64]) -> String {
    let mut path = String::new();
    let bar = px(BAR - 1.0);
    for ((bin, count), top) in (0_u32..).zip(counts).zip(tops) {
        if *count > 0 {
            let height = (f64::from(*count) * unit).clamp(LEAST, BARS_HEIGHT);
            *top -= height;
            let (x, y, height) = (px(f64::from(bin) * BAR), px(*top), px(height));
            path.push_str(&format!("M{x} {y}h{bar}v{height}h-{bar}z"));
        }
    }
    path
}
