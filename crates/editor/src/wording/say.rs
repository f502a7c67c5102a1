use check::Finding;
use data::Node;

use super::kinds::{rephrased, words};
use super::names::Names;
use super::place::Place;
use crate::field::{Field, FieldType};

/// A longer text is not written on a button, in characters.
const LONGEST: usize = 80;

/// What was found and what to do, in the words of the forms.
pub(super) fn say(
    finding: &Finding,
    place: &Place,
    value: Option<&Node>,
    names: &Names<'_>,
) -> (String, String) {
    if let (true, Some(field)) = (is_of_shape(finding), place.field) {
        let (found, help) = unfit(field, value);
        return (sentence(found), help.to_owned());
    }
    let found = without_rule(&rephrased(&finding.found));
    let help = rephrased(&finding.help);
    match words(finding.id) {
        None => (sentence(&found), help),
        Some((of, to)) => {
            let values = values(&finding.found);
            let found =
                if of.is_empty() { labelled(&found, names) } else { filled(of, &values, names) };
            let help = if to.is_empty() { labelled(&help, names) } else { to.to_owned() };
            (sentence(&found), help)
        }
    }
}

/// What the button says that fixes a finding; nothing if nothing does.
pub(super) fn fix(finding: &Finding, names: &Names<'_>) -> Option<String> {
    let fix = finding.fix.as_ref().filter(|fix| !fix.text.is_empty() || !fix.span.is_empty())?;
    if fix.text.is_empty() {
        return Some("Fix: take it out".to_owned());
    }
    let written = match check::node(fix.text.as_bytes()) {
        Some(Node::Text(text)) => Some(names.called(&text).unwrap_or(text)),
        Some(Node::Number(number)) => Some(number.to_string()),
        Some(_) => None,
        None => Some(fix.text.clone()).filter(|text| !text.contains(['"', '{', '[', '\n'])),
    };
    let is_name = finding.id == "shape/unknown-field";
    let written = written.filter(|text| !is_name && text.chars().count() <= LONGEST);
    Some(written.map_or_else(|| "Fix it".to_owned(), |text| format!("Fix: write “{text}”")))
}

/// What is asked of somebody where nothing is yet.
pub(super) fn ask(place: &Place) -> String {
    let Some(field) = place.field else {
        return place.list.map_or_else(String::new, |list| format!("Add a {}.", list.one));
    };
    let help = match field.is {
        FieldType::Line | FieldType::Text | FieldType::Link | FieldType::Lines => "",
        FieldType::Number => "Write a whole number.",
        FieldType::Range => "Write the fewest and the most.",
        FieldType::Rule => "Say when.",
        FieldType::Pick | FieldType::OneOf(_) => "Choose one.",
        FieldType::Sources => "Choose at least one.",
        FieldType::Date => "Choose a day.",
        FieldType::Colour => "Choose a colour.",
        FieldType::Picture => "Choose a picture.",
        FieldType::Flag => "Say yes or no.",
    };
    help.to_owned()
}

fn is_of_shape(finding: &Finding) -> bool {
    matches!(finding.id, "shape/missing-field" | "shape/wrong-kind" | "shape/unknown-word")
}

/// What is said of a value that its field cannot hold.
fn unfit(field: &Field, value: Option<&Node>) -> (&'static str, &'static str) {
    let is_half = |ends: &[Node]| {
        let is_number = |end: &Node| matches!(end, Node::Number(_));
        ends.iter().any(is_number) && ends.contains(&Node::Text(String::new()))
    };
    match (field.is, value) {
        (FieldType::Range, Some(Node::List(ends))) if is_half(ends) => {
            ("has only one of its two numbers.", "Write the fewest and the most.")
        }
        (FieldType::Range, _) => {
            ("is not two whole numbers.", "Write the fewest and the most, such as 3 and 4.")
        }
        (FieldType::Number, _) => ("is not a whole number.", "Write it without a decimal point."),
        (FieldType::OneOf(_) | FieldType::Pick, _) => {
            ("is none of what can be chosen.", "Choose one.")
        }
        (FieldType::Flag, _) => ("is neither yes nor no.", "Tick it, or leave it unticked."),
        (FieldType::Rule, _) => {
            ("cannot be read as a condition.", "Undo it, or ask whoever wrote the file.")
        }
        (FieldType::Sources, _) => ("cannot be read as sources.", "Choose them again."),
        _ => ("cannot be read as a text.", "Write it again."),
    }
}

/// What was found begins with a verb, as it follows the place; without the place "This" does.
fn sentence(found: &str) -> String {
    match found.strip_prefix("the ") {
        Some(rest) => format!("The {rest}"),
        None => format!("This {found}"),
    }
}

/// Without the name of the wording rule, which no form shows.
fn without_rule(found: &str) -> String {
    let Some((before, rest)) = found.split_once(" (rule \"") else { return found.to_owned() };
    match rest.split_once("\")") {
        Some((_, after)) => format!("{before}{after}"),
        None => found.to_owned(),
    }
}

/// What stands in quotation marks, in braces or in digits.
fn values(text: &str) -> Vec<&str> {
    let (mut values, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find(|c: char| c == '"' || c == '{' || c.is_ascii_digit()) {
        let of = &rest[start..];
        let (value, end) = match of.as_bytes()[0] {
            b'"' => match of[1..].find('"') {
                Some(end) => (&of[1..=end], end + 2),
                None => break,
            },
            b'{' => match of.find('}') {
                Some(end) => (&of[..=end], end + 1),
                None => break,
            },
            _ => {
                let end = of.find(|c: char| !c.is_ascii_digit()).unwrap_or(of.len());
                (&of[..end], end)
            }
        };
        values.push(value);
        rest = &of[end..];
    }
    values
}

/// The values in their places.
fn filled(words: &str, values: &[&str], names: &Names<'_>) -> String {
    let mut filled = words.to_owned();
    for (index, value) in values.iter().enumerate() {
        let value = match names.called(value) {
            Some(called) => format!("“{called}”"),
            None => (*value).to_owned(),
        };
        filled = filled.replace(&format!("${}", index + 1), &value);
    }
    filled
}

/// The text, what stands in quotation marks as people know it.
fn labelled(text: &str, names: &Names<'_>) -> String {
    let mut parts = text.split('"');
    let mut labelled = parts.next().unwrap_or_default().to_owned();
    while let Some(quoted) = parts.next() {
        let Some(after) = parts.next() else {
            labelled.push('"');
            labelled.push_str(quoted);
            break;
        };
        let called = names.called(quoted).unwrap_or_else(|| quoted.to_owned());
        labelled.push_str(&format!("“{called}”{after}"));
    }
    labelled
}

#[cfg(test)]
mod tests {
    use super::{sentence, values, without_rule};

    #[test]
    fn values_are_taken_from_quotation_marks_braces_and_digits() {
        assert_eq!(
            values("has 2 of 38; the first is \"care.sun\" beside {it}, \"open"),
            ["2", "38", "care.sun", "{it}"]
        );
    }

    #[test]
    fn a_sentence_begins_with_its_subject() {
        assert_eq!(sentence("is empty."), "This is empty.");
        assert_eq!(sentence("the hold is gone."), "The hold is gone.");
    }

    #[test]
    fn a_wording_rule_is_not_named() {
        let found = "may claim too much: \"cures\" (rule \"cure\"); it is denied.";
        assert_eq!(without_rule(found), "may claim too much: \"cures\"; it is denied.");
    }
}
