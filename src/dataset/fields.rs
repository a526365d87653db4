//! How single fields are deserialised: `deserialize_with` functions for the types of the data set.
//!
//! Each checks what the type alone does not say (limits, empty text, addresses), and its error says
//! what to write instead. None of them is called for `null` and `""`, which count as left out.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde_json::value::RawValue;

use super::object::{fields, is_left_out, parse};
use super::problem::Problem;
use super::text::Text;
use super::vocabulary::{Side, Vocabulary, unknown};
use crate::decimal::Decimal;

/// Largest number of tokens, parameters or dollars.
const MAX_AMOUNT: Decimal = Decimal::power_of_ten(12);

/// Most months that a preset may have: a century.
const MAX_MONTHS: u16 = 1200;

/// Shortens a text that is quoted in a message.
pub(super) fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A text that has more than white space.
pub(super) fn filled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    let text = Text::deserialize(deserializer)?;
    check_filled(&text).map_err(D::Error::custom)?;
    Ok(text)
}

/// Checks a text that must not be empty.
pub(super) fn check_filled(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err("is empty".to_owned());
    }
    Ok(())
}

/// A list of records inside a record.
pub(super) fn records<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let items = Vec::<&RawValue>::deserialize(deserializer)?;
    let records = items.into_iter().map(|item| parse(item.get()));
    records.collect::<Result<_, _>>().map_err(D::Error::custom)
}

/// A record inside a record.
pub(super) fn optional_record<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let raw = <&RawValue>::deserialize(deserializer)?;
    parse(raw.get()).map(Some).map_err(D::Error::custom)
}

/// Sides in the order of the interface, each once.
pub(super) fn sides<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Side>, D::Error> {
    let listed = Vec::<Side>::deserialize(deserializer)?;
    let mut sides = Side::ALL.to_vec();
    sides.retain(|side| listed.contains(side));
    Ok(sides)
}

/// Whether a text has the form of a BCP 47 tag.
pub fn is_language_tag(text: &str) -> bool {
    text.split('-').all(|part| {
        matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// A language tag.
pub(super) fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    let tag = Text::deserialize(deserializer)?;
    if !is_language_tag(&tag) {
        let shown = beginning(&tag);
        return Err(D::Error::custom(format!(
            "\"{shown}\" is not a language tag; write en or ko-KR"
        )));
    }
    Ok(tag)
}

/// An address that a link may lead to.
pub(super) fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    let address = Text::deserialize(deserializer)?;
    check_address(&address).map_err(D::Error::custom)?;
    Ok(address)
}

/// An address that may be left out.
pub(super) fn optional_address<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Text>, D::Error> {
    address(deserializer).map(Some)
}

/// Checks that a link may lead to an address.
///
/// Browsers drop tabs and line breaks inside an address, so white space and control characters are
/// refused. Quotes and angle brackets do not belong in an address.
pub(super) fn check_address(address: &str) -> Result<(), String> {
    check_filled(address)?;
    let has_scheme = ["https://", "http://", "mailto:"].iter().any(|scheme| {
        address.len() > scheme.len()
            && address
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let is_bad = |letter: char| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '"' | '<' | '>')
    };
    if has_scheme && !address.contains(is_bad) {
        return Ok(());
    }
    let shown = beginning(address);
    Err(format!(
        "\"{shown}\" is refused; write an address that starts with https:// (or http://, mailto:)"
    ))
}

/// The editors' weight of an event.
pub(super) fn weight<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    let number = whole_number(raw, 1, 3).map_err(D::Error::custom)?;
    Ok(number as u8)
}

/// A weight from 0 to 10.
pub(super) fn out_of_ten<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    up_to(deserializer, 10)
}

/// A score from 0 to 4.
pub(super) fn out_of_four<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    up_to(deserializer, 4)
}

fn up_to<'de, D: Deserializer<'de>>(deserializer: D, most: u16) -> Result<u8, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    let number = whole_number(raw, 0, most).map_err(D::Error::custom)?;
    Ok(number as u8)
}

/// A number of months that may be left out.
pub(super) fn months<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    let number = whole_number(raw, 1, MAX_MONTHS).map_err(D::Error::custom)?;
    Ok(Some(number))
}

/// The whole number with these digits, within limits.
fn whole_number(raw: &RawValue, least: u16, most: u16) -> Result<u16, String> {
    let number = Decimal::parse(raw.get()).filter(|number| number.places() == 0);
    number
        .map(Decimal::to_f64)
        .filter(|number| (f64::from(least)..=f64::from(most)).contains(number))
        .map(|number| number as u16)
        .ok_or_else(|| format!("expected a whole number from {least} to {most}"))
}

/// Records by the words of a closed list.
pub(super) fn record_map<'de, D, K, T, M>(deserializer: D) -> Result<M, D::Error>
where
    D: Deserializer<'de>,
    K: Vocabulary,
    T: DeserializeOwned,
    M: FromIterator<(K, T)>,
{
    let raw = <&RawValue>::deserialize(deserializer)?;
    let fields = fields(raw.get()).map_err(D::Error::custom)?;
    let entries = fields
        .iter()
        .filter_map(|(key, value)| entry(key, value.get()).transpose());
    entries.collect::<Result<_, _>>().map_err(D::Error::custom)
}

/// One of these records; `None` for what counts as left out.
pub(super) fn entry<K: Vocabulary, T: DeserializeOwned>(
    key: &str,
    text: &str,
) -> Result<Option<(K, T)>, Problem> {
    match K::from_word(key) {
        None => Err(Problem::new("", unknown(key, K::WORDS))),
        Some(_) if is_left_out(text) => Ok(None),
        Some(word) => Ok(Some((word, parse(text)?))),
    }
}

/// A number of tokens, parameters or dollars.
pub(super) fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    within(raw, Decimal::ZERO, MAX_AMOUNT).map_err(D::Error::custom)
}

/// An amount that may be left out.
pub(super) fn optional_amount<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Decimal>, D::Error> {
    amount(deserializer).map(Some)
}

/// A score, which may be negative.
pub(super) fn score<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    within(raw, MAX_AMOUNT.times(-1), MAX_AMOUNT).map_err(D::Error::custom)
}

/// The number with these digits, within limits. It is read from the text, so it stays exact.
fn within(raw: &RawValue, min: Decimal, max: Decimal) -> Result<Decimal, String> {
    Decimal::parse(raw.get())
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| limits(min, max))
}

/// What is wrong with a number that is not within limits.
pub(super) fn limits(min: Decimal, max: Decimal) -> String {
    format!("expected a number from {min} to {max}")
}
