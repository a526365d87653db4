//! The text of the data set.

use std::rc::Rc;

/// Text that is shared rather than copied when it reaches the page.
pub type Text = Rc<str>;
