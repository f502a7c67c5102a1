use data::{Mend, Node, Path, Step, mean, nearest};

use super::Context;
use super::document::{Document, FileKind, Found};
use super::finding::Severity;
use super::interface_word::counted;
use super::named;
use super::plural::plural_forms;
use super::quiz_file::wording;
use super::texts::{outside, placeholders};

/// Checks a file of interface words, against the English one for what each must hold.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    let file = found.node();
    let Node::Object(words) = file else {
        found.error(
            "shape/wrong-kind",
            &Path::default(),
            &format!("is {}.", file.kind()),
            "Write an object of texts: { \"continue\": \"Continue\", … }.",
        );
        return;
    };
    missing(found);
    let language = found.document.base_name().strip_suffix(".json").unwrap_or("en").to_owned();
    named::file(found, &language);
    plurals(found, &language);
    let is_base =
        |other: &&Document| other.what == FileKind::Interface && other.base_name() == "en.json";
    let base = context.documents.iter().find(is_base);
    let base = base.map(|it| it.node());
    for (key, value) in words {
        if found.is_full() {
            return;
        }
        word(found, key, value, base);
    }
    same(found, base.filter(|_| !language.starts_with("en")));
    wording::check(found, context, &language, file);
}

/// A word of the interface: a key that is used, and a text with the placeholders of the English one.
fn word(found: &mut Found<'_>, key: &str, value: &Node, base: Option<&Node>) {
    let at = Path::new([Step::Field(key.to_owned().into())]);
    if !text::keys().any(|known| known == key) && counted(key).is_none() && key != text::SCHEMA {
        let file = found.node();
        let free = text::keys().filter(|known| file.get(known).is_none());
        let meant = nearest(key, free);
        let help = format!("{}Delete it, or correct it.", mean(meant.as_deref()));
        let fix = meant.map(Mend::Rename);
        let severity = Severity::Warning;
        return found.say(severity, "text/unknown", &at, "is used nowhere.", &help, fix.as_ref());
    }
    let Node::Text(words) = value else {
        let is = format!("is {}.", value.kind());
        return found.error("shape/wrong-kind", &at, &is, "Write a text.");
    };
    if let Some(Node::Text(base)) = base.and_then(|it| it.get(&english(key))) {
        placeholder(found, &at, base, words, counted(key).is_some());
    }
}

/// Says where words are still those of English. A single word may be alike in two languages.
fn same(found: &mut Found<'_>, base: Option<&Node>) {
    let (Node::Object(words), Some(base)) = (found.node(), base) else { return };
    let is_same = |(key, value): &&(String, Node)| match value {
        Node::Text(text) => has_words(text) && base.text(key) == Some(text),
        _ => false,
    };
    let same: Vec<&(String, Node)> = words.iter().filter(is_same).collect();
    let Some((first, _)) = same.first() else { return };
    let told = format!("is the same as in English, and so are {} more.", same.len() - 1);
    let at = Path::new([Step::Field(first.clone().into())]);
    found.warn("translation/same", &at, &told, "Translate them.");
}

/// Whether there are at least two words, apart from what stands in braces.
fn has_words(text: &str) -> bool {
    let outside = outside(text);
    outside.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() > 1
}

/// Every key has words.
fn missing(found: &mut Found<'_>) {
    let lacking: Vec<&str> = text::keys().filter(|key| found.node().get(key).is_none()).collect();
    if let Some(first) = lacking.first() {
        let told = format!("lacks {} of its words; the first is \"{first}\".", lacking.len());
        let help = "Copy them from en.json and translate them: the file must be whole, or visitors \
                    see the quiz's own language.";
        found.error("text/missing", &Path::default(), &told, help);
    }
}

/// What stands in braces is what English has there. A plural form may leave the number out.
fn placeholder(found: &mut Found<'_>, at: &Path, base: &str, words: &str, counted: bool) {
    let (base, words) = (placeholders(base), placeholders(words));
    let more = words.iter().find(|name| !base.contains(name));
    let fewer = base.iter().find(|name| !words.contains(name) && !counted);
    let told = match (more, fewer) {
        (Some(name), _) => format!("has {{{name}}}, which English does not have there."),
        (None, Some(name)) => format!("lacks {{{name}}}, which English has there."),
        (None, None) => return,
    };
    let help = "Keep what stands in braces exactly as in en.json.";
    found.error("text/placeholder", at, &told, help);
}

/// The key that English has for a plural form of another language.
fn english(key: &str) -> String {
    counted(key).map_or_else(|| key.to_owned(), |(word, _)| format!("{word}-other"))
}

/// Every form that the language's plurals have is there. That "other" is missing is told as of any word.
fn plurals(found: &mut Found<'_>, language: &str) {
    let forms = plural_forms(language);
    let has = |word: &str, form: &str| found.node().get(&format!("{word}-{form}")).is_some();
    let counted = text::COUNTED.into_iter().filter(|word| has(word, "other"));
    let lacking: Vec<String> = counted
        .flat_map(|word| forms.iter().map(move |form| (word, form.name)))
        .filter(|(word, form)| !has(word, form))
        .map(|(word, form)| format!("\"{word}-{form}\""))
        .collect();
    let told = match &lacking[..] {
        [] => return,
        [one] => format!("lacks the plural form {one}."),
        all => format!("lacks the plural forms {}.", all.join(", ")),
    };
    let help = "Add it; the form \"other\" is shown until then.";
    found.warn("text/plural", &Path::default(), &told, help);
}
