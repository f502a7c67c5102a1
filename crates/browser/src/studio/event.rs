//! What an event of a form says.

use std::ops::Range;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    BeforeUnloadEvent, DragEvent, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::Callback;

use crate::Listener;

/// What now stands in the input, the text area or the select that an event is about.
pub fn value(event: &Event) -> String {
    event.target().map(|target| value_of(&target)).unwrap_or_default()
}

fn value_of(field: &JsValue) -> String {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
    }
}

/// What is selected in the text area of this id, in UTF-16 units; nothing is an empty range.
pub fn selection(id: &str) -> Range<usize> {
    let area = document().get_element_by_id(id).and_then(|it| it.dyn_into().ok());
    let ends = area.and_then(|area: HtmlTextAreaElement| {
        Some((area.selection_start().ok()??, area.selection_end().ok()??))
    });
    ends.map_or(0..0, |(start, end)| start as usize..end as usize)
}

/// Whether the box that an event is about is checked.
pub fn checked(event: &Event) -> bool {
    let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// Empties the input or the select that an event is about.
pub fn clear(event: &Event) {
    let Some(target) = event.target() else { return };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.set_value("");
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.set_value("");
    }
}

/// What was typed into the first input of a form that was sent; it is emptied.
pub fn submitted(event: &Event) -> String {
    submitted_all(event).into_iter().next().unwrap_or_default()
}

/// What was typed into the inputs of a form that was sent; they are emptied.
pub fn submitted_all(event: &Event) -> Vec<String> {
    let Some(form) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return Vec::new();
    };
    let Ok(inputs) = form.query_selector_all("input") else { return Vec::new() };
    (0..inputs.length())
        .filter_map(|index| inputs.get(index)?.dyn_into::<HtmlInputElement>().ok())
        .map(|input| {
            let typed = input.value();
            input.set_value("");
            typed
        })
        .collect()
}

/// What stands in the inputs and selects of a form that was sent; it stays there.
pub fn entered(event: &Event) -> Vec<String> {
    let form = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let fields = form.and_then(|form| form.query_selector_all("input, select").ok());
    let Some(fields) = fields else { return Vec::new() };
    (0..fields.length()).filter_map(|index| Some(value_of(&fields.get(index)?.into()))).collect()
}

/// What a key is for, wherever it is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Save.
    Save,
    /// Look for words in everything.
    Find,
}

/// Listens for shortcuts until it is dropped.
#[must_use]
pub fn shortcuts(pressed: Callback<Shortcut>) -> Listener {
    let heard = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
            return;
        }
        let shortcut = match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
            ("z", false) => Shortcut::Undo,
            ("z", true) | ("y", false) => Shortcut::Redo,
            ("s", false) => Shortcut::Save,
            ("k", false) => Shortcut::Find,
            _ => return,
        };
        event.prevent_default();
        pressed.emit(shortcut);
    };
    Listener(EventListener::new_with_options(
        &window(),
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        heard,
    ))
}

/// Lets the browser ask before the page is left, as long as `unsaved` says so.
#[must_use]
pub fn leaving(unsaved: impl Fn() -> bool + 'static) -> Listener {
    let heard = move |event: &Event| {
        if unsaved() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        }
    };
    Listener(EventListener::new_with_options(
        &window(),
        "beforeunload",
        EventListenerOptions::enable_prevent_default(),
        heard,
    ))
}

/// Says the id of each element that gets the focus, until it is dropped.
#[must_use]
pub fn focused(on: Callback<String>) -> Listener {
    let heard = move |event: &Event| {
        if let Some(element) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) {
            on.emit(element.id());
        }
    };
    Listener(EventListener::new(&window(), "focusin", heard))
}

/// Listens for files that are dropped anywhere on the page.
#[must_use]
pub fn dropped(opened: Callback<super::disk::Opened>) -> [Listener; 2] {
    let options = EventListenerOptions::enable_prevent_default;
    let over = EventListener::new_with_options(&window(), "dragover", options(), |event| {
        if has_files(event) {
            event.prevent_default();
        }
    });
    let drop = EventListener::new_with_options(&window(), "drop", options(), move |event| {
        if !has_files(event) {
            return;
        }
        event.prevent_default();
        let files = event.dyn_ref::<DragEvent>().and_then(|it| it.data_transfer()?.files());
        if let Some(files) = files {
            super::disk::read_all(&files, opened.clone());
        }
    });
    [Listener(over), Listener(drop)]
}

fn has_files(event: &Event) -> bool {
    let types = event.dyn_ref::<DragEvent>().and_then(|it| it.data_transfer()).map(|it| it.types());
    types.is_some_and(|types| types.includes(&JsValue::from_str("Files"), 0))
}

/// Says what somebody drags, so that Firefox lets them.
pub fn drag(event: &web_sys::DragEvent) {
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data("text/plain", "");
        data.set_effect_allowed("move");
    }
}

/// Whether the key of an event is Escape.
pub fn is_escape(event: &KeyboardEvent) -> bool {
    event.key() == "Escape"
}

/// Scrolls to the element of this id as far as needed, if there is one.
pub fn bring_into_view(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&how);
    }
}

/// What takes the focus within a group.
const CONTROL: &str = "input, select, textarea, summary, button";

/// The focus, on its way to an element that is not yet on the page.
#[derive(Debug)]
pub struct FocusMove {
    to: Vec<String>,
    from: Option<Element>,
}

impl FocusMove {
    /// The focus is to go to the element of this id.
    pub fn to(id: &'static str) -> Self {
        Self::to_first(vec![id.to_owned()])
    }

    /// The focus is to go to the first of the elements of these ids that is there, or into it.
    pub fn to_first(ids: Vec<String>) -> Self {
        Self { to: ids, from: document().active_element() }
    }

    /// Gives the focus to the element, which is on the page now, and scrolls to it; not if the person has
    /// gone to another one meanwhile.
    pub fn finish(self) {
        let now = document().active_element();
        let is_on_body = now.as_ref().is_none_or(|it| it.tag_name() == "BODY");
        let element = self.to.iter().find_map(|id| document().get_element_by_id(id));
        let is_group = |it: &Element| ["FIELDSET", "DETAILS"].contains(&it.tag_name().as_str());
        let element = element.map(|it| match it.query_selector(CONTROL) {
            Ok(Some(control)) if is_group(&it) => control,
            _ => it,
        });
        if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok())
            && (is_on_body || now == self.from)
        {
            let _ = element.focus();
        }
    }
}
