//! The scale, the viewport and the ticks.

use open_vs_closed::date::PartialDate;
use open_vs_closed::timeline::{TickUnit, Viewport, Zoom, ticks};
use proptest::prelude::*;

use crate::strategies::*;

/// A viewport of a day at least, in bounds of a month to centuries.
fn viewport() -> impl Strategy<Value = Viewport> {
    let bounds = (-40_000.0..40_000.0f64, 30.0..100_000.0f64);
    (bounds, 0.0..1.0f64, 0.0..1.0f64).prop_map(|((start, length), from, part)| {
        let bounds = Viewport::new(None, (start, start + length));
        let first = start + from * (length - 1.0);
        bounds.set_to((first, first + 1.0 + part * (start + length - first - 1.0)))
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_scale_is_there_and_back_and_rises(scale in scale(), a in -1.0..2.0f64, b in -1.0..2.0f64) {
        let (s, t) = (scale.start + a * scale.span(), scale.start + b * scale.span());
        let slack = 1e-9 * (scale.span() + t.abs());
        prop_assert!((scale.t(scale.x(t)) - t).abs() <= slack);
        if s + slack < t {
            prop_assert!(scale.x(s) < scale.x(t));
        }
    }

    /// Where neither the bounds nor the shortest viewport is in the way.
    #[test]
    fn zooming_keeps_the_anchor_and_the_factor(viewport in viewport(), factor in 0.5..4.0f64, at in 0.0..1.0f64) {
        let (start, end) = viewport.range();
        let anchor = start + at * (end - start);
        let zoomed = viewport.zoomed_at(factor, anchor).range();
        let (bounds, length) = (viewport.bounds(), (end - start) / factor);
        let free = (anchor - at * length, anchor + (1.0 - at) * length);
        prop_assume!(length >= 1.0 && free.0 >= bounds.0 && free.1 <= bounds.1);
        prop_assert!((zoomed.0 - free.0).abs() < 1e-3 && (zoomed.1 - free.1).abs() < 1e-3, "{zoomed:?}, not {free:?}");
    }

    /// After any action, it is inside the bounds and shows a day at least.
    #[test]
    fn a_viewport_keeps_to_the_bounds(viewport in viewport(), factor in 0.01..100.0f64, t in -1e5..1e5f64, part in -5.0..5.0f64) {
        let moved = [
            viewport.zoomed_at(factor, t), viewport.moved_to(t), viewport.panned(part),
            viewport.with_start(t), viewport.with_end(t), viewport.set_to((t, t + part)),
            viewport.around((t, t + part.abs())), viewport.zoomed(Zoom::In), viewport.zoomed(Zoom::Out),
        ];
        for next in moved {
            let ((start, end), bounds) = (next.range(), next.bounds());
            prop_assert!(start >= bounds.0 - 1e-6 && end <= bounds.1 + 1e-6, "{next:?}");
            prop_assert!(end - start >= 1.0 - 1e-6, "{next:?}");
        }
        prop_assert!(viewport.zoomed(Zoom::All).is_all());
    }

    #[test]
    fn panning_keeps_the_length_and_there_is_a_way_back(viewport in viewport(), part in -1.0..1.0f64) {
        prop_assume!(viewport.length() >= 2.0);
        let there = viewport.panned(part);
        prop_assert!((there.length() - viewport.length()).abs() < 1e-6);
        let (bounds, free) = (viewport.bounds(), viewport.range().0 + part * viewport.length());
        prop_assume!(free >= bounds.0 && free + viewport.length() <= bounds.1);
        prop_assert!((there.range().0 - free).abs() < 1e-6);
        prop_assert!((there.panned(-part).range().0 - viewport.range().0).abs() < 1e-6);
    }

    /// The closest viewport shows one day, whatever part of a screen it is panned by.
    #[test]
    fn the_closest_viewport_pans_from_day_to_day(
        bounds in (-40_000..40_000i32, 30..100_000i32),
        day in 0.0..1.0f64,
        beside in -0.49..0.49f64,
        length in 1.0..1.99f64,
        part in prop_oneof![-1.0..-0.01f64, 0.01..1.0f64],
    ) {
        let (first, last) = (f64::from(bounds.0), f64::from(bounds.0 + bounds.1));
        let start = first + 2.0 + (day * (last - first - 5.0)).floor() + beside;
        let viewport = Viewport::new(None, (first, last)).set_to((start, start + length));
        let there = viewport.panned(part);
        let shown = f64::midpoint(start, start + length).floor();
        let next = shown + part.signum();
        prop_assert_eq!(there.range(), (next, next + 1.0));
        prop_assert_eq!(there.panned(-part).range(), (shown, shown + 1.0));
    }

    #[test]
    fn a_thumb_leaves_the_other_where_it_is(viewport in viewport(), t in -1e5..1e5f64) {
        prop_assert_eq!(viewport.with_start(t).range().1, viewport.range().1);
        prop_assert_eq!(viewport.with_end(t).range().0, viewport.range().0);
    }

    #[test]
    fn ticks_are_in_the_view_in_order_and_apart(scale in scale(), gap in 10.0..200.0f64) {
        let ticks = ticks(&scale, gap);
        for pair in ticks.major.windows(2) {
            prop_assert!(pair[0].date < pair[1].date);
            prop_assert!(pair[1].x - pair[0].x >= gap - 1e-6, "{pair:?}");
        }
        for tick in &ticks.major {
            prop_assert!((0.0..=scale.width).contains(&tick.x));
            prop_assert!((scale.start..=scale.end).contains(&tick.t));
            prop_assert!((scale.x(tick.t) - tick.x).abs() < 1e-6);
            prop_assert_eq!(tick.t, f64::from(tick.date.first_day()));
            let first = PartialDate::from_day(tick.date.first_day());
            let (month, day) = (first.month().unwrap_or(0), first.day().unwrap_or(0));
            let begins = match ticks.unit {
                TickUnit::Year => (month, day) == (1, 1),
                TickUnit::Month => day == 1 && (month - 1) % ticks.step as u8 == 0,
                TickUnit::Day => (day - 1) % ticks.step as u8 == 0,
            };
            prop_assert!(begins, "{:?}", tick);
        }
        prop_assert!(ticks.major.len() as f64 <= scale.width / gap + 1.0);
    }

    #[test]
    fn ticks_are_as_near_as_the_gap_allows(scale in modern_scale(), gap in 30.0..100.0f64) {
        // A step is at most four times as long as the one before, and the last tick of a month may be left
        // out.
        let ticks = ticks(&scale, gap);
        for pair in ticks.major.windows(2) {
            prop_assert!(pair[1].x - pair[0].x < 5.0 * gap.max(scale.pixels_per_day()), "{pair:?}");
        }
    }

    #[test]
    fn the_context_fills_the_view(scale in scale(), gap in 10.0..200.0f64) {
        let first = f64::from(PartialDate::from_day(i32::MIN).first_day());
        let last = f64::from(PartialDate::from_day(i32::MAX).end_day());
        let ticks = ticks(&scale, gap);
        if ticks.unit == TickUnit::Year {
            prop_assert!(ticks.context.is_empty());
            return Ok(());
        }
        let mut x = scale.x(first).clamp(0.0, scale.width);
        for span in &ticks.context {
            prop_assert!((span.x1 - x).abs() < 1e-6 && span.x1 < span.x2);
            x = span.x2;
        }
        prop_assert!((x - scale.x(last).clamp(0.0, scale.width)).abs() < 1e-6);
    }
}

#[test]
fn the_closest_viewport_is_a_day() {
    let bounds = Viewport::new(None, (0.0, 100.0));
    let closest = bounds.set_to((39.6, 40.6)).on_whole_days();
    assert_eq!(closest.range(), (40.0, 41.0));
    assert_eq!(closest.on_whole_days(), closest);
    let longer = bounds.set_to((40.5, 42.5));
    assert_eq!(longer.on_whole_days(), longer);
    assert_eq!(longer.length(), 2.0);
    // It goes from day to day, wherever a drag has ended.
    assert_eq!(closest.panned(0.25).range(), (41.0, 42.0));
    assert_eq!(closest.panned(-1.0).range(), (39.0, 40.0));
    let dragged = closest.moved_to(40.7);
    assert_eq!(dragged.panned(1.0).range(), (42.0, 43.0));
    assert_eq!(longer.panned(0.25).range(), (41.0, 43.0));
}
