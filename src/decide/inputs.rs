//! What a reader types into the calculator, and what is allowed.

use crate::dataset::{Assumption, CostInput, Decide, Text};
use crate::decimal::Decimal;

use super::cost::Inputs;

/// The inputs, in the order of their numbers.
const ALL: [CostInput; 8] = [
    CostInput::Tokens,
    CostInput::OutputShare,
    CostInput::CachedShare,
    CostInput::GpuPrice,
    CostInput::Gpus,
    CostInput::Throughput,
    CostInput::Utilisation,
    CostInput::People,
];

/// What is allowed in an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The least number.
    pub least: Decimal,
    /// The largest number.
    pub most: Decimal,
    /// Whether it must be a whole number.
    pub is_whole: bool,
    /// By how much an arrow key changes it.
    pub step: &'static str,
}

/// What is allowed in an input. The limits keep every result a number that can be read.
pub fn limits(input: CostInput) -> Limits {
    let (least, power, step) = match input {
        CostInput::Tokens => (0, 12, "100000000"),
        CostInput::OutputShare | CostInput::CachedShare => (0, 0, "0.01"),
        CostInput::Utilisation => (0, 0, "0.05"),
        CostInput::GpuPrice => (0, 3, "0.05"),
        CostInput::Gpus => (1, 5, "1"),
        CostInput::Throughput => (1, 6, "100"),
        CostInput::People => (0, 9, "1000"),
    };
    Limits {
        least: Decimal::whole(least),
        most: Decimal::power_of_ten(power),
        is_whole: input == CostInput::Gpus,
        step,
    }
}

/// Reads what was typed; `None` where it is no number, or not allowed.
pub fn parse(input: CostInput, text: &str) -> Option<Decimal> {
    let text = text.trim();
    // HTML allows a number without a digit before its point.
    let number = match text.strip_prefix('.') {
        Some(_) => Decimal::parse(&format!("0{text}")),
        None => Decimal::parse(text),
    };
    let limits = limits(input);
    number.filter(|number| {
        let is_allowed = !limits.is_whole || number.places() == 0;
        is_allowed && (limits.least..=limits.most).contains(number)
    })
}

/// The assumption of the data set for an input.
pub fn assumption(decide: &Decide, input: CostInput) -> Option<&Assumption> {
    decide.cost.iter().find(|item| item.id == input)
}

/// What a reader has typed into one input.
#[derive(Clone, Debug, PartialEq)]
pub struct CostEntry {
    input: CostInput,
    text: Text,
    /// The last number that was allowed.
    valid: Option<Decimal>,
}

/// What a reader has changed in the calculator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostEntries {
    /// Id of the model whose prices count; `None` means the default.
    pub model: Option<Text>,
    typed: Vec<CostEntry>,
}

impl CostEntries {
    fn entry(&self, input: CostInput) -> Option<&CostEntry> {
        self.typed.iter().find(|entry| entry.input == input)
    }

    /// Takes what was typed. What is not allowed leaves the last allowed number in force.
    pub fn enter(&mut self, input: CostInput, text: &str) {
        let number = parse(input, text);
        let valid = number.or_else(|| self.entry(input)?.valid);
        self.typed.retain(|entry| entry.input != input);
        self.typed.push(CostEntry {
            input,
            text: text.into(),
            valid,
        });
    }

    /// What stands in an input.
    pub fn text(&self, decide: &Decide, input: CostInput) -> Text {
        match self.entry(input) {
            Some(entry) => entry.text.clone(),
            None => self.value(decide, input).to_string().into(),
        }
    }

    /// The number that counts: the last one that was allowed, or the default.
    pub fn value(&self, decide: &Decide, input: CostInput) -> Decimal {
        let own = self.entry(input).and_then(|entry| entry.valid);
        let default = || assumption(decide, input).map(|item| item.value);
        own.or_else(default).unwrap_or_default()
    }

    /// Whether what stands in an input is not allowed.
    pub fn is_wrong(&self, input: CostInput) -> bool {
        let entry = self.entry(input);
        entry.is_some_and(|entry| parse(input, &entry.text).is_none())
    }

    /// The numbers that count.
    pub fn inputs(&self, decide: &Decide) -> Inputs {
        Inputs::from_decimals(ALL.map(|input| self.value(decide, input)))
    }
}
