//! The mark of an event, a button.

use yew::prelude::*;

use super::extent::Extent;
use crate::dataset::Event;
use crate::date::Precision;
use crate::ui::components::side;
use crate::ui::context::{App, attr, flag, use_app};
use crate::ui::dataset_prop::SharedDataset;
use crate::ui::svg::{px, translate};

/// The label beside a mark.
#[derive(Clone, PartialEq)]
pub(super) struct MarkLabel {
    /// Its left end, in CSS pixels from the middle of the mark.
    pub x: f64,
    pub text: AttrValue,
    /// Whether it is the event's title in short.
    pub is_short: bool,
}

/// Lengths are rounded as they are drawn, so that a pan does not change the props.
#[derive(PartialEq, Properties)]
pub(super) struct EventMarkProps {
    /// Position of the event in the data set.
    pub event: usize,
    pub x: f64,
    pub y: f64,
    pub diameter: f64,
    /// Size of the target.
    pub target: f64,
    pub label: Option<MarkLabel>,
    pub extent: Extent,
    pub is_selected: bool,
}

/// An event on the axis. The group of all marks handles clicks and keys.
#[component]
pub(super) fn EventMark(props: &EventMarkProps) -> Html {
    let app = use_app();
    let short = props.label.as_ref().filter(|label| label.is_short);
    let name = use_memo(
        (
            SharedDataset::from(app.data.clone()),
            props.event,
            short.map(|label| label.text.clone()),
        ),
        |(data, position, short)| {
            let event = data.events().get(*position);
            event.map(|event| AttrValue::from(name_of(&app, event, short.as_deref())))
        },
    );
    let Some(event) = app.data.events().get(props.event) else {
        return Html::default();
    };
    let is_hollow = event.date.precision() != Precision::Day || !event.disputed.is_empty();
    let class = classes!(
        "ovc-mark",
        side::class_of(event.side),
        weight_class(event.weight),
        is_hollow.then_some("is-hollow"),
    );
    html! {
        <g {class} role="button" part="event" tabindex="-1" data-id={attr(&event.id)} aria-label={(*name).clone()}
            aria-pressed={flag(props.is_selected)} transform={translate(props.x, props.y)}>
            <circle class="ovc-hit ovc-ring" r={px(props.target / 2.0)} />
            { for props.extent.bars.iter().map(|(x, width)| html! {
                <rect class="ovc-span" x={px(*x)} y={px(props.extent.bar_top)} width={px(*width)} height="7" rx="3.5" />
            }) }
            if let Some(whisker) = &props.extent.whisker {
                <path class="ovc-whisker" d={whisker.clone()} />
            }
            <path class="ovc-dot" d={side::outline(event.side, props.diameter / 2.0)} />
            if let Some(label) = &props.label {
                <text class="ovc-mark-label" x={px(label.x)} y="4.5">{ &label.text }</text>
            }
        </g>
    }
}

/// The accessible name of an event's mark. It contains the text beside the mark.
fn name_of(app: &App, event: &Event, short: Option<&str>) -> String {
    let date = app.spoken_date(event);
    let side = app.words.side(event.side);
    match short.filter(|short| !event.title.contains(short)) {
        Some(short) => format!("{}, {short}, {date}, {side}", event.title),
        None => format!("{}, {date}, {side}", event.title),
    }
}

fn weight_class(weight: u8) -> &'static str {
    match weight {
        3 => "is-weight-3",
        2 => "is-weight-2",
        _ => "is-weight-1",
    }
}
