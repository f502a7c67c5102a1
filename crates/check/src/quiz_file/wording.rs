use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use data::{Mend, Node};

use super::super::Context;
use super::super::braces;
use super::super::damage::damage;
use super::super::document::{Document, FileKind, Found};
use super::super::finding::Severity;
use super::super::manner;
use super::super::numbers::{self, Place};
use super::super::reading::reading;
use super::super::remark::{Looked, Remark};
use super::super::texts::{LONGEST, Text};
use super::basics;
use super::evidence::{self, Labels};
use super::placeholder::is_unwritten;

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
    let base: HashMap<&str, &Text> = match found.document.what {
        FileKind::Overlay => context.quiz_of(found.node()).map(Document::texts).unwrap_or_default(),
        _ => &[],
    }
    .iter()
    .map(|text| (text.key.as_str(), text))
    .collect();
    let mut slow = HashSet::new();
    for text in found.document.texts() {
        if found.is_full() {
            return;
        }
        let label = labels.of(text);
        let place = Place::of(text, found.document.what == FileKind::Interface);
        let looked = Looked { text, language, label, place };
        for remark in remarks(context, &looked, &mut slow).iter() {
            if !is_of_the_quiz(remark, &looked, &base) {
                found.remark(&text.path, remark);
            }
        }
    }
    beside(found, context);
}

/// Whether a translation took a number over from its quiz, where that is said.
fn is_of_the_quiz(remark: &Remark, looked: &Looked<'_>, base: &HashMap<&str, &Text>) -> bool {
    let (true, Some(place)) = (remark.id.starts_with("figure/"), looked.place) else {
        return false;
    };
    let of = base.get(looked.text.key.as_str());
    let is_translation = !base.is_empty();
    is_translation && remark.severity == Severity::Warning
        || of.is_some_and(|of| numbers::remark(&of.raw, place, "en").is_some())
}

/// What is said of the texts of a file together.
fn beside(found: &mut Found<'_>, context: &Context<'_>) {
    let has_base = found.document.base_name() != "en.json"
        && context.documents.iter().any(|it| it.base_name() == "en.json");
    basics::labels(found);
    braces::check(found, has_base);
}

/// What is to be said of a text. What a rule was too slow for is not kept, nor what comes after it in
/// the same file.
fn remarks(context: &Context<'_>, looked: &Looked<'_>, slow: &mut HashSet<usize>) -> Rc<[Remark]> {
    if slow.is_empty()
        && let Some(known) = context.known.of(looked)
    {
        return known;
    }
    let Looked { text, language, label, place } = *looked;
    let all = form(&text.raw, language)
        .into_iter()
        .chain(context.rules.remarks(&text.text, language, slow))
        .chain(hard(&text.text, language))
        .chain(long(text))
        .chain(place.and_then(|place| numbers::remark(&text.raw, place, language)))
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

fn form(raw: &str, language: &str) -> Vec<Remark> {
    let mut remarks = damage(raw);
    let is_damaged = !remarks.is_empty();
    if !is_damaged {
        remarks.extend(manner::remarks(raw));
    }
    let unwritten = "Write it, or delete the field if it can be left out.";
    if raw.trim().is_empty() {
        remarks.push(Remark::error("words/empty", "is empty.", unwritten));
    } else if is_unwritten(raw, language) && !is_damaged {
        let told = if raw.chars().filter(|c| c.is_alphabetic()).count() > 5 {
            "has something in it that is to be written later."
        } else {
            "only holds a place."
        };
        remarks.push(Remark::error("words/unwritten", told, unwritten));
    } else if raw.len() <= LONGEST && is_spaced(raw) && !is_damaged {
        let single: Vec<&str> = raw.split(SPACES).filter(|part| !part.is_empty()).collect();
        let mend = Some(single.join(" ")).filter(|single| single != raw).map(Mend::Write);
        let (told, help) = if raw.contains(&SPACES[1..]) {
            ("has a line break or a tab in it.", "Write a space; visitors see no more than that.")
        } else {
            let help = "Delete those at its ends, and one of two beside each other.";
            ("has spaces too many.", help)
        };
        let remark = Remark::warning("words/spaces", told, help);
        remarks.push(Remark { mend, ..remark });
    }
    remarks
}

/// Spaces, and signs that are shown as one.
const SPACES: [char; 4] = [' ', '\n', '\r', '\t'];

fn is_spaced(raw: &str) -> bool {
    raw.trim() != raw || raw.contains("  ") || raw.contains(&SPACES[1..])
}

fn hard(text: &str, language: &str) -> Option<Remark> {
    let age = reading(text, language)?.age;
    let told = format!("reads as for the age of {age}.");
    let help = "Write shorter sentences and everyday words; aim at twelve.";
    (age > OLDEST).then(|| Remark::warning("words/hard", told, help))
}
