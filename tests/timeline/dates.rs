//! Dates and ranges.

use open_vs_closed::date::{DateRange, PartialDate, range_from_days};
use proptest::prelude::*;

use crate::strategies::*;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_date_covers_something_and_prints_as_it_is_read(date in date()) {
        prop_assert!(date.first_day() < date.end_day());
        prop_assert!(f64::from(date.first_day()) < date.midpoint());
        prop_assert!(date.midpoint() < f64::from(date.end_day()));
        prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
        let json = serde_json::to_string(&date).map_err(|error| error.to_string());
        prop_assert_eq!(json.clone(), Ok(format!("\"{date}\"")));
        prop_assert_eq!(serde_json::from_str::<PartialDate>(&json.unwrap_or_default()).ok(), Some(date));
    }

    #[test]
    fn dates_are_in_the_order_of_time(a in date(), b in date()) {
        let key = |date: PartialDate| (date.first_day(), date.precision());
        prop_assert_eq!(a.cmp(&b), key(a).cmp(&key(b)));
    }

    #[test]
    fn every_text_is_a_date_or_a_sentence(text in "[-0-9/a-z]{0,12}|.{0,60}") {
        match PartialDate::parse(&text) {
            Ok(date) => prop_assert_eq!(date.to_string(), text),
            Err(error) => {
                let sentence = error.to_string();
                let start: String = text.chars().take(40).collect();
                let start = format!("\"{start}");
                prop_assert!(sentence.starts_with(&start), "{}", sentence);
                prop_assert!(sentence.ends_with("is not a date; write 2021, 2021-06 or 2021-06-09"));
            }
        }
    }

    #[test]
    fn a_range_keeps_its_days(a in date(), b in date()) {
        if let Some(range) = DateRange::new(a, b) {
            let (start, end) = range.days();
            prop_assert!(start < end);
            prop_assert_eq!(DateRange::parse(&range.to_string()), Ok(range));
            let again = range_from_days(start.into(), end.into());
            prop_assert_eq!(again.days(), (start, end));
            prop_assert!(again.to_string().len() <= "-9999-12-31/-9999-12-31".len());
        } else {
            prop_assert!(b.end_day() <= a.first_day());
        }
    }

    #[test]
    fn days_are_there_and_back(day in -4_371_587..=2_932_896i32) {
        let date = PartialDate::from_day(day);
        let (month, number) = (date.month().unwrap_or(0), date.day().unwrap_or(0));
        let again = PartialDate::from_year_month_day(date.year(), month, number);
        prop_assert_eq!(again, Some(date));
        prop_assert_eq!(date.first_day(), day);
    }
}
