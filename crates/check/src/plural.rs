use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// Numbers among which every plural form of whole numbers is found.
const TRIED: [std::ops::RangeInclusive<u32>; 2] = [0..=199, 1_000_000..=1_000_000];

/// So many numbers show what a form is for.
const MOST_SHOWN: usize = 3;

/// A form that a counted word has in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluralForm {
    /// Its category in CLDR: "one", "few", "other".
    pub name: &'static str,
    /// A few whole numbers that it stands with; none if it stands with fractions alone.
    pub numbers: Vec<u32>,
}

/// The plural forms of a language; none if its tag is not one.
pub fn plural_forms(language: &str) -> Vec<PluralForm> {
    let rules = language
        .parse()
        .ok()
        .and_then(|locale: Locale| PluralRules::try_new_cardinal(locale.into()).ok());
    let Some(rules) = rules else { return Vec::new() };
    let form = |category| {
        let is_of = |number: &u32| rules.category_for(*number) == category;
        let numbers = TRIED.into_iter().flatten().filter(is_of).take(MOST_SHOWN).collect();
        PluralForm { name: name(category), numbers }
    };
    rules.categories().map(form).collect()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
