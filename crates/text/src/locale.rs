use std::fmt::Debug;

use quiz::{Date, Range};

/// What a language does with numbers, lists and dates. A browser knows it, and natively ICU does.
pub trait Locale: Debug {
    /// The form of a word that stands with a number, or with a range of numbers: a plural category of
    /// CLDR, by its name ("one", "few", "other").
    fn plural(&self, range: Range) -> String;

    /// "fine lines, pores and acne scars".
    fn list(&self, items: &[&str]) -> String;

    /// "22 November 2026".
    fn date(&self, date: Date) -> String;

    /// Whether it is written from right to left.
    fn is_rtl(&self) -> bool;
}

/// What can be said of a language that nothing is known of.
#[derive(Debug)]
pub struct Plain;

impl Locale for Plain {
    fn plural(&self, _: Range) -> String {
        String::new()
    }

    fn list(&self, items: &[&str]) -> String {
        items.join(", ")
    }

    fn date(&self, date: Date) -> String {
        let pad = |number: u32| {
            if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() }
        };
        [date.year.to_string(), pad(date.month), pad(date.day)].join("-")
    }

    fn is_rtl(&self) -> bool {
        false
    }
}
