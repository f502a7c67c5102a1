//! Names that one tab alone can hold.

use gloo::utils::window;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::disk::method;

/// How long a tab that is closed may take to let go, in milliseconds.
const LETS_GO: u32 = 300;

/// Holds a name until the tab is closed; whether no other tab does. Where there are no locks, as without
/// HTTPS, nobody does.
pub(super) async fn hold(name: &str) -> bool {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or_default();
    let Some(request) = method(&locks, "request") else { return true };
    let mut asked = JsValue::UNDEFINED;
    let granted = Promise::new(&mut |resolve, _| {
        let held = Closure::once_into_js(move |_: JsValue| {
            let _ = resolve.call0(&JsValue::NULL);
            Promise::new(&mut |_, _| {})
        });
        asked = request.call3(&locks, &name.into(), &patience(), &held).unwrap_or_default();
    });
    JsFuture::from(Promise::race(&Array::of2(&granted, &asked))).await.is_ok()
}

fn patience() -> Object {
    let options = Object::new();
    let signal = Reflect::get(&window(), &"AbortSignal".into()).unwrap_or_default();
    if let Some(timeout) = method(&signal, "timeout")
        && let Ok(signal) = timeout.call1(&signal, &LETS_GO.into())
    {
        let _ = Reflect::set(&options, &"signal".into(), &signal);
    }
    options
}
