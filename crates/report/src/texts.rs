use std::collections::HashMap;

use check::{Finding, Text, reading, texts};
use data::Node;
use maud::{Markup, html};

use super::Content;
use super::element::{counted, section as framed, table};

/// Every text by its part of the file, then those of the translations and of the interface, with its
/// reading age and what was found.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let all = texts(content.inputs.node);
    let found = found(content, content.inputs.file);
    let mut parts: Vec<(&str, Vec<&Text>)> = Vec::new();
    for text in &all {
        let part = title(text.section());
        match parts.iter_mut().find(|(other, _)| *other == part) {
            Some((_, texts)) => texts.push(text),
            None => parts.push((part, vec![text])),
        }
    }
    framed(
        "texts",
        "Every text",
        &html! {
            p {
                (counted(all.len(), "text")) ", each with its figures in their places. The reading age is a formula's estimate, given for texts of twelve words and more; twelve years is the aim."
            }
            @for (part, texts) in &parts {
                h3 { (part) }
                (table(part, &HEADS, &html! {
                    @for text in texts {
                        (row(&text.path.words(content.inputs.node), text, content.names.language(), &found))
                    }
                }))
            }
            @for (name, file) in content.inputs.translations {
                (beside(content, name, file, file.text("language").unwrap_or_default()))
            }
            @for (name, file) in content.inputs.interface {
                @let stem = name.rsplit('/').next().unwrap_or_default();
                (beside(content, name, file, stem.strip_suffix(".json").unwrap_or(stem)))
            }
        },
    )
}

const HEADS: [&str; 4] = ["Where", "Text", "Reading age", "Findings"];

/// The texts of another file, each by its key.
fn beside(content: &Content<'_>, name: &str, file: &Node, language: &str) -> Markup {
    let (all, found) = (texts(file), found(content, name));
    html! {
        h3 { (language) ": " code { (name) } }
        (table(name, &HEADS, &html! {
            @for text in &all { (row(&text.key, text, language, &found)) }
        }))
    }
}

fn row(place: &str, text: &Text, language: &str, found: &HashMap<&str, Vec<&Finding>>) -> Markup {
    let findings = found.get(text.key.as_str()).map_or(&[][..], Vec::as_slice);
    html! {
        tr {
            th.place scope="row" { (place) }
            td lang=(language) dir="auto" { (text.text) }
            td.number { @match reading(&text.text, language) { Some(reading) => (reading.age), None => "–" } }
            td { @for finding in findings { p { strong { (finding.severity.name()) ": " } (finding.found) @if let Some(because) = &finding.because { " It stays, because: " (because) } } } }
        }
    }
}

fn found<'a>(content: &Content<'a>, name: &str) -> HashMap<&'a str, Vec<&'a Finding>> {
    let mut found: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for file in content.inputs.checked.iter().filter(|file| file.name == name) {
        for finding in &file.findings {
            found.entry(&finding.at).or_default().push(finding);
        }
    }
    found
}

/// What a list of the file is called.
pub(super) fn title(list: &str) -> &str {
    match list {
        "" | "facts" => "The quiz itself",
        "clinic" => "The clinic",
        "questions" => "Questions and choices",
        "endings" => "Endings",
        "cautions" => "Cautions",
        "benefits" => "Benefits",
        "plans" => "Plans",
        "care" => "Care",
        "ask" => "Questions to bring",
        "notes" => "Statements of every result",
        "sources" => "Sources",
        other => other,
    }
}
