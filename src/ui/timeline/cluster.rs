//! A cluster that the reader has opened.

use crate::dataset::Dataset;
use crate::order;
use crate::timeline::{Aggregate, TimeIndex};

/// How many of a cluster's events are listed; zooming in shows the rest.
const LISTED: usize = 60;

/// The events of a cluster, as far as they are listed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct OpenCluster {
    /// How many there are.
    pub count: usize,
    /// The first and the last one.
    pub ends: (u32, u32),
    /// The heaviest, in date order; positions in the data set.
    pub listed: Vec<u32>,
}

/// What a cluster on the axis is made of.
#[derive(Clone)]
pub(super) struct Contents {
    pub events: Vec<u32>,
    pub aggregates: Vec<Aggregate>,
    pub count: usize,
    /// The first and the last event.
    pub ends: (u32, u32),
}

impl Contents {
    /// Tells the events of a cluster from its aggregates. `None` for an empty one.
    pub fn new(
        data: &Dataset,
        index: &TimeIndex,
        aggregates: &[Aggregate],
        cluster: &crate::timeline::Cluster,
    ) -> Option<Self> {
        let all = data.events().len();
        let mut contents = Self {
            events: Vec::new(),
            aggregates: Vec::new(),
            count: cluster.count,
            ends: (u32::MAX, 0),
        };
        for member in &cluster.members {
            let ends = match member.checked_sub(all) {
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
            contents.ends = (contents.ends.0.min(ends.0), contents.ends.1.max(ends.1));
        }
        (contents.ends.0 <= contents.ends.1).then_some(contents)
    }

    /// What is shown when it is opened.
    pub fn open(&self, index: &TimeIndex) -> OpenCluster {
        let crowded = self
            .aggregates
            .iter()
            .flat_map(|aggregate| index.members(aggregate));
        let listed: Vec<u32> = self
            .events
            .iter()
            .copied()
            .chain(crowded)
            .take(LISTED)
            .collect();
        let by_date = order::sorted(listed.len(), &|a, b| listed[a].cmp(&listed[b]));
        OpenCluster {
            count: self.count,
            ends: self.ends,
            listed: order::reordered(listed, &by_date),
        }
    }
}
