//! Dates and countries in words, by the browser's `Intl`.

use std::cell::OnceCell;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::date::{PartialDate, Precision};
use crate::ui::{DateStyle, Formats, date_locale};

/// Dates and countries in the words of a language, by the browser's `Intl`. A tag that the browser does not take
/// falls back to English.
pub fn formats(lang: &str) -> Formats {
    const YEAR: (&str, &str) = ("year", "numeric");
    const MONTH: (&str, &str) = ("month", "long");
    const DAY: (&str, &str) = ("day", "numeric");
    const FIELDS: [&[(&str, &str)]; 6] = [
        &[YEAR],
        &[YEAR, MONTH],
        &[YEAR, MONTH, DAY],
        &[YEAR],
        &[("month", "short")],
        &[DAY],
    ];
    let lang = date_locale(lang).to_owned();
    // Made when they are first needed: each takes milliseconds.
    let made: [OnceCell<Option<Function>>; 2 * FIELDS.len()] = Default::default();
    let region_names = OnceCell::new();
    let region_lang = lang.clone();
    let dates = Formats::new(move |date, style| {
        let precision = match date.precision() {
            Precision::Year => 0,
            Precision::Month => 1,
            Precision::Day => 2,
        };
        let which = match style {
            DateStyle::Full => precision,
            DateStyle::Finest => precision + 3,
        };
        // Without its era a year before 1000 would be read as another one.
        let is_early = date.year() < 1000;
        let make = || {
            let formatter = |lang| formatter(lang, FIELDS[which], is_early);
            formatter(&lang)
                .or_else(|_| formatter(date_locale("en")))
                .ok()
        };
        let place = which + usize::from(is_early) * FIELDS.len();
        let formatter = made[place].get_or_init(make).as_ref();
        formatter
            .and_then(|formatter| format(formatter, date))
            .unwrap_or_else(|| date.to_string())
    });
    dates.with_regions(move |code| {
        let names = region_names.get_or_init(|| regions(&region_lang).ok());
        let names = names.as_ref()?;
        let of: Function = Reflect::get(names, &"of".into()).ok()?.dyn_into().ok()?;
        // Throws for what is no code.
        of.call1(names, &code.into()).ok()?.as_string()
    })
}

fn regions(lang: &str) -> Result<JsValue, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into())?;
    construct("DisplayNames", lang, &options)
}

/// Makes one of the objects of `Intl`. A bad tag can be caught here, where a typed constructor would
/// throw through Rust.
fn construct(class: &str, lang: &str, options: &Object) -> Result<JsValue, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let class: Function = Reflect::get(&intl, &class.into())?.dyn_into()?;
    Reflect::construct(&class, &Array::of2(&lang.into(), options))
}

fn formatter(lang: &str, fields: &[(&str, &str)], is_early: bool) -> Result<Function, JsValue> {
    let options = Object::new();
    for (key, value) in fields {
        Reflect::set(&options, &(*key).into(), &(*value).into())?;
        if is_early && *key == "year" {
            Reflect::set(&options, &"era".into(), &"short".into())?;
        }
    }
    // The calendar of the data is Gregorian, and its days begin nowhere in particular.
    Reflect::set(&options, &"timeZone".into(), &"UTC".into())?;
    Reflect::set(&options, &"calendar".into(), &"gregory".into())?;
    let format = construct("DateTimeFormat", lang, &options)?;
    Ok(format.unchecked_into::<Intl::DateTimeFormat>().format())
}

fn format(formatter: &Function, date: PartialDate) -> Option<String> {
    let milliseconds = f64::from(date.first_day()) * 86_400_000.0;
    formatter
        .call1(&JsValue::NULL, &milliseconds.into())
        .ok()
        .and_then(|text| text.as_string())
}
