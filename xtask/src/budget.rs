//! How big the bundle may be. All sizes are brotli, quality 11, and 1 kB is 1000 bytes.

use crate::failure::Failure;
use crate::loader;
use crate::manifest::Entry;

/// A file that a budget counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Loader,
    Live,
    Glue,
    Wasm,
    Style,
    Data,
    Page,
}

impl Part {
    fn of(file: &str) -> Option<Self> {
        match file {
            "open-vs-closed.js" => Some(Self::Loader),
            name if loader::is_live(name) => Some(Self::Live),
            "data/debate.json" => Some(Self::Data),
            "index.html" => Some(Self::Page),
            name if loader::is_glue(name) => Some(Self::Glue),
            name if loader::is_wasm(name) => Some(Self::Wasm),
            name if loader::is_style(name) => Some(Self::Style),
            _ => None,
        }
    }
}

/// One limit.
#[derive(Debug)]
struct Budget {
    what: &'static str,
    parts: &'static [Part],
    /// What we want to reach; reported, so that nobody forgets it.
    goal: u64,
    /// What must never be passed.
    limit: u64,
}

/// The budgets. Raising a limit needs a reason in the commit message; lowering one does not.
const BUDGETS: &[Budget] = &[
    // All that a host page fetches before the widget is near.
    Budget {
        what: "loader",
        parts: &[Part::Loader],
        goal: 3_000,
        limit: 3_000,
    },
    // All six views. Yew alone is 43 kB. Over the goal already: see CONTRIBUTING.md.
    Budget {
        what: "WebAssembly",
        parts: &[Part::Wasm],
        goal: 100_000,
        limit: 150_000,
    },
    // What has to arrive besides it before the widget can start.
    Budget {
        what: "glue + loader + style",
        parts: &[Part::Glue, Part::Loader, Part::Live, Part::Style],
        goal: 15_000,
        limit: 15_000,
    },
    // Facts and the words of one language.
    Budget {
        what: "data, one language",
        parts: &[Part::Data],
        goal: 50_000,
        limit: 50_000,
    },
    // The whole price of going live. The limit is the sum of the limits of the parts.
    Budget {
        what: "everything to go live",
        parts: &[
            Part::Loader,
            Part::Live,
            Part::Glue,
            Part::Wasm,
            Part::Style,
            Part::Data,
        ],
        goal: 165_000,
        limit: 215_000,
    },
    // The page with all its text, before any script.
    Budget {
        what: "static page",
        parts: &[Part::Page],
        goal: 60_000,
        limit: 60_000,
    },
];

/// The result of one budget.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    what: &'static str,
    used: u64,
    goal: u64,
    limit: u64,
}

impl Use {
    fn is_over(&self) -> bool {
        self.used > self.limit
    }

    fn percent(&self) -> u64 {
        // Rounded up: 100 % must not hide a byte too many.
        (self.used * 100).div_ceil(self.goal)
    }

    fn mark(&self) -> &'static str {
        if self.is_over() {
            "  OVER THE LIMIT"
        } else if self.used > self.goal {
            "  over the goal"
        } else {
            ""
        }
    }
}

/// All budgets of a bundle.
#[derive(Debug)]
pub struct Report(Vec<Use>);

impl Report {
    /// Measures a bundle. A bundle that lacks a counted file has no report.
    pub fn of(files: &[Entry]) -> Result<Self, Failure> {
        BUDGETS
            .iter()
            .map(|budget| measure(budget, files))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The names of the budgets that are exceeded.
    pub fn exceeded(&self) -> Vec<&'static str> {
        self.0
            .iter()
            .filter(|one| one.is_over())
            .map(|one| one.what)
            .collect()
    }

    /// The budgets as a table, for the terminal.
    pub fn table(&self) -> String {
        let mut text = format!(
            "{:<24}{:>10}{:>10}{:>10}{:>10}\n",
            "budget (brotli)", "bytes", "goal", "limit", "of goal"
        );
        for one in &self.0 {
            let mark = one.mark();
            let used = format!("{} %", one.percent());
            let line = format!(
                "{:<24}{:>10}{:>10}{:>10}{used:>10}{mark}\n",
                one.what, one.used, one.goal, one.limit
            );
            text.push_str(&line);
        }
        text
    }
}

fn measure(budget: &Budget, files: &[Entry]) -> Result<Use, Failure> {
    let mut used = 0;
    for part in budget.parts {
        let mut sizes = files
            .iter()
            .filter(|entry| Part::of(&entry.file) == Some(*part))
            .map(|e| e.brotli);
        let first = sizes.next().ok_or_else(|| {
            Failure::problem(format!(
                "The bundle has no file that counts as {part:?}, which the budget \"{}\" needs.",
                budget.what
            ))
        })?;
        used += first + sizes.sum::<u64>();
    }
    Ok(Use {
        what: budget.what,
        used,
        goal: budget.goal,
        limit: budget.limit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(wasm: u64) -> Vec<Entry> {
        [
            ("open-vs-closed.js", 2_000),
            ("open-vs-closed-frame.js", 9_999_999),
            ("open-vs-closed-live-1a2b.js", 1_000),
            ("open-vs-closed-1a2b.js", 5_000),
            ("open-vs-closed-1a2b_bg.wasm", wasm),
            ("open-vs-closed-3c4d.css", 4_000),
            ("data/debate.json", 40_000),
            ("data/schema.json", 9_999_999),
            ("index.html", 30_000),
        ]
        .map(|(file, brotli)| Entry {
            file: file.to_owned(),
            size: 0,
            brotli,
            integrity: String::new(),
        })
        .to_vec()
    }

    fn exceeded(files: &[Entry]) -> Result<Vec<&'static str>, Failure> {
        Report::of(files).map(|report| report.exceeded())
    }

    #[test]
    fn a_bundle_at_the_limit_is_within_it() {
        assert_eq!(exceeded(&bundle(150_000)), Ok(Vec::new()));
    }

    #[test]
    fn one_byte_more_is_over() {
        assert_eq!(exceeded(&bundle(150_001)), Ok(vec!["WebAssembly"]));
        assert_eq!(
            exceeded(&bundle(163_001)),
            Ok(vec!["WebAssembly", "everything to go live"])
        );
        let one = Use {
            what: "",
            used: 100_001,
            goal: 100_000,
            limit: 150_000,
        };
        assert_eq!(one.percent(), 101);
    }

    #[test]
    fn a_missing_file_is_a_failure() {
        let mut files = bundle(1);
        files.retain(|entry| entry.file != "index.html");
        assert!(Report::of(&files).is_err());
    }

    #[test]
    fn the_table_marks_what_is_over() {
        for (wasm, over, past_goal) in [(100_000, 0, 0), (100_001, 0, 1), (150_001, 1, 1)] {
            let table = Report::of(&bundle(wasm)).map(|report| report.table());
            assert!(
                matches!(&table, Ok(table) if table.matches("OVER THE LIMIT").count() == over
                    && table.matches("over the goal").count() == past_goal),
                "{wasm}: {table:?}"
            );
        }
    }
}
