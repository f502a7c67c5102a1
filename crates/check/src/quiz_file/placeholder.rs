//! What came with the program and is not yet the clinic's own.

use data::{Node, Path, Step};

use super::super::address::{host_of, is_fictional, is_made_up};
use super::super::document::Found;
use super::super::tag::primary;
use super::entries;

/// Names that stand for the name of a clinic.
const NAMES: [&str; 15] = [
    "your clinic",
    "clinic name",
    "your clinic name",
    "name of the clinic",
    "my clinic",
    "example clinic",
    "demo clinic",
    "the clinic",
    "clinic",
    "tu clínica",
    "su clínica",
    "nombre de la clínica",
    "عيادتك",
    "عيادتكم",
    "اسم العيادة",
];

/// Beginnings of DOIs that nobody has.
const DOIS: [&str; 5] = ["10.0000/", "10.5555/", "10.1234/", "10.xxxx/", "10.nnnn/"];

/// Says where a quiz still has what stands for the clinic's own.
pub(super) fn check(found: &mut Found<'_>) {
    name(found);
    for way in ["booking", "contact"] {
        let clinic = found.node().get("clinic");
        let Some(link) = clinic.and_then(|it| it.get(way)?.text("link")) else { continue };
        let at = Path::new([Step::from("clinic"), way.into(), "link".into()]);
        if let Some(number) = link.strip_prefix("tel:").filter(|number| is_fictional(number)) {
            let told = format!("is \"{number}\", a number for examples that nobody answers.");
            found.warn("placeholder/telephone", &at, &told, "Write the clinic's own number.");
        } else if let Some(host) = host_of(link).filter(|host| is_made_up(host)) {
            let told = format!("leads to {host}, a name for examples that is no website.");
            found.warn("placeholder/link", &at, &told, "Write the clinic's own address.");
        }
    }
    for (at, source) in entries(found.node(), "sources") {
        if let Some(link) = source.text("link") {
            self::source(found, &at.then([Step::from("link")]), link);
        }
    }
}

fn name(found: &mut Found<'_>) {
    let Some(name) = found.node().get("clinic").and_then(|clinic| clinic.text("name")) else {
        return;
    };
    let plain: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect::<String>()
        .to_lowercase();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_later = ["todo", "tbd", "tba", "xxx", "lorem"]
        .iter()
        .any(|it| plain.split(' ').any(|word| word == *it));
    if NAMES.contains(&plain.as_str()) || is_later {
        let at = Path::new([Step::from("clinic"), "name".into()]);
        let told = format!("is \"{name}\", which stands for the name of the clinic.");
        found.warn("placeholder/clinic-name", &at, &told, "Write the clinic's own name.");
    }
}

fn source(found: &mut Found<'_>, at: &Path, link: &str) {
    let lower = link.to_lowercase();
    let told = if let Some(doi) = DOIS.iter().find(|doi| lower.contains(&format!("/{doi}"))) {
        format!("has the DOI {doi}…, which no publication has.")
    } else if let Some(host) = host_of(link).filter(|host| is_made_up(host)) {
        format!("leads to {host}, a name for examples that is no website.")
    } else {
        return;
    };
    let help = "Write the address of the publication, or delete the source and what rests on it.";
    found.warn("placeholder/source", at, &told, help);
}

/// Whether somebody meant to write a text later.
pub(super) fn is_unwritten(raw: &str, language: &str) -> bool {
    let word: String = raw.chars().filter(|c| c.is_alphanumeric()).collect();
    let dots = word.is_empty() && raw.contains(['.', '…', '?', '_']);
    let later = ["todo", "tbd", "tba", "xxx", "fixme"];
    let is_later = |word: &str| later.contains(&word.to_lowercase().as_str());
    let is_spanish = matches!(primary(language).as_str(), "es" | "pt" | "gl");
    let is_all = is_spanish && word.eq_ignore_ascii_case("todo") && word != "TODO";
    let is_marked = |part: &str| {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        let is_such = word.len() > 2 && word == word.to_uppercase() && is_later(word);
        is_such && (!is_spanish || word != "TODO" || part.ends_with(':'))
    };
    dots || (is_later(&word) && !is_all)
        || raw.contains("___")
        || raw.split_whitespace().any(is_marked)
}

/// Whether a node of the file is there and no `null`.
pub(super) fn is_there(node: Option<&Node>) -> bool {
    node.is_some_and(|node| *node != Node::Null)
}

#[cfg(test)]
mod tests {
    use super::is_unwritten;

    #[test]
    fn what_is_to_be_written_later() {
        for (text, language) in [
            ("…", "en"),
            ("???", "en"),
            ("todo", "en"),
            ("TODO: ask Ana", "en"),
            ("Ask (TBD)", "en"),
            ("TODO", "es"),
            ("TODO: pregunta", "es"),
            ("Ask Dr ___ first", "en"),
        ] {
            assert!(is_unwritten(text, language), "{text}");
        }
        for (text, language) in
            [("Todo", "es"), ("TODO EL DÍA", "es"), ("Things to do", "en"), ("Size XXL", "en")]
        {
            assert!(!is_unwritten(text, language), "{text}");
        }
    }
}
