//! What happens to a text on its way: between programs, encodings and clipboards.

mod code_page;
mod entity;
mod filler;
mod letters;
mod markup;
mod mojibake;
mod unseen;

pub(super) use entity::written;

use data::Mend;

use super::remark::Remark;
use super::texts::LONGEST;

/// What is damaged in a text, wherever it comes from; each with what puts it right, if that can only
/// be one thing.
pub fn damage(text: &str) -> Vec<Remark> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let misread = mojibake::remark(text);
    let read = if misread.is_some() { mojibake::repaired(text) } else { Some(text.to_owned()) };
    let others: [fn(&str) -> Option<Remark>; 5] =
        [entity::remark, unseen::remark, letters::remark, markup::remark, filler::remark];
    let further = read.map(|read| others.map(|remark| remark(&read))).into_iter().flatten();
    let found: Vec<Remark> = misread.into_iter().chain(further.flatten()).collect();
    let repaired = Some(repaired(text)).filter(|it| it != text).map(Mend::Write);
    let mended = |it: Remark| if it.mend.is_some() { it.with(repaired.clone()) } else { it };
    found.into_iter().map(mended).collect()
}

/// A text with everything put right that can only be meant one way.
fn repaired(text: &str) -> String {
    let text = mojibake::repaired(text).unwrap_or_else(|| text.to_owned());
    unseen::without(&entity::written(&text))
}

#[cfg(test)]
mod tests;
