//! Where the keyboard is.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Gives the focus to the element of this id, where there is one.
pub(super) fn restore(id: Option<String>) {
    let id = id.filter(|id| !id.is_empty());
    if let Some(element) = id.and_then(|id| document().get_element_by_id(&id)) {
        without_scrolling(&element);
    }
}

/// Moves the focus to the heading, and scrolls there only where it is out of view.
pub fn heading(id: &str) {
    let Some(heading) = document().get_element_by_id(id) else { return };
    without_scrolling(&heading);
    let top = heading.get_bounding_client_rect().top();
    let height = document().document_element().map_or(0, |root| root.client_height());
    if top < 0.0 || top > f64::from(height) * 0.6 {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        options.set_behavior(ScrollBehavior::Instant);
        heading.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to the first choice of the question.
pub fn first_choice() {
    if let Some(choice) = document().get_element_by_id("choice-0") {
        without_scrolling(&choice);
        choice.scroll_into_view_with_scroll_into_view_options(&{
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options
        });
    }
}

fn without_scrolling(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}
