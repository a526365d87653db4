//! What the timeline remembers beside the state: it stands in no link.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::cluster::OpenCluster;
use crate::dataset::Text;
use crate::timeline::Window;
use crate::ui::filters::Unfolded;

/// What is remembered.
pub(super) struct Remembered {
    /// Whether the reader wants the list where there is room for the axis.
    pub as_list: bool,
    /// The cluster that stands open.
    pub cluster: Option<OpenCluster>,
    /// The menu of filters that stands open.
    pub unfolded: Unfolded,
    /// Where the page of the list begins that the reader has turned to.
    pub page: usize,
    /// What the axis shows, finer than the days of the state.
    pub window: Option<Window>,
    /// What the reader's last step had led to when the view was last rendered; `None` before that.
    pub followed: Option<Option<Text>>,
    /// Whether the cluster has been opened since.
    pub is_cluster_new: bool,
    /// Whether a filter has been on: then its end is told, too.
    pub was_filtered: bool,
    /// The chain of links that the reader steps along.
    pub thread: Vec<usize>,
}

/// One memory for all of it: every hook that remembers something weighs a kilobyte.
#[derive(Clone)]
pub(super) struct Memory {
    remembered: Rc<RefCell<Remembered>>,
    update: UseForceUpdateHandle,
}

#[hook]
pub(super) fn use_memory(as_list: bool) -> Memory {
    Memory {
        remembered: use_mut_ref(|| Remembered {
            as_list,
            cluster: None,
            unfolded: Unfolded::default(),
            page: 0,
            window: None,
            followed: None,
            is_cluster_new: false,
            was_filtered: false,
            thread: Vec::new(),
        }),
        update: use_force_update(),
    }
}

impl Memory {
    /// What is remembered; not to be kept.
    pub fn read(&self) -> Ref<'_, Remembered> {
        self.remembered.borrow()
    }

    /// Changes it while the view is being rendered.
    pub fn note(&self, change: impl FnOnce(&mut Remembered)) {
        change(&mut self.remembered.borrow_mut());
    }

    /// Changes it, and renders the view again.
    pub fn change(&self, change: impl FnOnce(&mut Remembered)) {
        self.note(change);
        self.update.force_update();
    }
}
