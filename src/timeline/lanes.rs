//! Packing a lane: which item gets which row, and which label has room.
//!
//! Everything here happens in absolute pixels, counted from 1970-01-01, before any view is looked
//! at. Items choose one after another, the heavier first. Within a weight they do not choose from
//! left to right all along: then, in an aggregate, one item more or less at the far left would shift every
//! choice to the right of it. The lane is cut into blocks, and the even blocks choose before the
//! odd ones; so a chain of effects ends after a few blocks.
//!
//! What goes with a mark, its label and its extent, is its dress. All of one weight take a place and a
//! dress, with the label in short, before the next weight does; in the end, the labels that have room
//! become whole.

use super::clusters::{Group, collect};
use super::metrics::Metrics;
use super::placement::{Item, LabelSide};
use super::row::{Ends, NO_OWNER, Row};
use crate::order;

/// What leads chooses before the heaviest.
const LEADING: u8 = 4;

/// Which of a label's widths.
pub(super) const WHOLE: usize = 0;
pub(super) const SHORT: usize = 1;

/// What goes with a mark: whether its extent does, and its label.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Decoration {
    pub extent: bool,
    /// On which side, and which of its widths.
    pub label: Option<(LabelSide, usize)>,
}

/// In the order of preference. Where there is no extent, half of them say the same twice.
const DECORATIONS: [Decoration; 6] = [
    Decoration {
        extent: true,
        label: Some((LabelSide::End, SHORT)),
    },
    Decoration {
        extent: true,
        label: Some((LabelSide::Start, SHORT)),
    },
    Decoration {
        extent: false,
        label: Some((LabelSide::End, SHORT)),
    },
    Decoration {
        extent: false,
        label: Some((LabelSide::Start, SHORT)),
    },
    Decoration {
        extent: true,
        label: None,
    },
    Decoration {
        extent: false,
        label: None,
    },
];

/// An item on its way to a place.
#[derive(Debug)]
pub(super) struct Node {
    /// Position in the caller's list.
    pub item: usize,
    /// Absolute pixels.
    pub x: f64,
    /// The heavier chooses first.
    pub weight: u8,
    /// 0 where there is none, or none that may be shown.
    pub widths: [f64; 2],
    /// Left and right end of its extent, in absolute pixels, as far as room is kept for it.
    pub extent: Ends,
    /// The same, however far it goes.
    pub reach: Ends,
    /// The row of its mark; none while it has no room, and for good in a cluster.
    pub row: Option<usize>,
    pub decoration: Decoration,
    /// Whether it stands for many: it never has a row of its own.
    pub is_aggregate: bool,
}

impl Node {
    pub fn width(&self, size: usize) -> f64 {
        self.widths.get(size).copied().unwrap_or(0.0)
    }

    /// Left and right end of a label: beyond the extent where that is there, or beside the mark where it is
    /// so long that it is seen to go on behind the label.
    pub fn label(
        &self,
        extent: bool,
        (side, size): (LabelSide, usize),
        metrics: &Metrics,
    ) -> (f64, f64) {
        let near = metrics.dot + metrics.label_gap;
        let mut around = (self.x - near, self.x + near);
        let width = self.width(size);
        if extent {
            let long = near + width + metrics.line_gap + 2.0 * metrics.half;
            if self.x - self.reach.0 < long {
                around.0 = around.0.min(self.extent.0 - metrics.line_gap);
            }
            if self.reach.1 - self.x < long {
                around.1 = around.1.max(self.extent.1 + metrics.line_gap);
            }
        }
        match side {
            LabelSide::End => (around.1, around.1 + width),
            LabelSide::Start => (around.0 - width, around.0),
        }
    }

    /// Where no other mark and no cluster may be, and no text or extent of others: these keep farther
    /// from what goes with the mark, so that two texts are not read as one.
    fn around(&self, decoration: Decoration, metrics: &Metrics) -> (Ends, Ends) {
        let (target, ends) = (metrics.target(self.x), self.ends(decoration, metrics));
        let gap = |is_bare: bool| {
            if is_bare {
                metrics.label_gap
            } else {
                metrics.text_gap
            }
        };
        (
            (ends.0 - metrics.label_gap, ends.1 + metrics.label_gap),
            (
                ends.0 - gap(ends.0 >= target.0),
                ends.1 + gap(ends.1 <= target.1),
            ),
        )
    }

    /// Left and right end of the mark and what goes with it.
    fn ends(&self, decoration: Decoration, metrics: &Metrics) -> Ends {
        let target = metrics.target(self.x);
        let extent = if decoration.extent {
            self.extent
        } else {
            target
        };
        let label = decoration.label.map_or(target, |label| {
            self.label(decoration.extent, label, metrics)
        });
        (
            target.0.min(extent.0).min(label.0),
            target.1.max(extent.1).max(label.1),
        )
    }
}

