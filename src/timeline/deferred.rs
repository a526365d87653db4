//! New marks may come a moment after the step that brings them.
//!
//! A name that is new on the axis takes four times as long as one that moves: it is made, and its text is
//! laid out. So a single step (of the zoom, of a filter) first moves what is there already, which is on
//! the screen with the next frame, and brings what is new with the one after that. Where steps follow
//! each other at once, as in a drag, each brings all: twice the work for each would be slower.

use super::Mark;

/// So many new marks are no trouble.
const FEW: usize = 12;
/// A step that comes so soon after another one, in milliseconds, is one of many.
const AT_ONCE: f64 = 150.0;

/// What the axis shows, and whether more is to come.
#[derive(Clone, Debug, Default)]
pub struct DeferredMarks {
    /// The events whose marks are on the axis.
    shown: Vec<usize>,
    /// When the last step was, in milliseconds.
    last: f64,
    /// Whether marks were left for the next drawing, and whether that is still to be told.
    is_due: bool,
    is_news: bool,
}

impl DeferredMarks {
    /// For each mark whether it is drawn now; `is_needed` tells of an event whose mark has to be. `now` is the
    /// time in milliseconds, and there is none where all have to be.
    pub fn update(
        &mut self,
        marks: &[Mark],
        is_needed: &dyn Fn(usize) -> bool,
        now: Option<f64>,
    ) -> Vec<bool> {
        let may_wait = now.is_some_and(|now| now - self.last > AT_ONCE) && !self.is_due;
        let is_there = |mark: &Mark| is_needed(mark.index) || self.shown.contains(&mark.index);
        let there = marks.iter().map(|mark| !may_wait || is_there(mark));
        let mut drawn: Vec<bool> = there.collect();
        let new = drawn.iter().filter(|is_drawn| !**is_drawn).count();
        self.is_due = new > FEW;
        self.is_news = self.is_due;
        if !self.is_due {
            drawn.fill(true);
        }
        let on_axis = marks.iter().zip(&drawn);
        let on_axis = on_axis.filter(|(_, is_drawn)| **is_drawn);
        self.shown = on_axis.map(|(mark, _)| mark.index).collect();
        self.last = now.unwrap_or(self.last);
        drawn
    }

    /// Whether the last drawing has left marks for another one; told once, because the axis may be gone by
    /// then.
    pub fn take_pending(&mut self) -> bool {
        core::mem::take(&mut self.is_news)
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, DeferredMarks, FEW};
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
    fn drawn(deferred: &mut DeferredMarks, indices: std::ops::Range<usize>, now: f64) -> usize {
        let drawn = deferred.update(&marks(indices), &|_| false, Some(now));
        drawn.into_iter().filter(|is_drawn| *is_drawn).count()
    }

    #[test]
    fn a_single_step_shows_what_is_there_and_the_next_one_the_rest() {
        let mut deferred = DeferredMarks::default();
        assert_eq!(
            drawn(&mut deferred, 0..10, 1e6),
            10,
            "few are drawn at once"
        );
        assert!(!deferred.take_pending());
        assert_eq!(drawn(&mut deferred, 5..50, 2e6), 5, "those that were there");
        assert!(deferred.take_pending() && !deferred.take_pending());
        // However late that is.
        assert_eq!(drawn(&mut deferred, 5..50, 3e6), 45);
        assert!(!deferred.take_pending());
    }

    #[test]
    fn what_was_not_drawn_was_not_there() {
        let mut deferred = DeferredMarks::default();
        assert_eq!(drawn(&mut deferred, 0..50, 1e6), 0);
        assert_eq!(drawn(&mut deferred, 0..60, 1e6), 60);
        assert_eq!(drawn(&mut deferred, 60..100, 2e6), 0);
        assert_eq!(drawn(&mut deferred, 0..100, 2e6), 100, "in one step");
    }

    #[test]
    fn what_was_drawn_with_all_others_was_there() {
        let mut deferred = DeferredMarks::default();
        let all = deferred.update(&marks(0..50), &|_| false, None);
        assert!(all.into_iter().all(|is_drawn| is_drawn) && !deferred.take_pending());
        assert_eq!(drawn(&mut deferred, 0..50, 1e6), 50);
    }

    #[test]
    fn steps_that_follow_at_once_bring_all() {
        let mut deferred = DeferredMarks::default();
        drawn(&mut deferred, 0..10, 1e6);
        for step in 1..20_u32 {
            let from = step as usize * 30;
            let now = f64::from(step).mul_add(AT_ONCE, 1e6);
            assert_eq!(drawn(&mut deferred, from..from + 30, now), 30);
        }
    }

    #[test]
    fn what_is_needed_is_drawn_at_once() {
        let mut deferred = DeferredMarks::default();
        let drawn = deferred.update(&marks(0..FEW + 10), &|index| index == 7, Some(1e6));
        let at: Vec<usize> = (0..drawn.len()).filter(|at| drawn[*at]).collect();
        assert_eq!(at, [7]);
    }
}
