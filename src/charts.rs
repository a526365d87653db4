//! The mathematics of the charts: value scales, the frontier of scores, prices, label placement.
//!
//! Given a data set, the models to show and a definition of “open”; returns numbers and positions.

mod frontier;
mod labels;
mod points;
mod prices;
mod scale;

pub use frontier::{Frontier, FrontierSnapshot, FrontierStep, ScorePoint};
pub use labels::{Anchor, LabelPlace, PointLabel, Rect, place_labels};
pub use points::{day_of, months};
pub use prices::{PriceKind, PricePoint, PriceRange, PriceSeries};
pub use scale::ValueScale;
