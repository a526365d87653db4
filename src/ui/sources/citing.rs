//! What cites a source, as links that lead there.

use yew::prelude::*;

use crate::dataset::{Event, Vocabulary};
use crate::locale::fill;
use crate::query::Citing;
use crate::state::View;
use crate::text::without_emphasis;
use crate::ui::components::reference::{ReferenceTarget, reference};
use crate::ui::context::App;

/// A link to a record that cites a source; nothing where there is no such record.
pub(super) fn citing_link(app: &App, citing: Citing) -> Option<Html> {
    let place = place(app, citing)?;
    let values = [("kind", place.kind), ("name", &*place.name)];
    let text = fill(app.words.sources_view.cited_as, &values);
    Some(reference(app, &place.target, text.into()))
}

/// Where a source is cited.
struct Place<'a> {
    kind: &'static str,
    name: String,
    target: ReferenceTarget<'a>,
}

impl<'a> Place<'a> {
    fn new(kind: &'static str, name: &str, target: ReferenceTarget<'a>) -> Option<Self> {
        let name = clipped(without_emphasis(name));
        Some(Self { kind, name, target })
    }

    fn record(kind: &'static str, name: &str, view: View, id: &'a str) -> Option<Self> {
        Self::new(kind, name, ReferenceTarget::Record(view, "", id))
    }
}

fn place(app: &App, citing: Citing) -> Option<Place<'_>> {
    let words = &app.words.sources_view;
    let (data, document) = (&app.data, &*app.data.document);
    match citing {
        Citing::Event(at) => {
            let event = data.events().get(at)?;
            Place::new(
                words.cited_event,
                &event.title,
                ReferenceTarget::Event(event),
            )
        }
        Citing::Era(at) => {
            let era = data.meta().eras.get(at)?;
            Place::record(words.cited_era, &era.name, View::Timeline, &era.id)
        }
        Citing::Link(at) => {
            let link = document.links.get(at)?;
            let (from, to) = (data.event(&link.from)?, data.event(&link.to)?);
            let name = |event: &Event| event.short.clone().unwrap_or_else(|| event.title.clone());
            let values = [("from", &*name(from)), ("to", &*name(to))];
            let name = fill(words.cited_from_to, &values);
            Place::new(words.cited_link, &name, ReferenceTarget::Event(to))
        }
        Citing::Level(at) => {
            let level = document.levels.get(at)?;
            Place::record(words.cited_level, &level.name, View::Compare, &level.id)
        }
        Citing::Definition(at) => {
            let item = document.definitions.get(at)?;
            Place::record(words.cited_definition, &item.name, View::Sources, &item.id)
        }
        Citing::Question(at) => {
            let question = document.dimensions.get(at)?;
            let target = ReferenceTarget::Claim(&question.id);
            Place::new(words.cited_question, &question.name, target)
        }
        Citing::Claim { question, claim } => {
            let question = document.dimensions.get(question)?;
            let claim = question.claims().nth(claim)?;
            let target = ReferenceTarget::Claim(&claim.id);
            Place::new(
                words.cited_question,
                &claim_name(&question.name, &claim.text),
                target,
            )
        }
        Citing::Model(at) => {
            let model = data.models().get(at)?;
            Place::new(
                words.cited_model,
                &model.name,
                ReferenceTarget::Model(model),
            )
        }
        Citing::Benchmark(at) => {
            let item = document.benchmarks.get(at)?;
            Place::record(words.cited_benchmark, &item.name, View::Models, &item.id)
        }
        Citing::Yardstick(at) => {
            let item = document.yardsticks.get(at)?;
            Place::record(words.cited_yardstick, &item.text, View::Models, &item.id)
        }
        _ => place_in_text(app, citing),
    }
}

/// The same for what is no record of the timeline, the comparison or the models.
fn place_in_text(app: &App, citing: Citing) -> Option<Place<'_>> {
    let words = &app.words.sources_view;
    let (data, document) = (&app.data, &*app.data.document);
    match citing {
        Citing::Takeaway(_) => {
            let step = document.story.as_ref()?.steps.first()?;
            Place::record(words.cited_takeaway, &step.title, View::Story, &step.id)
        }
        Citing::Step(at) => {
            let step = document.story.as_ref()?.steps.get(at)?;
            Place::record(words.cited_step, &step.title, View::Story, &step.id)
        }
        Citing::Score(at) => {
            let decide = document.decide.as_ref()?;
            let score = decide.scores.get(at)?;
            let need = decide.needs.iter().find(|need| need.id == score.need)?;
            let level = data.level(&score.level)?;
            let name = claim_name(&need.name, &level.name);
            Place::record(words.cited_score, &name, View::Decide, &need.id)
        }
        Citing::Assumption(at) => {
            let assumption = document.decide.as_ref()?.cost.get(at)?;
            let id = assumption.id.as_str();
            Place::record(words.cited_assumption, &assumption.note, View::Decide, id)
        }
        Citing::Term(at) => {
            let term = document.glossary.get(at)?;
            Place::record(words.cited_term, &term.term, View::Sources, &term.id)
        }
        Citing::Check(at) => {
            let check = document.claims.get(at)?;
            Place::record(words.cited_check, &check.claim, View::Sources, &check.id)
        }
        Citing::Method(at) => {
            let text = document.method.get(at)?;
            Place::record(words.cited_method, &text.title, View::Sources, &text.id)
        }
        _ => None,
    }
}

fn claim_name(question: &str, claim: &str) -> String {
    format!("{question}: {claim}")
}

/// The longest name of a place, in characters.
const LONGEST: usize = 90;

/// A name that is too long, cut after a word.
fn clipped(name: String) -> String {
    let Some((end, _)) = name.char_indices().nth(LONGEST) else {
        return name;
    };
    let start = name.get(..end).unwrap_or(&name);
    let start = start.rsplit_once(' ').map_or(start, |(start, _)| start);
    format!("{start} …")
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, clipped};

    #[test]
    fn a_long_name_is_cut_after_a_word() {
        assert_eq!(clipped("short".to_owned()), "short");
        let name = clipped("two words ".repeat(20));
        assert!(
            name.ends_with("words …") || name.ends_with("two …"),
            "{name}"
        );
        assert!(name.chars().count() <= LONGEST + 2);
    }
}
