//! Time: now, today, and after a while.

pub use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::{Date as JsDate, Object, Promise, Reflect};
use quiz::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Today, where the browser is.
pub fn today() -> Date {
    let now = JsDate::new_0();
    Date { year: now.get_full_year(), month: now.get_month() + 1, day: now.get_date() }
}

/// The time of day, where the browser is: hours, minutes and seconds.
pub fn clock() -> [u8; 3] {
    let now = JsDate::new_0();
    [now.get_hours(), now.get_minutes(), now.get_seconds()].map(|number| number as u8)
}

/// Milliseconds since 1970.
pub fn now() -> f64 {
    JsDate::now()
}

/// A moment in words: "22 November 2026 at 14:03", as the studio writes days.
pub fn written(milliseconds: f64) -> String {
    let date = JsDate::new(&JsValue::from_f64(milliseconds));
    let options = Object::new();
    for (name, style) in [("dateStyle", "long"), ("timeStyle", "short")] {
        let _ = Reflect::set(&options, &name.into(), &style.into());
    }
    String::from(date.to_locale_string("en-GB", &options))
}

/// Waits until what changed is drawn.
pub async fn drawn() {
    let next = Promise::new(&mut |resolve, _| {
        let resolved = move || drop(resolve.call0(&JsValue::NULL));
        Timeout::new(0, resolved).forget();
    });
    let _ = JsFuture::from(next).await;
}

/// Notes on the page's time line that something is done.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}
