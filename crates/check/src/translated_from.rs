//! Which text of the quiz each text of a translation was made from.

use std::collections::{HashMap, HashSet};

use data::{Node, Path, Step, TRANSLATED_FROM, TextDigest};
use quiz::List;

use super::document::{Document, Found};
use super::finding::{Fix, Severity};
use super::fixes::quoted;
use super::quiz_file::entries;
use super::texts::Text;

/// A text of the quiz that a translation has, and what it says it was translated from.
struct Pair<'f> {
    text: &'f Text,
    from: Option<&'f str>,
}

impl Pair<'_> {
    fn is_outdated(&self) -> bool {
        self.from.is_some_and(|from| !TextDigest::of(&self.text.raw).is(from))
    }
}

/// Says which texts of the quiz were changed since they were translated.
pub(super) fn check(found: &mut Found<'_>, base: &Document) {
    let pairs = pairs(found.node(), base);
    let asked = asked_for_safety(base.node());
    for pair in pairs.iter().filter(|pair| pair.is_outdated()) {
        outdated(found, pair.text, &asked);
    }
    let unknown = pairs.iter().filter(|pair| pair.from.is_none()).count();
    if unknown > 0 {
        without_source(found, &pairs, unknown);
    }
}

/// Whether a text of a quiz was changed since a translation was made of it. One of which the translation
/// does not know the source counts as unchanged.
pub fn is_outdated(overlay: &Node, text: &Text) -> bool {
    let from = overlay.get(TRANSLATED_FROM).and_then(|from| from.text(&text.key));
    from.is_some_and(|from| !TextDigest::of(&text.raw).is(from))
}

fn pairs<'f>(overlay: &'f Node, base: &'f Document) -> Vec<Pair<'f>> {
    let by_key = |field| -> HashMap<&str, &str> {
        let Some(Node::Object(fields)) = overlay.get(field) else { return HashMap::new() };
        let texts = fields.iter().filter_map(|(key, value)| match value {
            Node::Text(text) => Some((key.as_str(), text.as_str())),
            _ => None,
        });
        texts.collect()
    };
    let (words, from) = (by_key("words"), by_key(TRANSLATED_FROM));
    let has_words = |text: &&Text| words.get(text.key.as_str()).is_some_and(|it| !it.is_empty());
    let translated = base.texts().iter().filter(has_words);
    translated.map(|text| Pair { text, from: from.get(text.key.as_str()).copied() }).collect()
}

fn outdated(found: &mut Found<'_>, text: &Text, asked: &HashSet<String>) {
    let at = Path::new(["words".into(), Step::Field(text.key.clone().into())]);
    let told = format!("was translated before the quiz's text changed to \"{}\"", text.raw);
    let still = "If it is still right, say so in the studio, or delete its line in \
                 \"translatedFrom\" and run check --fix.";
    if is_of_safety(&text.key, asked) {
        let told = format!("{told}; visitors read that one until it is translated again.");
        let help = format!("Translate it again: safety depends on it. {still}");
        found.error("translation/outdated", &at, &told, &help);
    } else {
        let help = format!("Translate it again. {still}");
        found.warn("translation/outdated", &at, &format!("{told}."), &help);
    }
}

/// Whether a visitor's safety depends on a text: it belongs to a caution, an ending or a question that one
/// of them looks at.
fn is_of_safety(key: &str, asked: &HashSet<String>) -> bool {
    let mut parts = key.split('.');
    match parts.next() {
        Some("questions") => parts.next().is_some_and(|id| asked.contains(id)),
        first => [List::Cautions, List::Endings].iter().any(|list| first == Some(list.name())),
    }
}

/// The ids of the questions that rules of cautions and endings look at.
fn asked_for_safety(quiz: &Node) -> HashSet<String> {
    let mut asked = HashSet::new();
    for list in [List::Cautions, List::Endings] {
        for (_, item) in entries(quiz, list.name()) {
            item.get("when").into_iter().for_each(|when| looked_at(when, &mut asked));
        }
    }
    asked
}

fn looked_at(rule: &Node, asked: &mut HashSet<String>) {
    match rule {
        Node::Text(choice) => {
            asked.insert(choice.split('.').next().unwrap_or_default().to_owned());
        }
        Node::List(rules) => rules.iter().for_each(|rule| looked_at(rule, asked)),
        Node::Object(fields) => fields.iter().for_each(|(_, rule)| looked_at(rule, asked)),
        _ => {}
    }
}

fn without_source(found: &mut Found<'_>, pairs: &[Pair<'_>], unknown: usize) {
    let before = found.findings.len();
    let told = format!(
        "do not say for {unknown} of {} texts which text of the quiz they were translated from, so \
         nobody would notice that one is out of date.",
        pairs.len()
    );
    let help = "If they fit the quiz as it is, run check --fix: it writes \"translatedFrom\".";
    let at = Path::new([Step::from("words")]);
    found.say(Severity::Warning, "translation/no-source", &at, &told, help, None);
    let fix = fix(found.document, pairs);
    if let Some(finding) = found.findings.get_mut(before) {
        finding.fix = fix;
    }
}

/// Writes for each text of which it is not known that it was translated from the one there is.
fn fix(document: &Document, pairs: &[Pair<'_>]) -> Option<Fix> {
    let line = |pair: &Pair<'_>| {
        let digest = TextDigest::of(&pair.text.raw).to_string();
        let from = pair.from.unwrap_or(&digest);
        format!("    {}: {}", quoted(&pair.text.key), quoted(from))
    };
    let lines: Vec<String> = pairs.iter().map(line).collect();
    let object = format!("{{\n{}\n  }}", lines.join(",\n"));
    let tree = document.tree()?;
    let at = |field: &'static str| {
        let path = Path::new([Step::from(field)]);
        let located = tree.locate(&path);
        located.whole.then(|| located.value.span.clone())
    };
    Some(match at(TRANSLATED_FROM) {
        Some(span) => Fix { span, text: object },
        None => {
            let end = at("words")?.end;
            Fix { span: end..end, text: format!(",\n  {}: {object}", quoted(TRANSLATED_FROM)) }
        }
    })
}
