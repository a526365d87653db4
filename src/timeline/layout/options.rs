//! Sizes that a layout works with.

/// Least width and height of a target for a finger, in CSS pixels (WCAG 2.2, success criterion 2.5.8).
pub const MIN_TARGET: f64 = 24.0;

/// Sizes of a layout, in CSS pixels. A size that makes no sense (negative, not a number, a row lower
/// than [`MIN_TARGET`]) counts as the nearest one that does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutOptions {
    /// How many lanes there are; 1 at least.
    pub lanes: usize,
    /// Room above the rows of each lane, for its name.
    pub lane_head: f64,
    /// Least width and height of a target; [`MIN_TARGET`] at least.
    pub target: f64,
    /// Diameters of marks of weight 1, 2 and 3.
    pub mark: [f64; 3],
    /// Height of a row.
    pub row_height: f64,
    /// Rows of each lane. The last one is for single marks and clusters that have no room on the others.
    /// A lane without rows shows nothing but its name; one beyond the fourth has as many as the fourth.
    pub rows: [usize; 4],
    /// Least distance between two boxes; 1 at least.
    pub gap: f64,
    /// Least distance of a label from its mark; two and a half times as much from another label.
    pub label_gap: f64,
    /// Width of a cluster's box, and of the cells that events are clustered in.
    pub cluster_width: f64,
    /// A label wider than this is not shown: cut labels to it.
    pub max_label: f64,
    /// Most room that is reserved for an extent on either side of its mark. A longer extent goes on as
    /// far as there is room.
    pub max_extent: f64,
    /// First and last time of the whole axis, in days. No label reaches beyond them, because no pan
    /// would bring it into view.
    pub bounds: (f64, f64),
}

impl Default for LayoutOptions {
    fn default() -> Self {
        Self {
            lanes: 4,
            lane_head: 22.0,
            target: MIN_TARGET,
            mark: [10.0, 14.0, 18.0],
            row_height: 28.0,
            rows: [3; 4],
            gap: 4.0,
            label_gap: 4.0,
            cluster_width: 36.0,
            max_label: 240.0,
            max_extent: 240.0,
            bounds: (f64::NEG_INFINITY, f64::INFINITY),
        }
    }
}
