//! Checks the ids by which records refer to one another.
//!
//! A reference to an unknown id is reported and dropped. Its record stays, unless it is a link: a link
//! needs both ends.

use std::fmt::Display;

use super::ids::Ids;
use super::issue::Issue;
use super::text::Text;
use super::types::*;

/// The ids that records can refer to.
#[derive(Default)]
pub(super) struct References {
    pub(super) sources: Ids,
    pub(super) actors: Ids,
    pub(super) levels: Ids,
    pub(super) events: Ids,
    pub(super) models: Ids,
    pub(super) benchmarks: Ids,
    /// Of the claims of the fact-check and of the dimensions. Their positions say nothing.
    pub(super) claims: Ids,
}

/// A record of a list of the document.
pub(super) trait Item {
    /// Its id, unique within the list.
    fn id(&self) -> &Text;

    /// Drops references to unknown ids; returns whether the record can stay.
    fn check_references(&mut self, _check: &mut Checker<'_>, _path: &dyn Display) -> bool {
        true
    }
}

/// Checks references, and collects issues.
pub(super) struct Checker<'a> {
    pub(super) ids: &'a References,
    pub(super) issues: &'a mut Vec<Issue>,
}

/// The target of a reference: the name of an item of a list, and the ids of the list.
struct Target<'a>(&'static str, &'a Ids);

impl<'a> Checker<'a> {
    fn source(&self) -> Target<'a> {
        Target("source", &self.ids.sources)
    }

    fn actor(&self) -> Target<'a> {
        Target("actor", &self.ids.actors)
    }

    fn level(&self) -> Target<'a> {
        Target("level", &self.ids.levels)
    }

    fn event(&self) -> Target<'a> {
        Target("event", &self.ids.events)
    }

    fn model(&self) -> Target<'a> {
        Target("model", &self.ids.models)
    }

    fn benchmark(&self) -> Target<'a> {
        Target("benchmark", &self.ids.benchmarks)
    }

    /// Whether there is a record with that id; an unknown id is reported.
    fn exists(&mut self, id: &Text, target: &Target<'_>, path: &dyn Display, fatal: bool) -> bool {
        let Target(name, ids) = target;
        if ids.positions.contains_key(id) {
            return true;
        }
        if !ids.lost.contains(id) {
            self.issues.push(Issue {
                path: path.to_string(),
                message: format!("there is no {name} with the id \"{id}\""),
                left_out: fatal,
            });
        }
        false
    }

    fn keep_known(&mut self, ids: &mut Vec<Text>, target: &Target<'_>, path: &dyn Display) {
        let mut position = 0;
        ids.retain(|id| {
            let at = position;
            position += 1;
            self.exists(id, target, &format_args!("{path}[{at}]"), false)
        });
    }

    fn keep_if_known(&mut self, id: &mut Option<Text>, target: &Target<'_>, path: &dyn Display) {
        id.take_if(|id| !self.exists(id, target, path, false));
    }

    /// Drops the id of an item that is neither an event nor a model nor a claim.
    fn keep_if_item(&mut self, id: &mut Option<Text>, path: &dyn Display) {
        let mut lists = [&self.ids.events, &self.ids.models].into_iter();
        let list = lists.find(|list| id.as_ref().is_some_and(|id| list.has(id)));
        let target = Target("event, model or claim", list.unwrap_or(&self.ids.claims));
        self.keep_if_known(id, &target, path);
    }

    fn sources(&mut self, ids: &mut Vec<Text>, path: &dyn Display) {
        self.keep_known(ids, &self.source(), &format_args!("{path}.sources"));
    }

    fn claims(&mut self, claims: &mut [Claim], path: &dyn Display) {
        for (at, claim) in claims.iter_mut().enumerate() {
            let path = &format_args!("{path}[{at}]");
            self.sources(&mut claim.sources, path);
            self.keep_known(
                &mut claim.holders,
                &self.actor(),
                &format_args!("{path}.holders"),
            );
            self.keep_known(
                &mut claim.events,
                &self.event(),
                &format_args!("{path}.events"),
            );
            self.keep_known(
                &mut claim.models,
                &self.model(),
                &format_args!("{path}.models"),
            );
        }
    }
}

