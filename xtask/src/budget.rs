//! How big the bundle may be. All sizes are brotli, quality 11, and 1 kB is 1000 bytes.

use anyhow::{Result, ensure};

use crate::manifest::Manifest;
use crate::names::{self, DATA, GLUE, LIVE, LOADER, SHELL, STYLE};

/// A limit on the sum of some files.
#[derive(Debug)]
struct Budget {
    what: &'static str,
    /// Names of files, as patterns.
    files: &'static [&'static str],
    /// The view whose WebAssembly modules count, too.
    view: Option<&'static str>,
    /// The size to reach.
    goal: u64,
    /// The size that must not be exceeded.
    limit: u64,
}

/// Sizes over their limit, which may only shrink. The limits of the shell do not allow for serde, which reads the data
/// set and adds 40 kB, nor for the 0.7 kB of each Yew component. Each split point adds small modules that views share, whose
/// names are in the loader. The data, the style and the static page have grown by three views.
const ACCEPTED: &[(&str, u64)] = &[
    ("loader", 3_150),
    ("shell", 190_000),
    ("shell + Timeline", 310_500),
    ("shell + Compare", 219_500),
    ("glue + live + style", 23_700),
    ("data, one language", 75_000),
    ("Korean words", 54_500),
    ("Decide", 28_500),
    ("live with Timeline", 412_000),
    ("static page", 99_500),
];

/// The budgets. Raising a limit needs a reason in the commit message.
const BUDGETS: &[Budget] = &[
    // All that a host page fetches before the widget is near.
    budget("loader", &[LOADER], None, 2_000, 3_000),
    budget("shell", &[SHELL], None, 115_000, 135_000),
    budget(
        "shell + Timeline",
        &[SHELL],
        Some("timeline"),
        175_000,
        205_000,
    ),
    budget(
        "shell + Compare",
        &[SHELL],
        Some("compare"),
        130_000,
        150_000,
    ),
    // What has to arrive besides the WebAssembly before the widget can start.
    budget(
        "glue + live + style",
        &[GLUE, LIVE, STYLE],
        None,
        17_000,
        22_000,
    ),
    // Facts and the words of one language.
    budget("data, one language", &[DATA], None, 55_000, 70_000),
    // Everything that the live view loads.
    budget(
        "live with Timeline",
        &[LOADER, LIVE, GLUE, SHELL, STYLE, DATA],
        Some("timeline"),
        235_000,
        290_000,
    ),
    // The chunks of the newer views, and the words of the other language.
    budget(
        "Story",
        &["open-vs-closed-story-????????.wasm"],
        None,
        20_000,
        25_000,
    ),
    budget(
        "Decide",
        &["open-vs-closed-decide-????????.wasm"],
        None,
        20_000,
        25_000,
    ),
    budget(
        "Sources",
        &["open-vs-closed-sources-????????.wasm"],
        None,
        20_000,
        25_000,
    ),
    budget(
        "Korean words",
        &["data/debate.ko.json"],
        None,
        45_000,
        45_000,
    ),
    // The page with all its text, before any script.
    budget("static page", &["index.html"], None, 75_000, 90_000),
];

const fn budget(
    what: &'static str,
    files: &'static [&'static str],
    view: Option<&'static str>,
    goal: u64,
    limit: u64,
) -> Budget {
    Budget {
        what,
        files,
        view,
        goal,
        limit,
    }
}

impl Budget {
    /// The size over which the build fails.
    fn ceiling(&self) -> u64 {
        let accepted = ACCEPTED.iter().find(|(what, _)| *what == self.what);
        accepted.map_or(self.limit, |(_, size)| self.limit.max(*size))
    }

    /// The size of its files in a bundle; a bundle that lacks one of them is an error.
    fn used(&self, manifest: &Manifest) -> Result<u64> {
        let mut used = 0;
        let chunks = self.view.map(|view| manifest.chunks.get(view));
        let chunks = chunks.into_iter().flatten().flatten().map(String::as_str);
        for pattern in self.files.iter().copied().chain(chunks) {
            let mut entries = manifest.files.iter();
            let entry = entries.find(|entry| names::matches(pattern, &entry.file));
            ensure!(entry.is_some(), "the bundle has no file {pattern}");
            used += entry.map_or(0, |entry| entry.brotli);
        }
        Ok(used)
    }
}

/// The budgets of a bundle as a table for the terminal, and the names of those that are exceeded.
#[derive(Debug)]
pub struct Report {
    /// The table.
    pub table: String,
    /// The names of the budgets whose limit is exceeded.
    pub exceeded: Vec<&'static str>,
}

