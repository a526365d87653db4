//! A shared value as a prop.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that is compared by pointer: cheap as a prop, however large the value is.
#[derive(Debug)]
pub(super) struct Shared<T>(Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Shared;

    #[test]
    fn only_the_very_same_value_is_equal() {
        let value = Shared::from(vec![1]);
        assert!(value == value.clone());
        assert!(value != Shared::from(vec![1]));
    }
}
