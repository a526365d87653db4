//! The mathematics of the charts: value scales, the frontier of scores, prices, label placement.
//!
//! Given a data set, the models to show and a definition of “open”; returns numbers and positions.

mod frontier;
mod labels;
mod points;
mod prices;
mod scale;
mod scores;

pub use frontier::{Frontier, FrontierSnapshot, FrontierStep, ScorePoint};
pub use labels::{Anchor, LabelPlace, PointLabel, Rect, place_labels};
pub use points::{day_of, months};
pub use prices::{
    PriceKind, PriceOrigin, PricePoint, PriceRange, PriceSeries, newest_price, price_origin,
};
pub use scale::ValueScale;
pub use scores::{ScoreSet, testers_with_enough_scores};
