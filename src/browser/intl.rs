//! What the browser knows of languages, by its `Intl`. What a browser lacks, or a tag it refuses,
//! gives what is said of a language that nothing is known of.

use js_sys::{Array, Date as JsDate, Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::quiz::{Date, Range};
use crate::text::{self, Locale, Plain};

/// A language as the browser knows it, with Latin digits.
#[derive(Debug)]
pub(super) struct Intl {
    plurals: Option<JsValue>,
    list: Option<JsValue>,
    date: Option<JsValue>,
    rtl: bool,
}

impl Intl {
    /// The language of a BCP 47 tag.
    pub(super) fn new(language: &str) -> Self {
        let options = JSON::parse(r#"{"dateStyle":"long","timeZone":"UTC"}"#).unwrap_or_default();
        let latin = JsValue::from([language, "-u-nu-latn"].concat());
        Self {
            plurals: made("PluralRules", &[language.into()]),
            list: made("ListFormat", &[language.into()]),
            date: made("DateTimeFormat", &[latin, options]),
            rtl: match direction(language) {
                Some(direction) => direction == "rtl",
                None => text::is_rtl(language),
            },
        }
    }
}

impl Locale for Intl {
    fn plural(&self, range: Range) -> String {
        let ends = [range.from, range.to].map(JsValue::from);
        let said = |rules: &JsValue| {
            let several = range.from < range.to;
            let of_both = several.then(|| called(rules, "selectRange", &ends)).flatten();
            of_both.or_else(|| called(rules, "select", &ends[1..]))?.as_string()
        };
        self.plurals.as_ref().and_then(said).unwrap_or_default()
    }

    fn list(&self, items: &[&str]) -> String {
        let array: Array = items.iter().map(|item| JsValue::from(*item)).collect();
        formatted(self.list.as_ref(), array.into()).unwrap_or_else(|| Plain.list(items))
    }

    fn date(&self, date: Date) -> String {
        let plain = Plain.date(date);
        formatted(self.date.as_ref(), JsDate::new(&plain.as_str().into()).into()).unwrap_or(plain)
    }

    fn is_rtl(&self) -> bool {
        self.rtl
    }
}

fn direction(language: &str) -> Option<String> {
    let info = called(&made("Locale", &[language.into()])?, "getTextInfo", &[])?;
    Reflect::get(&info, &"direction".into()).ok()?.as_string()
}

fn formatted(format: Option<&JsValue>, what: JsValue) -> Option<String> {
    called(format?, "format", &[what])?.as_string()
}

fn made(kind: &str, given: &[JsValue]) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    Reflect::construct(&function(&intl, kind)?, &given.iter().collect()).ok()
}

fn called(object: &JsValue, method: &str, given: &[JsValue]) -> Option<JsValue> {
    function(object, method)?.apply(object, &given.iter().collect()).ok()
}

fn function(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