/// A lane that has been packed.
#[derive(Debug)]
pub(super) struct Packed {
    /// By place.
    pub nodes: Vec<Node>,
    /// From the top; what stands on them.
    pub rows: Vec<Row>,
    /// The clusters on the last row, from left to right; two members at least.
    pub groups: Vec<Group>,
}

/// Packs the items of a lane.
pub(super) fn pack(
    items: &[Item],
    lane: usize,
    pixels_per_day: f64,
    bounds: (f64, f64),
    metrics: &Metrics,
) -> Packed {
    let nodes = nodes(items, lane, pixels_per_day, metrics);
    let order = order(&nodes, metrics);
    let mut rows = Vec::new();
    rows.resize_with(metrics.rows(lane), Row::default);
    let weights: Vec<u8> = nodes.iter().map(|node| node.weight).collect();
    let weight = |index: &usize| weights.get(*index);
    let mut packing = Packing {
        nodes,
        rows,
        ends: (bounds.0 * pixels_per_day, bounds.1 * pixels_per_day),
        metrics,
    };
    for level in order.chunk_by(|a, b| weight(a) == weight(b)) {
        for index in level {
            packing.settle(*index);
        }
        // Those whose label gave way to a mark look for another place.
        for index in level {
            packing.redecorate(*index, false);
        }
    }
    let groups = packing.settle_last_row();
    for may_be_whole in [false, true] {
        for index in &order {
            packing.redecorate(*index, may_be_whole);
        }
    }
    Packed {
        nodes: packing.nodes,
        rows: packing.rows,
        groups,
    }
}

fn nodes(items: &[Item], lane: usize, pixels_per_day: f64, metrics: &Metrics) -> Vec<Node> {
    let lane_of = |item: &Item| item.lane.min(metrics.lanes - 1);
    let nodes: Vec<Node> = (0..)
        .zip(items)
        .filter(|(_, item)| lane_of(item) == lane && item.t.is_finite())
        .map(|(position, item)| {
            let x = item.t * pixels_per_day;
            let (before, after) = item.extent;
            let reach = [before, after].map(|days| (days * pixels_per_day).max(0.0));
            let kept = reach.map(|reach| reach.min(metrics.max_extent));
            Node {
                item: position,
                x,
                weight: item
                    .weight
                    .saturating_add(if item.leads { LEADING } else { 0 }),
                widths: item.label_widths.map(|width| metrics.shown_label(width)),
                extent: (x - kept[0], x + kept[1]),
                reach: (x - reach[0], x + reach[1]),
                row: None,
                decoration: Decoration::default(),
                is_aggregate: item.aggregate > 0,
            }
        })
        .collect();
    let x = |at: usize| nodes.get(at).map_or(0.0, |node| node.x);
    let by_place = order::sorted(nodes.len(), &|a, b| x(a).total_cmp(&x(b)));
    order::reordered(nodes, &by_place)
}

/// Who chooses when: by weight, by turn of the block, and then from left to right.
fn order(nodes: &[Node], metrics: &Metrics) -> Vec<usize> {
    let turn = |at: usize| {
        let node = nodes.get(at)?;
        Some((u8::MAX - node.weight, metrics.block(node.x).rem_euclid(2)))
    };
    order::sorted(nodes.len(), &|a, b| turn(a).cmp(&turn(b)))
}

/// What others of the same weight give for a node's room.
#[derive(Clone, Copy, PartialEq)]
enum Give {
    Nothing,
    /// The side of their label.
    Side,
    /// Label and extent.
    All,
}

struct Packing<'a> {
    nodes: Vec<Node>,
    rows: Vec<Row>,
    /// Ends of the whole axis, in absolute pixels.
    ends: (f64, f64),
    metrics: &'a Metrics,
}

