//! Ids that refer to other records. A reference to nowhere is reported and dropped; its record is
//! kept, unless it is a link, which is nothing without its two ends.

use super::list::{List, Lists};
use super::record::Report;
use super::types::*;
use super::{Index, Issue};
use crate::gather::Gather;

/// The ids of one list.
#[derive(Default)]
pub(super) struct Known {
    /// What an item of the list is called in messages.
    pub(super) what: &'static str,
    /// Ids of the sound records.
    pub(super) index: Index,
    /// Ids of records that were left out. References to them are dropped without a second issue.
    pub(super) lost: Index,
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

impl Known {
    /// The same for a reference that stands alone.
    fn keep_one(&self, id: &mut Option<Text>, path: &dyn Fn() -> String, issues: &mut Vec<Issue>) {
        let found = id.as_ref().map(|id| self.has(id, path, false));
        match found {
            Some(Ok(true)) | None => return,
            Some(Ok(false)) => {}
            Some(Err(issue)) => issues.push(issue),
        }
        *id = None;
    }
}

/// Checks references against the lists that they refer to.
#[derive(Default)]
pub(super) struct References {
    pub(super) sources: Known,
    pub(super) actors: Known,
    pub(super) levels: Known,
    pub(super) events: Known,
    pub(super) models: Known,
    pub(super) benchmarks: Known,
    /// Places of links that lack an end.
    pub(super) broken: Vec<usize>,
}

impl References {
    /// How many lists there are to check.
    pub(super) const LISTS: u8 = 8;

    /// Checks one record of a list; whether there is such a record.
    pub(super) fn check(
        &mut self,
        lists: &mut Lists,
        report: &mut Report,
        list: u8,
        at: usize,
    ) -> bool {
        let issues = &mut report.issues;
        match list {
            0 => lists.levels.check(at, &mut |at, level| {
                let path = || format!("levels[{at}]");
                self.sources(&mut level.sources, &path, issues);
                self.about(&mut level.events, &path, issues);
            }),
            1 => lists.definitions.check(at, &mut |at, definition| {
                let path = || format!("definitions[{at}]");
                self.sources(&mut definition.sources, &path, issues);
                self.levels.keep(
                    &mut definition.levels,
                    &|| format!("{}.levels", path()),
                    issues,
                );
            }),
            2 => lists.events.check(at, &mut |at, event| {
                self.event(event, &|| format!("events[{at}]"), issues);
            }),
            3 => lists.dimensions.check(at, &mut |at, dimension| {
                self.dimension(dimension, &|| format!("dimensions[{at}]"), issues);
            }),
            4 => {
                let mut broken = core::mem::take(&mut self.broken);
                let found = lists.links.check(at, &mut |at, link| {
                    if !self.has_ends(link, &|| format!("links[{at}]"), issues) {
                        broken.push(at);
                    }
                });
                self.broken = broken;
                found
            }
            5 => lists.models.check(at, &mut |at, model| {
                self.model(model, &|| format!("models[{at}]"), issues);
            }),
            6 => lists.benchmarks.check(at, &mut |at, benchmark| {
                let path = || format!("benchmarks[{at}]");
                self.sources(&mut benchmark.sources, &path, issues);
            }),
            7 => lists.yardsticks.check(at, &mut |at, yardstick| {
                let path = || format!("yardsticks[{at}]");
                self.sources(&mut yardstick.sources, &path, issues);
            }),
            _ => false,
        }
    }

    fn sources(&self, ids: &mut Vec<Text>, path: &dyn Fn() -> String, issues: &mut Vec<Issue>) {
        self.sources
            .keep(ids, &|| format!("{}.sources", path()), issues);
    }

    fn about(&self, ids: &mut Vec<Text>, path: &dyn Fn() -> String, issues: &mut Vec<Issue>) {
        self.events
            .keep(ids, &|| format!("{}.events", path()), issues);
    }

    fn event(&self, event: &mut Event, path: &dyn Fn() -> String, issues: &mut Vec<Issue>) {
        self.sources(&mut event.sources, path, issues);
        self.actors
            .keep(&mut event.actors, &|| format!("{}.actors", path()), issues);
        let path = || format!("{}.level", path());
        self.levels.keep_one(&mut event.level, &path, issues);
    }

    /// A score is nothing without its benchmark; the rest of a model can do without.
    fn model(&self, model: &mut Model, path: &dyn Fn() -> String, issues: &mut Vec<Issue>) {
        let of = |key: &str| format!("{}.{key}", path());
        self.actors
            .keep_one(&mut model.actor, &|| of("actor"), issues);
        self.levels
            .keep_one(&mut model.level, &|| of("level"), issues);
        for (at, price) in model.prices.iter_mut().enumerate() {
            let path = || format!("{}.prices[{at}].source", path());
            self.sources.keep_one(&mut price.source, &path, issues);
        }
        let mut at = 0;
        model.scores.retain_mut(|score| {
            let path = |key| format!("{}.scores[{at}].{key}", path());
            let source = || path("source");
            self.sources.keep_one(&mut score.source, &source, issues);
            let benchmark = || path("benchmark");
            let found = self.benchmarks.has(&score.benchmark, &benchmark, true);
            at += 1;
            found.unwrap_or_else(|issue| {
                issues.push(issue);
                false
            })
        });
        self.sources(&mut model.sources, path, issues);
    }

    fn dimension(
        &self,
        dimension: &mut Dimension,
        path: &dyn Fn() -> String,
        issues: &mut Vec<Issue>,
    ) {
        self.sources(&mut dimension.sources, path, issues);
        let Dimension {
            open,
            closed,
            evidence,
            ..
        } = dimension;
        for (key, claims) in [("open", open), ("closed", closed), ("evidence", evidence)] {
            for (at, claim) in claims.iter_mut().enumerate() {
                let path = || format!("{}.{key}[{at}]", path());
                self.sources(&mut claim.sources, &path, issues);
                self.about(&mut claim.events, &path, issues);
                let models = || format!("{}.models", path());
                self.models.keep(&mut claim.models, &models, issues);
            }
        }
    }

    /// Whether the two ends of a link are there.
    fn has_ends(
        &self,
        link: &mut Link,
        path: &dyn Fn() -> String,
        issues: &mut Vec<Issue>,
    ) -> bool {
        let mut has_ends = true;
        for (key, end) in [("from", &link.from), ("to", &link.to)] {
            match self.events.has(end, &|| format!("{}.{key}", path()), true) {
                Ok(found) => has_ends &= found,
                Err(issue) => {
                    issues.push(issue);
                    has_ends = false;
                }
            }
        }
        self.sources(&mut link.sources, path, issues);
        has_ends
    }

    /// The links whose two ends are there.
    pub(super) fn whole(&self, links: List<Link>) -> Vec<Link> {
        let positions = &links.ids.positions;
        let numbered = links.records.into_iter().zip(positions);
        numbered
            .filter(|(_, position)| self.broken.binary_search(position).is_err())
            .map(|(link, _)| link)
            .gather()
    }
}
