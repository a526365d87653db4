//! Events in words: the card, the list by year, the events of a cluster, and periods.

mod body;
mod card;
mod cluster_panel;
mod era;
mod head;
mod links;
mod list;
mod matches;
mod member;

pub(in crate::ui) use card::EventCard;
pub(in crate::ui) use cluster_panel::{ClusterPanel, OpenCluster, cluster_panel};
pub(in crate::ui) use era::{era_note, era_text};
pub(in crate::ui) use list::year_list;
pub(in crate::ui) use matches::best_matches;
