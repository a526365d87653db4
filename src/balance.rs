//! How much room each side of the comparison has, and what its claims rest on.
//!
//! Given claims of a data set; returns counts and shares, so that readers can see whether the sides are
//! treated alike. Numbers about sources count references: a source that two claims name counts twice.

use core::cmp::Reverse;

use crate::dataset::{
    Claim, ClaimKind, Dataset, Dimension, Source, SourceKind, Strength, Text, Vocabulary,
};
use crate::date::PartialDate;
use crate::sort::sort_by;

/// Days of a year, in the mean of the Gregorian calendar.
const YEAR: f64 = 365.2425;

/// What can be counted of some claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance {
    /// How many claims there are.
    pub claims: usize,
    /// Their words, as white space parts them.
    pub words: usize,
    /// How many claims name who holds them.
    pub held: usize,
    /// How many claims are of each kind, in the order of [`ClaimKind::ALL`].
    pub kinds: [usize; ClaimKind::ALL.len()],
    /// How many claims have each strength, in the order of [`Strength::ALL`].
    pub strengths: [usize; Strength::ALL.len()],
    /// References to sources.
    pub references: usize,
    /// References to sources of each kind, in the order of [`SourceKind::ALL`].
    pub source_kinds: [usize; SourceKind::ALL.len()],
    /// References to sources that the editors have not opened.
    pub unopened: usize,
    /// Median age of the sources at the date of the data, in years; `None` where none has a date.
    pub median_age: Option<f64>,
    /// The source that is named most often, and how often.
    pub most_named: Option<(Text, usize)>,
}

impl Balance {
    /// Counts some claims of a data set.
    pub fn new<'a>(data: &Dataset, claims: impl IntoIterator<Item = &'a Claim>) -> Self {
        let mut balance = Self::default();
        let mut ages = Vec::new();
        let sources = &data.document.sources;
        // How often each source is named, by its position.
        let mut named = vec![0; sources.len()];
        for claim in claims {
            balance.add_claim(claim);
            for at in claim
                .sources
                .iter()
                .filter_map(|id| data.source_position(id))
            {
                let source = &sources[at];
                balance.add_reference(source);
                let age = |date: PartialDate| data.date().midpoint() - date.midpoint();
                ages.extend(source.date.map(age));
                named[at] += 1;
            }
        }
        balance.median_age = median(ages).map(|days| days / YEAR);
        // Of several, the one whose id comes first.
        let named = sources.iter().zip(named).filter(|(_, count)| *count > 0);
        let most = named.max_by_key(|(source, count)| (*count, Reverse(&source.id)));
        balance.most_named = most.map(|(source, count)| (source.id.clone(), count));
        balance
    }

    fn add_claim(&mut self, claim: &Claim) {
        self.claims += 1;
        self.words += claim.text.split_whitespace().count();
        self.held += usize::from(!claim.holders.is_empty());
        self.kinds[claim.kind as usize] += 1;
        self.strengths[claim.strength as usize] += 1;
    }

    fn add_reference(&mut self, source: &Source) {
        self.references += 1;
        self.source_kinds[source.kind as usize] += 1;
        self.unopened += usize::from(!source.opened);
    }

    /// The share of references to sources that are controlled by the company they are about, from 0 to 1.
    pub fn vendor_share(&self) -> f64 {
        self.share(self.source_kinds[SourceKind::Vendor as usize])
    }

    /// The share of references to sources that the editors have not opened, from 0 to 1.
    pub fn unopened_share(&self) -> f64 {
        self.share(self.unopened)
    }

    /// The share of references to the source that is named most often, from 0 to 1.
    pub fn largest_share(&self) -> f64 {
        self.share(self.most_named.as_ref().map_or(0, |(_, count)| *count))
    }

    /// A number of references as a share of all; 0 of none.
    fn share(&self, count: usize) -> f64 {
        count as f64 / self.references.max(1) as f64
    }
}

/// The counts of both sides and of the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// The case for open.
    pub open: Balance,
    /// The case for closed.
    pub closed: Balance,
    /// What the evidence says.
    pub evidence: Balance,
}

/// Counts some dimensions of a data set: all of `data.document.dimensions`, or one.
pub fn balance(data: &Dataset, dimensions: &[Dimension]) -> Sides {
    let count = |claims: fn(&Dimension) -> &Vec<Claim>| {
        Balance::new(data, dimensions.iter().flat_map(claims))
    };
    Sides {
        open: count(|dimension| &dimension.open),
        closed: count(|dimension| &dimension.closed),
        evidence: count(|dimension| &dimension.evidence),
    }
}

/// The widest gap between the words of the two sides within one dimension, as a share of the longer side, from
/// 0 to 1.
pub fn widest_gap(data: &Dataset, dimensions: &[Dimension]) -> f64 {
    let gap = |dimension: &Dimension| {
        let sides = balance(data, core::slice::from_ref(dimension));
        let (open, closed) = (sides.open.words, sides.closed.words);
        open.abs_diff(closed) as f64 / open.max(closed).max(1) as f64
    };
    dimensions.iter().map(gap).fold(0.0, f64::max)
}

/// The median; of an even number of values the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> Option<f64> {
    sort_by(&mut values, f64::total_cmp);
    let half = values.len() / 2;
    let upper = values.get(half)?;
    let lower = values.get(values.len().checked_sub(half + 1)?)?;
    Some((lower + upper) / 2.0)
}
