//! Sorting, compiled once for all types.

use core::cmp::Ordering;

/// The numbers from 0 to `count`, in the order that `compare` gives; equals stay as they are.
///
/// Merging from the bottom up, rather than the standard library's: that one is made for every kind of
/// input, and weighs 2 kB (brotli).
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        merged.clear();
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, ..], [b, ..]) = (left, right) {
                let from = if compare(*a, *b).is_le() {
                    &mut left
                } else {
                    &mut right
                };
                if let Some((first, rest)) = from.split_first() {
                    merged.push(*first);
                    *from = rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        core::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
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

    #[test]
    fn any_number_is_sorted_as_the_standard_library_does() {
        for count in 0..200 {
            let key = |at: usize| (at * 7919 + count) % 23;
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|at| key(*at));
            assert_eq!(sorted(count, &|a, b| key(a).cmp(&key(b))), expected);
        }
    }
}
