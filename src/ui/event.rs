//! Events in words: the card, the list by year, and their sources.

mod body;
mod era;
mod list;
mod matches;
mod opened;
mod panel;
mod reference;
mod sources;

pub(super) use era::era_note;
pub(super) use list::{Years, year_list};
pub(super) use matches::best_matches;
pub(super) use opened::{Opened, Turned};
pub(super) use panel::{ClusterPanelProps, cluster_panel, event_card};
pub(super) use reference::{To, grounds, reference};
pub(super) use sources::{folded_sources, source_details};
