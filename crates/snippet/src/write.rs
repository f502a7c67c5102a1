use std::fmt::Write;

use super::attribute::{Attribute, Is, all};
use super::{Embed, Inside};
use html::escaped;

/// In which way the lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An element of its own.
    Element,
    /// A `div`, for editors that remove unknown tags.
    Div,
}

/// Where the studio is, and what the quiz is called.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The folder of the studio, and so of the quiz, as an address.
    pub address: &'a str,
    /// The title of the quiz.
    pub title: &'a str,
}

impl Embed {
    /// The lines to paste, with the attributes alone that change something.
    pub fn lines(&self, form: Form, page: Page<'_>) -> String {
        let src = self.src(page);
        let beside = folder(src);
        let script = escaped(self.script.as_deref().unwrap_or(&beside));
        let script = format!("<script type=\"module\" async src=\"{script}embed.js\"></script>");
        let tag = match form {
            Form::Element => "skin-quiz",
            Form::Div => "div",
        };
        let mut element = format!("<{tag} {}=\"{}\"", name_of("src", form), escaped(src));
        for attribute in all().filter(|it| it.is != Is::Address) {
            let Some(value) = self.asked(attribute) else { continue };
            let value = (attribute.is != Is::Flag).then_some(value);
            add(&mut element, &name(attribute, form), value);
        }
        for (name, value) in &self.others {
            add(&mut element, name, value.as_deref());
        }
        let link = |label: &str| format!("<a href=\"{}\">{label}</a>", escaped(src));
        let inside = match &self.inside {
            Inside::Link => link(&escaped(page.title)),
            Inside::Called(label) => link(label),
            Inside::Own(own) => own.clone(),
        };
        let element = format!("{element}>{inside}</{tag}>");
        match form {
            Form::Element => format!("{script}\n{element}"),
            Form::Div => format!("{element}\n{script}"),
        }
    }

    /// The quiz's own page in the same look.
    pub fn address(&self, page: Page<'_>) -> String {
        let src = self.src(page);
        let src = if src.contains("://") { src } else { page.address };
        let src = src.split('#').next().unwrap_or_default();
        let (path, query) = src.split_once('?').unwrap_or((src, ""));
        let mut asked: Vec<String> = all()
            .filter(|it| it.is_in_address)
            .filter_map(|it| Some(format!("{}={}", it.name, encoded(self.asked(it)?))))
            .collect();
        if !query.is_empty() {
            asked.push(query.to_owned());
        }
        let page = if is_page(path) { path.to_owned() } else { folder(path) };
        if asked.is_empty() { page } else { format!("{page}?{}", asked.join("&")) }
    }

    fn src<'a>(&'a self, page: Page<'a>) -> &'a str {
        match self.get("src").trim() {
            "" => page.address,
            src => src,
        }
    }
}

/// The folder that an address of a quiz means.
pub(super) fn folder(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if is_page(path) {
        return path[..path.rfind('/').map_or(0, |at| at + 1)].to_owned();
    }
    if path.is_empty() || path.ends_with('/') { path.to_owned() } else { format!("{path}/") }
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html") || path.ends_with(".htm")
}

fn name(attribute: &Attribute, form: Form) -> String {
    name_of(attribute.name, form)
}

fn name_of(name: &str, form: Form) -> String {
    match (name, form) {
        ("src", Form::Div) => "data-skin-quiz".to_owned(),
        ("layer", _) => "data-layer".to_owned(),
        (name, Form::Element) => name.to_owned(),
        (name, Form::Div) => format!("data-{name}"),
    }
}

fn add(element: &mut String, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => write!(element, " {name}=\"{}\"", escaped(value)),
        None => write!(element, " {name}"),
    };
}

/// A text as a part of an address's query.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        let _ = match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                write!(encoded, "{}", char::from(byte))
            }
            _ => write!(encoded, "%{byte:02X}"),
        };
        encoded
    })
}
