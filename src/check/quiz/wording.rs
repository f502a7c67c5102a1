use std::collections::{HashMap, HashSet};

use super::super::Context;
use super::super::claims::plain;
use super::super::document::Found;
use super::super::finding::Severity;
use super::super::reading::reading;
use super::super::texts::{LONGEST, Text, texts};
use super::entries;
use crate::data::{Mend, Node, Path, Step};

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
pub(in crate::check) fn check(
    found: &mut Found<'_>,
    context: &Context<'_>,
    language: &str,
    quiz: &Node,
) {
    let labels: HashMap<String, &str> = entries(quiz, "benefits")
        .into_iter()
        .map(|(at, benefit)| (name(&at, benefit), benefit.text("evidence").unwrap_or_default()))
        .collect();
    let mut slow = HashSet::new();
    for text in texts(found.node()) {
        if found.is_full() {
            return;
        }
        form(found, &text);
        context.rules.check(found, &text, language, &mut slow);
        hard(found, &text, language);
        long(found, &text);
        if let ["benefits", benefit, field] = text.key.split('.').collect::<Vec<_>>()[..] {
            let label = labels.get(benefit).copied().unwrap_or_default();
            strength(found, &text, field, label, language);
        }
    }
}

/// What a benefit is called in the key of a text.
fn name(at: &Path, benefit: &Node) -> String {
    match (benefit.text("id"), at.0.last()) {
        (None, Some(Step::Entry(index))) => (index + 1).to_string(),
        (id, _) => id.unwrap_or_default().to_owned(),
    }
}

fn long(found: &mut Found<'_>, text: &Text) {
    if text.text.len().max(text.raw.len()) > LONGEST {
        let cure = "Say it in a few sentences; so long a text is not even checked to its end.";
        return found.error("words/too-long", &text.path, "is longer than any text.", cure);
    }
    let longest = MOST.iter().find(|(field, _)| *field == text.field());
    let length = text.text.chars().count();
    if let Some((_, most)) = longest
        && length > *most
    {
        let told = format!("has {length} characters.");
        let cure = format!("Say it in {most}; more does not fit a phone's screen.");
        found.warn("words/too-long", &text.path, &told, &cure);
    }
}

fn form(found: &mut Found<'_>, text: &Text) {
    let raw = &text.raw;
    if raw.trim().is_empty() {
        found.error(
            "words/empty",
            &text.path,
            "is empty.",
            "Write it, or delete the field if it can be left out.",
        );
    } else if is_unwritten(raw) {
        let cure = "Write it, or delete the field if it can be left out.";
        found.error("words/unwritten", &text.path, "only holds a place.", cure);
    } else if raw.len() <= LONGEST && (raw.trim() != raw || raw.contains("  ")) {
        let single: Vec<&str> = raw.split(' ').filter(|part| !part.is_empty()).collect();
        let mend = Some(single.join(" ")).filter(|single| single != raw).map(Mend::Write);
        found.say(
            Severity::Warning,
            "words/spaces",
            &text.path,
            "has spaces too many.",
            "Delete those at its ends, and one of two beside each other.",
            mend.as_ref(),
        );
    }
    let tag = raw
        .split('<')
        .skip(1)
        .any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
    if tag || raw.contains("&nbsp;") || raw.contains("&amp;") || raw.contains("**") {
        let cure = "Delete it; the words are shown as they are written.";
        found.error("words/markup", &text.path, "has HTML or Markdown in it.", cure);
    }
}

/// Whether somebody meant to write it later.
fn is_unwritten(raw: &str) -> bool {
    let word: String = raw.chars().filter(|c| c.is_alphanumeric()).collect();
    let dots = word.is_empty() && raw.contains(['.', '…', '?', '_']);
    dots || matches!(word.to_lowercase().as_str(), "todo" | "tbd" | "tba" | "xxx" | "fixme")
}

fn hard(found: &mut Found<'_>, text: &Text, language: &str) {
    let Some(reading) = reading(&text.text, language) else { return };
    if reading.age > OLDEST {
        found.warn(
            "words/hard",
            &text.path,
            &format!("reads as for the age of {}.", reading.age),
            "Write shorter sentences and everyday words; aim at twelve.",
        );
    }
}

/// Wording may not be stronger than the label of its evidence.
fn strength(found: &mut Found<'_>, text: &Text, field: &str, label: &str, language: &str) {
    let (careful, strong): (&[&str], &[&str]) = match language.split('-').next() {
        Some("en") => (
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
        ),
        Some("es") => (
            &["puede", "pueden", "podría", "podrían", "quizá", "quizás"],
            &[
                "demostrado",
                "demuestra",
                "claramente",
                "significativa",
                "significativamente",
                "eficaz",
            ],
        ),
        Some("ar") => (&["قد", "ربما", "يمكن"], &["ثبت", "مثبت", "بوضوح", "فعال"]),
        _ => return,
    };
    let plain = plain(&text.raw).to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ");
    let has = |word: &&&str| format!(" {plain} ").contains(&format!(" {word} "));
    if field == "may" && !careful.iter().any(|word| has(&word)) {
        found.error(
            "evidence/no-may",
            &text.path,
            "promises what the treatment does.",
            &format!("Say what it may do: write one of the words {}.", careful.join(", ")),
        );
    }
    if matches!(label, "very-limited" | "low")
        && matches!(field, "title" | "may")
        && let Some(word) = strong.iter().find(has)
    {
        found.error(
            "evidence/stronger",
            &text.path,
            &format!("says \"{word}\", but the evidence is labelled \"{label}\"."),
            "Say no more than that it may help, or that it has not been well studied.",
        );
    }
}
