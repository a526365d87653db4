//! Marks that are new in a step are drawn one frame after those that move.
//!
//! A mark that is new on the axis takes four times as long as one that moves, because its element is
//! made and its text is laid out. A single step (of the zoom, of a filter) therefore first draws the
//! marks that were there before. In a drag, where step follows step, each step draws everything.

use super::Mark;

/// Up to this many new marks are drawn without delay.
const MAX_AT_ONCE: usize = 12;
/// A step this soon after the last one, in milliseconds, is part of a series.
const SERIES_INTERVAL: f64 = 150.0;

/// Which marks are on the axis, and whether some are left for the next frame.
#[derive(Clone, Debug, Default)]
pub struct DeferredMarks {
    /// The events whose marks are on the axis.
    drawn: Vec<usize>,
    /// Time of the last step, in milliseconds.
    last_step: f64,
    /// Whether marks were left out of the last drawing.
    is_deferred: bool,
    /// Whether the frame that draws them has not been requested yet.
    is_pending: bool,
}

impl DeferredMarks {
    /// Returns for each mark whether it is drawn in this frame.
    ///
    /// `is_needed` is true for events whose mark must not wait. `now` is the time in milliseconds, or
    /// `None` where no mark may wait.
    pub fn update(
        &mut self,
        marks: &[Mark],
        is_needed: &dyn Fn(usize) -> bool,
        now: Option<f64>,
    ) -> Vec<bool> {
        let is_single_step = now.is_some_and(|now| now - self.last_step > SERIES_INTERVAL);
        let may_defer = is_single_step && !self.is_deferred;
        let is_drawn =
            |mark: &Mark| !may_defer || is_needed(mark.index) || self.drawn.contains(&mark.index);
        let mut drawn: Vec<bool> = marks.iter().map(is_drawn).collect();
        let new = drawn.iter().filter(|is_drawn| !**is_drawn).count();
        self.is_deferred = new > MAX_AT_ONCE;
        self.is_pending = self.is_deferred;
        if !self.is_deferred {
            drawn.fill(true);
        }
        let on_axis = marks.iter().zip(&drawn).filter(|(_, is_drawn)| **is_drawn);
        self.drawn = on_axis.map(|(mark, _)| mark.index).collect();
        self.last_step = now.unwrap_or(self.last_step);
        drawn
    }

    /// Whether another frame is needed for marks that were left out; true once for each such frame.
    pub fn take_pending(&mut self) -> bool {
        core::mem::take(&mut self.is_pending)
    }
}

#[cfg(test)]
mod tests {
    use super::{DeferredMarks, MAX_AT_ONCE, SERIES_INTERVAL};
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
    fn a_single_step_draws_what_is_there_and_the_next_one_the_rest() {
        let mut deferred = DeferredMarks::default();
        assert_eq!(
            drawn(&mut deferred, 0..10, 1e6),
            10,
            "few are drawn at once"
        );
        assert!(!deferred.take_pending());
        assert_eq!(drawn(&mut deferred, 5..50, 2e6), 5, "those that were there");
        assert!(deferred.take_pending() && !deferred.take_pending());
        // After any length of time.
        assert_eq!(drawn(&mut deferred, 5..50, 3e6), 45);
        assert!(!deferred.take_pending());
    }

    #[test]
    fn a_mark_that_was_left_out_is_new_in_the_next_step() {
        let mut deferred = DeferredMarks::default();
        assert_eq!(drawn(&mut deferred, 0..50, 1e6), 0);
        assert_eq!(drawn(&mut deferred, 0..60, 1e6), 60);
        assert_eq!(drawn(&mut deferred, 60..100, 2e6), 0);
        assert_eq!(drawn(&mut deferred, 0..100, 2e6), 100, "in one step");
    }

    #[test]
    fn marks_drawn_where_none_may_wait_are_there_afterwards() {
        let mut deferred = DeferredMarks::default();
        let all = deferred.update(&marks(0..50), &|_| false, None);
        assert!(all.into_iter().all(|is_drawn| is_drawn) && !deferred.take_pending());
        assert_eq!(drawn(&mut deferred, 0..50, 1e6), 50);
    }

    #[test]
    fn each_step_of_a_series_draws_all_marks() {
        let mut deferred = DeferredMarks::default();
        drawn(&mut deferred, 0..10, 1e6);
        for step in 1..20_u32 {
            let from = step as usize * 30;
            let now = f64::from(step).mul_add(SERIES_INTERVAL, 1e6);
            assert_eq!(drawn(&mut deferred, from..from + 30, now), 30);
        }
    }

    #[test]
    fn a_needed_mark_does_not_wait() {
        let mut deferred = DeferredMarks::default();
        let drawn = deferred.update(&marks(0..MAX_AT_ONCE + 10), &|index| index == 7, Some(1e6));
        let at: Vec<usize> = (0..drawn.len()).filter(|at| drawn[*at]).collect();
        assert_eq!(at, [7]);
    }
}
