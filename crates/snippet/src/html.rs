//! The tags of a piece of HTML, as browsers read them.

use std::ops::Range;

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

/// A tag.
#[derive(Debug)]
pub(super) struct Tag {
    /// In small letters.
    pub(super) name: String,
    pub(super) closes: bool,
    /// Each once, in small letters; without a value, where none is written.
    pub(super) attributes: Vec<(String, Option<String>)>,
    pub(super) span: Range<usize>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.as_deref().unwrap_or(""))
    }
}

/// Every tag, but for what stands in comments, scripts and styles.
pub(super) fn tags(html: &str) -> Vec<Tag> {
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

/// A text as it stands between double quotes, or between tags.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}
