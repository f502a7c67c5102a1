use prerender::Icu;
use quiz::{Date, Range};
use text::{Locale, Plain, Text};

use crate::files;

#[test]
fn plural_forms_are_those_of_the_language() {
    let said = |language: &str, from, to| {
        let words = files::words(language);
        let range = Range { from, to };
        [words.weeks(range), words.sessions(range).to_owned()].join("; ")
    };
    assert_eq!(said("en", 1, 1), "1 week; session");
    assert_eq!(said("en", 1, 2), "1–2 weeks; sessions");
    assert_eq!(said("es", 1, 1), "1 semana; sesión");
    assert_eq!(said("es", 4, 6), "4 a 6 semanas; sesiones");
    assert_eq!(said("ar", 1, 1), "أسبوع واحد (1); جلسة");
    assert_eq!(said("ar", 2, 2), "أسبوعان (2); جلستان");
    assert_eq!(said("ar", 3, 4), "3 إلى 4 أسابيع; جلسات");
    assert_eq!(said("ar", 12, 13), "12 إلى 13 أسبوعًا; جلسة");
    assert_eq!(said("ar", 100, 100), "100 أسبوع; جلسة");
}

#[test]
fn a_form_that_a_language_leaves_out_is_the_other_one() {
    let words = Text::new(&files::node("static/text/en.json"), Box::new(icu("ar")));
    let words = words.expect("every word is there");
    assert_eq!(words.days(Range { from: 3, to: 3 }), "3 days");
    assert_eq!(words.days(Range { from: 1, to: 1 }), "1 day");
}

#[test]
fn lists_and_dates_are_those_of_the_language() {
    let date = Date { year: 2026, month: 3, day: 5 };
    let said = |language: &str| {
        let locale = icu(language);
        (locale.list(&["a", "b", "ida"]), locale.date(date))
    };
    assert_eq!(said("en"), ("a, b, and ida".into(), "March 5, 2026".into()));
    assert_eq!(said("en-GB"), ("a, b and ida".into(), "5 March 2026".into()));
    assert_eq!(said("es"), ("a, b e ida".into(), "5 de marzo de 2026".into()));
    assert_eq!(said("ar"), ("a وb وida".into(), "5 مارس 2026".into()));
    assert_eq!(icu("es").list(&["a"]), "a");
    assert_eq!(icu("es").list(&[]), "");
}

#[test]
fn of_an_unknown_language_one_can_still_speak() {
    assert!(Icu::new("no such language").is_none());
    let date = Date { year: 2026, month: 3, day: 15 };
    assert_eq!(Plain.date(date), "2026-03-15");
    assert_eq!(Plain.list(&["a", "b"]), "a, b");
}

#[test]
fn a_text_goes_into_messages_only() {
    let text = "a b\n– 1&2?";
    let carried = |address: &str| text::carried(address, text);
    let sent = "a%20b%0D%0A%E2%80%93%201%262%3F";
    for (address, expected) in [
        ("mailto:a@b.example", Some(format!("mailto:a@b.example?body={sent}"))),
        ("mailto:a@b.example?subject=x", Some(format!("mailto:a@b.example?subject=x&body={sent}"))),
        ("https://wa.me/15550100", Some(format!("https://wa.me/15550100?text={sent}"))),
        ("https://clinic.example/book", None),
        ("tel:+15550100", None),
    ] {
        assert_eq!(carried(address), expected, "{address}");
    }
}

fn icu(language: &str) -> Icu {
    Icu::new(language).expect("ICU knows the language")
}
