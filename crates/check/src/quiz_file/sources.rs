use std::collections::HashMap;

use data::{Node, Path, Step};

use super::super::document::Found;
use super::entries;

/// Copies and collections: they vanish, change, or are not lawful. The publisher, DOI, PubMed and
/// PMC are canonical.
const MIRRORS: [&str; 7] = [
    "researchgate.net",
    "academia.edu",
    "semanticscholar.org",
    "archive.org",
    "archive.ph",
    "scribd.com",
    "r.jina.ai",
];

/// Copies whose addresses move: a part of the host between its points.
const MOVING: [&str; 6] = ["sci-hub", "libgen", "vdocuments", "docplayer", "webcache", "amp"];

/// Says which sources cannot be found by a reader, are used nowhere or must not be.
pub(super) fn check(found: &mut Found<'_>) {
    let mut cited = HashMap::new();
    cite(found.node(), &Path::default(), &mut cited);
    for (at, source) in entries(found.node(), "sources") {
        if found.is_full() {
            return;
        }
        let Some(id) = source.text("id") else { continue };
        if let Some(link) = source.text("link") {
            mirror(found, &at.then([Step::from("link")]), link);
        }
        if source.text("published").is_some_and(|it| it.trim().is_empty()) {
            let help = "Write the journal, regulator or maker, and the year.";
            found.error("source/published", &at.then([Step::from("published")]), "is empty.", help);
        }
        let unconfirmed = source.get("unconfirmed") == Some(&Node::Flag(true));
        let uses = cited.get(id).map_or(&[][..], Vec::as_slice);
        if uses.is_empty() {
            found.warn(
                "source/unused",
                &at,
                "is used nowhere.",
                "Cite it where it belongs, or delete it.",
            );
        } else if unconfirmed {
            for at in uses {
                let told = format!("is \"{id}\", which nobody has confirmed.");
                let help = "Confirm the source and delete its \"unconfirmed\", or cite another.";
                found.error("source/unconfirmed", at, &told, help);
            }
        }
    }
}

fn mirror(found: &mut Found<'_>, at: &Path, link: &str) {
    let host = link.trim_start_matches("https://").split(['/', '?', '#']).next();
    let host = host.unwrap_or_default().to_lowercase();
    let is_in = |mirror: &&str| format!(".{host}").ends_with(&format!(".{mirror}"));
    if MIRRORS.iter().any(is_in) || host.split('.').any(|it| MOVING.contains(&it)) {
        found.error(
            "source/mirror",
            at,
            &format!("leads to {host}, which only keeps copies."),
            "Write the canonical address: DOI, PubMed, PMC or the regulator's own page.",
        );
    }
}

/// Collects the ids in every `sources` of the items, with their places.
fn cite<'n>(node: &'n Node, at: &Path, cited: &mut HashMap<&'n str, Vec<Path>>) {
    match node {
        Node::Object(fields) => {
            for (name, value) in fields {
                cite(value, &at.then([Step::Field(name.clone().into())]), cited);
            }
        }
        Node::List(entries) => {
            let in_sources = matches!(at.0.last(), Some(Step::Field(name)) if name == "sources");
            for (index, entry) in entries.iter().enumerate() {
                let at = at.then([index.into()]);
                match entry {
                    Node::Text(id) if in_sources => cited.entry(id).or_default().push(at),
                    entry => cite(entry, &at, cited),
                }
            }
        }
        _ => {}
    }
}
