use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use data::{Mend, Node, Path, Step};

use super::super::Context;
use super::super::braces;
use super::super::claims::plain;
use super::super::damage::damage;
use super::super::document::{Document, FileKind, Found};
use super::super::finding::Severity;
use super::super::manner;
use super::super::numbers::{self, Place};
use super::super::reading::reading;
use super::super::remark::{Looked, Remark};
use super::super::texts::{LONGEST, Text};
use super::placeholder::is_unwritten;
use super::{basics, entries};

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
    let labels: HashMap<String, &str> = entries(quiz, "benefits")
        .into_iter()
        .map(|(at, benefit)| (name(&at, benefit), benefit.text("evidence").unwrap_or_default()))
        .collect();
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
        let label = match text.key.split('.').collect::<Vec<_>>()[..] {
            ["benefits", benefit, _] => Some(labels.get(benefit).copied().unwrap_or_default()),
            _ => None,
        };
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
        .chain(label.map(|label| strength(text, label, language)).unwrap_or_default());
    let all: Rc<[Remark]> = all.collect();
    if slow.is_empty() {
        context.known.keep(looked, &all);
    }
    all
}

/// What a benefit is called in the key of a text.
fn name(at: &Path, benefit: &Node) -> String {
    match (benefit.text("id"), at.0.last()) {
        (None, Some(Step::Entry(index))) => (index + 1).to_string(),
        (id, _) => id.unwrap_or_default().to_owned(),
    }
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

/// Words of a language that leave it open, and words that do not.
fn hedges(language: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    match language.split('-').next() {
        Some("en") => Some((
            &["may", "might", "could"],
            &[
                "proven",
                "proves",
                "shown",
                "clearly",
                "significant",
                "significantly",
                "effective",
                "most people",
                "strong",
            ],
        )),
        Some("es") => Some((
            &["puede", "pueden", "podría", "podrían", "quizá", "quizás"],
            &[
                "demostrado",
                "demuestra",
                "claramente",
                "significativa",
                "significativamente",
                "eficaz",
            ],
        )),
        Some("ar") => Some((&["قد", "ربما", "يمكن"], &["ثبت", "مثبت", "بوضوح", "فعال"])),
        _ => None,
    }
}

/// Wording may not be stronger than the label of its evidence.
fn strength(text: &Text, label: &str, language: &str) -> Vec<Remark> {
    let Some((careful, strong)) = hedges(language) else { return Vec::new() };
    let (mut remarks, field) = (Vec::new(), text.field());
    let plain = plain(&text.raw).to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ");
    let has = |word: &&&str| format!(" {plain} ").contains(&format!(" {word} "));
    if field == "may" && !careful.iter().any(|word| has(&word)) {
        let help = format!("Say what it may do: write one of the words {}.", careful.join(", "));
        let told = "promises what the treatment does.";
        remarks.push(Remark::error("evidence/no-may", told, &help));
    }
    if matches!(label, "very-limited" | "low")
        && matches!(field, "title" | "may")
        && let Some(word) = strong.iter().find(has)
    {
        let told = format!("says \"{word}\", but the evidence is labelled \"{label}\".");
        let help = "Say no more than that it may help, or that it has not been well studied.";
        remarks.push(Remark::error("evidence/stronger", told, help));
    }
    remarks
}
