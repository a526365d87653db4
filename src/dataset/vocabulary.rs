//! The closed lists of words that the data set uses.

use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A closed list of words, each with the spelling that the data set and the URL use.
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// Every word, in the order in which the interface shows them.
    const ALL: &'static [Self];

    /// The spellings that the data set and the URL use, in the same order.
    const WORDS: &'static [&'static str];

    /// Spellings of older files and links. They are read and never written.
    const OLDER: &'static [(&'static str, Self)] = &[];

    /// The word as it is spelled in the data set.
    fn as_str(self) -> &'static str;

    /// The word with that spelling, or with an older one.
    fn from_word(word: &str) -> Option<Self> {
        let mut older = Self::OLDER.iter();
        match Self::WORDS.iter().position(|spelling| *spelling == word) {
            Some(position) => Self::ALL.get(position).copied(),
            None => older.find(|(old, _)| *old == word).map(|(_, word)| *word),
        }
    }
}

/// Reads a word. An error inside a list has the position of the word only if the visitor raises it.
struct WordVisitor<T>(PhantomData<T>);

impl<T: Vocabulary> Visitor<'_> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<T, E> {
        T::from_word(word).ok_or_else(|| E::custom(unknown(word, T::WORDS)))
    }
}

/// What is wrong with a word that is not in the list.
pub(super) fn unknown(word: &str, words: &[&str]) -> String {
    let known = match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.join(", "),
    };
    format!("\"{word}\" is not known; write {known}")
}

/// Adds the older spellings to a schema, so that what is read is not refused.
#[cfg(feature = "schema")]
fn take_older<T: Vocabulary>(schema: &mut schemars::Schema) {
    let words = schema.get_mut("oneOf").and_then(|list| list.as_array_mut());
    if let Some(words) = words {
        words.extend(T::OLDER.iter().map(|(older, word)| {
            serde_json::json!({
                "description": format!("The older word for `{}`.", word.as_str()),
                "type": "string",
                "const": older,
                "deprecated": true,
            })
        }));
    }
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$item_doc:meta])* $item:ident = $word:literal $(| $older:literal)?),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = take_older::<$name>)
        )]
        pub enum $name {
            $($(#[$item_doc])* #[serde(rename = $word)] $item),+
        }

        impl Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$item),+];
            const WORDS: &'static [&'static str] = &[$($word),+];
            const OLDER: &'static [(&'static str, Self)] = &[$($(($older, Self::$item),)?)+];

            fn as_str(self) -> &'static str {
                Self::WORDS[self as usize]
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(WordVisitor(PhantomData))
            }
        }
    };
}

vocabulary! {
    /// The effect of an event on openness; never praise.
    Side {
        /// Makes models, weights or methods more widely available.
        Open = "open",
        /// Does both at once, or mixes the two strategies.
        Mixed = "mixed" | "both",
        /// Keeps models, weights or methods with their developer.
        Closed = "closed",
        /// Law, definitions, research and markets around the argument.
        Context = "context",
    }
}

vocabulary! {
    /// What sort of thing happened.
    EventKind {
        /// A model was released, announced or withheld.
        Release = "release",
        /// A law, an order, a court decision or a public programme.
        Policy = "policy",
        /// Somebody said or wrote something.
        Statement = "statement",
        /// A deal, a company form, a market move.
        Business = "business",
        /// A paper, a measurement or an open reproduction.
        Research = "research",
        /// Something that went wrong or was alleged.
        Incident = "incident",
        /// A definition or a licence question.
        Definition = "definition",
    }
}

vocabulary! {
    /// What the calculator of costs asks for.
    CostInput {
        /// Tokens per month, input and output together.
        Tokens = "tokens",
        /// The share of the output in all tokens, 0 to 1.
        OutputShare = "output-share",
        /// The share of cached input in all input, 0 to 1.
        CachedShare = "cached-share",
        /// Price of a GPU, in US$ per hour.
        GpuPrice = "gpu-price",
        /// Number of GPUs.
        Gpus = "gpus",
        /// Tokens per second that one busy GPU serves.
        Throughput = "throughput",
        /// The share of the time in which the GPUs are busy, 0 to 1.
        Utilisation = "utilisation",
        /// Cost of people, in US$ per month.
        People = "people",
    }
}