impl Checker<'_> {
    /// Drops references of the story to unknown ids.
    pub(super) fn story(&mut self, story: &mut Story) {
        for (at, step) in story.steps.iter_mut().enumerate() {
            self.sources(&mut step.sources, &format_args!("story.steps[{at}]"));
        }
    }

    /// Drops references to unknown ids, and scores of needs and levels that there are not.
    pub(super) fn decide(&mut self, decide: &mut Decide) {
        let needs: Ids = decide.needs.iter().map(|need| need.id.clone()).collect();
        let mut position = 0;
        decide.scores.retain_mut(|score| {
            let path = format!("decide.scores[{position}]");
            position += 1;
            self.sources(&mut score.sources, &path);
            let need = Target("need", &needs);
            let has_need = self.exists(&score.need, &need, &format_args!("{path}.need"), true);
            let level = self.level();
            has_need && self.exists(&score.level, &level, &format_args!("{path}.level"), true)
        });
        for (at, assumption) in decide.cost.iter_mut().enumerate() {
            self.sources(&mut assumption.sources, &format_args!("decide.cost[{at}]"));
        }
    }
}

impl Item for Source {
    fn id(&self) -> &Text {
        &self.id
    }
}

impl Item for Actor {
    fn id(&self) -> &Text {
        &self.id
    }
}

impl Item for Level {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        check.keep_known(
            &mut self.events,
            &check.event(),
            &format_args!("{path}.events"),
        );
        true
    }
}

impl Item for Definition {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        check.keep_known(
            &mut self.levels,
            &check.level(),
            &format_args!("{path}.levels"),
        );
        true
    }
}

impl Item for Event {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        check.keep_known(
            &mut self.actors,
            &check.actor(),
            &format_args!("{path}.actors"),
        );
        check.keep_if_known(
            &mut self.level,
            &check.level(),
            &format_args!("{path}.level"),
        );
        check.keep_known(
            &mut self.models,
            &check.model(),
            &format_args!("{path}.models"),
        );
        true
    }
}

impl Item for Dimension {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        check.claims(&mut self.open, &format_args!("{path}.open"));
        check.claims(&mut self.closed, &format_args!("{path}.closed"));
        check.claims(&mut self.evidence, &format_args!("{path}.evidence"));
        true
    }
}

impl Item for Link {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        let event = check.event();
        let from = check.exists(&self.from, &event, &format_args!("{path}.from"), true);
        let to = check.exists(&self.to, &event, &format_args!("{path}.to"), true);
        check.sources(&mut self.sources, path);
        from && to
    }
}

impl Item for Model {
    fn id(&self) -> &Text {
        &self.id
    }

    /// A score has no meaning without its benchmark.
    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.keep_if_known(
            &mut self.actor,
            &check.actor(),
            &format_args!("{path}.actor"),
        );
        check.keep_if_known(
            &mut self.level,
            &check.level(),
            &format_args!("{path}.level"),
        );
        for (at, price) in self.prices.iter_mut().enumerate() {
            let path = &format_args!("{path}.prices[{at}].source");
            check.keep_if_known(&mut price.source, &check.source(), path);
        }
        let mut position = 0;
        self.scores.retain_mut(|score| {
            let path = &format_args!("{path}.scores[{position}]");
            let source = &format_args!("{path}.source");
            check.keep_if_known(&mut score.source, &check.source(), source);
            let benchmark = &format_args!("{path}.benchmark");
            let exists = check.exists(&score.benchmark, &check.benchmark(), benchmark, true);
            position += 1;
            exists
        });
        check.sources(&mut self.sources, path);
        true
    }
}

impl Item for Benchmark {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        true
    }
}

impl Item for Yardstick {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        true
    }
}

impl Item for GlossaryTerm {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        true
    }
}

impl Item for FactCheck {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        check.keep_known(
            &mut self.events,
            &check.event(),
            &format_args!("{path}.events"),
        );
        true
    }
}

impl Item for MethodText {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.sources(&mut self.sources, path);
        true
    }
}

impl Item for Correction {
    fn id(&self) -> &Text {
        &self.id
    }

    fn check_references(&mut self, check: &mut Checker<'_>, path: &dyn Display) -> bool {
        check.keep_if_item(&mut self.item, &format_args!("{path}.item"));
        true
    }
}
