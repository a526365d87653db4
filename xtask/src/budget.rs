//! How big the bundle may be. All sizes are brotli, quality 11, and 1 kB is 1000 bytes.

use crate::failure::Failure;
use crate::manifest::{Entry, Manifest};
use crate::names::Role;

/// Something that a budget counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The file with this role.
    File(Role),
    /// The WebAssembly modules that a view needs besides the first one.
    Chunks(&'static str),
    /// The data set.
    Data,
    /// The static page.
    Page,
}

impl Part {
    fn includes(self, entry: &Entry, manifest: &Manifest) -> bool {
        match self {
            Self::File(role) => Role::of(&entry.file) == Some(role),
            Self::Chunks(view) => {
                let chunks = manifest.chunks.get(view);
                chunks.is_some_and(|chunks| chunks.contains(&entry.file))
            }
            Self::Data => entry.file == "data/debate.json",
            Self::Page => entry.file == "index.html",
        }
    }

    /// Its size in a bundle; a bundle that lacks it is an error.
    fn size(self, manifest: &Manifest) -> Result<u64, Failure> {
        let entries = manifest.files.iter();
        let sizes: Vec<u64> = entries
            .filter(|entry| self.includes(entry, manifest))
            .map(|entry| entry.brotli)
            .collect();
        if sizes.is_empty() {
            return Err(Failure::problem(format!(
                "The bundle has no file that counts as {self:?}, which a budget needs."
            )));
        }
        Ok(sizes.iter().sum())
    }
}

/// One limit.
#[derive(Debug)]
struct Budget {
    what: &'static str,
    parts: &'static [Part],
    /// The size to reach.
    goal: u64,
    /// The size that must never be passed.
    limit: u64,
}

const LOADER: Part = Part::File(Role::Loader);
const LIVE: Part = Part::File(Role::Live);
const GLUE: Part = Part::File(Role::Glue);
const SHELL: Part = Part::File(Role::Shell);
const STYLE: Part = Part::File(Role::Style);
const TIMELINE: Part = Part::Chunks("timeline");
const COMPARE: Part = Part::Chunks("compare");

const fn budget(what: &'static str, parts: &'static [Part], goal: u64, limit: u64) -> Budget {
    Budget {
        what,
        parts,
        goal,
        limit,
    }
}

/// The budgets. Raising a limit needs a reason in the commit message.
const BUDGETS: &[Budget] = &[
    // All that a host page fetches before the widget is near.
    budget("loader", &[LOADER], 2_000, 3_000),
    budget("shell", &[SHELL], 115_000, 135_000),
    budget("shell + Timeline", &[SHELL, TIMELINE], 175_000, 205_000),
    budget("shell + Compare", &[SHELL, COMPARE], 130_000, 150_000),
    // What has to arrive besides the WebAssembly before the widget can start.
    budget("glue + live + style", &[GLUE, LIVE, STYLE], 17_000, 22_000),
    // Facts and the words of one language.
    budget("data, one language", &[Part::Data], 55_000, 70_000),
    // The whole price of going live.
    budget(
        "live with Timeline",
        &[LOADER, LIVE, GLUE, SHELL, TIMELINE, STYLE, Part::Data],
        235_000,
        290_000,
    ),
    // The page with all its text, before any script.
    budget("static page", &[Part::Page], 75_000, 90_000),
];

/// What a bundle uses of one budget.
#[derive(Debug)]
struct Use {
    budget: &'static Budget,
    used: u64,
}

impl Use {
    fn of(budget: &'static Budget, manifest: &Manifest) -> Result<Self, Failure> {
        let sizes = budget.parts.iter().map(|part| part.size(manifest));
        Ok(Self {
            budget,
            used: sizes.sum::<Result<u64, Failure>>()?,
        })
    }

    fn is_over(&self) -> bool {
        self.used > self.budget.limit
    }

