//! The frame that the quiz is shown in: a document of its own, with the quiz's styles alone, and the
//! script that themes it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlIFrameElement, Url, Window};
use yew::Callback;

use crate::Listener;

/// The element of the studio's page that names the script for the frame, and by which attribute.
const NAMES_SCRIPT: (&str, &str) = ("script[data-preview]", "data-preview");

/// The elements that hold a text of their own.
const TEXTS: &str = "a, b, bdi, dd, dt, h1, h2, h3, h4, legend, li, p, small, .part";

/// The things that hold several texts.
const THINGS: &str = "article, label.choice";

/// What a press works as it does for visitors: it walks through the quiz.
const CONTROLS: &str = "button, summary, textarea, .along";

/// The attributes that the page of a visitor has around a text.
const AROUND: [&str; 4] = ["data-caution", "data-benefit", "data-plan", "data-figure"];

/// The attribute that frames what is edited.
const EDITED: &str = "data-edited";

/// Something on the page in the frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its text, then that of what it stands in, from the inside out.
    pub texts: Vec<String>,
    /// The attributes around it: those of [`AROUND`], `section` for the id of its section, and `name` and
    /// `value` of the question's choice.
    pub around: BTreeMap<&'static str, String>,
}

impl Found {
    /// What an element is.
    fn of(element: &Element) -> Self {
        let around = |(selector, attribute): (&str, &'static str)| {
            element.closest(selector).ok()??.get_attribute(attribute)
        };
        let mut found = Self::default();
        for name in AROUND {
            let value = around((&format!("[{name}]"), name));
            found.around.extend(value.map(|value| (name, value)));
        }
        let section = around(("section[id]", "id"));
        found.around.extend(section.map(|id| ("section", id)));
        let input =
            |selector: &str| element.closest(selector).ok()??.query_selector("input").ok()?;
        let asked = input("form").and_then(|it| it.get_attribute("name"));
        found.around.extend(asked.map(|name| ("name", name)));
        let choice = input("label.choice").and_then(|it| it.get_attribute("value"));
        found.around.extend(choice.map(|value| ("value", value)));
        found.texts = texts(element);
        found
    }
}

