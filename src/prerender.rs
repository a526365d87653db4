//! Renders static HTML natively, with the components of the live view. Given a data set; returns
//! markup that is complete without scripts.

use core::future::Future;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use icu_datetime::fieldsets::{D, M, Y, YM, YMD};
use icu_datetime::input::Date;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_locale_core::Locale;
use yew::{BaseComponent, LocalServerRenderer};

use crate::dataset::Dataset;
use crate::date::{PartialDate, Precision};
use crate::locale::Messages;
use crate::ui::{DateStyle, Formats, StaticPage, StaticPageProps, date_locale};

/// Every view of the data set as HTML, to be put inside `<open-vs-closed>`.
///
/// `messages` are the words of the interface; `heading_level` is the level of the widget's own heading, 1 to 5.
///
/// # Errors
/// Where the language of the data set is no BCP 47 tag, or no dates can be written in it.
pub fn static_html(
    data: Dataset,
    messages: &'static Messages,
    heading_level: u8,
) -> Result<String, String> {
    let formats = formats(&data.meta().lang)?;
    let props = StaticPageProps {
        data: data.into(),
        formats,
        messages,
        heading_level,
    };
    // Not hydratable: the live view replaces the static one, and hydration would panic where a
    // host's software strips comments.
    Ok(rendered::<StaticPage>(props))
}

/// A component as HTML without marks for hydration.
fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    block_on(renderer.render())
}

/// Polls a future until it is ready. Nothing in the static page waits, so there is no need to sleep.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Dates as the browser's `Intl` writes them: both take them from CLDR.
fn formats(lang: &str) -> Result<Formats, String> {
    let locale: Locale = date_locale(lang)
        .parse()
        .map_err(|_| format!("meta.lang: \"{lang}\" is not a language tag; write en or ko-KR"))?;
    let preferences = DateTimeFormatterPreferences::from(&locale);
    macro_rules! formatter {
        ($fields:expr) => {
            FixedCalendarDateTimeFormatter::try_new(preferences, $fields)
                .map_err(|error| format!("no dates in {lang}: {error}"))?
        };
    }
    let (year, year_month) = (formatter!(Y::long()), formatter!(YM::long()));
    let (year_month_day, month, day) = (
        formatter!(YMD::long()),
        formatter!(M::medium()),
        formatter!(D::medium()),
    );
    Ok(Formats::new(move |date: PartialDate, style| {
        let civil = Date::try_new_gregorian(
            date.year(),
            date.month().unwrap_or(1),
            date.day().unwrap_or(1),
        );
        let Ok(civil) = civil else {
            return date.to_string();
        };
        match (style, date.precision()) {
            (_, Precision::Year) => year.format(&civil).to_string(),
            (DateStyle::Full, Precision::Month) => year_month.format(&civil).to_string(),
            (DateStyle::Full, Precision::Day) => year_month_day.format(&civil).to_string(),
            (DateStyle::Finest, Precision::Month) => month.format(&civil).to_string(),
            (DateStyle::Finest, Precision::Day) => day.format(&civil).to_string(),
        }
    }))
}
