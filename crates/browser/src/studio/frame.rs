//! The frame that the quiz is shown in: a document of its own, with the quiz's styles alone, and the
//! script that themes it.

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlIFrameElement, Url, Window};
use yew::Callback;

/// The element of the studio's page that names the script for the frame, and by which attribute.
const NAMES_SCRIPT: (&str, &str) = ("script[data-preview]", "data-preview");

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
