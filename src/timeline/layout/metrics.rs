//! The sizes of a layout with invalid values replaced, and what follows from them.

use super::options::{LayoutOptions, MIN_TARGET};

/// Boxes may be this much nearer than the gap. Times are often whole days, and a day a whole number of
/// pixels, so that distances of exactly the gap are common. Without a tolerance, rounding would decide
/// them differently from one frame of a pan to the next.
pub(super) const TOLERANCE: f64 = 0.01;

/// Shifts the grid off whole pixels, for the same reason.
const GRID_OFFSET: f64 = 0.37;

/// Least distance between two labels, in label gaps.
const TEXT_GAP: f64 = 2.5;
/// Distance of a label from a line, in label gaps.
const LINE_GAP: f64 = 2.0;

/// Rounds of choice: four weights (three, and items that lead), each in two turns (see `packing`), for a
/// row, for a short label, for another short label, and for a full one. A selected item chooses before
/// all of them and adds no round, because its choice depends on nothing.
const ROUNDS: f64 = 32.0;

/// The sizes of a layout, and what follows from them.
pub(in crate::timeline) struct Metrics {
    pub lanes: usize,
    /// Half the width and height of a target. It is one size for all weights: a smaller one for lighter
    /// items would let them stand where a heavier one has no room.
    pub half: f64,
    /// Half the width of the largest mark. A label stands beyond it, and may stand on the target of its
    /// own mark, because both are one button.
    pub dot: f64,
    pub gap: f64,
    pub label_gap: f64,
    /// Least distance between two labels. Text needs more room from text than from a mark; with less,
    /// two labels are read as one.
    pub text_gap: f64,
    /// Distance of a label from a line.
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
    pub fn new(options: &LayoutOptions) -> Self {
        let mark = options.mark.map(|diameter| at_least(diameter, 0.0));
        let dot = mark.into_iter().fold(MIN_TARGET, f64::max);
        let target = at_least(options.target, dot);
        let label_gap = at_least(options.label_gap, 1.0);
        Self {
            lanes: options.lanes.max(1),
            half: target / 2.0,
            dot: dot / 2.0,
            gap: at_least(options.gap, 1.0),
            label_gap,
            text_gap: label_gap * TEXT_GAP,
            line_gap: label_gap * LINE_GAP,
            cluster: at_least(options.cluster_width, target),
            max_label: at_least(options.max_label, 0.0),
            max_extent: at_least(options.max_extent, 0.0),
            rows: options.rows,
            head: at_least(options.lane_head, 0.0),
            row_height: at_least(options.row_height, target),
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

    /// Left and right end of the target of a mark.
    pub fn target(&self, x: f64) -> (f64, f64) {
        (x - self.half, x + self.half)
    }

    /// The width of a label; 0 if it is too wide to be shown.
    pub fn shown_label(&self, width: f64) -> f64 {
        if width > 0.0 && width <= self.max_label {
            width
        } else {
            0.0
        }
    }

    /// Width of the blocks in which items choose. Items of two blocks with a block between them never
    /// touch, labels included.
    fn block_width(&self) -> f64 {
        let around = self.half.max(self.max_extent) + self.label_gap + self.max_label;
        2.0 * around + self.gap.max(self.text_gap)
    }

    /// The block at a position.
    pub fn block(&self, x: f64) -> i64 {
        ((x + GRID_OFFSET) / self.block_width()).floor() as i64
    }

    /// Width of the cells in which items are clustered. A cell has room for one cluster, and two marks
    /// with a cell between them never touch.
    pub fn cell_width(&self) -> f64 {
        self.cluster.max(2.0 * self.half) + self.gap
    }

    /// How many marks have room in a cell, on the rows above the clusters.
    pub fn marks_in_cell(&self, lane: usize) -> usize {
        let rows = self.rows(lane).saturating_sub(1) as f64;
        (rows * self.cell_width() / (2.0 * self.half + self.gap)).round() as usize
    }

    /// The cell at a position.
    pub fn cell(&self, x: f64) -> i64 {
        ((x + GRID_OFFSET) / self.cell_width()).floor() as i64
    }

    /// Left and right end of a cell.
    pub fn cell_ends(&self, cell: i64) -> (f64, f64) {
        let start = cell as f64 * self.cell_width() - GRID_OFFSET;
        (start, start + self.cell_width())
    }
}

impl LayoutOptions {
    /// How far outside the view, in pixels, an item can have an effect on the view; see
    /// [`place`](super::place).
    ///
    /// In each round a block depends on the rounds before it in its two neighbours, so that after all
    /// rounds it depends on as many blocks to each side. Clustering adds two cells.
    pub fn reach(&self) -> f64 {
        let metrics = Metrics::new(self);
        ROUNDS * metrics.block_width() + 2.0 * metrics.cell_width()
    }
}

/// The number, or `least` where it is less or not finite.
fn at_least(number: f64, least: f64) -> f64 {
    if number.is_finite() {
        number.max(least)
    } else {
        least
    }
}
