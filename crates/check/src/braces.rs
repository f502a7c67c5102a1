//! What stands in braces in texts that have no figures.

use data::{Mend, Path, Step, mean, nearest};

use super::document::{FileKind, Found};
use super::remark::Remark;
use super::texts::{LONGEST, Text, placeholders};

/// The field of a quiz that names what a visitor chose.
const CONCERNS: &str = "concerns";

/// What the words of the interface are filled with.
const INTERFACE: [(&str, &[&str]); 23] = [
    ("progress", &["n", "most"]),
    ("progress-exact", &["n", "most"]),
    ("checked", &["date"]),
    ("reviewed", &["who", "date"]),
    ("evidence-level", &["n", "most"]),
    ("combined-sessions", &["from", "to"]),
    ("combined-sessions-same", &["from"]),
    ("weeks-one", &["n"]),
    ("weeks-other", &["n"]),
    ("days-one", &["n"]),
    ("days-other", &["n"]),
    ("redness-max", &["days"]),
    ("week", &["n"]),
    ("change-what", &["question"]),
    ("along-sent", &["label"]),
    ("failed-contact", &["clinic"]),
    ("range", &["from", "to"]),
    ("plain-next", &["cautions", "hold", "ask"]),
    ("sessions-one", &[]),
    ("sessions-other", &[]),
    ("continue", &[]),
    ("back", &[]),
    ("private", &[]),
];

/// Says which braces of a file would be shown to visitors.
pub(super) fn check(found: &mut Found<'_>, has_base: bool) {
    for text in found.document.texts() {
        if found.is_full() {
            return;
        }
        if text.raw.len() > LONGEST || !text.raw.contains(['{', '}']) {
            continue;
        }
        let names = match found.document.what {
            FileKind::Quiz if is_prose(text) => Names::Elsewhere,
            FileKind::Quiz => Names::These(named(text)),
            FileKind::Interface if !has_base => Names::These(in_interface(&text.key)),
            _ => Names::Elsewhere,
        };
        let unclosed = found.document.what == FileKind::Quiz && is_prose(text);
        if let Some(remark) = remark(&text.raw, names, !unclosed) {
            found.remark(&text.path, &remark);
        }
    }
    if found.document.what == FileKind::Quiz {
        concerns(found);
    }
}

/// The heading of a result says what it is about.
fn concerns(found: &mut Found<'_>) {
    let words = found.node().get("words").and_then(|words| words.text("result"));
    let Some(result) = words.filter(|it| !it.trim().is_empty()) else { return };
    if !result.contains(['{', '}']) {
        let at = Path::new([Step::from("words"), Step::from("result")]);
        let help = "Write {concerns} where the visitor's own concerns should be named.";
        found.warn("words/concerns", &at, "does not say what the visitor chose.", help);
    }
}

/// The names that may stand in the braces of a text.
enum Names {
    /// These and no others.
    These(&'static [&'static str]),
    /// They are looked at elsewhere: figures of an item, or those of the text that is translated.
    Elsewhere,
}

/// Whether a text of a quiz is filled with figures.
fn is_prose(text: &Text) -> bool {
    match text.key.split('.').collect::<Vec<_>>()[..] {
        ["cautions" | "care" | "ask" | "notes", _, field] => field == "text",
        ["benefits", _, field] => matches!(field, "may" | "not" | "evidence"),
        _ => false,
    }
}

fn named(text: &Text) -> &'static [&'static str] {
    if text.key == "result" { &[CONCERNS] } else { &[] }
}

fn in_interface(key: &str) -> &'static [&'static str] {
    let plain = key.rsplit_once('-').filter(|(word, _)| text::COUNTED.contains(word));
    let key = plain.map_or_else(|| key.to_owned(), |(word, _)| format!("{word}-other"));
    INTERFACE.iter().find(|(known, _)| *known == key).map_or(&[], |(_, names)| names)
}

fn remark(raw: &str, names: Names, tells_unclosed: bool) -> Option<Remark> {
    let doubled = raw.contains("{{") || raw.contains("}}");
    match fault(raw) {
        Some(Fault::Open) if !tells_unclosed => None,
        Some(_) if doubled => {
            let single = raw.replace("{{", "{").replace("}}", "}");
            let help = "Write single braces.";
            let remark = Remark::error("words/brace", "has doubled braces.", help);
            Some(remark.with(Some(Mend::Write(single))))
        }
        Some(Fault::Open) => Some(unbalanced("has a { without its }.", &names)),
        Some(Fault::Close) => Some(unbalanced("has a } without its {.", &names)),
        None => match names {
            Names::These(names) => unknown(raw, names),
            Names::Elsewhere => None,
        },
    }
}

/// A brace that has no other.
enum Fault {
    Open,
    Close,
}

fn fault(raw: &str) -> Option<Fault> {
    let mut is_open = false;
    for c in raw.chars() {
        match (c, is_open) {
            ('{', true) => return Some(Fault::Open),
            ('}', false) => return Some(Fault::Close),
            ('{', false) => is_open = true,
            ('}', true) => is_open = false,
            _ => {}
        }
    }
    is_open.then_some(Fault::Open)
}

fn unbalanced(told: &str, names: &Names) -> Remark {
    let help = match names {
        Names::These(names) => may_stand(names),
        Names::Elsewhere => {
            "Write what is filled in as {its-name}, or delete the brace.".to_owned()
        }
    };
    Remark::error("words/brace", told, &help)
}

fn unknown(raw: &str, names: &[&str]) -> Option<Remark> {
    let written = placeholders(raw);
    let name = *written.iter().find(|name| !names.contains(name))?;
    let told = format!("has {{{name}}}, which visitors would see with its braces.");
    let missing = || names.iter().find(|it| !written.contains(it)).filter(|_| names.len() == 1);
    let meant = nearest(name.trim(), names.iter().copied());
    let meant = meant.or_else(|| missing().map(|it| (*it).to_owned()));
    let help = format!("{}{}", mean(meant.as_deref()), may_stand(names));
    let mend = meant
        .map(|meant| Mend::Write(raw.replacen(&format!("{{{name}}}"), &format!("{{{meant}}}"), 1)));
    Some(Remark::error("words/brace", told, &help).with(mend))
}

fn may_stand(names: &[&str]) -> String {
    let braced: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    match &braced[..] {
        [] => "Write it without braces: nothing is filled in here.".to_owned(),
        [one] => format!("Write {one}; nothing else is filled in here."),
        [all @ .., last] => {
            format!("Write {} and {last}; nothing else is filled in here.", all.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::texts::placeholders;
    use super::in_interface;

    #[test]
    fn the_names_are_those_of_the_shipped_words() {
        let words = include_str!("../../../static/text/en.json");
        let words: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(words).expect("JSON");
        for (key, words) in &words {
            let written = placeholders(words.as_str().expect("a text"));
            assert_eq!(in_interface(key), written, "{key}");
        }
    }
}
