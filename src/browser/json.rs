//! JSON as the browser parsed it.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::data::Node;

/// The value as a [`Node`]; what is no JSON becomes [`Node::Null`].
pub(super) fn node(value: &JsValue) -> Node {
    if let Some(text) = value.as_string() {
        Node::Text(text)
    } else if let Some(flag) = value.as_bool() {
        Node::Flag(flag)
    } else if let Some(number) = value.as_f64() {
        let whole = number as u32;
        if f64::from(whole) == number { Node::Number(whole) } else { Node::OtherNumber }
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Node::List(list.iter().map(|item| node(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        Node::Object(Object::entries(object).iter().filter_map(|entry| field(&entry)).collect())
    } else {
        Node::Null
    }
}

fn field(entry: &JsValue) -> Option<(String, Node)> {
    let pair: &Array = entry.unchecked_ref();
    Some((pair.get(0).as_string()?, node(&pair.get(1))))
}