impl Report {
    /// Compares a bundle with the budgets.
    ///
    /// # Errors
    /// Fails where the bundle lacks a file that counts.
    pub fn new(manifest: &Manifest) -> Result<Self> {
        let header = ["bytes", "goal", "limit", "of goal"].map(|word| format!("{word:>10}"));
        let mut report = Self {
            table: format!("{:<24}{}\n", "budget (brotli)", header.concat()),
            exceeded: Vec::new(),
        };
        for budget in BUDGETS {
            report.add(budget, budget.used(manifest)?);
        }
        Ok(report)
    }

    fn add(&mut self, budget: &Budget, used: u64) {
        let Budget {
            what, goal, limit, ..
        } = *budget;
        let mark = if used > budget.ceiling() {
            self.exceeded.push(what);
            "  OVER THE LIMIT"
        } else if used > limit {
            "  over the limit, accepted for now"
        } else if used > goal {
            "  over the goal"
        } else {
            ""
        };
        // Rounded up: 100 % must not hide a byte too many.
        let percent = format!("{} %", (used * 100).div_ceil(goal));
        let line = format!("{what:<24}{used:>10}{goal:>10}{limit:>10}{percent:>10}{mark}\n");
        self.table.push_str(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::Entry;

    fn bundle(shell: u64) -> Manifest {
        let files = [
            ("open-vs-closed.js", 1_500),
            ("open-vs-closed-frame.js", 9_999_999),
            ("open-vs-closed-live-1a2b3c4d.js", 1_000),
            ("open-vs-closed-1a2b3c4d.js", 5_000),
            ("open-vs-closed-1a2b3c4d_bg.wasm", shell),
            ("open-vs-closed-timeline-1a2b3c4d.wasm", 50_000),
            ("open-vs-closed-chunk_4-1a2b3c4d.wasm", 1_000),
            ("open-vs-closed-compare-1a2b3c4d.wasm", 6_000),
            ("open-vs-closed-models-1a2b3c4d.wasm", 9_999_999),
            ("open-vs-closed-story-1a2b3c4d.wasm", 20_000),
            ("open-vs-closed-decide-1a2b3c4d.wasm", 20_000),
            ("open-vs-closed-sources-1a2b3c4d.wasm", 20_000),
            ("data/debate.ko.json", 40_000),
            ("open-vs-closed-1a2b3c4d.css", 4_000),
            ("data/debate.json", 40_000),
            ("data/schema.json", 9_999_999),
            ("index.html", 30_000),
        ];
        let files = files.map(|(file, brotli)| Entry {
            file: file.to_owned(),
            size: 0,
            brotli,
            integrity: String::new(),
        });
        let chunks = [
            ("timeline", ["chunk_4", "timeline"]),
            ("compare", ["chunk_4", "compare"]),
        ];
        let chunks = chunks.map(|(view, stems)| {
            let names = stems.map(|stem| format!("open-vs-closed-{stem}-1a2b3c4d.wasm"));
            (view.to_owned(), names.to_vec())
        });
        Manifest {
            version: String::new(),
            files: files.to_vec(),
            chunks: chunks.into(),
        }
    }

    #[test]
    fn a_bundle_at_the_accepted_size_is_within_it() -> Result<()> {
        for (shell, exceeded) in [
            (190_000, vec![]),
            (190_001, vec!["shell"]),
            (212_501, vec!["shell", "shell + Compare"]),
        ] {
            let report = Report::new(&bundle(shell))?;
            assert_eq!(report.exceeded, exceeded, "{}", report.table);
            let marks = report.table.matches("OVER THE LIMIT").count();
            assert_eq!(marks, exceeded.len());
        }
        Ok(())
    }

    #[test]
    fn what_is_accepted_over_the_limit_is_marked() -> Result<()> {
        let table = Report::new(&bundle(135_001))?.table;
        assert!(table.contains("over the limit, accepted"), "{table}");
        assert!(!Report::new(&bundle(135_000))?.table.contains("accepted"));
        Ok(())
    }

    #[test]
    fn a_byte_over_the_goal_is_marked() -> Result<()> {
        let table = Report::new(&bundle(115_001))?.table;
        assert!(table.contains("101 %  over the goal"), "{table}");
        Ok(())
    }

    #[test]
    fn a_missing_file_is_an_error() {
        for name in ["index.html", "open-vs-closed-chunk_4-1a2b3c4d.wasm"] {
            let mut manifest = bundle(1);
            manifest.files.retain(|entry| entry.file != name);
            assert!(Report::new(&manifest).is_err());
        }
    }
}
