//! What the browser knows of languages, by its `Intl`. What a browser lacks, or a tag it refuses,
//! gives what is said of a language that nothing is known of.

use std::cell::OnceCell;

use js_sys::{Array, Date as JsDate, Function, JSON, Reflect};
use quiz::{Date, Range};
use text::{Locale, Plain};
use wasm_bindgen::{JsCast, JsValue};

/// A language as the browser knows it, with Latin digits. What it takes to know is made when it is first
/// needed, for a browser takes long to make it.
#[derive(Debug)]
pub struct Intl {
    language: String,
    plurals: Made,
    list: Made,
    date: Made,
}

type Made = OnceCell<Option<JsValue>>;

impl Intl {
    /// The language of a BCP 47 tag.
    pub fn new(language: &str) -> Self {
        let none = Made::default;
        Self { language: language.to_owned(), plurals: none(), list: none(), date: none() }
    }

    fn plurals(&self) -> Option<&JsValue> {
        self.plurals.get_or_init(|| made("PluralRules", &[self.tag("")])).as_ref()
    }

    fn lists(&self) -> Option<&JsValue> {
        self.list.get_or_init(|| made("ListFormat", &[self.tag("")])).as_ref()
    }

    fn dates(&self) -> Option<&JsValue> {
        let options =
            || JSON::parse(r#"{"dateStyle":"long","timeZone":"UTC"}"#).unwrap_or_default();
        let format = || made("DateTimeFormat", &[self.tag("-u-nu-latn"), options()]);
        self.date.get_or_init(format).as_ref()
    }

    fn tag(&self, extension: &str) -> JsValue {
        [&self.language, extension].concat().into()
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
        self.plurals().and_then(said).unwrap_or_default()
    }

    fn list(&self, items: &[&str]) -> String {
        let array: Array = items.iter().map(|item| JsValue::from(*item)).collect();
        formatted(self.lists(), array.into()).unwrap_or_else(|| Plain.list(items))
    }

    fn date(&self, date: Date) -> String {
        let plain = Plain.date(date);
        formatted(self.dates(), JsDate::new(&plain.as_str().into()).into()).unwrap_or(plain)
    }

    fn is_rtl(&self) -> bool {
        text::is_rtl(&self.language)
    }
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
