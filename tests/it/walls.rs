//! The walls between crates: which may know which. Cargo refuses what a crate does not depend on; this is
//! the list of what each may depend on.

use std::collections::BTreeSet;

use toml::Table;

use crate::files;

/// Each crate with the crates of ours that it may know.
const WALLS: &[(&str, &str)] = &[
    ("quiz", ""),
    ("data", "quiz"),
    ("text", "data quiz"),
    ("view", "data quiz text"),
    ("visit", "data quiz text view"),
    ("browser", "data quiz text"),
    ("proof", "quiz"),
    ("html", ""),
    ("check", "data html proof quiz text"),
    ("report", "check data proof quiz"),
    ("spreadsheet", "check data text"),
    ("editor", "check data quiz"),
    ("snippet", "html"),
    (
        "studio",
        "browser check data editor page proof quiz report snippet spreadsheet text view visit",
    ),
    ("cli", "check data editor quiz report spreadsheet"),
    ("page", "data quiz text view"),
    ("prerender", "data page quiz text view"),
];

/// What only the crate `browser` may depend on.
const BROWSER: [&str; 4] = ["gloo", "js-sys", "rexie", "web-sys"];

/// What no visitor may load: the visitor's program knows none of these.
const STAFF: [&str; 8] =
    ["check", "editor", "html", "proof", "report", "snippet", "spreadsheet", "studio"];

fn dependencies(manifest: &str) -> BTreeSet<String> {
    let manifest: Table = files::text(manifest).parse().expect("a manifest");
    let listed = manifest.get("dependencies").and_then(|it| it.as_table());
    listed.into_iter().flat_map(|it| it.keys().cloned()).collect()
}

fn of_crate(name: &str) -> BTreeSet<String> {
    dependencies(&format!("crates/{name}/Cargo.toml"))
}

fn crates() -> BTreeSet<String> {
    files::folders("crates").iter().map(|it| it.replace("crates/", "")).collect()
}

#[test]
fn every_crate_knows_what_it_may_know() {
    let all = crates();
    let listed: BTreeSet<String> = WALLS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(all, listed, "the crates, and those that have walls");
    for (name, known) in WALLS {
        let known: BTreeSet<String> = known.split_whitespace().map(str::to_owned).collect();
        let ours: BTreeSet<String> = of_crate(name).intersection(&all).cloned().collect();
        assert_eq!(ours, known, "{name}");
    }
}

#[test]
fn only_browser_touches_the_browser() {
    let allowed = |name: &String| BROWSER.iter().any(|it| it == name);
    for name in crates().iter().filter(|name| *name != "browser") {
        let found: Vec<String> = of_crate(name).into_iter().filter(allowed).collect();
        assert!(found.is_empty(), "{name} depends on {found:?}");
    }
    assert!(!dependencies("Cargo.toml").iter().any(allowed));
}

#[test]
fn visitors_load_nothing_of_staff() {
    let mut loaded = BTreeSet::new();
    let mut next: Vec<String> = dependencies("Cargo.toml").into_iter().collect();
    let all = crates();
    while let Some(name) = next.pop() {
        if all.contains(&name) && loaded.insert(name.clone()) {
            next.extend(of_crate(&name));
        }
    }
    assert!(loaded.contains("quiz"));
    let found: Vec<&String> = loaded.iter().filter(|it| STAFF.contains(&it.as_str())).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_dark_scheme_is_the_same_whether_preferred_or_asked_for() {
    let css = files::text("crates/view/src/page/page.css");
    let colours = |mark: &str| -> Vec<String> {
        let block = css.split_once(mark).expect("the scheme is there").1;
        let lines = block.split('}').next().unwrap_or_default().lines().map(str::trim);
        lines.filter(|line| line.starts_with("--")).map(str::to_owned).collect()
    };
    let preferred = colours(":root:where(:not([data-theme=\"light\"]))");
    assert!(preferred.len() > 10);
    assert_eq!(preferred, colours(":root:where([data-theme=\"dark\"])"));
}