impl Packing<'_> {
    /// Whether a label that goes with a mark can be shown: it never reaches beyond the axis.
    fn is_inside(&self, node: &Node, decoration: Decoration) -> bool {
        decoration.label.is_none_or(|label| {
            let (from, to) = node.label(decoration.extent, label, self.metrics);
            from < to && from >= self.ends.0 && to <= self.ends.1
        })
    }

    /// Whether a row has room for what goes with a mark that it has.
    fn fits(&self, index: usize, decoration: Decoration, row: &Row) -> bool {
        self.nodes.get(index).is_some_and(|node| {
            let (boxes, texts) = node.around(decoration, self.metrics);
            self.is_inside(node, decoration) && row.is_free(boxes, texts, index)
        })
    }

    /// Gives a node the first row where it has room with its label and its extent, or else with one
    /// of them; then, where those of its own weight can make room with their labels on the other side;
    /// then, where these go. The last row is left out: what is there may yet be clustered, and that is
    /// for those who have room nowhere else.
    fn settle(&mut self, index: usize) {
        let (labelled, plain) = DECORATIONS.split_at(4);
        let plans: [(&[Decoration], Give); 5] = [
            (labelled, Give::Nothing),
            (labelled, Give::Side),
            (plain, Give::Nothing),
            (plain, Give::Side),
            (&[Decoration::default()], Give::All),
        ];
        for (decorations, give) in plans {
            for decoration in decorations {
                if let Some((row, others)) = self.room(index, *decoration, give) {
                    for other in &others {
                        self.decorate(*other, Decoration::default());
                    }
                    self.put(index, row);
                    self.decorate(index, *decoration);
                    for other in others {
                        self.redecorate(other, false);
                    }
                    return;
                }
            }
        }
    }

    /// The first row with room for a node and what goes with it, and the nodes that have to give way.
    fn room(
        &self,
        index: usize,
        decoration: Decoration,
        give: Give,
    ) -> Option<(usize, Vec<usize>)> {
        let node = self.nodes.get(index).filter(|node| !node.is_aggregate)?;
        if !self.is_inside(node, decoration) {
            return None;
        }
        let gap = self.metrics.gap;
        let target = self.metrics.target(node.x);
        let with_target = |ends: Ends| (ends.0.min(target.0 - gap), ends.1.max(target.1 + gap));
        let (boxes, texts) = node.around(decoration, self.metrics);
        let (boxes, texts) = (with_target(boxes), with_target(texts));
        (0..).zip(self.upper()).find_map(|(at, row)| {
            let others = row.yielding(boxes, texts)?;
            let gives = |index: usize| {
                let other = self.nodes.get(index);
                let Some(other) = other.filter(|other| other.weight == node.weight) else {
                    return false;
                };
                match (give, other.decoration.label) {
                    (Give::Side, Some((side, size))) => {
                        let moved = Decoration {
                            label: Some((side.other(), size)),
                            ..other.decoration
                        };
                        self.fits(index, moved, row)
                    }
                    _ => give == Give::All,
                }
            };
            let all = others.iter().all(|owner| gives(*owner));
            all.then_some((at, others))
        })
    }

    /// All rows but the last.
    fn upper(&self) -> &[Row] {
        self.rows.split_last().map_or(&[], |(_, upper)| upper)
    }

    /// Collects what has no row; who is alone there gets a mark on the last row.
    fn settle_last_row(&mut self) -> Vec<Group> {
        let last = self.rows.len().saturating_sub(1);
        let mut groups = collect(&self.nodes, self.metrics);
        groups.retain(|group| match *group.members {
            [index] if !self.nodes.get(index).is_some_and(|node| node.is_aggregate) => {
                self.put(index, last);
                false
            }
            _ => true,
        });
        if let Some(row) = self.rows.get_mut(last) {
            for group in &groups {
                row.take(group.ends(self.metrics), NO_OWNER, true);
            }
        }
        groups
    }

    /// Gives a mark without a label the first dress that its row has room for; or else makes its label
    /// whole, if that `may` be.
    fn redecorate(&mut self, index: usize, may: bool) {
        let Some(node) = self.nodes.get(index) else {
            return;
        };
        let Some(row) = node.row.and_then(|row| self.rows.get(row)) else {
            return;
        };
        // On its side: a label that leaves it might leave room there for what is in a cluster by now.
        let whole = node.decoration.label.map(|(side, _)| Decoration {
            label: Some((side, WHOLE)),
            ..node.decoration
        });
        let decorations = whole
            .as_ref()
            .map_or(&DECORATIONS[..], core::slice::from_ref);
        let fits = |decoration: &&Decoration| self.fits(index, **decoration, row);
        if let Some(decoration) = decorations.iter().find(fits).copied()
            && (may || whole.is_none())
        {
            self.decorate(index, decoration);
        }
    }

    fn put(&mut self, index: usize, at: usize) {
        if let (Some(node), Some(row)) = (self.nodes.get_mut(index), self.rows.get_mut(at)) {
            node.row = Some(at);
            row.take(self.metrics.target(node.x), index, true);
        }
    }

    /// Takes the place for what goes with a mark, instead of what it had.
    fn decorate(&mut self, index: usize, decoration: Decoration) {
        let Some(node) = self.nodes.get_mut(index) else {
            return;
        };
        node.decoration = decoration;
        if let Some(row) = node.row.and_then(|row| self.rows.get_mut(row)) {
            row.clear_decoration(index);
            let (target, ends) = (
                self.metrics.target(node.x),
                node.ends(decoration, self.metrics),
            );
            for side in [(ends.0, target.0), (target.1, ends.1)] {
                if side.0 < side.1 {
                    row.take(side, index, false);
                }
            }
        }
    }
}
