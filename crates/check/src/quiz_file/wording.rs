use std::collections::HashSet;
use std::rc::Rc;

use data::{Mend, Node};

use super::super::Context;
use super::super::document::Found;
use super::super::reading::reading;
use super::super::remark::{Looked, Remark};
use super::super::texts::{LONGEST, Text};
use super::evidence::{self, Labels};

/// The oldest age, in years, that a text may be for. Whoever writes aims at twelve.
const OLDEST: u32 = 16;

/// The longest texts that still look well on a phone, in characters.
const MOST: [(&str, usize); 14] = [
    ("title", 80),
    ("part", 30),
    ("hint", 90),
    ("label", 60),
    ("short", 40),
    ("purpose", 140),
    ("facts", 50),
    ("result", 90),
    ("text", 400),
    ("may", 320),
    ("not", 320),
    ("evidence", 320),
    ("note", 320),
    ("borrowed", 320),
];

/// Checks the words of a file in one language; `quiz` is the file that labels the evidence.
pub(crate) fn check(found: &mut Found<'_>, context: &Context<'_>, language: &str, quiz: &Node) {
    let labels = Labels::new(quiz);
    let mut slow = HashSet::new();
    for text in found.document.texts() {
        if found.is_full() {
            return;
        }
        let label = labels.of(text);
        for remark in remarks(context, &Looked { text, language, label }, &mut slow).iter() {
            found.remark(&text.path, remark);
        }
    }
}

/// What is to be said of a text. What a rule was too slow for is not kept, nor what comes after it in
/// the same file.
fn remarks(context: &Context<'_>, looked: &Looked<'_>, slow: &mut HashSet<usize>) -> Rc<[Remark]> {
    if slow.is_empty()
        && let Some(known) = context.known.of(looked)
    {
        return known;
    }
    let Looked { text, language, label } = *looked;
    let all = form(&text.raw)
        .into_iter()
        .chain(context.rules.remarks(&text.text, language, slow))
        .chain(hard(&text.text, language))
        .chain(long(text))
        .chain(label.map(|label| evidence::remarks(text, label, language)).unwrap_or_default());
    let all: Rc<[Remark]> = all.collect();
    if slow.is_empty() {
        context.known.keep(looked, &all);
    }
    all
}

fn long(text: &Text) -> Option<Remark> {
    if text.text.len().max(text.raw.len()) > LONGEST {
        let help = "Say it in a few sentences; so long a text is not even checked to its end.";
        return Some(Remark::error("words/too-long", "is longer than any text.", help));
    }
    let (_, most) = MOST.iter().find(|(field, _)| *field == text.field())?;
    let length = text.text.chars().count();
    let told = format!("has {length} characters.");
    let help = format!("Say it in {most}; more does not fit a phone's screen.");
    (length > *most).then(|| Remark::warning("words/too-long", told, &help))
}

fn form(raw: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let unwritten = "Write it, or delete the field if it can be left out.";
    if raw.trim().is_empty() {
        remarks.push(Remark::error("words/empty", "is empty.", unwritten));
    } else if is_unwritten(raw) {
        remarks.push(Remark::error("words/unwritten", "only holds a place.", unwritten));
    } else if raw.len() <= LONGEST && (raw.trim() != raw || raw.contains("  ")) {
        let single: Vec<&str> = raw.split(' ').filter(|part| !part.is_empty()).collect();
        let mend = Some(single.join(" ")).filter(|single| single != raw).map(Mend::Write);
        let help = "Delete those at its ends, and one of two beside each other.";
        let remark = Remark::warning("words/spaces", "has spaces too many.", help);
        remarks.push(Remark { mend, ..remark });
    }
    let tag = raw
        .split('<')
        .skip(1)
        .any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
    if tag || raw.contains("&nbsp;") || raw.contains("&amp;") || raw.contains("**") {
        let help = "Delete it; the words are shown as they are written.";
        remarks.push(Remark::error("words/markup", "has HTML or Markdown in it.", help));
    }
    remarks
}

/// Whether somebody meant to write it later.
fn is_unwritten(raw: &str) -> bool {
    let word: String = raw.chars().filter(|c| c.is_alphanumeric()).collect();
    let dots = word.is_empty() && raw.contains(['.', '…', '?', '_']);
    dots || matches!(word.to_lowercase().as_str(), "todo" | "tbd" | "tba" | "xxx" | "fixme")
}

fn hard(text: &str, language: &str) -> Option<Remark> {
    let age = reading(text, language)?.age;
    let told = format!("reads as for the age of {age}.");
    let help = "Write shorter sentences and everyday words; aim at twelve.";
    (age > OLDEST).then(|| Remark::warning("words/hard", told, help))
}
