//! Events in words: the card, the list by year, and their sources.

mod body;
mod era;
mod list;
mod matches;
mod opened;
mod panel;

pub(in crate::ui) use era::era_note;
pub(in crate::ui) use list::{Years, year_list};
pub(in crate::ui) use matches::best_matches;
pub(in crate::ui) use opened::{Opened, Turned};
pub(in crate::ui) use panel::{ClusterPanelProps, cluster_panel, event_card};
