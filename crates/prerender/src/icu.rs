use icu_calendar::Iso;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale as Tag;
use icu_plurals::{PluralRules, PluralRulesOptions};
use quiz::{Date, Range};
use text::{Locale, Plain};

/// A language as ICU knows it, for pages that no browser draws.
#[derive(Debug)]
pub struct Icu {
    plurals: PluralRules,
    list: ListFormatter,
    date: DateTimeFormatter<YMD>,
    rtl: bool,
}

impl Icu {
    /// The language of a BCP 47 tag; nothing where it is none.
    pub fn new(language: &str) -> Option<Self> {
        let tag: Tag = [language, "-u-nu-latn"].concat().parse().ok()?;
        Some(Self {
            plurals: PluralRules::try_new((&tag).into(), PluralRulesOptions::default()).ok()?,
            list: ListFormatter::try_new_and((&tag).into(), ListFormatterOptions::default())
                .ok()?,
            date: DateTimeFormatter::try_new((&tag).into(), YMD::long()).ok()?,
            rtl: text::is_rtl(language),
        })
    }
}

impl Locale for Icu {
    /// That of the upper end, as of a range in nearly every language.
    fn plural(&self, range: Range) -> String {
        format!("{:?}", self.plurals.category_for(range.to)).to_lowercase()
    }

    fn list(&self, items: &[&str]) -> String {
        self.list.format_to_string(items.iter())
    }

    fn date(&self, date: Date) -> String {
        let [month, day] = [date.month, date.day].map(|number| u8::try_from(number).ok());
        let found = i32::try_from(date.year).ok().zip(month).zip(day);
        let found = found.and_then(|((year, month), day)| {
            icu_calendar::Date::try_new_iso(year, month, day).ok()
        });
        let shown = |date: icu_calendar::Date<Iso>| self.date.format(&date).to_string();
        found.map_or_else(|| Plain.date(date), shown)
    }

    fn is_rtl(&self) -> bool {
        self.rtl
    }
}
