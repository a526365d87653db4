//! What cites each source.

use crate::dataset::{Dataset, Text};

/// A record that cites a source, by its position in its list of the data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citing {
    /// An event.
    Event(usize),
    /// A background period.
    Era(usize),
    /// A link between two events.
    Link(usize),
    /// A level of openness.
    Level(usize),
    /// A definition of “open”.
    Definition(usize),
    /// What is contested in a question of the comparison.
    Question(usize),
    /// A claim of a question of the comparison.
    Claim {
        /// Position of the question.
        question: usize,
        /// Position of the claim among those of the question.
        claim: usize,
    },
    /// A model: its facts, its prices or its scores.
    Model(usize),
    /// A benchmark.
    Benchmark(usize),
    /// What others have measured.
    Yardstick(usize),
    /// A sentence of the takeaway of the story.
    Takeaway(usize),
    /// A step of the story.
    Step(usize),
    /// A score of a level for a need.
    Score(usize),
    /// An assumption of the calculator.
    Assumption(usize),
    /// A term of the glossary.
    Term(usize),
    /// A checked claim of the founding article.
    Check(usize),
    /// A part of the method.
    Method(usize),
}

/// For each source the records that cite it, by position in the data set.
#[derive(Debug, Default)]
pub struct Citations(Vec<Vec<Citing>>);

impl Citations {
    /// The citations of all records, in the order of the views.
    pub fn new(data: &Dataset) -> Self {
        let mut all = Self(vec![Vec::new(); data.document.sources.len()]);
        all.add_story(data);
        all.add_timeline(data);
        all.add_comparison(data);
        all.add_models(data);
        all.add_decide(data);
        let document = &data.document;
        for (at, term) in document.glossary.iter().enumerate() {
            all.add(data, Citing::Term(at), &term.sources);
        }
        for (at, check) in document.claims.iter().enumerate() {
            all.add(data, Citing::Check(at), &check.sources);
        }
        for (at, text) in document.method.iter().enumerate() {
            all.add(data, Citing::Method(at), &text.sources);
        }
        all
    }

    /// What cites the source at a position, each record once.
    pub fn of(&self, source: usize) -> &[Citing] {
        self.0.get(source).map_or(&[], Vec::as_slice)
    }

    fn add<'a>(
        &mut self,
        data: &Dataset,
        citing: Citing,
        sources: impl IntoIterator<Item = &'a Text>,
    ) {
        for source in sources {
            self.add_one(data, citing, source);
        }
    }

    fn add_one(&mut self, data: &Dataset, citing: Citing, source: &str) {
        let position = data.source_position(source);
        if let Some(list) = position.and_then(|position| self.0.get_mut(position))
            && list.last() != Some(&citing)
        {
            list.push(citing);
        }
    }

    fn add_story(&mut self, data: &Dataset) {
        let Some(story) = &data.document.story else {
            return;
        };
        for (at, sentence) in story.takeaway.iter().enumerate() {
            for source in notes(sentence) {
                self.add_one(data, Citing::Takeaway(at), source);
            }
        }
        for (at, step) in story.steps.iter().enumerate() {
            let cited = step.sources.iter().map(|id| &**id);
            let mut cited: Vec<&str> = cited.collect();
            for source in notes(&step.text) {
                if !cited.contains(&source) {
                    cited.push(source);
                }
            }
            for source in cited {
                self.add_one(data, Citing::Step(at), source);
            }
        }
    }

    fn add_timeline(&mut self, data: &Dataset) {
        for (at, event) in data.events().iter().enumerate() {
            self.add(data, Citing::Event(at), &event.sources);
        }
        for (at, era) in data.meta().eras.iter().enumerate() {
            self.add(data, Citing::Era(at), &era.sources);
        }
        for (at, link) in data.document.links.iter().enumerate() {
            self.add(data, Citing::Link(at), &link.sources);
        }
    }

    fn add_comparison(&mut self, data: &Dataset) {
        let document = &data.document;
        for (at, level) in document.levels.iter().enumerate() {
            self.add(data, Citing::Level(at), &level.sources);
        }
        for (at, definition) in document.definitions.iter().enumerate() {
            self.add(data, Citing::Definition(at), &definition.sources);
        }
        for (question, dimension) in document.dimensions.iter().enumerate() {
            for (claim, item) in dimension.claims().enumerate() {
                self.add(data, Citing::Claim { question, claim }, &item.sources);
            }
            self.add(data, Citing::Question(question), &dimension.sources);
        }
    }

    fn add_models(&mut self, data: &Dataset) {
        for (at, model) in data.models().iter().enumerate() {
            let prices = model
                .prices
                .iter()
                .filter_map(|price| price.source.as_ref());
            let scores = model
                .scores
                .iter()
                .filter_map(|score| score.source.as_ref());
            let mut cited: Vec<&Text> = Vec::new();
            for source in model.sources.iter().chain(prices).chain(scores) {
                if !cited.contains(&source) {
                    cited.push(source);
                }
            }
            self.add(data, Citing::Model(at), cited);
        }
        for (at, benchmark) in data.document.benchmarks.iter().enumerate() {
            self.add(data, Citing::Benchmark(at), &benchmark.sources);
        }
        for (at, yardstick) in data.document.yardsticks.iter().enumerate() {
            self.add(data, Citing::Yardstick(at), &yardstick.sources);
        }
    }

    fn add_decide(&mut self, data: &Dataset) {
        let Some(decide) = &data.document.decide else {
            return;
        };
        for (at, score) in decide.scores.iter().enumerate() {
            self.add(data, Citing::Score(at), &score.sources);
        }
        for (at, assumption) in decide.cost.iter().enumerate() {
            self.add(data, Citing::Assumption(at), &assumption.sources);
        }
    }
}

/// The ids of sources that a text of the story cites, each as `[^id]`.
fn notes(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split("[^").skip(1);
    parts.filter_map(|part| Some(part.split_once(']')?.0))
}
