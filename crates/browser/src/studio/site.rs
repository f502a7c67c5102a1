//! The files published beside the studio.

use gloo::utils::{document, window};
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use text::Locale;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, RequestCache, RequestInit, Response};

use crate::Intl;

/// Files of the site as they are now, all asked for at once; nothing for one that is not there.
pub async fn fetch_all(names: &[String]) -> Vec<Option<Vec<u8>>> {
    let asked: Vec<Promise> = names
        .iter()
        .map(|name| {
            let init = RequestInit::new();
            init.set_cache(RequestCache::NoCache);
            window().fetch_with_str_and_init(name, &init)
        })
        .collect();
    let mut files = Vec::with_capacity(asked.len());
    for asked in asked {
        files.push(body(asked).await);
    }
    files
}

async fn body(asked: Promise) -> Option<Vec<u8>> {
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer: ArrayBuffer =
        JsFuture::from(response.array_buffer().ok()?).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// How a language writes numbers and lists, by its tag.
pub fn locale(language: &str) -> Box<dyn Locale> {
    Box::new(Intl::new(language))
}

/// The folder that they lie in, as an address.
pub fn folder() -> String {
    let address = window().location().href().unwrap_or_default();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').map_or("", |at| &path[..=at]).to_owned()
}

/// The element of the page that the studio is drawn in.
pub fn place() -> Element {
    let document = document();
    document
        .get_element_by_id("studio")
        .or_else(|| document.body().map(Element::from))
        .unwrap_or_else(gloo::utils::document_element)
}
