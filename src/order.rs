//! Sorting, compiled once and in little code: each type that the standard library sorts costs 6 kB
//! of WebAssembly. It can be done in steps, too, that a page draws between.

use crate::gather::Gather;
use core::cmp::Ordering;

/// The numbers from 0 to `count`, in the order that `compare` gives; equals stay as they are.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorting = Sorting::new(count);
    while !sorting.step(compare) {}
    sorting.order
}

/// A sort by merging that is under way.
#[derive(Default)]
pub(crate) struct Sorting {
    /// The numbers from 0 to the count; in order when the last step is done.
    pub(crate) order: Vec<usize>,
    merged: Vec<usize>,
    /// How long the pieces are that are in order.
    run: usize,
}

/// How many items are merged in one step; more where the pieces are longer.
const AT_ONCE: usize = 2000;

impl Sorting {
    pub(crate) fn new(count: usize) -> Self {
        Self {
            order: (0..count).gather(),
            merged: Vec::with_capacity(count),
            run: 1,
        }
    }

    /// Goes on; whether all is in order.
    pub(crate) fn step(&mut self, compare: &dyn Fn(usize, usize) -> Ordering) -> bool {
        let Self { order, merged, run } = self;
        let count = order.len();
        let end = merged.len() + AT_ONCE;
        while merged.len() < end.min(count) {
            let from = merged.len();
            let (middle, to) = ((from + *run).min(count), (from + *run * 2).min(count));
            let (mut left, mut right) = (from, middle);
            while left < middle || right < to {
                let goes_left = right == to
                    || left < middle && compare(order[left], order[right]) != Ordering::Greater;
                let next = if goes_left { &mut left } else { &mut right };
                merged.push(order[*next]);
                *next += 1;
            }
        }
        if merged.len() >= count {
            core::mem::swap(order, merged);
            merged.clear();
            *run *= 2;
        }
        *run >= count
    }
}

/// The items of a list in that order.
pub(crate) fn reordered<T>(mut items: Vec<T>, order: &[usize]) -> Vec<T> {
    exchange(order, &mut |a, b| items.swap(a, b));
    items
}

/// The exchanges that bring items into an order, which names each of them once.
pub(crate) fn exchange(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    for (at, from) in order.iter().enumerate() {
        let mut from = *from;
        // What stood in an earlier place has been exchanged for what belongs there.
        while from < at {
            from = order[from];
        }
        swap(at, from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_equals_in_place() {
        let words = ["cc", "a", "bb", "d"];
        let order = sorted(words.len(), &|a, b| words[a].len().cmp(&words[b].len()));
        assert_eq!(reordered(words.to_vec(), &order), ["a", "d", "cc", "bb"]);
        assert!(sorted(0, &|a, b| a.cmp(&b)).is_empty());
        assert_eq!(sorted(1, &|a, b| a.cmp(&b)), [0]);
    }

    #[test]
    fn sorts_as_the_standard_library_does() {
        let numbers: Vec<u32> = (0..5003u32)
            .map(|at| at.wrapping_mul(2_654_435_761) % 97)
            .collect();
        let mut expected: Vec<usize> = (0..numbers.len()).collect();
        expected.sort_by_key(|at| numbers[*at]);
        let compare = |a: usize, b: usize| numbers[a].cmp(&numbers[b]);
        assert_eq!(sorted(numbers.len(), &compare), expected);
    }
}
