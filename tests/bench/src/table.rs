//! The figures as a table.

use crate::measure::Figures;

/// What a row is called, and where its figures are.
type Row = (&'static str, fn(&Figures) -> &[f64]);

const ROWS: [Row; 10] = [
    ("live, ms", |figures| &figures.live),
    ("a click works, ms", |figures| &figures.ready),
    ("longest task, ms", |figures| &figures.longest_task),
    ("blocked, ms", |figures| &figures.blocked),
    ("select, ms", |figures| &figures.select),
    ("zoom step, ms", |figures| &figures.zoom),
    ("key of a search, ms", |figures| &figures.search),
    ("frames lost in 2 s", |figures| &figures.lost_frames),
    ("heap + memory, MB", |figures| &figures.memory),
    ("nodes", |figures| &figures.nodes),
];

/// One size: a row for each measure, a column for each of the compared. A cell has the median, the
/// 95th percentile, and how many times ours it is.
pub fn of(results: &[Figures], size: usize) -> String {
    let mut text = format!("\n{size} events: median / 95th percentile (times ours)\n\n");
    text.push_str(&line(
        "",
        results.iter().map(|figures| figures.name.to_owned()),
    ));
    for (what, figures_of) in ROWS {
        let ours = results
            .first()
            .and_then(|ours| percentile(figures_of(ours), 50));
        let cells = results.iter().enumerate().map(|(at, figures)| {
            let figures = figures_of(figures);
            let (Some(median), Some(high)) = (percentile(figures, 50), percentile(figures, 95))
            else {
                return "–".to_owned();
            };
            let times = ours
                .filter(|ours| at > 0 && *ours > 0.0)
                .map(|ours| median / ours);
            let times = times.map_or(String::new(), |times| format!(" ({times:.1}×)"));
            format!("{} / {}{times}", short(median), short(high))
        });
        text.push_str(&line(what, cells));
    }
    for figures in results {
        for reason in &figures.failed {
            text.push_str(&format!(
                "{}: {}\n",
                figures.name,
                reason.lines().next().unwrap_or_default()
            ));
        }
    }
    text
}

fn line(what: &str, cells: impl Iterator<Item = String>) -> String {
    let mut line = format!("{what:<20}");
    for cell in cells {
        line.push_str(&format!("  {cell:<26}"));
    }
    line.truncate(line.trim_end().len());
    line.push('\n');
    line
}

/// Whole numbers where more would be noise.
fn short(number: f64) -> String {
    if number < 10.0 && number.fract() != 0.0 {
        format!("{number:.1}")
    } else {
        format!("{number:.0}")
    }
}

/// The smallest figure that so many percent are not above.
pub fn percentile(figures: &[f64], percent: usize) -> Option<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_figures_of_the_list() {
        let figures = [30.0, 10.0, 20.0, 40.0];
        assert_eq!(percentile(&figures, 50), Some(20.0));
        assert_eq!(percentile(&figures, 95), Some(40.0));
        assert_eq!(percentile(&[7.0], 50), Some(7.0));
        assert_eq!(percentile(&[], 50), None);
    }

    #[test]
    fn a_peer_is_told_as_times_ours_and_a_failure_in_words() {
        let mut ours = Figures::new("ours", 60);
        let mut peer = Figures::new("vis", 60);
        ours.select = vec![10.0];
        peer.select = vec![25.0];
        peer.failed.push("It is gone.\nmore".to_owned());
        let text = of(&[ours, peer], 60);
        assert!(
            text.contains("10 / 10") && text.contains("25 / 25 (2.5×)"),
            "{text}"
        );
        assert!(
            text.contains("vis: It is gone.\n") && text.contains('–'),
            "{text}"
        );
    }
}
