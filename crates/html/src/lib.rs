//! HTML as browsers read it: the tags of a piece of it, and what its entities stand for. All that reads HTML is
//! here, so that the studio's program has the parser once. Pure.

use std::ops::Range;

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

/// A tag.
#[derive(Debug)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    /// Whether it ends an element.
    pub closes: bool,
    /// Each once, its name in small letters; without a value, where none is written.
    pub attributes: Vec<(String, Option<String>)>,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

impl Tag {
    /// The value of an attribute that it has; empty, where none is written.
    pub fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.as_deref().unwrap_or(""))
    }
}

/// Every tag, except what stands in comments, scripts and styles.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(html, emitter);
    let tag = |Ok(token)| match token {
        Token::StartTag(tag) => Some(Tag {
            name: text(&tag.name),
            closes: false,
            span: tag.span.start..tag.span.end,
            attributes: attributes(html, tag),
        }),
        Token::EndTag(tag) => Some(Tag {
            name: text(&tag.name),
            closes: true,
            attributes: Vec::new(),
            span: tag.span.start..tag.span.end,
        }),
        _ => None,
    };
    tokens.filter_map(tag).collect()
}

/// The attributes in the order in which they are written.
fn attributes(html: &str, tag: StartTag<usize>) -> Vec<(String, Option<String>)> {
    let mut attributes: Vec<_> = tag.attributes.into_iter().collect();
    attributes.sort_by_key(|(_, value)| value.span.start);
    let attribute = |(name, value): (HtmlString, Spanned<HtmlString, usize>)| {
        let is_written = !value.is_empty()
            || html.get(value.span.end..).is_some_and(|rest| rest.trim_start().starts_with('='));
        (text(&name), is_written.then(|| text(&value)))
    };
    attributes.into_iter().map(attribute).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What a browser shows for one entity, from its `&` to its `;`: nothing for what is none.
pub fn sign(entity: &str) -> Option<String> {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let tokens = Tokenizer::new_with_emitter(entity, emitter).filter_map(Result::ok);
    let shown: String = tokens
        .filter_map(|token| match token {
            Token::String(text) => Some(self::text(&text.value)),
            _ => None,
        })
        .collect();
    (!shown.starts_with('&') || shown == "&").then_some(shown).filter(|it| it.chars().count() <= 2)
}

/// A text as it stands between double quotes, or between tags.
pub fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}
