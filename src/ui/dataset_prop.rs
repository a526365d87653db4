//! The data set as a prop: shared, and compared by address.

use std::ops::Deref;
use std::rc::Rc;

use super::hooks;
use crate::dataset::Dataset;
use crate::query::FacetIndex;
use crate::text::Normalize;

/// A data set that is shared and compared by address.
#[derive(Clone, Debug)]
pub struct SharedDataset {
    data: Rc<Dataset>,
    facets: Option<Rc<FacetIndex>>,
}

impl SharedDataset {
    /// A data set with the facet index of its events: for very many events, building the index
    /// takes longer than a frame.
    pub fn with_facets(data: Dataset, facets: FacetIndex) -> Self {
        Self {
            facets: Some(Rc::new(facets)),
            ..data.into()
        }
    }

    /// The facet index of its events, where one has been built.
    pub fn facets(&self) -> Option<&Rc<FacetIndex>> {
        self.facets.as_ref()
    }
}

impl From<Dataset> for SharedDataset {
    fn from(mut data: Dataset) -> Self {
        data.normalize = Normalize(hooks::normalize);
        Rc::new(data).into()
    }
}

impl From<Rc<Dataset>> for SharedDataset {
    fn from(data: Rc<Dataset>) -> Self {
        Self { data, facets: None }
    }
}

impl yew::html::IntoPropValue<SharedDataset> for Dataset {
    fn into_prop_value(self) -> SharedDataset {
        self.into()
    }
}

impl Deref for SharedDataset {
    type Target = Rc<Dataset>;

    fn deref(&self) -> &Rc<Dataset> {
        &self.data
    }
}

impl PartialEq for SharedDataset {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
    }
}
