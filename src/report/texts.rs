use std::collections::HashMap;

use maud::{Markup, html};

use super::Content;
use super::page::{counted, section as framed, table};
use crate::check::{Finding, Text, reading, texts};

/// Every text by its part of the file, with its reading age and what was found.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let all = texts(content.inputs.node);
    let found = found(content);
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
                (table(part, &["Where", "Text", "Reading age", "Findings"], &html! {
                    @for text in texts { (row(content, text, &found)) }
                }))
            }
        },
    )
}

fn row(content: &Content<'_>, text: &Text, found: &HashMap<&str, Vec<&Finding>>) -> Markup {
    let language = content.names.language();
    let place = text.path.words(content.inputs.node);
    let findings = found.get(place.as_str()).map_or(&[][..], Vec::as_slice);
    html! {
        tr {
            th.place scope="row" { (place) }
            td lang=(language) dir="auto" { (text.text) }
            td.number { @match reading(&text.text, language) { Some(reading) => (reading.age), None => "–" } }
            td { @for finding in findings { p { strong { (finding.severity.name()) ": " } (finding.found) } } }
        }
    }
}

fn found<'a>(content: &Content<'a>) -> HashMap<&'a str, Vec<&'a Finding>> {
    let mut found: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for file in content.inputs.checked.iter().filter(|file| file.name == content.inputs.file) {
        for finding in &file.findings {
            found.entry(&finding.place).or_default().push(finding);
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
