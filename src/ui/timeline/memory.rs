//! What the timeline remembers beside the state: it stands in no link.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::cluster::OpenCluster;
use super::selection::Cache;
use super::{axis, overview};
use crate::dataset::Text;
use crate::timeline::Viewport;
use crate::ui::components::event::{Turned, Years};
use crate::ui::settings::Unfolded;

/// What is remembered.
pub(in crate::ui) struct Remembered {
    /// Whether the reader wants the list where there is room for the axis.
    pub as_list: bool,
    /// The cluster that stands open.
    pub cluster: Option<OpenCluster>,
    /// The menu of filters that stands open.
    pub unfolded: Unfolded,
    /// Where the page of the list begins that the reader has turned to.
    pub page: usize,
    /// What the axis shows, finer than the days of the state.
    pub viewport: Option<Viewport>,
    /// What the reader's last step had led to when the view was last rendered; `None` before that.
    pub followed: Option<Option<Text>>,
    /// Whether what is open is to be brought into sight: a cluster that is new, an entry of what is now a list.
    pub to_reveal: bool,
    /// Whether a filter has been on: then its end is told, too.
    pub was_filtered: bool,
    /// How far the links of an event are turned to, and the link that has just come and gets the focus.
    pub turned: (Option<usize>, Turned),
    pub link: Option<Text>,
    /// The chain of links that the reader steps along.
    pub thread: Vec<usize>,
}

/// All of it, while the timeline is in front. A memory of the widget rather than a component of its own,
/// which weighs two kilobytes.
#[derive(Clone)]
pub(in crate::ui) struct Memory {
    remembered: Rc<RefCell<Remembered>>,
    update: UseForceUpdateHandle,
    /// What the filters leave.
    pub(super) cache: Rc<RefCell<Cache>>,
    /// What the axis remembers.
    pub(super) axis: Rc<axis::Kept>,
    /// The list, as far as it stays as it is.
    pub(super) years: Rc<RefCell<Years>>,
    /// What the overview remembers.
    pub(super) overview: Rc<overview::Kept>,
    /// What the timeline stands in.
    pub(super) node: NodeRef,
    /// The title of what is opened.
    pub(super) title: NodeRef,
}

impl Memory {
    /// What a timeline remembers that comes to the front; `update` renders it anew.
    pub fn new(
        as_list: bool,
        axis: Rc<axis::Kept>,
        cache: Cache,
        update: UseForceUpdateHandle,
    ) -> Self {
        let remembered = Remembered {
            as_list,
            cluster: None,
            unfolded: Unfolded::default(),
            page: 0,
            viewport: None,
            followed: None,
            to_reveal: false,
            was_filtered: false,
            turned: (None, Turned::default()),
            link: None,
            thread: Vec::new(),
        };
        Self {
            remembered: Rc::new(remembered.into()),
            update,
            cache: Rc::new(cache.into()),
            axis,
            years: Rc::default(),
            overview: Rc::default(),
            node: NodeRef::default(),
            title: NodeRef::default(),
        }
    }

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
        self.update();
    }

    /// Renders the view again.
    pub fn update(&self) {
        self.update.force_update();
    }
}
