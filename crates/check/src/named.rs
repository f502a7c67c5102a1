//! Whether what names a language is a tag.

use data::{Mend, Node, Path, Step};

use super::document::Found;
use super::finding::Severity;
use super::tag::{is_tag, meant};

/// The field that names a language, wherever there is one.
const FIELD: &str = "language";

/// Says that the language of the file, if it names one, or one of an entry of these lists is no tag.
pub(super) fn check(found: &mut Found<'_>, lists: &[&'static str]) {
    let file = found.node();
    tag(found, &Path::new([Step::from(FIELD)]));
    for list in lists {
        let Some(Node::List(entries)) = file.get(list) else { continue };
        for index in 0..entries.len() {
            tag(found, &Path::new([Step::from(*list), index.into(), FIELD.into()]));
        }
    }
}

fn tag(found: &mut Found<'_>, at: &Path) {
    let Some(Node::Text(written)) = at.node(found.node()) else { return };
    if is_tag(written) {
        return;
    }
    let told = match written.as_str() {
        "" => "is empty.".to_owned(),
        written => format!("is \"{written}\", which is no tag of a language."),
    };
    let meant = meant(written);
    let help = match &meant {
        Some(tag) => format!("Write it as web pages do: \"{tag}\"."),
        None => {
            "Write its tag: two or three letters, and behind a hyphen a region where it matters, \
                 such as \"en\", \"es\" or \"pt-BR\"."
                .to_owned()
        }
    };
    let mend = meant.map(Mend::Write);
    found.say(Severity::Error, "language/tag", at, &told, &help, mend.as_ref());
}

/// Says that a file of interface words is named after no language: visitors' pages look for it by the tag.
pub(super) fn file(found: &mut Found<'_>, language: &str) {
    if is_tag(language) {
        return;
    }
    let told = format!("is called {language}.json, and \"{language}\" is no tag of a language.");
    let help = match meant(language) {
        Some(tag) => format!("Call it {tag}.json, and write \"{tag}\" in the quiz."),
        None => "Call it after the tag of its language: fr.json, pt-BR.json.".to_owned(),
    };
    found.error("language/tag", &Path::default(), &told, &help);
}
