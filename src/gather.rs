//! Lists of what an iterator gives, in less code than `collect`.

/// What an iterator gives, as a list. `collect` is written out anew for each iterator, with what it
/// gives first and what it may give in all; this one is a loop, and a third of its size. The room
/// grows as needed: where a list is long and its length known, `collect` is the better one.
pub(crate) trait Gather: Iterator + Sized {
    /// The list.
    fn gather(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        self.for_each(|item| list.push(item));
        list
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use super::Gather;

    #[test]
    fn gathers_all_in_order() {
        assert_eq!((1..4).map(|n| n * n).gather(), [1, 4, 9]);
        assert!(core::iter::empty::<u8>().gather().is_empty());
    }
}
