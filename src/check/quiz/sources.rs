use super::super::document::Found;
use super::entries;
use crate::data::{Node, Path, Step};

/// Copies and collections: they vanish, change, or are not lawful. The publisher, DOI, PubMed and
/// PMC are canonical.
const MIRRORS: [&str; 13] = [
    "sci-hub.",
    "libgen.",
    "researchgate.net",
    "academia.edu",
    "semanticscholar.org",
    "archive.org",
    "archive.ph",
    "vdocuments.",
    "docplayer.",
    "scribd.com",
    "webcache.",
    "r.jina.ai",
    "amp.",
];

/// Says which sources cannot be found by a reader, are used nowhere or must not be.
pub(super) fn check(found: &mut Found<'_>) {
    let mut cited = Vec::new();
    cite(found.node(), &Path::default(), &mut cited);
    for (at, source) in entries(found.node(), "sources") {
        let Some(id) = source.text("id") else { continue };
        if let Some(link) = source.text("link") {
            mirror(found, &at.then([Step::from("link")]), link);
        }
        if source.text("published").is_some_and(|it| it.trim().is_empty()) {
            let cure = "Write the journal, regulator or maker, and the year.";
            found.error("source/published", &at.then([Step::from("published")]), "is empty.", cure);
        }
        let unconfirmed = source.get("unconfirmed") == Some(&Node::Flag(true));
        let uses: Vec<&Path> =
            cited.iter().filter(|(name, _)| *name == id).map(|(_, at)| at).collect();
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
                let cure = "Confirm the source and delete its \"unconfirmed\", or cite another.";
                found.error("source/unconfirmed", at, &told, cure);
            }
        }
    }
}

fn mirror(found: &mut Found<'_>, at: &Path, link: &str) {
    let host = link.trim_start_matches("https://").split('/').next().unwrap_or_default();
    if MIRRORS.iter().any(|mirror| host == mirror.trim_end_matches('.') || host.contains(mirror)) {
        found.error(
            "source/mirror",
            at,
            &format!("leads to {host}, which only keeps copies."),
            "Write the canonical address: DOI, PubMed, PMC or the regulator's own page.",
        );
    }
}

/// Collects the ids in every `sources` of the items, with their places.
fn cite<'n>(node: &'n Node, at: &Path, cited: &mut Vec<(&'n str, Path)>) {
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
                    Node::Text(id) if in_sources => cited.push((id, at)),
                    entry => cite(entry, &at, cited),
                }
            }
        }
        _ => {}
    }
}
