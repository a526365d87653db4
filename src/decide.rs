//! What the view Decide computes: which strategy fits the reader's needs, and what running a model costs.
//!
//! Given a data set, the weights and the scores that hold, or the inputs of the calculator; returns the
//! ranking, the weights at which it turns round, costs, and the volume at which both ways cost the same.

mod cost;
mod defaults;
mod flips;
mod inputs;
mod number;
mod offers;
mod ranking;

pub use cost::{CostLines, Costs, HOURS_PER_MONTH, Inputs, Prices};
pub use defaults::{DefaultGroups, default_groups};
pub use flips::{Flip, flips};
pub use inputs::{CostEntries, CostEntry, Limits, assumption, limits, parse};
pub use number::{NumberNames, decimal, grouped, plain};
pub use offers::{Offer, default_offer, offers};
pub use ranking::{Ranked, Ranking, ScoreEdit, ScoreTable, weights};
