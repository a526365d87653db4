//! The definitions to choose from, and what each can say of a release or a model.

use crate::dataset::{Side, Vocabulary};

/// A definition of "open" that the reader can switch to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DefinitionId {
    /// The Open Source AI Definition 1.0.
    Osaid,
    /// Weights under a permissive licence.
    Permissive,
    /// All weights that can be downloaded.
    #[default]
    Downloadable,
    /// A component class, in the manner of the Model Openness Framework.
    Components,
}

impl Vocabulary for DefinitionId {
    const ALL: &'static [Self] = &[
        Self::Osaid,
        Self::Permissive,
        Self::Downloadable,
        Self::Components,
    ];
    const WORDS: &'static [&'static str] = &["osaid", "permissive", "downloadable", "components"];

    fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// How a definition classifies a release or a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Openness {
    /// It counts as open.
    Open,
    /// Its weights can be downloaded, and the definition does not count them. It would be wrong to call
    /// it closed.
    Mixed,
    /// Its weights cannot be downloaded: unreleased, hosted or behind an API. All definitions agree here.
    Closed,
    /// Its level is not known, or what the definition asks for is not. That never counts as closed.
    Unknown,
}

impl Openness {
    /// Its side. What is unknown stands with the context, where nothing is said for or against.
    pub fn side(self) -> Side {
        match self {
            Self::Open => Side::Open,
            Self::Mixed => Side::Mixed,
            Self::Closed => Side::Closed,
            Self::Unknown => Side::Context,
        }
    }
}
