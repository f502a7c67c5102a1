use std::rc::Rc;

use yew::Html;
use yew::html;
use yew::virtual_dom::{Key, VList, VNode, VTag};

/// Elements that hold nothing but text.
const TEXT_ONLY: [&str; 1] = ["option"];

/// Gives every text an element of its own that is made anew with it. Browsers that translate a page, and
/// extensions, put their own elements in the place of texts: a text that was written into would not be
/// seen, and nothing could be put beside it.
pub(super) fn keyed_text(html: Html) -> Html {
    keyed(0, html)
}

/// A node at its place among others.
fn keyed(place: usize, node: VNode) -> VNode {
    match node {
        VNode::VList(list) => VNode::VList(Rc::new(keyed_list(Rc::unwrap_or_clone(list)))),
        VNode::VTag(tag) => VNode::VTag(Rc::new(keyed_tag(place, Rc::unwrap_or_clone(tag)))),
        other => other,
    }
}

fn keyed_tag(place: usize, mut tag: VTag) -> VTag {
    let is_text_only = TEXT_ONLY.contains(&tag.tag());
    let Some(children) = tag.children_mut() else { return tag };
    if is_text_only {
        let words = text_of(children);
        let before = tag.key.take().map_or_else(|| place.to_string(), |key| key.to_string());
        tag.key = Some(Key::from(format!("{before} {words}")));
        return tag;
    }
    *children = match std::mem::take(children) {
        VNode::VText(text) => {
            VNode::VList(Rc::new(keyed_list(VList::with_children(vec![text.into()], None))))
        }
        other => keyed(0, other),
    };
    tag
}

fn keyed_list(mut list: VList) -> VList {
    let mut children: Vec<VNode> = Vec::new();
    let mut words = String::new();
    for child in std::mem::take(&mut *list) {
        match child {
            VNode::VText(text) => words += &text.text,
            other => {
                children.extend(element(children.len(), &mut words));
                children.push(keyed(children.len(), other));
            }
        }
    }
    children.extend(element(children.len(), &mut words));
    VList::with_children(children, list.key)
}

/// The element of a text at its place among others; none if it is empty.
fn element(place: usize, words: &mut String) -> Option<VNode> {
    let words = std::mem::take(words);
    (!words.is_empty()).then(|| html! { <span key={format!("{place} {words}")}>{ words }</span> })
}

fn text_of(html: &VNode) -> String {
    match html {
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) => list.iter().map(text_of).collect(),
        _ => String::new(),
    }
}
