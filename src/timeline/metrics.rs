//! The sizes of a layout, made sound, and what follows from them.

use super::placement::{LayoutOptions, MIN_TARGET};

/// Boxes may come this much nearer than the gap. Times are often whole days and a day a whole number
/// of pixels, so that distances of exactly the gap are common; without the slack, rounding would
/// decide them differently from one frame of a pan to the next. Far above rounding, far below what
/// can be seen.
pub(super) const SLACK: f64 = 0.01;

/// Shifts the grid off whole pixels, for the same reason.
const OFF_GRID: f64 = 0.37;

/// Least distance between two labels, in distances of a label from a mark.
const TEXT_GAP: f64 = 2.5;
/// Distance of a label from a line, in the same.
const LINE_GAP: f64 = 2.0;

/// Levels of choice: three weights and what leads, each in two turns (see `lanes.rs`), for a place,
/// for a label in short, once more for that, and for a whole one. The one that is selected chooses
/// before them all, which adds no level: its choice depends on nothing.
const LEVELS: f64 = 32.0;

/// A layout whose numbers make sense.
pub(super) struct Metrics {
    pub lanes: usize,
    /// Half the width and height of a target box. One for all weights: were a lighter one's smaller,
    /// it could stand where a heavier one had no room.
    pub half: f64,
    /// Half the width of the largest mark: a label stands beyond it, and may stand on the target of
    /// its own mark, which is the same button.
    pub dot: f64,
    pub gap: f64,
    pub label_gap: f64,
    /// Least distance of a label from the next: text and text need more than text and a mark, or else they
    /// are read as one.
    pub text_gap: f64,
    /// Distance of a label from a line: text needs more room there than beside a mark, which has room about it.
    pub line_gap: f64,
    /// Width of a cluster's box.
    pub cluster: f64,
    pub max_label: f64,
    pub max_extent: f64,
    rows: [usize; 4],
    head: f64,
    row_height: f64,
    mark: [f64; 3],
}

impl Metrics {
    pub fn new(layout: &LayoutOptions) -> Self {
        let mark = layout.mark.map(|diameter| at_least(diameter, 0.0));
        let dot = mark.into_iter().fold(MIN_TARGET, f64::max);
        let target = at_least(layout.target, dot);
        Self {
            lanes: layout.lanes.max(1),
            half: target / 2.0,
            dot: dot / 2.0,
            gap: at_least(layout.gap, 1.0),
            label_gap: at_least(layout.label_gap, 1.0),
            text_gap: at_least(layout.label_gap, 1.0) * TEXT_GAP,
            line_gap: at_least(layout.label_gap, 1.0) * LINE_GAP,
            cluster: at_least(layout.cluster_width, target),
            max_label: at_least(layout.max_label, 0.0),
            max_extent: at_least(layout.max_extent, 0.0),
            rows: layout.rows,
            head: at_least(layout.lane_head, 0.0),
            row_height: at_least(layout.row_height, target),
            mark,
        }
    }

    pub fn diameter(&self, weight: u8) -> f64 {
        let [light, middle, heavy] = self.mark;
        match weight {
            0 | 1 => light,
            2 => middle,
            _ => heavy,
        }
    }

    pub fn rows(&self, lane: usize) -> usize {
        let [.., last] = self.rows;
        self.rows.get(lane).copied().unwrap_or(last)
    }

    pub fn lane_height(&self, lane: usize) -> f64 {
        self.head + self.row_height * self.rows(lane) as f64
    }

    pub fn lane_top(&self, lane: usize) -> f64 {
        (0..lane).map(|lane| self.lane_height(lane)).sum()
    }

    /// Vertical middle of a row.
    pub fn y(&self, lane: usize, row: usize) -> f64 {
        self.lane_top(lane) + self.head + self.row_height * (row as f64 + 0.5)
    }

    /// Left and right end of the target box of a mark.
    pub fn target(&self, x: f64) -> (f64, f64) {
        (x - self.half, x + self.half)
    }

    /// The width of a label as far as it may be shown; 0 if it may not.
    pub fn shown_label(&self, width: f64) -> f64 {
        if width > 0.0 && width <= self.max_label {
            width
        } else {
            0.0
        }
    }

    /// Width of the blocks in which items choose: so wide that items of two blocks with another one
    /// between them never touch, labels included.
    fn block_width(&self) -> f64 {
        let around = self.half.max(self.max_extent) + self.label_gap + self.max_label;
        2.0 * around + self.gap.max(self.text_gap)
    }

    /// The block of a place.
    pub fn block(&self, x: f64) -> i64 {
        ((x + OFF_GRID) / self.block_width()).floor() as i64
    }

    /// Width of the cells in which what has no room is collected: there is room for one cluster, and
    /// two marks with a cell between them never touch.
    pub fn cell_width(&self) -> f64 {
        self.cluster.max(2.0 * self.half) + self.gap
    }

    /// How many marks there is room for in a cell, beside what is collected on the last row.
    pub fn marks_in_cell(&self, lane: usize) -> usize {
        let rows = self.rows(lane).saturating_sub(1) as f64;
        (rows * self.cell_width() / (2.0 * self.half + self.gap)).round() as usize
    }

    /// The cell of a place.
    pub fn cell(&self, x: f64) -> i64 {
        ((x + OFF_GRID) / self.cell_width()).floor() as i64
    }

    /// Left and right end of a cell.
    pub fn cell_ends(&self, cell: i64) -> (f64, f64) {
        let start = cell as f64 * self.cell_width() - OFF_GRID;
        (start, start + self.cell_width())
    }

    /// How far the effect of an item goes. On each level a block depends on the levels before it in
    /// its two neighbours; so after `LEVELS` levels on `LEVELS - 1` blocks to each side and on all of
    /// its own. Collecting adds two cells.
    pub fn reach(&self) -> f64 {
        LEVELS * self.block_width() + 2.0 * self.cell_width()
    }
}

fn at_least(number: f64, least: f64) -> f64 {
    // `f64::max` passes over NaN.
    if number.is_finite() {
        number.max(least)
    } else {
        least
    }
}