vocabulary! {
    /// How sure the editors are.
    Confidence {
        /// A public source says so.
        Confirmed = "confirmed",
        /// Rests on secondary sources or common knowledge.
        Reported = "reported",
        /// Sources disagree; the note says how.
        Disputed = "disputed",
    }
}

vocabulary! {
    /// How one event bears on a later one.
    Relation {
        /// The earlier event caused the later one or made it possible.
        LedTo = "led-to",
        /// The later event replies to the earlier one.
        ResponseTo = "response-to",
        /// The earlier event announced the later one.
        Scheduled = "scheduled",
        /// The later event contradicts what the earlier one said.
        Contradicts = "contradicts",
        /// The later event names the earlier one, or is named after it.
        RefersTo = "refers-to",
    }
}

vocabulary! {
    /// How well a link between two events is supported.
    LinkStatus {
        /// A source states it, or it follows from the two documents.
        Documented = "documented",
        /// Some say so; it is not established.
        Claimed = "claimed",
        /// Claimed by some and contradicted by others.
        Disputed = "disputed",
    }
}

vocabulary! {
    /// What sort of source it is.
    SourceKind {
        /// The document itself.
        Primary = "primary",
        /// A research paper.
        Paper = "paper",
        /// News media.
        Press = "press",
        /// A company about its own product.
        Vendor = "vendor",
        /// A collection of data.
        DatasetFile = "dataset",
        /// A copy, a digest, notes or a wiki.
        Secondary = "secondary",
    }
}

vocabulary! {
    /// What sort of statement a claim is.
    ClaimKind {
        /// Can be checked.
        Fact = "fact",
        /// About what will happen.
        Forecast = "forecast",
        /// About what matters.
        Value = "value",
    }
}

vocabulary! {
    /// How firmly the evidence supports a claim.
    Strength {
        /// Hardly anyone disputes it.
        Settled = "settled",
        /// Serious people disagree.
        Contested = "contested",
        /// Nobody knows yet.
        Open = "open",
    }
}

vocabulary! {
    /// What the editors found of a claim of the founding article.
    Verdict {
        /// Sources say so.
        Supported = "supported",
        /// Right in the main, and not in a detail.
        Imprecise = "imprecise",
        /// Sources say otherwise.
        Wrong = "wrong",
        /// Cannot be checked: it is what somebody thinks.
        Opinion = "opinion",
    }
}

vocabulary! {
    /// A part of a model that can be released, as the Model Openness Framework names them.
    ComponentKind {
        /// The architecture of the model, as code.
        Architecture = "architecture",
        /// The final weights.
        Weights = "weights",
        /// Weights of checkpoints on the way.
        IntermediateWeights = "intermediate-weights",
        /// The code that runs it.
        InferenceCode = "inference-code",
        /// The code that trained it.
        TrainingCode = "training-code",
        /// The code that prepared the training data.
        PreprocessingCode = "preprocessing-code",
        /// The code that evaluated it.
        EvaluationCode = "evaluation-code",
        /// Libraries and tools that were written for it.
        Libraries = "libraries",
        /// The training data.
        Data = "data",
        /// The data by which it was evaluated.
        EvaluationData = "evaluation-data",
        /// What the evaluation found.
        EvaluationResults = "evaluation-results",
        /// Examples of what it puts out.
        SampleOutputs = "sample-outputs",
        /// Metadata of the model, such as its configuration.
        Metadata = "metadata",
        /// What describes the training data.
        DataCard = "data-card",
        /// What describes the model.
        ModelCard = "model-card",
        /// A report on how it was made.
        TechnicalReport = "technical-report",
        /// A research paper.
        Paper = "paper",
    }
}

vocabulary! {
    /// What sort of actor it is.
    ActorKind {
        /// A company.
        Company = "company",
        /// A person.
        Person = "person",
        /// A research laboratory or institute.
        Lab = "lab",
        /// A government, ministry or agency.
        Government = "government",
        /// A court.
        Court = "court",
        /// A non-profit organisation.
        Nonprofit = "nonprofit",
        /// A university.
        University = "university",
        /// A community of volunteers.
        Community = "community",
        /// A journal or a publication.
        Publication = "publication",
    }
}
