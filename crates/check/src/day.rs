//! A day is a day anywhere on earth.

use data::Path;
use quiz::Date;

use super::document::Found;

/// Whether a day has begun nowhere on earth yet while it is `today` for whoever asks. The clocks
/// furthest ahead are 14 hours before UTC, so that somewhere it is tomorrow already: what was
/// signed this morning in Auckland is not in the future for a check in London.
pub(super) fn is_future(day: Date, today: Date) -> bool {
    day > after(today)
}

/// Whether a day is more than a year ago, where the check is run.
pub(super) fn is_over_a_year_ago(day: Date, today: Date) -> bool {
    Date { year: day.year + 1, ..day } < today
}

/// Says that a day is in the future, if it is.
pub(super) fn future(found: &mut Found<'_>, at: &Path, day: Date, today: Date) {
    if is_future(day, today) {
        found.error("date/future", at, "is in the future.", "Write the day it was done.");
    }
}

fn after(day: Date) -> Date {
    let Date { year, month, day } = day;
    Date::new(year, month, day + 1).or_else(|| Date::new(year, month + 1, 1)).unwrap_or(Date {
        year: year + 1,
        month: 1,
        day: 1,
    })
}

#[cfg(test)]
mod tests {
    use super::{Date, is_future, is_over_a_year_ago};

    fn day(text: &str) -> Date {
        Date::read(text).expect("a day")
    }

    #[test]
    fn tomorrow_has_begun_somewhere_and_the_day_after_nowhere() {
        for (today, tomorrow, later) in [
            ("2026-11-27", "2026-11-28", "2026-11-29"),
            ("2026-11-30", "2026-12-01", "2026-12-02"),
            ("2026-12-31", "2027-01-01", "2027-01-02"),
            ("2028-02-28", "2028-02-29", "2028-03-01"),
            ("2027-02-28", "2027-03-01", "2027-03-02"),
        ] {
            let [today, tomorrow, later] = [today, tomorrow, later].map(day);
            assert!(!is_future(today, today) && !is_future(tomorrow, today), "{tomorrow:?}");
            assert!(is_future(later, today), "{later:?}");
        }
    }

    #[test]
    fn a_year_is_over_where_the_check_is_run() {
        for (then, last, over) in [
            ("2025-11-27", "2026-11-27", "2026-11-28"),
            ("2025-12-31", "2026-12-31", "2027-01-01"),
            ("2024-02-29", "2025-02-28", "2025-03-01"),
        ] {
            let [then, last, over] = [then, last, over].map(day);
            assert!(!is_over_a_year_ago(then, last) && is_over_a_year_ago(then, over), "{then:?}");
        }
    }
}
