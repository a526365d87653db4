//! Events in words: the card, the list by year, the events of a cluster, and periods.

mod body;
mod card;
mod cluster_panel;
mod era;
mod links;
mod list;
mod matches;
mod member;

pub(in crate::ui) use card::EventCard;
pub(in crate::ui) use cluster_panel::{ClusterPanel, OpenCluster};
pub(in crate::ui) use era::EraNote;
pub(in crate::ui) use list::YearList;
pub(in crate::ui) use matches::BestMatches;
