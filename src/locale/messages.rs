//! The words of the interface. English stands here; another language overrides it by key.

use crate::dataset::{
    ClaimKind, Confidence, EventKind, LinkStatus, Relation, Side, SourceKind, Strength,
};
use crate::state::{Filter, View};

macro_rules! messages {
    ($($(#[$doc:meta])* $key:ident = $english:literal,)*) => {
        /// The words of the interface, by key. `{…}` stands for a value; see [`fill`].
        #[derive(Clone, Debug, PartialEq)]
        pub struct Messages {
            $($(#[$doc])* #[doc = concat!("English: “", $english, "”")] pub $key: &'static str,)*
        }

        /// English.
        pub const ENGLISH: Messages = Messages { $($key: $english,)* };
    };
}

messages! {
    views = "Views",
    view_timeline = "Timeline",
    view_compare = "Compare",
    view_models = "Models",
    data_of = "Data of {date}",
    events_one = "{count} event",
    events_many = "{count} events",
    issues_one = "1 item could not be shown",
    issues_many = "{count} items could not be shown",

    side_open = "Open",
    side_both = "Both",
    side_closed = "Closed",
    side_context = "Context",
    side_between = "Weights out, not open",
    kind_release = "Release",
    kind_policy = "Law and policy",
    kind_statement = "Statement",
    kind_business = "Business",
    kind_research = "Research",
    kind_incident = "Incident",
    kind_definition = "Definition",
    confidence_confirmed = "Confirmed",
    confidence_reported = "Reported",
    confidence_disputed = "Disputed",
    source_primary = "original document",
    source_paper = "paper",
    source_press = "press",
    source_vendor = "company",
    source_dataset = "data collection",
    source_secondary = "secondary",

    timeline_axis = "Timeline",
    timeline_skip = "Skip the events on the axis",
    timeline_legend = "The larger a mark, the more weight the editors gave the event. Hollow: its day is not certain. Lines from an open event: solid is documented, dashed claimed, dotted disputed.",
    timeline_hint = "Keys: + and − zoom, 0 shows all, ← and → move the range, Enter opens, Escape closes.",
    timeline_list = "Events by year",
    zoom = "Zoom",
    zoom_in = "Zoom in",
    zoom_out = "Zoom out",
    show_all = "Show all",
    go_to_range = "Go to",
    filter_side = "Side",
    filter_kind = "Kind",
    clear_filters = "Clear filters",
    filters_pressed = "pressed",
    more = "{count} more",
    show_more = "Show {count} more",
    show_before = "Show the {count} before",
    hidden_by_filters = "The filters hide this event on the timeline.",
    search = "Search events",
    best_matches = "Best matches",
    nothing_found = "No event matches these filters.",
    nothing_found_for = "No event matches “{query}”.",
    nothing_found_among = "No event that these filters show matches “{query}”.",
    off_axis = "← {date}",
    next_event = "Next event",
    previous_event = "Previous event",
    close = "Close",
    as_axis = "Axis",
    as_list = "List",
    layout = "Layout",
    position = "Event {n} of {total}",
    announce = "Event {n} of {total}: {title}, {date}",
    choose_event = "Pick an event to read what happened, who says so, and what it led to.",
    cluster = "+{count}",
    cluster_name = "+{count} {side} events, {dates}",
    cluster_title = "{count} events, {dates}",
    cluster_zoom = "Zoom in here",
    cluster_list = "Show as a list",
    cluster_listed = "{count} more: the list has them all.",
    cluster_more = "{count} more: zoom in to see them.",
    overview = "Overview",
    overview_start = "Start of the range",
    overview_end = "End of the range",
    range_label = "Range",
    range_from = "From",
    range_to = "To",
    range_empty = "No event is dated in this range.",
    range_outside = "{count} more outside this range.",
    thread = "Follow the thread",
    thread_earlier = "Earlier in the thread",
    thread_later = "Later in the thread",
    thread_place = "{n} of {total}",
    list_earlier = "{count} earlier events",
    list_later = "{count} later events",
    link_here = "Link to this event",

    date_month_only = "day not known",
    date_year_only = "month not known",
    date_uncertain = "day not certain; sources give {dates}",
    and = "{first} and {last}",
    date_until = "{from} to {to}",
    date_since = "since {from}",
    date_disputed = "sources also give {dates}",
    kind_label = "Kind",
    level_label = "Openness",
    confidence_label = "Confidence",
    side_label = "Side",
    actors_label = "Who",
    note_label = "Note",
    sources = "Sources",
    sources_one = "1 source",
    sources_many = "{count} sources",
    source_unopened = "address not opened by the editors",
    led_here = "What led here",
    followed = "What followed",

    relation_led_to = "led to",
    relation_response_to = "was answered by",
    relation_scheduled = "announced",
    relation_contradicts = "was contradicted by",
    relation_led_to_back = "made possible by",
    relation_response_to_back = "responds to",
    relation_scheduled_back = "announced in",
    relation_contradicts_back = "contradicts",
    status_documented = "documented",
    status_claimed = "claimed",
    status_disputed = "disputed",

    compare_gradient = "From closed to open: six ways to release a model",
    compare_run = "Who can run it",
    compare_study = "Who can study it",
    compare_examples = "Examples",
    compare_table = "The argument, question by question",
    compare_dimension = "Question",
    case_open = "The case for open",
    case_closed = "The case for closed",
    evidence = "What the evidence says",
    contested = "What is contested",
    crux = "What would change one’s mind",
    swap_sides = "Swap sides",

    compare_models = "Models in the data",
    compare_first = "First column",
    compare_second = "Second column",
    cited_by = "Claims that rest on this",
    counts_open = "counts as open",
    counts_between = "weights are out, does not count as open",
    counts_closed = "counts as closed",

    definition = "“Open” means",
    definitions = "The definitions to choose from",
    definition_in_force = "“Open” here: {definition}.",
    definition_moved = "{events} and {models} change sides, compared with “{from}”.",
    definition_unknown = "Left where they are, because their openness is not known: {events}.",

    models_one = "{count} model",
    models_many = "{count} models",
    models_table = "Notable models",
    models_count = "{count} of {total} models.",
    models_search = "Search models",
    models_pick = "Compare {name}",
    models_compare = "Side by side",
    models_differs = "differs",
    models_picked = "Side by side: {count} of {most}. Tick a model, or pick its mark in a chart.",
    models_full = "{most} models stand side by side: take one away to add another.",
    models_yardsticks = "What others have measured",
    models_none = "No model matches these filters.",
    filter_level = "Openness",
    filter_developer = "Developer",
    filter_year = "Year",
    filter_any = "All",
    unknown = "unknown",
    field_name = "Model",
    field_country = "Country",
    field_released = "Released",
    field_licence = "Licence",
    field_total = "Parameters (billions)",
    field_active = "Active parameters (billions)",
    field_context = "Context (tokens)",
    field_input = "Input price",
    field_cached = "Cached input price",
    field_output = "Output price",
    field_tester = "Measured by",
    field_score = "Score",
    field_source = "Source",
    field_since = "Since",
    price_unit = "US dollars per million tokens",
    frontier = "The frontier: best open and best closed score so far",
    best_open = "best open score so far",
    best_closed = "best closed score so far",
    other_models = "other models",
    benchmark = "Benchmark",
    benchmarks = "What the other benchmarks measure",
    frontier_closed = "{benchmark}, {date}: best closed {closed_value} ({closed}), best open {open_value} ({open}). Closed led by {gap} points; a closed model had reached the best open score {lag} months earlier.",
    frontier_level = "{benchmark}, {date}: best closed {closed_value} ({closed}), best open {open_value} ({open}). The two were level; a closed model had reached this score {lag} months earlier.",
    frontier_open = "{benchmark}, {date}: best open {open_value} ({open}), best closed {closed_value} ({closed}). Open led by {gap} points.",
    frontier_none = "{benchmark}, {date}: there are not both an open and a closed score yet.",
    left_out_filtered = "Not in the chart, because the filters leave them out: {models}.",
    left_out_unscored = "Not in the chart, without a score here: {models}.",
    left_out_undated = "Not in the chart, without a date: {models}.",
    left_out_between = "On neither line, because they count neither as open nor as closed: {models}.",
    measured_by = "{name}: measured by {tester}.",
    not_sure = "{name}: {confidence}.",
    testers_differ = "The testers differ, so the gap is a rough one.",
    caution = "With care:",
    yardsticks_differ = "Each of these has a yardstick of its own. Ours takes, for one benchmark at a time, the best score that a source reports for a model, on the day of its release; the lag is the time since closed models first had the score that open models have now. The others use votes, an index of many tests, or averages over years.",
    read_at = "Read at",
    prices = "List prices over time",
    price_kind = "Price",
    prices_at = "{date}: {ranges}.",
    prices_range = "{side} from {low} to {high} US dollars ({models})",
    left_out_unpriced = "Not in the chart, without such a price: {models}.",
    left_out_free = "Not in the chart, with a price of zero: {models}.",
    chart_empty = "No model that is shown has a value here.",
    chart_data = "The figures as a table",
    claim_fact = "fact",
    claim_forecast = "forecast",
    claim_value = "value judgement",
    strength_settled = "settled",
    strength_contested = "contested",
    strength_open = "open question",
}

impl Messages {
    /// Name of a view.
    pub fn view(&self, view: View) -> &'static str {
        match view {
            View::Timeline => self.view_timeline,
            View::Compare => self.view_compare,
            View::Models => self.view_models,
        }
    }

    /// Name of a side.
    pub fn side(&self, side: Side) -> &'static str {
        match side {
            Side::Open => self.side_open,
            Side::Both => self.side_both,
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

    /// How the earlier event of a link bears on the later one.
    pub fn relation_forward(&self, relation: Relation) -> &'static str {
        match relation {
            Relation::LedTo => self.relation_led_to,
            Relation::ResponseTo => self.relation_response_to,
            Relation::Scheduled => self.relation_scheduled,
            Relation::Contradicts => self.relation_contradicts,
        }
    }

    /// The same, told from the later event.
    pub fn relation_back(&self, relation: Relation) -> &'static str {
        match relation {
            Relation::LedTo => self.relation_led_to_back,
            Relation::ResponseTo => self.relation_response_to_back,
            Relation::Scheduled => self.relation_scheduled_back,
            Relation::Contradicts => self.relation_contradicts_back,
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

    /// How firmly the evidence supports a claim.
    pub fn strength(&self, strength: Strength) -> &'static str {
        match strength {
            Strength::Settled => self.strength_settled,
            Strength::Contested => self.strength_contested,
            Strength::Open => self.strength_open,
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

    /// “1 source”, “3 sources”.
    pub fn sources_count(&self, count: usize) -> String {
        counted(self.sources_one, self.sources_many, count)
    }

    /// “2 items could not be shown”.
    pub fn issues(&self, count: usize) -> String {
        counted(self.issues_one, self.issues_many, count)
    }
}

fn counted(one: &str, many: &str, count: usize) -> String {
    let pattern = if count == 1 { one } else { many };
    fill(pattern, &[("count", &count.to_string())])
}

/// Puts values in the place of `{key}`. A key without a value stays as it is written.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(key, tail)| {
            let (_, value) = values.iter().find(|(name, _)| *name == key)?;
            Some((*value, tail))
        });
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_patterns() {
        assert_eq!(
            fill("{n} of {total}", &[("n", "4"), ("total", "{n}")]),
            "4 of {n}"
        );
        assert_eq!(fill("a {gone} {", &[("n", "4")]), "a {gone} {");
    }

    #[test]
    fn counts_in_words() {
        assert_eq!(ENGLISH.events(1), "1 event");
        assert_eq!(ENGLISH.events(0), "0 events");
    }
}
