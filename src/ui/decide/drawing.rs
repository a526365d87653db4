//! Places in the chart of costs, in CSS pixels.
//!
//! Both axes are logarithmic. The cost through the API is a straight line there, and that of self-hosting is level.

use crate::decide::{CostLines, Costs};

/// Room left of the plot for the costs, above it for two lines of labels, and under it for the volumes.
pub(super) const LEFT: f64 = 74.0;
const TOP: f64 = 62.0;
const BOTTOM: f64 = 40.0;
const RIGHT: f64 = 38.0;

/// What the name of a line keeps clear of the other line, and the least width of a label at an axis.
const CLEAR: f64 = 18.0;
const LABEL: f64 = 74.0;

/// The room that the label of a marked volume takes.
const MARK_LABEL: f64 = 160.0;

/// A place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub x: f64,
    pub y: f64,
}

/// A vertical line that marks a volume.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct VolumeMark {
    pub volume: f64,
    /// Whether both ways cost the same there; otherwise it is the volume now.
    pub is_break_even: bool,
    pub x: f64,
    /// The place of its label, and which end of that is at the line, as the value of `text-anchor`.
    pub label: Place,
    pub anchor: &'static str,
}

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CostDrawing {
    pub width: f64,
    pub height: f64,
    pub lines: CostLines,
    /// The ends of the line of the API.
    pub api: [Place; 2],
    /// Where its name ends.
    pub api_name: Place,
    /// Height of the line of self-hosting.
    pub self_host: f64,
    /// Where the GPUs are full; the line is dashed from there on.
    pub capacity: f64,
    /// The volume now and the break-even, where they are on the axis.
    pub marks: Vec<VolumeMark>,
}

impl CostDrawing {
    /// Draws in a container of that width; `None` where something costs nothing.
    pub fn new(width: f64, tokens: f64, costs: &Costs) -> Option<Self> {
        let lines = CostLines::new(tokens, costs)?;
        let width = width.clamp(240.0, 760.0);
        let height = (width * 0.55).clamp(280.0, 380.0);
        let mut drawing = Self {
            width,
            height,
            lines,
            api: [Place { x: 0.0, y: 0.0 }; 2],
            api_name: Place { x: 0.0, y: 0.0 },
            self_host: 0.0,
            capacity: 0.0,
            marks: Vec::new(),
        };
        let place = |volume: f64| Place {
            x: drawing.x(volume),
            y: drawing.y(volume * costs.api_token),
        };
        let (low, high) = drawing.lines.volumes;
        let api = [place(low), place(high)];
        let self_host = drawing.y(costs.self_host);
        // The line rises, so that there is room left of it and above it.
        let mut names = [0.97, 0.85, 0.73, 0.61].iter().map(|part| Place {
            x: api[0].x + (api[1].x - api[0].x) * part - 8.0,
            y: api[0].y + (api[1].y - api[0].y) * part - 4.0,
        });
        let is_clear = |name: &Place| (name.y - 4.0 - self_host).abs() > CLEAR;
        let last = names.clone().next_back();
        let api_name = names.find(is_clear).or(last)?;
        let is_inside = |volume: &f64| (low..=high).contains(volume);
        let break_even = costs.break_even.filter(is_inside);
        let now = Some(tokens).filter(is_inside);
        let mark = |volume: f64, is_break_even: bool, other: Option<f64>| {
            let x = drawing.x(volume);
            // The label stands on the side away from the other mark, where it has room there.
            let is_left = other.is_some_and(|other| volume < other);
            let room = if is_left { x - LEFT } else { width - x };
            let is_before = is_left == (room > MARK_LABEL);
            let (anchor, at) = if is_before {
                // A narrow drawing may have room on neither side.
                ("end", (x - 5.0).max(MARK_LABEL + 8.0))
            } else {
                ("start", x + 5.0)
            };
            VolumeMark {
                volume,
                is_break_even,
                x,
                label: Place {
                    x: at,
                    y: if is_break_even { 30.0 } else { 48.0 },
                },
                anchor,
            }
        };
        let marks = [
            break_even.map(|volume| mark(volume, true, now)),
            now.map(|volume| mark(volume, false, break_even)),
        ];
        let capacity = if costs.capacity > 0.0 {
            drawing.x(costs.capacity)
        } else {
            LEFT
        };
        drawing.api = api;
        drawing.api_name = api_name;
        drawing.self_host = self_host;
        drawing.capacity = capacity;
        drawing.marks = marks.into_iter().flatten().collect();
        Some(drawing)
    }

    /// Where a volume is. Volumes beyond the axis are at its end.
    pub fn x(&self, volume: f64) -> f64 {
        LEFT + CostLines::part(volume, self.lines.volumes) * (self.width - LEFT - RIGHT)
    }

    /// Where a cost is.
    pub fn y(&self, cost: f64) -> f64 {
        let part = CostLines::part(cost, self.lines.costs);
        self.bottom() - part * (self.bottom() - TOP)
    }

    /// Where the axis of the volumes is.
    pub fn bottom(&self) -> f64 {
        self.height - BOTTOM
    }

    /// The ticks of the volumes, as many as have room for their labels.
    pub fn volume_ticks(&self) -> Vec<f64> {
        let powers = CostLines::powers(self.lines.volumes);
        let step = (self.width - LEFT - RIGHT) / (powers.len().max(2) - 1) as f64;
        let every = (LABEL / step.max(1.0)).ceil().max(1.0) as usize;
        powers.into_iter().step_by(every).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::{Inputs, Prices};

    fn drawing(width: f64, tokens: f64, people: f64) -> Option<CostDrawing> {
        let inputs = Inputs {
            tokens,
            output_share: 0.1,
            cached_share: 0.5,
            gpu_price: 2.0,
            gpus: 4.0,
            throughput: 1000.0,
            utilisation: 0.9,
            people,
        };
        let prices = Prices {
            input: 2.0,
            cached: 0.2,
            output: 10.0,
        };
        CostDrawing::new(width, tokens, &Costs::new(&inputs, &prices))
    }

    #[test]
    fn lines_cross_at_the_break_even() {
        for width in [0.0, 320.0, 720.0, 2000.0] {
            let drawing = drawing(width, 1e9, 4160.0);
            let at = drawing.as_ref().and_then(|drawing| {
                let mark = drawing.marks.iter().find(|mark| mark.is_break_even)?;
                let [from, to] = drawing.api;
                let part = (mark.x - from.x) / (to.x - from.x);
                Some(from.y + (to.y - from.y) * part - drawing.self_host)
            });
            assert!(at.is_some_and(|off| off.abs() < 0.01), "{width}: {at:?}");
        }
    }

    #[test]
    fn names_and_ticks_have_room() {
        for width in [240.0, 320.0, 720.0] {
            for people in [0.0, 1e3, 1e6, 1e9] {
                for tokens in [0.0, 1e6, 1e9, 1e12] {
                    let Some(drawing) = drawing(width, tokens, people) else {
                        panic!("nothing drawn");
                    };
                    let ticks = drawing.volume_ticks();
                    let places: Vec<f64> = ticks.iter().map(|tick| drawing.x(*tick)).collect();
                    assert!(
                        places
                            .windows(2)
                            .all(|pair| pair[1] - pair[0] > LABEL - 0.1)
                    );
                    let off = (drawing.api_name.y - 4.0 - drawing.self_host).abs();
                    assert!(off > CLEAR, "{width} {people} {tokens}: {off}");
                }
            }
        }
    }
}
