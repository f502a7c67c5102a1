//! The page around the studio, if there is one: it may publish what is edited (docs/hosting.md). Only one of
//! the studio's own origin is listened to.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};
use yew::Callback;

use crate::Listener;

/// What every message has: its name is the value.
const KEY: &str = "skinQuizStudio";

/// Tells the page around the studio that it is there, and listens to what that says: each message as JSON.
/// Nothing if there is no such page.
pub fn listen(said: Callback<String>) -> Option<Listener> {
    let parent = parent()?;
    let listener = EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let is_from_it = event.source().as_ref() == Some(parent.as_ref());
        if is_from_it
            && event.origin() == origin()
            && let Some(message) = JSON::stringify(&event.data()).ok().and_then(|it| it.as_string())
        {
            said.emit(message);
        }
    });
    tell("ready", &Object::new());
    Some(Listener(listener))
}

/// Asks the page around the studio to publish files, by path.
pub fn publish(request: u32, version: &str, note: &str, signed: bool, files: &[(String, Vec<u8>)]) {
    let message = Object::new();
    set(&message, "request", &request.into());
    set(&message, "version", &version.into());
    set(&message, "note", &note.into());
    set(&message, "signed", &signed.into());
    let file = |(path, content): &(String, Vec<u8>)| {
        let file = Object::new();
        set(&file, "path", &path.as_str().into());
        set(&file, "content", &Uint8Array::from(content.as_slice()).buffer());
        file
    };
    set(&message, "files", &files.iter().map(file).collect::<Array>());
    tell("publish", &message);
}

fn tell(kind: &str, message: &Object) {
    let Some(parent) = parent() else { return };
    set(message, KEY, &kind.into());
    // Nobody hears it on a page of another origin.
    let _ = parent.post_message(message, &origin());
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

fn parent() -> Option<Window> {
    let window = window();
    window.parent().ok()?.filter(|parent| *parent != window)
}

fn origin() -> String {
    window().location().origin().unwrap_or_default()
}
