//! Names and counts: the words for values of the data set and the state.

use super::fill::fill;
use super::messages::Messages;
use crate::dataset::{
    ClaimKind, ComponentKind, Confidence, EventKind, LinkStatus, Relation, Side, SourceKind,
    Strength, Verdict,
};
use crate::decimal::Decimal;
use crate::openness_framework::OpennessClass;
use crate::query::Filter;
use crate::state::View;

impl Messages {
    /// Name of a view.
    pub fn view(&self, view: View) -> &'static str {
        match view {
            View::Story => self.view_story,
            View::Timeline => self.view_timeline,
            View::Compare => self.view_compare,
            View::Models => self.view_models,
            View::Decide => self.view_decide,
            View::Sources => self.view_sources,
        }
    }

    /// Name of a side.
    pub fn side(&self, side: Side) -> &'static str {
        match side {
            Side::Open => self.side_open,
            Side::Mixed => self.side_mixed,
            Side::Closed => self.side_closed,
            Side::Context => self.side_context,
        }
    }

    /// Name of what events are filtered by.
    pub fn filter(&self, filter: Filter) -> &'static str {
        match filter {
            Filter::Side => self.filter_side,
            Filter::Kind => self.filter_kind,
            Filter::Actor => self.actors_label,
            Filter::Level => self.level_label,
            Filter::Confidence => self.confidence_label,
        }
    }

    /// Name of a kind of event.
    pub fn kind(&self, kind: EventKind) -> &'static str {
        match kind {
            EventKind::Release => self.kind_release,
            EventKind::Policy => self.kind_policy,
            EventKind::Statement => self.kind_statement,
            EventKind::Business => self.kind_business,
            EventKind::Research => self.kind_research,
            EventKind::Incident => self.kind_incident,
            EventKind::Definition => self.kind_definition,
        }
    }

    /// Name of a degree of confidence.
    pub fn confidence(&self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Confirmed => self.confidence_confirmed,
            Confidence::Reported => self.confidence_reported,
            Confidence::Disputed => self.confidence_disputed,
        }
    }

    /// What a degree of confidence means.
    pub fn confidence_means(&self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Confirmed => self.confidence_confirmed_means,
            Confidence::Reported => self.confidence_reported_means,
            Confidence::Disputed => self.confidence_disputed_means,
        }
    }

    /// Name of a kind of source.
    pub fn source_kind(&self, kind: SourceKind) -> &'static str {
        match kind {
            SourceKind::Primary => self.source_primary,
            SourceKind::Paper => self.source_paper,
            SourceKind::Press => self.source_press,
            SourceKind::Vendor => self.source_vendor,
            SourceKind::DatasetFile => self.source_dataset,
            SourceKind::Secondary => self.source_secondary,
        }
    }

    /// Whether the editors opened the address of a source.
    pub fn source_opened(&self, opened: bool) -> &'static str {
        if opened {
            self.source_was_opened
        } else {
            self.source_unopened
        }
    }

    /// How the earlier event of a link bears on the later one.
    pub fn relation_forward(&self, relation: Relation) -> &'static str {
        match relation {
            Relation::LedTo => self.relation_led_to,
            Relation::ResponseTo => self.relation_response_to,
            Relation::Scheduled => self.relation_scheduled,
            Relation::Contradicts => self.relation_contradicts,
            Relation::RefersTo => self.relation_refers_to,
        }
    }

    /// The same from the point of view of the later event.
    pub fn relation_back(&self, relation: Relation) -> &'static str {
        match relation {
            Relation::LedTo => self.relation_led_to_back,
            Relation::ResponseTo => self.relation_response_to_back,
            Relation::Scheduled => self.relation_scheduled_back,
            Relation::Contradicts => self.relation_contradicts_back,
            Relation::RefersTo => self.relation_refers_to_back,
        }
    }

    /// How well a link is supported.
    pub fn status(&self, status: LinkStatus) -> &'static str {
        match status {
            LinkStatus::Documented => self.status_documented,
            LinkStatus::Claimed => self.status_claimed,
            LinkStatus::Disputed => self.status_disputed,
        }
    }

    /// What sort of statement a claim is.
    pub fn claim_kind(&self, kind: ClaimKind) -> &'static str {
        match kind {
            ClaimKind::Fact => self.claim_fact,
            ClaimKind::Forecast => self.claim_forecast,
            ClaimKind::Value => self.claim_value,
        }
    }

    /// Name of a verdict on a claim of the founding article.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        let words = &self.sources_view;
        match verdict {
            Verdict::Supported => words.verdict_supported,
            Verdict::Imprecise => words.verdict_imprecise,
            Verdict::Wrong => words.verdict_wrong,
            Verdict::Opinion => words.verdict_opinion,
        }
    }

    /// What a verdict means.
    pub fn verdict_means(&self, verdict: Verdict) -> &'static str {
        let words = &self.sources_view;
        match verdict {
            Verdict::Supported => words.verdict_supported_means,
            Verdict::Imprecise => words.verdict_imprecise_means,
            Verdict::Wrong => words.verdict_wrong_means,
            Verdict::Opinion => words.verdict_opinion_means,
        }
    }

    /// How firmly the evidence supports a claim.
    pub fn strength(&self, strength: Strength) -> &'static str {
        match strength {
            Strength::Settled => self.strength_settled,
            Strength::Contested => self.strength_contested,
            Strength::Open => self.strength_open,
        }
    }

    /// Name of a part of a model.
    pub fn component(&self, part: ComponentKind) -> &'static str {
        match part {
            ComponentKind::Architecture => self.component_architecture,
            ComponentKind::Weights => self.component_weights,
            ComponentKind::IntermediateWeights => self.component_intermediate_weights,
            ComponentKind::InferenceCode => self.component_inference_code,
            ComponentKind::TrainingCode => self.component_training_code,
            ComponentKind::PreprocessingCode => self.component_preprocessing_code,
            ComponentKind::EvaluationCode => self.component_evaluation_code,
            ComponentKind::Libraries => self.component_libraries,
            ComponentKind::Data => self.component_data,
            ComponentKind::EvaluationData => self.component_evaluation_data,
            ComponentKind::EvaluationResults => self.component_evaluation_results,
            ComponentKind::SampleOutputs => self.component_sample_outputs,
            ComponentKind::Metadata => self.component_metadata,
            ComponentKind::DataCard => self.component_data_card,
            ComponentKind::ModelCard => self.component_model_card,
            ComponentKind::TechnicalReport => self.component_technical_report,
            ComponentKind::Paper => self.component_paper,
        }
    }

    /// Name of a class of the Model Openness Framework.
    pub fn openness_class(&self, class: OpennessClass) -> &'static str {
        match class {
            OpennessClass::OpenScience => self.class_1,
            OpennessClass::OpenTooling => self.class_2,
            OpennessClass::OpenModel => self.class_3,
            OpennessClass::Unclassified => self.class_none,
        }
    }

    /// “1 event”, “90 events”.
    pub fn events(&self, count: usize) -> String {
        counted(self.events_one, self.events_many, count)
    }

    /// “1 model”, “60 models”.
    pub fn models(&self, count: usize) -> String {
        counted(self.models_one, self.models_many, count)
    }

    /// “1 point”, “4.2 points”.
    pub fn points(&self, points: Decimal) -> String {
        measured(self.points_one, self.points_many, points)
    }

    /// “1 month”, “4.3 months”.
    pub fn months(&self, months: Decimal) -> String {
        measured(self.months_one, self.months_many, months)
    }

    /// “1 day”, “12 days”.
    pub fn days(&self, days: usize) -> String {
        counted(self.days_one, self.days_many, days)
    }

    /// “1 source”, “3 sources”.
    pub fn sources_count(&self, count: usize) -> String {
        counted(self.sources_one, self.sources_many, count)
    }

    /// “2 items could not be shown”.
    pub fn issues(&self, count: usize) -> String {
        counted(self.issues_one, self.issues_many, count)
    }
}

/// The pattern for one or the pattern for many, with the count in the place of `{count}`.
pub fn counted(one: &str, many: &str, count: usize) -> String {
    let pattern = if count == 1 { one } else { many };
    fill(pattern, &[("count", &count.to_string())])
}

/// The same for what is measured and may be between two whole numbers.
fn measured(one: &str, many: &str, number: Decimal) -> String {
    let pattern = if number == Decimal::whole(1) {
        one
    } else {
        many
    };
    fill(pattern, &[("count", &number.to_string())])
}

#[cfg(test)]
mod tests {
    use crate::decimal::Decimal;
    use crate::locale::ENGLISH;

    #[test]
    fn counts_in_words() {
        assert_eq!(ENGLISH.events(1), "1 event");
        assert_eq!(ENGLISH.events(0), "0 events");
        assert_eq!(ENGLISH.points(Decimal::whole(1)), "1 point");
        assert_eq!(ENGLISH.months(Decimal::power_of_ten(-1)), "0.1 months");
    }
}