    fn percent(&self) -> u64 {
        // Rounded up: 100 % must not hide a byte too many.
        (self.used * 100).div_ceil(self.budget.goal)
    }

    fn mark(&self) -> &'static str {
        if self.is_over() {
            "  OVER THE LIMIT"
        } else if self.used > self.budget.goal {
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
    /// Compares a bundle with the budgets.
    ///
    /// # Errors
    /// Fails where the bundle lacks something that is counted.
    pub fn of(manifest: &Manifest) -> Result<Self, Failure> {
        let budgets = BUDGETS.iter();
        let uses = budgets.map(|budget| Use::of(budget, manifest));
        uses.collect::<Result<_, _>>().map(Self)
    }

    /// The names of the budgets that are exceeded.
    pub fn exceeded(&self) -> Vec<&'static str> {
        self.0
            .iter()
            .filter(|one| one.is_over())
            .map(|one| one.budget.what)
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
            let Budget {
                what, goal, limit, ..
            } = one.budget;
            let line = format!(
                "{what:<24}{:>10}{goal:>10}{limit:>10}{used:>10}{mark}\n",
                one.used
            );
            text.push_str(&line);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(shell: u64) -> Manifest {
        let files = [
            ("open-vs-closed.js", 1_500),
            ("open-vs-closed-frame.js", 9_999_999),
            ("open-vs-closed-live-1a2b.js", 1_000),
            ("open-vs-closed-1a2b.js", 5_000),
            ("open-vs-closed-1a2b_bg.wasm", shell),
            ("open-vs-closed-timeline-1a2b.wasm", 50_000),
            ("open-vs-closed-chunk_4-1a2b.wasm", 1_000),
            ("open-vs-closed-compare-1a2b.wasm", 6_000),
            ("open-vs-closed-models-1a2b.wasm", 9_999_999),
            ("open-vs-closed-3c4d.css", 4_000),
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
            ("timeline", vec!["chunk_4", "timeline"]),
            ("compare", vec!["chunk_4", "compare"]),
        ];
        let chunks = chunks.map(|(view, stems)| {
            let names = stems
                .iter()
                .map(|stem| format!("open-vs-closed-{stem}-1a2b.wasm"));
            (view.to_owned(), names.collect())
        });
        Manifest {
            version: String::new(),
            files: files.to_vec(),
            chunks: chunks.into(),
        }
    }

    fn exceeded(shell: u64) -> Result<Vec<&'static str>, Failure> {
        Report::of(&bundle(shell)).map(|report| report.exceeded())
    }

    #[test]
    fn a_bundle_at_the_limit_is_within_it() {
        assert_eq!(exceeded(135_000), Ok(Vec::new()));
    }

    #[test]
    fn one_byte_more_is_over() {
        assert_eq!(exceeded(135_001), Ok(vec!["shell"]));
        let expected = vec!["shell", "shell + Compare"];
        assert_eq!(exceeded(143_001), Ok(expected));
        const BUDGET: &Budget = &budget("", &[], 100_000, 150_000);
        let one = Use {
            budget: BUDGET,
            used: 100_001,
        };
        assert_eq!(one.percent(), 101);
    }

    #[test]
    fn a_missing_file_is_a_failure() {
        let mut manifest = bundle(1);
        manifest.files.retain(|entry| entry.file != "index.html");
        assert!(Report::of(&manifest).is_err());
        let mut manifest = bundle(1);
        manifest.chunks.clear();
        assert!(Report::of(&manifest).is_err());
    }

    #[test]
    fn the_table_marks_what_is_over() {
        for (shell, over, past_goal) in [(115_000, 0, 0), (115_001, 0, 1), (135_001, 1, 0)] {
            let table = Report::of(&bundle(shell)).map(|report| report.table());
            assert!(
                matches!(&table, Ok(table) if table.matches("OVER THE LIMIT").count() == over
                    && table.matches("over the goal").count() >= past_goal),
                "{shell}: {table:?}"
            );
        }
    }
}
