//! Ids that refer to other records. A reference to nowhere is reported and dropped; its record is
//! kept, unless it is a link, which is nothing without its two ends.

use super::record::Report;
use super::types::*;
use super::{Index, Issue};

/// The ids of one list.
pub(super) struct Known {
    /// What an item of the list is called in messages.
    pub(super) what: &'static str,
    /// Ids of the sound records.
    pub(super) index: Index,
    /// Ids of records that were left out. References to them are dropped without a second issue.
    pub(super) lost: Vec<Text>,
}

impl Known {
    /// Whether the reference can stay; a reference to nowhere is reported.
    fn has(&self, id: &Text, path: &dyn Fn() -> String, left_out: bool) -> Result<bool, Issue> {
        if self.index.contains(id) {
            return Ok(true);
        }
        if self.lost.contains(id) {
            return Ok(false);
        }
        Err(Issue {
            path: path(),
            message: format!("there is no {} with the id \"{id}\"", self.what),
            left_out,
        })
    }

    fn keep(&self, ids: &mut Vec<Text>, path: &dyn Fn() -> String, issues: &mut Vec<Issue>) {
        let mut position = 0;
        ids.retain(|id| {
            let at = position;
            position += 1;
            self.has(id, &|| format!("{}[{at}]", path()), false)
                .unwrap_or_else(|issue| {
                    issues.push(issue);
                    false
                })
        });
    }
}

/// Checks references against the lists that they refer to.
pub(super) struct References<'a> {
    pub(super) sources: Known,
    pub(super) actors: Known,
    pub(super) levels: Known,
    pub(super) events: Known,
    pub(super) report: &'a mut Report,
}

impl References<'_> {
    fn sources(&mut self, ids: &mut Vec<Text>, path: &dyn Fn() -> String) {
        self.sources.keep(
            ids,
            &|| format!("{}.sources", path()),
            &mut self.report.issues,
        );
    }

    fn about(&mut self, ids: &mut Vec<Text>, path: &dyn Fn() -> String) {
        self.events.keep(
            ids,
            &|| format!("{}.events", path()),
            &mut self.report.issues,
        );
    }

    pub(super) fn events(&mut self, positions: &[usize], events: &mut [Event]) {
        for (position, event) in positions.iter().zip(events) {
            let path = || format!("events[{position}]");
            self.sources(&mut event.sources, &path);
            self.actors.keep(
                &mut event.actors,
                &|| format!("{}.actors", path()),
                &mut self.report.issues,
            );
            if let Some(level) = &event.level {
                match self
                    .levels
                    .has(level, &|| format!("{}.level", path()), false)
                {
                    Ok(true) => {}
                    Ok(false) => event.level = None,
                    Err(issue) => {
                        self.report.issues.push(issue);
                        event.level = None;
                    }
                }
            }
        }
    }

    /// The links whose two ends are there.
    pub(super) fn links(&mut self, positions: &[usize], links: Vec<Link>) -> Vec<Link> {
        let mut whole = Vec::with_capacity(links.len());
        for (position, mut link) in positions.iter().zip(links) {
            let path = || format!("links[{position}]");
            let mut has_ends = true;
            for (key, end) in [("from", &link.from), ("to", &link.to)] {
                match self.events.has(end, &|| format!("{}.{key}", path()), true) {
                    Ok(found) => has_ends &= found,
                    Err(issue) => {
                        self.report.issues.push(issue);
                        has_ends = false;
                    }
                }
            }
            self.sources(&mut link.sources, &path);
            if has_ends {
                whole.push(link);
            }
        }
        whole
    }

    pub(super) fn levels(&mut self, positions: &[usize], levels: &mut [Level]) {
        for (position, level) in positions.iter().zip(levels) {
            let path = || format!("levels[{position}]");
            self.sources(&mut level.sources, &path);
            self.about(&mut level.events, &path);
        }
    }

    pub(super) fn definitions(&mut self, positions: &[usize], definitions: &mut [Definition]) {
        for (position, definition) in positions.iter().zip(definitions) {
            let path = || format!("definitions[{position}]");
            self.sources(&mut definition.sources, &path);
            self.levels.keep(
                &mut definition.levels,
                &|| format!("{}.levels", path()),
                &mut self.report.issues,
            );
        }
    }

    pub(super) fn dimensions(&mut self, positions: &[usize], dimensions: &mut [Dimension]) {
        for (position, dimension) in positions.iter().zip(dimensions) {
            let path = || format!("dimensions[{position}]");
            self.sources(&mut dimension.sources, &path);
            let Dimension {
                open,
                closed,
                evidence,
                ..
            } = dimension;
            for (key, claims) in [("open", open), ("closed", closed), ("evidence", evidence)] {
                for (at, claim) in claims.iter_mut().enumerate() {
                    let path = || format!("{}.{key}[{at}]", path());
                    self.sources(&mut claim.sources, &path);
                    self.about(&mut claim.events, &path);
                }
            }
        }
    }
}
