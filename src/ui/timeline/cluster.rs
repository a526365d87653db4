//! What a cluster on the axis holds.

use crate::dataset::Dataset;
use crate::sort::sort_by;
use crate::timeline::{Aggregate, Cluster, TimeIndex};
use crate::ui::components::event::OpenCluster;

/// How many of a cluster's events are listed; zooming in shows the rest.
const LISTED: usize = 60;

/// What a cluster on the axis holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ClusterContents {
    events: Vec<u32>,
    aggregates: Vec<Aggregate>,
    /// How many events these are.
    pub count: usize,
    /// Position of the first event in the data set.
    pub first: u32,
    /// Position of the last one.
    pub last: u32,
}

impl ClusterContents {
    /// What a cluster holds: events, and aggregates. `None` for an empty one.
    pub fn new(
        data: &Dataset,
        index: &TimeIndex,
        aggregates: &[Aggregate],
        cluster: &Cluster,
    ) -> Option<Self> {
        let all = data.events().len();
        let mut contents = Self {
            events: Vec::new(),
            aggregates: Vec::new(),
            count: cluster.count,
            first: u32::MAX,
            last: 0,
        };
        for member in &cluster.members {
            let (first, last) = match member.checked_sub(all) {
                None => {
                    let position = u32::try_from(*member).ok()?;
                    contents.events.push(position);
                    (position, position)
                }
                Some(aggregate) => {
                    let aggregate = aggregates.get(aggregate)?;
                    contents.aggregates.push(aggregate.clone());
                    index.ends(aggregate)?
                }
            };
            contents.first = contents.first.min(first);
            contents.last = contents.last.max(last);
        }
        (contents.first <= contents.last).then_some(contents)
    }

    /// The cluster to open, with its heaviest events in date order.
    pub fn open(&self, index: &TimeIndex) -> OpenCluster {
        let aggregated = self
            .aggregates
            .iter()
            .flat_map(|aggregate| index.members(aggregate));
        let mut listed: Vec<u32> = self
            .events
            .iter()
            .copied()
            .chain(aggregated)
            .take(LISTED)
            .collect();
        sort_by(&mut listed, u32::cmp);
        OpenCluster {
            count: self.count,
            first: self.first,
            last: self.last,
            listed,
        }
    }

    /// Whether this is the open cluster.
    pub fn is(&self, open: &OpenCluster) -> bool {
        (self.count, self.first, self.last) == (open.count, open.first, open.last)
    }
}
