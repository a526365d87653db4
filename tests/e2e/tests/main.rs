//! All end-to-end tests, in the engine that `OVC_ENGINE` names.

mod accessible;
mod attributes;
mod back;
mod bad_data;
mod beside;
mod card;
mod chunks;
mod colours;
mod compare;
mod decide;
mod decide_computed;
mod definition;
mod embedded;
mod examples;
mod failures;
mod filters;
mod follow;
mod frame;
mod frontier;
mod frontier_small;
mod guest;
mod host_api;
mod hosts;
mod keyboard;
mod languages;
mod layout;
mod life;
mod links;
mod loading;
mod lost;
mod models;
mod motion;
mod odd_hosts;
mod overview;
mod packages;
mod paper;
mod phone;
mod policy;
mod prices;
mod properties;
mod range;
mod right_to_left;
mod scale;
mod search;
mod side_by_side;
mod sources;
mod standalone;
mod static_first;
mod story;
mod support;
mod tooltip;
mod trap;
mod waiting;
mod widths;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};
use open_vs_closed_e2e::setting::Engine;
use support::Test;

/// The longest first: they should not be left over at the end.
const TESTS: &[&[Test]] = &[
    card::TESTS,
    prices::TESTS,
    keyboard::TESTS,
    follow::TESTS,
    accessible::TESTS,
    widths::TESTS,
    layout::TESTS,
    beside::TESTS,
    story::TESTS,
    languages::TESTS,
    colours::TESTS,
    motion::TESTS,
    embedded::TESTS,
    compare::TESTS,
    properties::TESTS,
    range::TESTS,
    tooltip::TESTS,
    overview::TESTS,
    links::TESTS,
    scale::TESTS,
    paper::TESTS,
    filters::TESTS,
    search::TESTS,
    side_by_side::TESTS,
    decide::TESTS,
    attributes::TESTS,
    host_api::TESTS,
    static_first::TESTS,
    back::TESTS,
    phone::TESTS,
    policy::TESTS,
    failures::TESTS,
    bad_data::TESTS,
    hosts::TESTS,
    right_to_left::TESTS,
    guest::TESTS,
    life::TESTS,
    trap::TESTS,
    waiting::TESTS,
    chunks::TESTS,
    loading::TESTS,
    lost::TESTS,
    odd_hosts::TESTS,
    frame::TESTS,
    examples::TESTS,
];

/// Of what is computed, said and built: it is the same in every engine, and one opens it.
const IN_ONE_ENGINE: &[&[Test]] = &[
    standalone::TESTS,
    frontier::TESTS,
    frontier_small::TESTS,
    definition::TESTS,
    models::TESTS,
    sources::TESTS,
    packages::TESTS,
    decide_computed::TESTS,
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let is_the_one = matches!(Engine::from_environment(), Ok(Engine::Chromium));
    let once = if is_the_one { IN_ONE_ENGINE } else { &[] };
    let tests = TESTS.iter().chain(once).copied().flatten();
    let trials = tests
        .map(|test| Trial::test(test.name, || support::run(test).map_err(Into::into)))
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    support::end();
    conclusion.exit_code()
}
