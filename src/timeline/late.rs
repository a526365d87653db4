//! New marks may come a moment after the step that brings them.
//!
//! A name that is new on the axis takes four times as long as one that moves: it is made, and its text is
//! laid out. So a single step (of the zoom, of a filter) first moves what is there already, which is on
//! the screen with the next frame, and brings what is new with the one after that. Where steps follow
//! each other at once, as in a drag, each brings all: twice the work for each would be slower.

use super::Mark;
use crate::gather::Gather;

/// So many new marks are no trouble.
const FEW: usize = 12;
/// A step that comes so soon after another one, in milliseconds, is one of many.
const AT_ONCE: f64 = 150.0;

/// What the axis shows, and whether more is to come.
#[derive(Clone, Debug, Default)]
pub struct Late {
    /// The events whose marks are on the axis.
    shown: Vec<usize>,
    /// When the last step was, in milliseconds.
    last: f64,
    is_due: bool,
}

impl Late {
    /// For each mark whether it is drawn now; `is_needed` tells of an event whose mark has to be. `now` is the
    /// time in milliseconds, and there is none where all have to be.
    pub fn drawn(
        &mut self,
        marks: &[Mark],
        is_needed: &dyn Fn(usize) -> bool,
        now: Option<f64>,
    ) -> Vec<bool> {
        let is_single = now.is_some_and(|now| now - self.last > AT_ONCE);
        let marks = || marks.iter().map(|mark| mark.index);
        let mut drawn: Vec<bool> = marks()
            .map(|index| is_needed(index) || self.shown.contains(&index))
            .gather();
        let new = drawn.iter().filter(|is_drawn| !**is_drawn).count();
        let is_all = self.is_due || !is_single || new <= FEW;
        if is_all {
            drawn.fill(true);
        }
        let on_axis = marks().zip(&drawn).filter(|(_, is_drawn)| **is_drawn);
        self.shown = on_axis.map(|(index, _)| index).gather();
        self.last = now.unwrap_or(self.last);
        self.is_due = !is_all;
        drawn
    }

    /// Whether there are marks that have not been drawn yet.
    pub fn is_due(&self) -> bool {
        self.is_due
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, FEW, Late};
    use crate::timeline::Mark;

    fn marks(indices: impl Iterator<Item = usize>) -> Vec<Mark> {
        let mark = |index| Mark {
            index,
            lane: 0,
            x: 0.0,
            y: 0.0,
            diameter: 8.0,
            extent: None,
            label: None,
        };
        indices.map(mark).collect()
    }

    /// How many of some marks are drawn.
    fn drawn(late: &mut Late, indices: std::ops::Range<usize>, now: f64) -> usize {
        let drawn = late.drawn(&marks(indices), &|_| false, Some(now));
        drawn.into_iter().filter(|is_drawn| *is_drawn).count()
    }

    #[test]
    fn a_single_step_shows_what_is_there_and_the_next_one_the_rest() {
        let mut late = Late::default();
        assert_eq!(drawn(&mut late, 0..10, 1e6), 10, "few are drawn at once");
        assert!(!late.is_due());
        assert_eq!(drawn(&mut late, 5..50, 2e6), 5, "those that were there");
        assert!(late.is_due());
        // However late that is.
        assert_eq!(drawn(&mut late, 5..50, 3e6), 45);
        assert!(!late.is_due());
    }

    #[test]
    fn what_was_not_drawn_was_not_there() {
        let mut late = Late::default();
        assert_eq!(drawn(&mut late, 0..50, 1e6), 0);
        assert_eq!(drawn(&mut late, 0..60, 1e6), 60);
        assert_eq!(drawn(&mut late, 60..100, 2e6), 0);
        assert_eq!(drawn(&mut late, 0..100, 2e6), 100, "in one step");
    }

    #[test]
    fn what_was_drawn_with_all_others_was_there() {
        let mut late = Late::default();
        let all = late.drawn(&marks(0..50), &|_| false, None);
        assert!(all.into_iter().all(|is_drawn| is_drawn) && !late.is_due());
        assert_eq!(drawn(&mut late, 0..50, 1e6), 50);
    }

    #[test]
    fn steps_that_follow_at_once_bring_all() {
        let mut late = Late::default();
        drawn(&mut late, 0..10, 1e6);
        for step in 1..20_u32 {
            let from = step as usize * 30;
            let now = f64::from(step).mul_add(AT_ONCE, 1e6);
            assert_eq!(drawn(&mut late, from..from + 30, now), 30);
        }
    }

    #[test]
    fn what_is_needed_is_drawn_at_once() {
        let mut late = Late::default();
        let drawn = late.drawn(&marks(0..FEW + 10), &|index| index == 7, Some(1e6));
        let at: Vec<usize> = (0..drawn.len()).filter(|at| drawn[*at]).collect();
        assert_eq!(at, [7]);
    }
}
