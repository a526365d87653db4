//! How far an event reaches on the axis.

use super::scene::Scene;
use crate::dataset::Event;
use crate::timeline::Mark;
use crate::ui::svg::{px, tenths};
use crate::ui::timeline::span::reaches;

/// Least length of a bar or a whisker beside its mark, in CSS pixels; a shorter one is not drawn.
const LEAST_SHOWN: f64 = 3.5;

/// A stretch in CSS pixels, left end first.
type Ends = (f64, f64);

/// How far an event reaches, in CSS pixels from the middle of its mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Extent {
    /// How long it went on: bars, each with its left end and its width.
    pub bars: Vec<(f64, f64)>,
    /// The upper end of the bars.
    pub bar_top: f64,
    /// The uncertainty of its date, as a path.
    pub whisker: Option<String>,
}

/// The drawn part of a stretch.
struct Drawn {
    /// The part that there is room for.
    shown: Ends,
    /// The same, without the place of the label.
    lines: Vec<Ends>,
    /// Whether it is drawn under the mark, because there is hardly any room beside it.
    is_under: bool,
}

/// How far the event of a mark reaches: its duration as a bar, and the uncertainty of its date as a
/// whisker. An end that has no room is drawn open. Where there is hardly any room, the bar is drawn
/// under the mark, and only the hollow mark shows the uncertainty.
pub(super) fn extent(scene: &Scene, event: &Event, mark: &Mark) -> Extent {
    let reaches = reaches(event);
    let mut extent = Extent::default();
    if let Some(days) = reaches.duration
        && let Some(drawn) = drawn(scene, mark, scene.view.unbound_ends(days))
    {
        extent.bar_top = if drawn.is_under {
            tenths(mark.diameter / 2.0)
        } else {
            -LEAST_SHOWN
        };
        extent.bars = drawn
            .lines
            .iter()
            .map(|(from, to)| (tenths(from - mark.x), tenths(to - from)))
            .collect();
    }
    if let Some(days) = reaches.uncertainty {
        let ends = scene.view.unbound_ends(days);
        extent.whisker = drawn(scene, mark, ends)
            .filter(|drawn| !drawn.is_under)
            .map(|drawn| whisker(mark, ends, &drawn));
    }
    extent
}

/// The drawn part of a stretch; `None` where its mark covers it.
fn drawn(scene: &Scene, mark: &Mark, (from, to): Ends) -> Option<Drawn> {
    let least = mark.diameter / 2.0 + LEAST_SHOWN;
    let stands_out = |ends: Ends| ends.0 < mark.x - least || ends.1 > mark.x + least;
    if !stands_out((from, to)) {
        return None;
    }
    let within = |room: Ends| (from.max(room.0), to.min(room.1));
    let mut shown = within(room_of(mark));
    let mut lines = mark.extent_segments(scene.placement.line_gap).to_vec();
    let is_under = !stands_out(shown);
    if is_under {
        let half = scene.placement.target / 2.0;
        shown = within((mark.x - half, mark.x + half));
        lines = vec![shown];
    }
    let lines = lines
        .into_iter()
        .map(|line| (line.0.max(shown.0), line.1.min(shown.1)))
        .filter(|line| line.0 < line.1)
        .collect();
    Some(Drawn {
        shown,
        lines,
        is_under,
    })
}

/// The room that a mark has for its extent.
fn room_of(mark: &Mark) -> Ends {
    mark.extent.unwrap_or((mark.x, mark.x))
}

/// A line with a stroke across each end that there is room for.
fn whisker(mark: &Mark, (from, to): Ends, drawn: &Drawn) -> String {
    let room = room_of(mark);
    let mut path = String::new();
    for (x, is_closed) in [
        (drawn.shown.0, from >= room.0 - 0.5),
        (drawn.shown.1, to <= room.1 + 0.5),
    ] {
        if is_closed {
            path.push_str(&format!("M{} -5v10", px(x - mark.x)));
        }
    }
    for (from, to) in &drawn.lines {
        path.push_str(&format!("M{} 0h{}", px(from - mark.x), px(to - from)));
    }
    path
}
