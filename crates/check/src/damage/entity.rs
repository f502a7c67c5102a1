use data::Mend;
use html::sign;

use super::super::remark::Remark;

/// A sign written as HTML writes it; the quiz shows it as it stands there.
pub(super) fn remark(text: &str) -> Option<Remark> {
    let (entity, sign) = first(text)?;
    let told = match sign.as_str() {
        sign if sign.trim().is_empty() || sign.chars().any(char::is_control) => {
            format!("has \"{entity}\", which is HTML for a sign that is not seen.")
        }
        sign => format!("has \"{entity}\", which is HTML for \"{sign}\"."),
    };
    let help = "Write the sign itself: the words are shown as they are written.";
    Some(Remark::error("words/entity", told, help).with(Some(Mend::Write(written(text)))))
}

/// A text with its signs as they are; they may be hidden twice.
pub(in super::super) fn written(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        text = once(&text);
    }
    text
}

fn once(text: &str) -> String {
    let (mut written, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, entity, sign)) = found(rest) {
        written.push_str(before);
        written.push_str(&sign);
        rest = &rest[before.len() + entity.len()..];
    }
    written + rest
}

fn first(text: &str) -> Option<(&str, String)> {
    found(text).map(|(_, entity, sign)| (entity, sign))
}

/// What stands before the first one, the entity and its sign.
fn found(text: &str) -> Option<(&str, &str, String)> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at..];
        let end = rest.char_indices().skip(1).take(33).find(|(_, c)| !is_inner(*c))?;
        let entity = (end.1 == ';' && end.0 > 1).then(|| &rest[..=end.0])?;
        sign(entity).map(|sign| (&text[..at], entity, sign))
    })
}

fn is_inner(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '#'
}
