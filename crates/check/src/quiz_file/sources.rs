use std::collections::HashMap;

use data::{Mend, Node, Path, Step};
use quiz::Date;

use super::super::address;
use super::super::document::Found;
use super::super::finding::Severity;
use super::entries;
use super::items::seen;
use super::placeholder::is_unwritten;

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
pub(super) fn check(found: &mut Found<'_>, today: Date) {
    twice(found);
    let mut cited = HashMap::new();
    cite(found.node(), &Path::default(), &mut cited);
    for (at, source) in entries(found.node(), "sources") {
        if found.is_full() {
            return;
        }
        let Some(id) = source.text("id") else { continue };
        if let Some(link) = source.text("link") {
            address(found, &at.then([Step::from("link")]), link);
        }
        about(found, &at, source, today);
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

/// How a source says that it has no year.
const UNDATED: [&str; 6] = ["undated", "no date", "n.d.", "sin fecha", "s.f.", "بدون تاريخ"];

/// What a reader finds a source by, besides its link.
fn about(found: &mut Found<'_>, at: &Path, source: &Node, today: Date) {
    if let Some(title) = source.text("title")
        && (is_unwritten(title, "en") || (title.trim().is_empty() && !title.is_empty()))
    {
        let told = "says nothing yet.";
        found.error(
            "source/title",
            &at.then([Step::from("title")]),
            told,
            "Write its title as published.",
        );
    }
    let Some(published) = source.text("published") else { return };
    let at = at.then([Step::from("published")]);
    let help = "Write the journal, regulator or maker, and the year.";
    let numbers = published.split(|c: char| !c.is_ascii_digit()).filter(|it| it.len() == 4);
    let years: Vec<u32> =
        numbers.filter_map(|it| it.parse().ok()).filter(|it| (1500..2500).contains(it)).collect();
    if published.trim().is_empty() {
        found.error("source/published", &at, "is empty.", help);
    } else if is_unwritten(published, "en") {
        found.error("source/published", &at, "says nothing yet.", help);
    } else if years.is_empty() && !UNDATED.iter().any(|it| published.to_lowercase().contains(it)) {
        let help = "Write the year, or \"undated\" where there is none.";
        found.warn("source/no-year", &at, "does not say in which year.", help);
    } else if !years.is_empty() && years.iter().all(|year| *year > today.year) {
        let told = format!("is \"{published}\", a year that has not come.");
        found.error("source/future", &at, &told, "Write the year in which it was published.");
    }
}

/// Says which sources lead to the same page.
fn twice(found: &mut Found<'_>) {
    let mut before: HashMap<String, &str> = HashMap::new();
    for (at, source) in entries(found.node(), "sources") {
        let (Some(id), Some(link)) = (source.text("id"), source.text("link")) else { continue };
        let plain = link.trim().trim_end_matches(['/', '#']).to_lowercase();
        let plain = plain.replace("://dx.doi.org/", "://doi.org/").replace("://www.", "://");
        if let Some(other) = before.insert(plain, id).filter(|other| *other != id) {
            let told = format!("is also the link of the source \"{other}\".");
            let help = "Write the address of this one, or cite one source in place of both.";
            found.warn("source/twice", &at.then([Step::from("link")]), &told, help);
        }
    }
}

/// Collections of publications, whose first page is none.
const COLLECTIONS: [&str; 6] = [
    "doi.org",
    "dx.doi.org",
    "pubmed.ncbi.nlm.nih.gov",
    "pmc.ncbi.nlm.nih.gov",
    "scholar.google.com",
    "clinicaltrials.gov",
];

/// Where people write to each other, and addresses that lead on to others.
const TALK: [&str; 12] = [
    "wa.me",
    "whatsapp.com",
    "t.me",
    "m.me",
    "facebook.com",
    "instagram.com",
    "tiktok.com",
    "x.com",
    "twitter.com",
    "bit.ly",
    "tinyurl.com",
    "t.co",
];

fn address(found: &mut Found<'_>, at: &Path, link: &str) {
    if !link.starts_with("https://") {
        return;
    }
    let page = match address::page(link) {
        Ok(page) => page,
        Err(astray) => {
            let told =
                format!("is \"{}\", which leads nowhere: it {}.", seen(link), astray.because);
            let help = "Write the address of the publication as the browser shows it.";
            let mend = astray.meant.map(Mend::Write);
            return found.say(Severity::Error, "source/link", at, &told, help, mend.as_ref());
        }
    };
    let host = page.host_str().unwrap_or_default();
    let path = page.path().trim_matches('/');
    let is_doi = host.ends_with("doi.org");
    let is_whole = |doi: &str| {
        let doi = doi.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
        doi.is_some_and(|(of, name)| {
            of.starts_with(|c: char| c.is_ascii_digit()) && !name.is_empty()
        })
    };
    if TALK.iter().any(|it| host == *it || host.ends_with(&format!(".{it}"))) {
        let told = format!("leads to {host}, where nothing is published.");
        let help = "Write the canonical address: DOI, PubMed, PMC or the regulator's own page.";
        found.error("source/link", at, &told, help);
    } else if COLLECTIONS.contains(&host)
        && ((path.is_empty() && page.query().is_none()) || (is_doi && !is_whole(path)))
    {
        let told = format!("is \"{link}\", which is no publication of {host}.");
        let help = "Write the whole address, with the number of the publication.";
        found.error("source/link", at, &told, help);
    } else {
        mirror(found, at, host);
    }
}

fn mirror(found: &mut Found<'_>, at: &Path, host: &str) {
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