/// The texts of an element and of those around it that hold one, up to the thing that they are in.
fn texts(element: &Element) -> Vec<String> {
    let is = |element: &Element, selector: &str| element.matches(selector).unwrap_or(false);
    let mut texts = Vec::new();
    let mut next = Some(element.clone());
    while let Some(one) = next.filter(|it| !is(it, THINGS)) {
        if is(&one, TEXTS) {
            let text = one.text_content().unwrap_or_default();
            texts.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        next = one.parent_element();
    }
    texts
}

/// The document in a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame(Document);

impl Frame {
    /// The frame of this id, filled with these styles; nothing where there is none.
    pub fn fill(id: &str, styles: &str) -> Option<Self> {
        let frame: HtmlIFrameElement = document().get_element_by_id(id)?.dyn_into().ok()?;
        let inner = frame.content_document()?;
        let view = frame.content_window()?;
        styled(&view, &inner, styles);
        let root = inner.create_element("div").ok()?;
        root.set_id("quiz");
        let body = inner.body()?;
        body.set_inner_html("");
        body.append_child(&root).ok()?;
        let _ = inner.document_element()?.set_attribute("data-theme", "light");
        Some(Self(inner))
    }

    /// The element to draw in.
    pub fn root(&self) -> Option<Element> {
        self.0.get_element_by_id("quiz")
    }

    /// Says in which language it is, whether from right to left, and whether it is dark.
    pub fn show_as(&self, language: &str, rtl: bool, dark: bool) {
        let Some(root) = self.0.document_element() else { return };
        let _ = root.set_attribute("lang", language);
        let _ = root.set_attribute("dir", if rtl { "rtl" } else { "ltr" });
        let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
    }

    /// Loads the script that themes it, and says whether it came.
    pub fn load_theme(&self, ended: Callback<bool>) -> Option<()> {
        let (element, attribute) = NAMES_SCRIPT;
        let path = document().query_selector(element).ok()??.get_attribute(attribute)?;
        let address = Url::new_with_base(&path, &document().base_uri().ok()??).ok()?.href();
        let script = self.0.create_element("script").ok()?;
        script.set_attribute("type", "module").ok()?;
        script.set_attribute("src", &address).ok()?;
        let lost = ended.clone();
        EventListener::once(&script, "load", move |_| ended.emit(true)).forget();
        EventListener::once(&script, "error", move |_| lost.emit(false)).forget();
        self.0.head()?.append_child(&script).ok().map(drop)
    }

    /// Themes it as `web/src/preview.js` does, and gives what that says; nothing until it is there.
    pub fn theme(&self, wanted: &str, dark: bool) -> Option<String> {
        let view = self.0.default_view()?;
        let theme: Function = Reflect::get(&view, &"previewTheme".into()).ok()?.dyn_into().ok()?;
        theme.call2(&view, &wanted.into(), &dark.into()).ok()?.as_string()
    }

    /// Says what is pressed in it, until it is dropped; nothing as long as the person tries the quiz, nor of a
    /// control by which visitors walk through it.
    #[must_use]
    pub fn pressed(&self, tries: Rc<Cell<bool>>, on: Callback<Found>) -> Listener {
        let options = EventListenerOptions {
            phase: gloo::events::EventListenerPhase::Capture,
            passive: false,
        };
        let heard = move |event: &web_sys::Event| {
            let Some(element) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
                return;
            };
            if tries.get() || matches!(element.closest(CONTROLS), Ok(Some(_)) | Err(_)) {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            on.emit(Found::of(&element));
        };
        Listener(EventListener::new_with_options(&self.0, "click", options, heard))
    }

    /// Frames the element that is nearest to what is edited, by its rank, the first of the highest, and brings
    /// it into view; the frame around another one goes.
    pub fn mark(&self, rank: impl Fn(Found) -> Option<usize>) {
        if let Ok(Some(old)) = self.0.query_selector(&format!("[{EDITED}]")) {
            let _ = old.remove_attribute(EDITED);
        }
        let Ok(all) = self.0.query_selector_all(&format!("{THINGS}, {TEXTS}")) else { return };
        let elements = (0..all.length()).filter_map(|it| all.get(it)?.dyn_into::<Element>().ok());
        let ranked = elements.filter_map(|it| Some((rank(Found::of(&it))?, it)));
        let nearest = ranked.reduce(|best, it| if it.0 > best.0 { it } else { best });
        if let Some((_, element)) = nearest {
            let _ = element.set_attribute(EDITED, "");
            self.bring_into_view(&element);
        }
    }

    /// Scrolls this document alone, and only if the element is not in view; `scrollIntoView` would scroll the
    /// page around the frame too.
    fn bring_into_view(&self, element: &Element) {
        if let Ok(Some(closed)) = element.closest("details:not([open])")
            && !matches!(element.closest("summary"), Ok(Some(_)))
        {
            let _ = closed.set_attribute("open", "");
        }
        let Some(view) = self.0.default_view() else { return };
        let height = view.inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
        let place = element.get_bounding_client_rect();
        if place.top() < 0.0 || place.bottom() > height {
            let down = (height - place.height()).max(0.0) / 3.0;
            let scrolled = view.scroll_y().unwrap_or_default();
            view.scroll_to_with_x_and_y(0.0, scrolled + place.top() - down);
        }
    }

    /// Says whether a press edits, which is shown under the pointer.
    pub fn show_edits(&self, edits: bool) {
        let Some(root) = self.0.document_element() else { return };
        let _ = root.toggle_attribute_with_force("data-edits", edits);
    }

    /// Shows its beginning.
    pub fn to_top(&self) {
        if let Some(view) = self.0.default_view() {
            view.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// A sheet that is made by script passes a policy that forbids styles in the page.
fn styled(view: &Window, inner: &Document, styles: &str) -> Option<()> {
    let made: Function = Reflect::get(view, &"CSSStyleSheet".into()).ok()?.dyn_into().ok()?;
    let sheet = Reflect::construct(&made, &Array::new()).ok()?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into()).ok()?.dyn_into().ok()?;
    replace.call1(&sheet, &styles.into()).ok()?;
    Reflect::set(inner, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).ok().map(drop)
}
