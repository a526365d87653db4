//! What a month costs through an API and on rented GPUs.
//!
//! * Cost through the API = input tokens that are not cached × input price, and cached input tokens × cached
//!   price, and output tokens × output price. Output tokens = tokens × share of output; cached input tokens =
//!   input tokens × share of cached input.
//! * Cost of self-hosting = price of a GPU per hour × GPUs × 730 hours + people. It does not depend on tokens.
//! * Break-even = cost of self-hosting ÷ cost of a token through the API.
//! * Capacity = GPUs × tokens per second × utilisation × 3,600 seconds × 730 hours.

use crate::dataset::Price;
use crate::decimal::Decimal;

/// Hours in a month: 365 days of 24 hours, in twelve parts.
pub const HOURS_PER_MONTH: f64 = 730.0;

const SECONDS_PER_HOUR: f64 = 3600.0;

/// Prices are per so many tokens.
const MILLION: f64 = 1e6;

/// The volumes of a chart, as powers of ten.
const LEAST_POWER: i32 = 6;
const MOST_POWER: i32 = 12;

/// The least room beside what is marked, as a part of a power of ten.
const ROOM: f64 = 0.2;

/// What the calculator is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Tokens per month, input and output together.
    pub tokens: f64,
    /// The share of output in all tokens, 0 to 1.
    pub output_share: f64,
    /// The share of cached input in all input, 0 to 1.
    pub cached_share: f64,
    /// US$ per hour and GPU.
    pub gpu_price: f64,
    /// Number of GPUs.
    pub gpus: f64,
    /// Tokens per second that a busy GPU serves.
    pub throughput: f64,
    /// The share of the time in which the GPUs are busy, 0 to 1.
    pub utilisation: f64,
    /// US$ per month.
    pub people: f64,
}

/// Prices of an API, in US$ per million tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    /// Of input.
    pub input: f64,
    /// Of cached input; the same as of input where no such price is listed.
    pub cached: f64,
    /// Of output.
    pub output: f64,
}

impl From<&Price> for Prices {
    fn from(price: &Price) -> Self {
        Self {
            input: price.input.to_f64(),
            cached: price.cached.unwrap_or(price.input).to_f64(),
            output: price.output.to_f64(),
        }
    }
}

/// What the calculator finds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Through the API, in US$ per month.
    pub api: f64,
    /// The same of one token.
    pub api_token: f64,
    /// Of self-hosting, in US$ per month.
    pub self_host: f64,
    /// Tokens per month at which both cost the same; `None` where the API costs nothing.
    pub break_even: Option<f64>,
    /// Tokens per month that the GPUs can serve.
    pub capacity: f64,
}

impl Costs {
    /// The costs by the formulas of this module.
    pub fn new(inputs: &Inputs, prices: &Prices) -> Self {
        let input_share = 1.0 - inputs.output_share;
        let cached = input_share * inputs.cached_share;
        let million = (input_share - cached) * prices.input
            + cached * prices.cached
            + inputs.output_share * prices.output;
        let api_token = million / MILLION;
        let self_host = inputs.gpu_price * inputs.gpus * HOURS_PER_MONTH + inputs.people;
        Self {
            api: inputs.tokens * million / MILLION,
            api_token,
            self_host,
            break_even: (api_token > 0.0).then(|| self_host / api_token),
            capacity: inputs.gpus
                * inputs.throughput
                * inputs.utilisation
                * SECONDS_PER_HOUR
                * HOURS_PER_MONTH,
        }
    }

    /// Whether the GPUs cannot serve the volume at which both cost the same.
    pub fn is_out_of_reach(&self) -> bool {
        self.break_even.is_some_and(|tokens| tokens > self.capacity)
    }
}

/// The two lines of the chart: costs by tokens per month, both axes from one power of ten to another.
#[derive(Clone, Debug, PartialEq)]
pub struct CostLines {
    /// The least and the largest volume.
    pub volumes: (f64, f64),
    /// The least and the largest cost.
    pub costs: (f64, f64),
}

impl CostLines {
    /// The axes that have room for the volume now, for the break-even and for the capacity. `None` where the API
    /// or self-hosting costs nothing, which has no place on a logarithmic axis.
    pub fn new(tokens: f64, costs: &Costs) -> Option<Self> {
        if costs.api_token <= 0.0 || costs.self_host <= 0.0 {
            return None;
        }
        let shown = [Some(tokens), costs.break_even, Some(costs.capacity)];
        let powers = shown.into_iter().flatten().filter(|volume| *volume > 0.0);
        let powers: Vec<f64> = powers.map(f64::log10).collect();
        let within = |power: i32| power.clamp(LEAST_POWER, MOST_POWER);
        let least = powers.iter().copied().fold(f64::MAX, f64::min);
        let most = powers.iter().copied().fold(f64::MIN, f64::max);
        let low = within((least - ROOM).floor() as i32).min(MOST_POWER - 2);
        let high = within((most + ROOM).ceil() as i32).max(low + 2);
        let volumes = (10_f64.powi(low), 10_f64.powi(high));
        let ends = [volumes.0, volumes.1].map(|volume| volume * costs.api_token);
        let cheapest = ends[0].min(costs.self_host).log10().floor() as i32;
        let dearest = ends[1].max(costs.self_host).log10().ceil() as i32;
        Some(Self {
            volumes,
            costs: (
                10_f64.powi(cheapest),
                10_f64.powi(dearest.max(cheapest + 1)),
            ),
        })
    }

    /// The powers of ten from one number to another.
    pub fn powers((low, high): (f64, f64)) -> Vec<f64> {
        let (low, high) = (low.log10().round() as i32, high.log10().round() as i32);
        (low..=high).map(|power| 10_f64.powi(power)).collect()
    }

    /// Which part of the way from the least to the largest a number is on a logarithmic axis, 0 to 1.
    pub fn part(value: f64, (low, high): (f64, f64)) -> f64 {
        let part = (value / low).log10() / (high / low).log10();
        part.clamp(0.0, 1.0)
    }
}

impl Inputs {
    /// From decimals in the order of `CostInput`.
    pub(super) fn from_decimals(values: [Decimal; 8]) -> Self {
        let [
            tokens,
            output_share,
            cached_share,
            gpu_price,
            gpus,
            throughput,
            utilisation,
            people,
        ] = values.map(Decimal::to_f64);
        Self {
            tokens,
            output_share,
            cached_share,
            gpu_price,
            gpus,
            throughput,
            utilisation,
            people,
        }
    }
}
