//! Later: after the next picture, or after a while.

use gloo::utils::window;
use js_sys::{Date as JsDate, Function};
use quiz::Date;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Something that is done later; dropped, it is not.
#[derive(Debug)]
pub struct Later {
    id: i32,
    _done: Closure<dyn FnMut()>,
}

/// Does something after so many milliseconds.
#[must_use]
pub fn after(milliseconds: i32, done: impl FnOnce() + 'static) -> Later {
    let done: Closure<dyn FnMut()> = Closure::once(done);
    let function: &Function = done.as_ref().unchecked_ref();
    let id = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
        .unwrap_or_default();
    Later { id, _done: done }
}

impl Drop for Later {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Today, where the browser is.
pub fn today() -> Date {
    let now = JsDate::new_0();
    Date { year: now.get_full_year(), month: now.get_month() + 1, day: now.get_date() }
}

/// Milliseconds since 1970.
pub fn now() -> f64 {
    JsDate::now()
}

/// A moment as the browser's language writes it.
pub fn written(milliseconds: f64) -> String {
    let date = JsDate::new(&JsValue::from_f64(milliseconds));
    String::from(date.to_locale_string("default", &JsValue::UNDEFINED))
}

/// Notes on the page's time line that something is done.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}
