//! Sorting, compiled once: each type that the standard library sorts costs 6 kB of WebAssembly.

use core::cmp::Ordering;

/// The numbers from 0 to `count`, in the order that `compare` gives; equals stay as they are.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// The items of a list in that order.
pub(crate) fn reordered<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order
        .iter()
        .filter_map(|at| items.get_mut(*at).and_then(Option::take))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_equals_in_place() {
        let words = ["cc", "a", "bb", "d"];
        let order = sorted(words.len(), &|a, b| words[a].len().cmp(&words[b].len()));
        assert_eq!(reordered(words.to_vec(), &order), ["a", "d", "cc", "bb"]);
    }
}
